"""Whole numbers, decimals and rows of digits as Vietnamese words; every other reader counts with these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from broadcast.campaign.lexicon import Region

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
LONGEST = 24
"""Numbers with more digits than this are said digit by digit: nobody can follow the words."""
_SAY_DIGIT = {str(value): word for value, word in enumerate(DIGITS)}


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words in which the regions differ: 1000 and the nought in 105."""

    thousand: str = "nghìn"
    odd: str = "linh"

    def cardinal(self, digits: str) -> str:
        """Say a whole number written in ASCII digits: `"2024"` → hai nghìn không trăm hai mươi tư."""
        digits = digits.lstrip("0") or "0"
        if len(digits) > LONGEST:
            return self.digits(digits)
        return self._whole(int(digits))

    def digits(self, digits: str) -> str:
        """Say each digit by itself: `"113"` → một một ba."""
        return " ".join([_SAY_DIGIT[digit] for digit in digits])

    def decimal(self, whole: str, fraction: str) -> str:
        """Say a decimal, its fraction digit by digit: `("3", "14")` → ba phẩy một bốn."""
        return f"{self.cardinal(whole)} phẩy {self.digits(fraction)}"

    def _whole(self, value: int) -> str:
        if value < 1000:
            return self._hundreds(value, leading=True)
        billions, rest = divmod(value, 1_000_000_000)
        words = [f"{self._whole(billions)} tỷ"] if billions else []
        for scale, name in ((1_000_000, "triệu"), (1000, self.thousand), (1, "")):
            group, rest = divmod(rest, scale)
            if group:
                # A middle group below ten stands without its noughts: ba triệu năm nghìn.
                leading = not words or (group < 10 and scale > 1)
                words.append(f"{self._hundreds(group, leading=leading)} {name}".rstrip())
        return " ".join(words)

    def _hundreds(self, value: int, *, leading: bool) -> str:
        hundreds, rest = divmod(value, 100)
        if leading and not hundreds:
            return _tens(rest)
        words = f"{DIGITS[hundreds]} trăm"
        if not rest:
            return words
        return f"{words} {self.odd} {DIGITS[rest]}" if rest < 10 else f"{words} {_tens(rest)}"


def _tens(value: int) -> str:
    tens, unit = divmod(value, 10)
    if tens == 0:
        return DIGITS[unit]
    words = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    if unit == 0:
        return words
    if unit == 5:
        return f"{words} lăm"
    if tens > 1:
        return f"{words} {'mốt' if unit == 1 else 'tư' if unit == 4 else DIGITS[unit]}"
    return f"{words} {DIGITS[unit]}"


@cache
def numerals(region: Region) -> Numerals:
    """Give the number words of a region: Bắc nghìn and linh, Trung nghìn and lẻ, Nam ngàn and lẻ."""
    return {"bac": Numerals(), "trung": Numerals(odd="lẻ"), "nam": Numerals("ngàn", "lẻ")}[region]
