"""The record of what was published, so that the next run writes only what changed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from broadcast.deliver.day import StationDay, Status, hour, statuses

if TYPE_CHECKING:
    from pydantic import TypeAdapter

NAME = ".site.json"
_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class Entry:
    """A programme as the feeds of several days need it; `file` is relative to the site's root."""

    slot: str
    file: str
    bytes: int
    sha256: str
    seconds: float
    status: Status
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """What stands in a day's folder for one station; `print` is a hash of all it was made of."""

    name: str
    print: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class DayRecord:
    """What was published of one day; `source` is a hash of the manifest and of the pages' own revision."""

    source: str
    date: datetime.date
    zone: str
    title: str
    theme: str
    counts: Mapping[str, int]
    stations: Mapping[str, PublishedDay]
    boards: int  # how many pages the district's board of this day has
    archived: bool
    signed: str = ""  # the stamp of the key, see `signing.Signer`
    files: Mapping[str, str] = field(default_factory=dict)  # marks of what was published beside the sound, see `rot`


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """What was published for each station over all days and as the first page (hashes), and with which wishes."""

    stations: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    home: str = ""
    base: str = ""
    archives: bool = True
    files: Mapping[str, str] = field(default_factory=dict)  # marks of all that is not a day's


def entries(day: StationDay) -> tuple[Entry, ...]:
    """Take from a day what feeds need."""
    found = dict(statuses(day))
    return tuple(
        Entry(
            slot=hour(each.slot),
            file=f"{day.date}/{each.file}",
            bytes=each.bytes,
            sha256=each.sha256,
            seconds=each.seconds,
            status=found.get(hour(each.slot), "ready"),
            messages=tuple(piece.title for piece in each.pieces if piece.kind == "message"),
        )
        for each in day.programmes
    )


def load_day(folder: Path) -> DayRecord | None:
    """Read what was published in a day's folder; None when nothing was, or by another version."""
    return _read(folder / NAME, _days())


def load_site(out: Path) -> SiteRecord:
    """Read what was published for the stations."""
    return _read(out / NAME, _sites()) or SiteRecord()


def lost(out: Path) -> bool:
    """Tell whether days were published here and what was noted of the whole site, with its wishes, is gone."""
    return any(out.glob(f"????-??-??/{NAME}")) and _read(out / NAME, _sites()) is None


def save_day(folder: Path, record: DayRecord, write: Callable[[Path, bytes], None]) -> None:
    """Keep what was published in a day's folder, through `write(path, bytes)`."""
    write(folder / NAME, _days().dump_json(record))


def save_site(out: Path, record: SiteRecord, write: Callable[[Path, bytes], None]) -> None:
    """Keep what was published for the stations, through `write(path, bytes)`."""
    write(out / NAME, _sites().dump_json(record))


def _read(path: Path, adapter: TypeAdapter[_Record]) -> _Record | None:
    from pydantic import ValidationError

    try:
        return adapter.validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError):  # an unreadable record costs a fuller run, nothing else
        return None


@cache
def _days() -> TypeAdapter[DayRecord]:
    from pydantic import TypeAdapter

    return TypeAdapter(DayRecord)


@cache
def _sites() -> TypeAdapter[SiteRecord]:
    from pydantic import TypeAdapter

    return TypeAdapter(SiteRecord)
