"""The shelf of a day: its files in `audio_out/<date>/`, where they stand, and whether they stand untouched."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from broadcast.build.ledger import Made
from broadcast.files import create, put, unwritable, whole_or_gone, write_whole

SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Names:
    """The files of one programme, as paths relative to the day's folder."""

    sound: str
    text: str
    captions: str

    @classmethod
    def of(cls, day: datetime.date, slot: str, station: str) -> Names:
        """Name a programme so that files sort in play order on the cheapest player."""
        stem = f"{station}/{day:%Y%m%d}_{slot}_{station}"
        return cls._from(stem)

    @classmethod
    def trial(cls, day: datetime.date, slot: str, station: str) -> Names:
        """Name a trial programme, so that a file that leaves its folder still says what it is."""
        return cls._from(f"{station}/{day:%Y%m%d}_{slot}_{station}_nghe-thu")

    @classmethod
    def standby(cls, station: str) -> Names:
        """Name a station's standby programme."""
        return cls._from(f"{station}_standby")

    @classmethod
    def _from(cls, stem: str) -> Names:
        return cls(f"{stem}.mp3", f"{stem}.txt", f"{stem}.vtt")


class Shelf:
    """A folder of programmes. `unfinished` is a folder on the same file system for files whose time has not come.

    What is written lies aside until it is settled: a disk that fills up in the middle changes nothing that stands.
    """

    def __init__(self, folder: Path, unfinished: Path) -> None:
        self.folder = folder
        self._unfinished = unfinished

    def write(self, name: str, parts: Iterable[bytes]) -> Made:
        """Write a file aside, whole; give what it must look like from the moment it is settled."""
        path, hashed = self.aside(name), hashlib.sha256()
        with whole_or_gone(path, path), create(path) as file:
            for part in parts:
                hashed.update(part)
                file.write(part)
            file.flush()
            seen = os.fstat(file.fileno())
        return Made(seen.st_size, seen.st_mtime_ns, hashed.hexdigest())

    def settle(self, names: Names) -> None:
        """Put the three files of a programme, written before, into their place.

        Raises:
            UnwritableError: the place is not ours, or read-only.
        """
        for name in (names.sound, names.text, names.captions):
            path = self.folder / name
            try:
                put(self.aside(name), path)
            except OSError as error:
                raise unwritable(path, error) from error

    def aside(self, name: str) -> Path:
        """Give where a file lies that is written and not settled yet."""
        return self._unfinished / name.rpartition("/")[2]

    def remove(self, names: Names) -> None:
        """Remove the files of a programme, and the folders that this leaves empty."""
        for name in (names.sound, names.text, names.captions):
            (self.folder / name).unlink(missing_ok=True)
        for folder in ((self.folder / names.sound).parent, self.folder):
            with contextlib.suppress(OSError):  # not empty, or not there
                folder.rmdir()

    def read(self, name: str) -> bytes:
        """Give the bytes of a file that stands."""
        return (self.folder / name).read_bytes()

    def stands(self, name: str, made: Made) -> bool:
        """Tell whether the file is there with the size and time that it had when it was made."""
        try:
            seen = os.stat(self.folder / name)  # noqa: PTH116 - a third of the time, and this runs for every file
        except OSError:
            return False
        return seen.st_size == made.bytes and seen.st_mtime_ns == made.mtime_ns

    def write_if_other(self, name: str, data: bytes) -> bool:
        """Write a small file unless these very bytes stand there; tell whether it was written."""
        path = self.folder / name
        try:
            if path.read_bytes() == data:
                return False
        except OSError:
            pass
        write_whole(path, data, beside=self._unfinished)
        return True
