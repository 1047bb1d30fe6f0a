"""One day of one station, taken out of the manifest: what its page, playlist and feeds are made of."""

from __future__ import annotations

import datetime
import hashlib
import posixpath
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from broadcast.build.manifest import Manifest, ManifestProgramme, ManifestStation, Missing
from broadcast.i18n import _

# ready: made for this slot; previous, standby: something else is aired; missing: nothing is there.
# "late" is a missing one whose hour has come: only the clock of the reader can tell.
Status = Literal["ready", "previous", "standby", "missing"]
STATUSES: tuple[Status, ...] = ("ready", "previous", "standby", "missing")


@dataclass(frozen=True, slots=True)
class StationDay:
    """A station's share of a manifest; `slots` are "HH:MM", programmes and missing are in slot order."""

    campaign: str
    title: str
    theme: str
    zone: str
    date: datetime.date
    slots: tuple[str, ...]
    station: ManifestStation
    programmes: tuple[ManifestProgramme, ...]
    missing: tuple[Missing, ...]

    @property
    def stem(self) -> str:
        """Name the day's own files: "20241120_dinh-ca"."""
        return f"{self.date:%Y%m%d}_{self.station.id}"

    @property
    def print(self) -> str:
        """Hash everything that the day's files are made of."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:32]

    def near(self, path: str) -> str:
        """Give the way from the station's folder to a path of the manifest."""
        folder, _slash, name = path.rpartition("/")
        return name if folder == self.station.id else posixpath.relpath(path, self.station.id)

    def sha256(self, slot: str) -> str:
        """Give the SHA-256 of the file that stands for `slot`, "" when none does."""
        return next((each.sha256 for each in self.programmes if hour(each.slot) == hour(slot)), "")

    def starts(self, slot: str) -> datetime.datetime:
        """Give the instant at which the programme of `slot` begins."""
        return instant(self.date, slot, self.zone)


def station_days(manifest: Manifest) -> Iterator[StationDay]:
    """Give each station's day, in the manifest's order, in one walk over the programmes."""
    programmes: defaultdict[str, list[ManifestProgramme]] = defaultdict(list)
    missing: defaultdict[str, list[Missing]] = defaultdict(list)
    for programme in manifest.programmes:
        programmes[programme.station].append(programme)
    for each in manifest.missing:
        missing[each.station].append(each)
    for station in manifest.stations:
        yield StationDay(
            campaign=manifest.campaign,
            title=manifest.title,
            theme=manifest.theme,
            zone=manifest.zone,
            date=manifest.date,
            slots=tuple(hour(slot) for slot in manifest.slots),
            station=station,
            programmes=tuple(sorted(programmes[station.id], key=lambda programme: hour(programme.slot))),
            missing=tuple(sorted(missing[station.id], key=lambda each: hour(each.slot))),
        )


def present(day: StationDay, folder: Path) -> StationDay:
    """Move programmes whose files are not in `folder` (the manifest's) to the missing ones."""
    gone = tuple(each for each in day.programmes if not _whole(folder / each.file, each.bytes))
    if not gone:
        return day
    reason = _("the file is not on the disk, or not whole")
    missing = day.missing + tuple(Missing(each.station, each.slot, reason) for each in gone)
    return replace(day, programmes=tuple(each for each in day.programmes if each not in gone), missing=missing)


def statuses(day: StationDay) -> tuple[tuple[str, Status], ...]:
    """Tell for each slot of the day what stands there."""
    made = {hour(programme.slot): _status(programme) for programme in day.programmes}
    return tuple((slot, made.get(slot, "missing")) for slot in day.slots)


def hour(slot: str) -> str:
    """Write a slot as people do: "0530" and "05:30" are both "05:30"."""
    digits = slot.replace(":", "")
    return f"{digits[:2]}:{digits[2:]}"


def instant(date: datetime.date, slot: str, zone: str) -> datetime.datetime:
    """Give the instant of a local time of day."""
    return datetime.datetime.combine(date, datetime.time.fromisoformat(hour(slot)), ZoneInfo(zone))


def _status(programme: ManifestProgramme) -> Status:
    return "ready" if programme.rung == "fresh" else programme.rung


def _whole(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size
