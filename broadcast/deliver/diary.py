"""The diary of a station's week (sổ nhật ký phát thanh): what was planned, beside it what was confirmed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from broadcast.build.manifest import NAME as MANIFEST
from broadcast.build.manifest import ManifestProgramme, load
from broadcast.campaign.campaign import Campaign
from broadcast.deliver import shown
from broadcast.deliver.airing import Airing, Key
from broadcast.deliver.day import hour, station_days
from broadcast.deliver.document import Cell, Document, Table
from broadcast.errors import BroadcastError
from broadcast.i18n import _, speaking


@dataclass(frozen=True, slots=True)
class Aired:
    """One slot of one station: the programme that was planned, and the confirmation; None where there is none."""

    date: datetime.date
    station: str
    slot: str
    programme: ManifestProgramme | None
    said: Airing | None


def slots(out: Path, campaign: Campaign, said: Mapping[Key, Airing]) -> Iterator[Aired]:
    """Give every slot of every station of the campaign, day by day."""
    date = campaign.first
    while date <= campaign.last:
        path = out / date.isoformat() / MANIFEST
        days = {day.station.id: day for day in station_days(load(path))} if path.is_file() else {}
        for station in campaign.stations:
            day = days.get(station.id)
            made = {hour(each.slot): each for each in day.programmes} if day else {}
            for slot in campaign.slots:
                at = f"{slot.at:%H:%M}"
                yield Aired(date, station.id, at, made.get(at), said.get((station.id, date, at)))
        date += datetime.timedelta(days=1)


def week(text: str) -> tuple[datetime.date, datetime.date]:
    """Read a week as people write it, "2024-W47" or any of its days; give its Monday and Sunday.

    Raises:
        BroadcastError: it is neither.
    """
    try:
        day = datetime.date.fromisoformat(f"{text}-1" if "W" in text.upper() and text.count("-") == 1 else text)
    except ValueError as error:
        raise BroadcastError(
            _("{text} is not a week").format(text=text), hint=_("write it like 2024-W47, or give any day of it")
        ) from error
    monday = day - datetime.timedelta(days=day.weekday())
    return monday, monday + datetime.timedelta(days=6)


def diary(
    out: Path, campaign: Campaign, station: str, days: tuple[datetime.date, datetime.date], said: Mapping[Key, Airing]
) -> Document:
    """Make the diary of a station from the first to the last of `days`, in Vietnamese.

    Raises:
        BroadcastError: the campaign has no such station, or is not on the air in these days.
    """
    place = next((each for each in campaign.stations if each.id == station), None)
    if place is None:
        names = ", ".join(each.id for each in campaign.stations)
        raise BroadcastError(
            _("unknown station {name}").format(name=station), hint=_("the stations are {names}").format(names=names)
        )
    found = [each for each in slots(out, campaign, said) if each.station == station and days[0] <= each.date <= days[1]]
    if not found:
        raise BroadcastError(
            _("{first} to {last} are not dates of the campaign").format(first=days[0], last=days[1]),
            hint=_("its dates are {first} to {last}").format(first=campaign.first, last=campaign.last),
        )
    with speaking("vi"):
        return Document(
            (campaign.organiser.upper(), _("Radio station of {station}").format(station=place.name).upper()),
            _("DIARY OF RADIO PROGRAMMES"),
            (
                campaign.title,
                _("Week from {first} to {last}").format(first=numbered(days[0]), last=numbered(days[1])),
            ),
            (Table(_("Programmes"), _head(), tuple(_row(n, each) for n, each in enumerate(found, 1)), _WIDTHS),),
            place.name,
            (_("Keeper of the diary"), _("Head of the station")),
            landscape=True,
        )


_WIDTHS = (4, 13, 8, 32, 9, 9, 18, 14, 19)


def _head() -> tuple[str, ...]:
    return (
        _("Number"), _("Day"), _("Planned"), _("Programme"), _("Length"), _("Aired at"), _("Why not aired"),
        _("Confirmed by"), _("SHA-256 of the file"),
    )  # fmt: skip


def _row(number: int, each: Aired) -> tuple[Cell, ...]:
    made, said = each.programme, each.said
    titles = "; ".join(piece.title for piece in made.pieces if piece.kind == "message") if made else _("no programme")
    when = said.at if said and said.aired else ""
    why = (said.reason if said else _("not confirmed")) if not when else ""
    return (
        number,
        f"{shown.weekday(each.date)} {numbered(each.date)}",
        each.slot,
        titles,
        shown.length(made.seconds) if made else "",
        when,
        why,
        said.by if said else "",
        said.sha256 if said else "",
    )


def numbered(date: datetime.date) -> str:
    """Write a date in figures as documents do: 20/11/2024."""
    return f"{date.day:02}/{date.month:02}/{date.year}"
