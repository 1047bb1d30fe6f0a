"""The programme: a recipe's pieces as one file, with its tags, its text and its captions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from broadcast.spoken import syllables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcast.build.cookbook import Recipe
    from broadcast.build.render import Rendered
    from broadcast.campaign.campaign import Campaign
    from broadcast.plan import Cue, Line
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
    """Rendered cues that follow each other; joined once for all programmes that air them."""

    cues: tuple[Cue, ...]
    parts: tuple[Rendered, ...]

    @cached_property
    def frames(self) -> bytes:
        """Join the MP3 frames."""
        return b"".join(part.frames for part in self.parts)

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """Give the seconds at which each piece begins, and last where the stretch ends."""
        return tuple(accumulate((part.seconds for part in self.parts), initial=0.0))

    @cached_property
    def dbtp(self) -> float:
        """Give the highest true peak."""
        return max(part.dbtp for part in self.parts)

    @cached_property
    def told(self) -> str:
        """Give the written words, a paragraph for each cue that has any."""
        return "\n\n".join(" ".join(line.written for line in cue.lines) for cue in self.cues if cue.lines)

    def chapters_from(self, start: float) -> tuple[Chapter, ...]:
        """List the messages as chapters when the stretch begins at so many seconds."""
        from broadcast.sound.tags import Chapter

        if start not in self._chapters_at:
            placed = zip(self.cues, self.starts, self.starts[1:], strict=False)
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

    # plain values: a function that is kept with what it needs is a cycle, and megabytes wait for the collector
    @cached_property
    def _chapters_at(self) -> dict[float, tuple[Chapter, ...]]:
        return {}

    @cached_property
    def _captions_at(self) -> dict[float, str]:
        return {}

    def _captions(self, start: float) -> Iterator[str]:
        for cue, part, at in zip(self.cues, self.parts, self.starts, strict=False):
            for line, (begin, end) in zip(cue.lines, _spread(cue.lines, part.spans), strict=True):
                yield _caption(start + at + begin, start + at + end, line)


def _spread(lines: tuple[Line, ...], spans: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """Give each line its span; a recording's one span is shared out by the lines' syllables."""
    if not lines or len(spans) != 1:
        return spans if lines else ()
    (begin, end), counts = spans[0], [max(syllables(line.spoken), 1) for line in lines]
    ends = [begin + (end - begin) * count / sum(counts) for count in accumulate(counts)]
    return tuple(zip([begin, *ends], ends, strict=False))


def assemble(recipe: Recipe, campaign: Campaign, head: Rendered, body: Stretch) -> Programme:
    """Join the station's own piece and the shared body into a programme.

    Args:
        recipe: what the programme is made of.
        campaign: whose title and organiser the tags carry.
        head: the ident, rendered.
        body: what follows, rendered; the same value for every station that shares it.
    """
    from broadcast.sound.loudness import programme_loudness
    from broadcast.sound.tags import Tags, id3

    rundown = recipe.rundown
    opening = Stretch(rundown.cues[:1], (head,))
    told = f"{opening.told}\n\n{body.told}\n"
    seconds = head.seconds + body.starts[-1]
    tags = Tags(
        title=recipe.title,
        artist=rundown.station.name,
        album=campaign.title,
        date=rundown.date,
        hour=rundown.slot.at,
        track=[slot.id for slot in campaign.slots].index(rundown.slot.id) + 1,
        tracks=len(campaign.slots),
        lyrics=told,
        chapters=body.chapters_from(head.seconds),
        publisher=campaign.organiser,
        comment=recipe.approval,
        seconds=seconds,
    )
    return Programme(
        sound=(id3(tags), head.frames, body.frames),
        text=f"{campaign.title}\n{recipe.title}\n\n{told}".encode(),
        captions=f"WEBVTT\n\n{opening.captions_from(0.0)}{body.captions_from(head.seconds)}".encode(),
        seconds=round(seconds, 3),
        lufs=round(programme_loudness([head.blocks, *(part.blocks for part in body.parts)]), 2),
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
