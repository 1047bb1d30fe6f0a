"""Reading at night: a message that is broken is left out and said so; the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from broadcast.build.ready import ready
from broadcast.errors import Fault, Faults
from broadcast.plan import Plan


@dataclass(frozen=True, slots=True)
class Reading:
    """The plan, or None when nothing can be planned; the messages left out; and every fault that was found."""

    plan: Plan | None
    left_out: tuple[str, ...]
    faults: tuple[Fault, ...]


def reading(folder: Path, out: Path, make: Callable[[Path, Path, Collection[str]], Plan] = ready) -> Reading:
    """Read, check and plan with as many messages as are right; each round leaves out those with faults."""
    left_out: dict[str, None] = {}
    faults: list[Fault] = []
    while True:
        try:
            return Reading(make(folder, out, left_out.keys()), tuple(left_out), tuple(faults))
        except Faults as found:
            errors = [fault for fault in found.faults if fault.severity == "error"]
            faults += errors
            broken = [_message(fault) for fault in errors]
            if None in broken:  # not a message's fault: leaving messages out mends nothing
                return Reading(None, tuple(left_out), tuple(faults))
            left_out |= dict.fromkeys(name for name in broken if name)


def _message(fault: Fault) -> str | None:
    """Give the id of the message in which a fault stands."""
    path = PurePosixPath(fault.at.file) if fault.at else PurePosixPath()
    return path.stem if path.parent.name == "messages" and path.suffix == ".yaml" else None
