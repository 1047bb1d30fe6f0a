"""`broadcast publish`: make the operators' pages, play lists and feeds from what is built."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from broadcast.errors import Faults
from broadcast.i18n import _


@click.command(help=_("Make the operators' pages, play lists and feeds from what is built."))
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              metavar="DIR", help=_("The folder with campaign.yaml"))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True, metavar="DIR",
              help=_("The folder with the days that are built"))  # fmt: skip
@click.option("--url", "base", default="", metavar="URL", help=_("The site's address, for the feeds"))
@click.option("--zip/--no-zip", "archives", default=True, show_default=True,
              help=_("Make a ZIP of each station's day, for today and later days"))  # fmt: skip
def publish(folder: Path, out: Path, base: str, archives: bool) -> None:
    """Make the operators' pages, play lists and feeds from what is built."""
    from broadcast.campaign import read
    from broadcast.deliver import site

    campaign = read(folder)
    done = site.publish(out, campaign, datetime.datetime.now(campaign.zone), archives=archives, base=base)
    click.echo(
        _("{days} days, {stations} stations: {written} files written, {removed} removed").format(
            days=done.days, stations=done.stations, written=done.written, removed=done.removed
        )
    )
    if done.faults:
        raise Faults(done.faults)
