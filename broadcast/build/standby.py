"""The standby programmes: one for each station, made on the first run, for the night when nothing else can be."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from broadcast.build import ledger as ledgers
from broadcast.build.guard import guarded
from broadcast.build.journal import Journal
from broadcast.build.making import make, stands
from broadcast.build.recipe import digest
from broadcast.build.shelf import Names, Shelf
from broadcast.plan.standby import standby

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadcast.build.cookbook import Recipe
    from broadcast.build.ladder import Rung
    from broadcast.build.ledger import Entry
    from broadcast.build.surroundings import Surroundings
    from broadcast.campaign.station import Station

FOLDER = "standby"


class Standby:
    """The reserve of every station: it names no date, and the last voice of the ladder speaks it."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._shelf = Shelf(around.out / FOLDER, around.store / "unfinished")
        self._path = around.store / "days" / f"{FOLDER}.jsonl"
        self.ledger = ledgers.read(self._path)

    def build(self) -> None:
        """Make what is missing or changed; what cannot be made leaves the one made before.

        Raises:
            UnwritableError: the disk is full or read-only.
        """
        rung = self._around.rungs[-1]
        journal = Journal()
        stale = []
        for station in self._around.plan.campaign.stations:
            recipe = self._recipe(rung, station)
            entry = self.entry(station.id)
            if entry and entry.key == recipe.key:
                journal.keep(entry, self.ledger)
            else:
                stale.append(recipe)
        if stale:
            self._make(rung, stale, journal)
            self.ledger = journal.ledger(station.id for station in self._around.plan.campaign.stations)
            ledgers.write(self._path, self.ledger)

    def _make(self, rung: Rung, stale: Iterable[Recipe], journal: Journal) -> None:
        failed = rung.make((piece for recipe in stale for piece in recipe.pieces), self._around.workers)
        for recipe in stale:
            before = self.entry(recipe.rundown.station.id)
            lost = any(piece.key in failed for piece in recipe.pieces)
            if (lost or guarded(recipe.title, partial(self._write, rung, recipe, journal))) and before:
                journal.keep(before, self.ledger)

    def _write(self, rung: Rung, recipe: Recipe, journal: Journal) -> None:
        names = Names.standby(recipe.rundown.station.id)
        done = make(recipe, rung, self._around.plan.campaign, self._shelf, names)
        self._shelf.settle(names)
        journal.add(replace(done.entry, rung="standby"), done.body, done.pieces)

    def _recipe(self, rung: Rung, station: Station) -> Recipe:
        recipe = rung.cookbook.recipe(standby(self._around.plan, station))
        return replace(recipe, title=f"{station.name}, chương trình dự phòng", key=digest(["standby", recipe.key]))

    def entry(self, station: str) -> Entry | None:
        """Give the entry of a station's standby programme, if it stands whole."""
        entry = next((each for (name, _slot), each in self.ledger.entries.items() if name == station), None)
        return entry if entry and stands(entry, self._shelf, Names.standby(station)) else None

    def lend(self, entry: Entry, slot: str, shelf: Shelf, names: Names) -> Entry:
        """Copy a standby programme into a slot; give the entry of the copy.

        Raises:
            UnwritableError: the disk is full, or the place is read-only.
        """
        own = Names.standby(entry.station)
        lent = replace(
            entry,
            slot=slot,
            rung="standby",
            sound=shelf.write(names.sound, (self._shelf.read(own.sound),)),
            text=shelf.write(names.text, (self._shelf.read(own.text),)),
            captions=shelf.write(names.captions, (self._shelf.read(own.captions),)),
        )
        shelf.settle(names)
        return lent
