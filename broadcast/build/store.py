"""The store: every sentence and piece that was made, once, under the hash of all that could change it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from broadcast.files import write_whole

Shelf = Literal["sentence", "piece"]

FOLDER = ".store"
_FAMILY = b"broadcast-store-"
_MAGIC = _FAMILY + b"1 "


@dataclass(frozen=True, slots=True)
class Record:
    """What a key stands for: a few figures, and the bytes."""

    meta: dict[str, Any]
    payload: bytes


class Store:
    """Records by shelf and key in `folder`; a record is whole and unaltered, or it is not there.

    Each file is one line of JSON with the SHA-256 of what follows, then the payload. Safe for threads
    and for a process that is killed: files appear whole. A run under the lock sweeps the folder
    `unfinished`; whoever writes without the lock names another.
    """

    def __init__(self, folder: Path, unfinished: str = "unfinished") -> None:
        self.folder = folder
        self.unfinished = folder / unfinished
        self.lost: list[Literal["rotten", "outdated"]] = []  # records that were there and said nothing

    def path(self, shelf: Shelf, key: str) -> Path:
        """Give where the record lies, whether it is there or not."""
        return self.folder / shelf / key[:2] / key

    def get(self, shelf: Shelf, key: str) -> Record | None:
        """Give the record, or None when there is none; one that was cut, altered or cannot be read is removed."""
        path = self.path(shelf, key)
        try:
            data = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:  # a bad sector, say: what is made again is written elsewhere
            data = b""
        record = _parse(data)
        if record is None:
            path.unlink(missing_ok=True)
            other = data.startswith(_FAMILY) and not data.startswith(_MAGIC)
            self.lost.append("outdated" if other else "rotten")
        return record

    @staticmethod
    def whole(path: Path) -> bool:
        """Tell whether the record in a file is whole and unaltered."""
        try:
            return _parse(path.read_bytes()) is not None
        except OSError:
            return False

    def has(self, shelf: Shelf, key: str) -> bool:
        """Tell whether a record stands under the key, without reading it."""
        return self.path(shelf, key).exists()

    def put(self, shelf: Shelf, key: str, meta: dict[str, Any], payload: bytes) -> Record:
        """Keep a record; the same key may be put again.

        Raises:
            BroadcastError: the disk is full or read-only.
        """
        inner = json.dumps(meta, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        digest = hashlib.sha256(inner)
        digest.update(payload)
        head = _MAGIC + digest.hexdigest().encode() + b"\n" + inner
        write_whole(self.path(shelf, key), (head, payload), beside=self.unfinished)
        return Record(meta, payload)


def _parse(data: bytes) -> Record | None:
    head, _newline, rest = data.partition(b"\n")
    if not head.startswith(_MAGIC) or hashlib.sha256(rest).hexdigest().encode() != head[len(_MAGIC) :]:
        return None
    inner, _newline, payload = rest.partition(b"\n")
    try:
        meta = json.loads(inner)
    except (ValueError, RecursionError):  # whole, but nothing that this program wrote
        return None
    return Record(meta, payload) if isinstance(meta, dict) else None
