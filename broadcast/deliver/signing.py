"""Signing a day: when its pages are made, the district vouches for the manifest and for each station's files."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from broadcast.build.manifest import NAME as MANIFEST
from broadcast.build.manifest import ManifestProgramme
from broadcast.deliver import keys, signature
from broadcast.deliver.day import StationDay
from broadcast.deliver.keys import SigningKey, UntrustedError
from broadcast.deliver.signature import EVERY, FILES, SUFFIX, SignedFile, Statement

Write = Callable[[Path, bytes], None]


class Signer:
    """Signs days with the district's key; what has not changed keeps its signature.

    The sums of the sound are the manifest's, so only small files are read.

    Args:
        out: the site, which gets the public key.
        folder: the keys; None when nothing is to be signed.
        now: an aware instant, from which the serials are made.
    """

    def __init__(self, out: Path, folder: Path | None, now: datetime.datetime) -> None:
        self._out = out
        self._folder = folder
        self._serial = int(now.timestamp())
        self.stamp = keys.stamp(folder) if folder else ""

    @property
    def signs(self) -> bool:
        """Tell whether there is a key."""
        return bool(self.stamp)

    def station(self, day: StationDay, folder: Path, write: Write) -> int:
        """Sign the files of a station's day; `folder` is the manifest's. Give how many signatures were written."""
        path = folder / day.station.id / FILES
        files = tuple(_files(day, folder))
        return self._keep(path, Statement(day.date, day.station.id, self._serial, files), write)

    def manifest(self, folder: Path, date: datetime.date, write: Write) -> int:
        """Sign the manifest of the day in `folder`. Give how many signatures were written."""
        self._publish(write)
        listed = (_hashed(folder / MANIFEST),)
        return self._keep(folder / f"{MANIFEST}{SUFFIX}", Statement(date, EVERY, self._serial, listed), write)

    @cached_property
    def _key(self) -> SigningKey:
        key = keys.load(self._folder) if self._folder else None
        if key is None:  # it went between two looks
            raise keys.no_key(str(self._folder))
        return key

    def _publish(self, write: Write) -> None:
        """Leave the public key in the site, for `broadcast keys trust`."""
        path = self._out / keys.PUBLISHED
        if not (path.is_file() and path.read_bytes() == self._key.public.pem):
            write(path, self._key.public.pem)

    def _keep(self, path: Path, statement: Statement, write: Write) -> int:
        """Write a signature unless the one that stands there says the same; a new one is always the later word."""
        old = _standing(path, self._key)
        if old and replace(old, serial=statement.serial) == statement:
            return 0
        if old and old.serial >= statement.serial:  # the clock was set back, or two builds fell into one second
            statement = replace(statement, serial=old.serial + 1)
        write(path, signature.written(statement, self._key))
        return 1


def _files(day: StationDay, folder: Path) -> Iterator[SignedFile]:
    """Give the station's files in play order: the sound first, then words, captions and play list."""
    for programme in day.programmes:
        yield SignedFile(Path(programme.file).name, programme.bytes, programme.sha256)
    for path in (*_beside(day.programmes), f"{day.station.id}/{day.stem}.m3u8"):
        if (folder / path).is_file():
            yield _hashed(folder / path)


def _beside(programmes: tuple[ManifestProgramme, ...]) -> Iterator[str]:
    for programme in programmes:
        yield programme.text
        yield programme.captions


def _hashed(path: Path) -> SignedFile:
    data = path.read_bytes()
    return SignedFile(path.name, len(data), hashlib.sha256(data).hexdigest())


def _standing(path: Path, key: SigningKey) -> Statement | None:
    try:
        return signature.read(path.read_bytes(), (key.public,), str(path))
    except (FileNotFoundError, UntrustedError):  # another key's, or damaged: this one takes its place
        return None
