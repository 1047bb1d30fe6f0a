"""`broadcast why`: tell what would be made again, and for which reason."""

from __future__ import annotations

import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli.build import Wish, chosen
from broadcast.cli.options import Day
from broadcast.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcast.build.why import Verdict


@click.command(help=_("Tell which programmes would be made again, and for which reason; nothing is made."))
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              help=_("The campaign's folder."))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("audio_out"),
              show_default=True,
              help=_("The folder for finished programmes."))  # fmt: skip
@click.option("--date", type=Day(), help=_("Only this date."))
@click.option("--station", "stations", multiple=True, help=_("Only this station, by its id; may be given again."))
@click.option("--offline", is_flag=True, help=_("As if the voices of the network were not tried."))
def why(folder: Path, out: Path, date: datetime.date | None, stations: tuple[str, ...], *, offline: bool) -> None:
    """Show the reasons, once for all stations that share them."""
    from broadcast.build.earlier import planned
    from broadcast.build.ready import ladder
    from broadcast.build.why import why as verdicts
    from broadcast.voices import Night
    from broadcast.voices.machine import read as machine

    plan = planned(folder)
    days, only = chosen(plan.campaign, Wish(date, None, None, stations))
    voices = ladder(plan.campaign, machine(), Night(offline=True))
    found = tuple(verdicts(plan, voices, out, days, only, offline=offline or Night().offline))
    for line in _lines(found):
        click.echo(line)
    again = sum(bool(each.reasons) and not each.tried for each in found)
    click.echo(
        ngettext("{count} programme would be made", "{count} programmes would be made", again).format(count=again)
        + _(", {kept} kept").format(kept=len(found) - again)
    )


def _lines(found: Sequence[Verdict]) -> Iterator[str]:
    for (date, slot), group in groupby(found, lambda each: (each.date, each.slot)):
        shared: dict[tuple[str, ...], list[str]] = {}
        for verdict in group:
            shared.setdefault(verdict.reasons, []).append(verdict.station)
        for reasons, stations in shared.items():
            if reasons:
                yield f"{date} {slot[:2]}:{slot[2:]} {', '.join(stations)}"
                yield from (f"    {reason}" for reason in reasons)
