"""Search: the exact way to a plan that keeps every promise, for campaigns so tight that repair finds none.

It goes through the turns in order and tries every programme that fits each, leaving a branch as soon as some
promise can no longer be kept on it. It is bounded: a campaign with many messages a turn has too many
programmes to try, but also enough room for repair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from broadcast.plan.demand import Demand

ROWS = 3_000  # programmes that are looked at for one turn
STEPS = 30_000  # programmes that are tried in all

Row = tuple[int, ...]


def search(task: Demand) -> tuple[Row, ...] | None:
    """Find rows for all turns that keep every promise and fit every slot; None when none was found in bounds."""
    fitting = []
    for turn in range(len(task.turns)):
        rows = _fitting(task, turn)
        if not rows:
            return None
        fitting.append(rows)
    return _Search(task, fitting).run()


def _fitting(task: Demand, turn: int) -> list[Row]:
    """List the programmes that fit a turn, those that serve most first; none when there are too many."""
    fixed = task.fixed[turn]
    free = [message for message, where in enumerate(task.may) if turn in where]
    rows: list[Row] = []
    for row in _rows(task, turn, fixed, free):
        rows.append(row)
        if len(rows) > ROWS:
            return []
    return sorted(rows, key=lambda row: (-sum(len(task.messages[message].topics) for message in row), row))


def _rows(task: Demand, turn: int, fixed: Row, free: list[int]) -> Iterator[Row]:
    slot = task.turns[turn].slot
    low, high = round((slot.seconds - slot.tolerance) * 10), round((slot.seconds + slot.tolerance) * 10)
    base = task.frame[turn] + sum(task.lengths[message] for message in fixed) + task.join * max(0, len(fixed) - 1)
    shortest = min((task.lengths[message] for message in free), default=0)
    for count in range(len(free) + 1):
        joins = task.join * (count if fixed else max(0, count - 1))
        if base + joins + count * shortest > high:
            return
        for tried, extra in enumerate(combinations(free, count)):
            if tried > STEPS:
                return
            if low <= base + joins + sum(task.lengths[message] for message in extra) <= high:
                yield fixed + extra


class _Search:
    """One search: what is served so far, and what the turns to come could still serve at best."""

    def __init__(self, task: Demand, fitting: list[list[Row]]) -> None:
        self._task = task
        self._fitting = fitting
        self._needs = Counter({f"topic {name}": max(1, task.promises.each_topic) for name in task.topics})
        self._needs.update({f"audience {name}": 1 for name in task.audiences})
        self._serves = [
            frozenset([f"topic {name}" for name in each.topics] + [f"audience {name}" for name in each.audiences])
            for each in task.messages
        ]
        self._still = self._bounds()
        self._steps = 0

    def run(self) -> tuple[Row, ...] | None:
        """Go through the turns, depth first."""
        rows: list[Row] = []
        return tuple(rows) if self._go(rows) else None

    def _bounds(self) -> list[Counter[str]]:
        """Count for each turn what it and all after it can serve at best."""
        still: list[Counter[str]] = [Counter()]
        for rows in reversed(self._fitting):
            most: Counter[str] = Counter()
            for row in rows:
                most |= self._served([row])
            still.append(still[-1] + most)
        return still[::-1]

    def _served(self, rows: list[Row]) -> Counter[str]:
        return Counter(key for row in rows for message in row for key in self._serves[message])

    def _go(self, rows: list[Row]) -> bool:
        turn = len(rows)
        if not self._hopeful(rows):
            return False
        if turn == len(self._fitting):
            return True
        for row in self._fitting[turn]:
            self._steps += 1
            if self._steps > STEPS:
                return False
            if turn and not self._apart(rows[-1], row, turn):
                continue
            rows.append(row)
            if self._go(rows):
                return True
            rows.pop()
        return False

    def _apart(self, before: Row, row: Row, turn: int) -> bool:
        """Tell whether no message comes twice running, but for what is bound to both programmes."""
        fixed = set(self._task.fixed[turn - 1]) & set(self._task.fixed[turn])
        return not (set(before) & set(row)) - fixed

    def _hopeful(self, rows: list[Row]) -> bool:
        served, still = self._served(rows), self._still[len(rows)]
        if any(served[key] + still[key] < need for key, need in self._needs.items()):
            return False
        return self._days_kept(rows)

    def _days_kept(self, rows: list[Row]) -> bool:
        """Tell whether the days that are full have their daily topics and promised audiences."""
        turns, promises = self._task.turns, self._task.promises
        over = len(rows) == len(turns)
        full = turns[-1].day + 1 if over else turns[len(rows)].day
        days: list[set[str]] = [set() for _day in range(full)]
        for turn, row in zip(turns, rows, strict=False):
            if turn.day < full:
                days[turn.day].update(key for message in row for key in self._serves[message])
        if any(f"topic {name}" not in day for name in promises.daily_topics for day in days):
            return False
        pairs = zip(days, days[1:] if turns[-1].day else days, strict=False)
        return all(
            f"audience {name}" in first | second for first, second in pairs for name in promises.every_second_day
        )
