"""The stick: a station's day in one folder that the cheapest player plays in order, proven by reading it back."""

from __future__ import annotations

import datetime
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from broadcast.build.manifest import NAME as MANIFEST
from broadcast.build.manifest import load
from broadcast.deliver import shown, sums
from broadcast.deliver.day import StationDay, hour, present, station_days
from broadcast.deliver.guide import NAME as GUIDE
from broadcast.deliver.guide import guide
from broadcast.deliver.pages import day_page
from broadcast.deliver.playlists import m3u8
from broadcast.deliver.signature import FILES
from broadcast.errors import BroadcastError, Fault
from broadcast.files import TEMPORARY, unwritable
from broadcast.i18n import _

_CLUSTER = 1 << 16  # the largest that FAT uses: what a small file takes at most
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class StickFile:
    """A file for the stick: its name there, its bytes or where they lie, and their SHA-256 where it is known."""

    name: str
    source: Path | bytes
    sha256: str = ""

    @property
    def size(self) -> int:
        """Give its length in bytes."""
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size

    def blocks(self) -> Iterator[bytes]:
        """Give its bytes in parts."""
        if isinstance(self.source, bytes):
            yield self.source
            return
        with self.source.open("rb") as file:
            while block := file.read(_BLOCK):
                yield block


@dataclass(frozen=True, slots=True)
class Exported:
    """The folder on the stick, what is in it, and what a person should know about it."""

    folder: Path
    programmes: int
    files: int
    faults: tuple[Fault, ...]


def export(out: Path, date: datetime.date, station: str, stick: Path) -> Exported:
    """Put a station's day onto a stick, as the folder "20241120_dinh-ca".

    Everything is written into a new folder, flushed, read back and compared; then the folder gets its
    name. One of an earlier export is replaced; anything else on the stick is left alone.

    Raises:
        BroadcastError: the day or the station is not there, the stick is full, refuses or gives back other
            bytes, or there is something of the operator's own in the folder.
    """
    day = _day(out / date.isoformat(), date, station)
    files = tuple(_files(out, day))
    if not stick.is_dir():
        raise BroadcastError(_("{folder} is not there").format(folder=stick), hint=_("is the stick plugged in?"))
    target = stick / day.stem
    _refuse_strangers(target)
    unfinished = stick / f"{TEMPORARY}{day.stem}"
    try:
        if unfinished.is_dir():  # of an export that was killed
            shutil.rmtree(unfinished)
        _refuse_full(stick, files)
        unfinished.mkdir()
        try:
            fill(unfinished, files)
            _take_place(unfinished, target)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    except OSError as error:
        raise unwritable(target, error) from error
    return Exported(target, len(day.programmes), len(files) + 1, tuple(_faults(day, files)))


def fill(folder: Path, files: Sequence[StickFile]) -> None:
    """Write files into an empty folder in their order, flush each, read all back and compare.

    A FAT directory keeps the order in which names were made, and cheap players play in that order; so
    each file is made under its own name, and whole because the folder itself has none yet.

    Raises:
        BroadcastError: a source changed meanwhile, or the stick gave back other bytes.
        OSError: the stick refuses.
    """
    written = [(file.name, _write(folder / file.name, file)) for file in files]
    listed = StickFile(sums.NAME, sums.written(entry for entry in written if entry[0] != FILES))
    written.append((listed.name, _write(folder / listed.name, listed)))
    _flush(folder)
    for name, sha256 in written:
        _forget(folder / name)
        if sums.hashed(folder / name) != sha256:
            raise BroadcastError(
                _("the stick gave back other bytes for {name} than were written").format(name=name),
                hint=_("take another stick: this one loses what it is given"),
            )


def _day(folder: Path, date: datetime.date, station: str) -> StationDay:
    if not (folder / MANIFEST).is_file():
        raise BroadcastError(
            _("there is nothing for {date} in {folder}").format(date=date, folder=folder.parent),
            hint=_("run broadcast build, or name the folder of the days with --out"),
        )
    manifest = load(folder / MANIFEST)
    said = next((day for day in station_days(manifest) if day.station.id == station), None)
    if said is None:
        raise BroadcastError(
            _("unknown station {name}").format(name=station),
            hint=_("the day has {names}").format(names=", ".join(each.id for each in manifest.stations)),
        )
    day = present(said, folder)
    if not day.programmes:
        raise BroadcastError(
            _("{station} has no programme on {date}").format(station=station, date=date),
            hint=_("run broadcast build: it makes them"),
        )
    return day


def _files(out: Path, day: StationDay) -> Iterator[StickFile]:
    """Give all files in the order of the FAT directory: the sound first, in play order."""
    folder = out / day.date.isoformat()
    for each in day.programmes:
        yield StickFile(Path(each.file).name, folder / each.file, each.sha256)
    for each in day.programmes:
        for path in (each.text, each.captions):
            if (folder / path).is_file():
                yield StickFile(Path(path).name, folder / path)
    yield StickFile(f"{day.stem}.m3u8", m3u8(day))
    yield StickFile(GUIDE, guide(day, day.stem))
    signature = folder / day.station.id / FILES
    if signature.is_file():
        yield StickFile(FILES, signature.read_bytes())
    assets = sorted(path for path in (out / "assets").glob("*") if path.is_file())
    if assets:  # without them the page has neither look nor clock
        yield StickFile("index.html", day_page(day, _texts(day, folder), 0, root="").encode())
    for asset in assets:
        yield StickFile(f"assets/{asset.name}", asset)


def _texts(day: StationDay, folder: Path) -> dict[str, str]:
    found = {}
    for each in day.programmes:
        path = folder / each.text
        found[hour(each.slot)] = path.read_text("utf-8", "replace").strip() if path.is_file() else ""
    return found


def _faults(day: StationDay, files: Iterable[StickFile]) -> Iterator[Fault]:
    """Tell what a person should know before the stick leaves the house."""
    for each in day.missing:
        yield Fault(_("no programme for {slot}: {reason}").format(slot=hour(each.slot), reason=each.reason))
    made = {file.name: file.source for file in files}
    if "index.html" not in made:
        yield Fault(_("the stick has no page"), hint=_("run broadcast publish, then export again"), severity="warning")
    text = made.get(FILES, b"")
    lines = text.decode("ascii", "replace").splitlines() if isinstance(text, bytes) else []
    if not all(f"file {each.sha256} {each.bytes} {Path(each.file).name}" in lines for each in day.programmes):
        yield Fault(
            _("the files are not signed: nobody can verify the stick later"),
            hint=_("run broadcast publish on the machine that has the key, then export again"),
            severity="warning",
        )


def _refuse_strangers(target: Path) -> None:
    """Refuse to replace a folder in which the operator keeps something."""
    listed = {*sums.read(target / sums.NAME), sums.NAME, FILES}
    for path in sorted(target.rglob("*")) if target.exists() else ():
        if path.is_file() and path.relative_to(target).as_posix() not in listed:
            raise BroadcastError(
                _("{path} is not of broadcast, and its folder is to be replaced").format(path=path),
                hint=_("move it elsewhere, then export again"),
            )


def _refuse_full(stick: Path, files: Sequence[StickFile]) -> None:
    need = sum(-(-file.size // _CLUSTER) * _CLUSTER for file in files) + 4 * _CLUSTER
    free = shutil.disk_usage(stick).free
    if free < need:
        raise BroadcastError(
            _("{folder} has {free} free, and {need} are to come").format(
                folder=stick, free=shown.size(free), need=shown.size(need)
            ),
            hint=_("free some space on the stick; nothing was written"),
        )


def _write(path: Path, file: StickFile) -> str:
    """Write one file down to the stick; give its SHA-256."""
    path.parent.mkdir(exist_ok=True)
    digest = hashlib.sha256()
    with path.open("wb") as target:
        for block in file.blocks():
            digest.update(block)
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    if file.sha256 and digest.hexdigest() != file.sha256:
        raise BroadcastError(
            _("{path} is not what the manifest says").format(path=file.source),
            hint=_("run broadcast build: it makes the file again"),
        )
    return digest.hexdigest()


def _take_place(unfinished: Path, target: Path) -> None:
    """Give the new folder its name; the old one goes only when the new one stands."""
    old = target.with_name(f"{unfinished.name}-old")
    if old.is_dir():
        shutil.rmtree(old)
    if target.exists():
        target.rename(old)
    unfinished.rename(target)
    _flush(target.parent)
    if old.is_dir():
        shutil.rmtree(old)


def _flush(folder: Path) -> None:
    """Bring a folder's own entries down to the stick, where the system can."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _forget(path: Path) -> None:
    """Have the system forget what it remembers of a file, so that reading it back asks the stick."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
