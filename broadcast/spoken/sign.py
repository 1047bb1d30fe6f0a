"""Signs: those that are said, those that make a pause, those that say nothing."""

from __future__ import annotations

import unicodedata

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.slash import slash
from broadcast.spoken.tables.letters import GREEK, SIGNS
from broadcast.spoken.view import Piece, View

_PAUSES = frozenset("()[]{}|–")
_ARROWS = "→⇒➔➜➡⟶"
_CHAIN = Pattern(rf"[{_ARROWS}][^,;]{{1,12}}$")
_CHAIN_ON = Pattern(rf"[^,;]{{1,12}}[{_ARROWS}]")
_AMOUNT_BEFORE = Pattern(r"\d ?[^\W\d_]{0,4} ?$")
_AMOUNT_AFTER = Pattern(r"t?\d")
_SILENT = frozenset("\"'•*`©®™†‡¶¬¨¯¸·´˝^~")
_DASHES = Pattern(r"[-–]{1,40}>?|={2,80}|_{2,80}|\*{2,80}|#{2,80}|\.{2,80}|~{2,80}|/{2,80}")
_KIND = Pattern(
    r" ?(?:(thứ|ngày|tháng|quý|năm|lớp|điều|khoản|tổ|xóm|số|mùng|mồng|cn|chủ)(?: |$)"
    r"|\d[\d.,]{0,12} ?([^\W\d_]{1,8}))"
)
_CLASS = Pattern(r" ?\d{1,2}[A-H]\d{0,2}(?![^\W_])")
_CLASS_BEFORE = Pattern(r"(?:^|[^\w])\d{1,2}[A-H]\d{0,2} ?$")
_ROOM_BEFORE = Pattern(r"(?<![^\W_])([A-ZĐ])[1-9]\d{0,2} ?$")
_ROOM = Pattern(r" ?[A-ZĐ][1-9]\d{0,2}(?![^\W_])")
_STONE = Pattern(r" ?km ?\d")
_MILESTONE = Pattern(r"(?<![^\W_])km ?\d{1,3}(?:[.,]\d{1,3})?(?: ?\+ ?\d{1,4})? ?$")
_AGES = frozenset({"ngày", "tuần", "tháng", "tuổi", "năm"})
_TESTS = frozenset({"mẫu", "quả", "test", "nghiệm", "hiv"})
_PARTS = frozenset({"sáng", "trưa", "chiều", "tối", "đêm"})
_HOUR = Pattern(r" ?\d{1,2} ?(?:h|g|giờ|:\d\d)")
_LESS = Pattern(r" ?[<>≤≥] ?\d")
_WEEKDAY = Pattern(r" ?(?:t[2-8]|cn)(?![^\W_])")
_FORWARD = Pattern(r"\*\*\d{1,4}[*#](?!\*)")
_NORTH = Pattern(r"[NSEWBĐTN](?![^\W_])")
_SCREEN = Pattern(r"(?:máy tính|màn|ti ?vi|tv|laptop|ipad|ống|bảng)[^.;\"]{0,20}$")
_OPENED = Pattern(r"(?<![^\W_])'")
_LISTED = Pattern(r"[-–] ?t[2-8] ?$")
_WEEKDAYS = Pattern(r" ?(?:t[2-8]|cn) ?[-–]")
_LETTER_RANGE = Pattern(r"[A-Za-z][-–][A-Za-z](?![^\W_])")


def sign(view: View, start: int) -> Piece:
    """Read whatever is neither a letter nor a digit nor a pause that stays."""
    char = view.text[start]
    if char == "\n":
        return _line(view, start)
    rule = _OTHERS.get(char)
    if rule is not None:
        return rule(view, start)
    row = _DASHES.match(view.text, start)
    if row is not None and (len(row.group()) > 1 or char in "-–"):
        forwarded = char == "*" and _FORWARD.match(view.text, start)
        return Piece(row.end(), "sao sao" if forwarded else _dash(view, start, row.end()), "sign", "dash")
    if char in "*#" and _dialled(view, start, char):
        return Piece(start + 1, SIGNS[char], "sign", "key")
    if char in "*_#~^=" and (view.line_start(start) or not _between(view, start)):
        return _loose(view, start, char)
    return _by_table(char, start)


def _by_table(char: str, start: int) -> Piece:
    if char in _SILENT:
        return Piece(start + 1, "", "sign", "silent")
    if char in _PAUSES:
        return Piece(start + 1, ",", "sign", "pause")
    if char in SIGNS:
        return Piece(start + 1, SIGNS[char], "sign", "sign")
    return _other(char, start)


def _line(view: View, start: int) -> Piece:
    """End a line as a sentence when the next begins like one; else the line was only wrapped."""
    end = start
    while end < len(view.text) and view.text[end] in " \n" and end - start < 200:
        end += 1
    following = view.text[end : end + 1]
    ended = (
        following.isupper()
        or following.isdigit()
        or following in ("•", "-", "–", "+", "*")
        or view.text.count("\n", start, end) > 1
    )
    return Piece(end, "." if ended else "", "sign", "line")


def _to(view: View, start: int, end: int) -> bool:
    """Hold for a dash between two of a kind: thứ 2 - thứ 6, 8 giờ - 11 giờ."""
    before = view.before(start)
    day = bool(_PARTS & set(before[-1:])) and _HOUR.match(view.low, end) is not None  # 6h sáng - 9h tối
    classes = _CLASS_BEFORE.search(view.text[max(0, start - 6) : start]) and _CLASS.match(view.text, end)  # 12A1-12A6
    stones = _STONE.match(view.low, end) and _MILESTONE.search(view.low[max(0, start - 24) : start])  # Km3+200 – Km4
    rooms = _ROOM_BEFORE.search(view.text[max(0, start - 6) : start])  # A1-A5
    same = rooms is not None and _ROOM.match(view.text, end) is not None and view.text[end:].lstrip(" ")[:1] == rooms[1]
    if day or classes or stones or same:
        return True
    if before and _WEEKDAY.match(view.low, end):
        return (before[-1][:1] == "t" and before[-1][1:].isdigit()) or before[-2:-1] == ("thứ",)
    match = _KIND.match(view.low, end)
    if match is None:
        return False
    if len(before) < 2:
        return False
    if match[1]:
        return match[1] == before[-2] or (match[1] in ("cn", "chủ") and before[-2] == "thứ")
    same = match[2] == before[-1] or {match[2], before[-1]} <= _AGES
    return same and before[-2][-1:].isdigit()


def _dash(view: View, start: int, end: int) -> str:
    if _LISTED.search(view.low[max(0, start - 6) : start]) or _WEEKDAYS.match(view.low, end):
        return ","
    if _to(view, start, end) or (_after_number(view, start) and _LESS.match(view.text, end)):
        return "đến"
    before, after = view.text[max(0, start - 1) : start], view.text[end : end + 1]
    if view.line_start(start):
        return ""
    if _LETTER_RANGE.match(view.text, start - 1) and view.starts(start - 1):
        return "đến"
    if before == " " or after == " " or not before or not after:
        return ","
    return ""


def _after_number(view: View, start: int) -> bool:
    """Tell whether a number stands before a place, its unit and a space aside."""
    return view.text[max(0, start - 2) : start].strip()[-1:].isdigit()


def _plus(view: View, start: int) -> Piece:
    if view.text[max(0, start - 1) : start + 2] == "(+)" and _TESTS & set(view.before(start)[-4:]):
        return Piece(start + 1, "dương tính", "sign", "positive")
    if view.line_start(start):
        return Piece(start + 1, "", "sign", "bullet")
    return Piece(start + 1, "cộng", "sign", "sign")


def _ampersand(view: View, start: int) -> Piece:
    return Piece(start + 1, "và", "sign", "sign")


def _percent(view: View, start: int) -> Piece:
    return Piece(start + 1, "phần trăm", "sign", "sign")


def _more(view: View, start: int) -> Piece:
    following = view.text[start + 1 : start + 3].lstrip()
    if view.text[start + 1 : start + 2] == "=":
        return Piece(start + 2, SIGNS["≤" if view.text[start] == "<" else "≥"], "sign", "sign")
    if following[:1].isdigit():
        words = {"<": "dưới", ">": "trên"}[view.text[start]]
        return Piece(start + 1, words, "sign", "sign")
    return Piece(start + 1, ",", "sign", "pause")


def _about(view: View, start: int) -> Piece:
    near = view.text[start + 1 : start + 3].lstrip()
    return Piece(start + 1, "khoảng" if near[:1].isdigit() else "", "sign", "about")


def _prime(view: View, start: int) -> Piece:
    """Say the primes behind numbers as minutes and seconds: mỗi lần 15', 4'30"."""
    char, text = view.text[start], view.text
    if not text[max(0, start - 1) : start].isdigit():
        return Piece(start + 1, "", "sign", "silent")
    near = text[max(0, start - 40) : start]
    closing = not text[start + 1 : start + 2].isalpha() or _NORTH.match(text, start + 1)
    if char == "'" and not _OPENED.search(near) and closing:
        return Piece(start + 1, "phút", "time", "prime")
    if char == '"' and near.count('"') % 2 == 0 and _SCREEN.search(near.lower()):
        return Piece(start + 1, "in", "measure", "inches")
    if char == '"' and text[start + 1 : start + 2].isdigit():
        return Piece(start + 1, "giây", "time", "prime")
    seconds = char == '"' and "'" in near[-3:] and near.count('"') % 2 == 0
    return Piece(start + 1, "giây" if seconds else "", "time" if seconds else "sign", "prime")


def _arrow(view: View, start: int) -> Piece:
    """Say an arrow between numbers as a range: 7h → 11h."""
    before, after = view.low[max(0, start - 8) : start], view.low[start + 1 : start + 4].lstrip()
    chain = _CHAIN.search(view.text[max(0, start - 14) : start]) or _CHAIN_ON.match(view.text, start + 1)
    between = not chain and _AMOUNT_BEFORE.search(before) is not None and _AMOUNT_AFTER.match(after) is not None
    return Piece(start + 1, "đến" if between else ",", "sign", "arrow" if between else "pause")


_OTHERS = {
    **dict.fromkeys(_ARROWS, _arrow),
    "/": slash,
    "+": _plus,
    "&": _ampersand,
    "%": _percent,
    "<": _more,
    ">": _more,
    "~": _about,
    "'": _prime,
    '"': _prime,
}


def _between(view: View, start: int) -> bool:
    """Tell whether a sign stands between two things and so means what it is called."""
    near = 1 if view.text[start] == "_" else 2  # _thế này_ is emphasis
    before, after = view.text[max(0, start - near) : start].strip(), view.text[start + 1 : start + 1 + near].strip()
    joined = bool(before) and (before[-1].isalnum() or (view.text[start] == "=" and before[-1] in "%²³)"))
    return joined and after[:1].isalnum()


def _dialled(view: View, start: int, char: str) -> bool:
    """Hold for the keys of a telephone: * next to a digit, # behind what is typed."""
    before, after = view.text[max(0, start - 1) : start], view.text[start + 1 : start + 2]
    if char == "#":
        return before.isalnum() and not after.isalnum()
    return before.isdigit() or (after.isdigit() and not view.line_start(start))


def _loose(view: View, start: int, char: str) -> Piece:
    if char == "#" and view.text[start + 1 : start + 2].isdigit():
        return Piece(start + 1, "số", "sign", "number-sign")
    before, after = view.text[max(0, start - 1) : start], view.text[start + 1 : start + 3].lstrip()[:1]
    if char == "=" and before == "(" and after.isdigit():
        return Piece(start + 1, "bằng", "sign", "sign")
    if char in "#*" and before in tuple(" (\"'") and view.text[start + 1 : start + 2] in tuple(",;)\"'"):
        return Piece(start + 1, SIGNS[char], "sign", "sign")
    return Piece(start + 1, "," if char == "=" else "", "sign", "silent")


def _other(char: str, start: int) -> Piece:
    if char in GREEK:
        return Piece(start + 1, GREEK[char], "sign", "greek")
    category = unicodedata.category(char)
    if category == "So" and char > "\u2100":
        return Piece(start + 1, ",", "sign", "picture")
    if (
        category in ("Pi", "Pf", "Ps", "Pe", "Pd", "Mn", "Mc", "Me", "Sk")
        or (category == "Lm" and char > "\u2100")
        or category == "Po"
    ):
        return Piece(start + 1, "", "sign", "silent")
    return Piece(start + 1, "", "unread", "unknown-sign", unread=True)
