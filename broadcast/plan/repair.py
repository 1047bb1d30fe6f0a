"""Repair: the few changes that make every programme fit its slot and keep every promise that rotation missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from broadcast.plan.demand import serving
from broadcast.plan.draft import OUTSIDE, Draft

BARRED = 4  # what was taken out last may not come back at once
TRIES = 20_000  # changes that are weighed before no further escape is begun
ESCAPES = 16  # how often a draft that is stuck may get worse on its way to a better one


@dataclass(frozen=True, slots=True)
class Move:
    """Messages that leave their turns and others that come, as (turn, message)."""

    out: tuple[tuple[int, int], ...]
    into: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that should be mended: messages that are missed at turns, or (None) a turn's length."""

    turns: tuple[int, ...]
    messages: tuple[int, ...] | None = None


def repair(draft: Draft) -> bool:
    """Mend a draft, worst troubles first, until nothing is wrong or nothing helps.

    Tells whether every promise is kept and every programme fits its slot.
    Every step lowers the cost; only while a promise is broken or a programme lies outside its slot may
    up to ESCAPES steps raise it. The best draft that was seen stays.
    """
    _descend(draft)
    best, rows = draft.cost, _rows(draft)
    recent: list[tuple[int, int]] = []
    for step in range(ESCAPES):
        wrong = _hard(draft)
        first = step % len(wrong) if wrong else 0
        if draft.tries > TRIES or not any(_leap(draft, trouble, recent) for trouble in wrong[first:] + wrong[:first]):
            break
        _descend(draft, frozenset(recent))
        if draft.cost < best:
            best, rows = draft.cost, _rows(draft)
    _restore(draft, rows)
    return not _hard(draft)


def _descend(draft: Draft, barred: frozenset[tuple[int, int]] = frozenset()) -> None:
    """Mend trouble after trouble with the best single change each, as long as one helps."""
    helped = True
    while helped:
        helped = False
        for trouble in _hard(draft) + _soft(draft):
            helped = _mend(draft, trouble, barred) or helped


def _mend(draft: Draft, trouble: Trouble, barred: frozenset[tuple[int, int]]) -> bool:
    for moves in (_near(draft, trouble), _far(draft, trouble)):
        best = _best(draft, (move for move in moves if not barred.intersection(move.into)))
        if best is not None and best[0] < 0:
            _apply(draft, best[2])
            return True
    return False


def _leap(draft: Draft, trouble: Trouble, recent: list[tuple[int, int]]) -> bool:
    moves = (*_near(draft, trouble), *_forced(draft, trouble))
    best = _best(draft, (move for move in moves if not set(recent).intersection(move.into)))
    if best is not None:
        _apply(draft, best[2])
        recent.extend(best[2].out)
        del recent[:-BARRED]
    return best is not None


def _hard(draft: Draft) -> list[Trouble]:
    """List broken promises, the unheard, and programmes outside their slots."""
    demand, troubles = draft.demand, []
    everywhere = tuple(range(len(demand.turns)))
    for topic in demand.topics:
        if draft.on_topic[topic] < max(1, demand.promises.each_topic):
            troubles.append(Trouble(everywhere, serving(draft.demand, topic=topic)))
    for audience in demand.audiences:
        if not draft.for_audience[audience]:
            troubles.append(Trouble(everywhere, serving(draft.demand, audience=audience)))
    troubles += _missed_days(draft)
    return troubles + [Trouble((turn,)) for turn in everywhere if draft.stretch(turn) >= OUTSIDE]


def _missed_days(draft: Draft) -> Iterator[Trouble]:
    promises = draft.demand.promises
    for topic in promises.daily_topics:
        for day in range(draft.demand.turns[-1].day + 1):
            if not draft.on_day[topic, day]:
                yield Trouble(_of_days(draft, (day,)), serving(draft.demand, topic=topic))
    for audience in promises.every_second_day:
        for window in draft.windows():
            if not any(draft.for_day[audience, day] for day in window):
                yield Trouble(_of_days(draft, window), serving(draft.demand, audience=audience))


def _soft(draft: Draft) -> list[Trouble]:
    """List programmes that use more of the tolerance than planning should, and messages without an airing."""
    everywhere = tuple(range(len(draft.rows)))
    stretched = [Trouble((turn,)) for turn in everywhere if 0 < draft.stretch(turn) < OUTSIDE]
    return stretched + [Trouble(everywhere, (message,)) for message, where in enumerate(draft.where) if not where]


def _of_days(draft: Draft, days: Iterable[int]) -> tuple[int, ...]:
    wanted = set(days)
    return tuple(turn for turn, each in enumerate(draft.demand.turns) if each.day in wanted)


def _near(draft: Draft, trouble: Trouble) -> Iterator[Move]:
    """Give the changes that touch one programme: a message comes, goes, or takes another's place."""
    messages = range(len(draft.demand.messages)) if trouble.messages is None else trouble.messages
    for turn in trouble.turns:
        loose = [old for old in draft.rows[turn] if not draft.fixed(turn, old)]
        if trouble.messages is None:
            yield from (Move(((turn, old),), ()) for old in loose)
        for new in messages:
            if draft.can_stand(turn, new):
                yield Move((), ((turn, new),))
                yield from (Move(((turn, old),), ((turn, new),)) for old in loose)


def _forced(draft: Draft, trouble: Trouble) -> Iterator[Move]:
    """Give the changes that bring a message in and drive it out of the programmes before and after."""
    messages = range(len(draft.demand.messages)) if trouble.messages is None else trouble.messages
    for turn in trouble.turns:
        for new in messages:
            beside = tuple((near, new) for near in (turn - 1, turn + 1) if near in draft.where[new])
            if any(draft.fixed(*each) for each in beside):
                continue
            if beside and turn in draft.demand.may[new] and turn not in draft.where[new]:
                yield Move(beside, ((turn, new),))
                loose = [old for old in draft.rows[turn] if not draft.fixed(turn, old)]
                yield from (Move((*beside, (turn, old)), ((turn, new),)) for old in loose)


def _far(draft: Draft, trouble: Trouble) -> Iterator[Move]:
    """Give the changes that let two programmes exchange a message; only for a length that is wrong."""
    if trouble.messages is not None:
        return
    (turn,) = trouble.turns
    for other in range(len(draft.rows)):
        if abs(other - turn) < 2:
            continue
        for old in draft.rows[turn]:
            for new in draft.rows[other]:
                if _exchangeable(draft, turn, old, other, new):
                    yield Move(((turn, old), (other, new)), ((turn, new), (other, old)))


def _exchangeable(draft: Draft, turn: int, old: int, other: int, new: int) -> bool:
    if draft.fixed(turn, old) or draft.fixed(other, new):
        return False
    return draft.can_stand(turn, new) and draft.can_stand(other, old)


def _best(draft: Draft, moves: Iterable[Move]) -> tuple[int, tuple[tuple[int, int], ...], Move] | None:
    """Find the change that lowers the cost most; equal ones go by what comes in, so that order is fixed."""
    priced = [(_price(draft, move), move.into + move.out, move) for move in list(moves)]
    return min(priced, key=lambda each: each[:2]) if priced else None


def _price(draft: Draft, move: Move) -> int:
    before = draft.cost
    draft.tries += 1
    _apply(draft, move)
    after = draft.cost + sum(draft.crowding(*each) for each in move.into)
    _apply(draft, Move(move.into, move.out))
    return after - before


def _apply(draft: Draft, move: Move) -> None:
    for each in move.out:
        draft.take(*each)
    for each in move.into:
        draft.put(*each)


def _rows(draft: Draft) -> list[list[int]]:
    return [list(row) for row in draft.rows]


def _restore(draft: Draft, rows: list[list[int]]) -> None:
    for turn, wanted in enumerate(rows):
        gone = [(turn, message) for message in draft.rows[turn] if message not in wanted]
        come = [(turn, message) for message in wanted if message not in draft.rows[turn]]
        _apply(draft, Move(tuple(gone), tuple(come)))
