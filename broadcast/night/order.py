"""What is asked of a night, and what it is made with."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from broadcast.night import space

if TYPE_CHECKING:
    from broadcast.campaign.campaign import Campaign
    from broadcast.voices import Voice


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a night.

    `folder` is the campaign's, `out` that of finished programmes, `scripts` that of the daily scripts, `keys` that
    of the district's key. By `until` everything stands; `date` is the first day, for try-outs; `base` is the site's
    address; `wait` the seconds to wait for another run.
    """

    folder: Path
    out: Path
    scripts: Path
    keys: Path
    until: datetime.time
    date: datetime.date | None = None
    jobs: int = 2
    base: str = ""
    wait: float = 0.0


class Tell(Protocol):
    """Is told each step of a night as it is made."""

    def __call__(self, step: str, /, **figures: object) -> None:
        """Take note of a step and its figures."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a night is made with: the ladder of a campaign, the time of day, a clock that never goes back, a disk.

    `free` gives the bytes that are free where a path lies.
    """

    ladder: Callable[[Campaign], Sequence[Voice]]
    now: datetime.datetime
    clock: Callable[[], float] = time.monotonic
    free: Callable[[Path], int] = space.free
