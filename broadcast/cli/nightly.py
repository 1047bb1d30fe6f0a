"""`broadcast nightly`: the whole night in one command that cannot be half done."""

from __future__ import annotations

import datetime
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli.options import Amount, Day, folder_option, own
from broadcast.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcast.campaign.campaign import Campaign
    from broadcast.night.report import Report
    from broadcast.voices import Voice


class Hour(click.ParamType):
    """A time of day as people write it: 04:30."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime.time:
        """Turn the option's text into a time; anything else is a usage error."""
        try:
            return datetime.time.fromisoformat(str(value))
        except ValueError:
            self.fail(_("{value} is not a time; write it like 04:30").format(value=value), param, ctx)


class Instant(click.ParamType):
    """An instant with its offset: 2024-11-19T22:00+07:00."""

    name = "instant"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime.datetime:
        """Turn the option's text into an aware instant; anything else is a usage error."""
        try:
            found = datetime.datetime.fromisoformat(str(value))
        except ValueError:
            found = None
        if found is None or found.tzinfo is None:
            message = _("{value} is not an instant; write it like 2024-11-19T22:00+07:00")
            self.fail(message.format(value=value), param, ctx)
        return found


@click.command(
    help=_("Check, build tomorrow and the day after, publish, and examine what stands; say it in one screen.")
    + "\n\n"
    + _("Exit codes: 0 all is well; 1 a fault; 4 not approved; 6 something went down the ladder; 74 the disk; 75 busy.")
)
@click.option("--campaign", "segments", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              metavar="DIR", help=_("The folder with campaign.yaml"))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True, metavar="DIR",
              help=_("The folder of finished programmes"))  # fmt: skip
@click.option("--scripts", type=click.Path(path_type=Path), default=Path("scripts"), show_default=True, metavar="DIR",
              help=_("The folder of the daily scripts"))  # fmt: skip
@folder_option
@click.option("--until", type=Hour(), help=_("When everything must stand, in the campaign's zone; 04:30 if not set"))
@click.option("--date", type=Day(), help=_("The first day, for try-outs"))
@click.option("--now", type=Instant(), help=_("The time it is, for try-outs"))
@click.option("--url", "base", default="", metavar="URL", help=_("The site's address, for the feeds"))
@click.option("--jobs", type=click.IntRange(1, 64), help=_("How many pieces are made side by side"))
@click.option("--offline", is_flag=True, help=_("Do not try the voices of the network"))
@click.option("--wait", type=Amount(0), default=0.0, help=_("Seconds to wait for another run"))
@click.pass_context
def nightly(  # noqa: PLR0913 - an argument for each option
    ctx: click.Context,
    *,
    segments: Path,
    out: Path,
    scripts: Path,
    folder: Path | None,
    until: datetime.time | None,
    date: datetime.date | None,
    now: datetime.datetime | None,
    base: str,
    jobs: int | None,
    offline: bool,
    wait: float,
) -> None:
    """Spend the night, leave its traces, show the screen."""
    from broadcast.build.allowance import tonight
    from broadcast.build.ready import ladder
    from broadcast.night import settings as wishes
    from broadcast.night.course import Night
    from broadcast.night.log import logged
    from broadcast.night.order import Means, Order
    from broadcast.night.traces import leave
    from broadcast.voices import machine

    now = now or datetime.datetime.now(datetime.UTC)
    settings = wishes.read(machine.location())
    workers = jobs or min(os.cpu_count() or 1, 8)
    order = Order(segments, out, scripts, own(folder), until or settings.until, date, workers, base, wait)

    def voices(campaign: Campaign) -> Sequence[Voice]:
        return ladder(campaign, machine.read(), tonight(out, now.astimezone(campaign.zone), offline=offline))

    means = Means(voices, now)
    run = f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(2)}"
    with logged(out, run) as log:
        report: Report = Night(order, means, log, run).spend()
        lines, code = leave(report, out, settings, log)
    for line in lines:
        click.echo(line)
    ctx.exit(code)
