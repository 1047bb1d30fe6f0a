"""What a run is made with: the same for every day of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcast.build.outcome import Withheld

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from concurrent.futures import ThreadPoolExecutor
    from pathlib import Path

    from broadcast.build import ladder
    from broadcast.build.journal import Journal
    from broadcast.build.ledger import Ledger
    from broadcast.build.manifest import Rung
    from broadcast.build.outcome import Outcome
    from broadcast.campaign.signature import Subject
    from broadcast.plan import Plan, Rundown
    from broadcast.plan.approvals import Approvals
    from broadcast.plan.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The plan and its approvals, the ladder (best voice first), folders and workers of a run, and what came of it.

    `stations` are those to look at, None means all; `force` makes again what stands.
    """

    plan: Plan
    approvals: Approvals
    rungs: Sequence[ladder.Rung]
    out: Path
    store: Path
    scripts: Path
    workers: ThreadPoolExecutor
    outcome: Outcome
    stations: frozenset[str] | None = None
    force: bool = False

    def wants(self, rundown: Rundown, journal: Journal, old: Ledger) -> bool:
        """Tell whether a programme's station was asked for; where not, its entry is taken over as it stands."""
        if self.stations is None or rundown.station.id in self.stations:
            return True
        entry = old.entries.get((rundown.station.id, rundown.slot.id))
        if entry:
            journal.keep(entry, old)
        return False

    def withhold(self, subject: Subject, verdict: Verdict, stands: Mapping[Rung | None, int]) -> None:
        """Note that a day, or the standby programmes, may not be aired as they are now, and why."""
        from broadcast.check.outgrown import changes

        found = tuple(changes(verdict, self.scripts))
        self.outcome.withheld.append(Withheld(subject, verdict.lacking, found, dict(stands)))
