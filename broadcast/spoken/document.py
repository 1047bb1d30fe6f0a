"""Numbers of official papers: số 56/KH-UBND, 49/2024/NĐ-CP, 12-NQ/TW."""

from __future__ import annotations

import re

from broadcast.spoken.abbreviation import composed
from broadcast.spoken.letters import spell
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.abbreviations import OFFICES, PAPERS
from broadcast.spoken.tables.fields import FIELDS
from broadcast.spoken.tables.initialisms import SPELT
from broadcast.spoken.tables.sectors import SECTORS
from broadcast.spoken.view import Piece, View

_CODE = r"[A-ZĐƯ][A-Za-zĐđƯư]{0,15}\d{0,4}(?:&[A-ZĐ]{1,6})?"
_PAPER = Pattern(
    rf"(\d{{1,6}}|\d{{1,3}}\.\d{{3}})([a-eA-E]?)(?:/((?:19|20)\d\d))?([/-])({_CODE}(?:[-/.]{_CODE}){{0,8}})(?![^\W_])"
)
_BARE = Pattern(rf"({_CODE}(?:[-/]{_CODE}){{1,5}})(?![^\W_])")
_SPACED = Pattern(
    rf"(\d{{1,6}}(?: ?/ ?(?:19|20)\d\d)? ?/ ?{_CODE}(?: ?[-–] ?{_CODE}){{1,4}}"
    rf"|\d{{1,6}} ?- ?{_CODE} ?/ ?{_CODE})(?![^\W_])"
)
_PARTS = Pattern(r"([-/.])")
_OWN = {
    "CP": "Chính phủ",
    "TT": "thông tư",
    "CT": "chỉ thị",
    "NQ": "nghị quyết",
    "NQLT": "nghị quyết liên tịch",
    "LB": "lệnh bắt",
    "GP": "giấy phép",
    "HSST": "hình sự sơ thẩm",
    "HSPT": "hình sự phúc thẩm",
    "DSST": "dân sự sơ thẩm",
    "KL": "kết luận",
    "QĐ": "quyết định",
    "TB": "thông báo",
    "KH": "kế hoạch",
    "VT": "văn thư",
    "QC": "quy chế",
    "QH": "Quốc hội",
    "PL": "pháp lệnh",
    "L": "luật",
    "LCT": "lệnh",
    "TTr": "tờ trình",
    "ĐA": "đề án",
    "CTr": "chương trình",
    "CTPH": "chương trình phối hợp",
    "HD": "hướng dẫn",
    "GM": "giấy mời",
    "PA": "phương án",
    "CĐ": "công điện",
    "VX": "vê ích",
    "DP": "dự phòng",
    "TTHT": "tuyên truyền, hỗ trợ",
    "CNTT": "công nghệ thông tin",
    "QLT": "quản lý thu",
    "VHTT": "văn hóa thông tin",
    "HĐTP": "hội đồng thẩm phán",
    "QPAN": "quốc phòng an ninh",
    "TTg": "Thủ tướng",
    "TTG": "Thủ tướng",
    "TTR": "tờ trình",
    "TLST": "thụ lý sơ thẩm",
    "TLPT": "thụ lý phúc thẩm",
    "HS": "hình sự",
    "DS": "dân sự",
    "ST": "sơ thẩm",
    "TCTL": "tổng cục thủy lợi",
    "GDTrH": "giáo dục trung học",
    "NĐ": "nghị định",
    "BC": "báo cáo",
    "CV": "công văn",
    "PC": "phòng cháy",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "TTLT": "thông tư liên tịch",
    "TTPVHCC": "trung tâm phục vụ hành chính công",
    "CAX": "công an xã",
    "CAH": "công an huyện",
    "PV": "phòng tham mưu",
    "PA05": "pê a không năm",
    "VP": "văn phòng",
    "ĐU": "đảng ủy",
    "NC": "nội chính",
    "KT": "kinh tế",
    "GD": "giáo dục",
    "TP": "tư pháp",
}


def document(view: View, start: int) -> Piece | None:
    """Read a paper's number with the codes of its kind and its office."""
    match = _PAPER.match(view.text, start)
    if match is None or (match[4] == "-" and "/" not in match[5]):
        return _spaced(view, start)
    if view.text[match.end() : match.end() + 3] in (" - ", " – "):
        longer = _spaced(view, start)
        if longer is not None:
            return longer
    return _paper(view, match, match.end())


def _spaced(view: View, start: int) -> Piece | None:
    """Read a paper's number with spaces round its signs, when every part is known: 56 / KH - UBND."""
    spaced = _SPACED.match(view.text, start)
    if spaced is None:
        return None
    tight = spaced[1].replace(" ", "").replace("–", "-")
    match = _PAPER.fullmatch(tight)
    if match is None or not all(_known(part) for part in _PARTS.split(match[5]) if part not in "-/."):
        return None
    return _paper(view, match, spaced.end())


def _paper(view: View, match: re.Match[str], end: int) -> Piece:
    words = [_number(view, match[1].replace(".", ""))]
    if match[2]:
        words.append(spell(match[2], view.number))
    if match[3]:
        words += ["gạch chéo", view.number.cardinal(match[3])]
    words.append(_sign(match[4]))
    words += _codes(view, match[5])
    return Piece(end, " ".join(words), "document", "paper-number")


def bare_code(view: View, start: int) -> Piece | None:
    """Read the code of a paper whose number is not there yet: `Số: /UBND-VHTT`."""
    if view.text[start] != "/":
        return None
    match = _BARE.match(view.text, start + 1)
    if match is None or view.before(start)[-1:] != ("số",):
        return None
    return Piece(match.end(), " ".join(["gạch chéo", *_codes(view, match[1])]), "document", "paper-code")


def _number(view: View, digits: str) -> str:
    return view.number.digits(digits) if digits[0] == "0" else view.number.cardinal(digits)


def _codes(view: View, written: str) -> list[str]:
    return [_sign(part) if part in "-/." else _code(view, part) for part in _PARTS.split(written)]


def _sign(sign: str) -> str:
    return {"-": "gạch ngang", "/": "gạch chéo", ".": "chấm"}[sign]


def _known(part: str) -> str | None:
    """Give what a part of a code means, when it stands in a table or is composed of what does."""
    tables = (_OWN, OFFICES, PAPERS, FIELDS, SPELT, SECTORS)
    return next((table[part] for table in tables if part in table), None) or composed(part)


def _code(view: View, part: str) -> str:
    known = _known(part)
    if known:
        return known
    letters = part.rstrip("0123456789")
    if letters != part:
        return f"{_code(view, letters)} {view.number.cardinal(part[len(letters) :])}"
    return spell(part, view.number)
