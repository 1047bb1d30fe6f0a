"""The plan on a terminal: a grid of programmes, the coverage below it, or one day in full."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from broadcast.campaign.station import Station
from broadcast.cli.columns import cells, fit, hanging, right, room
from broadcast.i18n import _, ngettext
from broadcast.plan.coverage import coverage, faults
from broadcast.plan.reason import words
from broadcast.plan.rundown import Group, Plan, Rundown

_DAY_CELLS = 3


def whole(plan: Plan, station: str | None) -> Iterator[str]:
    """Give the lines of the whole campaign: who airs what, then what is covered how often."""
    campaign = plan.campaign
    yield campaign.title
    yield _("{first} to {last}, {slots} slots a day, {stations} stations, {messages} messages").format(
        first=campaign.first, last=campaign.last, slots=len(campaign.slots),
        stations=len(campaign.stations), messages=len(campaign.segments),
    )  # fmt: skip
    chosen = [plan.group(plan.station(station))] if station else list(plan.groups)
    for group in chosen:
        yield ""
        yield from hanging("", _names(plan, group.stations, station).split(" "), room())
        yield from _grid(plan, group)
        yield ""
        yield from _covered(plan, group)
    yield ""
    broken = sum(fault.severity == "error" for fault in faults(plan))
    yield (
        _("every promise is kept")
        if not broken
        else ngettext("{count} promise is broken; see below", "{count} promises are broken; see below", broken).format(
            count=broken
        )
    )


def _names(plan: Plan, stations: Sequence[Station], station: str | None) -> str:
    if station:
        return plan.station(station).name
    if len(stations) == len(plan.campaign.stations):
        return _("every station")
    return ", ".join(each.name for each in stations)


def _grid(plan: Plan, group: Group) -> Iterator[str]:
    station, before = group.stations[0], None
    for number, programme in enumerate(group.programmes):
        turn = programme.turn
        if turn.date != before and turn.theme:
            yield fit(f"{turn.date}  {turn.theme.title}", room()).rstrip()
        elif turn.date != before:
            yield f"{turn.date}"
        before = turn.date
        seconds = plan.rundown(number, station).seconds
        head = f"  {turn.slot.at:%H:%M}  {right(_clock(seconds), 5)}  "
        yield from hanging(head, [segment.id for segment in programme.messages], room())


def _covered(plan: Plan, group: Group) -> Iterator[str]:
    """Give a row for each topic and audience: its airings on each day, and in all."""
    days = list(dict.fromkeys(programme.turn.date for programme in group.programmes))
    on_topic: Counter[tuple[str, datetime.date]] = Counter()
    for_audience: Counter[tuple[str, datetime.date]] = Counter()
    for programme in group.programmes:
        for segment in programme.messages:
            on_topic.update((topic, programme.turn.date) for topic in segment.topics)
            for_audience.update((audience, programme.turn.date) for audience in segment.audiences)
    counted = next(each for each in coverage(plan) if each.stations == group.stations)
    yield from _table(_("topic"), plan.campaign.topics, on_topic, counted.topics, days)
    yield ""
    yield from _table(_("audience"), plan.campaign.audiences, for_audience, counted.audiences, days)


def _table(
    head: str,
    names: Mapping[str, str],
    daily: Mapping[tuple[str, datetime.date], int],
    totals: Mapping[str, int],
    days: Sequence[datetime.date],
) -> Iterator[str]:
    total = _("times")
    last = max(cells(total), 3) + 1
    shown = days if len(days) * _DAY_CELLS + last <= room() // 2 else ()
    first = room() - len(shown) * _DAY_CELLS - last
    yield fit(head, first) + "".join(right(str(day.day), _DAY_CELLS) for day in shown) + right(total, last)
    numbered = all(key.isdigit() for key in names)
    for key, name in names.items():
        label = f"{right(key, 2)} {name}" if numbered else name
        marks = "".join(right(str(daily.get((key, day), 0) or "·"), _DAY_CELLS) for day in shown)
        yield fit(label, first) + marks + right(str(totals[key]), last)


def day(plan: Plan, date: datetime.date, station: str | None) -> Iterator[str]:
    """Give the lines of one day: each programme's cues with their times and reasons."""
    rundowns = plan.of(date, station) if station else tuple(plan.on(date))
    theme = rundowns[0].theme if rundowns else None
    yield _("{date}: {theme}").format(date=date, theme=theme.title) if theme else f"{date}"
    alike: dict[tuple[object, ...], list[Rundown]] = {}
    for rundown in rundowns:
        key = (rundown.slot, *(cue for cue in rundown.cues if cue.kind != "ident"))
        alike.setdefault(tuple(map(id, key)), []).append(rundown)
    for same in alike.values():
        yield ""
        who = _names(plan, [rundown.station for rundown in same], station)
        head = f"{same[0].slot.at:%H:%M}  {_clock(same[0].seconds)}  "
        yield from hanging(head, who.split(" "), room())
        yield from _cues(same[0])


def _cues(rundown: Rundown) -> Iterator[str]:
    for cue, start in zip(rundown.cues, rundown.starts, strict=True):
        if cue.kind == "sting":
            continue
        head = f"  {right(_clock(start), 5)}  "
        yield from hanging(head, _called(cue.kind, cue.title, cue.id).split(" "), room())
        if cue.kind == "message":
            yield from hanging(" " * cells(head), ["←", *words(cue.why).split(" ")], room())


def _called(kind: str, title: str, name: str) -> str:
    return {
        "ident": _("opener and the station's ident"),
        "greeting": _("greeting"),
        "contacts": _("contacts"),
        "closing": _("closing"),
    }.get(kind, f"{title} ({name})")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
