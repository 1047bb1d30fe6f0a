"""The files of one station over all days: its lasting page, feed, calendar and schedule."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.station import Station
from broadcast.deliver.feeds import rss
from broadcast.deliver.ical import calendar
from broadcast.deliver.pages import HubDay, revision, station_page
from broadcast.deliver.record import DayRecord
from broadcast.deliver.schedule import liquidsoap


def identity(station: str, campaign: Campaign, days: Sequence[DayRecord], base: str) -> str:
    """Hash everything that the station's files are made of."""
    parts = [revision(), base, campaign.id, campaign.title, str(campaign.first), str(campaign.last)]
    parts += [repr(campaign.zone.key), repr([(slot.id, slot.seconds) for slot in campaign.slots])]
    parts += [f"{theme.date} {theme.title}" for theme in campaign.themes]
    parts += [f"{day.date} {day.stations[station].print}" for day in days if station in day.stations]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def hub_files(station: str, campaign: Campaign, days: Sequence[DayRecord], base: str) -> Iterator[tuple[str, bytes]]:
    """Give names and bytes of the files in `stations/<station>/`."""
    name = station_name(station, days)
    yield "index.html", station_page(station, name, campaign.title, hub_days(station, days)).encode()
    yield "feed.xml", rss(station, name, days, base=base)
    yield "slots.ics", calendar(campaign, Station(station, name, "commune"))
    yield "schedule.liq", liquidsoap(station, days)
    yield "app.webmanifest", web_manifest(name, campaign.title)


def hub_days(station: str, days: Sequence[DayRecord]) -> Iterator[HubDay]:
    """Give the days that a station has, in order."""
    for day in days:
        if station in day.stations:
            yield HubDay(day.date, day.theme, day.stations[station].entries)


def station_name(station: str, days: Sequence[DayRecord]) -> str:
    """Give a station's name as its latest day knows it."""
    return next((day.stations[station].name for day in reversed(days) if station in day.stations), station)


def web_manifest(name: str, title: str) -> bytes:
    """Give what a phone needs to keep the page on its home screen (W3C Web Application Manifest)."""
    icons = [
        {
            "src": f"../../assets/icon-{side}.png",
            "sizes": f"{side}x{side}",
            "type": "image/png",
            "purpose": "any maskable",
        }
        for side in (192, 512)
    ]
    return json.dumps(
        {
            "name": f"{name} · {title}",
            "short_name": name,
            "lang": "vi",
            "start_url": "index.html",
            "scope": "../../",
            "display": "browser",
            "background_color": "#ffffff",
            "theme_color": "#0b4a30",
            "icons": icons,
        },
        ensure_ascii=False,
        indent=1,
    ).encode()
