"""Texts as people wrote them, with the place of every line: also where YAML folds or indents them."""

from __future__ import annotations

from broadcast.campaign.located import Document, Scalar
from broadcast.campaign.segment import Text


def text(scalar: Scalar, document: Document) -> Text:
    """Give the words of a scalar, each of its file's lines with its place.

    Written lines are looked for in the value in their order; those that YAML changed (escapes) are passed over.
    """
    value = scalar.text.rstrip()
    starts = _starts(value, scalar, document.lines)
    rows = [0, *(offset + 1 for offset, char in enumerate(value) if char == "\n")]
    lines = []
    for row in rows:
        before = [line for offset, line, _column in starts if offset <= row]
        after = [line for offset, line, _column in starts if offset >= row]
        lines.append(after[0] if after else before[-1])
    return Text(value, scalar.at.file, tuple(lines), tuple(starts))


def _starts(value: str, scalar: Scalar, lines: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Give (offset in the value, line, column) of each written line of the value."""
    found: list[tuple[int, int, int]] = []
    block = scalar.style in ("|", ">")
    skip = 1 if scalar.style in ("'", '"') else 0
    position = 0
    for number in range(scalar.at.line + block, min(scalar.end, len(lines)) + 1):
        line = lines[number - 1]
        inwards = scalar.at.column - 1 + skip if number == scalar.at.line else len(line) - len(line.lstrip())
        words = line[inwards:].rstrip()
        if not block:
            words = _same(words, value, position)
        offset = value.find(words, position) if words else -1
        if offset >= 0:
            found.append((offset, number, inwards + 1))
            position = offset + len(words)
    return found or [(0, scalar.at.line, scalar.at.column)]


def _same(words: str, value: str, position: int) -> str:
    """Cut what the line holds beyond the value: a closing quote, a comma, a comment."""
    rest = value[position:].lstrip()
    length = 0
    while length < min(len(words), len(rest)) and words[length] == rest[length]:
        length += 1
    return words[:length]
