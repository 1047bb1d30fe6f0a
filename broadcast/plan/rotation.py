"""Rotation: whose turn it is, chosen in one pass that does not look at exact lengths.

A sentence that grows by a few syllables therefore changes no choice here; only where a programme no longer
fits its slot does `repair` change it, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable

from broadcast.plan.demand import Demand, serving
from broadcast.plan.draft import INNER, Draft

THEMED = 2  # messages for the day's theme that each programme gets first
GRAIN = 20  # tenths of a second: how coarsely the usual length of a message is known here


def keep(demand: Demand, start: Iterable[Iterable[str]], inner: float = INNER) -> Draft:
    """Let the fixed messages stand, and of a plan that is there already what still may.

    Args:
        demand: the task.
        start: for each turn the ids of messages to keep, such as another group's.
        inner: the share of the tolerance that a programme's length may use for nothing.
    """
    draft = Draft(demand, inner)
    for turn, fixed in enumerate(demand.fixed):
        for message in fixed:
            draft.put(turn, message)
    _keep(draft, start)
    return draft


def rotate(draft: Draft) -> None:
    """Fill every turn that has room: the promises of the day, its theme, then whoever is due; equals go by id."""
    filling = _Filling(draft, _room(draft))
    _daily(filling)
    _theme(filling)
    _audiences(filling)
    for turn in range(len(draft.demand.turns)):
        while filling.place([turn], range(len(draft.demand.messages))):
            pass


def _keep(draft: Draft, start: Iterable[Iterable[str]]) -> None:
    index = {segment.id: message for message, segment in enumerate(draft.demand.messages)}
    for turn, row in enumerate(start):
        for name in row:
            message = index.get(name)
            if message is not None and draft.can_stand(turn, message):
                draft.put(turn, message)


def _room(draft: Draft) -> list[int]:
    """Count how many messages of the usual length fit each turn."""
    demand = draft.demand
    rotating = [length for message, length in enumerate(demand.lengths) if demand.may[message]]
    usual = max(GRAIN, round(sum(rotating) / len(rotating) / GRAIN) * GRAIN) if rotating else GRAIN
    room = []
    for turn, fixed in enumerate(demand.fixed):
        taken = sum(demand.lengths[message] + demand.join for message in fixed)
        left = round(demand.turns[turn].slot.seconds * 10) - demand.frame[turn] - taken + demand.join
        room.append(len(fixed) + max(0, round(left / (usual + demand.join))))
    return room


class _Filling:
    """A draft that is being filled, up to the room of each turn."""

    def __init__(self, draft: Draft, room: list[int]) -> None:
        self.draft = draft
        self.days = _by_day(draft)
        self._room = room

    def place(self, turns: Iterable[int], messages: Iterable[int]) -> bool:
        """Put the best of the messages at the best of the turns that have room; False when none can stand."""
        draft, wanted = self.draft, tuple(messages)
        options = [
            (_gain(draft, turn, message), rank, message, turn)
            for rank, turn in enumerate(turns)
            if len(draft.rows[turn]) < self._room[turn]
            for message in wanted
            if draft.can_stand(turn, message)
        ]
        if options:
            *_rest, message, turn = min(options)
            draft.put(turn, message)
        return bool(options)


def _gain(draft: Draft, turn: int, message: int) -> int:
    before = draft.taste
    draft.put(turn, message)
    cost = draft.taste - before
    draft.take(turn, message)
    return cost + draft.crowding(turn, message)


def _daily(filling: _Filling) -> None:
    """Give every day its daily topics, in the morning and in the afternoon by turns."""
    draft = filling.draft
    for day, turns in enumerate(filling.days):
        for topic in draft.demand.promises.daily_topics:
            if not draft.on_day[topic, day]:
                first = day % len(turns)
                filling.place(turns[first:] + turns[:first], serving(draft.demand, topic=topic))


def _theme(filling: _Filling) -> None:
    draft = filling.draft
    for turn, each in enumerate(draft.demand.turns):
        theme = each.theme
        if theme is None:
            continue
        wishes = [serving(draft.demand, topic=topic) for topic in theme.topics]
        wishes += [serving(draft.demand, audience=audience) for audience in theme.audiences]
        for messages in wishes:
            if draft.themes(turn) < THEMED:
                filling.place([turn], messages)


def _audiences(filling: _Filling) -> None:
    draft = filling.draft
    for audience in draft.demand.promises.every_second_day:
        for window in draft.windows():
            if not any(draft.for_day[audience, day] for day in window):
                turns = [turn for day in window for turn in filling.days[day]]
                filling.place(turns, serving(draft.demand, audience=audience))


def _by_day(draft: Draft) -> list[list[int]]:
    days: dict[int, list[int]] = {}
    for turn, each in enumerate(draft.demand.turns):
        days.setdefault(each.day, []).append(turn)
    return list(days.values())
