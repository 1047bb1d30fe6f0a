"""Numbers hidden in words: runs of digit words that a listener could dial."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from broadcast.check.ear import Word, toneless
from broadcast.spoken import CONTACT_KINDS

_DIGITS = {
    "không": "0", "một": "1", "mốt": "1", "hai": "2", "ba": "3", "bốn": "4", "tư": "4", "năm": "5", "lăm": "5",
    "nhăm": "5", "sáu": "6", "bảy": "7", "bẩy": "7", "tám": "8", "chín": "9", "o": "0", "zero": "0", "one": "1",
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_LOOSE = {toneless(word): digit for word, digit in _DIGITS.items()} | {
    "nhat": "1", "nhi": "2", "tam": "8", "ngu": "5", "luc": "6", "that": "7", "bat": "8", "cuu": "9",
    "linh": "0", "le": "0",
}  # fmt: skip
_LOOSE_LENGTH = 6  # without diacritics most digit words are other words too
TENS = frozenset({"mươi", "mười", "chục"})
_HUNDRED = frozenset({"trăm", "linh", "lẻ"})
_THOUSAND = frozenset({"nghìn", "ngàn", "triệu"})
_THREAD = frozenset({
    "rồi", "số", "tiếp", "đến", "và", "bấm", "nhấn", "phím", "là", "theo", "sau", "đó", "tới", "con", "chữ",
    "xong", "thêm", "nữa", "cuối", "cùng",
})  # fmt: skip
_CUES = frozenset({
    "gọi", "số", "bấm", "nhấn", "nhắn", "gửi", "soạn", "alo", "lô", "thoại", "máy", "lai", "hotline", "nóng",
    "hệ", "khoản", "đài", "viber", "zalo", "phím", "thẻ", "stk", "sđt", "sim",
})  # fmt: skip
_QUANTITIES = frozenset({
    "date", "time", "time-range", "money", "measure", "score", "ordinal", "range", "decimal", "percent",
    "fraction", "document", "roman", "duration", "year",
})  # fmt: skip
_ODD = frozenset({"decimal", "range", "score", "fraction"})  # nobody is called by one of these
_CALLS = frozenset({"gọi", "bấm", "nhấn", "alo", "lô", "zalo", "hệ", "lai", "hotline", "thoại", "máy", "viber"})


@dataclass(frozen=True, slots=True)
class Run:
    """Digit words one after another.

    `digits` is what each word stands for, "" for the word of the tens; `before` are the two words ahead;
    `follows` tells whether a word comes next without a pause, `joined` whether the run goes on from a contact.
    """

    words: tuple[Word, ...]
    digits: tuple[str, ...]
    before: tuple[str, ...] = ()
    follows: bool = False
    joined: bool = False

    @property
    def value(self) -> str:
        """Give the digits as they would be dialled."""
        return "".join(self.digits)

    @property
    def cued(self) -> bool:
        """Tell whether the words ahead call what comes a number to dial."""
        told = [
            word
            for word, former in zip(self.before, ("", *self.before), strict=False)
            if word != "số" or former not in ("một", "vài")
        ]
        return any(word in _CUES for word in told)


def runs(words: Sequence[Word]) -> Iterator[Run]:
    """Give every run of digits; contacts that the reading knows, and quantities, end a run."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and _numeric(words[end]):
            end += 1
        if end > start:
            before = tuple(word.text for word in words[max(0, start - 2) : start])
            follows = end < len(words) and not words[end].pause
            joined = start > 0 and not words[start].pause and words[start - 1].token.kind in CONTACT_KINDS
            yield Run(tuple(words[start:end]), _dialled(words[start:end]), before, follows, joined)
        start = max(end, start + 1)


def parts(run: Run, known: Container[str]) -> Iterator[tuple[Run, bool]]:
    """Cut known numbers out of a run; each part comes with whether it is known.

    A known number begins and ends where the listener hears it begin and end: at the run's edges, at a pause,
    or before one last digit that counts what follows ("một một ba hai lần").
    """
    size, start, at = len(run.words), 0, 0
    edges = {0, size, *(i for i in range(1, size) if run.words[i].pause)} | ({size - 1} if run.follows else set())
    while at < size:
        end = next((e for e in sorted(edges, reverse=True) if e > at and "".join(run.digits[at:e]) in known), None)
        if at in edges and end is not None:
            if at > start:
                yield _slice(run, start, at), False
            yield _slice(run, at, end), True
            start = at = end
        else:
            at += 1
    if size > start:
        yield _slice(run, start, size), False


def _slice(run: Run, start: int, end: int) -> Run:
    before = run.before if start == 0 else tuple(word.text for word in run.words[max(0, start - 2) : start])
    follows = run.follows if end == len(run.words) else True
    return Run(run.words[start:end], run.digits[start:end], before, follows, run.joined and start == 0)


def loose_runs(words: Sequence[Word]) -> Iterator[Run]:
    """Give long runs of words that are digits without diacritics, or in Sino-Vietnamese."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and not _settled(words[end]) and toneless(words[end].text) in _LOOSE:
            end += 1
        span = tuple(words[start:end])
        if len(span) >= _LOOSE_LENGTH and not all(word.text in _DIGITS for word in span):
            yield Run(span, tuple(_LOOSE[toneless(word.text)] for word in span))
        start = max(end, start + 1)


def threaded_runs(words: Sequence[Word]) -> Iterator[Run]:
    """Give digits that are told one by one with small words between (số không, rồi số chín, rồi số một)."""
    start = 0
    while start < len(words):
        end = last = start
        while end < len(words) and (_single(words[end]) or (last > start and words[end].text in _THREAD)):
            end += 1
            last = end if _single(words[end - 1]) else last
        said = tuple(word for word in words[start:last] if _single(word))
        if last - start > len(said) and len(said) >= _LOOSE_LENGTH:
            yield Run(said, _dialled(said))
        start = max(end, start + 1)


def in_hundreds(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Give numbers said in hundreds one after another (chín trăm mười hai ba trăm bốn mươi): no sum is said so."""
    start = 0
    while start < len(words):
        end = start
        while (
            end < len(words)
            and (_numeric(words[end]) or words[end].text in _HUNDRED)
            and (end == start or not words[end].pause)
        ):
            end += 1
        span = words[start:end]
        if sum(word.text == "trăm" and not _settled(word) for word in span) >= 2:
            yield tuple(span)
        start = max(end, start + 1)


def bare(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Give amounts of three digits and more that are called ("gọi 8088.") and count nothing that follows."""
    for start in range(1, len(words)):
        end = start
        while end < len(words) and (end == start or not words[end].pause) and _amount(words[end]):
            end += 1
        large = any(word.text in _HUNDRED | _THOUSAND or word.token.kind in _ODD for word in words[start:end])
        if large and (end == len(words) or words[end].pause) and _called(words, start, end):
            yield tuple(words[start:end])


def _called(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the words ahead call what comes; a sentence of "Số" and an amount alone does, too."""
    before = words[start - 1]
    if before.text != "số":
        return before.text in _CALLS
    whole = before.pause and (end == len(words) or words[end].sentence is not before.sentence)
    return whole or words[max(0, start - 2)].text in _CALLS


def repeated(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Give what is called as so many of one digit ("gọi bốn số một" is 1111)."""
    for start in range(1, len(words) - 2):
        span = tuple(words[start : start + 3])
        told = _single(span[0]) and _single(span[2]) and span[1].text in ("số", "con")
        if told and words[start - 1].text in _CALLS | {"số"}:
            yield span


def _amount(word: Word) -> bool:
    return word.token.kind in _ODD or (
        not _settled(word) and (_numeric(word) or word.text in _HUNDRED or word.text in _THOUSAND)
    )


def spoken_value(words: Sequence[str]) -> str:
    """Give the digits that spoken words stand for; words that are no digits count nothing."""
    return "".join(_DIGITS.get(word, word if word.isdecimal() else "") for word in words)


def _settled(word: Word) -> bool:
    return word.token.kind in CONTACT_KINDS or word.token.kind in _QUANTITIES


def _numeric(word: Word) -> bool:
    return not _settled(word) and (word.text in _DIGITS or word.text in TENS or word.text.isdecimal())


def _single(word: Word) -> bool:
    return _numeric(word) and word.text not in TENS


def _dialled(words: Sequence[Word]) -> tuple[str, ...]:
    """Give each word's digits: "hai mươi ba" is 2, nothing, 3; "hai mươi" is 2, 0; "mười hai" is 1, 2."""
    digits = []
    for at, word in enumerate(words):
        following = at + 1 < len(words) and words[at + 1].text in _DIGITS and not words[at + 1].pause
        following = following and not (at + 2 < len(words) and words[at + 2].text == "mươi")
        if word.text in ("mươi", "chục"):
            digits.append("" if following else "0")
        elif word.text == "mười":
            digits.append("1" if following else "10")
        else:
            digits.append(_DIGITS.get(word.text, word.text))
    return tuple(digits)
