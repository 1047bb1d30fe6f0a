"""The report of a night, as values: what each station has, what was wrong, and what to do."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from broadcast.night.hours import State

# green: everything made for its slots; amber: the ladder's, and fit to air; red: something is not there or not whole
Colour = Literal["green", "amber", "red"]
COLOURS: tuple[Colour, ...] = ("green", "amber", "red")

DONE, FAULTS, NOT_APPROVED, LADDER, UNWRITABLE = 0, 1, 4, 6, 74


@dataclass(frozen=True, slots=True)
class StationReport:
    """A station, and why it is not green."""

    id: str
    name: str
    colour: Colour
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that went wrong, what to do about it, and the exit code that it asks for."""

    message: str
    mend: str
    code: int


@dataclass(frozen=True, slots=True)
class Report:
    """A whole night; `run` is the id under which its log stands, `voices` counts the programmes that each spoke."""

    run: str
    began: datetime.datetime
    seconds: float
    state: State
    dates: tuple[datetime.date, ...]
    made: int
    kept: int
    voices: dict[str, int]
    stations: tuple[StationReport, ...]
    troubles: tuple[Trouble, ...]
    notes: tuple[str, ...]
    signed: bool

    def count(self, colour: Colour) -> int:
        """Count the stations of a colour."""
        return sum(station.colour == colour for station in self.stations)

    @property
    def code(self) -> int:
        """Give the exit code: that of the gravest thing; docs/exit-codes.md has the table."""
        asked = {trouble.code for trouble in self.troubles}
        asked |= {FAULTS} if self.count("red") else set()
        asked |= {LADDER} if self.count("amber") else set()
        return next((code for code in (UNWRITABLE, FAULTS, NOT_APPROVED, LADDER) if code in asked), DONE)

    @property
    def well(self) -> bool:
        """Tell whether nobody needs to look."""
        return self.code == DONE
