"""One day: what stands is kept, what changed is made, and what cannot be made goes down the ladder."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from broadcast.build import ledger as ledgers
from broadcast.build.journal import Journal
from broadcast.build.ladder import TOGETHER
from broadcast.build.lists import Lists
from broadcast.build.making import make, stands
from broadcast.build.manifest import Missing, Rung
from broadcast.build.outcome import Failure
from broadcast.build.shelf import Names, Shelf
from broadcast.errors import BroadcastError
from broadcast.files import UnwritableError
from broadcast.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from broadcast.build import ladder
    from broadcast.build.cookbook import Recipe
    from broadcast.build.ledger import Entry
    from broadcast.build.standby import Standby
    from broadcast.build.surroundings import Surroundings
    from broadcast.plan import Rundown


class Day:
    """Makes the programmes of one date."""

    def __init__(self, around: Surroundings, standby: Standby, date: datetime.date) -> None:
        self._around = around
        self._standby = standby
        self._date = date
        self._shelf = Shelf(around.out / date.isoformat(), around.store / "unfinished")
        self._path = ledger_path(around.store, date)
        self._old = ledgers.read(self._path)
        self._journal = Journal()
        self._aside: list[Entry] = []
        self._missing: list[Missing] = []
        self._verdict = around.approvals.verdict(date)
        self._stands: Counter[Rung | None] = Counter()

    def build(self) -> None:
        """Make what must be made, then put all of it into its place, with sums, manifest and ledger.

        Raises:
            UnwritableError: the disk is full or read-only; what is finished stays.
        """
        for batch in self._around.plan.batches(self._date, TOGETHER):
            self._batch(batch)
        for entry in self._aside:
            self._settle(entry)
        campaign = self._around.plan.campaign
        ledger = self._journal.ledger(station.id for station in campaign.stations)
        lists = Lists(self._date, ledger, self._missing, campaign)
        self._around.outcome.refused += lists.write(self._shelf)
        if ledger != self._old:
            ledgers.write(self._path, ledger)
        if not self._verdict.approved:
            self._around.withhold(self._date, self._verdict, self._stands)

    def _batch(self, rundowns: Iterable[Rundown]) -> None:
        pending = [rundown for rundown in rundowns if self._around.wants(rundown, self._journal, self._old)]
        if not self._verdict.approved:
            for rundown in pending:
                self._stands[self._withheld(rundown)] += 1
            return
        nobody = BroadcastError(_("no voice of the campaign works on this machine"), hint="broadcast doctor")
        errors: dict[int, BroadcastError] = dict.fromkeys(range(len(pending)), nobody)
        for rung in self._around.rungs:
            errors = self._with(rung, pending)
            pending = [pending[number] for number in errors]
        for rundown, error in zip(pending, errors.values(), strict=True):
            self._fall_back(rundown, error)

    def _with(self, rung: ladder.Rung, rundowns: Sequence[Rundown]) -> dict[int, BroadcastError]:
        """Keep or make programmes with one voice; give the errors of those it could not make, by number."""
        recipes = [self._recipe(rung, rundown) for rundown in rundowns]
        force = self._around.force
        wanted = {number: recipe for number, recipe in enumerate(recipes) if force or not self._keep(recipe)}
        done = rung.make(tuple(wanted.values()), self._around.workers, self._make)
        errors = {number: error for number, error in zip(wanted, done, strict=True) if error}
        for error in errors.values():
            self._around.outcome.note(rung.voice.name, error)
        return errors

    def _recipe(self, rung: ladder.Rung, rundown: Rundown) -> Recipe:
        return rung.cookbook.recipe(rundown, self._around.approvals.code(rundown))

    def _names(self, rundown: Rundown) -> Names:
        return Names.of(self._date, rundown.slot.id, rundown.station.id)

    def _entry(self, rundown: Rundown) -> Entry | None:
        return self._old.entries.get((rundown.station.id, rundown.slot.id))

    def _keep(self, recipe: Recipe) -> bool:
        """Keep the programme when it was made from this very recipe and its files stand untouched."""
        entry = self._entry(recipe.rundown)
        if entry is None or entry.key != recipe.key:
            return False
        if not stands(entry, self._shelf, self._names(recipe.rundown)):
            return False
        self._journal.keep(replace(entry, rung="fresh"), self._old)
        self._around.outcome.kept += 1
        return True

    def _make(self, rung: ladder.Rung, recipe: Recipe) -> None:
        """Make a programme aside; a piece that the store had lost is made again here, and may fail here."""
        done = make(recipe, rung, self._around.plan.campaign, self._shelf, self._names(recipe.rundown))
        entry = replace(done.entry, replaces=self._replaced(done.entry))
        self._journal.add(entry, done.body, done.pieces)
        self._aside.append(entry)

    def _settle(self, entry: Entry) -> None:
        """Put a programme into its place; a station whose folder refuses does not take the others along."""
        try:
            self._shelf.settle(Names.of(self._date, entry.slot, entry.station))
        except UnwritableError as error:
            self._journal.drop(entry)
            rundowns = self._around.plan.of(self._date, entry.station)
            self._fall_back(next(each for each in rundowns if each.slot.id == entry.slot), error)
        else:
            self._around.outcome.count(entry.voice, entry.seconds)

    def _replaced(self, made: Entry) -> str | None:
        """Give the SHA-256 of the file whose place a programme takes because of an urgent message, come or gone."""
        before = self._old.entries.get((made.station, made.slot))
        if before is None or before.approval is None or before.rung == "standby":
            return None
        if before.approval == made.approval:
            return before.replaces
        return before.sound.sha256 if made.urgent or before.urgent else None

    def _withheld(self, rundown: Rundown) -> Rung | None:
        """Air nothing that is not approved: keep what was made of these very words, or what was approved before."""
        if any(self._keep(self._recipe(rung, rundown)) for rung in self._around.rungs):
            return "fresh"
        reason = _("not approved yet: {lacking}").format(lacking="; ".join(self._verdict.lacking))
        return self._stood(rundown, reason)

    def _fall_back(self, rundown: Rundown, error: BroadcastError) -> None:
        stood = self._stood(rundown, error.message)
        self._around.outcome.failures.append(
            Failure(self._date, rundown.slot.id, rundown.station.id, str(error), stood)
        )

    def _stood(self, rundown: Rundown, reason: str) -> Rung | None:
        """Leave the programme that stands there, or put the standby programme in its place."""
        stood = self._left(rundown) or self._lent(rundown)
        if stood is None:
            self._missing.append(Missing(rundown.station.id, f"{rundown.slot.at:%H:%M}", reason))
        return stood

    def _left(self, rundown: Rundown) -> Rung | None:
        """Keep the last programme that was made for this slot, if it stands whole."""
        entry = self._entry(rundown)
        if entry is None or entry.approval is None or entry.rung == "standby":
            return None
        if not stands(entry, self._shelf, self._names(rundown)):
            return None
        self._journal.keep(replace(entry, rung="previous"), self._old)
        return "previous"

    def _lent(self, rundown: Rundown) -> Rung | None:
        reserve = self._standby.entry(rundown.station.id)
        if reserve is None:
            return None
        entry, names = self._entry(rundown), self._names(rundown)
        if entry and entry.key == reserve.key and stands(entry, self._shelf, names):
            self._journal.keep(entry, self._old)
            return "standby"
        try:
            lent = self._standby.lend(reserve, rundown.slot.id, self._shelf, names)
        except UnwritableError:
            return None
        self._journal.keep(lent, self._standby.ledger)
        return "standby"


def ledger_path(store: Path, date: datetime.date) -> Path:
    """Give where the ledger of a day lies."""
    return store / "days" / f"{date}.jsonl"
