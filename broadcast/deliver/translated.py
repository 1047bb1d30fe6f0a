"""The site's pages in another language than the one on the disk, rendered when they are asked for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from broadcast.build.manifest import NAME, load
from broadcast.deliver import pages, record
from broadcast.deliver.airing import Airing, Key
from broadcast.deliver.board import board_pages
from broadcast.deliver.day import StationDay, present, station_days
from broadcast.deliver.edition import texts
from broadcast.deliver.hub import hub_days, station_name
from broadcast.deliver.record import DayRecord
from broadcast.deliver.site import dates

_DATE = r"(?P<date>\d{4}-\d\d-\d\d)"
_BOARD = re.compile(rf"{_DATE}/(?P<page>(?:index|page-\d+)\.html)?")
_DAY = re.compile(rf"{_DATE}/(?P<station>[a-z0-9][a-z0-9-]*)/(?:index\.html)?")
_STATION = re.compile(r"stations/(?P<station>[a-z0-9][a-z0-9-]*)/(?:index\.html)?")


def day(out: Path, date: str, station: str) -> StationDay | None:
    """Give a station's day of the site; None when there is none."""
    if not re.fullmatch(_DATE, date):
        return None
    return next((each for each in _days(out, date) if each.station.id == station), None)


def page(out: Path, path: str, language: str, said: Mapping[Key, Airing] | None = None) -> str | None:
    """Render the page at `path` of the site in `out`; None when there is none (or it is no page).

    Args:
        out: the site.
        path: of the request.
        language: "vi" or "en".
        said: what was confirmed, where confirmations are taken; the day's page then has a form for each slot.
    """
    asked = path.lstrip("/")
    if asked in ("", "index.html"):
        days = _records(out)
        return pages.home_page(days[-1].title if days else "", days, language)
    if found := _STATION.fullmatch(asked):
        return _station(found["station"], _records(out), language)
    if found := _BOARD.fullmatch(asked):
        made = dict(board_pages(_days(out, found["date"]), language))
        return made.get(found["page"] or "index.html")
    if found := _DAY.fullmatch(asked):
        return _day(out / found["date"], found["station"], _days(out, found["date"]), language, said)
    return None


def _station(station: str, days: list[DayRecord], language: str) -> str | None:
    if not any(station in day.stations for day in days):
        return None
    return pages.station_page(station, station_name(station, days), days[-1].title, hub_days(station, days), language)


def is_day(path: str) -> bool:
    """Tell whether a path is that of a station's page of a day."""
    return _DAY.fullmatch(path.lstrip("/")) is not None


def _day(
    folder: Path, station: str, days: tuple[StationDay, ...], language: str, said: Mapping[Key, Airing] | None
) -> str | None:
    for day in days:
        if day.station.id == station:
            archive = folder / station / f"{day.stem}.zip"
            there = present(day, folder)
            size = archive.stat().st_size if archive.is_file() else 0
            return pages.day_page(there, texts(there, folder), size, language, said=said)
    return None


def _records(out: Path) -> list[DayRecord]:
    found = (record.load_day(out / date.isoformat()) for date in dates(out))
    return [day for day in found if day]


def _days(out: Path, date: str) -> tuple[StationDay, ...]:
    manifest = out / date / NAME
    if not manifest.is_file() or datetime.date.fromisoformat(date) not in dates(out):
        return ()
    return _loaded(manifest, manifest.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _loaded(manifest: Path, changed: int) -> tuple[StationDay, ...]:  # `changed`: a new manifest is read anew
    return tuple(station_days(load(manifest)))
