"""Healing: what rotted on the disk is found, made again, and told in the words of the summary."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.build import ledger as ledgers
from broadcast.build.shelf import Names
from broadcast.build.store import FOLDER
from broadcast.campaign.signature import STANDBY as RESERVE
from broadcast.deliver import rot, sums
from broadcast.i18n import ngettext

if TYPE_CHECKING:
    from broadcast.build.outcome import Outcome

_NAMED = 5  # files that a line names; more are counted


@dataclass(frozen=True, slots=True)
class Lost:
    """Notes and records of the store that were there and said nothing: rotten ones, and another version's."""

    rotten: int = 0
    outdated: int = 0

    def notes(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """Say in a line each what was made again of the store, here and in the builds."""
        done = tuple(outcomes)
        rotten = self.rotten + sum(outcome.rotten for outcome in done)
        outdated = self.outdated + sum(outcome.outdated for outcome in done)
        if rotten:
            yield ngettext(
                "the store had rotted in {count} place, and what was lost is made again",
                "the store had rotted in {count} places, and what was lost is made again",
                rotten,
            ).format(count=rotten)
        if outdated:
            yield ngettext(
                "the store is of another version of broadcast: {count} record is made again",
                "the store is of another version of broadcast: {count} records are made again",
                outdated,
            ).format(count=outdated)


def lost(out: Path, dates: Sequence[datetime.date]) -> Lost:
    """Look at the ledgers of these days and of the reserve, before a build replaces them."""
    states = [ledgers.state(out / FOLDER / "days" / f"{name}.jsonl") for name in (*dates, RESERVE)]
    return Lost(states.count("rotten"), states.count("outdated"))


def spoilt(out: Path, dates: Sequence[datetime.date]) -> Iterator[Path]:
    """Name the published files and those of the reserve that are not there as they were made."""
    yield from rot.rotten(out, dates)
    for (station, _slot), entry in ledgers.read(out / FOLDER / "days" / f"{RESERVE}.jsonl").entries.items():
        names = Names.standby(station)
        for name, made in ((names.sound, entry.sound), (names.text, entry.text), (names.captions, entry.captions)):
            path = out / RESERVE / name
            if not path.is_file() or sums.hashed(path) != made.sha256:
                yield path


def named(paths: Sequence[Path]) -> str:
    """Name files, a few of them."""
    names = ", ".join(path.name for path in paths[:_NAMED])
    more = len(paths) - _NAMED
    if more <= 0:
        return names
    return f"{names} {ngettext('and {count} more', 'and {count} more', more).format(count=more)}"
