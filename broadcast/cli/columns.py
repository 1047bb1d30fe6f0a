"""Columns for the terminal: texts cut, filled and wrapped by the cells that they take, not by their letters."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Sequence

WIDEST = 100
NARROWEST = 60


def room() -> int:
    """Give the cells of a line: the terminal's, but never more than people like to read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def cells(text: str) -> int:
    """Count the cells that a text takes: marks that stand on a letter none, East Asian wide letters two."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fit(text: str, width: int) -> str:
    """Fill a text with spaces to `width` cells, or cut it there with an ellipsis."""
    if cells(text) <= width:
        return text + " " * (width - cells(text))
    kept = ""
    for char in text:
        if cells(kept + char) > width - 1:
            break
        kept += char
    return kept + "…" + " " * (width - 1 - cells(kept))


def right(text: str, width: int) -> str:
    """Fill a text with spaces on its left to `width` cells."""
    return " " * (width - cells(text)) + text


def wrap(words: Sequence[str], width: int) -> Iterator[str]:
    """Give lines of words parted by spaces, none wider than `width` unless one word is."""
    line = ""
    for word in words:
        if line and cells(line) + 1 + cells(word) > width:
            yield line
            line = ""
        line = f"{line} {word}" if line else word
    if line:
        yield line


def hanging(head: str, words: Sequence[str], width: int) -> Iterator[str]:
    """Give a head with words beside it, wrapped under their own first line."""
    indent = cells(head)
    lines = list(wrap(words, width - indent)) or [""]
    yield (head + lines[0]).rstrip()
    yield from (" " * indent + line for line in lines[1:])
