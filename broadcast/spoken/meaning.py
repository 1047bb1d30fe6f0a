"""What an abbreviation means by the words and the numbers beside it."""

from __future__ import annotations

from functools import cache

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.contexts import AHEAD, BEFORE_COLON, BEHIND, TOPICS
from broadcast.spoken.tables.meanings import AFTER, BEFORE, NUMBERED
from broadcast.spoken.view import View

_AROUND = 160  # characters: a subject is told by the sentence and the next
_NEAR = Pattern(r"[^\W\d_]+")
_PERSON = Pattern(r" (?!Huyện|Tỉnh|Đảng|Thành|Đoàn|Quận|Thị|Trung)[A-ZĐÁÀÂÔÊ][a-zà-ỹ]{1,6} [A-ZĐÁÀÂÔÊ][a-zà-ỹ]")
_FULL_NAME = Pattern(
    r" (?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Nông|Triệu|Ma|Lường|Lương|Hà|Đào|Đinh"
    r"|Mai|Lâm|Trịnh|Tô|Tạ|Chu|Đồng|Hứa|Bàn|Đàm|La|Mã|Lục|Phùng|Cao|Lưu)(?: [A-ZĐÀ-ỸĂÂÊÔƠƯ][a-zà-ỹđ]{0,7}){2}"
)
_BY_WHAT_FOLLOWS = (
    ("CN", _FULL_NAME, "cử nhân"),
    ("KH", _FULL_NAME, "khách hàng"),
    ("BTV", _PERSON, "biên tập viên"),
    ("TS", Pattern(r"(?! [A-ZĐÁÀÂÔÊ])"), "tài sản"),
    ("NS", Pattern(r":? ?\d[\d.,]{0,8} ?(?:tạ|tấn|kg)"), "năng suất"),
    ("NS", Pattern(r":? ?(?:19|20)\d\d(?!\d)"), "năm sinh"),
    ("HD", Pattern(r" ?(?:480|720|1080|\d[Kk])"), "hát đê"),
    ("PH", Pattern(r" ?\d"), "pê hát"),
    ("NH", Pattern(r":? (?:19|20)\d\d ?[-–] ?20\d\d"), "năm học"),
    ("CK", Pattern(r" ?I{1,2}(?![^\W_])"), "chuyên khoa"),
    ("CK", Pattern(r":? (?:ngày )?\d{1,2}/\d{1,2}(?!\d)"), "chung kết"),
    ("BK", Pattern(r":? (?:ngày )?\d{1,2}/\d{1,2}(?!\d)"), "bán kết"),
    ("KH", Pattern(r" \d{1,2} (?:ký tự|chữ số|số)"), "khách hàng"),
    ("LS", Pattern(r"[^.;]{0,40}(?:hy sinh|hi sinh|an táng)"), "liệt sĩ"),
    ("LH", Pattern(r":?[ (+]{0,3}\d"), "liên hệ"),
    ("NV", Pattern(r"\d"), "nguyện vọng"),
    ("VT", Pattern(r"\d"), "vị trí"),
    ("TB", Pattern(r":? ?\d{1,3}[.,]\d(?!\d\d)"), "trung bình"),
    ("PC", Pattern(r"\d"), "pê xê"),
)


def around_word(view: View, word: str, before: tuple[str, ...], end: int) -> str | None:
    """Give what an abbreviation means by the word before it, or as the heading of a line of a form."""
    if (word, before) in AFTER:
        return AFTER[word, before]
    if before and (word, before[0]) in _behind():
        return _behind()[word, before[0]]
    headed = view.text[end : end + 1] == ":" and view.text[end + 1 : end + 2] != ":"
    return BEFORE_COLON.get(word) if headed else None


@cache
def _behind() -> dict[tuple[str, str], str]:
    """Give the meanings that the word before decides, by both words."""
    return {(key.split()[0], word): full for key, full in BEHIND.items() for word in key.split()[1:]}


@cache
def _ahead() -> dict[tuple[str, str], str]:
    """Give the meanings that the word after decides, by both words."""
    return {(key.split()[0], word): full for key, full in AHEAD.items() for word in key.split()[1:]}


@cache
def _with_ahead() -> frozenset[str]:
    return frozenset(word for word, _next in _ahead()) | BEFORE.keys()


def by_number(view: View, start: int, word: str, end: int) -> str | None:
    """Give what an abbreviation means directly before a number, and CN after one."""
    behind = _behind_number(view, start, word)
    if behind is not None:
        return behind
    for short, pattern, meaning in _BY_WHAT_FOLLOWS:
        if short == word and pattern.match(view.text, end):
            return meaning
    numbered = view.text[end : end + 1] == " " and view.text[end + 1 : end + 2].isdigit()
    return NUMBERED.get(word) if numbered else None


def _behind_number(view: View, start: int, word: str) -> str | None:
    """Give what CN, DL and DT mean after a number, a time or a date: 8g00 CN, 7/2/2025 DL, 76,3% DT."""
    near = view.text[max(0, start - 3) : start].rstrip(" (")
    if word == "DT" and near.endswith("%"):
        return "dự toán"
    if word == "PN" and near[-1:].isdigit():
        return "phòng ngủ"
    if not near[-1:].isdigit() or word not in ("CN", "DL", "AL"):
        return None
    if word != "CN":
        return "dương lịch" if word == "DL" else "âm lịch"
    timed = view.last is not None and view.last.kind in ("time", "date") and view.last.end == start - 1
    return ("chủ nhật" if timed else "công nhân") if view.text[start - 1] == " " else None


def by_topic(view: View, start: int, word: str) -> str | None:
    """Give what an abbreviation means where words of a subject stand near: KH of a bank is khách hàng."""
    if word not in _topical():
        return None
    near = "".join(f" {match.group()}" for match in _NEAR.finditer(view.low, max(0, start - _AROUND), start + _AROUND))
    for subject, meanings in TOPICS:
        own = f" {word.lower()}"
        if word in meanings and any(f"{cue} " in f"{near} " for cue in subject if cue != own):
            return meanings[word]
    return None


@cache
def _topical() -> frozenset[str]:
    return frozenset(word for _subject, meanings in TOPICS for word in meanings)


def before_word(view: View, word: str, end: int) -> str | None:
    """Give what an abbreviation means before the word that follows, when that is not its usual meaning."""
    following = view.after(end)[:1] if word in _with_ahead() else ()
    if not following:
        return None
    by_table = next((meaning for others, meaning in BEFORE.get(word, ()) if following[0] in others), None)
    return by_table or _ahead().get((word, following[0]))
