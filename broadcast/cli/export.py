"""`broadcast export usb`: a station's day on a stick, in play order, read back and compared."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from broadcast.cli.options import Day
from broadcast.i18n import _, ngettext


@click.group(help=_("Put finished programmes onto something that can be carried."))
def export() -> None:
    """Hold what can be exported to."""


@export.command(help=_("Put a station's day onto a USB stick: the cheapest player plays it in order."))
@click.option("--station", required=True, help=_("The station's id"))
@click.option("--date", required=True, type=Day(), help=_("The day, like 2024-11-20"))
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="DIR", help=_("The stick's folder"))
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True, metavar="DIR",
              help=_("The folder of the finished days"))  # fmt: skip
def usb(station: str, date: datetime.date, to: Path, out: Path) -> None:
    """Write the day's folder and say that it was read back."""
    from broadcast.deliver.stick import export as write

    done = write(out, date, station, to)
    count = ngettext("{count} programme", "{count} programmes", done.programmes).format(count=done.programmes)
    click.echo(_("{folder}: {count}, {files} files, read back and compared").format(
        folder=done.folder, count=count, files=done.files
    ))  # fmt: skip
    for fault in done.faults:
        click.echo(str(fault), err=True)
