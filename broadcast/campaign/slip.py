"""Slips: what editors mistype most often, found in the lines above the one that YAML stumbles over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from broadcast.errors import Fault, Place
from broadcast.i18n import _

_BEGINS_A_TEXT = re.compile(r":\s+[|>][-+]?\s*$")
_BEGINS_A_GROUP = re.compile(r"\w:\s*$")
_BEGINS_AN_ITEM = re.compile(r"[-{\[#\"']|[\w.-]+:(\s|$)")
_NEVER_CLOSED = re.compile(r"\s*(- )?[\w-]+:\s+\"[^\"]*$")
_DASH = re.compile(r"\s*-[^\s-]")
_MERGED = re.compile(r"(<{7}|={7}|>{7})(\s|$)")


def slip_at(lines: Sequence[str], start: Place, end: Place) -> Fault | None:
    """Give the slip that explains a fault of YAML between two places, if it is one of the usual ones."""
    row = min(start.line, len(lines)) - 1
    above = [number for number in range(row - 1, -1, -1) if lines[number].strip()]
    found = (
        *_merged(lines),
        *_flow(lines, row, end.line - 1),
        *_texts(lines, row, above),
        *_quotes(lines, row, above, end.line - 1),
        *_items(lines, row, above),
        *_slipped(lines, min(end.line, len(lines)) - 1),
        *_dash(lines, min(end.line, len(lines)) - 1),
        *_left(lines, min(end.line, len(lines)) - 1),
    )
    return next((Fault(message, Place(end.file, at + 1, column), hint) for at, column, message, hint in found), None)


def _texts(lines: Sequence[str], row: int, above: Sequence[int]) -> Iterator[tuple[int, int, str, str]]:
    """Find a line that slipped out of its text, and a text of several lines without its “|”."""
    yield from _slipped(lines, row)
    key = next((number for number in above if _inwards(lines[number]) < _inwards(lines[row])), None)
    if key is None or not _BEGINS_A_GROUP.search(lines[key]) or _BEGINS_AN_ITEM.match(lines[key + 1].strip()):
        return
    hint = _("write “{key} |”, and the text below it").format(key=lines[key].strip())
    yield key, _inwards(lines[key]) + 1, _("“|” is missing before a text of several lines"), hint


def _slipped(lines: Sequence[str], row: int) -> Iterator[tuple[int, int, str, str]]:
    first = _first_outside(lines, row)
    if first is not None:
        hint = _("begin it two spaces inwards, like the other lines of the text")
        yield first, 1, _("the line stands outside the text above it"), hint


def _first_outside(lines: Sequence[str], row: int) -> int | None:
    """Find the first of the lines that slipped out of a text; a sentence with “: ” in it is no key."""
    key = next((number for number in range(row - 1, -1, -1) if _BEGINS_A_TEXT.search(lines[number])), None)
    if key is None:
        return None
    below = ((number, lines[number]) for number in range(key + 1, row + 1) if lines[number].strip())
    outside = [(number, line.lstrip(" ")) for number, line in below if _inwards(line) <= _inwards(lines[key])]
    other = any(line.startswith("\t") or _BEGINS_AN_ITEM.match(line) for _number, line in outside)
    return outside[0][0] if outside and not other else None


def _left(lines: Sequence[str], row: int) -> Iterator[tuple[int, int, str, str]]:
    """Find a line of a text that begins further left than the first one, though inside the text."""
    key = next((number for number in range(row - 1, -1, -1) if _BEGINS_A_TEXT.search(lines[number])), None)
    first = next((number for number in range((key or 0) + 1, row) if lines[number].strip()), None)
    if key is None or first is None or not _inwards(lines[key]) < _inwards(lines[row]) < _inwards(lines[first]):
        return
    hint = _("begin all lines of a text in the same column; the first is line {line}").format(line=first + 1)
    yield row, _inwards(lines[row]) + 1, _("the line stands further left than the first line of its text"), hint


def _quotes(lines: Sequence[str], row: int, above: Sequence[int], end: int) -> Iterator[tuple[int, int, str, str]]:
    """Find a quote that a line opens and does not close, though a later line does by chance."""
    for number in (row, *above):
        if number < end and _NEVER_CLOSED.match(lines[number]):
            hint = _("write the same quote sign at the end of the text")
            yield number, lines[number].index('"') + 1, _("the quote is never closed"), hint


def _flow(lines: Sequence[str], row: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Find a quote inside brackets that its own line does not close."""
    for number in range(row, min(end + 1, len(lines))):
        line = lines[number].partition(" #")[0]
        if "{" in line and line.count('"') % 2 and "'" not in line:
            hint = _("write the same quote sign at the end of the text")
            yield number, line.rindex('"') + 1, _("the quote is never closed"), hint


def _dash(lines: Sequence[str], row: int) -> Iterator[tuple[int, int, str, str]]:
    """Find an item whose dash sticks to it."""
    if _DASH.match(lines[row]) and any(line.lstrip().startswith("- ") for line in lines[:row]):
        yield row, _inwards(lines[row]) + 1, _("a space is missing after “-”"), _("write “- ” before each item")


def _merged(lines: Sequence[str]) -> Iterator[tuple[int, int, str, str]]:
    """Find where git put two versions of a file one below the other."""
    for number, line in enumerate(lines):
        if _MERGED.match(line):
            hint = _("keep one of the two, and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”")
            yield number, 1, _("two versions of the file stand one below the other (git)"), hint


def _items(lines: Sequence[str], row: int, above: Sequence[int]) -> Iterator[tuple[int, int, str, str]]:
    """Find an item of a list without its “- ”."""
    line, last = lines[row], lines[above[0]] if above else ""
    if line.lstrip().startswith("{") and last.lstrip().startswith("- ") and _inwards(line) == _inwards(last):
        hint = _("begin it like the items above: “- ”")
        yield row, _inwards(line) + 1, _("“- ” is missing before the item"), hint


def _inwards(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
