"""`broadcast codes`: the codes with which operators confirm on the page what their station aired."""

from __future__ import annotations

from pathlib import Path

import click

from broadcast.cli.options import folder_option, own
from broadcast.errors import BroadcastError
from broadcast.i18n import _

segments_option = click.option(
    "--campaign", "segments", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
    metavar="DIR", help=_("The folder with campaign.yaml"),
)  # fmt: skip


@click.group(help=_("Make, show and revoke the codes with which stations confirm what they aired."))
def codes() -> None:
    """Hold the three commands together."""


@codes.command(
    "new", help=_("Give stations a new code each; it is shown once, the one before ends. All, or those named.")
)
@click.argument("stations", nargs=-1)
@segments_option
@folder_option
def _new(stations: tuple[str, ...], segments: Path, folder: Path | None) -> None:
    """Make codes and print them, to be cut apart and handed over."""
    from broadcast.campaign import read
    from broadcast.deliver.codes import make

    names = {station.id: station.name for station in read(segments).stations}
    unknown = next((each for each in stations if each not in names), None)
    if unknown:
        raise BroadcastError(
            _("unknown station {name}").format(name=unknown),
            hint=_("the stations are {names}").format(names=", ".join(names)),
        )
    for station in stations or names:
        click.echo(f"{station}\t{make(own(folder), station)}\t{names[station]}")


@codes.command("show", help=_("Name the stations that have a code; the codes themselves are kept as hashes only."))
@folder_option
def _show(folder: Path | None) -> None:
    """Name the stations."""
    from broadcast.deliver.codes import read

    found = read(own(folder)).stations
    for station in found:
        click.echo(station)
    if not found:
        click.echo(_("no station has a code"))


@codes.command("revoke", help=_("Take a station's code away."))
@click.argument("station")
@folder_option
def _revoke(station: str, folder: Path | None) -> None:
    """Take the code away."""
    from broadcast.deliver.codes import revoke

    if not revoke(own(folder), station):
        raise BroadcastError(_("{station} has no code").format(station=station))
    click.echo(_("{station} has no code any more").format(station=station))
