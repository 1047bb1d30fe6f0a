"""Signing a day: after the pages are made, the district vouches for the manifest and for each station's files."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from broadcast.build.manifest import NAME as MANIFEST
from broadcast.build.manifest import ManifestProgramme, load
from broadcast.deliver import keys, signature
from broadcast.deliver.day import StationDay, present, station_days
from broadcast.deliver.keys import SigningKey, UntrustedError
from broadcast.deliver.signature import EVERY, FILES, SUFFIX, SignedFile, Statement
from broadcast.files import write_whole


def sign(out: Path, date: datetime.date, key: SigningKey, now: datetime.datetime) -> int:
    """Sign the manifest of a day and each station's files; what has not changed keeps its signature.

    The sums of the sound are the manifest's, so only small files are read, whatever the number of stations.

    Args:
        out: the folder of the days.
        date: the day, built.
        key: the district's secret.
        now: an aware instant, from which the serial is made.

    Returns:
        how many signatures were written.

    Raises:
        BroadcastError: the manifest cannot be read, or the disk refuses.
    """
    folder = out / date.isoformat()
    serial = int(now.timestamp())
    keys.publish(out, key.public)
    written = 0
    for day in station_days(load(folder / MANIFEST)):
        files = tuple(_files(present(day, folder), folder))
        statement = Statement(date, day.station.id, serial, files)
        written += _keep(folder / day.station.id / FILES, statement, key)
    listed = (_hashed(folder / MANIFEST),)
    return written + _keep(folder / f"{MANIFEST}{SUFFIX}", Statement(date, EVERY, serial, listed), key)


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


def _keep(path: Path, statement: Statement, key: SigningKey) -> int:
    """Write a signature unless the one that stands there says the same; a new one is always the later word."""
    old = _standing(path, key)
    if old and replace(old, serial=statement.serial) == statement:
        return 0
    if old and old.serial >= statement.serial:  # the clock was set back, or two builds fell into one second
        statement = replace(statement, serial=old.serial + 1)
    write_whole(path, signature.written(statement, key))
    return 1


def _standing(path: Path, key: SigningKey) -> Statement | None:
    try:
        return signature.read(path.read_bytes(), (key.public,), str(path))
    except (FileNotFoundError, UntrustedError):  # another key's, or damaged: this one takes its place
        return None
