"""What can be made again at a price, kept between runs in the user's own cache folder.

What lies there is trusted as the program itself is, like Python's own compiled modules.
"""

from __future__ import annotations

import functools
import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeVar, get_args

from broadcast.errors import BroadcastError
from broadcast.files import standing, write_whole

_Value = TypeVar("_Value")
Kind = Literal["plans", "approvals", "templates"]


def folder() -> Path:
    """Give the folder of what can be made again: $BROADCAST_CACHE, or the user's own."""
    if named := os.environ.get("BROADCAST_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "broadcast" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "broadcast"


@functools.cache
def program() -> bytes:
    """Hash the program: Python's version, and its own files by size and time. What another one kept is not used."""
    hashed = hashlib.sha256(sys.version.encode())
    for name, seen in standing(Path(__file__).parent):
        if name.endswith(".py"):
            hashed.update(f"\0{name}\0{seen.st_size}\0{seen.st_mtime_ns}".encode(errors="surrogateescape"))
    return hashed.digest()


def recall(
    kind: Kind, path: Path, key: bytes, make: Callable[[], _Value], settled: Callable[[], bool] = lambda: True
) -> _Value:
    """Give what was made of a path when all that it comes from was the same; make it now, and keep it, otherwise.

    Args:
        kind: of value; a folder of the cache.
        path: what it is made of, as it was named: the value may name it.
        key: a hash of all that it comes from, of one length for each kind.
        make: makes it; what it raises goes through, and nothing is kept.
        settled: tells, after the making, whether the key still holds; if not, nothing is kept.
    """
    name = hashlib.sha256(os.fsencode(path.absolute()) + b"\0" + os.fsencode(path)).hexdigest()[:16]
    found = kept(kind, name, key)
    if found is not None:
        return pickle.loads(found)  # type: ignore[no-any-return] # noqa: S301 - whole, and of this very program
    value = make()
    if settled():
        keep(kind, name, key, pickle.dumps(value, protocol=5))
    return value


def forget(seconds: float, now: float) -> tuple[int, int]:
    """Remove what was not used for so many seconds, as the clock shows `now` (since 1970); give files and bytes.

    Raises:
        OSError: something cannot be removed.
    """
    files = [path for kind in get_args(Kind) for path in (folder() / kind).glob("*")]
    seen = [(path, path.stat()) for path in files]
    old = [(path, stat.st_size) for path, stat in seen if now - max(stat.st_mtime, stat.st_atime) > seconds]
    for path, _size in old:
        path.unlink(missing_ok=True)
    return len(old), sum(size for _path, size in old)


def kept(kind: Kind, name: str, key: bytes) -> bytes | None:
    """Give the bytes that were kept under a name and this very key; None when there are none, or damaged ones."""
    try:
        data = (folder() / kind / name).read_bytes()
    except OSError:
        return None
    head, payload = data[: len(key)], data[len(key) + hashlib.sha256().digest_size :]
    if head != key or hashlib.sha256(payload).digest() != data[len(key) : len(data) - len(payload)]:
        return None
    return payload


def keep(kind: Kind, name: str, key: bytes, payload: bytes) -> None:
    """Keep bytes under a name for as long as the key holds; where nothing can be written, nothing is kept."""
    try:
        write_whole(folder() / kind / name, (key, hashlib.sha256(payload).digest(), payload))
    except BroadcastError:
        return  # a home that cannot be written: the next run makes it again
