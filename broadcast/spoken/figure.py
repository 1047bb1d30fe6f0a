"""Numbers whose very shape tells what they are: 2.0.1, 16-16-8, 1.000+, (31t), 1m65."""

from __future__ import annotations

from itertools import pairwise

from broadcast.spoken.numeral import numeral
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.unit import unit
from broadcast.spoken.view import Piece, View

_SECTION = Pattern(r"\d{1,3}(?:\.\d{1,2}){2,5}(?![^\W_]|[.,]\d)")
_DAYS = Pattern(r"[2-7](?:/[2-7]){1,5}(?![^\W_]|[-./,]\d)")
_ROW = Pattern(r"\d{1,2}(?:-\d{1,2}){2,5}(?![^\W_]|[-./,]\d)|\d{1,2}(?: [-–] \d{1,2}){2,5}(?! ?[^\W_]|[-./,]\d)")
_LIST = Pattern(r"\d{1,3}(?:,\d{1,3}){1,9}(?![^\W_]|[.,]\d| ?[%/])")
_LISTED = frozenset(
    {
        "tổ",
        "xóm",
        "thôn",
        "bản",
        "khu",
        "lớp",
        "khối",
        "khoản",
        "điều",
        "mục",
        "tháng",
        "thứ",
        "cấp",
        "quý",
        "tuần",
        "mũi",
        "ca",
    }
)
_AGE = Pattern(r"(\d{1,3})[tT](?= ?[,);.])")
_AGE_SIGNED = Pattern(r"(\d{1,3})[tT](?![^\W_])")
_AGES = Pattern(r"(\d{1,3})[tT]? ?[-–] ?(\d{1,3})[tT](?![^\W_])")
_PEOPLE = frozenset({"tri", "người", "nam", "nữ", "trẻ", "em", "dân", "viên"})
_AGED = frozenset(
    {
        "nhân",
        "bn",
        "gái",
        "trai",
        "bé",
        "cháu",
        "em",
        "nữ",
        "nam",
        "khoảng",
        "cụ",
        "bà",
        "ông",
        "thọ",
        "mừng",
        "ngoài",
        "đủ",
    }
)
_BOUNDS = frozenset({"dưới", "trên", "từ", "đến", "hơn", "gần", "quá"})
_VICTIMS = frozenset({"nhân", "cháu", "già", "tuổi", "viên", "sinh"})
_TALL = frozenset({"cao", "dài", "rộng", "sâu", "ngang", "dày", "trẻ", "em", "bé", "cháu"})
_VOLTAGE = Pattern(r"(\d{1,3})/(\d{1,3})(?:[.,](\d{1,2}))? ?kV(?![^\W_])", 2)
_FEVER = Pattern(r"(3[5-9]|4[0-2])[o°](\d)(?![^\W_])")
_HEIGHT = Pattern(r"(\d)( ?)[mM](\d{1,2})(?![^\W_])")


def section(view: View, start: int) -> Piece | None:
    """Read numbers of sections and versions: 2.0.1."""
    match = _SECTION.match(view.text, start)
    if match is None:
        return None
    words = " chấm ".join(view.number.cardinal(part) for part in match.group().split("."))
    return Piece(match.end(), words, "section", "section")


def row(view: View, start: int) -> Piece | None:
    """Read three and more numbers with dashes between, which are no range: NPK 16-16-8."""
    weekdays = _DAYS.match(view.text, start) if view.before(start)[-1:] == ("thứ",) else None
    match = weekdays or _ROW.match(view.text, start)
    if match is None:
        return None
    parts = match.group().replace(" ", "").replace("–", "-").replace("/", "-").split("-")
    return Piece(match.end(), ", ".join(_in_row(view, start, part) for part in parts), "cardinal", "row")


def _in_row(view: View, start: int, part: str) -> str:
    """Say one number of a row; the fourth day and the fourth month have a name of their own."""
    named = part == "4" and view.before(start)[-1:] in (("tháng",), ("thứ",))
    return "tư" if named else view.number.cardinal(part)


def listed(view: View, start: int) -> Piece | None:
    """Read numbers of a list with commas and no spaces between: tổ 5,6,7."""
    match = _LIST.match(view.text, start)
    if match is None:
        return None
    parts = match.group().split(",")
    thousands = all(len(part) == 3 for part in parts[1:])
    ordered = all(int(first) < int(second) for first, second in pairwise(parts))
    before = view.before(start)
    paid = before[-1:] == ("khoản",) and before[-2:-1] in (("chuyển",), ("tài",), ("thanh",))
    cued = view.text[start - 2 : start - 1].isalpha() and bool(_LISTED & set(before[-1:])) and not paid
    if thousands or not ordered or unit(view.text, match.end(), view.number) or not (len(parts) > 2 or cued):
        return None
    return Piece(match.end(), ", ".join(_in_row(view, start, part) for part in parts), "cardinal", "list")


def more_than(view: View, start: int) -> Piece | None:
    """Read a number with a plus behind it and what it counts: 1.000+ khách hàng."""
    found = numeral(view.text, start)
    if found is None or view.text[found.end : found.end + 2] != "+ " or not view.after(found.end + 1):
        return None
    return Piece(found.end + 1, f"hơn {found.say(view.number)}", "cardinal", "more-than")


def voltage(view: View, start: int) -> Piece | None:
    """Read the two voltages of a transformer: 35/0,4kV."""
    match = _VOLTAGE.match(view.text, start)
    if match is None:
        return None
    low = view.number.decimal(match[2], match[3]) if match[3] else view.number.cardinal(match[2])
    return Piece(match.end(), f"{view.number.cardinal(match[1])} trên {low} ki lô vôn", "measure", "voltage")


def age(view: View, start: int) -> Piece | None:
    """Read an age in brackets or of somebody: (31t, ngụ …), bé gái 5t, cử tri ≥ 18t."""
    before, text = view.before(start), view.text
    ages = _AGES.match(text, start)
    if ages is not None and (_PEOPLE | _AGED) & set(before[-4:]):
        low, high = map(view.number.cardinal, ages.groups())
        return Piece(ages.end(), f"{low} đến {high} tuổi", "measure", "age")
    signed = text[max(0, start - 2) : start].strip()[-1:] in ("≥", "≤", ">", "<") and bool(_PEOPLE & set(before[-2:]))
    bounded = bool(_BOUNDS & set(before[-1:])) and bool((_PEOPLE | _AGED | _VICTIMS) & set(before[-5:-1]))
    told = signed or bounded or bool(_AGED & set(before[-1:]))
    match = (_AGE_SIGNED if told else _AGE).match(text, start)
    if match is None or not (signed or text[start - 1 : start] in ("(", " ")):
        return None
    if not told and "(" not in text[max(0, start - 12) : start]:
        return None
    return Piece(match.end(), f"{view.number.cardinal(match[1])} tuổi", "measure", "age")


def fever(view: View, start: int) -> Piece | None:
    """Read `38o5`, as a thermometer is read."""
    match = _FEVER.match(view.text, start)
    if match is None:
        return None
    spoken = f"{view.number.cardinal(match[1])} độ {view.number.cardinal(match[2])}"
    return Piece(match.end(), spoken, "measure", "fever")


def height(view: View, start: int) -> Piece | None:
    """Read `1m65`."""
    match = _HEIGHT.match(view.text, start)
    if match is None or ((match[2] or match[3] in ("2", "3")) and not _TALL & set(view.before(start)[-3:])):
        return None
    spoken = f"{view.number.cardinal(match[1])} mét {view.number.cardinal(match[3])}"
    return Piece(match.end(), spoken, "measure", "height")
