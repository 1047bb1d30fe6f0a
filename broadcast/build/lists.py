"""The lists of a day that others read, written from its ledger: each station's sums, and the manifest."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from broadcast.build import manifest
from broadcast.build.ledger import Entry, Known, Ledger
from broadcast.build.manifest import ManifestPiece, ManifestStation, Missing
from broadcast.build.shelf import SUMS, Names, Shelf
from broadcast.files import UnwritableError

if TYPE_CHECKING:
    from broadcast.campaign.campaign import Campaign


class Lists:
    """What is told of a day: its ledger, what is missing, and the campaign around it."""

    def __init__(self, day: datetime.date, ledger: Ledger, missing: Sequence[Missing], campaign: Campaign) -> None:
        self._day = day
        self._ledger = ledger
        self._missing = missing
        self._campaign = campaign
        self._theme = next((theme.title for theme in campaign.themes if theme.date == day), "")

    def write(self, shelf: Shelf) -> list[UnwritableError]:
        """Write the sums of every station and the manifest, where they changed.

        Returns:
            An error for each station whose folder refused its sums: the others get theirs all the same.

        Raises:
            UnwritableError: the manifest could not be written.
        """
        campaign = self._campaign
        refused = []
        for station in campaign.stations:
            entries = [self._ledger.entries.get((station.id, slot.id)) for slot in campaign.slots]
            sums = "".join(line for entry in entries if entry for line in self._sums(entry))
            try:
                if sums:
                    shelf.write_if_other(f"{station.id}/{SUMS}", sums.encode())
            except UnwritableError as error:
                refused.append(error)
        shelf.write_if_other(manifest.NAME, b"".join(manifest.lines(self._head(), self._programmes())))
        return refused

    def _sums(self, entry: Entry) -> Iterator[str]:
        names = Names.of(self._day, entry.slot, entry.station)
        for name, made in (
            (names.sound, entry.sound),
            (names.text, entry.text),
            (names.captions, entry.captions),
        ):
            yield f"{made.sha256}  {name.rpartition('/')[2]}\n"

    def _head(self) -> dict[str, object]:
        campaign = self._campaign
        return {
            "version": manifest.VERSION,
            "campaign": campaign.id,
            "title": campaign.title,
            "zone": campaign.zone.key,
            "date": self._day.isoformat(),
            "theme": self._theme,
            "slots": [f"{slot.at:%H:%M}" for slot in campaign.slots],
            "stations": [asdict(ManifestStation(each.id, each.name, each.kind)) for each in campaign.stations],
            "missing": [asdict(each) for each in self._missing],
        }

    def _programmes(self) -> Iterator[str]:
        listed = cache(self._listed)
        bodies = self._ledger.bodies
        for entry in self._ledger.entries.values():
            head = self._ledger.pieces[entry.head]
            rest = listed(bodies[entry.body], head.seconds)
            yield f'{self._told(entry)[:-1]}, "pieces": [{_piece(head, 0.0)}{rest}], {_since(entry)}'

    def _listed(self, body: tuple[str, ...], start: float) -> str:
        known = [self._ledger.pieces[name] for name in body]
        starts = accumulate((each.seconds for each in known), initial=start)
        return "".join(f", {_piece(each, at)}" for each, at in zip(known, starts, strict=False))

    def _told(self, entry: Entry) -> str:
        names = Names.of(self._day, entry.slot, entry.station)
        return json.dumps(
            {
                "station": entry.station,
                "slot": f"{entry.slot[:2]}:{entry.slot[2:]}",
                "file": names.sound,
                "text": names.text,
                "captions": names.captions,
                "bytes": entry.sound.bytes,
                "sha256": entry.sound.sha256,
                "seconds": entry.seconds,
                "lufs": entry.lufs,
                "dbtp": entry.dbtp,
                "voice": entry.voice,
                "rung": entry.rung,
                "key": entry.key,
                "approval": entry.approval,
            },
            ensure_ascii=False,
        )


def _since(entry: Entry) -> str:
    return json.dumps({"urgent": entry.urgent, "replaces": entry.replaces})[1:]


def _piece(known: Known, start: float) -> str:
    listed = ManifestPiece(known.kind, known.id, known.title, round(start, 3), known.seconds)
    return json.dumps(asdict(listed), ensure_ascii=False)
