"""What stands in a programme: cues, and the sentences that are spoken in them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from broadcast.campaign.campaign import CueKind
from broadcast.campaign.segment import Segment
from broadcast.errors import Place
from broadcast.plan.reason import Reason
from broadcast.spoken import Foreign

# which jingles a kind of piece is made with, in the order in which they sound
MUSIC: dict[CueKind, tuple[str, ...]] = {
    "ident": ("opener", "bed"),
    "greeting": ("bed",),
    "sting": ("sting",),
    "contacts": ("bed",),
    "closing": ("closer",),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, as it is written, as it will be heard, and where it was written.

    `spoken` is what every voice says, unless `others` has words of its own for it: (voice, words), where
    the voice "" stands for all that read foreign words as they are written.
    """

    written: str
    spoken: str
    at: Place | None
    others: tuple[tuple[str, str], ...] = ()

    def said(self, foreign: Foreign) -> str:
        """Give what a voice says for which the lexicon has no words of its own."""
        if foreign == "respell":
            return self.spoken
        return next((words for voice, words in self.others if not voice), self.spoken)

    @property
    def changed(self) -> bool:
        """Tell whether a listener hears other words than a reader sees; case and pauses do not count."""
        return _letters(self.written) != _letters(self.spoken)


@dataclass(frozen=True, slots=True)
class Cue:
    """One piece of a programme.

    `id` is the segment's, for idents the station's, else the kind with date and slot where those matter.
    `seconds` are planned and count the silence that follows the piece. `languages` are those in which a
    message is heard, in order: "vi" from its lines unless it has a recording in it, others from recordings.
    """

    kind: CueKind
    id: str
    title: str
    lines: tuple[Line, ...]
    seconds: float
    why: Reason
    segment: Segment | None = None
    languages: tuple[str, ...] = ("vi",)


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text.casefold()) if char.isalnum())
