"""Downloads: a signed file brought over a bad line, kept between runs until every byte of it is right."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from broadcast.deliver import sums
from broadcast.deliver.line import Answer, Line, LineError
from broadcast.deliver.patience import Patience
from broadcast.deliver.signature import SignedFile
from broadcast.files import unwritable
from broadcast.i18n import _


class Parts:
    """What has come of files so far, under their sums, so that a changed file never continues an old one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, file: SignedFile) -> Path:
        """Give where the bytes of a file gather."""
        return self.folder / f"{file.sha256}.part"

    def size(self, file: SignedFile) -> int:
        """Give how many bytes have come."""
        path = self.path(file)
        return path.stat().st_size if path.is_file() else 0

    def drop(self, file: SignedFile) -> None:
        """Begin a file anew."""
        self.path(file).unlink(missing_ok=True)
        self._version(file).unlink(missing_ok=True)

    def sweep(self, kept: Iterable[SignedFile]) -> None:
        """Remove what belongs to no file of `kept`: the district has changed those."""
        names = {name for file in kept for name in (self.path(file).name, self._version(file).name)}
        for path in self.folder.glob("*.part*"):
            if path.name not in names:
                path.unlink()

    def validator(self, file: SignedFile) -> str:
        """Give the server's name for the version of which a part is here; "" when unknown."""
        path = self._version(file)
        return path.read_text("latin-1") if path.is_file() else ""

    def note(self, file: SignedFile, validator: str) -> None:
        """Keep the server's name for the version that is coming."""
        self._version(file).write_text(validator, "latin-1")

    def _version(self, file: SignedFile) -> Path:
        return self.folder / f"{file.sha256}.part-of"


def gather(line: Line, path: str, limit: int, patience: Patience) -> bytes:
    """Bring a small file into memory, over as many cuts as there are.

    Raises:
        LineDownError: the patience is at its end.
        AbsentError: the server has no such file.
    """
    data, validator = bytearray(), ""
    while True:
        try:
            with line.open(path, len(data), validator) as answer:
                del data[answer.start :]
                validator = answer.validator
                for block in answer.blocks:
                    data += block
                    patience.came(len(block))
                    if len(data) > limit:
                        data.clear()
                        raise LineError(_("the answer is too long"))
            # a head that was cut tells no length, and then nothing follows
            if data and answer.total in (None, len(data)):
                return bytes(data)
            raise LineError(_("the line was cut"))
        except LineError as error:
            patience.failed(error.reason, error.wait)


def bring(line: Line, path: str, file: SignedFile, parts: Parts, patience: Patience) -> Path | None:
    """Bring a file until all its bytes are here, over as many cuts as there are.

    Returns:
        where its bytes lie, proven by their sum; None when they came whole and are not the signed ones.

    Raises:
        LineDownError: the patience is at its end; what came is kept.
        AbsentError: the server has no such file.
        BroadcastError: the disk refuses.
    """
    try:
        while parts.size(file) < file.bytes:
            try:
                if not _more(line, path, file, parts, patience):
                    parts.drop(file)
                    return None
            except LineError as error:
                patience.failed(error.reason, error.wait)
        if not file.bytes:
            parts.path(file).touch()
        if sums.hashed(parts.path(file)) == file.sha256:
            return parts.path(file)
        parts.drop(file)
    except OSError as error:
        raise unwritable(parts.path(file), error) from error
    return None


def _more(line: Line, path: str, file: SignedFile, parts: Parts, patience: Patience) -> bool:
    """Ask once, and keep what comes; False when the site's file has another length than the signed one."""
    have = parts.size(file)
    with line.open(path, have, parts.validator(file)) as answer:
        if answer.total is None and answer.start < have:  # 416, or a server that tells no length
            parts.drop(file)
        if answer.total not in (None, file.bytes):
            return False
        if answer.start == 0:
            parts.drop(file)
            parts.note(file, answer.validator)
        _append(answer, file, parts, patience)
    if parts.size(file) < file.bytes:
        raise LineError(_("the line was cut"))
    return True


def _append(answer: Answer, file: SignedFile, parts: Parts, patience: Patience) -> None:
    room = file.bytes - answer.start
    with parts.path(file).open("ab") as target:
        try:
            for block in answer.blocks:
                target.write(block[:room])
                room -= len(block)
                patience.came(len(block))
                if room <= 0:
                    break
        finally:
            # a power cut after the file has its name must not leave a hole in it
            target.flush()
            os.fsync(target.fileno())
