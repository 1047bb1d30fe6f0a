"""Getting ready: everything is read, checked and planned before the first file is made."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Collection
from pathlib import Path

from broadcast import __version__
from broadcast.build import earlier
from broadcast.build.store import FOLDER
from broadcast.campaign.campaign import Campaign
from broadcast.errors import Faults
from broadcast.files import standing, write_whole
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
    plan = earlier.plan(folder, without)
    prove(plan, out, without)
    return plan


def prove(plan: Plan, out: Path | None, without: Collection[str] = ()) -> None:
    """Check a planned campaign, unless it passed already as it is now.

    Raises:
        Faults: every fault of the checking.
    """
    state = " ".join([_state(plan.campaign.folder), *sorted(without)]).encode()
    passed = out / FOLDER / "checked" if out else None
    if passed and passed.is_file() and passed.read_bytes() == state:
        return
    _check(plan)
    gc.collect()  # with 1,600 stations a check leaves 20 MB of cycles, and the building needs its room
    if passed:
        write_whole(passed, state)


def ladder(campaign: Campaign, machine: MachineSettings, night: Night) -> tuple[Voice, ...]:
    """Give the voices of a campaign, best first."""
    return tuple(find(choice, machine, night) for choice in campaign.voices)


def _check(plan: Plan) -> None:
    from broadcast.check import check
    from broadcast.voices.machine import read as machine

    faults = [fault for fault in check(plan.campaign, machine(), plan) if fault.severity == "error"]
    if faults:
        raise Faults(faults)


def _state(folder: Path) -> str:
    """Hash the campaign's files by their names, sizes and times, and the program by its version."""
    hashed = hashlib.sha256(__version__.encode())
    for name, seen in standing(folder):
        hashed.update(f"{name.removeprefix(str(folder))}\0{seen.st_size}\0{seen.st_mtime_ns}\n".encode(errors="surrogateescape"))
    return hashed.hexdigest()
