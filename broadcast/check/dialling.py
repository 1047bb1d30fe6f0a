"""Whether digits that are heard would be dialled: counting, years and sums must raise no alarm, numbers must."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from broadcast.check.digits import TENS, Run

_AMBIGUOUS = frozenset({"năm", "không", "tư", "o"})  # year, not, fourth
_CODE_CUES = frozenset({"mã", "otp", "ô tê pê", "pin", "khẩu", "thực", "đơn"})


def is_dialled(run: Run) -> bool:
    """Tell whether a listener would take a run for a number to dial, and not for counting or a year."""
    size = len(run.value)
    tens = any(word.text in TENS for word in run.words)
    if run.joined and not run.follows:
        return True
    if any(word in _CODE_CUES for word in run.before) and size < 8:
        return False
    if run.cued:
        return size >= (5 if tens else 3)
    return _is_no_sum(run) if tens else _is_no_count(run)


def _is_no_sum(run: Run) -> bool:
    """Tell a row of tens (không chín, mười hai, ba mươi tư) from a list of amounts."""
    return len(run.value) >= 6 and (run.value[0] == "0" or max(map(len, _breaths(run))) > 3)


def _is_no_count(run: Run) -> bool:
    """Tell single digits that make a number from counting, years and lists."""
    value = run.value
    year = run.words[0].text == "năm" and value[1:3] in ("19", "20") and len(value) == 5
    listed = len(value) <= 4 and all(word.pause for word in run.words[1:])
    if len(value) < 7 and (_counting(value) or year or listed):
        return False
    return len(value) >= 6 or any(len(part) >= 3 and not _counting(part) for part in _certain(run))


def _certain(run: Run) -> Iterator[str]:
    """Give the digits between words that are other words as well."""
    part = ""
    for word, digit in zip(run.words, run.digits, strict=True):
        if word.text in _AMBIGUOUS:
            yield part
            part = ""
        else:
            part += digit
    yield part


def _breaths(run: Run) -> Iterator[str]:
    """Give the digits between pauses."""
    part = ""
    for word, digit in zip(run.words, run.digits, strict=True):
        if word.pause and part:
            yield part
            part = ""
        part += digit
    yield part


def _counting(value: str) -> bool:
    steps = {int(after) - int(before) for before, after in pairwise(value)}
    return steps in ({1}, {-1})
