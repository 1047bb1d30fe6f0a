"""The cookbook: the recipes of every programme of a plan, for one voice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from broadcast.build.compose import paths
from broadcast.build.recipe import REVISION, Piece, Source, Take, digest
from broadcast.campaign.content import Content
from broadcast.errors import BroadcastError
from broadcast.files import because
from broadcast.i18n import _
from broadcast.plan.demand import URGENT
from broadcast.spoken import read

if TYPE_CHECKING:
    from broadcast.plan import Cue, Line, Plan, Rundown
    from broadcast.sound.profile import Profile
    from broadcast.voices.voice import Voice

_KEPT = 512  # cues with their pieces: those of a campaign, and not the idents of a thousand stations


@dataclass(frozen=True, slots=True)
class Speaker:
    """What recipes need to know of a voice: its name, its key, and how it wants foreign words."""

    name: str
    key: str
    foreign: Literal["keep", "respell"]

    @classmethod
    def of(cls, voice: Voice) -> Speaker:
        """Take from a voice what recipes need."""
        return cls(voice.name, voice.key, voice.foreign)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Pieces that follow each other, and the cues that they go with; a row of a cookbook is one and the same object.

    `digest` is a hash of the pieces together with what is shown of them: titles and written words.
    """

    cues: tuple[Cue, ...]
    pieces: tuple[Piece, ...]
    digest: str

    @property
    def urgent(self) -> bool:
        """Tell whether an urgent message is in it."""
        return any(cue.segment is not None and cue.segment.bulletin_class == URGENT for cue in self.cues)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One programme: its title, its station's own head, the body that it shares with others, the approval's code."""

    title: str
    rundown: Rundown
    speaker: Speaker
    head: Part
    body: Part
    key: str
    approval: str = ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Give all pieces in the order in which they are heard."""
        return (*self.head.pieces, *self.body.pieces)


class Sources:
    """The jingles and recordings of a campaign by their bytes, each read once.

    Raises:
        BroadcastError: from `source`, when a file is missing or cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.content = Content(folder)

    def source(self, relative: str) -> Source:
        """Give the file at `relative` of the segments folder, with the hash of its bytes."""
        path = self.content.folder / relative
        try:
            return Source(path, self.content.sha256(relative))
        except OSError as error:
            raise BroadcastError(
                _("{path} cannot be read: {reason}").format(path=path, reason=because(error))
            ) from error


class Cookbook:
    """Writes recipes; cues that the plan shares give the same piece, equal rows of cues the same body."""

    def __init__(self, plan: Plan, sources: Sources, speaker: Speaker) -> None:
        self._plan = plan  # also keeps its shared cues alive, so that their id() names them
        self._campaign = plan.campaign
        self._sources = sources
        self._speaker = speaker
        self._single: dict[tuple[int, str], Part] = {}
        self._rows: dict[tuple[object, ...], Part] = {}
        self._parts: dict[str, Part] = {}
        self._spoken: dict[str, str] = {}
        self._own = any(entry.voices for entry in plan.campaign.lexicon.entries)  # words for one voice only
        self._album = digest([plan.campaign.title, plan.campaign.organiser, plan.campaign.id, str(REVISION)])

    def recipe(self, rundown: Rundown, approval: str = "") -> Recipe:
        """Write the recipe of one programme whose words are approved under a code."""
        from broadcast.sound.profile import PROFILES

        station = rundown.station
        profile = PROFILES[station.profile]
        head, body = self._one(rundown.cues[0], profile), self._row(rundown.cues[1:], profile)
        told = [f"{rundown.date}", rundown.slot.id, station.id, station.name, self._speaker.name, approval]
        key = digest([head.digest, body.digest, self._album, *told])
        title = f"{station.name}, {rundown.slot.at:%H:%M} ngày {rundown.date:%d/%m/%Y}"
        return Recipe(title, rundown, self._speaker, head, body, key, approval)

    def _row(self, cues: tuple[Cue, ...], profile: Profile) -> Part:
        identity = (profile.name, *map(id, cues))
        row = self._rows.get(identity)
        if row is None:
            parts = [self._one(cue, profile) for cue in cues]
            hashed = digest(part.digest for part in parts)
            made = Part(cues, tuple(piece for part in parts for piece in part.pieces), hashed)
            row = self._rows[identity] = self._parts.setdefault(hashed, made)
        return row

    def _one(self, cue: Cue, profile: Profile) -> Part:
        identity = (id(cue), profile.name)
        part = self._single.get(identity)
        if part is None:
            if len(self._single) >= _KEPT:
                self._single.clear()
            piece = self.piece(cue, profile)
            hashed = digest([piece.key, cue.title, *(line.written for line in cue.lines)])
            part = self._single[identity] = Part((cue,), (piece,), hashed)
        return part

    def piece(self, cue: Cue, profile: Profile) -> Piece:
        """Write the recipe of one cue by itself."""
        music = tuple(self._sources.source(path) for path in paths(cue.kind, self._campaign.jingles))
        return Piece(
            cue.kind, cue.id, cue.title, self._takes(cue), music, self._speaker.key, profile, self._campaign.sound
        )

    def _takes(self, cue: Cue) -> tuple[Take, ...]:
        recordings = {each.language: each for each in cue.segment.recordings} if cue.segment else {}
        takes = []
        for language in cue.languages:
            if language in recordings:
                takes.append(Take(language, recording=self._sources.source(recordings[language].path)))
            elif cue.lines:
                takes.append(Take(language, tuple(self._read(line) for line in cue.lines)))
        return tuple(takes)

    def _read(self, line: Line) -> str:
        known = self._spoken.get(line.written) if self._own else line.said(self._speaker.foreign)
        if known is None:
            campaign, speaker = self._campaign, self._speaker
            known = read(
                line.written, campaign.lexicon, region=campaign.region, foreign=speaker.foreign, voice=speaker.name
            ).text
            self._spoken[line.written] = known
        return known
