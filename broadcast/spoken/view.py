"""The text as the readers see it: where they are, which words stand around, what was found just before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from broadcast.campaign.lexicon import Pronunciation
from broadcast.spoken.number import Numerals
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.cues import ADDRESS_CUES

_BACK = 64  # characters looked at on either side: context is near, and reading stays linear
_AHEAD = 48
_WORD = Pattern(r"[^\W_]+")
_NEXT = Pattern(r"[ \"'(\[*]{0,4}([^\W\d_]{1,12})(?: ([^\W\d_]{1,12}))?(?: ([^\W\d_]{1,12}))?")
_COUNTED_BY_NUMBER = frozenset({"sĩ", "viết", "bài", "tập", "phần", "kỳ"})  # sĩ số 35/36, bài viết số 3/10
_STOPS = (". ", "! ", "? ", "; ")


@dataclass(frozen=True, slots=True)
class Piece:
    """What a reader found at a place: how far it goes, what is said, and why."""

    end: int
    spoken: str
    kind: str
    rule: str
    value: str = ""
    entry: Pronunciation | None = None
    unread: bool = False


def plain(end: int, written: str) -> Piece:
    """Give a run that is said as it is written."""
    return Piece(end, written, "word" if written.strip() else "space", "plain")


@dataclass(slots=True)
class View:
    """One text while it is read; `low` is the text in small letters, of the same length."""

    text: str
    low: str
    number: Numerals
    respell: bool = True
    spell_until: int = 0
    last: Piece | None = None
    content: tuple[int, int] = (0, 0)
    _before: tuple[int, tuple[str, ...]] = field(default=(-1, ()))

    def before(self, start: int) -> tuple[str, ...]:
        """Give the words before a place within its sentence, in small letters, the nearest last."""
        if self._before[0] == start:
            return self._before[1]
        near = self.low[max(0, start - _BACK) : start]
        cut = max(self._line(near, start), *(near.rfind(stop) for stop in _STOPS))
        words = tuple(match.group() for match in _WORD.finditer(near, max(cut, 0)))
        self._before = (start, words)
        return words

    def _line(self, near: str, start: int) -> int:
        """Give where the last line before a place ends; one that goes on with a small letter was only wrapped."""
        cut = near.rfind("\n")
        while cut >= 0 and self.text[start - len(near) + cut + 1 : start + 1].lstrip()[:1].islower():
            cut = near.rfind("\n", 0, cut)
        return cut

    def tail(self, start: int, count: int = 4) -> str:
        """Give the last words before a place as one string with a space before each: ` số tài khoản`."""
        return "".join(f" {word}" for word in self.before(start)[-count:])

    def after(self, end: int) -> tuple[str, ...]:
        """Give up to three words that follow a place directly, in small letters."""
        match = _NEXT.match(self.low, end, end + _AHEAD)
        return tuple(word for word in match.groups() if word) if match else ()

    def addressed(self, start: int) -> bool:
        """Tell whether a word directly before a place makes the number there a house or a lane: ngõ 12/5."""
        words = self.before(start)
        if words and words[-1] == "số" and self.low.startswith("số ", start - 3):
            return words[-2:-1] == () or words[-2] not in _COUNTED_BY_NUMBER
        if not words or words[-1] not in ADDRESS_CUES or not self.low.startswith(words[-1], start - len(words[-1]) - 1):
            return False
        return words[-1] != "hộ" or words[-2:-1] == ("căn",)

    def ends(self, end: int) -> bool:
        """Tell whether a place is not inside a word or a number."""
        return end >= len(self.text) or not (self.text[end].isalnum() or self.text[end] == "_")

    def starts(self, start: int) -> bool:
        """Tell whether nothing alphanumeric stands directly before a place."""
        return start == 0 or not (self.text[start - 1].isalnum() or self.text[start - 1] == "_")

    def alone(self, start: int, end: int) -> bool:
        """Tell whether a span is all that the text says."""
        return start <= self.content[0] and end >= self.content[1]

    def line_start(self, start: int) -> bool:
        """Tell whether a place begins a line, bullets and spaces aside."""
        near = self.text[max(0, start - 12) : start]
        line = near.rpartition("\n")[2]
        return not line.strip(" \t•*-–+") and ("\n" in near or start < 12)


Reader = Callable[[View, int], Piece | None]
