"""Conditional and partial requests (RFC 9110, 13 and 14): what of a file is to be sent."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime

_RANGE = re.compile(r"bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*")


@dataclass(frozen=True, slots=True)
class Share:
    """What is to be sent: a status and the bytes from `start` up to, not including, `end`."""

    status: int
    start: int
    end: int


def tag(stat: os.stat_result, variant: str = "") -> str:
    """Give a strong ETag: files are replaced whole, so time in nanoseconds, size and inode name the bytes."""
    return f'"{stat.st_mtime_ns:x}-{stat.st_size:x}-{stat.st_ino:x}{variant}"'


def modified(stat: os.stat_result) -> str:
    """Give the Last-Modified date of a file."""
    return formatdate(stat.st_mtime, usegmt=True)


def unchanged(headers: dict[str, str], etag: str, stat: os.stat_result) -> bool:
    """Tell whether the asker has these bytes already (If-None-Match, else If-Modified-Since)."""
    if "if-none-match" in headers:
        known = [each.strip().removeprefix("W/") for each in headers["if-none-match"].split(",")]
        return "*" in known or etag in known
    since = _seconds(headers.get("if-modified-since", ""))
    return since is not None and int(stat.st_mtime) <= since


def share(headers: dict[str, str], etag: str, stat: os.stat_result) -> Share:
    """Tell which bytes are asked for: one range, or everything.

    Several ranges, an unreadable one, or one whose If-Range is of other bytes give the whole file, as
    the RFC allows; a range behind the end gives 416.
    """
    whole = Share(200, 0, stat.st_size)
    found = _RANGE.fullmatch(headers.get("range", ""))
    if not found or not any(found.groups()):
        return whole
    if "if-range" in headers and headers["if-range"] not in (etag, modified(stat)):
        return whole
    return _bounds(found[1][:18], found[2][:18], stat.st_size, whole)


def _bounds(first: str, last: str, size: int, whole: Share) -> Share:
    refused = Share(416, 0, 0)
    if not first:  # the last N bytes
        return Share(206, max(size - int(last), 0), size) if int(last) and size else refused
    if last and int(last) < int(first):
        return whole
    if int(first) >= size:
        return refused
    return Share(206, int(first), min(int(last) + 1, size) if last else size)


def _seconds(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp()
    except ValueError:
        return None
