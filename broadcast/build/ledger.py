"""The ledger of a day: what was made, from which recipe, and how its files looked when they were whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Literal

from broadcast.build.manifest import Rung
from broadcast.campaign.campaign import CueKind
from broadcast.files import write_whole

VERSION = 3  # 2: the last line is a SHA-256 of all before it; 3: approvals
_SEAL = 67  # bytes of that line: the digits, their quotation marks, the line's end


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file: its size in bytes, its time of change in ns, and its SHA-256."""

    bytes: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One programme of the day.

    `head` and `body` are keys of pieces in `Ledger.pieces`: the station's own first piece and, as an
    index into `Ledger.bodies`, what follows it. `approval` is the code under which it was made; `replaces`
    the SHA-256 of the file that stood there before an urgent message came, or went.
    """

    station: str
    slot: str
    key: str
    voice: str
    rung: Rung
    approval: str | None
    urgent: bool
    replaces: str | None
    seconds: float
    lufs: float
    dbtp: float
    head: str
    body: int
    sound: Made
    text: Made
    captions: Made


@dataclass(frozen=True, slots=True)
class Known:
    """A piece as the ledger remembers it: enough to show it and to say what changed."""

    kind: CueKind
    id: str
    title: str
    seconds: float
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything remembered of one day; entries by station and slot."""

    pieces: Mapping[str, Known]
    bodies: tuple[tuple[str, ...], ...]
    entries: Mapping[tuple[str, str], Entry]


EMPTY = Ledger({}, (), {})


def read(path: Path) -> Ledger:
    """Read a day's ledger; one that is missing, altered, cut or of another version remembers nothing."""
    try:
        data = path.read_bytes()
    except OSError:
        return EMPTY
    if not _whole(data):
        return EMPTY
    try:
        return _parse(data[:-_SEAL].splitlines())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):  # whole, but not as we write it
        return EMPTY


def state(path: Path) -> Literal["", "rotten", "outdated"]:
    """Tell why a ledger that is there remembers nothing: it was altered or cut, or another version wrote it."""
    try:
        data = path.read_bytes()
        version = json.loads(data.partition(b"\n")[0])["version"]
    except OSError:
        return ""
    except (ValueError, KeyError, TypeError, RecursionError):
        return "rotten"
    return "" if _whole(data) and version == VERSION else "rotten" if version == VERSION else "outdated"


def _parse(lines: list[bytes]) -> Ledger:
    head = json.loads(lines[0] if lines else b"")
    if head["version"] != VERSION:
        return EMPTY
    pieces = {key: Known(*values) for key, values in head["pieces"].items()}
    bodies = tuple(tuple(body) for body in head["bodies"])
    entries = (_entry(json.loads(line)) for line in lines[1:])
    return Ledger(pieces, bodies, {(entry.station, entry.slot): entry for entry in entries})


def write(path: Path, ledger: Ledger) -> None:
    """Write a day's ledger, whole; its last line proves the others."""
    write_whole(path, _sealed(_lines(ledger)))


def _sealed(lines: Iterable[bytes]) -> Iterator[bytes]:
    hashed = hashlib.sha256()
    for line in lines:
        hashed.update(line)
        yield line
    yield _seal(hashed)


def _whole(data: bytes) -> bool:
    return data[-_SEAL:] == _seal(hashlib.sha256(data[:-_SEAL]))


def _seal(hashed: hashlib._Hash) -> bytes:
    return f'"{hashed.hexdigest()}"\n'.encode()


def _lines(ledger: Ledger) -> Iterator[bytes]:
    head = {
        "version": VERSION,
        "pieces": {key: astuple(known) for key, known in ledger.pieces.items()},
        "bodies": ledger.bodies,
    }
    yield _line(head)
    for entry in ledger.entries.values():
        yield _line(astuple(entry))


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _entry(values: list[Any]) -> Entry:
    made = [Made(*each) for each in values[-3:]]
    return Entry(*values[:-3], *made)
