"""The journal: the new ledger of a day while the day is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadcast.build.ledger import Entry, Known, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Journal:
    """Collects entries, old and new, with the pieces that they name; each piece and body once."""

    def __init__(self) -> None:
        self._pieces: dict[str, Known] = {}
        self._bodies: dict[tuple[str, ...], int] = {}
        self._entries: dict[tuple[str, str], Entry] = {}

    def keep(self, entry: Entry, old: Ledger) -> None:
        """Take an entry over from a ledger, with the pieces it names."""
        body = old.bodies[entry.body]
        self.add(entry, body, {name: old.pieces[name] for name in (entry.head, *body)})

    def add(self, entry: Entry, body: tuple[str, ...], pieces: Mapping[str, Known]) -> None:
        """Enter a programme; its `body` field is set here."""
        for name, known in pieces.items():
            self._pieces.setdefault(name, known)
        number = self._bodies.setdefault(body, len(self._bodies))
        self._entries[entry.station, entry.slot] = entry if entry.body == number else replace(entry, body=number)

    def drop(self, entry: Entry) -> None:
        """Take a programme out again that did not get to its place."""
        del self._entries[entry.station, entry.slot]

    def ledger(self, stations: Iterable[str]) -> Ledger:
        """Give what must be remembered, by slot and station: the same, in whatever order it was entered.

        Args:
            stations: the ids of all stations, in the campaign's order.
        """
        rank = {name: number for number, name in enumerate(stations)}
        entered = tuple(self._bodies)
        pieces: dict[str, Known] = {}
        bodies: dict[tuple[str, ...], int] = {}
        entries: dict[tuple[str, str], Entry] = {}
        for entry in sorted(self._entries.values(), key=lambda each: (each.slot, rank[each.station])):
            body = entered[entry.body]
            if body not in bodies:
                pieces.update({name: self._pieces[name] for name in body})
            pieces[entry.head] = self._pieces[entry.head]
            number = bodies.setdefault(body, len(bodies))
            entries[entry.station, entry.slot] = entry if entry.body == number else replace(entry, body=number)
        return Ledger(pieces, tuple(bodies), entries)
