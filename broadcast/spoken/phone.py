"""Telephone numbers and short codes, digit by digit, in the groups in which people say them."""

from __future__ import annotations

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.cues import AFTER_CODE, COUNTED, EMERGENCY, FILLERS, NOT_CODE_BEFORE, SHORTCODE_CUES
from broadcast.spoken.view import Piece, View

_GROUP = Pattern(r"(?:[ .\-–_]{1,3}|\) ?|[ .\-–]?\((?=\d{1,4}\)))?(\d{1,12})")
_PLUS = Pattern(r"\(?\+ ?\(?(\d{1,4})\)?(?=[ .\-\d(])|00 ?(84|[1-9]\d{1,2}(?=[ .\-]))(?=[ .\-]?\d)")
_BARE = Pattern(r"84[ \-]?[35789]\d{2}[ .\-]?\d{3}[ .\-]?\d{3}(?![^\W_]|[.,]\d)")
_LONE_PLUS = Pattern(r"\(?\+ ?(\d{1,4})\)?(?![\d\w%]| ?%|[.,]\d)")
_BRACKETED = Pattern(r"\((0\d{1,4}|84)\)[ .\-]?(?=\d)")
_PLAIN = Pattern(r"\d{3,6}(?!\d|[.,/:\-–]\d|[^\W_])")
_PAIR = Pattern(r"(\d{3,6})/(\d{3,6})(?![\d/]|[^\W_])")
_USSD = Pattern(r"\*{1,2}(#?\d{1,6}(?:[*#]\d{1,20}){0,4})#")
_NOT_DIALLED = Pattern(r" ?(?:[/:%đ]|[hg]\b|giờ|đồng)", 2)
_KEYS = Pattern(r"[*#]|\d+")
_LINKS = Pattern(r"[ ,;/]{0,3}(?:hoặc|hay|và|đến|tới|số)?[ ,;/]{0,3}\(?")
_PREFIX_CUES = frozenset({"số", "mã", "vùng"})
_CALLING = frozenset({"gọi", "hotline", "đài"})
_ALSO = frozenset({"hoặc", "hay"})
_KINDS = ("phone", "shortcode", "hotline")


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
    if bracketed is not None:
        return _collect(view, bracketed.end(), [bracketed[1]])
    first = _GROUP.match(text, start)
    if first is None or not text[start].isdigit():
        return None
    return _collect(view, first.end(), [first[1]])


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


def shortcode(view: View, start: int) -> Piece | None:
    """Read a short code: three to six digits that the words around call a number to dial or to send to."""
    match = _PLAIN.match(view.text, start)
    if match is None:
        return None
    bracket = "(" in view.text[match.end() : match.end() + 2]  # what stands in brackets is not what is counted
    digits, after = match.group(), () if bracket else view.after(match.end())
    if view.alone(start, match.end()) or (after and after[0] in COUNTED and digits not in ("156", "5656")):
        return None
    if after and after[0] in COUNTED and after[:2] != ("của", "bộ"):
        return None
    if not (_dialled(view, start) or _linked(view, start) or _well_known(view, start, digits, after)):
        return None
    spoken = say_row(view, digits)
    return Piece(match.end(), spoken, "shortcode", "shortcode", digits)


def pair(view: View, start: int) -> Piece | None:
    """Read the first of two short codes with a slash between; the second follows by itself: 156/5656."""
    match = _PAIR.match(view.text, start)
    if match is None or (view.after(match.end(2))[:1] and view.after(match.end(2))[0] in COUNTED):
        return None
    if not ({match[1], match[2]} <= EMERGENCY or _dialled(view, start)):
        return None
    return Piece(match.end(1), say_row(view, match[1]), "shortcode", "shortcode", match[1])


def _dialled(view: View, start: int) -> bool:
    words = view.before(start)
    count = len(words)
    while count and len(words) - count < 3 and words[count - 1] in FILLERS:
        count -= 1
    tail = "".join(f" {word}" for word in words[max(0, count - 4) : count])
    if tail.endswith(SHORTCODE_CUES):
        return not tail.endswith(" công an") or count == len(words)
    if _CALLING & set(words[-12:]) and (
        not words or words[-1] in _ALSO or view.text[max(0, start - 2) : start] in (", ", "; ")
    ):
        return True
    if words and words[-1] in ("đến", "tới", "về", "số", "qua"):
        joined = " ".join(words[-12:])
        return any(
            cue in joined for cue in ("gọi", "nhắn", "gửi", "soạn", "tổng đài", "đường dây nóng", "đầu số", "phản ánh")
        )
    return False


def _linked(view: View, start: int) -> bool:
    """Hold for a number joined to a contact just read: 113 hoặc 156."""
    last = view.last
    if last is None or last.kind not in _KINDS or start - last.end > 14:
        return False
    match = _LINKS.match(view.low, last.end)
    return match is not None and match.end() == start


def _well_known(view: View, start: int, digits: str, after: tuple[str, ...]) -> bool:
    if digits not in EMERGENCY:
        return False
    words = view.before(start)
    if words and (words[-1] in NOT_CODE_BEFORE or words[-1].isdigit()):
        return words[-1] == "là" and "số" in words[-6:]
    # A thing that follows directly is what is counted: 156 cử tri.
    return not after or after[0] in AFTER_CODE


def ussd(view: View, start: int) -> Piece | None:
    """Read a code that is typed on the telephone: *101#."""
    match = _USSD.match(view.text, start)
    if match is None:
        return None
    keys = _KEYS.findall(match.group())
    words = ["sao" if key == "*" else "thăng" if key == "#" else view.number.digits(key) for key in keys]
    return Piece(match.end(), " ".join(words), "shortcode", "ussd", "".join(filter(str.isdigit, match[1])))


def prefix(view: View, start: int) -> Piece | None:
    """Read a country's prefix that stands alone: +84, (+375)."""
    match = _LONE_PLUS.match(view.text, start)
    if match is None or not (_PREFIX_CUES & set(view.before(start)[-10:])):
        return None
    return Piece(match.end(), f"cộng {view.number.digits(match[1])}", "code", "prefix", match[1])
