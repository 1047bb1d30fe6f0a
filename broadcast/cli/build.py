"""`broadcast build`: make the programmes of the campaign."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from broadcast.cli.options import Amount, Day
from broadcast.errors import BroadcastError
from broadcast.files import UnwritableError
from broadcast.i18n import _, ngettext

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from broadcast.build.manifest import Rung
    from broadcast.build.outcome import Outcome
    from broadcast.build.run import Progress
    from broadcast.campaign.campaign import Campaign
    from broadcast.errors import Fault


NOT_APPROVED = 4  # exit code


class Wish(NamedTuple):
    """The days and stations that the options name."""

    date: datetime.date | None
    first: datetime.date | None
    last: datetime.date | None
    stations: tuple[str, ...]


@click.command(help=_("Make the programmes of the campaign: what changed is made, what stands is kept."))
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              help=_("The campaign's folder."))  # fmt: skip
@click.option("--scripts", type=click.Path(path_type=Path), metavar="DIR",
              help=_("The folder of scripts and approvals; by default beside the campaign's folder."))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True,
              help=_("The folder for finished programmes."))  # fmt: skip
@click.option("--date", type=Day(), help=_("Only this date."))
@click.option("--from", "first", type=Day(), help=_("From this date on."))
@click.option("--to", "last", type=Day(), help=_("Up to this date."))
@click.option("--station", "stations", multiple=True, help=_("Only this station, by its id; may be given again."))
@click.option("--jobs", type=click.IntRange(1, 64), help=_("How many pieces are made side by side."))
@click.option("--force", is_flag=True, help=_("Make again what stands already."))
@click.option("--prune", is_flag=True, help=_("Delete the files of programmes that the campaign no longer has."))
@click.option("--offline", is_flag=True, help=_("Do not try the voices of the network."))
@click.option("--wait", type=Amount(0), default=0.0, help=_("Seconds to wait for another run."))
@click.pass_context
def build(  # noqa: PLR0913 - an argument for each option
    ctx: click.Context,
    folder: Path,
    scripts: Path | None,
    out: Path,
    *,
    date: datetime.date | None,
    first: datetime.date | None,
    last: datetime.date | None,
    stations: tuple[str, ...],
    jobs: int | None,
    force: bool,
    prune: bool,
    offline: bool,
    wait: float,
) -> None:
    """Check everything, then make what must be made; exit 1 when a programme failed, 4 when one is not approved."""
    from broadcast.build.allowance import tonight
    from broadcast.build.ready import ladder, ready
    from broadcast.build.run import Order
    from broadcast.build.run import build as run
    from broadcast.cli.publish import site
    from broadcast.voices.machine import read as machine

    begun = time.monotonic()
    plan = ready(folder, out)
    days, only = chosen(plan.campaign, Wish(date, first, last, stations))
    order = Order(days, only, jobs or min(os.cpu_count() or 1, 8), force, prune, wait, scripts)
    night = tonight(out, datetime.datetime.now(plan.campaign.zone), offline=offline)
    faults: list[Fault] = []
    with _progress(len(days)) as tell:
        rungs = ladder(plan.campaign, machine(), night)
        outcome = run(plan, rungs, out, order, tell, lambda: faults.extend(site(out, plan.campaign).faults))
    for line in (*summary(outcome, time.monotonic() - begun), *withheld(outcome, out)):
        click.echo(line)
    for fault in (*faults, *outcome.refused):
        click.echo(str(fault), err=True)
    ctx.exit(_code(outcome, faults))


def _code(outcome: Outcome, faults: list[Fault]) -> int:
    """Give the exit code: the worst of what happened, in the order in which somebody must act."""
    if outcome.refused:
        return UnwritableError.exit_code
    if outcome.failed or faults:
        return 1
    return NOT_APPROVED if outcome.withheld else 0


def chosen(campaign: Campaign, wish: Wish) -> tuple[tuple[datetime.date, ...], frozenset[str] | None]:
    """Give the dates and stations that are meant; None means all stations.

    Raises:
        BroadcastError: a date or station is not one of the campaign's.
    """
    first, last = wish.date or wish.first or campaign.first, wish.date or wish.last or campaign.last
    if first > last or first < campaign.first or last > campaign.last:
        raise BroadcastError(
            _("{first} to {last} are not dates of the campaign").format(first=first, last=last),
            hint=_("its dates are {first} to {last}").format(first=campaign.first, last=campaign.last),
        )
    known = [station.id for station in campaign.stations]
    unknown = next((name for name in wish.stations if name not in known), None)
    if unknown is not None:
        raise BroadcastError(
            _("unknown station {name}").format(name=unknown),
            hint=_("the stations are {names}").format(names=", ".join(known)),
        )
    days = tuple(first + datetime.timedelta(days) for days in range((last - first).days + 1))
    return days, frozenset(wish.stations) or None


@contextmanager
def _progress(days: int) -> Iterator[Progress]:
    """Show a bar on a terminal, a line for each day elsewhere."""
    from click import get_text_stream, progressbar

    if not get_text_stream("stderr").isatty():
        yield lambda date, outcome: click.echo(_day(date, outcome), err=True)
        return
    bar: ProgressBar[int]
    with progressbar(length=days, label=_("programmes"), file=get_text_stream("stderr")) as bar:

        def tell(date: datetime.date, outcome: Outcome) -> None:
            bar.label = _day(date, outcome)
            bar.update(1)

        yield tell


def _day(date: datetime.date, outcome: Outcome) -> str:
    return _("{date}: {made} made, {kept} kept, {failed} failed so far").format(
        date=date, made=outcome.made, kept=outcome.kept, failed=outcome.failed
    )


def summary(outcome: Outcome, seconds: float) -> Iterator[str]:
    """Give the closing lines: what failed and what stands in its place, then the counts."""
    for failure in outcome.failures:
        stands = {
            "previous": _("the programme made before stands"),
            "standby": _("the standby programme stands"),
        }.get(failure.rung or "", _("nothing stands"))
        yield _("{date} {slot} {station}: not made, {stands}: {reason}").format(
            date=failure.date, slot=failure.slot, station=failure.station, stands=stands, reason=failure.reason
        )
    for voice, reason in outcome.notes.items():
        yield _("the voice {voice} did not speak everything: {reason}").format(voice=voice, reason=reason)
    for voice, count in outcome.voices.items():
        yield ngettext("{count} programme spoken by {voice}", "{count} programmes spoken by {voice}", count).format(
            count=count, voice=voice
        )
    yield _("{made} made, {kept} kept, {failed} failed; {minutes:.1f} minutes of sound in {seconds:.1f} s").format(
        made=outcome.made, kept=outcome.kept, failed=outcome.failed, minutes=outcome.seconds / 60, seconds=seconds
    )


def withheld(outcome: Outcome, out: Path) -> Iterator[str]:
    """Give a stanza for each day that is not approved: who must sign, what changed, what stands, what to do."""
    from broadcast.build.trial import FOLDER

    for each in outcome.withheld:
        yield _("{day}: not approved: {lacking}").format(day=each.subject, lacking="; ".join(each.lacking))
        yield from (f"    {fault.at}: {fault.message}" for fault in each.changes)
        yield "    " + ", ".join(_standing(each.stands))
    if outcome.withheld:
        names = " ".join(str(each.subject) for each in outcome.withheld)
        yield _("{count} trial programmes made anew; listen in {folder}").format(
            count=outcome.previews, folder=out / FOLDER
        )
        yield _("then sign: broadcast approve {days} --by NAME --role ROLE").format(days=names)


def _standing(stands: Mapping[Rung | None, int]) -> Iterator[str]:
    told: dict[Rung | None, str] = {
        "fresh": _("{count} made of these words stand"),
        "previous": _("{count} approved before stand"),
        "standby": _("{count} standby programmes stand"),
        None: _("{count} slots have nothing"),
    }
    yield from (text.format(count=stands[rung]) for rung, text in told.items() if stands.get(rung))
