"""Words in letters: which are plain, which are loans, and which need another reader."""

from __future__ import annotations

from broadcast.spoken.abbreviation import known
from broadcast.spoken.alphabet import foreign as of_other_script
from broadcast.spoken.letters import spell
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.syllable import fold_tone, is_plain, is_syllable
from broadcast.spoken.tables.loans import ALWAYS, LOANS
from broadcast.spoken.view import Piece, View

_WORD = Pattern(r"[^\W\d_]+(?:[-'][^\W\d_]+){0,4}")
_ROMAN = frozenset("ivxlcdm")
_VOWELS = frozenset("aăâeêioôơuưy")


def kind_of(word: str) -> str:
    """Give the class of a word: plain, capitals, known, loan, mixed, foreign or script."""
    if of_other_script(word[0]):
        return "script"  # the whole word then: text is made even before it is read
    low = word.lower()
    if (word[1:].islower() or len(word) == 1) and word not in known():
        return _single_kind(word) if len(word) == 1 else _small_kind(low)
    if word in known() and not word.isupper():
        return "known"
    if word.isupper():
        return "capitals"
    return "loan" if low in LOANS else "mixed"


def _small_kind(low: str) -> str:
    if low in LOANS:
        return "loan"
    if not set(low) - _ROMAN:
        return "roman"
    return "plain" if is_plain(low) else "foreign"


def _single_kind(word: str) -> str:
    return "capitals" if word.isupper() else "letter"


def loan(view: View, start: int) -> Piece | None:
    """Read a loan word or a brand for the voice at hand; the longest with hyphens first."""
    match = _WORD.match(view.text, start)
    if match is None:
        return None
    written = match.group()
    while written.lower() not in LOANS:
        cut = max(written.rfind("-"), written.rfind("'"))
        if cut <= 0:
            return None
        written = written[:cut]
    low = written.lower()
    kept = not view.respell and low not in ALWAYS
    shown = low if written.isupper() else written
    spoken = _apart(shown) if kept else LOANS[low]
    return Piece(start + len(written), spoken, "loan", "loan")


def _apart(shown: str) -> str:
    """Give the words of a loan with hyphens; a letter by itself is a small one, as it is read anywhere: E-Mail."""
    return " ".join(part.lower() if len(part) == 1 else part for part in shown.split("-"))


def mixed(view: View, start: int, word: str) -> Piece:
    """Read a name in small and capital letters by its parts: FlashAI, VNPay, MobiFone."""
    if not word.isascii() and is_syllable(word.lower()):
        return Piece(start + len(word), word.lower(), "word", "mistyped")
    if word.startswith("VNe") and word[3:].isascii() and word[3:].istitle():
        rest, fault = _part(view, word[3:])  # VNeTraffic, as VNeID
        return Piece(start + len(word), f"vi en e {rest}", "unread" if fault else "mixed", "parts", unread=fault)
    parts, faults = [], False
    apart = humps(word)
    if not view.respell and all(part.istitle() and part not in known() and len(part) > 1 for part in apart):
        return Piece(start + len(word), word, "mixed", "whole")
    for part in apart:
        spoken, fault = _part(view, part)
        parts.append(spoken)
        faults = faults or fault
    end = start + len(word)
    return Piece(end, " ".join(parts), "unread" if faults else "mixed", "parts", unread=faults)


def _part(view: View, part: str) -> tuple[str, bool]:
    low = part.lower()
    if low == "viet":
        return "Việt", False
    meaning = known().get(part) or _small_letters(part)
    if meaning is not None:
        return meaning, False
    if low in LOANS:
        return (LOANS[low] if view.respell or low in ALWAYS else low if part.isupper() else part), False
    if len(part) > 1 and not part.isupper() and not _VOWELS.isdisjoint(fold_tone(low)[0]):
        return part, not is_plain(low) and view.respell
    if part.isupper() and len(part) > 2 and is_plain(low):
        return low, False
    return spell(part, view.number) or part, False


def humps(word: str) -> list[str]:
    """Take CamelCase apart: `FlashAI` → Flash, AI; `VNPay` → VN, Pay."""
    parts, at = [], 0
    for index in range(1, len(word)):
        upper, before = word[index].isupper(), word[index - 1].isupper()
        after = index + 1 < len(word) and not word[index + 1].isupper()
        if upper and (not before or after):
            parts.append(word[at:index])
            at = index
    return [*parts, word[at:]]


def foreign(view: View, start: int, written: str) -> Piece:
    """Leave a foreign word as it is, and report it for a voice that reads Vietnamese only.

    A word without a vowel cannot be said by anybody: it is spelt, and reported for every voice.
    """
    end = start + len(written)
    known_as = _small_letters(written)
    if known_as is not None:
        return Piece(end, known_as, "abbreviation", "small-letters")
    if _VOWELS.isdisjoint(fold_tone(written.lower())[0]):
        return Piece(end, spell(written, view.number) or written, "unread", "no-vowel", unread=True)
    return Piece(end, written, "foreign", "foreign", unread=view.respell)


def _small_letters(written: str) -> str | None:
    """Give what an abbreviation without a vowel means when it is typed in small letters: cny."""
    if len(written) < 3 or not written.islower() or not _VOWELS.isdisjoint(fold_tone(written)[0].replace("y", "")):
        return None
    return known().get(written.upper())
