"""Faults as values: what is wrong, where it stands, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file that people write; `line` and `column` count from 1, 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: its place, what was found, and what to write instead."""

    message: str
    at: Place | None = None
    hint: str | None = None
    severity: Severity = "error"

    def __str__(self) -> str:
        head = f"{self.at}: {self.message}" if self.at else self.message
        return f"{head}\n    {self.hint}" if self.hint else head


class BroadcastError(Exception):
    """An error that a user can mend; `cli` and `web` turn it into words, nothing else catches it.

    Args:
        message: what is wrong, in the user's language.
        at: where it stands, when it stands in a file.
        hint: what to do or write instead.
    """

    exit_code = 1

    def __init__(self, message: str, at: Place | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.hint = hint

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Give the error as faults, so that one funnel can show every kind."""
        return (Fault(self.message, self.at, self.hint),)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class Faults(BroadcastError):
    """All faults of one pass, raised together, in the order of their places."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self._faults = tuple(sorted(faults, key=_order))
        super().__init__(self._faults[0].message if self._faults else "")

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Give every fault of the pass."""
        return self._faults


def _order(fault: Fault) -> tuple[Place, str]:
    return (fault.at or Place(""), fault.message)
