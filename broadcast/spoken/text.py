"""Spoken pieces put together: one space between words, one pause where several signs met."""

from __future__ import annotations

import re

from broadcast.spoken.pattern import Pattern

_BEFORE = Pattern(r" +(?=[,.;:?!…])")
_CLUSTER = Pattern(r"[,.;:?!…][ ,.;:?!…]*[,.;:?!…]")
_AFTER = Pattern(r"([,.;:?!…])(?=[^\s,.;:?!…])")
_LEADING = Pattern(r"^[\s,.;:?!…]+")
_OPENING = Pattern(r"(?:^|[.?!] )[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ][^\W\d_A-Z]")
_STRENGTH = "?!….;:,"


def assemble(spoken: list[str]) -> str:
    """Join what was read into one line of text with clean pauses."""
    text = " ".join(" ".join(spoken).split())
    text = _CLUSTER.sub(_strongest, text)
    text = _BEFORE.sub("", text)
    text = _AFTER.sub(r"\1 ", text)
    return _OPENING.sub(_capital, _LEADING.sub("", text)).removesuffix(",")


def _strongest(match: re.Match[str]) -> str:
    signs = match.group()
    if "..." in signs.replace(" ", ""):
        signs += "…"
    return next(sign for sign in _STRENGTH if sign in signs)


def _capital(match: re.Match[str]) -> str:
    """Begin a sentence with a capital: engines make no pause at a full stop before a small letter."""
    opening = match.group()
    first = opening[-2].upper()
    return f"{opening[:-2]}{first}{opening[-1]}" if first.lower() == opening[-2] else opening
