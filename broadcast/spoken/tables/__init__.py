"""The words that the readers look up: plain tables, one a kind, to be extended by anybody who can spell."""

from __future__ import annotations


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
