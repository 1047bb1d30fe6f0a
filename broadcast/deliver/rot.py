"""Rot: whether what was published stands as it was written, and how what does not is made again."""

from __future__ import annotations

import contextlib
import datetime
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from broadcast.deliver import keys, record


def mark(data: bytes) -> str:
    """Give size and CRC-32 of a file's bytes: against disks, and quick; against people there are signatures."""
    return f"{len(data)}:{zlib.crc32(data):08x}"


def marked(path: Path) -> str:
    """Give the mark of a file that stands; "" when there is none that can be read."""
    try:
        return mark(path.read_bytes())
    except OSError:
        return ""


def rotten(out: Path, dates: Sequence[datetime.date]) -> Iterator[Path]:
    """Name the files that the site has for good or for these days, and that are not there as they were published."""
    yield from _other(out, record.load_site(out).files)
    for date in dates:
        day = record.load_day(out / date.isoformat())
        yield from _other(out / date.isoformat(), day.files if day else {})


def forget(out: Path, path: Path, dates: Sequence[datetime.date]) -> None:
    """Take a file away, and what was noted of it, so that the next build and publishing make it again.

    A folder that is read-only keeps what it has; the next look says so.
    """
    parts = path.relative_to(out).parts
    gone = [path]
    if parts[0] == keys.PUBLISHED:  # is laid down with the days' signatures
        gone += [out / date.isoformat() / record.NAME for date in dates]
    elif parts[0] == "stations":
        gone.append(path.with_name("index.html"))
    elif len(parts) > 1:
        gone.append(out / parts[0] / record.NAME)
    for each in gone:
        with contextlib.suppress(OSError):
            each.unlink(missing_ok=True)


def _other(folder: Path, marks: Mapping[str, str]) -> Iterator[Path]:
    for name, said in marks.items():
        way = PurePosixPath(name)
        if not way.is_absolute() and ".." not in way.parts and marked(folder / name) != said:
            yield folder / name
