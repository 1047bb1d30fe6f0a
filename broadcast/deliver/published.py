"""What a run of publishing writes, and the wishes it follows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from broadcast.deliver import rot
from broadcast.deliver.signing import Signer
from broadcast.errors import Fault
from broadcast.files import write_whole


@dataclass(slots=True)
class Published:
    """What a run did: days and stations that the site shows, files written and removed, what was wrong.

    `unfinished` is the folder for files that are not whole yet: nothing half lies where operators look,
    even when the power fails.
    """

    unfinished: Path | None = None
    days: int = 0
    stations: int = 0
    written: int = 0
    removed: int = 0
    signed: int = 0
    faults: list[Fault] = field(default_factory=list)
    _marks: dict[Path, str] = field(default_factory=dict)  # of what was written in this run

    def write(self, path: Path, data: bytes) -> None:
        """Write a file unless it holds these bytes already, so that caches stay right."""
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            self._marks[path] = rot.mark(data)
        else:
            self.lay(path, data)
            self.written += 1

    def write_all(self, folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
        """Write files by their names in a folder, as `write` does."""
        for name, data in files:
            self.write(folder / name, data)

    def lay(self, path: Path, data: bytes) -> None:
        """Write a file of the site, whole, without a look at the one that stands there."""
        self.keep(path, data)
        self._marks[path] = rot.mark(data)

    def keep(self, path: Path, data: bytes) -> None:
        """Write a note of our own, whole: it is no file of the site, and has no mark."""
        write_whole(path, data, beside=self.unfinished)

    def remove(self, path: Path) -> None:
        """Remove a file of the site that has no reason any more."""
        if path.is_file():
            path.unlink()
            self.removed += 1
        self._marks[path] = ""

    def marks(self, folder: Path, before: Mapping[str, str], others: Iterable[Path] = ()) -> dict[str, str]:
        """Take over the marks of a folder: as before, changed by this run, and of others that stood already."""
        changed = {path: path.relative_to(folder).as_posix() for path in self._marks if path.is_relative_to(folder)}
        found = {**before, **{name: self._marks.pop(path) for path, name in changed.items()}}
        names = {path.relative_to(folder).as_posix(): path for path in others}
        found |= {name: rot.marked(path) for name, path in names.items() if name not in found}
        return {name: mark for name, mark in found.items() if mark}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the site is made: the day on which, the ZIPs, who signs, and the site's address if it has one."""

    today: datetime.date
    signer: Signer
    archives: bool = True
    base: str = ""

    def archived(self, date: datetime.date) -> bool:
        """Tell whether a day gets ZIPs: past days do not, whoever needed one has it."""
        return self.archives and date >= self.today
