"""What YAML's own complaints mean to an editor: the line that is really wrong, and what to write there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcast.campaign.slip import slip_at
from broadcast.errors import Fault, Place
from broadcast.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

    _Told = tuple[bool, str, Place, str]  # whether it is this, what is wrong, where, what to write


def explain(error: yaml.MarkedYAMLError, text: str, file: str) -> Fault:
    """Say in an editor's words what the parser stumbled over."""
    problem, context = str(error.problem), str(error.context)
    mark, start = error.problem_mark, error.context_mark
    lines = text.split("\n")
    here = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    before = Place(file, start.line + 1, start.column + 1) if start else here
    return (
        slip_at(lines, before, here)
        or _stuck(problem, here, before, lines)
        or _told(problem, context, here, before, lines)
    )


def _told(problem: str, context: str, here: Place, before: Place, lines: list[str]) -> Fault:
    line = lines[here.line - 1] if 0 < here.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Fault(_("the line begins with a tab"), here, _("use spaces: two for each step inwards"))
    if "mapping values are not allowed" in problem:
        return _colon(lines, here)
    if "unexpected end of stream" in problem:
        return Fault(_("the quote is never closed"), before, _("write the same quote sign at the end of the text"))
    if "that cannot start any token" in problem:
        return Fault(
            _("a value cannot begin with “{sign}”").format(sign=line[here.column - 1 : here.column]),
            here,
            _("put the whole value in quotes"),
        )
    if "flow" in context:
        message = _("a bracket “[” or “{” is not closed")
        return Fault(
            message,
            before,
            _("look for a missing comma, quote or closing bracket up to line {line}").format(line=here.line),
        )
    return _other(problem, context, here, before, line)


def _colon(lines: list[str], here: Place) -> Fault:
    """Tell apart what makes a colon wrong: a second one in its line, or the line before it."""
    line = lines[here.line - 1]
    earlier = line[: here.column - 1]
    above = next((row for row in range(here.line - 2, -1, -1) if lines[row].strip()), None)
    if re.search(r":\s+[“”]", earlier):
        return Fault(
            _("“ and ” are no quotes for YAML, and the text holds “: ”"), here, _('write " at both ends of the text')
        )
    if re.search(r":\s|[\"']", earlier) or above is None:
        return Fault(
            _("the text holds “: ”, which YAML takes for a key"),
            here,
            _("put the whole text in quotes, or write it in the next line after “key: |”"),
        )
    if continued := _continued(lines, here, above):
        return continued
    if _inwards(lines[above]) < _inwards(line):
        return Fault(
            _("the line stands too far to the right"),
            Place(here.file, here.line, _inwards(line) + 1),
            _("keys of one group begin in the same column"),
        )
    place = Place(here.file, above + 1, _inwards(lines[above]) + 1)
    if ":" in lines[above]:
        return Fault(_("a space is missing after “:”"), place, _("write “key: value”"))
    return Fault(_("“:” is missing after the key"), place, _("write “key: value”"))


def _stuck(problem: str, here: Place, before: Place, lines: list[str]) -> Fault | None:
    """Tell a key without the space after its colon, and a first key further right than those below it."""
    if "could not find expected ':'" in problem and re.match(r"\s*[\w-]+:\S", lines[min(before.line, len(lines)) - 1]):
        return Fault(_("a space is missing after “:”"), before, _("write “key: value”"))
    first = next((row for row, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    if "document start" in problem and _inwards(lines[first]) >= here.column:
        place = Place(here.file, first + 1, _inwards(lines[first]) + 1)
        return Fault(_("the line stands too far to the right"), place, _("keys of one group begin in the same column"))
    return None


def _continued(lines: list[str], here: Place, above: int) -> Fault | None:
    """Tell a sentence in a text whose own key is missing, so that it goes on with the value of another."""
    line = lines[here.line - 1]
    outer = (row for row in range(above, -1, -1) if lines[row].strip() and _inwards(lines[row]) < _inwards(line))
    key = next(outer, None)
    name = re.match(r"\s*([\w-]+):\s+\S", lines[key]) if key is not None else None
    if key is None or name is None or " " not in line[: here.column - 1].strip():
        return None
    first = next(row for row in range(key + 1, here.line) if lines[row].strip())
    return Fault(
        _("the line is taken for more of “{key}” above it").format(key=name[1]),
        Place(here.file, first + 1, _inwards(lines[first]) + 1),
        _("a text of several lines stands below a line “text: |”; is that line missing?"),
    )


def _inwards(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _other(problem: str, context: str, here: Place, before: Place, line: str) -> Fault:
    told = (*_of_signs(problem, context, here, before, line), *_of_layout(problem, context, here, before, line))
    return next(Fault(message, place, hint) for holds, message, place, hint in told if holds)


def _of_signs(problem: str, context: str, here: Place, before: Place, line: str) -> Iterator[_Told]:
    """Tell what is wrong where a sign is missing or means something else to YAML."""
    yield "could not find expected ':'" in problem, _("“:” is missing after the key"), before, _("write “key: value”")
    escape = _("write the text without double quotes, or “\\\\” for a backslash")
    yield "escape" in problem, _("“\\” begins an escape that does not exist"), here, escape
    sign = _("a value cannot begin with “{sign}”").format(sign=line[before.column - 1 : before.column])
    yield "alias" in context or "anchor" in context, sign, before, _("put the whole value in quotes")
    begin = _("begin the text in the next line, two spaces inwards")
    yield "block scalar" in context, _("text stands behind “|” or “>”"), here, begin


def _of_layout(problem: str, context: str, here: Place, before: Place, line: str) -> Iterator[_Told]:
    """Tell what is wrong where lines, lists and documents begin; the last one always holds."""
    sign = line[here.column - 1 : here.column]
    stray = _("the bracket “{sign}” closes nothing").format(sign=sign)
    yield sign in {"]", "}"}, stray, here, _("remove it, or put the whole value in quotes")
    items = _("begin the list in the next line, each item after “- ”, or put the text in quotes")
    yield "sequence entries are not allowed" in problem, _("a list cannot begin here"), here, items
    one = _("remove the line “---”: a file holds one document")
    yield "document start" in problem, _("a second document begins here"), here, one
    quotes = _("put the whole value in quotes, of the kind that it does not hold itself")
    yield bool(line[: here.column - 1].strip()), _("something stands behind the end of the value"), here, quotes
    column = _("keys of one group begin in the same column; the group began in line {line}").format(line=before.line)
    yield "block" in context, _("the line does not begin where the lines of its group begin"), here, column
    other = _("this is not YAML: {problem}").format(problem=problem)
    yield True, other, here, _("compare it with an older message")
