"""Whatever a campaign holds, its plan keeps the rules, and says so where it cannot keep a promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise, product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from planned import FIRST, campaign, grid, message, station

from broadcast.campaign.campaign import Campaign, Promises, Slot, Theme
from broadcast.campaign.segment import Segment
from broadcast.plan import Plan, Rundown, plan
from broadcast.plan.coverage import faults

CALM = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HOURS = (time(5, 30), time(11, 0), time(17, 0))
TOPICS = {"1": "Một", "2": "Hai", "3": "Ba"}
AUDIENCES = {"gia": "Người cao tuổi", "tre": "Trẻ em"}
STATIONS = (station("mot"), station("hai"), station("huyen", kind="district"))


def some(keys: object, most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(keys)), max_size=most, unique=True).map(tuple)


@st.composite
def segments(draw: st.DrawFn, number: int, days: int) -> Segment:
    day = st.integers(0, days - 1).map(lambda each: FIRST + timedelta(days=each))
    made = message(f"m{number:02}", *draw(some(TOPICS)), sentences=draw(st.integers(5, 14)),
                   audiences=draw(some(AUDIENCES)))  # fmt: skip
    kind = draw(st.sampled_from(["free", "free", "free", "free", "bound", "urgent", "window", "local", "priority"]))
    if kind == "bound":
        slots = draw(st.sampled_from([(), HOURS[:1]]))
        position = draw(st.sampled_from(["head", "tail", "turn"]))
        return replace(made, dates=(draw(day),), slots=slots, position=position)
    if kind == "urgent":
        moment = st.builds(datetime.combine, day, st.sampled_from(HOURS))
        return replace(made, bulletin_class="khẩn cấp", since=draw(st.none() | moment), until=draw(moment))
    if kind == "window":
        return replace(made, first=draw(st.none() | day), last=draw(st.none() | day))
    if kind == "local":
        stations, kinds = draw(st.sampled_from([((), ("district",)), (("mot",), ()), (("mot",), ("commune",))]))
        return replace(made, stations=stations, kinds=kinds)
    return replace(made, bulletin_class="ưu tiên") if kind == "priority" else made


@st.composite
def campaigns(draw: st.DrawFn) -> Campaign:
    days = draw(st.integers(1, 4))
    count = draw(st.integers(0, 10))
    hours = draw(st.lists(st.sampled_from(HOURS), min_size=1, max_size=3, unique=True))
    themes = [
        Theme(FIRST + timedelta(days=day), f"Ngày {day}", draw(some(TOPICS)), draw(some(AUDIENCES)))
        for day in draw(st.lists(st.integers(0, days - 1), unique=True))
    ]
    return campaign(
        *(draw(segments(number, days)) for number in range(count)),
        last=FIRST + timedelta(days=days - 1),
        slots=tuple(Slot(hour, draw(st.sampled_from([82, 122, 163])), 20) for hour in hours),
        stations=STATIONS[: draw(st.integers(1, 3))],
        topics=TOPICS,
        audiences=AUDIENCES,
        themes=tuple(themes),
        promises=Promises(draw(st.integers(0, 2)), draw(some(TOPICS, 1)), draw(some(AUDIENCES, 1))),
    )


def messages(rundown: Rundown) -> list[Segment]:
    return [cue.segment for cue in rundown.cues if cue.segment]


def bound(segment: Segment) -> bool:
    return bool(segment.dates) or segment.bulletin_class == "khẩn cấp"


def wanted(segment: Segment, rundown: Rundown) -> bool:
    """Say anew, in other words than the plan's, when a bound message must be heard."""
    if segment.stations and rundown.station.id not in segment.stations:
        return False
    if segment.kinds and rundown.station.kind not in segment.kinds:
        return False
    if segment.dates and rundown.date not in segment.dates:
        return False
    if segment.slots and rundown.slot.at not in segment.slots:
        return False
    if segment.since and datetime.combine(rundown.date, rundown.slot.at) < segment.since:
        return False
    return not segment.until or datetime.combine(rundown.date, rundown.slot.at) <= segment.until


@CALM
@given(campaigns())
def test_bound_messages_are_heard_exactly_where_they_ask_for_it(made: Campaign):
    for rundown in plan(made).rundowns:
        heard = {segment.id for segment in messages(rundown)}
        for segment in filter(bound, made.segments):
            assert (segment.id in heard) == wanted(segment, rundown)


@CALM
@given(campaigns(), st.data())
def test_an_urgent_message_changes_nothing_that_was_aired_before_it_came(made: Campaign, data: st.DataObject):
    since = datetime.combine(data.draw(st.dates(made.first, made.last)), data.draw(st.sampled_from(HOURS)))
    name = data.draw(st.sampled_from(["a", "m05b", "z"]))
    urgent = message(name, "1", bulletin_class="khẩn cấp", since=since, until=since + timedelta(days=1))
    before, after = plan(made), plan(replace(made, segments=(*made.segments, urgent)))
    for old, new in zip(before.rundowns, after.rundowns, strict=True):
        if datetime.combine(old.date, old.slot.at) < since:
            assert old.cues == new.cues


@CALM
@given(campaigns())
def test_the_rotation_keeps_its_distance_and_its_limits(made: Campaign):
    made_plan = plan(made)
    for place in made.stations:
        rows = [messages(rundown) for rundown in made_plan.rundowns if rundown.station == place]
        rundowns = [rundown for rundown in made_plan.rundowns if rundown.station == place]
        for before, after in pairwise(rows):
            assert not {each.id for each in before if not bound(each)} & {each.id for each in after}
        for rundown, row in zip(rundowns, rows, strict=True):
            assert len({each.id for each in row}) == len(row)
            for segment in row:
                assert (segment.first or rundown.date) <= rundown.date <= (segment.last or rundown.date)
                assert not segment.stations or place.id in segment.stations
                assert not segment.kinds or place.kind in segment.kinds


@CALM
@given(campaigns())
def test_the_order_is_urgent_head_priority_others_tail(made: Campaign):
    def rank(segment: Segment) -> int:
        if segment.bulletin_class == "khẩn cấp":
            return 0
        if segment.position != "turn":
            return {"head": 1, "tail": 4}[segment.position]
        return 2 if segment.bulletin_class == "ưu tiên" else 3

    for rundown in plan(made).rundowns:
        ranks = [rank(segment) for segment in messages(rundown)]
        assert ranks == sorted(ranks)


@CALM
@given(campaigns())
def test_every_programme_has_its_frame_and_a_sting_between_two_messages(made: Campaign):
    for rundown in plan(made).rundowns:
        kinds = [cue.kind for cue in rundown.cues]
        count = kinds.count("message")
        between = ["message", *["sting", "message"] * (count - 1)] if count else []
        assert kinds == ["ident", "greeting", *between, "contacts", "closing"]
        for cue in rundown.cues:
            assert all(line.spoken and line.at for line in cue.lines)


@CALM
@given(campaigns())
def test_a_fault_is_named_exactly_where_a_promise_or_a_length_is_broken(made: Campaign):
    made_plan = plan(made)
    errors = [fault for fault in faults(made_plan) if fault.severity == "error"]
    assert bool(errors) == any(broken(made, made_plan, place.id) for place in made.stations)


def broken(made: Campaign, made_plan: Plan, name: str) -> bool:
    rundowns = [rundown for rundown in made_plan.rundowns if rundown.station.id == name]
    topics = [topic for rundown in rundowns for segment in messages(rundown) for topic in segment.topics]
    if any(topics.count(topic) < max(1, made.promises.each_topic) for topic in made.topics):
        return True
    days: dict[date, tuple[set[str], set[str]]] = {}
    for rundown in rundowns:
        heard = days.setdefault(rundown.date, (set(), set()))
        for segment in messages(rundown):
            heard[0].update(segment.topics)
            heard[1].update(segment.audiences)
    aired = list(days.values())
    if any(topic not in heard[0] for topic in made.promises.daily_topics for heard in aired):
        return True
    pairs = list(pairwise(aired)) or [(aired[0], aired[0])]
    if any(name not in one[1] | two[1] for name in made.promises.every_second_day for one, two in pairs):
        return True
    if any(all(audience not in heard[1] for heard in aired) for audience in made.audiences):
        return True
    return any(abs(round(each.seconds, 1) - each.slot.seconds) > each.slot.tolerance for each in rundowns)


@CALM
@given(campaigns(), st.randoms(use_true_random=False))
def test_the_same_campaign_in_another_order_gives_the_same_programmes(made: Campaign, order):
    mixed = list(made.segments)
    order.shuffle(mixed)
    stations = list(made.stations)
    order.shuffle(stations)
    other = replace(made, segments=tuple(mixed), stations=tuple(stations))
    for place in made.stations:
        assert grid(plan(made), place.id) == grid(plan(other), place.id)


@settings(max_examples=60, deadline=None)
@given(
    topics=st.lists(some(TOPICS), min_size=3, max_size=6),
    each=st.sampled_from([1, 2]),
    daily=some(TOPICS, 1),
    room=st.sampled_from([1, 2]),
)
def test_promises_that_can_be_held_are_held(topics, each, daily, room):
    made = campaign(
        *(message(f"m{number}", *names) for number, names in enumerate(topics)),
        slots=tuple(Slot(hour, 42 + 40 * room, 15) for hour in (HOURS[0], HOURS[2])),
        topics=TOPICS,
        promises=Promises(each, daily, ()),
    )
    assume(possible(topics, each, daily, room))
    assert [fault for fault in faults(plan(made)) if fault.severity == "error"] == []


def possible(topics: list[tuple[str, ...]], each: int, daily: tuple[str, ...], room: int) -> bool:
    """Try every plan of four programmes."""
    rows = list(combinations(range(len(topics)), room))
    pairs = [(a, b) for a, b in product(rows, rows) if not set(a) & set(b)]
    days = [(a, b) for a, b in pairs if all(any(topic in topics[m] for m in a + b) for topic in daily)]
    for (a, b), (c, d) in product(days, days):
        if not set(b) & set(c):
            heard = [topic for m in a + b + c + d for topic in topics[m]]
            if all(heard.count(topic) >= each for topic in TOPICS):
                return True
    return False
