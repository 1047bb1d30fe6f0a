"""Towns, wards and roads before a name or a number: TP Thái Nguyên, Q1, QL1B, ĐT.265; and Q1/2024."""

from __future__ import annotations

import re

from broadcast.spoken.abbreviation import ROOM, by_next, office
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.abbreviations import DOTTED
from broadcast.spoken.tables.cues import EMERGENCY
from broadcast.spoken.tables.meanings import PERSONS
from broadcast.spoken.view import Piece, View

_MONTH = Pattern(
    r"[Tt]h?\.?(1[0-2]|0?[1-9])(?: ?[-–] ?(?:[Tt]h?\.?)?(1[0-2]|0?[1-9]))? ?[/.] ?((?:19|20)\d\d)(?![^\W_])"
)
_QUARTER = Pattern(r"Q\.?([1-4])/((?:19|20)\d\d)(?![^\W_])")
_MAIN_ROAD = Pattern(r"(QL|TL)\.? ?(?=\d)")
_ROAD = Pattern(r"(ĐT|ĐH|HL)[. ]?(\d{2,3})(?=[A-D]?(?![^\W_]|[.,]\d))")
_ARTICLE = Pattern(r"Đ\.? ?(?=\d{1,3}[a-z]?,? (?:BL|Bộ luật|Luật|NĐ|Nghị|của Bộ|của Luật|Pháp lệnh|Thông tư))")
_MORE = Pattern(r"[ .]?\d")
_ROADS = frozenset({"đường", "tuyến", "trên", "lộ", "dọc"})
_CITY = Pattern(r"(TP|Tp|tp|TX|Tx|TT|Q|P|H|KP|Kp|Đ|X|T)\.? ?(?=[A-ZĐÀ-Ỹ\d][\w]*)")


def road(view: View, start: int) -> Piece | None:
    """Read the number of a provincial or district road: đường ĐT.265."""
    article = _ARTICLE.match(view.text, start)
    if article is not None and not view.addressed(start):
        return Piece(article.end(), "điều", "abbreviation", "article")
    main = _MAIN_ROAD.match(view.text, start)
    if main is not None:
        return Piece(main.end(), "quốc lộ" if main[1] == "QL" else "tỉnh lộ", "abbreviation", "road")
    match = _ROAD.match(view.text, start)
    last = view.before(start)[-1:]
    alone = match is not None and not _MORE.match(view.text, match.end()) and match[2] not in EMERGENCY
    plain = match is not None and alone and len(match[2]) == 3 and match[1] != "HL"
    if match is None or not (plain or (last and last[0] in _ROADS)):
        return None
    words = {"ĐT": "tỉnh", "ĐH": "huyện", "HL": "hương lộ"}[match[1]]
    spoken = f"{words if last == ('đường',) else 'đường ' + words} {view.number.cardinal(match[2])}"
    return Piece(match.end(), spoken, "abbreviation", "road")


def quarter(view: View, start: int) -> Piece | None:
    """Read a quarter of a year: `Q1/2025`, `Q.1/2025`."""
    match = _QUARTER.match(view.text, start)
    if match is None:
        return None
    spoken = f"quý {view.number.cardinal(match[1])} năm {view.number.cardinal(match[2])}"
    return Piece(match.end(), spoken, "date", "quarter")


def place(view: View, start: int) -> Piece | None:
    """Read TP, TX, Q, P … before a name or a number without their full stop: `TP Thái Nguyên`, `Q1`."""
    month = _MONTH.match(view.text, start)
    if month is not None:
        names = ("tư" if int(part) == 4 else view.number.cardinal(part) for part in month.groups()[:2] if part)
        spoken = f"tháng {' đến tháng '.join(names)} năm {view.number.cardinal(month[3])}"
        return Piece(month.end(), spoken, "date", "month-year")
    match = _CITY.match(view.text, start)
    if match is None:
        return None
    return _place(view, start, match)


def _place(view: View, start: int, match: re.Match[str]) -> Piece | None:
    short, dot = match[1], "." in match.group()
    following = view.text[match.end()]
    named = len(short) == 1 and view.before(start)[-1:] and view.before(start)[-1] in PERSONS
    if named or not (following.isupper() or following.isdigit()):
        return None
    if not dot and len(short) > 1 and following.isalpha() and view.text[match.end() - 1] != " ":
        return None  # TPBank is no town
    if (
        not dot
        and len(short) == 1
        and not (following.isdigit() and view.text[match.end() - 1] != " " and short in "QP")
    ):
        return None
    if not dot and short in ("TT", "TX") and not (view.text[match.end() + 1 : match.end() + 2].islower()):
        return None
    if not dot and following.isdigit() and len(short) > 1 and short not in ("KP", "Kp"):
        return None
    within = ROOM.match(view.text, match.end()) or (dot and office(view, match.end()))
    room = "phòng" if short == "P" and within else None
    spoken = room or by_next(view, short, match.end()) or DOTTED[short]
    return Piece(match.end(), spoken, "abbreviation", "place")
