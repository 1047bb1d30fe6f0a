"""What a run is made with: the same for every day of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import ThreadPoolExecutor
    from pathlib import Path

    from broadcast.build.ladder import Rung
    from broadcast.build.outcome import Outcome
    from broadcast.plan import Plan


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The plan, the ladder (best voice first), the folders and the workers of a run, and what came of it so far.

    `stations` are those to look at, None means all; `force` makes again what stands.
    """

    plan: Plan
    rungs: Sequence[Rung]
    out: Path
    store: Path
    workers: ThreadPoolExecutor
    outcome: Outcome
    stations: frozenset[str] | None = None
    force: bool = False
