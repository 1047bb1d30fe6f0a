"""`broadcast fetch`: a station's files of today and tomorrow, proven, over the line it has; made for cron."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from broadcast.cli.options import Amount, Day, folder_option, own, patience
from broadcast.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcast.deliver.fetch import Fetched

ABSENT = 3  # nothing is published for the first of the days: what is here is not complete


def today(zone: str) -> datetime.date:
    """Tell which day it is in a zone, whatever the computer's own is."""
    try:
        return datetime.datetime.now(ZoneInfo(zone)).date()
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise click.BadParameter(_("{zone} is not a time zone").format(zone=zone), param_hint="--zone") from error


@click.command(
    help=_("Fetch a station's files of today and tomorrow: only what changed, only what the district signed.")
    + "\n\n"
    + _(
        "Exit codes: 0 all is here; 3 the line failed, or nothing is published for today; "
        "5 refused, these are not the district's files; 75 another fetch is at work."
    )
)
@click.argument("url")
@click.option("--station", required=True, help=_("The station's id"))
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="DIR",
              help=_("The folder that gets a folder a day"))  # fmt: skip
@click.option("--date", type=Day(), help=_("Only this day, instead of today and tomorrow"))
@click.option("--zone", default="Asia/Ho_Chi_Minh", show_default=True, help=_("The time zone of the campaign's days"))
@click.option("--minutes", type=Amount(min=0, min_open=True), default=240, show_default=True,
              help=_("Leave a bad line for the next time after so long"))  # fmt: skip
@folder_option
@click.pass_context
def fetch(  # noqa: PLR0913, PLR0917 - click calls it by name, one argument an option
    ctx: click.Context,
    url: str,
    station: str,
    to: Path,
    date: datetime.date | None,
    zone: str,
    minutes: float,
    folder: Path | None,
) -> None:
    """Fetch, say what came for each day, and leave with the code of the worst."""
    from broadcast.deliver import fetch as fetching
    from broadcast.deliver.keys import pinned
    from broadcast.deliver.line import Line

    first = date or today(zone)
    dates = (first,) if date else (first, first + datetime.timedelta(days=1))
    want = fetching.Want(station, to, pinned(own(folder)))
    with Line(url) as line:
        found = fetching.fetch(line, want, dates, patience(minutes))
    for each in found:
        click.echo(_shown(each))
        if each.error:
            click.echo(str(each.error), err=True)
    ctx.exit(code(found))


def code(found: Sequence[Fetched]) -> int:
    """Give the exit code: a refusal before a cut line, and that before a first day that is not published."""
    errors = sorted((each.error.exit_code for each in found if each.error), reverse=True)
    if errors:
        return errors[0]
    return ABSENT if found[0].state == "absent" else 0


def _shown(day: Fetched) -> str:
    match day.state:
        case "complete":
            came = ngettext("{count} file came", "{count} files came", day.came).format(count=day.came)
            return _("{date}: complete; {came}, {kept} stood already").format(date=day.date, came=came, kept=day.kept)
        case "absent":
            return _("{date}: nothing is published").format(date=day.date)
        case "cut":
            return _("{date}: not complete; what was there before is kept").format(date=day.date)
        case "refused":
            return _("{date}: refused; what was there before is kept").format(date=day.date)
