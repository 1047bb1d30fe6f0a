"""Wholeness: whether a file ends where its own headers say, which a decoder that does its best never tells."""

from __future__ import annotations

import os
from typing import BinaryIO

_UNKNOWN = 0xFFFF_FF00  # RIFF sizes from here on mean "not known when this was written"
_PAGE = 65_307  # bytes, the longest page of an Ogg file (RFC 3533)
_SLACK = 1  # byte of padding that some writers leave out


def missing(file: BinaryIO) -> int:
    """Tell how many bytes a WAV or Ogg file lacks at its end; 0 for whole ones and for other formats.

    The file's position is left at its start.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(12)
    lacks = 0
    if head[:4] == b"RIFF" and head[8:] == b"WAVE":
        lacks = _riff(int.from_bytes(head[4:8], "little"), size)
    elif head[:4] == b"OggS":
        file.seek(max(size - _PAGE, 0))
        lacks = _ogg(file.read())
    file.seek(0)
    return lacks


def _riff(declared: int, size: int) -> int:
    lacks = declared + 8 - size
    return lacks if 0 < declared < _UNKNOWN and lacks > _SLACK else 0


def _ogg(end: bytes) -> int:
    """Compare the last page's length with what its segment table says."""
    page = end[max(end.rfind(b"OggS"), 0) :]
    table = page[27 : 27 + page[26]] if len(page) > 27 else b""
    return max(27 + len(table) + sum(table) - len(page), 0) if table else 27
