"""Examining: whether what lies on the disk for a day is whole, signed and what was meant; nothing is taken on trust."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadcast.build import manifest as manifests
from broadcast.build.manifest import Manifest, ManifestProgramme
from broadcast.deliver import signature, sums
from broadcast.deliver.day import hour
from broadcast.deliver.keys import PublicKey, UntrustedError
from broadcast.deliver.signature import FILES
from broadcast.errors import BroadcastError
from broadcast.i18n import _
from broadcast.night.report import Colour, StationReport

if TYPE_CHECKING:
    from broadcast.campaign.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a station, and how it was found; `path` is a file that must be made again, with its day's pages."""

    station: str
    colour: Colour
    reason: str
    path: Path | None = None


class Day:
    """The stations and slots that must stand on a day; None takes them from the day's manifest.

    Args:
        out: the folder of finished programmes.
        date: the day.
        key: who signs; None when nobody does.
        why: for station and "HH:MM", why it went down the ladder, as the build told it.
    """

    def __init__(
        self, out: Path, date: datetime.date, key: PublicKey | None, why: Mapping[tuple[str, str], str]
    ) -> None:
        self._folder = out / date.isoformat()
        self._date = date
        self._key = key
        self._why = why

    def examine(self, names: Sequence[str], slots: Sequence[str]) -> tuple[Slot, ...]:
        """Look at every slot of every station: by its bytes, against the manifest and the signature.

        `names` are the ids of the stations.
        """
        try:
            manifest = manifests.load(self._folder / manifests.NAME)
        except BroadcastError as error:
            each = slots or ("",)
            return tuple(Slot(name, "red", self._said(slot, error.message)) for name in names for slot in each)
        names = names or [station.id for station in manifest.stations]
        wanted = slots or [hour(slot) for slot in manifest.slots]
        return tuple(found for name in names for found in self._station(name, wanted, manifest))

    def _station(self, station: str, slots: Iterable[str], manifest: Manifest) -> Iterator[Slot]:
        made = {hour(each.slot): each for each in manifest.programmes if each.station == station}
        missing = {hour(each.slot): each.reason for each in manifest.missing if each.station == station}
        proof = self._folder / station / FILES
        try:
            signed = self._signed(proof, station)
        except UntrustedError as error:
            signed = None
            yield Slot(station, "red", f"{self._date}: {error.message}", proof)
        yield from self._beside(station, {**(signed or {}), **sums.read(self._folder / station / sums.NAME)})
        for slot in slots:
            if slot in made:
                yield self._programme(made[slot], signed)
            else:
                reason = missing.get(slot) or _("the manifest does not name it")
                yield Slot(station, "red", self._said(slot, _("nothing stands: {reason}").format(reason=reason)))

    def _beside(self, station: str, listed: Mapping[str, str]) -> Iterator[Slot]:
        """Look at words, captions and play list, against the sums and the signature."""
        for name, sha256 in listed.items():
            path = self._folder / station / name
            if path.suffix != ".mp3" and not (path.is_file() and sums.hashed(path) == sha256):
                yield Slot(station, "red", f"{self._date}: {_('{file} was altered').format(file=name)}", path)

    def _signed(self, path: Path, station: str) -> Mapping[str, str] | None:
        """Give the sums that the district signed; None when nobody signs here.

        Raises:
            UntrustedError: there is no signature, it does not hold, or it is about another day.
        """
        if self._key is None:
            return None
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UntrustedError(_("{path} is missing: the day is not signed").format(path=path)) from error
        said = signature.read(data, (self._key,), str(path))
        signature.expect(said, self._date, station, str(path))
        return {file.name: file.sha256 for file in said.files}

    def _programme(self, made: ManifestProgramme, signed: Mapping[str, str] | None) -> Slot:
        path, slot = self._folder / made.file, hour(made.slot)
        if not path.is_file():
            return Slot(made.station, "red", self._said(slot, _("{file} is missing").format(file=made.file)), path)
        if path.stat().st_size != made.bytes or sums.hashed(path) != made.sha256:
            return Slot(made.station, "red", self._said(slot, _("{file} was altered").format(file=made.file)), path)
        if signed is not None and signed.get(path.name) != made.sha256:
            reason = _("the signature is not about {file} as it stands").format(file=made.file)
            return Slot(made.station, "red", self._said(slot, reason), path.with_name(FILES))
        if made.rung == "fresh":
            return Slot(made.station, "green", "")
        stands = {
            "previous": _("the programme made before stands"),
            "standby": _("the standby programme stands"),
        }[made.rung]
        why = self._why.get((made.station, slot))
        return Slot(made.station, "amber", self._said(slot, f"{stands}: {why}" if why else stands))

    def _said(self, slot: str, words: str) -> str:
        return f"{self._date} {slot}: {words}" if slot else f"{self._date}: {words}"


def zone(out: Path) -> ZoneInfo | None:
    """Give the zone of the last day that was made, for a night whose campaign cannot be read."""
    manifest = _last(out)
    return ZoneInfo(manifest.zone) if manifest else None


def named(out: Path, dates: Sequence[datetime.date], campaign: Campaign | None) -> tuple[tuple[str, str], ...]:
    """Give ids and names of the stations: the campaign's, or where it cannot be read those of its last days."""
    if campaign:
        return tuple((station.id, station.name) for station in campaign.stations)
    found: dict[str, str] = {}
    for date in dates:
        with contextlib.suppress(BroadcastError):
            for each in manifests.load(out / date.isoformat() / manifests.NAME).stations:
                found.setdefault(each.id, each.name)
    last = None if found else _last(out)
    return tuple(found.items()) or tuple((each.id, each.name) for each in (last.stations if last else ()))


def _last(out: Path) -> Manifest | None:
    for path in sorted(out.glob(f"????-??-??/{manifests.NAME}"), reverse=True):
        with contextlib.suppress(BroadcastError):
            return manifests.load(path)
    return None


def reports(stations: Iterable[tuple[str, str]], slots: Iterable[Slot]) -> tuple[StationReport, ...]:
    """Put the slots of each station together; the gravest gives the colour. `stations` are ids and names."""
    found: dict[str, list[Slot]] = {}
    for slot in slots:
        found.setdefault(slot.station, []).append(slot)
    told = []
    for station, name in stations:
        mine = found.get(station, [])
        colours = {slot.colour for slot in mine}
        colour: Colour = "red" if "red" in colours or not mine else "amber" if "amber" in colours else "green"
        told.append(StationReport(station, name, colour, tuple(dict.fromkeys(s.reason for s in mine if s.reason))))
    return tuple(told)
