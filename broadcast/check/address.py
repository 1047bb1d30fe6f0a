"""Addresses hidden in words: "chấm vê en", "a còng", "vê kép vê kép", said or spelt so that no sign gives them away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from broadcast.check.ear import Word, plain
from broadcast.spoken import CONTACT_KINDS
from broadcast.spoken.tables.addresses import ENDINGS, STRONG_ENDINGS

_DOTS = frozenset({"chấm", "dot", "đót", "đốt", "point", "cham"})
_MORE_ENDINGS = (
    "côm", "cờ o mờ", "nét", "vờ nờ", "v n", "c o m", "vê en nờ", "ly", "me", "em mờ e", "gờ o vê", "gov", "edu",
    "ê đu",
)  # fmt: skip
_AMBIGUOUS = frozenset({"linh", "sai", "lai", "sóp"})  # common words: "chấm sai" is marking wrongly
_SIGNS = (
    ("a", "còng"), ("a", "móc"), ("a", "vòng"), ("at", "sign"), ("vê", "kép", "vê", "kép"), ("www",), ("w", "w", "w"),
    ("hát", "tê", "tê", "pê"), ("http",), ("https",),
)  # fmt: skip
_WRITTEN_DOT = "[.。．｡·․‧∙•⋅]"
_ENDING = "|".join(sorted(STRONG_ENDINGS | {"me", "ly"}, key=len, reverse=True))
_WRITTEN = re.compile(rf"[\w-]{{2,}}\s?[\[(]?{_WRITTEN_DOT}[\])]?\s?(?:{_ENDING})(?![\w])", re.IGNORECASE)


def said(words: Sequence[Word], known: Sequence[tuple[str, ...]]) -> Iterator[tuple[Word, str]]:
    """Give each address that is heard but is not one of the `known` ones, said as they are; with its words."""
    free = _without(words, known)
    for at in range(len(words)):
        if at in free and (length := _length(words, at, free)):
            first = max(0, at - 3)
            yield words[at], " ".join(word.text for word in words[first : at + length])


def written(text: str) -> Iterator[tuple[int, str]]:
    """Give (offset, what stands there) of everything that looks like an address, whatever its dot."""
    for match in _WRITTEN.finditer(text):
        ending = re.split(_WRITTEN_DOT, plain(match.group()))[-1]
        if not (match.group()[-len(ending)].isupper() and match.group()[-1].islower()):  # ". Me" begins a sentence
            yield match.start(), match.group()


def _without(words: Sequence[Word], known: Sequence[tuple[str, ...]]) -> set[int]:
    """Give the positions of words that neither the reading nor the register has accounted for."""
    free = {at for at, word in enumerate(words) if word.token.kind not in CONTACT_KINDS}
    for form in known:
        for at in occurrences(words, form):
            free -= set(range(at, at + len(form)))
    return free


def occurrences(words: Sequence[Word], form: tuple[str, ...]) -> Iterator[int]:
    """Give the positions at which an address is said, word for word, and does not go on with another dot."""
    for at in range(len(words) - len(form) + 1):
        if words[at].text == form[0] and tuple(word.text for word in words[at : at + len(form)]) == form:
            end = at + len(form)
            if end == len(words) or words[end].pause or words[end].text not in _DOTS:
                yield at


def _length(words: Sequence[Word], at: int, free: set[int]) -> int:
    """Count the words of the sign or ending that begins here; 0 when none does."""
    texts = tuple(word.text for word in words[at : at + 5])
    for sign in _SIGNS:
        if texts[: len(sign)] == sign:
            return len(sign)
    if texts[0] not in _DOTS:
        return 0
    for ending in _endings():
        if texts[1 : 1 + len(ending)] == ending and all(at + step in free for step in range(len(ending) + 1)):
            return len(ending) + 1
    return 0


@cache
def _endings() -> tuple[tuple[str, ...], ...]:
    names = set(STRONG_ENDINGS) | {ENDINGS[name] for name in STRONG_ENDINGS} | set(_MORE_ENDINGS)
    return tuple(tuple(name.split()) for name in sorted(names - _AMBIGUOUS, key=len, reverse=True))
