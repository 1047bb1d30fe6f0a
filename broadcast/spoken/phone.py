"""Telephone numbers and short codes, digit by digit, in the groups in which people say them."""

from __future__ import annotations

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.view import Piece, View

_GROUP = Pattern(r"(?:[ .\-–_]{1,3}|\)[ .\-]{0,2}|[ .\-–]?\((?=\d{1,4}\)))?(\d{1,12})")
_PLUS = Pattern(r"\(?\+ ?\(?(\d{1,4})\)?(?=[ .\-\d(])|00 ?(84|[1-9]\d{1,2}(?=[ .\-]))(?=[ .\-]?\d)")
_BARE = Pattern(
    r"84(?:[ \-]?[35789]\d{2}[ .\-]?\d{3}|[ .\-](?:[35789]\d|2\d{1,2})[ .\-]?\d{4})[ .\-]?\d{3,4}"
    r"(?![^\W_]|[.,]\d)"
)
_SLASHED = Pattern(r"(0\d{2,3})/(\d{3})/(\d{3,4})(?![^\W_]|[./]\d)")
_BRACKETED = Pattern(r"\((0\d{1,4}|84(?:[ .\-]\d{2,3})?)(?=\)[ .\-]{0,2}\d)")
_NOT_DIALLED = Pattern(r" ?(?:[/:%đ]|[hg]\b|giờ|đồng)", 2)


def phone(view: View, start: int) -> Piece | None:
    """Read a telephone number that shows itself by its shape: 0…, +84…, (0208) …, 1900 …."""
    text = view.text
    plus = _PLUS.match(text, start)
    if plus is not None:
        return _international(view, plus.end(), plus[1] or plus[2], "cộng " if plus[1] else "không không ")
    bare = _BARE.match(text, start)
    if bare is not None:
        return _international(view, start + 2, "84", "")
    bracketed = _BRACKETED.match(text, start)
    if bracketed is not None and bracketed[1][:2] == "84":
        groups = bracketed[1][3:]
        return _international(view, bracketed.end(1) - len(groups), "84", "")
    if bracketed is not None:
        return _collect(view, bracketed.end(), [bracketed[1]])
    return _bare(view, start) if text[start].isdigit() else None


def _bare(view: View, start: int) -> Piece | None:
    """Read a number that begins with its own digits: 0912.345.678, 0912/345/678, 1900 1234."""
    slashed = _SLASHED.match(view.text, start)
    if slashed is not None and _whole("".join(slashed.groups())) == "yes":
        return Piece(slashed.end(), _say(view, list(slashed.groups())), "phone", "phone", "".join(slashed.groups()))
    first = _GROUP.match(view.text, start)
    return _collect(view, first.end(), [first[1]]) if first else None


def _international(view: View, end: int, code: str, plus: str) -> Piece | None:
    if len(code) > 2 and code.startswith("84"):
        end, code = end - len(code) + 2, "84"
    groups = [code]
    while sum(map(len, groups)) < 15:
        match = _GROUP.match(view.text, end)
        if match is None or match.end() == end or sum(map(len, groups)) + len(match[1]) > 15:
            break
        if sum(map(len, groups)) >= 11:
            break
        groups.append(match[1])
        end = match.end()
    total = sum(map(len, groups))
    if total < 8:
        return None
    if view.text[end : end + 1] == ")":
        end += 1
    return Piece(end, plus + _say(view, _regroup(groups)), "phone", "international", "".join(groups))


def _collect(view: View, end: int, groups: list[str]) -> Piece | None:
    """Take groups of digits until they make a whole number; None when they make none."""
    while True:
        value = "".join(groups)
        whole = _whole(value)
        if whole == "yes":
            break
        if whole == "no":
            return None
        match = _GROUP.match(view.text, end)
        if match is None or match.start(1) == end or _whole(value + match[1]) == "no":
            if whole == "enough":
                break
            return None
        if whole == "enough" and (
            match.end(1) - match.start() > len(match[1]) + 1 or _NOT_DIALLED.match(view.text, match.end())
        ):
            break  # a number that is whole already is not joined to another thing: 1900 1234 - 24/7
        groups.append(match[1])
        end = match.end()
    if not view.ends(end):
        return None
    kind = "hotline" if value.startswith(("1800", "1900")) else "phone"
    return Piece(end, _say(view, _regroup(groups)), kind, kind, value)


def _whole(value: str) -> str:
    """Tell whether digits make a number: `yes`, `enough` (may go on), `more` (must go on) or `no`."""
    size = len(value)
    if value.startswith(("1800", "1900")):
        return "more" if size < 8 else "enough" if size < 10 else "yes" if size == 10 else "no"
    if value[0] != "0" or value[1:2] == "0":
        return "more" if (size < 4 and "1800".startswith(value)) or "1900".startswith(value) else "no"
    longest = 11 if value[1:2] in ("1", "2") else 10
    if size > longest:
        return "no"
    return "yes" if size == longest else "enough" if size == 10 else "more"


def _regroup(groups: list[str]) -> list[str]:
    """Keep the groups as written when they can be said in a breath; cut a long row into 4-3-3 or 3-4-4."""
    if len(groups) == 1 or max(map(len, groups)) > 5:
        return [part for group in groups for part in _cut(group)]
    if len(groups) > 5:
        return _cut("".join(groups))
    return groups


def _cut(row: str) -> list[str]:
    size = len(row)
    if size <= 5:
        return [row]
    if row.startswith(("18", "19")) or size == 8:
        cuts = [4, 4, 4]
    elif size == 11:
        cuts = [3, 4, 4] if row[:3] in ("024", "028") else [4, 4, 3]
    elif size == 10:
        cuts = [4, 3, 3]
    else:
        cuts = [3] * (size // 3 + 1) if size in (6, 9) else [4] * (size // 4 + 1)
    parts, at = [], 0
    for cut in cuts:
        if at < size:
            parts.append(row[at : at + cut])
            at += cut
    if at < size:
        parts.append(row[at:])
    return parts


def say_row(view: View, row: str) -> str:
    """Say a row of digits in groups with a short pause between."""
    return _say(view, _cut(row)) if len(row) <= 64 else view.number.digits(row)


def _say(view: View, groups: list[str]) -> str:
    return ", ".join([view.number.digits(group) for group in groups])
