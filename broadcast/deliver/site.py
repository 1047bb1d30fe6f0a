"""The static site in `audio_out/`: everything that operators and their programs open, made from the manifests."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from broadcast.build.manifest import NAME as MANIFEST
from broadcast.build.manifest import load
from broadcast.campaign.campaign import Campaign
from broadcast.deliver import assets, pages, record
from broadcast.deliver.archive import zipped
from broadcast.deliver.board import board_pages, counts
from broadcast.deliver.day import StationDay, hour, present, station_days
from broadcast.deliver.hub import hub_files, identity
from broadcast.deliver.playlists import m3u8
from broadcast.deliver.record import DayRecord, PublishedDay
from broadcast.errors import Fault
from broadcast.files import write_whole
from broadcast.i18n import _


@dataclass(slots=True)
class Published:
    """What a run did: days and stations that the site shows, files written and removed, what was wrong."""

    days: int = 0
    stations: int = 0
    written: int = 0
    removed: int = 0
    faults: list[Fault] = field(default_factory=list)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file unless it holds these bytes already, so that caches stay right."""
        if not (path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data):
            write_whole(path, data)
            self.written += 1

    def remove(self, path: Path) -> None:
        """Remove a file of the site that has no reason any more."""
        if path.is_file():
            path.unlink()
            self.removed += 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the site is made: the day on which, the ZIPs, and the site's address if it has one."""

    today: datetime.date
    archives: bool = True
    base: str = ""

    def archived(self, date: datetime.date) -> bool:
        """Tell whether a day gets ZIPs: past days do not, whoever needed one has it."""
        return self.archives and date >= self.today


def publish(
    out: Path, campaign: Campaign, now: datetime.datetime, *, archives: bool = True, base: str = ""
) -> Published:
    """Bring the site in `out` up to date with the manifests there; write only what changed.

    The pages know no clock: their script does. `now` only decides which days still get a ZIP.

    Args:
        out: the folder of the days.
        campaign: names, dates and slots.
        now: an aware instant.
        archives: whether to make ZIPs for today and later days.
        base: the address under which the site will be reached, for the feeds; "" leaves links relative.

    Raises:
        BroadcastError: a manifest cannot be read, or the disk refuses.
    """
    wanted = Wanted(now.astimezone(campaign.zone).date(), archives, base.rstrip("/"))
    done = Published()
    days = [_day(out / date.isoformat(), wanted, done) for date in dates(out)]
    assets.write(out, campaign, days, done.write)
    done.write(out / "index.html", pages.home_page(campaign.title, days).encode())
    _stations(out, campaign, days, wanted, done)
    done.days = len(days)
    return done


def dates(out: Path) -> list[datetime.date]:
    """Give the days that have a manifest, in order."""
    found = []
    for path in out.glob(f"????-??-??/{MANIFEST}"):
        try:
            found.append(datetime.date.fromisoformat(path.parent.name))
        except ValueError:  # a folder of someone else's
            continue
    return sorted(found)


def texts(day: StationDay, folder: Path) -> dict[str, str]:
    """Read the words of each programme, by slot; `folder` is the manifest's."""
    found = {}
    for programme in day.programmes:
        path = folder / programme.text
        found[hour(programme.slot)] = path.read_text("utf-8", "replace").strip() if path.is_file() else ""
    return found


def _day(folder: Path, wanted: Wanted, done: Published) -> DayRecord:
    """Bring one day's pages up to date; an unchanged manifest costs one hash of it."""
    date = datetime.date.fromisoformat(folder.name)
    archived = wanted.archived(date)
    source = _source(folder / MANIFEST)
    old = record.load_day(folder)
    if old and (old.source, old.archived) == (source, archived) and _stands(folder, old):
        return old
    manifest = load(folder / MANIFEST)
    days = []
    made: dict[str, PublishedDay] = {}
    for each in station_days(manifest):
        day = present(each, folder)
        done.faults += _absent(each, day)
        days.append(day)
        made[day.station.id] = _station_day(folder, day, old, archived, done)
    written = _board(folder, days, done)
    _sweep(folder, old, made, written, done)
    fresh = DayRecord(
        source, date, manifest.zone, manifest.title, manifest.theme, counts(days), made, written, archived
    )
    record.save_day(folder, fresh)
    return fresh


def _station_day(folder: Path, day: StationDay, old: DayRecord | None, archived: bool, done: Published) -> PublishedDay:
    """Write a station's page, list and ZIP of one day, if what they are made of changed."""
    name = day.station.id
    new = PublishedDay(day.station.name, _print(day.print), record.entries(day))
    before = old.stations.get(name) if old else None
    target = folder / name
    page = target / "index.html"
    if old and before and (before.print, old.archived) == (new.print, archived) and page.is_file():
        return new
    archive, size = target / f"{day.stem}.zip", 0
    if archived and day.programmes:
        data = zipped(day, folder)
        size = len(data)
        done.write(archive, data)
    else:
        done.remove(archive)
    done.write(target / f"{day.stem}.m3u8", m3u8(day))
    done.write(page, pages.day_page(day, texts(day, folder), size).encode())
    return new


def _board(folder: Path, days: list[StationDay], done: Published) -> int:
    made = tuple(board_pages(days))
    for name, page in made:
        done.write(folder / name, page.encode())
    return len(made)


def _sweep(folder: Path, old: DayRecord | None, made: Mapping[str, PublishedDay], boards: int, done: Published) -> None:
    """Remove pages of stations and of board pages that the day no longer has."""
    if not old:
        return
    for station in old.stations.keys() - made.keys():
        stem = f"{old.date:%Y%m%d}_{station}"
        for name in ("index.html", f"{stem}.zip", f"{stem}.m3u8"):
            done.remove(folder / station / name)
    for number in range(max(boards, 1) + 1, old.boards + 1):
        done.remove(folder / f"page-{number}.html")


def _stations(out: Path, campaign: Campaign, days: list[DayRecord], wanted: Wanted, done: Published) -> None:
    """Write the pages and feeds of the stations whose days changed."""
    old = record.load_site(out).stations
    new: dict[str, str] = {}
    for station in sorted({name for day in days for name in day.stations}):
        new[station] = identity(station, campaign, days, wanted.base)
        folder = out / "stations" / station
        if old.get(station) != new[station] or not (folder / "index.html").is_file():
            for name, data in hub_files(station, campaign, days, wanted.base):
                done.write(folder / name, data)
    for station in old.keys() - new.keys():
        for path in sorted((out / "stations" / station).glob("*")):
            done.remove(path)
    if old != new:
        record.save_site(out, record.SiteRecord(new))
    done.stations = len(new)


def _absent(said: StationDay, there: StationDay) -> Iterable[Fault]:
    for programme in said.programmes:
        if programme not in there.programmes:
            yield Fault(
                _("{file} of {date} is not there, or not whole: its page says that it is missing").format(
                    file=programme.file, date=said.date
                ),
                hint=_("run broadcast build: it makes the file again"),
            )


def _stands(folder: Path, old: DayRecord) -> bool:
    return (folder / "index.html").is_file() and all(
        (folder / station / "index.html").is_file() for station in old.stations
    )


def _source(manifest: Path) -> str:
    return _print(hashlib.sha256(manifest.read_bytes()).hexdigest())


def _print(value: str) -> str:
    return f"{pages.revision()}:{value[:32]}"
