"""The plan for other programs: rundowns, coverage and faults as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from broadcast.plan.coverage import coverage, faults
from broadcast.plan.reason import words
from broadcast.plan.rundown import Plan, Rundown


def listing(plan: Plan, day: date | None, station: str | None) -> str:
    """Give the plan as JSON text; `day` and `station` leave the rest of the rundowns out.

    Raises:
        BroadcastError: the campaign has no such date or station.
    """
    campaign = plan.campaign
    return json.dumps(
        {
            "campaign": campaign.id,
            "title": campaign.title,
            "zone": campaign.zone.key,
            "first": f"{campaign.first}",
            "last": f"{campaign.last}",
            "rundowns": [_rundown(each) for each in _chosen(plan, day, station)],
            "coverage": [
                {
                    "stations": [each.id for each in group.stations],
                    "topics": dict(group.topics),
                    "audiences": dict(group.audiences),
                    "messages": dict(group.messages),
                }
                for group in coverage(plan)
            ],
            "faults": [
                {
                    "message": fault.message,
                    "file": fault.at.file if fault.at else None,
                    "line": fault.at.line if fault.at else None,
                    "hint": fault.hint,
                    "severity": fault.severity,
                }
                for fault in faults(plan)
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def _chosen(plan: Plan, day: date | None, station: str | None) -> Iterable[Rundown]:
    if day and station:
        return plan.of(day, station)
    if day:
        return plan.on(day)
    if station:
        found = plan.station(station)
        return (plan.rundown(number, found) for number in range(len(plan.turns)))
    return plan.rundowns


def _rundown(rundown: Rundown) -> dict[str, Any]:
    return {
        "date": f"{rundown.date}",
        "slot": f"{rundown.slot.at:%H:%M}",
        "station": rundown.station.id,
        "theme": rundown.theme.title if rundown.theme else None,
        "seconds": round(rundown.seconds, 1),
        "cues": [
            {
                "kind": cue.kind,
                "id": cue.id,
                "title": cue.title,
                "start": round(start, 1),
                "seconds": round(cue.seconds, 1),
                "languages": list(cue.languages),
                "ground": cue.why.ground,
                "why": words(cue.why),
            }
            for cue, start in zip(rundown.cues, rundown.starts, strict=True)
        ],
    }
