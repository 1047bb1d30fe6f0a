"""The district's board: all stations and slots of a day at a glance, in pages that stay light."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from broadcast.build.manifest import Missing
from broadcast.deliver.day import STATUSES, StationDay, Status, hour, statuses
from broadcast.deliver.pages import render, status_names
from broadcast.i18n import speaking

ROWS = 150  # stations on one page of the board: under 100 KB with four slots
TROUBLES = 50  # named on the first page; the rest is a number


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one slot of one station; `start` in seconds since 1970."""

    status: Status
    start: int


@dataclass(frozen=True, slots=True)
class Row:
    """A station of the board and its slots."""

    station: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A slot that has no programme, and why."""

    station: str
    name: str
    slot: str
    reason: str


@dataclass(frozen=True, slots=True)
class Board:
    """One page of the board; counts are of the whole day."""

    date: datetime.date
    theme: str
    slots: tuple[str, ...]
    rows: tuple[Row, ...]
    counts: dict[str, int]
    missing: tuple[Trouble, ...]
    more: int
    number: int
    pages: int


def board_pages(days: Sequence[StationDay], language: str = "vi") -> Iterator[tuple[str, str]]:
    """Render the board of one day: file names (relative to the day's folder) and their pages."""
    if not days:
        return
    for board in boards(days):
        name = "index.html" if board.number == 1 else f"page-{board.number}.html"
        with speaking(language):
            yield name, render("board", language, "../", days[0].title, board=board, names=status_names())


def boards(days: Sequence[StationDay]) -> Iterator[Board]:
    """Divide a day's stations into pages."""
    first = days[0]
    starts = {slot: int(first.starts(slot).timestamp()) for slot in first.slots}
    counted = counts(days)
    troubles = tuple(_trouble(day, each) for day in days for each in day.missing)
    pages = -(-len(days) // ROWS)
    for number in range(1, pages + 1):
        shown = days[(number - 1) * ROWS : number * ROWS]
        rows = tuple(_row(day, starts) for day in shown)
        named = troubles[:TROUBLES] if number == 1 else ()
        more = len(troubles) - len(named) if number == 1 else 0
        yield Board(first.date, first.theme, first.slots, rows, counted, named, more, number, pages)


def counts(days: Sequence[StationDay]) -> dict[str, int]:
    """Count the slots of a day by their status."""
    found = Counter(chain.from_iterable((status for _slot, status in statuses(day)) for day in days))
    return {status: found[status] for status in STATUSES}


def _row(day: StationDay, starts: dict[str, int]) -> Row:
    cells = tuple(Cell(status, starts[slot]) for slot, status in statuses(day))
    return Row(day.station.id, day.station.name, cells)


def _trouble(day: StationDay, missing: Missing) -> Trouble:
    return Trouble(day.station.id, day.station.name, hour(missing.slot), missing.reason)
