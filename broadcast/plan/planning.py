"""Planning: a campaign becomes a plan, once for each group of stations that may air the same messages."""

from __future__ import annotations

from collections.abc import Sequence

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.segment import Segment
from broadcast.campaign.station import Station
from broadcast.plan.cue import Cue
from broadcast.plan.demand import Demand, Turn, comes, demand, is_bound, turns
from broadcast.plan.draft import OUTER, Draft
from broadcast.plan.frame import Frame, heard
from broadcast.plan.order import History, ordered
from broadcast.plan.pace import Lengths
from broadcast.plan.repair import repair
from broadcast.plan.rotation import keep, rotate
from broadcast.plan.rundown import Group, Plan, Programme
from broadcast.plan.search import search

Heard = tuple[tuple[str, tuple[str, ...]], ...]  # what a station may air: ids and languages
Rows = tuple[tuple[str, ...], ...]  # the ids that stand at each turn

GRAIN = 60  # tenths of a second: how coarsely a message's length is known until the very end


def plan(campaign: Campaign, lengths: Lengths | None = None) -> Plan:
    """Plan a whole campaign; the same campaign and lengths give the same plan on any machine.

    First a plan is made from the messages that every station may air, as if none were bound. Each group of
    stations starts from that and changes only what its own messages, bound or urgent, make necessary; an urgent
    one changes nothing that was aired before its `since`.

    Args:
        campaign: everything that people wrote.
        lengths: measured lengths of jingles and recordings; usual ones when left out. Every caller
            must pass the same, or their plans may differ.
    """
    frame = Frame(campaign, lengths or Lengths())
    every = turns(campaign)
    around = [_around(campaign, frame, turn) for turn in every]
    common = [each for each in campaign.segments if not (each.stations or each.kinds or is_bound(each))]
    start = _solve(_demand(campaign, frame, around, common, {}), ())
    groups = []
    for key, stations in _alike(campaign).items():
        languages = dict(key)
        messages = tuple(each for each in campaign.segments if each.id in languages)
        rows = start
        came = [comes(campaign, each, every) for each in messages]
        for over in sorted({0, *came}):  # what was aired before an urgent message came keeps no new promise
            known = [each for each, then in zip(messages, came, strict=True) if then <= over]
            task = _demand(campaign, frame, around, known, languages)
            rows = _solve(task.settled(rows, over) if over else task, rows)
        programmes = _programmes(campaign, frame, task, rows, languages)
        groups.append(Group(tuple(stations), messages, programmes))
    return Plan(campaign, tuple(groups), frame)


def _alike(campaign: Campaign) -> dict[Heard, list[Station]]:
    """Group the stations that may air the same messages in the same languages, in the order of the file."""
    groups: dict[Heard, list[Station]] = {}
    for station in campaign.stations:
        aired = ((each.id, heard(each, station)) for each in campaign.segments)
        groups.setdefault(tuple(each for each in aired if each[1]), []).append(station)
    return groups


def _around(campaign: Campaign, frame: Frame, turn: Turn) -> float:
    """Count the seconds of a turn that no message can have; the longest ident stands for all."""
    idents = max((frame.ident(station).seconds for station in campaign.stations), default=0.0)
    cues = [kind for kind in campaign.pattern if kind not in ("ident", "message")]
    return idents * campaign.pattern.count("ident") + sum(frame.cue(kind, turn).seconds for kind in cues)


def _demand(
    campaign: Campaign,
    frame: Frame,
    around: Sequence[float],
    messages: Sequence[Segment],
    languages: dict[str, tuple[str, ...]],
) -> Demand:
    def seconds(segment: Segment) -> float:
        return frame.seconds(segment, languages.get(segment.id, ("vi",)))

    return demand(campaign, messages, seconds, around, frame.sting.seconds)


def _solve(task: Demand, start: Rows) -> Rows:
    """Plan with coarse lengths, then change once more what does not fit with the exact ones.

    A sentence that grows a little seldom changes a coarse length, and so seldom changes the plan.
    """
    draft = keep(task.coarse(GRAIN), start)
    rotate(draft)
    repair(draft)
    draft = keep(task, _names(draft), OUTER)
    if not repair(draft):
        found = search(task)
        if found is not None:
            draft = keep(task, [[task.messages[message].id for message in row] for row in found], OUTER)
            repair(draft)
    return _names(draft)


def _names(draft: Draft) -> Rows:
    task = draft.demand
    return tuple(tuple(task.messages[message].id for message in sorted(row)) for row in draft.rows)


def _programmes(
    campaign: Campaign, frame: Frame, task: Demand, rows: Rows, languages: dict[str, tuple[str, ...]]
) -> tuple[Programme, ...]:
    by_id = {segment.id: segment for segment in task.messages}
    history = History(campaign)
    programmes = []
    for turn, row in zip(task.turns, rows, strict=True):
        messages: list[Cue] = []
        for segment in ordered(turn, (by_id[name] for name in row)):
            cue = frame.message(segment, languages[segment.id], history.reason(turn, segment))
            history.note(turn, segment)
            messages += [frame.sting, cue] if messages else [cue]
        programmes.append(Programme(turn, _patterned(campaign, frame, turn, messages)))
    return tuple(programmes)


def _patterned(campaign: Campaign, frame: Frame, turn: Turn, messages: list[Cue]) -> tuple[Cue | None, ...]:
    cues: list[Cue | None] = []
    for kind in campaign.pattern:
        if kind == "message":
            cues += messages
        else:
            cues.append(None if kind == "ident" else frame.cue(kind, turn))
    return tuple(cues)
