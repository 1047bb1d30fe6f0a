"""The standby programmes: one for each station, made on the first run, for the night when nothing else can be."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from broadcast.build import ledger as ledgers
from broadcast.build.journal import Journal
from broadcast.build.making import make, stands
from broadcast.build.recipe import digest
from broadcast.build.shelf import Names, Shelf
from broadcast.campaign.signature import STANDBY
from broadcast.plan.standby import standby

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcast.build.cookbook import Recipe
    from broadcast.build.ladder import Rung
    from broadcast.build.ledger import Entry, Ledger
    from broadcast.build.manifest import Rung as ManifestRung
    from broadcast.build.surroundings import Surroundings
    from broadcast.campaign.station import Station

FOLDER = "standby"


class Standby:
    """The reserve of every station: it names no date; the last voice of the ladder speaks it, or the next above."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._shelf = Shelf(around.out / FOLDER, around.store / "unfinished")
        self._path = around.store / "days" / f"{FOLDER}.jsonl"
        self._remember(ledgers.read(self._path))
        self._rundowns = {each.station.id: each for each in standby(around.plan)}
        self._verdict = around.approvals.verdict(STANDBY)

    def build(self) -> None:
        """Make what is missing or changed; what cannot be made, or is not approved, leaves the one made before.

        Raises:
            UnwritableError: the disk is full or read-only.
        """
        journal = Journal()
        pending = self._around.plan.campaign.stations
        if not self._verdict.approved:
            pending = self._withhold(journal)
        for rung in reversed(self._around.rungs):
            pending = self._with(rung, pending, journal)
        ledger = journal.ledger(station.id for station in self._around.plan.campaign.stations)
        if self._around.rungs and ledger != self.ledger:
            self._remember(ledger)
            ledgers.write(self._path, ledger)

    def _remember(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._entries = {name: entry for (name, _slot), entry in ledger.entries.items()}

    def _withhold(self, journal: Journal) -> tuple[Station, ...]:
        """Keep what was approved before; tell of it where its words are no longer those of now."""
        outgrown: Counter[ManifestRung | None] = Counter()
        for station in self._around.plan.campaign.stations:
            entry = self.entry(station.id)
            if entry:
                journal.keep(entry, self.ledger)
            if entry is None or entry.approval != self._code(station):
                outgrown["standby" if entry else None] += 1
        if outgrown:
            self._around.withhold(STANDBY, self._verdict, outgrown)
        return ()

    def _code(self, station: Station) -> str:
        return self._around.approvals.standby_code(self._rundowns[station.id])

    def _with(self, rung: Rung, stations: Sequence[Station], journal: Journal) -> tuple[Station, ...]:
        """Keep or make programmes with one voice; give the stations that still have none."""
        stale = []
        for station in stations:
            recipe = self._recipe(rung, station)
            entry = self.entry(station.id)
            if entry and entry.key == recipe.key:
                journal.keep(entry, self.ledger)
            else:
                stale.append(recipe)
        errors = rung.make(stale, self._around.workers, partial(self._write, journal))
        failed = (recipe.rundown.station for recipe, error in zip(stale, errors, strict=True) if error)
        return tuple(station for station in failed if not self._left(station, journal))

    def _left(self, station: Station, journal: Journal) -> bool:
        """Keep the programme made before; tell whether there is one."""
        before = self.entry(station.id)
        if before:
            journal.keep(before, self.ledger)
        return before is not None

    def _write(self, journal: Journal, rung: Rung, recipe: Recipe) -> None:
        names = Names.standby(recipe.rundown.station.id)
        done = make(recipe, rung, self._around.plan.campaign, self._shelf, names)
        self._shelf.settle(names)
        journal.add(replace(done.entry, rung="standby"), done.body, done.pieces)

    def _recipe(self, rung: Rung, station: Station) -> Recipe:
        rundown = self._rundowns[station.id]
        recipe = rung.cookbook.recipe(rundown, self._around.approvals.standby_code(rundown))
        return replace(recipe, title=f"{station.name}, chương trình dự phòng", key=digest(["standby", recipe.key]))

    def entry(self, station: str) -> Entry | None:
        """Give the entry of a station's standby programme, if it stands whole."""
        entry = self._entries.get(station)
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
