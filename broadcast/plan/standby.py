"""The standby programme: what a station airs when nothing else can be, on any day and at any hour."""

from __future__ import annotations

from collections.abc import Iterator

from broadcast.campaign.segment import Segment
from broadcast.plan.cue import Cue
from broadcast.plan.rundown import Group, Plan, Rundown


def standby(plan: Plan) -> Iterator[Rundown]:
    """Give each station's standby programme: the least bound one of its group, without what names a date.

    Its date and slot are the campaign's first; nothing that is heard depends on them.
    """
    rows = {id(group): _row(group) for group in plan.groups}
    for station in plan.campaign.stations:
        cues = tuple(cue or plan.frame.ident(station) for cue in rows[id(plan.group(station))])
        yield Rundown(plan.campaign.first, plan.campaign.slots[0], station, None, cues)


def _row(group: Group) -> list[Cue | None]:
    programme = min(group.programmes, key=lambda each: sum(map(_bound, each.messages)))
    return _without_doubled_stings([cue for cue in programme.cues if cue is None or _timeless(cue)])


def _timeless(cue: Cue) -> bool:
    """Tell whether a cue can be heard on any day: greetings with a date in them are named by it."""
    return not _bound(cue.segment) if cue.segment else cue.kind == cue.id


def _bound(segment: Segment) -> bool:
    return bool(segment.dates or segment.first or segment.last or segment.until or segment.slots)


def _without_doubled_stings(cues: list[Cue | None]) -> list[Cue | None]:
    """Leave out the stings that no longer part two messages."""
    return [
        cue
        for before, cue, after in zip([None, *cues], cues, [*cues[1:], None], strict=False)
        if not (cue and cue.kind == "sting")
        or (before and before.kind == "message" and after and after.kind == "message")
    ]
