"""What a plan must satisfy for stations that may air the same messages: turns, room, and who may stand where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from broadcast.campaign.campaign import Campaign, Promises, Slot, Theme
from broadcast.campaign.segment import Segment

URGENT = "khẩn cấp"
PRIORITY = "ưu tiên"


@dataclass(frozen=True, slots=True)
class Turn:
    """One slot of one date; `day` counts the dates of the campaign from 0."""

    date: date
    day: int
    slot: Slot
    theme: Theme | None

    @property
    def moment(self) -> datetime:
        """Give the local time at which the programme begins."""
        return datetime.combine(self.date, self.slot.at)


@dataclass(frozen=True, slots=True)
class Demand:
    """The whole task for one group of stations; lengths in tenths of a second, messages by index.

    `lengths` of messages and `join` (the sting between two) count the silence after them; `frame` is the
    rest of each turn's programme. `fixed` messages stand in their turns by their own wish; `may` holds,
    for each message, the turns at which it can come round.
    """

    turns: tuple[Turn, ...]
    messages: tuple[Segment, ...]
    lengths: tuple[int, ...]
    join: int
    frame: tuple[int, ...]
    fixed: tuple[tuple[int, ...], ...]
    may: tuple[frozenset[int], ...]
    topics: tuple[str, ...]
    audiences: tuple[str, ...]
    promises: Promises

    def coarse(self, grain: int) -> Demand:
        """Give the same task with the messages' lengths rounded to a grain, in tenths of a second."""
        return replace(self, lengths=tuple(max(1, round(length / grain)) * grain for length in self.lengths))

    def settled(self, rows: Sequence[Sequence[str]], count: int) -> Demand:
        """Give the same task with the first `count` programmes as they stand in `rows`: they may be aired already."""
        index = {segment.id: message for message, segment in enumerate(self.messages)}
        past = tuple(tuple(index[name] for name in row) for row in rows[:count])
        later = tuple(frozenset(turn for turn in where if turn >= count) for where in self.may)
        return replace(self, fixed=past + self.fixed[count:], may=later)


def turns(campaign: Campaign) -> tuple[Turn, ...]:
    """List every slot of every date of the campaign, in the order in which they are aired."""
    themes = {theme.date: theme for theme in campaign.themes}
    slots = sorted(campaign.slots, key=lambda slot: slot.at)
    days = [campaign.first + timedelta(days=day) for day in range((campaign.last - campaign.first).days + 1)]
    return tuple(Turn(date, day, slot, themes.get(date)) for day, date in enumerate(days) for slot in slots)


def demand(
    campaign: Campaign,
    segments: Sequence[Segment],
    seconds: Callable[[Segment], float],
    frame: Sequence[float],
    join: float,
) -> Demand:
    """State the task for stations that air `segments`.

    Args:
        campaign: its dates, slots, themes, topics, audiences and promises count.
        segments: the messages that these stations may air, in any order.
        seconds: how long a message runs, with the silence after it.
        frame: for each turn, the seconds of everything that is no message and no sting.
        join: the seconds of a sting, with the silence after it.
    """
    every = turns(campaign)
    messages = tuple(sorted(segments, key=lambda segment: segment.id))
    standing = [frozenset(i for i, turn in enumerate(every) if stands(campaign, each, turn)) for each in messages]
    bound = [is_bound(each) for each in messages]
    return Demand(
        turns=every,
        messages=messages,
        lengths=tuple(round(seconds(each) * 10) for each in messages),
        join=round(join * 10),
        frame=tuple(round(each * 10) for each in frame),
        fixed=tuple(tuple(m for m, where in enumerate(standing) if bound[m] and i in where) for i in range(len(every))),
        may=tuple(frozenset() if bound[m] else where for m, where in enumerate(standing)),
        topics=tuple(campaign.topics),
        audiences=tuple(campaign.audiences),
        promises=campaign.promises,
    )


def serving(task: Demand, topic: str = "", audience: str = "") -> tuple[int, ...]:
    """Give the messages about a topic, or for an audience."""
    return tuple(
        message
        for message, segment in enumerate(task.messages)
        if topic in segment.topics or audience in segment.audiences
    )


def is_bound(segment: Segment) -> bool:
    """Tell whether a message stands by its own wish, outside the rotation."""
    return bool(segment.dates) or segment.bulletin_class == URGENT


def stands(campaign: Campaign, segment: Segment, turn: Turn) -> bool:
    """Tell whether a message may be heard at a turn: its days, slots and end, and its contacts' validity."""
    return wishes(campaign, segment, turn) and contacts_hold(campaign, segment, turn.date)


def wishes(campaign: Campaign, segment: Segment, turn: Turn) -> bool:
    """Tell whether a message's own file lets it be heard at a turn; `since` and `until` are moments that count."""
    if segment.slots and turn.slot.at not in segment.slots:
        return False
    if segment.since and turn.moment < _local(segment.since, campaign):
        return False
    if segment.until and turn.moment > _local(segment.until, campaign):
        return False
    if segment.dates:
        return turn.date in segment.dates
    return (segment.first or turn.date) <= turn.date <= (segment.last or turn.date)


def contacts_hold(campaign: Campaign, segment: Segment, day: date) -> bool:
    """Tell whether the register allows every contact that a message names on `day`."""
    if not segment.contacts:
        return True
    return all(contact.may_be_aired(day) for contact in campaign.contacts if contact.id in segment.contacts)


def comes(campaign: Campaign, segment: Segment, every: Sequence[Turn]) -> int:
    """Count the turns that are over when a message becomes known: an urgent one by its `since`, others none."""
    if segment.bulletin_class != URGENT or segment.since is None:
        return 0
    since = _local(segment.since, campaign)
    return sum(turn.moment < since for turn in every)


def _local(moment: datetime, campaign: Campaign) -> datetime:
    return moment.astimezone(campaign.zone).replace(tzinfo=None) if moment.tzinfo else moment
