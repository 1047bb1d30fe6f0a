"""Fractions, parts of a whole, house numbers: 1/2, 23 1/5, 12/15 xã, ngõ 12/5."""

from __future__ import annotations

from broadcast.spoken.letters import spell
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.cues import BODIES, COUNTED, FRACTION_AFTER, PAPER_CUES
from broadcast.spoken.unit import unit
from broadcast.spoken.view import Piece, View

_WHOLE = r"(\d{1,3}(?:\.\d{3}){1,3}|\d{1,9})"
_FRACTION = Pattern(rf"(?:(\d{{1,6}}) )?{_WHOLE} ?/ ?{_WHOLE}(?!\d|[.,]\d)")
_VERSIONED = frozenset({"windows", "android", "ios", "iphone"})
_MARK = Pattern(r"(\d{1,3})[.,](\d{1,2})/(\d{1,3})(?![\d.,/]\d|[^\W_])")
_SLASHES = Pattern(r"\d{1,9}[A-Za-z]?(?:/\d{1,9}[A-Za-z]?){1,6}(?![^\W_])")


def fraction(view: View, start: int) -> Piece | None:
    """Read two numbers with a slash."""
    if view.addressed(start):
        return address(view, start)
    match = _FRACTION.match(view.text, start)
    if match is None or view.text[match.end() : match.end() + 1] == "/":
        return address(view, start)
    upper, lower = match[2].replace(".", ""), match[3].replace(".", "")
    if match[1] and not _mixed(upper, lower):
        return None
    say = view.number.cardinal
    pressure = view.low.startswith(("mmhg", " mmhg"), match.end())
    middle = "trên" if pressure or _share(view, match.end(), upper, lower) else "phần"
    if (
        len(lower) == 4
        and lower == match[3]
        and lower[:2] in ("19", "20")
        and PAPER_CUES & set(view.before(start)[-1:])
    ):
        middle = "gạch chéo"  # NĐ 76/2024
    if view.before(start)[-1:] in (("hạng",), ("binh",), ("thứ",)):
        middle = "trên"  # thương binh 3/4, xếp thứ 3/9
    if view.before(start)[-1:] == ("tuần",) and len(lower) == 4:
        middle = "năm"  # tuần 47/2024
    if view.before(start)[-1:] and view.before(start)[-1] in _VERSIONED and int(upper) < int(lower) < 40:
        return Piece(match.end(), f"{say(upper)}, {say(lower)}", "cardinal", "versions")
    words = f"{say(upper)} {middle} {'tư' if middle == 'phần' and lower == '4' else say(lower)}"
    if match[1]:
        words = f"{say(match[1])} và {words}"
    measure = unit(view.text, match.end(), view.number)
    if measure is not None:
        return Piece(measure.end, f"{words} {measure.spoken}", "measure", "fraction-unit")
    return Piece(match.end(), words, "fraction", "fraction" if middle == "phần" else "share")


def mark(view: View, start: int) -> Piece | None:
    """Read a mark out of so many: 9,5/10."""
    match = _MARK.match(view.text, start)
    if match is None:
        return None
    words = f"{view.number.decimal(match[1], match[2])} trên {view.number.cardinal(match[3])}"
    return Piece(match.end(), words, "fraction", "share")


def _mixed(upper: str, lower: str) -> bool:
    return int(upper) < int(lower) <= 100


def _share(view: View, end: int, upper: str, lower: str) -> bool:
    """Tell 12/15 xã (twelve out of fifteen) from a true fraction."""
    if 0 in (int(lower), int(upper)) or upper == lower:
        return True
    after = view.after(end)[:1]
    if int(lower) > 10:
        return int(upper) > 1 and not set(after) & FRACTION_AFTER
    return int(lower) > 4 and bool(after) and after[0] in (COUNTED if int(lower) == 10 else BODIES)


def address(view: View, start: int) -> Piece | None:
    """Read a house number or another row of numbers with slashes."""
    match = _SLASHES.match(view.text, start)
    if match is None or (any(char.isalpha() for char in match.group()) and not view.addressed(start)):
        return None
    words = " gạch chéo ".join(_part(view, part) for part in match.group().split("/"))
    return Piece(match.end(), words, "address", "slashes")


def _part(view: View, part: str) -> str:
    """Say one number of an address, with the letter that it may have: 12A."""
    if part.isdigit():
        return view.number.cardinal(part)
    return f"{view.number.cardinal(part[:-1])} {spell(part[-1], view.number)}"
