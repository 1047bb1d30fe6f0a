"""Pruning: days that are over and sound that nothing needs leave the disk; what a kept day needs never does."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from broadcast import cache
from broadcast.build import ledger as ledgers
from broadcast.build import leftover, trial
from broadcast.build.day import ledger_path
from broadcast.build.store import FOLDER, Store
from broadcast.files import unwritable

_DAY = 86_400.0
_KEY = 16  # digits of a piece's key that a ledger remembers


@dataclass(frozen=True, slots=True)
class Wish:
    """What may go: days before `before`, what was unused for `age` days, then the oldest records above `room` bytes."""

    before: datetime.date | None = None
    age: float | None = None
    room: int | None = None


@dataclass(frozen=True, slots=True)
class Pruned:
    """What went: days, records of the store, records that had rotted, files of the cache, and the bytes of all."""

    days: tuple[str, ...]
    records: int
    rotten: int
    remembered: int
    bytes: int


@dataclass(frozen=True, slots=True)
class _Record:
    path: Path
    size: int
    used: float


def prune(out: Path, wish: Wish, now: datetime.datetime) -> Pruned:
    """Remove what a wish allows, there and in the user's cache, and every record of the store that has rotted.

    Args:
        out: the folder of finished programmes.
        wish: what may go.
        now: an aware instant.

    Raises:
        UnwritableError: something cannot be removed.
    """
    try:
        days, freed = _over(out, wish, partial(ledger_path, out / FOLDER))
        # listened to, or never: nobody signs a trial now
        _days, tried = _over(out / trial.FOLDER, wish, partial(trial.ledger_path, out / FOLDER))
        needed = _needed(out / FOLDER)
        whole, rotten = _examined(out / FOLDER)
        goes = [*rotten, *_unneeded([each for each in whole if each.path.name[:_KEY] not in needed], whole, wish, now)]
        for record in goes:
            record.path.unlink(missing_ok=True)
        remembered, size = cache.forget(wish.age * _DAY, now.timestamp()) if wish.age is not None else (0, 0)
    except OSError as error:
        raise unwritable(Path(error.filename or out), error) from error
    freed += tried + size + sum(each.size for each in goes)
    return Pruned(days, len(goes) - len(rotten), len(rotten), remembered, freed)


def _over(place: Path, wish: Wish, ledger: Callable[[datetime.date], Path]) -> tuple[tuple[str, ...], int]:
    """Remove the days in a place that are over, each with its ledger; give them, and their bytes."""
    gone = [(folder, date) for folder, date in leftover.days(place) if wish.before and date < wish.before]
    freed = 0
    for folder, date in gone:
        freed += sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        shutil.rmtree(folder)
        ledger(date).unlink(missing_ok=True)
    return tuple(str(date) for _folder, date in gone), freed


def _needed(store: Path) -> frozenset[str]:
    """Give the keys of the pieces that a day, or the reserve, is made of."""
    found: set[str] = set()
    for path in (store / "days").glob("*.jsonl"):
        found |= {name.rpartition("@")[2] for name in ledgers.read(path).pieces}
    return frozenset(found)


def _examined(store: Path) -> tuple[list[_Record], list[_Record]]:
    """Read every record by its sum; give the whole ones and the others."""
    whole: list[_Record] = []
    rotten: list[_Record] = []
    for path in (*store.glob("sentence/*/*"), *store.glob("piece/*/*")):
        seen = path.stat()
        record = _Record(path, seen.st_size, max(seen.st_mtime, seen.st_atime))
        (whole if Store.whole(path) else rotten).append(record)
    return whole, rotten


def _unneeded(free: list[_Record], whole: list[_Record], wish: Wish, now: datetime.datetime) -> list[_Record]:
    """Choose among the records that no day needs: the old ones, then the oldest until the rest has room."""
    free = sorted(free, key=lambda each: each.used)
    gone = [each for each in free if wish.age is not None and now.timestamp() - each.used > wish.age * _DAY]
    left = sum(each.size for each in whole) - sum(each.size for each in gone)
    for each in free[len(gone) :]:
        if wish.room is None or left <= wish.room:
            break
        gone.append(each)
        left -= each.size
    return gone
