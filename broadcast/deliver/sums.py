"""Sums: what lies in a folder, to the byte, in the form that `sha256sum -c` reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

NAME = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_BLOCK = 1 << 20


def hashed(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def written(sums: Iterable[tuple[str, str]]) -> bytes:
    """Give the file's bytes for pairs of name and SHA-256, in their order."""
    return "".join(f"{sha256}  {name}\n" for name, sha256 in sums).encode()


def read(path: Path) -> dict[str, str]:
    """Give SHA-256 by name; lines of another form, and a file that is not there, say nothing."""
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return {}
    return {found[2]: found[1] for line in text.splitlines() if (found := _LINE.fullmatch(line))}
