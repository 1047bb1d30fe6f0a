"""The types of the site's files, and which of them shrink on the way."""

from __future__ import annotations

from pathlib import PurePath

TEXT = "text/plain; charset=utf-8"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".mp3": "audio/mpeg",
    ".m3u8": "application/vnd.apple.mpegurl; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".txt": TEXT,
    ".liq": TEXT,
    ".sig": "application/octet-stream",
    ".xml": "application/rss+xml; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".zip": "application/zip",
}
WHOLE = ("audio/mpeg", "image/png", "application/zip", "application/octet-stream")  # gzip gains nothing on these


def kind(name: str) -> str:
    """Give the Content-Type of a file by its name; SHA256SUMS is text."""
    if name == "SHA256SUMS":
        return TEXT
    return KINDS.get(PurePath(name).suffix.lower(), "application/octet-stream")


def shrinks(content_type: str) -> bool:
    """Tell whether a file of this type is worth compressing."""
    return content_type not in WHOLE
