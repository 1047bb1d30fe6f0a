"""A segment: one message, its words or recordings, and when and where it may be heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from broadcast.campaign.station import StationKind
from broadcast.errors import Place

BulletinClass = Literal["thông thường", "ưu tiên", "khẩn cấp"]  # Thông tư 39/2020/TT-BTTTT
Position = Literal["head", "turn", "tail"]


@dataclass(frozen=True, slots=True)
class Text:
    """Written words and where each stood: `lines[i]` is the file's line number of the text's line i.

    `starts` knows it more exactly: (offset in `written`, line, column) of each line in the file, also where
    YAML folded several into one; empty when nobody knows.
    """

    written: str
    file: str
    lines: tuple[int, ...]
    starts: tuple[tuple[int, int, int], ...] = ()

    def place(self, offset: int) -> Place:
        """Give the place in the file of the character at `offset` of `written`."""
        if self.starts:
            start, line, column = next((at for at in reversed(self.starts) if at[0] <= offset), self.starts[0])
            return Place(self.file, line, column + max(0, offset - start))
        before = self.written[:offset]
        row = min(before.count("\n"), len(self.lines) - 1)
        return Place(self.file, self.lines[row], len(before) - before.rfind("\n"))


@dataclass(frozen=True, slots=True)
class Recording:
    """A human recording of a message in one language; `path` is relative to the segments folder."""

    language: str
    path: str
    reader: str
    consent: date
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """One message of `messages/`.

    Bound messages: on each of `dates` it is aired in every slot of `slots` (all when empty) at its
    stations. Others take their turn in the rotation, not before `first` nor after `last`. `stations`
    and `kinds` restrict who airs it; empty means all. `since` and `until` bound an urgent message; they
    carry the campaign's time zone.
    """

    id: str
    title: str
    text: Text | None
    source: str
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    bulletin_class: BulletinClass = "thông thường"
    position: Position = "turn"
    dates: tuple[date, ...] = ()
    first: date | None = None
    last: date | None = None
    slots: tuple[time, ...] = ()
    stations: tuple[str, ...] = ()
    kinds: tuple[StationKind, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    recordings: tuple[Recording, ...] = ()
    at: Place | None = None
