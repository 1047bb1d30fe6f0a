"""The order of a programme's messages, and the reason for each: what is owed first, then whose turn it is."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from broadcast.campaign.campaign import Campaign, Theme
from broadcast.campaign.segment import Segment
from broadcast.plan.demand import PRIORITY, URGENT, Turn, is_bound
from broadcast.plan.reason import Reason


def ordered(turn: Turn, messages: Iterable[Segment]) -> tuple[Segment, ...]:
    """Put the messages of one programme into the order in which they are aired.

    Urgent ones first, then those that ask for the head, priority bulletins, the day's topics, its
    audiences, all others, and those that ask for the tail. Equals are mixed by a hash of date, slot and
    id, so that another message's coming or going moves none of them.
    """
    return tuple(sorted(messages, key=lambda each: (_rank(turn.theme, each), _mix(turn, each))))


def _rank(theme: Theme | None, segment: Segment) -> int:
    topics, audiences = (theme.topics, theme.audiences) if theme else ((), ())
    marks = (
        segment.bulletin_class == URGENT,
        segment.position == "head",
        segment.bulletin_class == PRIORITY and segment.position != "tail",
        segment.position != "tail" and bool(set(topics) & set(segment.topics)),
        segment.position != "tail" and bool(set(audiences) & set(segment.audiences)),
        segment.position != "tail",
        True,
    )
    return marks.index(True)


def _mix(turn: Turn, segment: Segment) -> bytes:
    return hashlib.sha256(f"{turn.moment:%Y-%m-%d %H%M} {segment.id}".encode()).digest()


@dataclass(slots=True)
class History:
    """What a station has heard so far; tells why the next message stands where it does."""

    campaign: Campaign
    _airings: Counter[str] = field(default_factory=Counter)
    _topics: Counter[str] = field(default_factory=Counter)
    _last: dict[str, date] = field(default_factory=dict)
    _topic_days: dict[str, date] = field(default_factory=dict)
    _audience_days: dict[str, date] = field(default_factory=dict)

    def reason(self, turn: Turn, segment: Segment) -> Reason:
        """Give the weightiest reason for a message at a turn, before `note` has counted it."""
        if segment.bulletin_class == URGENT:
            end = segment.until or self.campaign.last
            return Reason("urgent", f"{end:%Y-%m-%d %H:%M}" if segment.until else f"{end}")
        if is_bound(segment):
            return Reason("bound")
        return self._themed(turn, segment) or self._promised(turn, segment) or self._turn(segment)

    def note(self, turn: Turn, segment: Segment) -> None:
        """Count an airing."""
        self._airings[segment.id] += 1
        self._last[segment.id] = turn.date
        for topic in segment.topics:
            self._topics[topic] += 1
            self._topic_days[topic] = turn.date
        for audience in segment.audiences:
            self._audience_days[audience] = turn.date

    def _themed(self, turn: Turn, segment: Segment) -> Reason | None:
        theme = turn.theme
        if theme is None:
            return None
        topic = _first(theme.topics, segment.topics, self.campaign.topics)
        audience = _first(theme.audiences, segment.audiences, self.campaign.audiences)
        if topic is not None:
            return Reason("theme topic", topic)
        return Reason("theme audience", audience) if audience is not None else None

    def _promised(self, turn: Turn, segment: Segment) -> Reason | None:
        promises = self.campaign.promises
        due = [topic for topic in promises.daily_topics if self._topic_days.get(topic) != turn.date]
        daily = _first(due, segment.topics, self.campaign.topics)
        if daily is not None:
            return Reason("daily", daily)
        waiting = [name for name in promises.every_second_day if self._waits(name, turn.date)]
        audience = _first(waiting, segment.audiences, self.campaign.audiences)
        if audience is not None:
            return Reason("audience", audience)
        owed = [topic for topic in segment.topics if self._topics[topic] < promises.each_topic]
        topic = _first(owed, owed, self.campaign.topics)
        if topic is None:
            return None
        return Reason("topic", topic, self._topics[owed[0]] + 1, promises.each_topic)

    def _waits(self, audience: str, today: date) -> bool:
        last = self._audience_days.get(audience)
        return last is None or (today - last).days > 0

    def _turn(self, segment: Segment) -> Reason:
        return Reason("turn", "", self._airings[segment.id] + 1, 0, self._last.get(segment.id))


def _first(wanted: Iterable[str], has: Sequence[str], names: Mapping[str, str]) -> str | None:
    """Give the name of the first wanted key that is there."""
    return next((names.get(key, key) for key in wanted if key in has), None)
