"""Which letters are ours: Latin ones make words; those of other scripts stand by themselves and stay as they are."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from broadcast.spoken.clean import Clean
from broadcast.spoken.pattern import Pattern

_LATIN = Pattern("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
_MEASURES = frozenset("µμΩ")  # they stand in units: µg, kΩ


@lru_cache(maxsize=20_000)
def foreign(char: str) -> bool:
    """Tell whether a letter is of another script: it is neither spelt nor capitalised, nor part of our words."""
    return char.isalpha() and char not in _MEASURES and not all(map(_latin, (char, char.lower(), char.upper())))


def _latin(char: str) -> bool:
    # ƻ and ǀ have no cases, and the small Ɓ is one of the phonetic letters: nobody reads any of them.
    return len(char) > 1 or (_LATIN.match(char) is not None and unicodedata.category(char) in ("Lu", "Ll"))


def parted(even: Clean) -> Clean:
    """Set runs of foreign letters apart from our letters and from digits: no reader meets a word of two scripts."""
    if even.origin is None or not any(map(foreign, set(even.text))):
        return even
    text: list[str] = []
    origin: list[int] = []
    for char, place in zip(even.text, even.origin, strict=False):
        if text and char.isalnum() and text[-1].isalnum() and foreign(char) != foreign(text[-1]):
            text.append(" ")
            origin.append(place)
        text.append(char)
        origin.append(place)
    return Clean("".join(text), (*origin, even.origin[-1]))
