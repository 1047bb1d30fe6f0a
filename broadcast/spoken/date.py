"""Days, months, quarters and years: 20/11, 20–30/11, 20.11.2024, tháng 11/2024."""

from __future__ import annotations

import re

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.cues import (
    BODIES,
    COUNTED,
    DATE_CUES,
    DAY_WORDS,
    FEASTS,
    FRACTION_AFTER,
    FRACTION_CUES,
    NAMED_BY_DATE,
    SCORE_CUES,
)
from broadcast.spoken.view import Piece, View

_D = r"(3[01]|[12]\d|0?[1-9])"
_M = r"(1[0-2]|0?[1-9])"
_Y = r"((?:19|20)\d\d|1[0-8]\d\d)"
_END = r"(?![^\W_]|[.,/]\d)"
_FULL = Pattern(rf"{_D}(?: ?([/.\-–]) ?){_M} ?\2 ?(?:{_Y}|(\d\d)){_END}")
_ISO = Pattern(rf"{_Y}([-/.])(1[0-2]|0[1-9])\2(3[01]|[12]\d|0[1-9]){_END}")
_DAYS = Pattern(rf"{_D} ?[-–] ?{_D}( ?[/.] ?){_M}(?:\3{_Y})?{_END}")
_SPAN = Pattern(rf"{_D}( ?[/.] ?){_M}(?:\2{_Y})? ?[-–] ?{_D}\2{_M}(?:\2{_Y})?{_END}")
_DAY = Pattern(rf"{_D} ?([/.\-–]) ?{_M}(?![^\W_]|[.,/\-]\d|/[A-ZĐ])")
_MONTH = Pattern(rf"{_M} ?[/.\-] ?{_Y}{_END}")
_MONTHS = Pattern(rf"{_M} ?[-–] ?{_M}/{_Y}{_END}")
_LISTED = Pattern(rf"{_D}(?:(?:,|;| ?[+&] ?){_D}){{1,7}}([/.]){_M}(?:\3{_Y})?{_END}")
_UP_TO = Pattern(rf"{_D}(?= (?:đến|tới) {_D}/{_M}(?![^\W_]|[.,]\d))")
_UNTIL_DASHED = Pattern(r" (?:đến|tới)(?: hết)?(?: ngày)? (?:[12]\d|3[01]|0\d)([.\-])(?:1[0-2]|0?[1-9])(?!\d|[.,\-]\d)")
_SHORT_YEAR = Pattern(rf"{_M}/(1[3-9]|[23]\d)(?![^\W_]|[.,/\-]\d)")
_WORDED = Pattern(r"(0?[1-9]|10) tháng ")
_PAPERS = frozenset({"tịch", "tư", "định", "quyết", "luật", "số"})
_GRADED = frozenset({"hạng", "binh", "lớp", "bậc", "loại", "thứ"})  # thương binh 4/4, xếp thứ 3/9
_STAMPED = frozenset({"nsx", "hsd", "dùng", "sinh"})
_BESIDE = frozenset({" và ", ", ", " hoặc ", " - "})
_FEASTED = frozenset({"niệm", "lễ", "dịp", "mừng", "khánh", "tết"})
_REPEATED = frozenset({"hằng", "hàng", "mỗi"})
_NAMED_DAYS = frozenset({"đăng", "sinh", "cấp", "ký", "mất", "họp", "mai", "kia", "lập", "nhận", "nộp", "trả", "hẹn"})
_NAMED_DAYS_OF_TWO = frozenset(
    tuple(pair.split())
    for pair in (
        "ban hành",
        "phát hành",
        "khai giảng",
        "khai mạc",
        "bế mạc",
        "hết hạn",
        "sản xuất",
        "bắt đầu",
        "kết thúc",
        "hoàn thành",
        "nhập học",
        "xét nghiệm",
    )
)
_UNTIL = frozenset({"trước", "hết", "đến", "từ", "sau", "chiều", "sáng", "tối"})
_DENOMINATORS = frozenset({2, 3, 4, 5, 10})
_TWO_NUMBERS = Pattern(r"(?:[\s\d,/và&–-]|\.(?=\d))*")


def date(view: View, start: int) -> Piece | None:
    """Read a date in any of its spellings; the cue words around tell it from a fraction."""
    for reader in (_iso, _span, _full, _days, _listed, _months, _month, _day, _up_to, _worded):
        piece = reader(view, start)
        if piece is not None:
            return piece
    return None


def _iso(view: View, start: int) -> Piece | None:
    match = _ISO.match(view.text, start)
    if match is None:
        return None
    words = f"{_day_words(view, match[4])} {_month_words(view, match[3])} {_year(view, match[1])}"
    return Piece(match.end(), _with_day(view, start, words), "date", "iso-date")


def _full(view: View, start: int) -> Piece | None:
    match = _FULL.match(view.text, start)
    if match is None:
        return None
    if match[5] and match[2] in ".-" and not (_has_day(view, start) or _last(view, start) in _STAMPED):
        return None
    year = match[4] or ("20" if int(match[5]) <= 50 else "19") + match[5]
    words = f"{_day_words(view, match[1])} {_month_words(view, match[3])} {_year(view, year)}"
    return Piece(match.end(), _with_day(view, start, words), "date", "date")


def _span(view: View, start: int) -> Piece | None:
    match = _SPAN.match(view.text, start)
    if match is None or (match[2].strip() == "." and not _has_day(view, start) and not match[7]):
        return None
    first = f"{_day_words(view, match[1])} {_month_words(view, match[3])}"
    if match[4]:
        first += f" {_year(view, match[4])}"
    second = f"{_day_words(view, match[5])} {_month_words(view, match[6])}"
    if match[7]:
        second += f" {_year(view, match[7])}"
    return Piece(match.end(), f"{_with_day(view, start, first)} đến ngày {second}", "date", "date-range")


def _days(view: View, start: int) -> Piece | None:
    match = _DAYS.match(view.text, start)
    if match is None or (match[3].strip() == "." and not _has_day(view, start)):
        return None
    words = f"{_day_words(view, match[1])} đến {_day_words(view, match[2])} {_month_words(view, match[4])}"
    if match[5]:
        words += f" {_year(view, match[5])}"
    return Piece(match.end(), _with_day(view, start, words), "date", "date-range")


def _listed(view: View, start: int) -> Piece | None:
    """Read days that touch, before the month of all: ngày 5,6,7/11; 29+30/11."""
    match = _LISTED.match(view.text, start)
    if match is None:
        return None
    month = re.search(rf"[/.]{_M}", match.group())
    days = re.findall(r"\d+", match.group()[: month.start()]) if month else []
    if (
        not month
        or list(map(int, days)) != sorted(set(map(int, days)))
        or not (len(days) > 2 or _has_day(view, start) or _last(view, start) in DATE_CUES or "+" in match.group())
    ):
        return None
    *first, last = (_day_words(view, day) for day in days)
    joined = " và " if set("+&") & set(match.group()) else ", "
    words = f"{', '.join(first)}{joined}{last} {_month_words(view, month[1])}"
    if match[5]:
        words += f" {_year(view, match[5])}"
    return Piece(match.end(), _with_day(view, start, words), "date", "days")


def _up_to(view: View, start: int) -> Piece | None:
    """Say the day that shares its month with the next: từ 20 đến 24/11."""
    match = _UP_TO.match(view.text, start)
    if match is None or _last(view, start) != "từ" or not int(match[1]) < int(match[2]):
        return None
    return Piece(match.end(), f"ngày {_day_words(view, match[1])}", "date", "day")


def _months(view: View, start: int) -> Piece | None:
    match = _MONTHS.match(view.text, start)
    if match is None:
        return None
    first, second = (_month_words(view, match[group]) for group in (1, 2))
    if _last(view, start) in ("quý", "quí"):
        say = view.number.cardinal
        return Piece(match.end(), f"{say(match[1])} đến {say(match[2])} {_year(view, match[3])}", "date", "quarter")
    words = f"{first.removeprefix('tháng ')} đến {second} {_year(view, match[3])}"
    return Piece(match.end(), words if _last(view, start) == "tháng" else f"tháng {words}", "date", "month-range")


def _month(view: View, start: int) -> Piece | None:
    last = _last(view, start)
    short = _SHORT_YEAR.match(view.text, start) if last == "tháng" else None
    if short is not None:
        words = f"{_month_words(view, short[1]).removeprefix('tháng ')} {_year(view, '20' + short[2])}"
        return Piece(short.end(), words, "date", "month-year")
    match = _MONTH.match(view.text, start)
    if match is None:
        return None
    if last in _PAPERS:
        digits = view.number.digits(match[1]) if match[1][0] == "0" else view.number.cardinal(match[1])
        return Piece(match.end(), f"{digits} gạch chéo {view.number.cardinal(match[2])}", "document", "paper-number")
    if last in ("quý", "quí", "đợt", "kỳ", "khóa", "khoá", "lần", "vòng", "mũi", "tuần"):
        return Piece(match.end(), f"{view.number.cardinal(match[1])} {_year(view, match[2])}", "date", "quarter")
    words = f"{_month_words(view, match[1])} {_year(view, match[2])}"
    return Piece(match.end(), words.removeprefix("tháng ") if last == "tháng" else words, "date", "month-year")


def _day(view: View, start: int) -> Piece | None:
    match = _DAY.match(view.text, start)
    if match is None or not _is_date(view, start, match):
        return None
    words = f"{_day_words(view, match[1])} {_month_words(view, match[3])}"
    return Piece(match.end(), _with_day(view, start, words), "date", "day-month")


def _worded(view: View, start: int) -> Piece | None:
    """Say `ngày 5 tháng 9` as a newsreader does: ngày mùng năm."""
    match = _WORDED.match(view.low, start)
    if match is None or _last(view, start) != "ngày" or not view.text[match.end() : match.end() + 1].isdigit():
        return None
    if view.tail(start, 2) in (" mười ngày", " các ngày"):
        return None
    return Piece(match.end(1), _day_words(view, match[1]), "date", "day")


def _is_date(view: View, start: int, match: re.Match[str]) -> bool:
    day, month = int(match[1]), int(match[3])
    last = _last(view, start)
    after = view.after(match.end())
    if match[2] != "/":
        return _is_dashed(view, start, match)
    if view.alone(start, match.end()):
        return day > 12 and month > 5 and day != 15
    if day == month and after and after[0] in COUNTED and not _has_day(view, start):
        return False  # đúng 10/10 câu
    if view.addressed(start) or _has_day(view, start) or last in DATE_CUES:
        return not view.addressed(start)
    if (
        last in FRACTION_CUES | _GRADED
        or "lệ" in view.before(start)[-4:]
        or last in ("windows", "android", "ios", "iphone")
        or (after and after[0] in FRACTION_AFTER | BODIES)
    ):
        return False
    return day >= month or (day, month) in FEASTS or month not in _DENOMINATORS


def _is_dashed(view: View, start: int, match: re.Match[str]) -> bool:
    """Tell a day with a dash or a point from a range and a decimal."""
    day, month = int(match[1]), int(match[3])
    last, after = _last(view, start), view.after(match.end())
    if (match[2] == "–" and day <= 12) or set(after[:1]) & _REPEATED:
        return False  # the days of every month
    also = match[2] == "-" and last == "và" and _has_day(view, start)
    listed = also or (match[2] == "." and len(match.group()) == 5 and _has_day(view, start))
    cued = (
        listed
        or last in ("ngày", "hôm", "nay", "mai", "qua")
        or (last in ("sáng", "trưa", "chiều", "tối", "đêm") and day > month)
    )
    beside = view.last is not None and view.last.kind == "date" and view.text[view.last.end : start] in _BESIDE
    feast = (last in _FEASTED or beside) and (day, month) in FEASTS
    timed = view.last is not None and view.last.kind == "time" and 0 <= start - view.last.end < 4 and day > 12
    dashed = _UNTIL_DASHED.match(view.low, match.end())
    no_range = day > max(12, month) and not set(after[:1]) & COUNTED and last not in SCORE_CUES  # hội thi 20-10
    if (
        feast
        or (no_range and (day, month) in FEASTS)
        or timed
        or (dashed is not None and dashed[1] == match[2] and day > month)
    ):
        return True
    until = last in _UNTIL and (len(match.group()) == 5 if match[2] == "." else day > max(12, month))
    return (cued or until) and after[:1] != ("tháng",)


def _last(view: View, start: int) -> str:
    words = view.before(start)
    return words[-1] if words else ""


def _has_day(view: View, start: int) -> bool:
    """Tell whether the word day was already said for this date, also before an earlier one of a list."""
    words = view.before(start)
    if words and words[-1] in DAY_WORDS:
        return True
    if words and words[-1] == "ngay" and view.text[max(0, start - 24) : start].isascii():
        return True  # a message without marks: hop ngay 20/11
    beside = view.text[max(0, start - 2) : start - 1].isalpha()
    if beside and (
        (words[-2:-1] == ("ngày",) and words[-1] in _NAMED_DAYS)
        or (words[-3:-2] == ("ngày",) and words[-2:] in _NAMED_DAYS_OF_TWO)
    ):
        return True  # ngày ký 20/11, ngày khai giảng 5/9
    if words and (words[-1] in ("khánh", "luật") or (words[-1] in ("nam", "giới", "tế") and "ngày" in words[-8:])):
        return True  # ngày Nhà giáo Việt Nam 20/11: the day is named already
    near = view.low[max(0, start - 24) : start]
    _head, found, between = near.rpartition("ngày")
    return bool(found) and _TWO_NUMBERS.fullmatch(between) is not None


def _with_day(view: View, start: int, words: str) -> str:
    if _last(view, start) in ("mùng", "mồng"):
        return words.removeprefix("mùng ")
    return words if _has_day(view, start) or _last(view, start) in NAMED_BY_DATE else f"ngày {words}"


def _day_words(view: View, day: str) -> str:
    words = view.number.cardinal(day)
    return f"mùng {words}" if int(day) <= 10 else words


def _month_words(view: View, month: str) -> str:
    return "tháng tư" if int(month) == 4 else f"tháng {view.number.cardinal(month)}"


def _year(view: View, year: str) -> str:
    return f"năm {view.number.cardinal(year)}"
