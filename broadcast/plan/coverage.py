"""Coverage: what was promised, counted in the plan, and a fault for every promise that it cannot keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from broadcast.campaign.station import Station
from broadcast.errors import Fault, Place, Severity
from broadcast.i18n import _, ngettext
from broadcast.plan.demand import URGENT, is_bound, stands, wishes
from broadcast.plan.rundown import Group, Plan

_WHO = "{stations}"  # stays in a finding until it is known whom it concerns
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often stations of one group hear each topic, audience and message over the campaign."""

    stations: tuple[Station, ...]
    topics: Mapping[str, int]
    audiences: Mapping[str, int]
    messages: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Finding:
    message: str
    hint: str
    at: Place | None
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class _Day:
    """What one group hears on one date."""

    date: date
    topics: frozenset[str]
    audiences: frozenset[str]


def coverage(plan: Plan) -> tuple[Coverage, ...]:
    """Count what each group of stations hears; keys without an airing count 0."""
    return tuple(_count(plan, group) for group in plan.groups)


def faults(plan: Plan) -> tuple[Fault, ...]:
    """Name every promise that the plan does not keep, for which stations, and what to write.

    The same fault at several stations is one fault that names them.
    """
    found: dict[_Finding, list[Station]] = {}
    for group, counted in zip(plan.groups, coverage(plan), strict=True):
        for finding in dict.fromkeys(_findings(plan, group, counted)):
            found.setdefault(finding, []).extend(group.stations)
    return tuple(
        Fault(each.message.replace(_WHO, _names(plan, stations)), each.at, each.hint, each.severity)
        for each, stations in found.items()
    )


def _count(plan: Plan, group: Group) -> Coverage:
    topics: Counter[str] = Counter(dict.fromkeys(plan.campaign.topics, 0))
    audiences: Counter[str] = Counter(dict.fromkeys(plan.campaign.audiences, 0))
    messages: Counter[str] = Counter({segment.id: 0 for segment in group.messages})
    for programme in group.programmes:
        for segment in programme.messages:
            messages[segment.id] += 1
            topics.update(segment.topics)
            audiences.update(segment.audiences)
    return Coverage(group.stations, topics, audiences, messages)


def _names(plan: Plan, stations: list[Station]) -> str:
    if len(stations) == len(plan.campaign.stations):
        return _("every station")
    shown = ", ".join(station.name for station in stations[:_SHOWN])
    rest = len(stations) - _SHOWN
    if rest <= 0:
        return shown
    return ngettext("{names} and {count} other", "{names} and {count} others", rest).format(names=shown, count=rest)


def _findings(plan: Plan, group: Group, counted: Coverage) -> Iterator[_Finding]:
    yield from _topics(plan, group, counted)
    yield from _audiences(plan, group, counted)
    yield from _days(plan, group)
    yield from _lengths(plan, group)
    yield from _messages(plan, group, counted)


def _topics(plan: Plan, group: Group, counted: Coverage) -> Iterator[_Finding]:
    promises = plan.campaign.promises
    for key, name in plan.campaign.topics.items():
        need, count = max(1, promises.each_topic), counted.topics[key]
        if count < need:
            message = ngettext(
                "the topic {name} is aired {count} of {need} time that is promised ({stations})",
                "the topic {name} is aired {count} of {need} times that are promised ({stations})",
                need,
            ).format(name=name, count=count, need=need, stations=_WHO)
            yield _Finding(message, _write("topics", key, group), promises.at)


def _audiences(plan: Plan, group: Group, counted: Coverage) -> Iterator[_Finding]:
    for key, name in plan.campaign.audiences.items():
        if not counted.audiences[key]:
            message = _("no message for the audience {name} is ever aired ({stations})").format(
                name=name, stations=_WHO
            )
            yield _Finding(message, _write("audiences", key, group), plan.campaign.promises.at)


def _days(plan: Plan, group: Group) -> Iterator[_Finding]:
    """Find daily topics and promised audiences that a day or two days running do not hear."""
    promises, days = plan.campaign.promises, _heard(group)
    for key in promises.daily_topics:
        for day in days:
            if key not in day.topics:
                message = _("the topic {name} is promised every day, but not aired on {date} ({stations})").format(
                    name=plan.campaign.topics.get(key, key), date=day.date, stations=_WHO
                )
                yield _Finding(message, _write("topics", key, group), promises.at)
    for key in promises.every_second_day:
        name = plan.campaign.audiences.get(key, key)
        for first, second in zip(days, days[1:] or days, strict=False):
            if key not in first.audiences | second.audiences:
                message = _(
                    "the audience {name} is promised a message at least every second day, but hears none"
                    " from {first} to {last} ({stations})"
                ).format(name=name, first=first.date, last=second.date, stations=_WHO)
                yield _Finding(message, _write("audiences", key, group), promises.at)


def _heard(group: Group) -> list[_Day]:
    days: dict[date, tuple[set[str], set[str]]] = {}
    for programme in group.programmes:
        topics, audiences = days.setdefault(programme.turn.date, (set(), set()))
        for segment in programme.messages:
            topics.update(segment.topics)
            audiences.update(segment.audiences)
    return [_Day(day, frozenset(topics), frozenset(audiences)) for day, (topics, audiences) in days.items()]


def _write(field: str, key: str, group: Group) -> str:
    there = any(key in (segment.topics if field == "topics" else segment.audiences) for segment in group.messages)
    if not there:
        return _('write a message with {field}: ["{key}"] that these stations may air').format(field=field, key=key)
    return _(
        'write another message with {field}: ["{key}"], free one from its dates and slots,'
        " or make room: longer slots or shorter messages"
    ).format(field=field, key=key)


def _lengths(plan: Plan, group: Group) -> Iterator[_Finding]:
    for number, programme in enumerate(group.programmes):
        turn, slot = programme.turn, programme.turn.slot
        lengths = [plan.rundown(number, station).seconds for station in group.stations]
        low, high = slot.seconds - slot.tolerance, slot.seconds + slot.tolerance
        wrong = next((each for each in (min(lengths), max(lengths)) if not low <= round(each, 1) <= high), None)
        if wrong is None:
            continue
        message = _("the programme of {date} {hour} would run {length}, its slot allows {low} to {high} ({stations})")
        values = {"low": _clock(low), "high": _clock(high), "length": _clock(wrong), "stations": _WHO}
        hint = (
            _("write more messages, or longer ones, or lower the slot's seconds")
            if wrong < low
            else _("shorten or unbind messages of that day, or raise the slot's seconds")
        )
        yield _Finding(message.format(date=turn.date, hour=f"{slot.at:%H:%M}", **values), hint, slot.place)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _messages(plan: Plan, group: Group, counted: Coverage) -> Iterator[_Finding]:
    """Find messages that are never heard, that their contacts keep off a wished turn, or that come too soon again."""
    for segment in group.messages:
        turns = [each.turn for each in group.programmes]
        refused = [t for t in turns if wishes(plan.campaign, segment, t) and not stands(plan.campaign, segment, t)]
        if is_bound(segment) and refused:
            message = _("the message {name} is not aired on {date}: a contact that it names may not be spoken then")
            hint = _("look at verified and expires of its contacts in contacts.yaml")
            yield _Finding(message.format(name=segment.id, date=refused[0].date), hint, segment.at)
        elif not counted.messages[segment.id]:
            message = _("the message {name} is never aired ({stations})").format(name=segment.id, stations=_WHO)
            hint = _("look at its dates, first, last, slots and until; or make room: longer slots, fewer messages")
            yield _Finding(message, hint, segment.at, "warning")
    yield from _repeats(group)


def _repeats(group: Group) -> Iterator[_Finding]:
    for before, after in zip(group.programmes, group.programmes[1:], strict=False):
        for segment in after.messages:
            if segment.bulletin_class != URGENT and segment in before.messages:
                message = _("the message {name} is bound to two programmes running, {first} and {second}")
                moments = {"first": f"{before.turn.moment:%Y-%m-%d %H:%M}", "second": f"{after.turn.moment:%H:%M}"}
                hint = _("bind it to one of them with slots, or write a second message")
                yield _Finding(message.format(name=segment.id, **moments), hint, segment.at, "warning")
