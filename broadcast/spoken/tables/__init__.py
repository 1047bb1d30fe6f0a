"""The words that the readers look up: plain tables, one a kind, to be extended by anybody who can spell."""

from __future__ import annotations

import unicodedata


def entries(text: str) -> dict[str, str]:
    """Read a table written as `written = spoken;` pairs, several a line."""
    pairs = (entry.partition("=") for entry in text.split(";") if entry.strip())
    return {" ".join(written.split()): " ".join(spoken.split()) for written, _sign, spoken in pairs}


def words(text: str) -> frozenset[str]:
    """Read a set of words with white space between."""
    return frozenset(text.split())


def tails(text: str) -> tuple[str, ...]:
    """Read groups of words with `;` between, for `str.endswith`: each has a space before, to begin at a whole word."""
    return tuple(f" {' '.join(group.split())}" for group in text.split(";"))


def unmarked(text: str) -> dict[str, str]:
    """Read groups of words with `;` between, by how people type them in an address: without marks and spaces."""
    groups = (" ".join(group.split()) for group in text.split(";"))
    return {_typed(group): group for group in groups if group}


def _typed(group: str) -> str:
    apart = unicodedata.normalize("NFD", group.replace("đ", "d"))
    return "".join(char for char in apart if char.isalpha() and not unicodedata.combining(char))
