"""The daily scripts as a night writes them: those of its days, where the words changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from broadcast.build import scripts
from broadcast.campaign.content import Content
from broadcast.campaign.signature import STANDBY
from broadcast.plan import Plan
from broadcast.plan.approvals import Approvals


def write(plan: Plan, dates: Iterable[datetime.date], folder: Path) -> int:
    """Write the script of each date and of the standby programmes; tell how many were not right already.

    Raises:
        UnwritableError: the folder cannot be written.
    """
    approvals = Approvals(plan, (), Content(plan.campaign.folder).found)
    return len(scripts.write(approvals, (*dates, STANDBY), folder))
