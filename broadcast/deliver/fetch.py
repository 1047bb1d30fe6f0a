"""Fetching: a station's files of today and tomorrow over the line it has, none under its name before it is proven."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from broadcast.build.lock import alone
from broadcast.deliver import shown, signature, sums
from broadcast.deliver.download import Parts, bring, gather
from broadcast.deliver.keys import PublicKey, UntrustedError
from broadcast.deliver.line import AbsentError, Line
from broadcast.deliver.patience import LineDownError, Patience
from broadcast.deliver.signature import FILES, LIMIT, SignedFile, Statement
from broadcast.errors import BroadcastError
from broadcast.files import unwritable, write_whole
from broadcast.i18n import _

UNFINISHED = ".unfinished"
_SPARE = 5_000_000  # bytes that stay free: a full disk stops more than us

# complete: all signed files are here; absent: the site has nothing for this day;
# cut: the line did not let all through; refused: what came was not signed by a trusted key
State = Literal["complete", "absent", "cut", "refused"]


@dataclass(frozen=True, slots=True)
class Want:
    """Whose files are fetched, into which folder, and whose signature counts."""

    station: str
    folder: Path
    keys: tuple[PublicKey, ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one day: files that stood already, files that came, and the error if there was one."""

    date: datetime.date
    state: State
    kept: int = 0
    came: int = 0
    error: BroadcastError | None = None


def fetch(line: Line, want: Want, dates: Sequence[datetime.date], patience: Patience) -> tuple[Fetched, ...]:
    """Bring the station's days into `folder/<date>/`, in the order of `dates`.

    A file gets its name when every byte is proven; until then the one that stood there stays. A day
    that the site withdrew or that cannot be fetched stays as it is.

    Raises:
        BroadcastError: the disk refuses, or another fetch is at work in the folder.
    """
    if not signature.NAME.fullmatch(want.station):
        raise BroadcastError(_("{station} cannot be the id of a station").format(station=want.station))
    found: list[Fetched] = []
    with alone(want.folder / UNFINISHED, 0):
        for date in dates:
            down = next((each.error for each in found if each.state == "cut"), None)
            # a line that was given up for one day is not tried for the next in the same run
            found.append(Fetched(date, "cut", error=down) if down else _day(line, want, date, patience))
        if all(each.state == "complete" for each in found):
            Parts(want.folder / UNFINISHED).sweep(())
    return tuple(found)


def _day(line: Line, want: Want, date: datetime.date, patience: Patience) -> Fetched:
    """Bring one day; the three ways in which that can fail are results, and each has its exit code."""
    try:
        return _Day(line, want, date, patience).bring()
    except AbsentError:
        return Fetched(date, "absent")
    except LineDownError as error:
        return Fetched(date, "cut", error=error)
    except UntrustedError as error:
        return Fetched(date, "refused", error=error)


class _Day:
    """One day's work, with what it must know all the time."""

    def __init__(self, line: Line, want: Want, date: datetime.date, patience: Patience) -> None:
        self._line = line
        self._want = want
        self._date = date
        self._patience = patience
        self._folder = want.folder / date.isoformat()
        self._address = f"{date}/{want.station}"
        self._parts = Parts(want.folder / UNFINISHED)

    def bring(self) -> Fetched:
        """Read the signature, then bring file after file; begin again when the site changed meanwhile."""
        came = 0
        while True:
            said = self._accepted()
            lacking = [file for file in said.files if not _stands(self._folder / file.name, file)]
            self._room(lacking)
            wrong = None
            for file in lacking:
                if not self._place(file):
                    wrong = file
                    break
                came += 1
            if wrong is None:
                return Fetched(self._date, "complete", len(said.files) - len(lacking), came)
            # either the line altered it, or the site has a newer one, or none, and a newer signature
            self._patience.spoiled(wrong.name)

    def _accepted(self) -> Statement:
        """Give the latest word of the district for this day, kept beside the files that it proves."""
        text, said = self._signature()
        path = self._folder / FILES
        old = self._standing(path)
        if old:
            gone = {file.name for file in old.files} - {file.name for file in said.files}
            for name in sorted(gone):  # withdrawn by the district: it must not be aired by mistake
                _remove(self._folder / name)
        if not path.is_file() or path.read_bytes() != text:
            write_whole(path, text)
        return said

    def _signature(self) -> tuple[bytes, Statement]:
        """Read the day's signature over the line; what is wrong twice in the same way is no noise."""
        address = f"{self._address}/{FILES}"
        source = f"{self._line.base}/{address}"
        last = None
        while True:
            text = gather(self._line, address, LIMIT, self._patience)
            try:
                said = signature.read(text, self._want.keys, source)
                return text, self._newer(signature.expect(said, self._date, self._want.station, source), source)
            except UntrustedError:
                if text == last:
                    raise
                last = text
                self._patience.failed(_("the signature arrives altered"))

    def _newer(self, said: Statement, source: str) -> Statement:
        old = self._standing(self._folder / FILES)
        if old and (said.serial < old.serial or (said.serial == old.serial and said != old)):
            raise UntrustedError(
                _("{source} is older than what is here: serial {serial} after {seen}").format(
                    source=source, serial=said.serial, seen=old.serial
                ),
                hint=_("somebody answers with files of before; tell the district"),
            )
        return said

    def _standing(self, path: Path) -> Statement | None:
        """Give what the district said last time; a damaged note proves nothing and is written anew."""
        try:
            said = signature.read(path.read_bytes(), self._want.keys, str(path))
            return signature.expect(said, self._date, self._want.station, str(path))
        except (FileNotFoundError, UntrustedError):
            return None

    def _place(self, file: SignedFile) -> bool:
        """Bring a file and give it its name; False when other bytes came than the signed ones."""
        try:
            part = bring(self._line, f"{self._address}/{file.name}", file, self._parts, self._patience)
        except AbsentError:  # signed and not there: the site is being written at this moment
            return False
        if part is None:
            return False
        target = self._folder / file.name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            part.replace(target)
        except OSError as error:
            raise unwritable(target, error) from error
        self._parts.drop(file)
        self._patience.placed()
        return True

    def _room(self, lacking: Sequence[SignedFile]) -> None:
        """Look before the first byte whether the disk has room."""
        need = sum(file.bytes - min(self._parts.size(file), file.bytes) for file in lacking)
        free = shutil.disk_usage(self._folder).free
        if need and free < need + _SPARE:
            raise BroadcastError(
                _("{folder} has {free} free, and {need} are to come").format(
                    folder=self._want.folder, free=shown.size(free), need=shown.size(need + _SPARE)
                ),
                hint=_("remove old days, or give another folder with --to"),
            )


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error


def _stands(path: Path, file: SignedFile) -> bool:
    return path.is_file() and path.stat().st_size == file.bytes and sums.hashed(path) == file.sha256
