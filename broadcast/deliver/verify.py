"""Verifying: for each file in a folder or on a site whether it is right, altered, missing or foreign."""

from __future__ import annotations

import datetime
import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from broadcast.build.manifest import NAME as MANIFEST
from broadcast.build.manifest import load
from broadcast.deliver import signature, sums
from broadcast.deliver.download import gather
from broadcast.deliver.keys import PublicKey, UntrustedError
from broadcast.deliver.line import AbsentError, Line, LineError
from broadcast.deliver.patience import Patience
from broadcast.deliver.signature import EVERY, FILES, LIMIT, SUFFIX, SignedFile, Statement
from broadcast.i18n import _

# right: what the district signed; altered: other bytes; missing: signed and not there;
# foreign: there and nobody's; beside: a page or note that goes with the sound, never aired, proven by sums alone
Status = Literal["right", "altered", "missing", "foreign", "beside"]
STATUSES: tuple[Status, ...] = ("right", "altered", "missing", "foreign", "beside")
_DEPTH = 3  # from a stick's root or a site's root to a station's folder, and one to spare
_PAGES = ("index.html", "HUONG-DAN.txt", sums.NAME)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file is; `path` is relative to what was examined."""

    path: str
    status: Status


@dataclass(frozen=True, slots=True)
class Examined:
    """A day of one station (or "-": the manifest of all), as the signature names it."""

    where: str
    statement: Statement
    verdicts: tuple[Verdict, ...]

    @property
    def sound(self) -> bool:
        """Tell whether nothing is altered, missing or foreign."""
        return all(each.status in ("right", "beside") for each in self.verdicts)


def verify(folder: Path, keys: Sequence[PublicKey]) -> tuple[Examined, ...]:
    """Examine every signed folder in or under `folder`: a day, a whole site, a stick, a fetched folder.

    Raises:
        UntrustedError: nothing there is signed, or a signature does not hold.
    """
    found = tuple(_examine(path, folder, keys) for path in _signatures(folder))
    if not found:
        raise UntrustedError(_("nothing in {folder} is signed: nobody can say whose it is").format(folder=folder))
    return found


def verify_site(line: Line, path: str, keys: Sequence[PublicKey], patience: Patience) -> Examined:
    """Examine a station's day on a site; foreign files cannot be seen from outside.

    Args:
        line: the line to the site.
        path: the station's day there, "2024-11-20/dinh-ca", or "" when the line leads to it.
        keys: the keys that are trusted.
        patience: for the line's failures.

    Raises:
        UntrustedError: there is no signature, or it does not hold.
        LineDownError: the line did not let everything through.
    """
    address = f"{path}/{FILES}".lstrip("/")
    source = f"{line.base}/{address}"
    try:
        text = gather(line, address, LIMIT, patience)
    except AbsentError as error:
        raise UntrustedError(_("there is no signature at {source}").format(source=source)) from error
    said = signature.read(text, keys, source)
    verdicts = []
    for file in said.files:
        name = f"{path}/{file.name}".lstrip("/")
        verdicts.append(Verdict(file.name, _answered(line, name, file, patience)))
    return Examined(source, said, tuple(verdicts))


def _signatures(folder: Path) -> list[Path]:
    return sorted(
        path
        for depth in range(_DEPTH)
        for name in (FILES, f"{MANIFEST}{SUFFIX}")
        for path in folder.glob("*/" * depth + name)
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _examine(path: Path, root: Path, keys: Sequence[PublicKey]) -> Examined:
    place = path.parent
    said = signature.read(path.read_bytes(), keys, str(path))
    for named in _days_of(place):  # a day of before, put where another day is looked for
        signature.expect(said, named, said.station, str(path))
    verdicts = [Verdict(_way(place / file.name, root), _judged(place / file.name, file)) for file in said.files]
    verdicts += _unsigned_stations(place, root) if said.station == EVERY else _others(place, said, root)
    return Examined(_way(place, root), said, tuple(verdicts))


def _days_of(place: Path) -> Iterator[datetime.date]:
    """Give the day that a folder's name, or the one above, promises: "2024-11-20" or "20241120_dinh-ca"."""
    for name in (place.name, place.parent.name):
        try:
            yield datetime.date.fromisoformat(name.partition("_")[0])
        except ValueError:
            continue


def _judged(path: Path, file: SignedFile) -> Status:
    if not path.is_file():
        return "missing"
    if path.stat().st_size != file.bytes or sums.hashed(path) != file.sha256:
        return "altered"
    return "right"


def _unsigned_stations(place: Path, root: Path) -> Iterator[Verdict]:
    """Name the signatures that the manifest's stations lack."""
    if (place / MANIFEST).is_file():
        for station in load(place / MANIFEST).stations:
            path = place / station.id / FILES
            if not path.is_file():
                yield Verdict(_way(path, root), "missing")


def _others(place: Path, said: Statement, root: Path) -> Iterator[Verdict]:
    """Judge what is not signed: pages and notes by their sums, the ZIP by what is in it, all else is foreign."""
    listed = sums.read(place / sums.NAME)
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_file() and name != FILES and not said.file(name):
            yield Verdict(_way(path, root), _unsigned(path, name, said, listed))
    for name in sorted(listed.keys() - {file.name for file in said.files}):
        if not (place / name).is_file():
            yield Verdict(_way(place / name, root), "missing")


def _unsigned(path: Path, name: str, said: Statement, listed: dict[str, str]) -> Status:
    if path.suffix == ".zip":
        return _packed(path, said)
    if path.suffix == ".m3u8":
        return _listing(path, said)
    if name not in _PAGES and not name.startswith("assets/"):
        return "foreign"
    if name == sums.NAME:
        agree = all(listed.get(file.name, file.sha256) == file.sha256 for file in said.files)
        return "beside" if agree else "altered"
    return "beside" if listed.get(name) in (None, sums.hashed(path)) else "altered"


def _listing(path: Path, said: Statement) -> Status:
    """Judge a play list: it may name signed files only."""
    named = (line for line in path.read_text("utf-8", "replace").splitlines() if line and not line.startswith("#"))
    return "beside" if all(said.file(unquote(name)) for name in named) else "altered"


def _packed(path: Path, said: Statement) -> Status:
    """Judge a ZIP: every sound in it must be signed."""
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                file = said.file(member.filename.rpartition("/")[2])
                if file is None and not member.filename.endswith(sums.NAME):
                    return "altered"
                if file and member.file_size != file.bytes:
                    return "altered"
                if file and hashlib.sha256(archive.read(member)).hexdigest() != file.sha256:
                    return "altered"
    except (zipfile.BadZipFile, EOFError):
        return "altered"
    return "beside"


def _way(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _answered(line: Line, address: str, file: SignedFile, patience: Patience) -> Status:
    """Read a file on a site to its end, over as many cuts as there are, and throw it away."""
    digest, size, validator = hashlib.sha256(), 0, ""
    while True:
        try:
            with line.open(address, size, validator) as answer:
                if answer.total not in (None, file.bytes):
                    return "altered"
                if answer.start == 0:
                    digest, size, validator = hashlib.sha256(), 0, answer.validator
                for block in answer.blocks:
                    digest.update(block)
                    size += len(block)
                    patience.came(len(block))
            if size >= file.bytes or answer.total is None:
                return "right" if digest.hexdigest() == file.sha256 else "altered"
            raise LineError(_("the line was cut"))
        except AbsentError:
            return "missing"
        except LineError as error:
            patience.failed(error.reason, error.wait)
