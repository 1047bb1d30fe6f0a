"""Letters said one by one."""

from __future__ import annotations

from broadcast.spoken.number import Numerals
from broadcast.spoken.syllable import fold_tone
from broadcast.spoken.tables.letters import GREEK, LETTERS


def spell(written: str, number: Numerals) -> str:
    """Spell letters and digits; a sign says nothing, a letter of another script stays itself."""
    names = []
    for char in written.lower():
        if char in LETTERS:
            names.append(LETTERS[char])
        elif char.isascii() and char.isdigit():
            names.append(number.digits(char))
        elif char.isalpha():
            names.append(LETTERS.get(fold_tone(char)[0]) or GREEK.get(char, char))
    return " ".join(names)
