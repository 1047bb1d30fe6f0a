"""The standby programme: what a station airs when nothing else can be, on any day and at any hour."""

from __future__ import annotations

from broadcast.campaign.segment import Segment
from broadcast.campaign.station import Station
from broadcast.plan.cue import Cue
from broadcast.plan.rundown import Plan, Rundown


def standby(plan: Plan, station: Station) -> Rundown:
    """Give a station's standby programme: the least bound one of its group, without what names a date.

    Its date and slot are the campaign's first; nothing that is heard depends on them.
    """
    group = plan.group(station)
    programme = min(group.programmes, key=lambda each: sum(map(_bound, each.messages)))
    cues = [cue or plan.frame.ident(station) for cue in programme.cues]
    kept = tuple(_without_doubled_stings([cue for cue in cues if _timeless(cue)]))
    return Rundown(plan.campaign.first, plan.campaign.slots[0], station, None, kept)


def _timeless(cue: Cue) -> bool:
    """Tell whether a cue can be heard on any day: greetings with a date in them are named by it."""
    if cue.segment:
        return not _bound(cue.segment)
    return cue.kind in ("ident", cue.id)


def _bound(segment: Segment) -> bool:
    return bool(segment.dates or segment.first or segment.last or segment.until or segment.slots)


def _without_doubled_stings(cues: list[Cue]) -> list[Cue]:
    """Leave out the stings that no longer part two messages."""
    return [
        cue
        for before, cue, after in zip([None, *cues], cues, [*cues[1:], None], strict=False)
        if cue.kind != "sting" or (before and before.kind == "message" and after and after.kind == "message")
    ]
