"""A run: the campaign's programmes are made, day by day, under one lock; what is whole is kept."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from broadcast.build import memory
from broadcast.build.cookbook import Sources
from broadcast.build.day import Day
from broadcast.build.ladder import Rung
from broadcast.build.leftover import withdraw
from broadcast.build.lock import alone
from broadcast.build.outcome import Outcome
from broadcast.build.standby import Standby
from broadcast.build.store import FOLDER, Store
from broadcast.build.surroundings import Surroundings
from broadcast.build.trial import Trial
from broadcast.campaign.approvals import beside, read
from broadcast.errors import BroadcastError
from broadcast.files import unwritable
from broadcast.plan import Plan
from broadcast.plan.approvals import Approvals
from broadcast.voices import Voice


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a run.

    `dates` are made in their order; `stations` None means all; `jobs` pieces are made side by side;
    `force` makes again what stands; `prune` deletes files of programmes that the campaign no longer has;
    `wait` are the seconds to wait for another run; `scripts` is where the approvals lie, None means beside
    the campaign's folder.
    """

    dates: tuple[datetime.date, ...]
    stations: frozenset[str] | None = None
    jobs: int = 2
    force: bool = False
    prune: bool = False
    wait: float = 0.0
    scripts: Path | None = None


Progress = Callable[[datetime.date, Outcome], None]


def build(  # noqa: PLR0913, PLR0917 - a plan, voices, a place and an order; two who are told
    plan: Plan,
    voices: Iterable[Voice],
    out: Path,
    order: Order,
    tell: Progress = lambda _date, _outcome: None,
    finish: Callable[[], None] = lambda: None,
) -> Outcome:
    """Make the programmes that changed, and keep the others; what is not approved becomes a preview only.

    Args:
        plan: of the whole campaign.
        voices: the ladder, best first.
        out: the folder of finished programmes; the store lies in it.
        order: which days and stations, and how.
        tell: is called after each day.
        finish: is called in the end, while no other run can begin: to publish what was made.

    Raises:
        Faults: the approvals cannot be read.
        BusyError: another run is at work.
        UnwritableError: the disk is full or read-only; what is finished stays, and the next run goes on.
    """
    store = out / FOLDER
    sources = Sources(plan.campaign.folder)
    scripts = order.scripts or beside(plan.campaign.folder)
    approvals = Approvals(plan, read(scripts, plan.campaign.zone), sources.content.found)
    with memory.kept(), alone(store, order.wait):
        _sweep(store / "unfinished")
        outcome, shelves = Outcome(), Store(store)
        rungs = tuple(_rungs(plan, sources, voices, shelves, outcome))
        with ThreadPoolExecutor(order.jobs) as workers:
            around = Surroundings(
                plan, approvals, rungs, out, store, scripts, workers, outcome, order.stations, order.force
            )
            _made(around, order.dates, tell)
        outcome.rotten, outcome.outdated = shelves.lost.count("rotten"), shelves.lost.count("outdated")
        withdraw(plan.campaign, out, store, prune=order.prune)
        finish()
    return outcome


def _made(around: Surroundings, dates: Sequence[datetime.date], tell: Progress) -> None:
    """Make the reserve, then the days, which may need it, and last what is only listened to."""
    standby = Standby(around)
    standby.build()
    for date in dates:
        Day(around, standby, date).build()
        tell(date, around.outcome)
    for date in dates:
        Trial(around, date).build()


def _rungs(plan: Plan, sources: Sources, voices: Iterable[Voice], store: Store, outcome: Outcome) -> Iterator[Rung]:
    """Give a rung for each voice; one whose package or data is damaged is left out, and noted."""
    for voice in voices:
        try:
            yield Rung(plan, sources, store, voice)
        except BroadcastError as error:
            outcome.note(voice.name, error)


def _sweep(unfinished: Path) -> None:
    """Remove what a killed run left; under the lock nobody else writes there."""
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(unfinished, error) from error
