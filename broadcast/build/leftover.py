"""Leftovers: what the campaign no longer has leaves manifests and sums, and on request the disk."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from broadcast.build import trial
from broadcast.build.day import ledger_path
from broadcast.build.manifest import NAME
from broadcast.build.shelf import SUMS
from broadcast.campaign.campaign import Campaign

_PROGRAMME = re.compile(r"\d{8}_\d{4}_[a-z0-9-]+(_nghe-thu)?\.(mp3|txt|vtt)\Z")


def withdraw(campaign: Campaign, out: Path, store: Path, *, prune: bool) -> None:
    """Take days and stations that the campaign no longer has out of manifests and sums.

    Args:
        campaign: as it is now.
        out: the folder of finished programmes.
        store: where the ledgers lie.
        prune: whether the files of programmes that no manifest names are deleted as well.
    """
    for folder, date in days(out):
        gone = not campaign.first <= date <= campaign.last
        if gone:
            (folder / NAME).unlink(missing_ok=True)
            ledger_path(store, date).unlink(missing_ok=True)
        _stations(campaign, folder, gone=gone, prune=prune)
        if gone and prune:
            _remove_empty(folder)
    _trials(campaign, out / trial.FOLDER, store)


def _trials(campaign: Campaign, trials: Path, store: Path) -> None:
    """Remove the trial programmes of days and stations that are gone: nobody will sign them."""
    for day, date in days(trials):
        gone = not campaign.first <= date <= campaign.last
        if gone:
            trial.ledger_path(store, date).unlink(missing_ok=True)
        _stations(campaign, day, gone=gone, prune=True)
        _remove_empty(day)


def days(out: Path) -> Iterator[tuple[Path, datetime.date]]:
    """Give the folders that are named by a date, in order; those of someone else are passed over."""
    for folder in sorted(out.glob("????-??-??")):
        try:
            yield folder, datetime.date.fromisoformat(folder.name)
        except ValueError:
            continue


def _stations(campaign: Campaign, day: Path, *, gone: bool, prune: bool) -> None:
    known = {station.id for station in campaign.stations}
    slots = {slot.id for slot in campaign.slots}
    for folder in day.iterdir():
        if not folder.is_dir():
            continue
        foreign = gone or folder.name not in known
        if foreign:
            (folder / SUMS).unlink(missing_ok=True)
        if prune:
            _prune(folder, foreign=foreign, slots=slots)


def _prune(folder: Path, *, foreign: bool, slots: set[str]) -> None:
    for path in folder.iterdir():
        if _PROGRAMME.match(path.name) and (foreign or path.name.split("_")[1] not in slots):
            path.unlink()
    _remove_empty(folder)


def _remove_empty(folder: Path) -> None:
    """Remove a folder when nothing is in it; what people put there stays."""
    if not any(folder.iterdir()):
        folder.rmdir()
