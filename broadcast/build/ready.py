"""Getting ready: everything is read, checked and planned before the first file is made."""

from __future__ import annotations

import gc
from collections.abc import Collection
from pathlib import Path

from broadcast.build import earlier
from broadcast.build.store import FOLDER
from broadcast.campaign.campaign import Campaign
from broadcast.errors import Faults
from broadcast.files import write_whole
from broadcast.plan import Plan
from broadcast.voices import MachineSettings, Night, Voice, find


def ready(folder: Path, out: Path, without: Collection[str] = ()) -> Plan:
    """Read, check and plan a campaign; what passed once is not checked again until a file changes.

    Args:
        folder: the campaign's.
        out: the folder of finished programmes, where it is remembered what passed.
        without: ids of messages that are passed over.

    Raises:
        Faults: every fault of the reading, or else of the checking.
    """
    now = earlier.state(folder, without)
    plan = earlier.plan(folder, without, now)
    prove(plan, out, now)
    return plan


def prove(plan: Plan, out: Path | None, now: bytes) -> None:
    """Check a planned campaign, unless it passed already as it is `now` (see `earlier.state`).

    Raises:
        Faults: every fault of the checking.
    """
    passed = out / FOLDER / "checked" if out else None
    if passed and passed.is_file() and passed.read_bytes() == now:
        return
    _check(plan)
    gc.collect()  # with 1,600 stations a check leaves 20 MB of cycles, and the building needs its room
    if passed:
        write_whole(passed, now)


def ladder(campaign: Campaign, machine: MachineSettings, night: Night) -> tuple[Voice, ...]:
    """Give the voices of a campaign, best first."""
    return tuple(find(choice, machine, night) for choice in campaign.voices)


def _check(plan: Plan) -> None:
    from broadcast.check import check
    from broadcast.voices.machine import read as machine

    faults = [fault for fault in check(plan.campaign, machine(), plan) if fault.severity == "error"]
    if faults:
        raise Faults(faults)
