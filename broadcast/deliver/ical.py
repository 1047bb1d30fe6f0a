"""The slots of a station as a calendar, so that a phone reminds its operator."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import lru_cache

from broadcast.campaign.campaign import Campaign, Slot
from broadcast.campaign.station import Station
from broadcast.i18n import _, speaking

REMINDER = 10  # minutes before the slot


def calendar(campaign: Campaign, station: Station, language: str = "vi") -> bytes:
    """Give every slot of the campaign as an event with a reminder (RFC 5545).

    Times are in UTC, so that no reader has to know the campaign's zone; the same campaign gives the
    same bytes.
    """
    with speaking(language):
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//broadcast//slots//VI",
            "CALSCALE:GREGORIAN",
            f"X-WR-CALNAME:{_text(f'{station.name} · {campaign.title}')}",
            f"X-WR-TIMEZONE:{campaign.zone.key}",
        ]
        for day in _days(campaign):
            for slot in campaign.slots:
                lines += _event(campaign, station, day, slot)
        lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(campaign: Campaign, station: Station, day: datetime.date, slot: Slot) -> Iterable[str]:
    start = datetime.datetime.combine(day, slot.at, campaign.zone)
    stamp = datetime.datetime.combine(campaign.first, datetime.time(), campaign.zone)
    theme = next((each.title for each in campaign.themes if each.date == day), campaign.title)
    task = _("Air the programme of {slot}").format(slot=f"{slot.at:%H:%M}")
    return (
        "BEGIN:VEVENT",
        f"UID:{day:%Y%m%d}-{slot.id}-{station.id}@{campaign.id}",
        f"DTSTAMP:{_utc(stamp)}",
        f"DTSTART:{_utc(start)}",
        f"DTEND:{_utc(start + datetime.timedelta(seconds=slot.seconds))}",
        f"SUMMARY:{_text(task)}",
        f"DESCRIPTION:{_text(theme)}",
        f"LOCATION:{_text(station.name)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(theme)}",
        f"TRIGGER:-PT{REMINDER}M",
        "END:VALARM",
        "END:VEVENT",
    )


def _days(campaign: Campaign) -> Iterator[datetime.date]:
    for number in range((campaign.last - campaign.first).days + 1):
        yield campaign.first + datetime.timedelta(days=number)


@lru_cache(256)
def _utc(moment: datetime.datetime) -> str:
    return f"{moment.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    for sign in ("\\", ";", ","):
        value = value.replace(sign, "\\" + sign)
    return " ".join(value.split())


@lru_cache(4096)  # most lines are the same for all stations
def _folded(line: str) -> bytes:
    """Break a line after at most 75 bytes, never inside a letter (RFC 5545, 3.1)."""
    whole = line.encode()
    if len(whole) <= 75:
        return whole + b"\r\n"
    parts: list[bytes] = [b""]
    for sign in line:
        data = sign.encode()
        if len(parts[-1]) + len(data) > 74 + (len(parts) == 1):
            parts.append(b"")
        parts[-1] += data
    return b"\r\n ".join(parts) + b"\r\n"
