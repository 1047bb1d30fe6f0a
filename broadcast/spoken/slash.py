"""The slash between words: by what something is reckoned, one of two, or only a pause."""

from __future__ import annotations

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables import words
from broadcast.spoken.tables.letters import UNITS
from broadcast.spoken.view import Piece, View

_UNIT_AFTER = Pattern(r"(?:[kc]?m[23]|kwh|kg|ha)(?![^\W_])", 2)
_AREA = Pattern(r"\d{1,6} ?(?:m2|ha|lít|l|ml|g|kg|km|km2|m3|tấn|sào|mẫu)(?![^\W_])", 2)
_OF_YEARS = (("tháng",), ("kỳ",), ("vụ",), ("6t",), ("9t",))
_YEAR = Pattern(r"20\d\d(?!\d)")
_HOURS = Pattern(r"\d{1,2} ?(?:h|giờ|ngày|tháng|phút|giây)(?![^\W_])", 2)
_CLOCK = Pattern(r"(?!24)\d{1,2}[hg](?![^\W_])|(?!24)\d{1,2}[hg]\d\d", 2)
_EACH = words(
    """
    tháng ngày năm giờ phút tuần quý lần người hộ khẩu em cháu suất vụ sào đêm lượt học kỳ bữa đơn khóa khoá buổi môn
    phụ con cái bộ xe chuyến vé thẻ phiếu nhân cán gia thành trẻ bé bạn ca thửa gói bao thùng đôi tổ xóm thôn xã
    phòng lớp cuộc tin mỗi cây gốc lứa hs gv sv kỳ đợt
    """
)
_SLASH_UNITS = words(
    """
    đồng lần triệu tỷ nghìn giờ phút ca cuộc buổi ngày tháng suất lượt kg lít mét tiết trận gam bữa viên
    """
)
_TIMES = frozenset({"tháng", "ngày", "tuần", "năm", "giờ"})
_COUNTED = Pattern(r"(?<![\w.,/-])[1-9]\d{0,2} [a-zà-ỹđ]{2,7}$")
_PAIRED = words("nữ mẹ chị bà xóm thôn bản tdp phố cô nam bố cha vợ chồng hộ hoặc và")
_OR = frozenset({"và", "hoặc"})


def slash(view: View, start: int) -> Piece:
    """Read a slash that stands in no number, date, address or abbreviation."""
    text = view.text
    if text[start : start + 3] == "./." or text[start + 1 : start + 2] == "/":
        end = start
        while end < len(text) and text[end] == "/" and end - start < 80:
            end += 1
        return Piece(end, "", "sign", "silent")
    area = _UNIT_AFTER.match(text, start + 1)
    if area is not None and view.before(start):
        return Piece(area.end(), f"trên {UNITS[area.group().lower()]}", "sign", "per")
    if view.before(start)[-1:] in _OF_YEARS and _YEAR.match(text, start + 1):
        return Piece(start + 1, "năm", "sign", "per")
    last = view.last
    if last is not None and last.kind == "time" and last.end == start:
        each = last.rule == "length" and bool(set(view.after(start + 1)[:1]) & _EACH)  # 5'-7'/lần
        if each or _CLOCK.match(text, start + 1):  # 5h/11h/17h
            return Piece(start + 1, "một" if each else ",", "sign", "per" if each else "slash")
    if _HOURS.match(text, start + 1) and any(map(str.isdigit, "".join(view.before(start)[-3:]))):
        return Piece(start + 1, "trong", "sign", "per")
    spoken = _between(view, start)
    return Piece(start + 1, spoken, "sign", "slash" if spoken in ("", ",") else "per")


def _between(view: View, start: int) -> str:
    before, after = view.before(start), view.after(start + 1)
    counted = any(map(str.isdigit, "".join(before[-4:])))
    if before and before[-1].isalpha() and counted and _AREA.match(view.text, start + 1):
        return "trên"
    if view.text[start + 1 : start + 2] == "." or not after or not before:
        return ","
    if before[-1] in _OR or after[0] in _OR or len(before[-1]) == 1:
        return ""
    each = after[0] not in _PAIRED and _COUNTED.search(view.low[max(0, start - 24) : start]) is not None
    timed = after[0] in _TIMES and not before[-1].isdigit() and any(map(str.isdigit, "".join(before)))
    if each or timed or before[-1] in _SLASH_UNITS or (after[0] in _EACH and counted):
        return "" if after[0] in ("một", "mỗi") else "một"
    return ","
