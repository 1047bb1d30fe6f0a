"""What a run did, as values: counts, and each programme that did not go as wished."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from broadcast.build.manifest import Rung
from broadcast.campaign.signature import Subject
from broadcast.errors import BroadcastError, Fault
from broadcast.files import UnwritableError
from broadcast.voices.voice import ends_the_night


@dataclass(frozen=True, slots=True)
class Failure:
    """A programme that could not be made anew: why, and what stands in its place (None: nothing)."""

    date: datetime.date
    slot: str
    station: str
    reason: str
    rung: Rung | None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A day (or the standby programmes) that is not approved: nothing new of it is aired.

    `lacking` says who must sign, `changes` what is no longer what was signed; `stands` counts the slots by what
    stands there, None for nothing.
    """

    subject: Subject
    lacking: tuple[str, ...]
    changes: tuple[Fault, ...]
    stands: Mapping[Rung | None, int]


@dataclass(slots=True)
class Outcome:
    """What a run did so far; `seconds` of sound were made, `notes` tell why a voice did not speak.

    `refused` are the folders of single stations that could not be written; the others have everything.
    `previews` counts the programmes that were made only to be listened to; `rotten` and `outdated` the records
    of the store that said nothing and were made again.
    """

    made: int = 0
    kept: int = 0
    seconds: float = 0.0
    voices: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    refused: list[UnwritableError] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    previews: int = 0
    rotten: int = 0
    outdated: int = 0

    @property
    def failed(self) -> int:
        """Count the programmes that were not made as wished."""
        return len(self.failures)

    def note(self, voice: str, error: BroadcastError) -> None:
        """Remember why a voice did not speak: the first reason, unless a later one ended its night."""
        if ends_the_night(error) or voice not in self.notes:
            self.notes[voice] = error.message

    def count(self, voice: str, seconds: float) -> None:
        """Count a programme that was made."""
        self.made += 1
        self.seconds += seconds
        self.voices[voice] = self.voices.get(voice, 0) + 1
