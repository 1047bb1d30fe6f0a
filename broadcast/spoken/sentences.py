"""Where sentences end: not at TP., Th.S, 1.900, 20.11.2024, v.v. or in an address."""

from __future__ import annotations

from dataclasses import dataclass

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.abbreviations import DOTTED

_END = Pattern(r"[.!?…]+[\"'”’)\]]{0,4}(?=\s|$)|\n+")
_OPENS = Pattern(r"\s*[\"“'‘(\[•\-–*+]*\s*(.?)")
_NUMBERED = frozenset({"1", "2", "3", "4", "5", "6", "7", "8", "9"})


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence as a slice of the text it was found in."""

    start: int
    end: int
    text: str


def sentences(text: str) -> tuple[Span, ...]:
    """Split a paragraph into sentences; white space between them belongs to none."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.start() < start or not _is_end(text, start, match.start(), match.end()):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    whole = text[start:end]
    first = start + len(whole) - len(whole.lstrip())
    last = first + len(whole.strip())
    if any(char.isalnum() for char in text[first:last]):
        spans.append(Span(first, last, text[first:last]))


def _is_end(text: str, start: int, sign: int, end: int) -> bool:
    if text[sign] == "\n":
        return _line_ends(text, sign, end)
    if text[sign] != "." or (end - sign > 1 and text[sign : sign + 2] != ".."):
        return not (text[sign] == "…" and _goes_on(text, end))
    if text[sign : sign + 2] == "..":
        return not _goes_on(text, end)
    near = text[max(start, sign - 24) : sign]
    last = near.split()[-1].lstrip("(\"“'‘[") if near.split() else ""
    if last in DOTTED and last not in ("CN", "KT", "St", "VT"):
        return not _goes_on(text, end) and last in ("v.v", "vv")
    if last.isdigit() and len(last) <= 2 and not text[start : sign - len(last)].strip(" -–•*+("):
        return False
    return not _goes_on(text, end)


def _goes_on(text: str, end: int) -> bool:
    """Tell whether what follows a full stop begins with a small letter: no sentence begins so."""
    match = _OPENS.match(text, end, end + 40)
    return bool(match and match[1] and match[1].islower())


def _line_ends(text: str, sign: int, end: int) -> bool:
    return end - sign > 1 or not _goes_on(text, end)
