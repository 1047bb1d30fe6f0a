"""Trial programmes of a day that is not approved: to be listened to before signing, in a folder of their own.

They say so at their head, in their names and in their tags, and stand in no manifest: nothing that airs finds them.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from broadcast.build import ledger as ledgers
from broadcast.build.journal import Journal
from broadcast.build.ladder import TOGETHER
from broadcast.build.making import make, stands
from broadcast.build.recipe import digest
from broadcast.build.shelf import Names, Shelf
from broadcast.plan import Cue, Line, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from broadcast.build.cookbook import Recipe
    from broadcast.build.ladder import Rung
    from broadcast.build.ledger import Entry
    from broadcast.build.surroundings import Surroundings
    from broadcast.plan import Rundown

FOLDER = "nghe-thu"
WORDS = "Bản nghe thử, chưa được duyệt, không phát trên loa."
_HEAD = Cue("message", FOLDER, "Bản nghe thử", (Line(WORDS, WORDS, None),), 0.0, Reason("pattern"))


def ledger_path(store: Path, date: datetime.date) -> Path:
    """Name the ledger of the trial programmes of a date."""
    return store / "days" / f"{FOLDER}-{date}.jsonl"


class Trial:
    """The trial programmes of one date, or their removal once the date is approved."""

    def __init__(self, around: Surroundings, date: datetime.date) -> None:
        self._around = around
        self._date = date
        self._shelf = Shelf(around.out / FOLDER / date.isoformat(), around.store / "unfinished")
        self._path = ledger_path(around.store, date)
        self._old = ledgers.read(self._path)
        self._journal = Journal()

    def build(self) -> None:
        """Make what is missing or changed, with the first voice of the ladder that can; remove what has no use.

        Raises:
            UnwritableError: the disk is full or read-only.
        """
        around = self._around
        approved = around.approvals.verdict(self._date).approved
        for batch in () if approved else around.plan.batches(self._date, TOGETHER):
            pending = [_marked(rundown) for rundown in batch if around.wants(rundown, self._journal, self._old)]
            for rung in around.rungs:
                pending = self._with(rung, pending)
        ledger = self._journal.ledger(station.id for station in around.plan.campaign.stations)
        for place, entry in self._old.entries.items():
            if place not in ledger.entries:
                self._shelf.remove(self._names(entry.slot, entry.station))
        if ledger != self._old:
            ledgers.write(self._path, ledger)

    def _with(self, rung: Rung, rundowns: Iterable[Rundown]) -> list[Rundown]:
        """Keep or make programmes with one voice; give those that it could not make."""
        recipes = [_recipe(rung, rundown) for rundown in rundowns]
        wanted = [recipe for recipe in recipes if not self._keep(recipe)]
        errors = rung.make(wanted, self._around.workers, self._make)
        return [recipe.rundown for recipe, error in zip(wanted, errors, strict=True) if error]

    def _make(self, rung: Rung, recipe: Recipe) -> None:
        names = self._names(recipe.rundown.slot.id, recipe.rundown.station.id)
        done = make(recipe, rung, self._around.plan.campaign, self._shelf, names)
        self._shelf.settle(names)
        self._journal.add(done.entry, done.body, done.pieces)
        self._around.outcome.previews += 1

    def _keep(self, recipe: Recipe) -> bool:
        entry = self._entry(recipe.rundown)
        if entry is None or entry.key != recipe.key:
            return False
        if not stands(entry, self._shelf, self._names(entry.slot, entry.station)):
            return False
        self._journal.keep(entry, self._old)
        return True

    def _entry(self, rundown: Rundown) -> Entry | None:
        return self._old.entries.get((rundown.station.id, rundown.slot.id))

    def _names(self, slot: str, station: str) -> Names:
        return Names.trial(self._date, slot, station)


def _marked(rundown: Rundown) -> Rundown:
    return replace(rundown, cues=(_HEAD, *rundown.cues))


def _recipe(rung: Rung, rundown: Rundown) -> Recipe:
    recipe = rung.cookbook.recipe(rundown)
    return replace(recipe, title=f"Bản nghe thử: {recipe.title}", key=digest([FOLDER, recipe.key]))
