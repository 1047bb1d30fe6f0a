"""Numbers that count something: with a unit or bare, alone or from … to …."""

from __future__ import annotations

from broadcast.spoken.code import cue_tail
from broadcast.spoken.fraction import fraction
from broadcast.spoken.numeral import Numeral, numeral
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.cues import COUNTED, EMERGENCY, SCORE_CUES, SECTION_CUES
from broadcast.spoken.tables.letters import CURRENCIES
from broadcast.spoken.unit import Unit, unit
from broadcast.spoken.view import Piece, View

_RANGE = Pattern(r"(?: ?[-–~] ?|-->?|÷)(?=\d)")
_PREFIXED = Pattern(r"(US\$|[$€£¥₫₩]|USD|VND|VNĐ|EUR) ?(?=\d)")
_MAGNITUDE = Pattern(r" ?(nghìn|ngàn|triệu|tỷ|tỉ)(?![^\W_])")
_CODED = (" số hiệu", " mã", " mã số", " tài khoản", " stk", " tk", " seri", " otp", " pin", " thẻ")
_FORMS = frozenset({"số", "mẫu", "biểu"})
_PAPERS = frozenset(
    {("đề", "án"), ("chỉ", "thị"), ("nghị", "quyết"), ("nghị", "định"), ("quyết", "định"), ("thông", "tư")}
)
_MATCH = Pattern(r"(?<![^\W_])(?:tỷ số|tỉ số|pen|luân lưu|(?:chung|bán|tứ) kết|trận [cb]k)(?![^\W_])[^.;\d]{0,60}$")
_LATITUDES = frozenset({"độ vĩ Bắc", "độ vĩ Nam"})
_LETTER_D = Pattern(r" ?[đĐ](?![^\W_])")
_NUMBERED = frozenset({"lần", "đợt", "bước", "giải", "mục", "kỳ", "tổ", "xóm", "nhóm", "loại", "hạng", "thôn", "khu"})


def quantity(view: View, start: int) -> Piece | None:
    """Read a number with its unit, or a range of two; None for a bare number."""
    first = numeral(view.text, start)
    if first is None:
        return None
    first_unit = unit(view.text, first.end, view.number)
    second = _second(view, start, first, first_unit)
    if second is not None:
        return second
    if first_unit is None:
        return None
    spoken = _with_unit(view, first, first_unit)
    return Piece(first_unit.end, spoken, _kind(first_unit), first_unit.kind)


def _second(view: View, start: int, first: Numeral, first_unit: Unit | None) -> Piece | None:
    match = _RANGE.match(view.text, first_unit.end if first_unit else first.end)
    other = numeral(view.text, match.end()) if match else None
    if match is None or other is None or not _is_range(view, start, first, other):
        return None
    other_unit = unit(view.text, other.end, view.number)
    numbered = (
        first_unit is None
        and other_unit is not None
        and other_unit.kind in ("money", "magnitude")
        and " " in match.group()
    )
    alone = first_unit is not None and (other_unit is None or first_unit.spoken in _LATITUDES)  # 21,3°N - 106,1°E
    if alone or (numbered and set(view.before(start)[-1:]) & _NUMBERED):
        return None  # lần 1 - 90tr
    end = other_unit.end if other_unit else other.end
    if not view.ends(end) and view.text[end - 1].isalnum():
        return None
    low = _with_unit(view, first, first_unit) if first_unit else first.say(view.number)
    high = _with_unit(view, other, other_unit) if other_unit else other.say(view.number)
    played = view.last is not None and view.last.kind == "score" and start - view.last.end < 4
    if (
        other_unit is None
        and (played or SCORE_CUES & set(view.before(start)[-5:]) or _match(view, start, other))
        and len(first.whole + other.whole) < 5
    ):
        return Piece(end, f"{low} {high}", "score", "score")
    cue = "".join(view.before(start)[-1:]) if other_unit is None else ""
    if cue == "thứ":
        low, high = ("tư" if words == "bốn" else words for words in (low, high))
    between = {"thứ": " đến thứ ", "phím": ", "}.get(cue, " đến ")  # thứ 2-6; phím 1-1
    return Piece(end, f"{low}{between}{high}", _kind(other_unit), "range")


def _match(view: View, start: int, last: Numeral) -> bool:
    """Hold for the score of a match that is named before the teams: Tỷ số trận CK: Tràng Xá 2-1 Phú Thượng."""
    counted = set(view.after(last.end)[:1]) & COUNTED
    return not counted and _MATCH.search(view.low[max(0, start - 80) : start]) is not None


def _is_range(view: View, start: int, first: Numeral, other: Numeral) -> bool:
    """Tell a range from other things with a dash: codes, three parts, numbers with leading noughts."""
    following = view.text[other.end : other.end + 2]
    if following[:1] in "-–" and following[1:].isdigit():
        return False
    if (
        first.plain
        and other.plain
        and (cue_tail(view, start).endswith(_CODED) or {first.whole, other.whole} <= EMERGENCY)
    ):
        return False
    if first.plain and other.plain and (len(first.whole) > 4 or len(other.whole) > 4) and first.whole[0] != "0":
        return len(first.whole) <= 9 and len(other.whole) <= 9 and len(first.whole) == len(other.whole)
    return not (first.whole[0] == "0" and len(first.whole) > 2)


def _with_unit(view: View, written: Numeral, its: Unit) -> str:
    if its.spoken in ("đô la", "ơ rô") and len(written.fraction) in (1, 2) and written.point == ",":
        return _cents(view, written, its)
    if its.spoken == "đồng" and written.point == "," and len(written.fraction) == 3:
        return f"{view.number.cardinal(written.whole + written.fraction)} đồng"  # 15,250đ: no fraction of a đồng
    letter = _LETTER_D.match(view.text, written.end) is not None
    before = (
        view.text[max(0, written.end - len(written.whole) - 1) : written.end - len(written.whole)]
        if written.plain
        else ""
    )
    few = before == "(" and 0 < written.value <= 100 and its.spoken == "đồng"  # (98đ): nothing costs so little
    fraction = written.point == "," and bool(written.fraction) and not written.grouped
    if letter and its.kind == "money" and (few or fraction):
        return f"{written.say(view.number)} {its.spoken.replace('đồng', 'điểm', 1)}"  # 0,2đ/câu: no parts of a đồng
    return f"{written.say(view.number)} {its.spoken}"


def _cents(view: View, written: Numeral, its: Unit) -> str:
    cents = view.number.cardinal(written.fraction.ljust(2, "0"))
    if not written.value:
        return f"{cents} xu"
    return f"{view.number.cardinal(written.whole)} {its.spoken} {cents} xu"


def _kind(found: Unit | None) -> str:
    return "range" if found is None else "cardinal" if found.kind == "magnitude" else found.kind


def prefixed(view: View, start: int) -> Piece | None:
    """Read money whose sign stands before the number: `$100`, `USD 1,5 triệu`."""
    match = _PREFIXED.match(view.text, start)
    amount = numeral(view.text, match.end()) if match else None
    if match is None or amount is None:
        return None
    name = CURRENCIES[match[1].lower()]
    scale = _MAGNITUDE.match(view.text, amount.end)
    if scale is not None:
        return Piece(scale.end(), f"{amount.say(view.number)} {scale[1]} {name}", "money", "money-before")
    spoken = amount.say(view.number)
    if amount.point == "," and len(amount.fraction) == 3:
        spoken = view.number.cardinal(amount.whole + amount.fraction)
    elif name in ("đô la", "ơ rô") and len(amount.fraction) in (1, 2):
        return Piece(amount.end, _cents(view, amount, Unit(amount.end, name, "money")), "money", "money-before")
    return Piece(amount.end, f"{spoken} {name}", "money", "money-before")


def signed(view: View, start: int) -> Piece | None:
    """Read a minus or plus that belongs to the number after it."""
    sign = view.text[start]
    if not view.text[start + 1 : start + 2].isdigit() or not _opens(view, start):
        return None
    following = fraction(view, start + 1) or quantity(view, start + 1) or cardinal(view, start + 1)
    if following is None:
        return None
    word = "âm" if sign == "-" else "cộng"
    return Piece(following.end, f"{word} {following.spoken}", following.kind, "signed")


def _opens(view: View, start: int) -> bool:
    """Hold only for a sign with nothing before it, so that dashes between words stay dashes."""
    if start == 0:
        return True
    before = view.text[start - 1]
    return (before in " (:=\"'" and not view.line_start(start)) or (
        before in " \n" and view.alone(start, len(view.text))
    )


def cardinal(view: View, start: int) -> Piece | None:
    """Read any number at all: the reader of last resort."""
    found = numeral(view.text, start)
    if found is None:
        return None
    return _in_context(view, start, found) or Piece(
        found.end, found.say(view.number), "decimal" if found.fraction else "cardinal", "cardinal"
    )


def _in_context(view: View, start: int, found: Numeral) -> Piece | None:
    """Read a bare number whose meaning the words before it change."""
    number, words = view.number, view.before(start)
    last = words[-1] if words else ""
    if found.plain:
        return _plain_in_context(view, found, words, last)
    numbered = view.text[found.end : found.end + 2] == ". " and view.line_start(start)  # 1.1. Đối với
    near = view.text[max(0, start - 2) : start]
    numbered = numbered or (near[-1:].isupper() and not near[:-1].isupper())  # E6.2, but PM2.5
    if found.fraction and found.point == "." and (last in SECTION_CUES or found.fraction == "0" or numbered):
        part = number.digits if found.fraction[0] == "0" or len(found.fraction) > 3 else number.cardinal
        return Piece(found.end, f"{number.cardinal(found.whole)} chấm {part(found.fraction)}", "section", "section")
    return None


def _plain_in_context(view: View, found: Numeral, words: tuple[str, ...], last: str) -> Piece | None:
    number = view.number
    if (found.value == 4 and _weekdays(words)) or (last == "thứ" and found.whole in ("1", "01", "4", "04")):
        return Piece(found.end, "nhất" if found.value == 1 else "tư", "ordinal", "ordinal")
    if last == "tháng" and found.value == 4 and len(found.whole) < 3:
        return Piece(found.end, "tư", "date", "month")
    if words[-2:-1] == ("tháng",) and _is_year(found.whole) and last.isdigit():
        return Piece(found.end, f"năm {number.cardinal(found.whole)}", "date", "year")
    after = view.after(found.end)[:1]
    free = "(" in view.text[found.end : found.end + 2] or not after or after[0] not in COUNTED or last == "mẫu"
    paper = (last in _FORMS or words[-2:] in _PAPERS) and free
    numbered = len(found.whole) == 2 and found.whole[0] == "0" and paper
    if found.whole == "9999" and "vàng" in words[-3:]:
        return Piece(found.end, "bốn số chín", "cardinal", "gold")
    first = found.end - len(found.whole)
    glued = len(found.whole) == 2 and found.whole[0] == "0" and view.text[max(0, first - 1) : first].isupper()  # 12A05
    if numbered or glued or (len(found.whole) > 1 and not found.whole.strip("0")):
        return Piece(found.end, number.digits(found.whole), "cardinal", "leading-nought")
    return None


def _weekdays(words: tuple[str, ...]) -> bool:
    """Tell whether only other days of the week stand between a number and the word for them: thứ 2, 4 và 6."""
    count = len(words)
    while count and (words[count - 1] == "và" or (len(words[count - 1]) == 1 and words[count - 1] in "234567")):
        count -= 1
    return 0 < count < len(words) and words[count - 1] == "thứ"


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")
