"""Patience: how often and how long a bad line is tried again, and when to leave it for the next time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from broadcast.errors import BroadcastError
from broadcast.i18n import _

_ENOUGH = 1 << 14  # bytes after which the line counts as well again


class LineDownError(BroadcastError):
    """The line did not let everything through; what came is kept, and the next run goes on from there."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """Tries without a single byte before giving up, times that one file comes spoiled, seconds to wait and in all."""

    tries: int = 40  # a quarter of an hour of nothing
    spoiled: int = 20
    first: float = 1.0
    most: float = 30.0
    asked: float = 300.0  # a server that asks for more is not waited for longer
    total: float = 4 * 3600.0


class Patience:
    """One run's patience: a byte that comes renews it, many shorten the waiting too, the time in all is fixed.

    Args:
        bounds: how much there is.
        clock: seconds, never going back.
        sleep: waits so many seconds.
        chance: a number between 0 and 1, so that a thousand stations do not come back in the same second.
    """

    def __init__(
        self,
        bounds: Bounds,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        chance: Callable[[], float],
    ) -> None:
        self._bounds = bounds
        self._clock = clock
        self._sleep = sleep
        self._chance = chance
        self._end = clock() + bounds.total
        self._barren = 0  # tries since the last byte
        self._failures = 0  # tries since the last `_ENOUGH` bytes
        self._came = 0
        self._spoiled = 0

    def came(self, count: int) -> None:
        """Note that so many bytes came through.

        Raises:
            LineDownError: the time is over.
        """
        self._barren = 0
        self._came += count
        if self._came >= _ENOUGH:
            self._failures = 0
        self._in_time()

    def placed(self) -> None:
        """Note that a file is whole and right."""
        self._spoiled = 0

    def failed(self, reason: str, asked: float = 0) -> None:
        """Wait after a failure: 1, 2, 4 … 30 seconds, by chance up to half of it less.

        Raises:
            LineDownError: nothing came for too many tries, or the time is over.
        """
        self._barren += 1
        self._failures += 1
        self._came = 0
        if self._barren >= self._bounds.tries:
            raise _down(reason)
        self._in_time()
        pause = min(self._bounds.most, self._bounds.first * 2.0 ** min(self._failures - 1, 30))
        self._sleep(max(pause * (1 - self._chance() / 2), min(asked, self._bounds.asked)))

    def spoiled(self, name: str) -> None:
        """Count a file that came whole and is not what was signed, and wait.

        Raises:
            LineDownError: it happened too often in a row: this is not the line's noise any more.
        """
        self._spoiled += 1
        reason = _("{name} arrives altered").format(name=name)
        if self._spoiled >= self._bounds.spoiled:
            raise _down(reason)
        self.failed(reason)

    def _in_time(self) -> None:
        if self._clock() >= self._end:
            raise _down(_("the time is over"))


def _down(reason: str) -> LineDownError:
    return LineDownError(
        _("the line did not let everything through: {reason}").format(reason=reason),
        hint=_("run the command again: it goes on where it stopped"),
    )
