"""How long the recordings of a campaign run, measured once in the life of each file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from broadcast.cache import folder as user_cache
from broadcast.campaign.campaign import Campaign
from broadcast.errors import BroadcastError
from broadcast.files import write_whole
from broadcast.plan import Lengths, Plan, plan
from broadcast.sound import REVISION

FILE = "recordings.json"


def planned(campaign: Campaign) -> Plan:
    """Plan a campaign with its recordings as long as they are; every command must, or their plans would differ."""
    return plan(campaign, lengths(campaign))


def lengths(campaign: Campaign, cache: Path | None = None) -> Lengths:
    """Measure the recordings as they are heard; those that cannot be used are left out.

    Args:
        campaign: as it was read.
        cache: the folder that remembers what was measured, by the bytes; by default the user's own.
    """
    paths = {each.path for segment in campaign.segments for each in segment.recordings}
    if not paths:
        return Lengths()
    return Lengths(recordings=_measured(campaign.folder, sorted(paths), (cache or user_cache()) / FILE))


def _measured(campaign: Path, paths: Iterable[str], cache: Path) -> Mapping[str, float]:
    known = _read(cache)
    before = len(known)
    found = {}
    for path in paths:
        try:
            name = f"{REVISION} {hashlib.sha256((campaign / path).read_bytes()).hexdigest()}"
        except OSError:
            continue
        if name not in known:
            known[name] = _seconds(campaign / path)
        if known[name]:
            found[path] = known[name]
    if len(known) > before:
        _keep(cache, known)
    return found


def _seconds(path: Path) -> float:
    """Measure one file; 0 where it cannot be used. Tenths are enough, and the same on every machine."""
    from broadcast.sound.recording import examine

    return round(examine(path).seconds, 1)


def _read(cache: Path) -> dict[str, float]:
    try:
        known = json.loads(cache.read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): float(value) for name, value in known.items()} if isinstance(known, dict) else {}


def _keep(cache: Path, known: Mapping[str, float]) -> None:
    try:
        write_whole(cache, json.dumps(known, indent=0).encode())
    except BroadcastError:
        return  # a home that cannot be written: the next run measures again
