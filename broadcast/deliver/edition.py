"""One day of the site: its stations' pages, play lists, ZIPs and signatures, and the district's board."""

from __future__ import annotations

import datetime
import errno
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from broadcast.build.manifest import NAME as MANIFEST
from broadcast.build.manifest import load
from broadcast.deliver import pages, record, signature
from broadcast.deliver.archive import zipped
from broadcast.deliver.board import board_pages, counts
from broadcast.deliver.day import StationDay, hour, present, station_days
from broadcast.deliver.playlists import m3u8
from broadcast.deliver.published import Published, Wanted
from broadcast.deliver.record import DayRecord, PublishedDay
from broadcast.errors import BroadcastError, Fault
from broadcast.files import UnwritableError, because
from broadcast.i18n import _


def bring(folder: Path, wanted: Wanted, done: Published) -> DayRecord:
    """Bring the pages of the day in `folder` up to date; an unchanged manifest costs one hash of it.

    Raises:
        BroadcastError: the manifest cannot be read, or the disk refuses.
    """
    date = datetime.date.fromisoformat(folder.name)
    archived, signed = wanted.archived(date), wanted.signer.stamp
    source = _source(folder / MANIFEST)
    old = record.load_day(folder)
    if old and (old.source, old.archived, old.signed) == (source, archived, signed) and _stands(folder, old):
        return old
    manifest = load(folder / MANIFEST)
    day = _Day(folder, old, archived, wanted, done)
    for each in station_days(manifest):
        day.bring(each)
    made, days = day.made, day.days
    boards = _board(folder, days, done)
    _sweep(folder, old, made, boards, done)
    if wanted.signer.signs:
        done.signed += wanted.signer.manifest(folder, date, done.lay)
    elif not old or old.source != source:
        done.remove(folder / f"{MANIFEST}{signature.SUFFIX}")
    if day.refused:  # the next run tries again
        source = ""
    proofs = (*(folder / name / signature.FILES for name in made), folder / f"{MANIFEST}{signature.SUFFIX}")
    marks = done.marks(folder, old.files if old else {}, proofs)
    fresh = DayRecord(
        source, date, manifest.zone, manifest.title, manifest.theme, counts(days), made, boards, archived, signed, marks
    )
    record.save_day(folder, fresh, done.keep)
    return fresh


def withdraw(folder: Path, done: Published) -> None:
    """Remove the pages of a day whose manifest is gone: the campaign has it no longer."""
    old = record.load_day(folder)
    if old:
        _sweep(folder, old, {}, 0, done)
        done.remove(folder / "index.html")
        done.remove(folder / f"{MANIFEST}{signature.SUFFIX}")
        done.remove(folder / record.NAME)


def texts(day: StationDay, folder: Path) -> dict[str, str]:
    """Read the words of each programme, by slot; `folder` is the manifest's."""
    found = {}
    for programme in day.programmes:
        path = folder / programme.text
        found[hour(programme.slot)] = path.read_text("utf-8", "replace").strip() if path.is_file() else ""
    return found


class _Day:
    """The stations of a day, one after the other: what was published before tells which are made again."""

    def __init__(self, folder: Path, old: DayRecord | None, archived: bool, wanted: Wanted, done: Published) -> None:
        self._folder = folder
        self._old = old
        self._archived = archived
        self._wanted = wanted
        self._done = done
        self.days: list[StationDay] = []
        self.made: dict[str, PublishedDay] = {}
        self.refused = False

    def bring(self, said: StationDay) -> None:
        """Bring one station up to date; a folder that is not ours is noted, and the others get theirs.

        Raises:
            UnwritableError: the disk is full.
        """
        try:
            self._station(said)
        except UnwritableError as error:
            cause = error.__cause__
            if not (isinstance(cause, OSError) and cause.errno in (errno.EACCES, errno.EPERM)):
                raise
            self.refused = True
            self.made[said.station.id] = replace(self.made[said.station.id], print="")
            self._done.faults += error.faults

    def _station(self, said: StationDay) -> None:
        """Write a station's page, list, ZIP and signature, if what they are made of changed."""
        day = present(said, self._folder)
        self._done.faults += _absent(said, day)
        self.days.append(day)
        name = day.station.id
        new = PublishedDay(day.station.name, _print(day.print), record.entries(day))
        self.made[name] = new
        before = self._old.stations.get(name) if self._old else None
        same = before is not None and before.print == new.print
        page = self._folder / name / "index.html"
        if not (self._old and same and self._old.archived == self._archived and page.is_file()):
            self._pages(day, page)
        self._sign(day, same)

    def _pages(self, day: StationDay, page: Path) -> None:
        archive, size = page.with_name(f"{day.stem}.zip"), 0
        if self._archived and day.programmes:
            data = zipped(day, self._folder)
            size = len(data)
            self._done.write(archive, data)
        else:
            self._done.remove(archive)
        self._done.write(page.with_name(f"{day.stem}.m3u8"), m3u8(day))
        self._done.write(page, pages.day_page(day, texts(day, self._folder), size).encode())

    def _sign(self, day: StationDay, same: bool) -> None:
        """Sign what changed; without a key, take a signature away that no longer fits."""
        signer, proof = self._wanted.signer, self._folder / day.station.id / signature.FILES
        if signer.signs:
            if not (same and self._old and self._old.signed == signer.stamp and proof.is_file()):
                self._done.signed += signer.station(day, self._folder, self._done.lay)
        elif not same:
            self._done.remove(proof)


def _board(folder: Path, days: list[StationDay], done: Published) -> int:
    made = tuple(board_pages(days))
    for name, page in made:
        done.write(folder / name, page.encode())
    return len(made)


def _sweep(folder: Path, old: DayRecord | None, made: Mapping[str, PublishedDay], boards: int, done: Published) -> None:
    """Remove pages of stations and of board pages that the day no longer has."""
    if not old:
        return
    for station in old.stations.keys() - made.keys():
        stem = f"{old.date:%Y%m%d}_{station}"
        for name in ("index.html", f"{stem}.zip", f"{stem}.m3u8", signature.FILES):
            done.remove(folder / station / name)
        if (folder / station).is_dir() and not any((folder / station).iterdir()):
            (folder / station).rmdir()
    for number in range(max(boards, 1) + 1, old.boards + 1):
        done.remove(folder / f"page-{number}.html")


def _absent(said: StationDay, there: StationDay) -> Iterable[Fault]:
    for programme in said.programmes:
        if programme not in there.programmes:
            yield Fault(
                _("{file} of {date} is not there, or not whole: its page says that it is missing").format(
                    file=programme.file, date=said.date
                ),
                hint=_("run broadcast build: it makes the file again"),
            )


def _stands(folder: Path, old: DayRecord) -> bool:
    return bool(old.files) and (folder / "index.html").is_file() and all(
        (folder / station / "index.html").is_file() for station in old.stations
    )


def _source(path: Path) -> str:
    """Hash a manifest and what makes pages of it."""
    try:
        return _print(hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError as error:
        raise BroadcastError(_("{path} cannot be read: {reason}").format(path=path, reason=because(error))) from error


def _print(value: str) -> str:
    return f"{pages.revision()}:{value[:32]}"
