"""What may still be asked of free services tonight: remembered beside the store, whatever ends a run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from broadcast.build.store import FOLDER
from broadcast.errors import BroadcastError
from broadcast.files import write_whole
from broadcast.voices.night import Budget, Night

NAME = "asked.json"
NOON = timedelta(hours=12)  # from noon to noon is one night: a run at 23:50 and one at 00:30 share its requests


def tonight(out: Path, now: datetime, *, offline: bool = False) -> Night:
    """Give the surroundings of a run that begins at `now`, with what was asked earlier in the same night.

    Args:
        out: the folder of finished programmes; the store lies in it.
        now: with a time zone.
        offline: forbids the network.
    """
    path = out / FOLDER / NAME
    budget = Budget.restore(_read(path), f"{(now - NOON).date()}", partial(_keep, path))
    return Night(budget, offline=offline)


def _read(path: Path) -> Mapping[str, object]:
    try:
        state = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _keep(path: Path, state: Mapping[str, object]) -> None:
    try:
        write_whole(path, json.dumps(state).encode())
    except BroadcastError:
        return  # a full disk: whoever writes the programmes says so
