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


@dataclass(frozen=True, slots=True)
class Body:
    """The pieces of a programme that its station shares with others; `cues` go with `pieces`."""

    cues: tuple[Cue, ...]
    pieces: tuple[Piece, ...]
    digest: str

    @property
    def urgent(self) -> bool:
        """Tell whether an urgent message is in it."""
        return any(cue.segment is not None and cue.segment.bulletin_class == URGENT for cue in self.cues)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One programme: its title, the station's own first piece, the body that follows, and the approval's code."""

    title: str
    rundown: Rundown
    speaker: Speaker
    head: Piece
    body: Body
    key: str
    approval: str = ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Give all pieces in the order in which they are heard."""
        return (self.head, *self.body.pieces)


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
        self._shared: dict[tuple[int, str], _Dish] = {}
        self._bodies: dict[tuple[str, ...], Body] = {}
        self._spoken: dict[str, str] = {}
        self._own = any(entry.voices for entry in plan.campaign.lexicon.entries)  # words for one voice only
        self._album = digest([plan.campaign.title, plan.campaign.organiser, plan.campaign.id, str(REVISION)])

    def recipe(self, rundown: Rundown, approval: str = "") -> Recipe:
        """Write the recipe of one programme whose words are approved under a code."""
        from broadcast.sound.profile import PROFILES

        station = rundown.station
        first, *rest = (self._dish(cue, PROFILES[station.profile]) for cue in rundown.cues)
        body = self._body(rundown.cues[1:], rest)
        told = [f"{rundown.date}", rundown.slot.id, station.id, station.name, self._speaker.name, approval]
        key = digest([first.digest, body.digest, self._album, *told])
        title = f"{station.name}, {rundown.slot.at:%H:%M} ngày {rundown.date:%d/%m/%Y}"
        return Recipe(title, rundown, self._speaker, first.piece, body, key, approval)

    def _body(self, cues: tuple[Cue, ...], dishes: list[_Dish]) -> Body:
        identity = tuple(dish.digest for dish in dishes)
        body = self._bodies.get(identity)
        if body is None:
            body = self._bodies[identity] = Body(cues, tuple(dish.piece for dish in dishes), digest(identity))
        return body

    def _dish(self, cue: Cue, profile: Profile) -> _Dish:
        if cue.kind == "ident":  # each station's own, put together when the rundown was asked for
            return self._cooked(cue, profile)
        identity = (id(cue), profile.name)
        dish = self._shared.get(identity)
        if dish is None:
            dish = self._shared[identity] = self._cooked(cue, profile)
        return dish

    def _cooked(self, cue: Cue, profile: Profile) -> _Dish:
        piece = self.piece(cue, profile)
        return _Dish(piece, digest([piece.key, cue.title, *(line.written for line in cue.lines)]))

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


@dataclass(frozen=True, slots=True)
class _Dish:
    """A piece, and a hash of it together with what is shown of it: title and written words."""

    piece: Piece
    digest: str
