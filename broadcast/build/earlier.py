"""Earlier plans: a campaign in which nothing changed is neither read nor planned again; the cache has its plan.

The cache is the user's own, like Python's for modules: what lies there is trusted as the program itself is.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Collection
from pathlib import Path

import broadcast
from broadcast.campaign import read
from broadcast.errors import BroadcastError
from broadcast.files import standing, write_whole
from broadcast.plan import Plan
from broadcast.sound import lengths


def plan(folder: Path, without: Collection[str], now: bytes) -> Plan:
    """Read and plan a campaign, or give the plan that the very same files gave before.

    Args:
        folder: the campaign's.
        without: ids of messages that are passed over.
        now: the `state` of these.

    Raises:
        Faults: every fault of the reading.
    """
    named = os.fsencode(folder.absolute()) + b"\0" + os.fsencode(folder)  # the second, because faults will name it
    place = lengths.folder() / "plans" / hashlib.sha256(named).hexdigest()[:16]
    known = _kept(place, now)
    if known is None:
        known = lengths.planned(read(folder, without))
        if state(folder, without) == now:  # nobody wrote while we read
            _keep(place, now, known)
    return known


def state(folder: Path, without: Collection[str] = ()) -> bytes:
    """Hash all that plans and checks come from: a campaign's files by their bytes, and the program by its own files."""
    hashed = hashlib.sha256(f"{sys.version}\0{sorted(without)}\n".encode())
    for name, seen in standing(Path(broadcast.__file__).parent):
        if name.endswith(".py"):
            hashed.update(f"{name}\0{seen.st_size}\0{seen.st_mtime_ns}\n".encode(errors="surrogateescape"))
    for name, _seen in standing(folder):
        told = f"{name.removeprefix(str(folder))}\0{_sha256(name)}\n"
        hashed.update(told.encode(errors="surrogateescape"))
    return hashed.digest()


def _sha256(name: str) -> str:
    """Hash a file; a folder, or what cannot be read, counts by its name."""
    try:
        with open(name, "rb") as file:  # noqa: PTH123 - a path object for each would cost more than the reading
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return ""


def _kept(place: Path, state: bytes) -> Plan | None:
    try:
        data = place.read_bytes()
    except OSError:
        return None
    head, payload = data[: len(state)], data[2 * len(state) :]
    if head != state or hashlib.sha256(payload).digest() != data[len(state) : 2 * len(state)]:
        return None
    kept: Plan = pickle.loads(payload)  # noqa: S301 - whole, and written by this very program for this very user
    return kept


def _keep(place: Path, state: bytes, plan: Plan) -> None:
    payload = pickle.dumps(plan, protocol=5)
    try:
        write_whole(place, (state, hashlib.sha256(payload).digest(), payload))
    except BroadcastError:
        return  # a home that cannot be written: the next run plans again
