"""Roman numerals: after their cue words in any case, elsewhere only where they can be nothing else."""

from __future__ import annotations

import re

from broadcast.spoken.letters import spell
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.cues import ROMAN_CUES
from broadcast.spoken.view import Piece, View

ROMAN = Pattern(r"(?=[mdclxvi])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_YEAR = Pattern(r" ?[/\-–] ?((?:19|20)\d\d)(?![^\W_])")
_NEXT = Pattern(r" ?[-–] ?([IVXL]{1,7})(?![^\W_])")
_PART = Pattern(r"\.(\d{1,2})(?![^\W_]|[.,]\d)")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ANNEX = Pattern(r"(I{1,3}|IV|VI{0,3}|IX|X)([a-e])(?![^\W_])")
_UNHEARD = Pattern(r"(?:[^\w,.;:?!…]|_)+$")
_LISTED = frozenset({", ", " và ", " hoặc ", " hay ", " đến ", "; "})
_AFTER_VI = frozenset({"phạm", "rút", "khuẩn", "sinh", "tính", "bằng", "mô", "ta", "lượng", "thể", "măng"})
_TERMS = frozenset({"hk", "kỳ", "quý", "khóa", "đợt", "giải", "hạng"})
_LETTERS = frozenset({"c", "d", "m", "C", "D", "M"})
_WORDS = frozenset({"vi", "xi", "i", "v", "x", "l", "dl", "cl", "ml", "mm", "cm", "dm", "cc", "cd"})
_OTHER = frozenset(
    {
        "MC",
        "CD",
        "DC",
        "CM",
        "DM",
        "MM",
        "CC",
        "DV",
        "MV",
        "DL",
        "CV",
        "LC",
        "CI",
        "DI",
        "MI",
        "LI",
        "XL",
        "XXL",
        "CX",
        "MIX",
        "DX",
        "MD",
        "CL",
        "ML",
        "LV",
        "VC",
        "IC",
        "LX",
        "CLC",
        "CLV",
    }
)


def roman(view: View, start: int) -> Piece | None:
    """Read a Roman numeral, with the year or the second number that goes with it."""
    annex = _ANNEX.match(view.text, start)
    if annex is not None and view.before(start)[-1:] and view.before(start)[-1] in ROMAN_CUES:
        letter = spell(annex[2], view.number)
        return Piece(annex.end(), f"{_say(view, annex[1], '')} {letter}", "roman", "roman-letter")
    match = ROMAN.match(view.text, start, start + 16)
    if match is None or not view.ends(match.end()):
        return None
    written, end = match.group(), match.end()
    cue = _cue(view, start)
    listed = view.last is not None and view.last.kind == "roman" and view.text[view.last.end : start] in _LISTED
    cued = bool(cue) and (cue in ROMAN_CUES or listed)
    if not (cued and _after_cue(view, start, written, end)) and not _unmistakable(view, start, written, end, cued):
        return None
    return _with_more(view, _say(view, written, cue), end, cued=cued)


def _with_more(view: View, spoken: str, end: int, *, cued: bool) -> Piece:
    """Add the year, the part or the second numeral that stands behind one: IV/2024, I.2, V-VI."""
    year = _YEAR.match(view.text, end)
    if year is not None:
        return Piece(year.end(), f"{spoken} năm {view.number.cardinal(year[1])}", "roman", "roman-year")
    part = _PART.match(view.text, end) if cued else None
    if part is not None:
        return Piece(part.end(), f"{spoken} chấm {view.number.cardinal(part[1])}", "roman", "roman-part")
    second = _NEXT.match(view.text, end)
    if second is not None and ROMAN.fullmatch(second[1]):
        spoken = f"{spoken} đến {_say(view, second[1], '')}"
        year = _YEAR.match(view.text, second.end())
        if year is not None:
            return Piece(year.end(), f"{spoken} năm {view.number.cardinal(year[1])}", "roman", "roman-year")
        return Piece(second.end(), spoken, "roman", "roman-range")
    return Piece(end, spoken, "roman", "roman")


def _cue(view: View, start: int) -> str:
    """Give the word before a place; a number that is glued to it is not part of it: `3khoản`."""
    words = view.before(start)
    return words[-1].lstrip("0123456789") if words else ""


def _say(view: View, written: str, cue: str) -> str:
    value = _value(written)
    if cue in ("thứ", "giải") and value in (1, 4):
        return "nhất" if value == 1 else "tư"
    if cue == "giải" and value == 2:
        return "nhì"
    return view.number.cardinal(str(value))


def _after_cue(view: View, start: int, written: str, end: int) -> bool:
    numbered = len(written) == 1 and view.text[end : end + 2].strip().isdigit() and _cue(view, start) not in _TERMS
    if written in _LETTERS or written == "i" or numbered:
        return False
    if written.isupper():
        # SỐ DI ĐỘNG, LỖI VI PHẠM
        return not (
            written in ("DI", "MI", "LI", "VI", "XI") and _shouted(view, start, end) and _worded(view, written, end)
        )
    cue = _cue(view, start)
    if cue == "năm":
        return False  # it may be the number five, and what was read must read the same again
    if not _UNHEARD.sub("", view.low[max(0, start - len(cue) - 48) : start]).endswith(cue):
        return False  # something stands between, which is not heard
    if view.text[max(0, start - 1) : start] in ("-", "%") or view.text[end : end + 1] == "-":
        return False  # đề-xi-ben
    after = view.after(end)
    syllable = written in ("li", "mi", "di")  # ca li is no shift 51
    free = written.islower() and not syllable and (written not in _WORDS or not after)
    return free and (not after or after[0] in ROMAN_CUES or after[0] in ("của", "và", "có", "năm", "đến"))


def _worded(view: View, written: str, end: int) -> bool:
    """Tell a word in capitals that looks like a numeral by the word it is joined to."""
    after = view.after(end)[:1]
    return bool(after) and (written not in ("VI", "XI") or after[0] in _AFTER_VI)


def _unmistakable(view: View, start: int, written: str, end: int, cued: bool) -> bool:
    """Hold for II, IX, XVI … in capitals without a cue, and for the number that opens a line."""
    if written.islower() and set(written) <= set("ivx"):
        return view.text[max(0, start - 1) : start] == "(" and view.text[end : end + 1] == ")"  # (i) …; (ii) …
    if not written.isupper() or cued:
        return False
    if view.line_start(start) and view.text[end : end + 1] in (".", ")", "/") and written not in _LETTERS:
        return True
    if written in ("VI", "XI") and _shouted(view, start, end):
        return False  # VI PHẠM, HÀNH VI
    return len(written) > 1 and set(written) <= set("IVX") and written not in _OTHER


def _shouted(view: View, start: int, end: int) -> bool:
    """Tell whether the words on both sides of a place are in capitals."""
    near = view.text[max(0, start - 12) : start] + view.text[end : end + 12]
    return near.isupper() or not any(map(str.isalpha, near))


def _value(written: str) -> int:
    values = [_VALUES[char] for char in written.lower()]
    return sum(-now if now < later else now for now, later in zip(values, [*values[1:], 0], strict=True))
