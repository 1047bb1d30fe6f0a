"""What stands after a number and belongs to it: money, measures, percent, thousands and millions."""

from __future__ import annotations

from dataclasses import dataclass

from broadcast.spoken.number import Numerals
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.letters import CASED_UNITS, CURRENCIES, GLUED_ONLY, MAGNITUDES, UNITS

_SYMBOL = Pattern(
    r" ?(?:%|‰|°[CFKcfkNSEWBĐT]?(?![^\W_])|oC(?![^\W_])|0C(?=[ ,;.)]|$)(?<= 0C)"
    r"|[₫$€£¥₩₹฿]|US\$|[^\W\d_]{1,7}[²³23]?(?![^\W_]))"
)
_PILLS = Pattern(r"v(?=/(?:lần|ngày)| ?x ?\d| ?\d lần|,? (?:sáng|trưa|chiều|tối|mỗi))", 2)
_BELOW = frozenset({"H", "S", "L"})
_CAPITAL = frozenset({"T", "M", "B"})
_MONTHS_DUE = Pattern(r"T(?=,? lãi| trả| đầu| cuối|/20\d\d(?!\d))")
_DUE = Pattern(
    r"(?:tháng [^;.]{1,24},|sao kê [^;.,\d]{0,8}|hạn|gói|vay|góp|hành|gửi|trong)"
    r"(?: ?\d{1,2}t?[,;\-–/]?)? ?\d{1,2}$"
)
_LOADED = Pattern(r"(?:chở|nặng|tải|trọng|xe|lượng|hoạch)[^\d,;.]{0,10} \d{1,3}(?:,\d{1,2})?$")
_AGE = Pattern(r"t(?=[,);])")
_AGED = Pattern(r"[A-ZĐ][^\W\d_]{0,7}\.?(?:, | ?\()[1-9]\d$")
_COMRADES = Pattern(r" ?đ/c(?![^\W_])", 2)
_MILLIONS = Pattern(r" ?(?:tr|triệu)(?:\.đ| ?đ)(?![^\W_]|/c)", 2)
_MANY = Pattern(
    r"(?-i:([MB]))\+? (?=(?:view|lượt|like|follow|sub|người|thành viên|tương tác|bình luận|share|USD|đô|đồng|VN))",
    2,
)
_AMOUNT = Pattern(r"(tr|t|k|m)(\d{1,3})(k| ?(?:nghìn|ngàn)|)(?![^\W_])", 2)
_PER = Pattern(r" ?/ ?([^\W\d_]{1,6}[²³23]?)(?![^\W_])")

_EACH = {"ng": "người", "th": "tháng", "ngđ": "ngày đêm", "hv": "học viên"}
_PER_NUMBER = Pattern(r"/(?=1 |\d{1,4} ?(?:lít|m2|ha|kg|sào|gam|ml|km|l)(?![^\W_]))", 2)
_PER_HOURS = Pattern(r"/(?=\d{1,2} ?(?:h|giờ|ngày)(?![^\W_]))", 2)


@dataclass(frozen=True, slots=True)
class Unit:
    """The words for a unit, where it ends, and whether it is money, a measure, a percent or a magnitude."""

    end: int
    spoken: str
    kind: str


def unit(text: str, end: int, number: Numerals) -> Unit | None:
    """Find the unit that belongs to a number which ended at a place, with what it is reckoned by."""
    if _PILLS.match(text, end):
        return _per(text, Unit(end + 1, "viên", "measure"))
    if _AGE.match(text, end) and _AGED.search(text[max(0, end - 16) : end]):
        return Unit(end + 1, "tuổi", "measure")  # bà H, 45t, ở xóm Phố
    millions = _MILLIONS.match(text, end)
    if millions is not None:
        return _per(text, Unit(millions.end(), "triệu đồng", "money"))
    found = _magnitude_then_money(text, end, number) or _single(text, end)
    return _per(text, found) if found else None


def _single(text: str, end: int) -> Unit | None:
    match = _SYMBOL.match(text, end)
    if match is None or _COMRADES.match(text, end):
        return None
    written = match.group()
    name = written.lstrip()
    if len(written) > len(name) and ((name.lower() in GLUED_ONLY and name not in ("V", "W", "dB")) or name == "A"):
        return None
    return _named(name, match.end(), shouted=name.isupper() and _shouted(text, match.end()))


def _shouted(text: str, end: int) -> bool:
    """Tell whether all that stands around a capital is in capitals, and so the capital is a small letter."""
    near = text[max(0, end - 30) : end + 20]
    if text[end - 1] == "G" and text[end - 2] in "2345" and not text[max(0, end - 3) : end - 2].strip(" /").isalnum():
        return False  # MẠNG 4G
    return near.isupper() and sum(map(str.isalpha, near)) > 3


def _named(name: str, end: int, *, shouted: bool = False) -> Unit | None:
    low = name.lower()
    if name == "%":
        return Unit(end, "phần trăm", "percent")
    if low in CURRENCIES and name != "D":
        return Unit(end, CURRENCIES[low], "money")
    if name in CASED_UNITS and (name != "A"):
        return Unit(end, CASED_UNITS[name], "measure")
    if low in UNITS and not (len(name) == 1 and name.isupper() and name not in "VWHL" and not shouted):
        return Unit(end, UNITS[low], "measure")
    return None


def _magnitude_then_money(text: str, end: int, number: Numerals) -> Unit | None:
    """Read `k`, `tr`, `tỷ` after a number, what is left of it behind (`2tr5`), and the currency."""
    split = _AMOUNT.match(text, end)
    if split is not None and split[1].lower() != "m" and (not split[3] or split[1].lower() == "tr"):
        rest = split[2].rjust(3, "0") if split[3] else split[2].ljust(3, "0")
        return _split_amount(text, split[1].lower(), rest, split.end(), number)
    match = _SYMBOL.match(text, end)
    if match is None:
        return None
    written = match.group()
    low = written.strip().lower()
    if written.strip() in _CAPITAL or (low == "t" and _LOADED.search(text[max(0, end - 24) : end].lower())):
        return Unit(match.end(), _months_or_tons(text, end), "measure") if low == "t" else _many(text, end)
    if low not in MAGNITUDES or (len(written) > len(low) and low in ("t", "k", "ng")):
        return None
    word = number.thousand if MAGNITUDES[low] == "nghìn" and low not in ("nghìn",) else MAGNITUDES[low]
    word = low if low in ("tỉ", "tỷ") else word
    money = _single(text, match.end())
    if money is not None and money.kind == "money":
        return Unit(money.end, f"{word} {money.spoken}", "money")
    return Unit(match.end(), word, "magnitude")


def _months_or_tons(text: str, end: int) -> str:
    """Tell the months of a deposit from a weight: kỳ hạn 6T, xe 3,5T."""
    due = _MONTHS_DUE.match(text, end) or _DUE.search(text[max(0, end - 40) : end].lower())
    return "tháng" if due else "tấn"


def _many(text: str, end: int) -> Unit | None:
    """Read M and B as people of the networks count: 1,2M view."""
    scale = _MANY.match(text, end)
    return Unit(end + 1, "triệu" if scale[1] == "M" else "tỷ", "magnitude") if scale else None


def _split_amount(text: str, scale: str, rest: str, end: int, number: Numerals) -> Unit:
    """Say `2tr5` and `2tr500k` as two million five hundred thousand, `2t3` as two billion three hundred million."""
    below = {"tr": number.thousand, "t": "triệu", "k": ""}[scale]
    head = {"tr": "triệu", "t": "tỷ", "k": number.thousand}[scale]
    tail = f"{head} {number.cardinal(rest)} {below}".rstrip()
    money = _single(text, end)
    if money is not None and money.kind == "money":
        return Unit(money.end, f"{tail} {money.spoken}", "money")
    return Unit(end, tail, "money")


def _per(text: str, found: Unit) -> Unit:
    """Add what the unit is reckoned by: km/h, đồng/kWh, and the bare slash before an ordinary word."""
    hours = _PER_HOURS.match(text, found.end)
    if hours is not None:
        return Unit(hours.end(), f"{found.spoken} trong", found.kind)
    if found.kind == "measure" and _PER_NUMBER.match(text, found.end):
        return Unit(found.end + 1, f"{found.spoken} trên", found.kind)
    match = _PER.match(text, found.end)
    if match is None:
        return found
    if match[1] in _EACH:
        return Unit(match.end(), f"{found.spoken} một {_EACH[match[1]]}", found.kind)
    below = _named(match[1], match.end(), shouted=match[1] in _BELOW)
    measure = found.kind == "measure"
    if below is not None and below.kind == "measure":
        return Unit(below.end, f"{found.spoken} {'trên' if measure else 'một'} {below.spoken}", found.kind)
    return Unit(match.start(1), f"{found.spoken} một", found.kind)
