"""How words are pronounced where the rules do not know: the campaign's own list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from broadcast.errors import Place

Region = Literal["bac", "trung", "nam"]


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """One entry: wherever `written` stands as whole words, `spoken` is said.

    `match_case` is True when only this very spelling counts (an abbreviation, a name); False when any
    case does. `voices` and `regions` restrict the entry; empty means all.
    """

    written: str
    spoken: str
    match_case: bool = False
    voices: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All pronunciations of a campaign; the longest written form wins, then the more restricted one."""

    entries: tuple[Pronunciation, ...] = ()
