"""Earlier plans: a campaign in which nothing changed is neither read nor planned again; the cache has its plan."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from pathlib import Path

from broadcast import cache
from broadcast.campaign import read
from broadcast.files import standing
from broadcast.plan import Plan
from broadcast.sound import lengths


def planned(folder: Path) -> Plan:
    """Plan a campaign as it lies in its folder now.

    Raises:
        Faults: every fault of the reading.
    """
    return plan(folder, (), state(folder))


def plan(folder: Path, without: Collection[str], now: bytes) -> Plan:
    """Read and plan a campaign, or give the plan that the very same files gave before.

    Args:
        folder: the campaign's.
        without: ids of messages that are passed over.
        now: the `state` of these.

    Raises:
        Faults: every fault of the reading.
    """

    def settled() -> bool:
        return state(folder, without) == now  # nobody wrote while we read

    return cache.recall("plans", folder, now, lambda: lengths.planned(read(folder, without)), settled)


def state(folder: Path, without: Collection[str] = ()) -> bytes:
    """Hash all that plans and checks come from: a campaign's files by their bytes, and the program by its own files."""
    hashed = hashlib.sha256(cache.program() + f"{sorted(without)}\n".encode())
    for name, _seen in standing(folder):
        told = f"{name.removeprefix(str(folder))}\0{_sha256(name)}\n"
        hashed.update(told.encode(errors="surrogateescape"))
    return hashed.digest()


def _sha256(name: str) -> str:
    """Hash a file; a folder, or what is no file or cannot be read, counts by its name."""
    if not os.path.isfile(name):  # noqa: PTH113 - as below
        return ""
    try:
        with open(name, "rb") as file:  # noqa: PTH123 - a path object for each would cost more than the reading
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return ""
