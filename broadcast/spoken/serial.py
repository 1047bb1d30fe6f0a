"""Letters and digits written as one: forces, viruses, parcels, passports, cards, key words of messages."""

from __future__ import annotations

from broadcast.spoken.code import cue_tail
from broadcast.spoken.letters import spell
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.phone import say_row
from broadcast.spoken.tables.cues import ACCOUNT_CUES, CODE_CUES
from broadcast.spoken.view import Piece, View

_RUNS = Pattern(r"\d+|[^\W\d_]+")
_LABELLED = Pattern(r"[^\W_]{2,12}(?![^\W_])")
_FORCE = Pattern(r"[A-ZĐ]{1,3}0\d{1,3}(?![^\W_])")
_VIRUS = Pattern(r"(?:[A-Z]\d){2,4}(?![^\W_])")
_NIGHTS = Pattern(r"(\d{1,2})N ?(\d{1,2})Đ(?![^\W_])")
_MIXED = Pattern(r"[A-Z0-9]{1,20}(?:[.\-][A-Z0-9]{1,20}){0,7}(?![^\W_])")
_SERIAL = Pattern(r"[A-Z]{1,4}\d{5,16}[A-Z]{0,2}(?![^\W_])")
_APART = Pattern(r"([A-Z]{1,2}) (\d{1,9}(?: \d{2,6}){0,5})(?![^\W_]|[.,/]\d)")
_KEYWORD = Pattern(r"[A-Z]{1,6}\d{1,4}[A-Z]{0,3}(?![^\W_])")
_LOT = Pattern(r"([A-ZĐ]{1,3})[-.](\d{1,4})(?![^\W_]|[-.,/]\d)")
_LOTS = frozenset({"lô", "thửa", "ô", "căn", "mã", "phòng", "quầy", "gian", "cổng"})
_SIGNED_RUNS = Pattern(r"\d+|[^\W\d_]+|[.\-]")
_CODE_SIGNS = {".": "chấm", "-": "gạch ngang"}
_CUES = (*CODE_CUES, *ACCOUNT_CUES, " ma")  # a message without marks: ma BC9087VN
_RULES = (
    " quy tắc",
    " phương châm",
    " công thức",
    " chiến lược",
    " mô hình",
    " phong trào",
    " khuyến cáo",
    " thông điệp",
    " nguyên tắc",
    " thực hiện",
    " biện pháp",
    " khẩu hiệu",
    " nhớ",
    " nhớ kỹ",
    " nhớ kĩ",
    " tắc vàng",
)
_NAMED = {
    "CMT8": "Cách mạng tháng Tám",
    "km2": "ki lô mét vuông",
    "m2": "mét vuông",
    "m3": "mét khối",
    "cm2": "xăng ti mét vuông",
    "cm3": "xăng ti mét khối",
    "T2": "thứ hai",
    "T3": "thứ ba",
    "T4": "thứ tư",
    "T5": "thứ năm",
    "T6": "thứ sáu",
    "T7": "thứ bảy",
    "B2B": "bi tu bi",
    "CO2": "xê o hai",
    "SO2": "ét o hai",
    "NO2": "en nờ o hai",
    "SpO2": "ét pê o hai",
    "BĐI": "báo động một",
    "BĐII": "báo động hai",
    "BĐIII": "báo động ba",
    "CK1": "chuyên khoa một",
    "CK2": "chuyên khoa hai",
    "TN1": "tê en nờ một",
    "TN2": "tê en nờ hai",
}
_WEEK = {f"t{day}": f"thứ {name}" for day, name in enumerate(("hai", "ba", "tư", "năm", "sáu", "bảy"), 2)}
_PAPERS = {"ĐA": "đề án", "BCĐ": "ban chỉ đạo", "NQ": "nghị quyết", "QĐ": "quyết định"}
_NUMBERED = frozenset({"số", "seri", "bhyt", "thẻ", "mã", "chiếu", "hiệu"})
_KEYS = Pattern(r"[2-9][KTSC]$")
_LINES = Pattern(r"(480|720|1080|1440|2160)[pP]$")
_STEP = Pattern(r"B[1-9][:.] ")
_OPENINGS = frozenset({"", ": ", "- ", "• ", ". ", "; ", ", ", "+ ", "\n", ".\n"})
_SHARP = {"2K": "hai ca", "4K": "bốn ca", "8K": "tám ca"}
_WEEK_BESIDE = Pattern(r" ?[-–,] ?(?:t[2-7]|cn|ngày|\d{1,2}[/-]\d)")
_WEEK_BEFORE = Pattern(r"(?:t[2-7] ?[-–,] ?|(?:sáng|chiều|tối|trưa|đêm|hằng|hàng|vào|phút|giờ|\dh|h\d\d|g\d\d),? )$")
_PRICES = frozenset({"phí", "giá", "tiền", "thưởng", "mức", "nộp", "đóng", "vé"})
_RACES = frozenset({"chạy", "cự", "marathon"})
_SCREENS = frozenset({"inch", "tivi", "tv", "màn", "hình", "camera", "video", "giải", "phim"})


def labelled(view: View, start: int) -> Piece | None:
    """Read letters and digits written as one: A05, PC02, H5N1, CMT8, 3N2Đ."""
    match = _LABELLED.match(view.text, start)
    if match is None:
        return None
    written = match.group()
    glued = view.text[start - 1 : start] == "-" and view.text[max(0, start - 2) : start - 1].isalpha()
    named = (_NAMED.get(written) if not glued or written[0] != "T" else None) or _by_cue(view, start, written)
    if named is not None:
        return Piece(match.end(), named, "abbreviation", "named")
    nights = _NIGHTS.match(view.text, start)
    if nights is not None:
        say = view.number.cardinal
        return Piece(nights.end(), f"{say(nights[1])} ngày {say(nights[2])} đêm", "measure", "days-and-nights")
    sent = _KEYWORD.match(view.text, start) and view.tail(start).endswith((" soạn", " cú pháp", " soạn tin"))
    if not sent and not _FORCE.match(view.text, start) and not _VIRUS.match(view.text, start):
        return None
    words = [
        view.number.digits(part) if part.isdigit() else _PAPERS.get(part) or spell(part, view.number)
        for part in _RUNS.findall(written)
    ]
    return Piece(match.end(), " ".join(words), "letters", "letters-and-digits")


def _by_cue(view: View, start: int, written: str) -> str | None:
    """Read 5K of the rule against epidemics, and 4K of a screen; elsewhere they are thousands."""
    lines = _LINES.match(written)
    if lines is not None:
        return f"{view.number.cardinal(lines[1])} pê"
    if _KEYS.match(written) and (view.tail(start).endswith(_RULES) or view.text.startswith(": K", start + 2)):
        return f"{view.number.cardinal(written[0])} {spell(written[1], view.number)}"
    if (
        written[-1] == "K"
        and written[:-1].isdigit()
        and _RACES & set(view.before(start)[-5:])
        and not (_PRICES & set(view.before(start)[-2:]))
    ):
        return f"{view.number.cardinal(written[:-1])} ca"
    if written[0] == "B" and _STEP.match(view.text, start) and view.text[max(0, start - 2) : start] in _OPENINGS:
        return f"bước {view.number.cardinal(written[1])}"
    if written in _WEEK and (
        _WEEK_BESIDE.match(view.low, start + 2) or _WEEK_BEFORE.search(view.low[max(0, start - 8) : start])
    ):
        return _WEEK[written]
    return _SHARP[written] if written in _SHARP and _SCREENS & set(view.before(start)[-6:]) else None


def alphanumeric(view: View, start: int) -> Piece | None:
    """Read a code of letters and digits: a passport, a parcel, a file at the one-stop office."""
    apart = _APART.match(view.text, start)
    if (
        apart is not None
        and view.before(start)[-1:]
        and view.before(start)[-1] in _NUMBERED
        and f" {apart[1].lower()}" not in ACCOUNT_CUES
        and (len(apart[2]) > 5 or (len(apart[2]) > 3 and apart[2][0] == "0"))
    ):
        groups = apart[2].split()
        digits = say_row(view, groups[0]) if len(groups) == 1 else " ".join(map(view.number.digits, groups))
        value = f"{apart[1].lower()}{''.join(groups)}"
        return Piece(apart.end(), f"{spell(apart[1], view.number)} {digits}", "code", "letters-and-digits", value)
    lot = _LOT.match(view.text, start)
    if lot is not None and view.before(start)[-1:] and view.before(start)[-1] in _LOTS:
        digits = view.number.digits(lot[2]) if lot[2][0] == "0" else view.number.cardinal(lot[2])
        return Piece(lot.end(), f"{spell(lot[1], view.number)} {digits}", "code", "lot", lot.group().lower())
    match = _MIXED.match(view.text, start)
    if match is None or not _has_both(match.group()):
        return None
    written = match.group()
    if not _SERIAL.match(view.text, start) and not (
        len(written) > 4 and (cue_tail(view, start).endswith(_CUES) or _announced(view, start))
    ):
        return None
    words = []
    for part in _SIGNED_RUNS.findall(written):
        words.append(_CODE_SIGNS.get(part) or (say_row(view, part) if part.isdigit() else spell(part, view.number)))
    return Piece(
        match.end(), " ".join(words), "code", "letters-and-digits", "".join(filter(str.isalnum, written)).lower()
    )


def _announced(view: View, start: int) -> bool:
    """Hold behind the colon of a heading that speaks of a code: Mã định danh lợn giống: VN-20-01234."""
    return view.text[max(0, start - 2) : start] == ": " and bool(
        {"mã", "seri", "serial", "vận"} & set(view.before(start)[-6:])
    )


def _has_both(written: str) -> bool:
    return any(map(str.isdigit, written)) and any(map(str.isalpha, written))
