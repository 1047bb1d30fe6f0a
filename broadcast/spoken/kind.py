"""Words that no reader took, by their class: known, loan, mixed, single letters, foreign, other scripts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from broadcast.spoken import abbreviation, capitals, meaning, quantity, word
from broadcast.spoken.letters import spell
from broadcast.spoken.syllable import is_plain
from broadcast.spoken.tables.letters import GREEK
from broadcast.spoken.view import Piece, View

_VOWELS = frozenset("aeiouyăâêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵừứửữựờớởỡợồốổỗộềếểễệầấẩẫậằắẳẵặ")
_FACTORS = frozenset({"hệ", "số", "đơn", "giá", "diện", "mức", "thuế", "tỷ", "lãi", "thời"})


def by_kind(view: View, start: int, written: str, kind: str) -> Piece | None:
    """Read a word by its class; None for one that stands as it is."""
    reader = _READERS.get(kind)
    return reader(view, start, written) if reader else None


def _capitals(view: View, start: int, written: str) -> Piece | None:
    if written == "X" and (_between_numbers(view, start) or _factor(view, start)):
        return Piece(start + 1, "nhân", "sign", "times")
    return quantity.prefixed(view, start) or capitals.capitals(view, start)


def _known(view: View, start: int, written: str) -> Piece:
    end = start + len(written)
    around = meaning.around_word(view, written, view.before(start)[-1:], end)
    spoken = around or meaning.before_word(view, written, end) or abbreviation.known()[written]
    return Piece(end, spoken, "abbreviation", "abbreviation")


def _loan(view: View, start: int, written: str) -> Piece | None:
    return word.loan(view, start)


def _roman(view: View, start: int, written: str) -> Piece | None:
    return None if is_plain(written.lower()) else word.foreign(view, start, written)


def _script(view: View, start: int, written: str) -> Piece:
    """Leave a run of letters of another script as it is, and report it; a lone α has a name."""
    if written in GREEK:
        return Piece(start + 1, GREEK[written], "letters", "greek")
    end = start + len(written)
    return Piece(end, unicodedata.normalize("NFC", written), "unread", "script", unread=True)


def _letter(view: View, start: int, written: str) -> Piece | None:
    """Read one small letter: a consonant by its name, a vowel as it is, x between numbers as times."""
    if written in "xX" and (_between_numbers(view, start) or _factor(view, start)):
        return Piece(start + 1, "nhân", "sign", "times")
    spoken = spell(written, view.number)
    if not spoken or spoken == written or written in _VOWELS:
        return None
    return Piece(start + 1, spoken, "letters", "letter")


def _factor(view: View, start: int) -> bool:
    """Hold for an x that stands alone after an amount: 35.000 đ/môn x 6 môn, … x hệ số 2,34."""
    if view.text[max(0, start - 1) : start] != " " or view.text[start + 1 : start + 2] != " ":
        return False
    following = view.text[start + 2 : start + 3].isdigit() or (view.after(start + 1)[:1] or ("",))[0] in _FACTORS
    return following and any(map(str.isdigit, view.text[max(0, start - 40) : start]))


def _between_numbers(view: View, start: int) -> bool:
    following = view.text[start + 1 : start + 3].lstrip()[:1]
    return following.isdigit() and any(map(str.isdigit, view.text[max(0, start - 7) : start]))


_READERS: dict[str, Callable[[View, int, str], Piece | None]] = {
    "capitals": _capitals,
    "known": _known,
    "loan": _loan,
    "mixed": word.mixed,
    "letter": _letter,
    "roman": _roman,
    "foreign": word.foreign,
    "script": _script,
}
