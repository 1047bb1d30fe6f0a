"""A plan in the making: which messages stand at which turn, and what that choice costs."""

from __future__ import annotations

from collections import Counter

from broadcast.plan.demand import PRIORITY, Demand

# What a fault in a plan weighs. Promises first, then the slot's length, then what listeners like.
BROKEN = 100_000  # a promise not kept, for each airing that is missing
UNHEARD = 50_000  # an audience or a topic that nobody ever speaks to
OUTSIDE = 40_000  # a programme outside its slot's tolerance …
LONGER = 100  # … and for each tenth of a second outside it
STRAY = 20  # for each tenth of a second outside the inner margin
THEME = (400, 100, 0)  # a programme with no message, with one, with two for the day's theme
UNUSED = 3_000  # a message that is never aired
SAME_TOPIC = 30  # two messages about one topic in one programme
EVEN = 40  # times the square of a message's airings
CLOSE = 40  # for each turn that a message comes back sooner than after SPACE turns
SPACE = 5
INNER = 0.4  # the share of the tolerance that planning aims at; the rest is for the voice's own pace
OUTER = 0.6  # the share at which a programme that was planned with coarse lengths is changed once more


class Draft:
    """Messages by turn, with the cost kept up to date as they come and go.

    Integers only: the same moves give the same cost on every machine.
    """

    def __init__(self, demand: Demand, inner: float = INNER) -> None:
        self.demand = demand
        self.tries = 0  # changes that were weighed; bounds the work, not the clock
        self.rows: list[list[int]] = [[] for _turn in demand.turns]
        self.where: list[set[int]] = [set() for _message in demand.messages]
        self.on_topic: Counter[str] = Counter()
        self.on_day: Counter[tuple[str, int]] = Counter()  # daily topics
        self.for_audience: Counter[str] = Counter()
        self.for_day: Counter[tuple[str, int]] = Counter()  # promised audiences
        self._slots = [(round(each.slot.seconds * 10), round(each.slot.tolerance * 10)) for each in demand.turns]
        self._margins = [round(inner * tolerance) for _seconds, tolerance in self._slots]
        self._of_theme: dict[tuple[int, int], bool] = {}
        self._load = list(demand.frame)
        self._themed = [0 for _turn in demand.turns]
        self._days = demand.turns[-1].day + 1 if demand.turns else 0
        self._daily = frozenset(demand.promises.daily_topics)
        self._promised = frozenset(demand.promises.every_second_day)
        self._topics = [tuple(t for t in each.topics if t in demand.topics) for each in demand.messages]
        self._weight = [EVEN if each.bulletin_class == PRIORITY else 2 * EVEN for each in demand.messages]
        self.taste = self._nothing()
        self.length = sum(self.stretch(turn) for turn in range(len(demand.turns)))

    @property
    def cost(self) -> int:
        """Give what the whole draft costs."""
        return self.taste + self.length

    def _nothing(self) -> int:
        promises = self.demand.promises
        broken = len(self.demand.topics) * promises.each_topic + self._days * len(self._daily)
        broken += len(self._promised) * len(self.windows())
        unheard = len(self.demand.topics) + len(self.demand.audiences)
        never = UNUSED * len(self.demand.messages)
        return BROKEN * broken + UNHEARD * unheard + never + THEME[0] * len(self.rows)

    def windows(self) -> list[tuple[int, ...]]:
        """Give the runs of days in each of which a promised audience must be spoken to."""
        return [(day, day + 1) for day in range(self._days - 1)] if self._days > 1 else [(0,)] * self._days

    def fixed(self, turn: int, message: int) -> bool:
        """Tell whether a message stands at a turn by its own wish."""
        return message in self.demand.fixed[turn]

    def can_stand(self, turn: int, message: int) -> bool:
        """Tell whether a message may come round at a turn: nowhere near itself."""
        near = self.where[message]
        return turn in self.demand.may[message] and not (turn in near or turn - 1 in near or turn + 1 in near)

    def crowding(self, turn: int, message: int) -> int:
        """Weigh how soon a message would be heard again if it also stood at this turn."""
        others = [abs(turn - other) for other in self.where[message] if other != turn]
        return CLOSE * max(0, SPACE - min(others)) if others else 0

    def load(self, turn: int) -> int:
        """Give the planned length of a turn's programme in tenths of a second."""
        return self._load[turn] + self.demand.join * max(0, len(self.rows[turn]) - 1)

    def stretch(self, turn: int) -> int:
        """Weigh how far a programme is from its slot's length."""
        seconds, tolerance = self._slots[turn]
        off = abs(self.load(turn) - seconds)
        if off > tolerance:
            return OUTSIDE + LONGER * (off - tolerance)
        return STRAY * max(0, off - self._margins[turn])

    def put(self, turn: int, message: int) -> None:
        """Let a message stand at a turn."""
        self._length(turn, message, 1)
        self.where[message].add(turn)
        self._taste(turn, message, 1)

    def take(self, turn: int, message: int) -> None:
        """Take a message out of a turn."""
        self._length(turn, message, -1)
        self.where[message].remove(turn)
        self._taste(turn, message, -1)

    def _length(self, turn: int, message: int, sign: int) -> None:
        self.length -= self.stretch(turn)
        if sign > 0:
            self.rows[turn].append(message)
        else:
            self.rows[turn].remove(message)
        self._load[turn] += sign * self.demand.lengths[message]
        self.length += self.stretch(turn)

    def _taste(self, turn: int, message: int, sign: int) -> None:
        day = self.demand.turns[turn].day
        airings = len(self.where[message])
        self.taste += self._weight[message] * (2 * airings - 1 if sign > 0 else -2 * airings - 1)
        if airings == (sign > 0):  # it comes for the first time, or it was there for the last
            self.taste -= sign * UNUSED
        for topic in self._topics[message]:
            self._topic(turn, day, topic, sign)
        for audience in self.demand.messages[message].audiences:
            self._audience(day, audience, sign)
        if self.themed(turn, message):
            before, after = self._themed[turn], self._themed[turn] + sign
            self._themed[turn] = after
            self.taste += THEME[min(after, 2)] - THEME[min(before, 2)]

    def _topic(self, turn: int, day: int, topic: str, sign: int) -> None:
        need = self.demand.promises.each_topic
        before = self.on_topic[topic]
        after = self.on_topic[topic] = before + sign
        self.taste += BROKEN * (max(0, need - after) - max(0, need - before))
        self.taste += UNHEARD * ((after == 0) - (before == 0))
        beside = sum(topic in self._topics[other] for other in self.rows[turn]) - (sign > 0)
        self.taste += sign * SAME_TOPIC * beside
        if topic in self._daily:
            before = self.on_day[topic, day]
            after = self.on_day[topic, day] = before + sign
            self.taste += BROKEN * ((after == 0) - (before == 0))

    def _audience(self, day: int, audience: str, sign: int) -> None:
        before = self.for_audience[audience]
        after = self.for_audience[audience] = before + sign
        if audience in self.demand.audiences:
            self.taste += UNHEARD * ((after == 0) - (before == 0))
        if audience not in self._promised:
            return
        before = self.for_day[audience, day]
        after = self.for_day[audience, day] = before + sign
        change = (after == 0) - (before == 0)
        if change:
            lonely = [
                window
                for window in self.windows()
                if day in window and all(self.for_day[audience, other] == 0 for other in window if other != day)
            ]
            self.taste += BROKEN * change * len(lonely)

    def themed(self, turn: int, message: int) -> bool:
        """Tell whether a message serves the theme of a turn's day."""
        known = self._of_theme.get((turn, message))
        if known is None:
            theme, segment = self.demand.turns[turn].theme, self.demand.messages[message]
            topics, audiences = (theme.topics, theme.audiences) if theme else ((), ())
            known = bool(set(topics) & set(segment.topics) or set(audiences) & set(segment.audiences))
            self._of_theme[turn, message] = known
        return known

    def themes(self, turn: int) -> int:
        """Count the messages of a turn that serve the day's theme."""
        return self._themed[turn]
