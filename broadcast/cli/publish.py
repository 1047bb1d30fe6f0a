"""`broadcast publish`: make the operators' pages, play lists and feeds from what is built."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli.options import folder_option, own, standing
from broadcast.errors import Faults
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.campaign.campaign import Campaign
    from broadcast.deliver.published import Published

WAIT = 600.0  # seconds for a build that is at work


@click.command(help=_("Make the operators' pages, play lists and feeds from what is built; every build does it too."))
@click.option("--campaign", "segments", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              metavar="DIR", help=_("The folder with campaign.yaml"))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True, metavar="DIR",
              help=_("The folder with the days that are built"))  # fmt: skip
@click.option("--url", "base", metavar="URL", help=_("The site's address, for the feeds; builds remember it"))
@click.option("--zip/--no-zip", "archives", default=None,
              help=_("Make a ZIP of each station's day, for today and later days; builds remember it"))  # fmt: skip
@folder_option
def publish(segments: Path, out: Path, base: str | None, archives: bool | None, folder: Path | None) -> None:
    """Make the site and say what was written."""
    from broadcast.build.lock import alone
    from broadcast.build.store import FOLDER
    from broadcast.campaign import read

    campaign = read(segments)
    with alone(standing(out) / FOLDER, WAIT):
        done = site(out, campaign, base=base, archives=archives, keys=own(folder))
    click.echo(
        _("{days} days, {stations} stations: {written} files written, {removed} removed, {signed} signatures").format(
            days=done.days, stations=done.stations, written=done.written, removed=done.removed, signed=done.signed
        )
    )
    if done.faults:
        raise Faults(done.faults)


def site(
    out: Path, campaign: Campaign, *, base: str | None = None, archives: bool | None = None, keys: Path | None = None
) -> Published:
    """Publish at this moment, signed with this user's key; who calls it keeps other runs away.

    Args:
        out: the folder of the days.
        campaign: names, dates and slots.
        base: the site's address; None as before.
        archives: whether to make ZIPs; None as before.
        keys: the folder of the keys; None for this user's own.
    """
    from broadcast.deliver import site as sites

    now = datetime.datetime.now(campaign.zone)
    return sites.publish(out, campaign, now, archives=archives, base=base, keys=own(keys))
