"""A recording that people brought: read from its file, judged, and made fit for air."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.errors import BroadcastError
from broadcast.sound import RATE
from broadcast.sound.decode import decode
from broadcast.sound.judge import Problem, judge, prepare

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Recorded:
    """What came of a file: samples ready for a piece (float32, (samples,), −1…1, 44.1 kHz), and what is wrong.

    There are no samples where a problem is an "error".
    """

    samples: Samples
    problems: tuple[Problem, ...]

    @property
    def seconds(self) -> float:
        """Give the length in seconds, as it will be heard."""
        return len(self.samples) / RATE

    @property
    def error(self) -> Problem | None:
        """Give the problem that keeps it off the air, if there is one."""
        return next((problem for problem in self.problems if problem.severity == "error"), None)


def examine(path: Path) -> Recorded:
    """Decode, judge and prepare a recording; whatever is wrong with it is told, never raised."""
    import numpy as np

    try:
        samples = decode(path)
    except BroadcastError as error:
        return Recorded(np.zeros(0, np.float32), (Problem("unreadable", error.message, error.hint or ""),))
    found = Recorded(samples[:0], judge(samples))
    return found if found.error else Recorded(prepare(samples), found.problems)


def usable(path: Path) -> Samples:
    """Give a recording as it is heard in a piece.

    Raises:
        BroadcastError: it cannot be aired, with the reason.
    """
    found = examine(path)
    if found.error:
        raise BroadcastError(found.error.message, hint=found.error.hint or None)
    return found.samples
