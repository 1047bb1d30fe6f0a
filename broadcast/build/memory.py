"""Memory: arrays of megabytes come and go by the thousand, and glibc is told to keep what it has for the next."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # glibc's malloc.h
_MANY = 128  # stations
_LARGEST = 1 << 29  # bytes: no array of a build is larger


@contextmanager
def kept() -> Iterator[None]:
    """Let one heap serve all threads and keep what is freed: a seventh of the page faults, a smaller peak.

    Where the system's library is not glibc, nothing happens to the heap. What is there already is not looked
    through again and again for cycles meanwhile: the plan of a thousand stations is large.
    """
    mallopt = getattr(_library(), "mallopt", None)
    if mallopt:
        for option, value in ((_M_ARENA_MAX, 1), (_M_MMAP_THRESHOLD, _LARGEST), (_M_TRIM_THRESHOLD, _LARGEST)):
            mallopt(option, value)
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def give_back(stations: int) -> None:
    """Return what is free to the system, where stations are many: their figures take the place of the sounds."""
    if stations < _MANY:
        return
    gc.collect()
    trim = getattr(_library(), "malloc_trim", None)
    if trim:
        trim(0)


def _library() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):  # Windows names no library of its own
        return None
