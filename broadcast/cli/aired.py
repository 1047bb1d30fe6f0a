"""`broadcast aired`: confirm what a station aired, when, or why not."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from broadcast.cli.options import Day, folder_option, own
from broadcast.errors import BroadcastError
from broadcast.i18n import _


@click.command(help=_("Confirm that a station aired a programme, and when, or why not; it goes into the diary."))
@click.option("--station", required=True, help=_("The station's id"))
@click.option("--date", required=True, type=Day(), help=_("The day, like 2024-11-20"))
@click.option("--slot", required=True, metavar="HH:MM", help=_("The slot, like 05:30"))
@click.option("--at", default="", metavar="HH:MM", help=_("When it was aired"))
@click.option("--not", "reason", default="", metavar="REASON", help=_("Why it was not aired"))
@click.option("--by", default="", metavar="NAME", help=_("Who confirms it"))
@click.option("--campaign", "segments", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              metavar="DIR", help=_("The folder with campaign.yaml"))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True, metavar="DIR",
              help=_("The folder of the programmes; the journal takes the file's SHA-256 from there"))  # fmt: skip
@folder_option
def aired(  # noqa: PLR0913, PLR0917 - click calls it by name, one argument an option
    station: str,
    date: datetime.date,
    slot: str,
    at: str,
    reason: str,
    by: str,
    segments: Path,
    out: Path,
    folder: Path | None,
) -> None:
    """Write one line into the journal."""
    from broadcast.campaign import read
    from broadcast.deliver.airing import Airing, confirmed, note
    from broadcast.deliver.translated import day

    campaign = read(segments)
    known = [each.id for each in campaign.stations]
    if station not in known:
        raise BroadcastError(
            _("unknown station {name}").format(name=station),
            hint=_("the stations are {names}").format(names=", ".join(known)),
        )
    slots = [f"{each.at:%H:%M}" for each in campaign.slots]
    if slot not in slots or not campaign.first <= date <= campaign.last:
        raise BroadcastError(
            _("the campaign has no slot {slot} on {date}").format(slot=slot, date=date),
            hint=_("its slots are {slots}, its dates {first} to {last}").format(
                slots=", ".join(slots), first=campaign.first, last=campaign.last
            ),
        )
    now = datetime.datetime.now(campaign.zone).replace(microsecond=0)
    built = day(out, date.isoformat(), station)
    heard = built.sha256(slot) if built and at else ""
    note(own(folder), confirmed(Airing(station, date, slot, at, reason.strip(), by.strip(), now, heard)))
    click.echo(_("confirmed: {station}, {date} {slot}").format(station=station, date=date, slot=slot))
    if at and not heard:
        unknown = _("no file for this slot stands in {folder}: the diary will have no SHA-256 of it")
        click.echo(unknown.format(folder=out))
