"""The sounds that people brought, by their bytes: each file of the campaign is read and hashed once."""

from __future__ import annotations

import hashlib
from pathlib import Path

from broadcast.files import read_regular


class Content:
    """Hashes files of a campaign's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, str] = {}

    def sha256(self, relative: str) -> str:
        """Give the SHA-256 of a file's bytes, in hexadecimal.

        Raises:
            OSError: the file is missing or cannot be read.
        """
        known = self._known.get(relative)
        if known is None:
            known = self._known[relative] = hashlib.sha256(read_regular(self.folder / relative)).hexdigest()
        return known

    def found(self, relative: str) -> str:
        """Give the same, and "" for a file that is missing: `broadcast check` reports it."""
        try:
            return self.sha256(relative)
        except OSError:
            return ""
