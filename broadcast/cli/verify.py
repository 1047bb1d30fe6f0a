"""`broadcast verify`: is each file the district's, to the byte? For inspectors, and before a stick is used."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli.options import Amount, Day, folder_option, own, patience, standing
from broadcast.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcast.deliver.keys import PublicKey
    from broadcast.deliver.verify import Examined, Status


@click.command(
    help=_("Tell for each file in a folder, on a stick or on a site whether it is right, altered, missing or foreign.")
    + "\n\n"
    + _("Exit codes: 0 all is right; 1 something is not; 3 the line failed; 5 not signed by a trusted key.")
)
@click.argument("source", metavar="DIR|URL")
@click.option("--station", help=_("The station's id, for a site"))
@click.option("--date", type=Day(), help=_("The day, for a site"))
@click.option("--minutes", type=Amount(min=0, min_open=True), default=240, show_default=True,
              help=_("Give a site's bad line up after so long"))  # fmt: skip
@folder_option
@click.pass_context
def verify(  # noqa: PLR0913, PLR0917 - click calls it by name, one argument an option
    ctx: click.Context,
    source: str,
    station: str | None,
    date: datetime.date | None,
    minutes: float,
    folder: Path | None,
) -> None:
    """Examine, name every file that is not right, count the rest."""
    from broadcast.deliver.keys import pinned

    if source.startswith(("http://", "https://")):
        if (station is None) != (date is None):
            raise click.UsageError(_("a site needs both --station and --date, or the address of the station's day"))
        found = _on_site(source, f"{date}/{station}" if station else "", pinned(own(folder)), minutes)
    else:
        found = _in_folder(standing(Path(source)), pinned(own(folder)))
    for each in found:
        click.echo(_shown(each))
    if not all(each.sound for each in found):
        ctx.exit(1)


def _in_folder(folder: Path, keys: tuple[PublicKey, ...]) -> Sequence[Examined]:
    from broadcast.deliver import verify as verifying

    return verifying.verify(folder, keys)


def _on_site(url: str, path: str, keys: tuple[PublicKey, ...], minutes: float) -> Sequence[Examined]:
    from broadcast.deliver import verify as verifying
    from broadcast.deliver.line import Line

    with Line(url) as line:
        return (verifying.verify_site(line, path, keys, patience(minutes)),)


def _shown(examined: Examined) -> str:
    from broadcast.deliver.signature import EVERY
    from broadcast.deliver.verify import STATUSES

    station = examined.statement.station
    head = _("{date}, {station}: {where}").format(
        date=examined.statement.date, station=_("all stations") if station == EVERY else station, where=examined.where
    )
    names = _names()
    bad = [
        f"    {names[each.status]}: {each.path}" for each in examined.verdicts if each.status not in ("right", "beside")
    ]
    counted = Counter(each.status for each in examined.verdicts)
    counts = ", ".join(f"{names[status]} {counted[status]}" for status in STATUSES if counted[status])
    return "\n".join([head, *bad, f"    {counts}"])


def _names() -> dict[Status, str]:
    return {
        "right": _("right"),
        "altered": _("ALTERED"),
        "missing": _("MISSING"),
        "foreign": _("FOREIGN"),
        "beside": _("beside the sound, not aired"),
    }
