"""Recipes: what a programme is made of, and the hashes that tell whether it must be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast import sound
from broadcast.campaign.campaign import CueKind, SoundSettings

if TYPE_CHECKING:
    from broadcast.sound.profile import Profile

REVISION = 2  # of this stage: raise it when the same recipe gives other bytes


@dataclass(frozen=True, slots=True)
class Source:
    """A sound that people brought: a jingle or a recording, known by its bytes."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Take:
    """The speech of a piece in one language: sentences for the engine, or a recording."""

    language: str
    sentences: tuple[str, ...] = ()
    recording: Source | None = None


@dataclass(frozen=True)
class Piece:
    """A recipe for one piece of sound.

    `takes` follow each other; `music` holds the jingles of the kind in their order; `voice` is the
    engine's key, "" where no engine speaks. Pieces with the same `key` sound the same, whatever
    their `id` and `title` are.
    """

    kind: CueKind
    id: str
    title: str
    takes: tuple[Take, ...]
    music: tuple[Source, ...]
    voice: str
    profile: Profile
    sound: SoundSettings

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """Give a short hash of each thing that the sound depends on, so that `why` can name it."""
        spoken = [f"{take.language}:{sentence}" for take in self.takes for sentence in take.sentences]
        recorded = [f"{take.language}:{take.recording.sha256}" for take in self.takes if take.recording]
        return {
            "languages": digest(take.language for take in self.takes),
            "words": digest(spoken),
            "recording": digest(recorded),
            "voice": digest([self.voice] if spoken else []),
            "music": digest(each.sha256 for each in self.music),
            "sound": digest([self.profile.key, _told(self.sound)]),
            "program": digest([self.kind, str(REVISION), str(sound.REVISION)]),
        }

    @cached_property
    def key(self) -> str:
        """Name the piece by everything that can change it, and by nothing else."""
        return digest(f"{name}={value}" for name, value in self.parts.items())

    @property
    def name(self) -> str:
        """Name the piece in a ledger: pieces that sound the same still differ by their id."""
        return f"{self.id}@{self.key[:16]}"


@cache
def _told(settings: SoundSettings) -> str:
    return repr(settings)


def digest(words: Iterable[str]) -> str:
    """Hash words, in their order, so that no two lists are mistaken for each other."""
    hashed = hashlib.sha256()
    for word in words:
        data = word.encode()
        hashed.update(f"{len(data)}:".encode())
        hashed.update(data)
    return hashed.hexdigest()[:40]
