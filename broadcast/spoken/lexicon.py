"""The campaign's own pronunciations, found before any rule: longest first, whole words only."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from broadcast.campaign.lexicon import Lexicon, Pronunciation, Region
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.syllable import fold_tone
from broadcast.spoken.view import Piece, View

_FIRST = Pattern(r"[^\W\d_]+|\d|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class _Entry:
    pattern: re.Pattern[str]
    entry: Pronunciation


class Matcher:
    """The entries of one lexicon that hold for a voice and a region, by what they begin with."""

    def __init__(self, lexicon: Lexicon, region: Region, voice: str) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        for entry in sorted(lexicon.entries, key=_rank):
            if (entry.voices and voice not in entry.voices) or (entry.regions and region not in entry.regions):
                continue
            first = _FIRST.match(_nfc(entry.written).strip())
            if first is not None:
                self._by_first.setdefault(key(first.group()), []).append(_Entry(_compiled(entry), entry))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def begins(self, word: str) -> bool:
        """Tell whether any entry begins with this word, digit or sign."""
        return key(word) in self._by_first

    def find(self, view: View, start: int, first: str) -> Piece | None:
        """Find the longest entry that stands at a place as whole words."""
        for candidate in self._by_first.get(key(first), ()):
            match = candidate.pattern.match(view.text, start)
            if match is not None and view.starts(start):
                return Piece(
                    match.end(), _nfc(candidate.entry.spoken).strip(), "lexicon", "lexicon", entry=candidate.entry
                )
        return None


def key(word: str) -> str:
    """Fold case and the place of the tone mark, so that hoà finds hòa."""
    plain, tone = fold_tone(word.lower())
    return f"{plain}{tone}"


def _rank(entry: Pronunciation) -> tuple[int, int, int]:
    return (-len(_nfc(entry.written)), -(bool(entry.voices) + bool(entry.regions)), -entry.match_case)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _compiled(entry: Pronunciation) -> re.Pattern[str]:
    words = _nfc(entry.written).split()
    source = r"\s{1,4}".join(re.escape(word) if entry.match_case else _loose(word) for word in words)
    edge = r"(?![^\W_])" if words[-1][-1].isalnum() else ""
    return re.compile(source + edge, 0 if entry.match_case else re.IGNORECASE)


def _loose(word: str) -> str:
    """Accept both places of the tone mark: oà and òa, uý and úy."""
    source = re.escape(word)
    for old, new in (
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ):
        if old in source.lower() or new in source.lower():
            source = re.sub(f"{old}|{new}", f"(?:{old}|{new})", source, flags=re.IGNORECASE)
    return source
