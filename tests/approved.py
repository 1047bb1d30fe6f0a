"""Approvals for tests: campaigns are signed as they are, by somebody for each role."""

from __future__ import annotations

import datetime
from pathlib import Path

from broadcast.build.approve import Person, approve, opened
from broadcast.campaign.approvals import beside
from broadcast.plan.approvals import Approvals
from broadcast.plan.verdict import roles

NOW = datetime.datetime(2024, 11, 19, 15, 30, tzinfo=datetime.UTC)
PEOPLE = ("Ma Thị An", "Nông Văn Bình", "Lý Thị Cúc")


def sign(
    segments: Path,
    *subjects: str | datetime.date,
    where: Path | None = None,
    people: int = 0,
    out: Path | None = None,
) -> Approvals:
    """Sign days of a campaign, all of them when none is named, for every role; urgent messages take `people` = 2."""
    where = where or beside(segments)
    approvals = opened(segments, where)
    subjects = subjects or approvals.subjects
    if all(approvals.verdict(subject).approved for subject in subjects):
        return approvals
    wanted = roles(approvals.plan.campaign.approval)
    for number, person in enumerate(PEOPLE[: max(people, len(wanted))]):
        who = Person(person, wanted[min(number, len(wanted) - 1)], NOW)
        approvals = approve(approvals, subjects, who, where, out)
    return approvals
