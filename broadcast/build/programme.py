"""The programme: a recipe's pieces as one file, with its tags, its text and its captions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from broadcast.build.ledger import Known
from broadcast.spoken import syllables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    from broadcast.build.cookbook import Part, Recipe
    from broadcast.build.recipe import Piece
    from broadcast.build.render import Rendered
    from broadcast.campaign.campaign import Campaign
    from broadcast.plan import Line
    from broadcast.sound.tags import Chapter


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole programme, ready to be written: the parts of the MP3 in their order, and what stands beside it."""

    sound: tuple[bytes, ...]
    text: bytes
    captions: bytes
    seconds: float
    lufs: float
    dbtp: float


@dataclass(frozen=True)
class Stretch:
    """Cues, their pieces and how these sound, one after the other; joined once for all programmes that air them."""

    part: Part
    rendered: tuple[Rendered, ...]

    @cached_property
    def frames(self) -> bytes:
        """Join the MP3 frames."""
        return b"".join(piece.frames for piece in self.rendered)

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """Give the seconds at which each piece begins, and last where the stretch ends."""
        return tuple(accumulate((piece.seconds for piece in self.rendered), initial=0.0))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Give the name of each piece in a ledger; a sting comes more than once."""
        return tuple(piece.name for piece in self.part.pieces)

    @cached_property
    def known(self) -> dict[str, Known]:
        """Give what a ledger remembers of each piece, by its name."""
        rows = zip(self.names, self.part.pieces, self.rendered, strict=True)
        return {name: known(piece, heard.seconds) for name, piece, heard in rows}

    @cached_property
    def dbtp(self) -> float:
        """Give the highest true peak."""
        return max(piece.dbtp for piece in self.rendered)

    @cached_property
    def told(self) -> str:
        """Give the written words, a paragraph for each cue that has any."""
        return "\n\n".join(" ".join(line.written for line in cue.lines) for cue in self.part.cues if cue.lines)

    def chapters_from(self, start: float) -> tuple[Chapter, ...]:
        """List the messages as chapters when the stretch begins at so many seconds."""
        from broadcast.sound.tags import Chapter

        if start not in self._chapters_at:
            placed = zip(self.part.cues, self.starts, self.starts[1:], strict=False)
            self._chapters_at[start] = tuple(
                Chapter(cue.title, round(start + begin, 3), round(start + end, 3))
                for cue, begin, end in placed
                if cue.kind == "message"
            )
        return self._chapters_at[start]

    def captions_from(self, start: float) -> str:
        """Write the captions when the stretch begins at so many seconds."""
        if start not in self._captions_at:
            self._captions_at[start] = "".join(self._captions(start))
        return self._captions_at[start]

    @cached_property
    def powers(self) -> npt.NDArray[np.float32]:
        """Join the K-weighted powers of the frames."""
        import numpy as np

        return np.concatenate([piece.blocks for piece in self.rendered])

    def energies_from(self, frame: int) -> npt.NDArray[np.float64]:
        """Give the energies of the gating blocks that lie wholly in the stretch when it begins at so many frames."""
        from broadcast.sound.loudness import energies

        if frame not in self._energies_at:
            self._energies_at[frame] = energies(self.powers, frame)
        return self._energies_at[frame]

    # plain values: a function that is kept with what it needs is a cycle, and megabytes wait for the collector
    @cached_property
    def _chapters_at(self) -> dict[float, tuple[Chapter, ...]]:
        return {}

    @cached_property
    def _captions_at(self) -> dict[float, str]:
        return {}

    @cached_property
    def _energies_at(self) -> dict[int, npt.NDArray[np.float64]]:
        return {}

    def _captions(self, start: float) -> Iterator[str]:
        for cue, piece, at in zip(self.part.cues, self.rendered, self.starts, strict=False):
            for line, (begin, end) in zip(cue.lines, _spread(cue.lines, piece.spans), strict=True):
                yield _caption(start + at + begin, start + at + end, line)


def known(piece: Piece, seconds: float) -> Known:
    """Give what a ledger remembers of a piece."""
    parts = {name: value[:12] for name, value in piece.parts.items()}
    return Known(piece.kind, piece.id, piece.title, round(seconds, 3), parts)


def _spread(lines: tuple[Line, ...], spans: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """Give each line its span; a recording's one span is shared out by the lines' syllables."""
    if not lines or len(spans) != 1:
        return spans if lines else ()
    (begin, end), counts = spans[0], [max(syllables(line.spoken), 1) for line in lines]
    ends = [begin + (end - begin) * count / sum(counts) for count in accumulate(counts)]
    return tuple(zip([begin, *ends], ends, strict=False))


def assemble(recipe: Recipe, campaign: Campaign, head: Stretch, body: Stretch) -> Programme:
    """Join the station's own piece and the shared body into a programme.

    Args:
        recipe: what the programme is made of.
        campaign: whose title and organiser the tags carry.
        head: the ident, rendered.
        body: what follows, rendered; the same value for every station that shares it.
    """
    import numpy as np

    from broadcast.sound.loudness import across, gated
    from broadcast.sound.tags import Tags, id3

    rundown = recipe.rundown
    told = f"{head.told}\n\n{body.told}\n"
    begin = head.starts[-1]
    seconds = begin + body.starts[-1]
    energies = across(head.powers, body.powers)
    tags = Tags(
        title=recipe.title,
        artist=rundown.station.name,
        album=campaign.title,
        date=rundown.date,
        hour=rundown.slot.at,
        track=[slot.id for slot in campaign.slots].index(rundown.slot.id) + 1,
        tracks=len(campaign.slots),
        lyrics=told,
        chapters=body.chapters_from(begin),
        publisher=campaign.organiser,
        comment=recipe.approval,
        seconds=seconds,
    )
    return Programme(
        sound=(id3(tags), head.frames, body.frames),
        text=f"{campaign.title}\n{recipe.title}\n\n{told}".encode(),
        captions=f"WEBVTT\n\n{head.captions_from(0.0)}{body.captions_from(begin)}".encode(),
        seconds=round(seconds, 3),
        lufs=round(gated(np.concatenate([energies, body.energies_from(len(head.powers))])), 2),
        dbtp=round(max(head.dbtp, body.dbtp), 2),
    )


def _caption(start: float, end: float, line: Line) -> str:
    return f"{_clock(start)} --> {_clock(end)}\n{_escaped(line.written)}\n\n"


def _escaped(text: str) -> str:
    """Keep a text from becoming markup (WebVTT §4.2: `&`, `<`; and the arrow of a timing line)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float) -> str:
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{milliseconds:03}"
