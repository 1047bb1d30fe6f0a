"""How a number is written: dots for thousands, a comma for the fraction, and all that people write instead."""

from __future__ import annotations

from dataclasses import dataclass

from broadcast.spoken.number import LONGEST, Numerals
from broadcast.spoken.pattern import Pattern

_NUMERAL = Pattern(
    r"(?P<dots>\d{1,3}(?:\.\d{3}){1,7})(?:,(?P<dotsfrac>\d{1,9}))?(?!\d|[.,]\d)"
    r"|(?P<commas>[1-9]\d{0,2}(?:(?:,\d{3}){2,7}|,000(?= ?[^\W\d_])|,\d{3}(?=\.\d{1,2}(?!\d))))"
    r"(?:\.(?P<commasfrac>\d{1,9}))?(?!\d|[.,]\d)"
    r"|(?P<spaced>[1-9]\d{0,2}(?: \d{3}){1,4})"
    r"(?= ?(?:đồng|ĐỒNG|đ|Đ|vnđ|VNĐ|VND|vnd|₫|USD|hộ|người|con|cây|lượt|trường hợp|ha|tấn|suất)(?![^\W_]))"
    r"|(?P<whole>\d{1,24})(?P<point>[.,])(?P<frac>\d{1,12})(?!\d|[.,]\d)"
    r"|(?P<int>\d+)"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A written number: `end` of its span, its whole part and its fraction as digits, the sign between."""

    end: int
    whole: str
    fraction: str = ""
    point: str = ""
    grouped: bool = False

    @property
    def plain(self) -> bool:
        """Tell whether it is only a row of digits."""
        return not self.grouped and not self.fraction

    @property
    def value(self) -> int:
        """Give the whole part; 0 for rows too long to be a number."""
        return int(self.whole) if len(self.whole) <= LONGEST else 0

    def say(self, number: Numerals) -> str:
        """Say it as a quantity."""
        if self.fraction:
            return number.decimal(self.whole, self.fraction)
        if len(self.whole) > 2 and self.whole[0] == "0":
            return number.digits(self.whole)
        return number.cardinal(self.whole)


def numeral(text: str, start: int) -> Numeral | None:
    """Read the number that begins at a place."""
    match = _NUMERAL.match(text, start)
    if match is None:
        return None
    kind, end = match.lastgroup, match.end()
    if kind in ("dots", "dotsfrac"):
        return Numeral(end, match["dots"].replace(".", ""), match["dotsfrac"] or "", ",", grouped=True)
    if kind in ("commas", "commasfrac"):
        return Numeral(end, match["commas"].replace(",", ""), match["commasfrac"] or "", ",", grouped=True)
    if kind == "spaced":
        return Numeral(end, match["spaced"].replace(" ", ""), grouped=True)
    if kind == "frac":
        return Numeral(end, match["whole"], match["frac"], match["point"])
    return Numeral(end, match["int"])
