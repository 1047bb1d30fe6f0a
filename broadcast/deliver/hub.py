"""The files of one station over all days: its lasting page, feed, calendar and schedule."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.station import Station
from broadcast.deliver.feeds import rss
from broadcast.deliver.ical import calendar
from broadcast.deliver.pages import HubDay, revision, station_page
from broadcast.deliver.record import DayRecord
from broadcast.deliver.schedule import liquidsoap


def identities(station: str, campaign: Campaign, days: Sequence[DayRecord], base: str) -> tuple[str, str]:
    """Hash everything that the station's `lasting_files` are made of, and its `daily_files`."""
    lasting = [revision(), campaign.id, campaign.title, str(campaign.first), str(campaign.last)]
    lasting += [repr(campaign.zone.key), repr([(slot.id, slot.seconds) for slot in campaign.slots])]
    lasting += [f"{theme.date} {theme.title}" for theme in campaign.themes]
    lasting.append(station_name(station, days))
    daily = [revision(), base, campaign.title]
    daily += [f"{day.date} {day.stations[station].print}" for day in days if station in day.stations]
    return _hash(lasting), _hash(daily)


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def lasting_files(station: str, campaign: Campaign, days: Sequence[DayRecord]) -> Iterator[tuple[str, bytes]]:
    """Give names and bytes of the files in `stations/<station>/` that no further day changes."""
    name = station_name(station, days)
    yield "slots.ics", calendar(campaign, Station(station, name, "commune"))
    yield "app.webmanifest", web_manifest(name, campaign.title)


def daily_files(station: str, campaign: Campaign, days: Sequence[DayRecord], base: str) -> Iterator[tuple[str, bytes]]:
    """Give names and bytes of the files in `stations/<station>/` that list its days."""
    name = station_name(station, days)
    yield "index.html", station_page(station, name, campaign.title, hub_days(station, days)).encode()
    yield "feed.xml", rss(station, name, days, base=base)
    yield "schedule.liq", liquidsoap(station, days)


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
