"""What is heard, looked at once more: a word may have become the cue of a small Roman numeral by being read.

`K xi` is heard as “ca xi”, `mục VI_` as “mục vi”: whoever hears a cue hears a number. Decided by what is heard,
and until nothing is left to decide, so that reading what was read changes nothing.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace

from broadcast.spoken.number import Numerals
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.roman import roman
from broadcast.spoken.text import assemble
from broadcast.spoken.view import Piece, View, plain

_SMALL = Pattern(r"(?<![^\W_])(?:[ivxlcdm]{2,15}|[IVX]{1,4}[a-e])(?![^\W_])")
_ROUNDS = 8

Pieces = list[tuple[int, Piece]]


@dataclass(frozen=True, slots=True)
class _Numeral:
    """A numeral that is heard: before it so many letters, so many of its own, and what is said for it."""

    before: int
    letters: int
    spoken: str


def settled(pieces: Pieces, number: Numerals) -> tuple[Pieces, str]:
    """Read the small Roman numerals that only the spoken words give away; give the pieces and the whole text."""
    text = assemble([piece.spoken for _, piece in pieces])
    for _round in range(_ROUNDS):
        found = _numerals(text, number)
        if not found:
            break
        pieces = _with(pieces, found)
        text = assemble([piece.spoken for _, piece in pieces])
    return pieces, text


def _numerals(text: str, number: Numerals) -> deque[_Numeral]:
    found: deque[_Numeral] = deque()
    view, before, end = None, 0, 0
    for match in _SMALL.finditer(text):
        view = view or View(text, text.lower(), number)
        piece = roman(view, match.start())
        if piece is not None:
            view.last = piece
            before, end = before + _letters(text[end : match.start()]), match.start()
            found.append(_Numeral(before, len(match.group()), piece.spoken))
    return found


def _with(pieces: Pieces, found: deque[_Numeral]) -> Pieces:
    """Put numerals into the pieces from which they are heard; letters are counted, for pauses were joined."""
    result: Pieces = []
    before = 0
    for start, piece in pieces:
        size = _letters(piece.spoken)
        inside = []
        while found and found[0].before < before + size:
            inside.append(found.popleft())
        result += _parts(start, piece, before, inside) if inside else [(start, piece)]
        before += size
    return result


def _parts(start: int, piece: Piece, before: int, inside: list[_Numeral]) -> Pieces:
    spoken = piece.spoken
    places = [place for place, char in enumerate(spoken) if char.isalpha()]
    spans = [(places[one.before - before], one) for one in inside]
    if piece.rule == "plain":
        return _cut(start, piece, spans)
    if len(places) == inside[0].letters:
        return [(start, Piece(piece.end, inside[0].spoken, "roman", "roman"))]
    for at, one in reversed(spans):
        spoken = spoken[:at] + one.spoken + spoken[at + one.letters :]
    return [(start, replace(piece, spoken=spoken))]


def _cut(start: int, piece: Piece, spans: list[tuple[int, _Numeral]]) -> Pieces:
    """Cut a run of plain words, which is said as it is written, at the numerals in it."""
    result: Pieces = []
    last = 0
    for at, one in spans:
        if at > last:
            result.append((start + last, plain(start + at, piece.spoken[last:at])))
        last = at + one.letters
        result.append((start + at, Piece(start + last, one.spoken, "roman", "roman")))
    if last < len(piece.spoken):
        result.append((start + last, plain(piece.end, piece.spoken[last:])))
    return result


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
