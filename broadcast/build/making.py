"""Making one programme: its pieces are joined and written, and the entry says how it must look from now on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcast.build.ledger import Entry
from broadcast.build.programme import assemble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadcast.build.cookbook import Recipe
    from broadcast.build.ladder import Rung
    from broadcast.build.ledger import Known
    from broadcast.build.shelf import Names, Shelf
    from broadcast.campaign.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Finished:
    """A programme on the disk: its entry, and what the ledger must know of its pieces."""

    entry: Entry
    body: tuple[str, ...]
    pieces: Mapping[str, Known]


def make(recipe: Recipe, rung: Rung, campaign: Campaign, shelf: Shelf, names: Names) -> Finished:
    """Join a programme whose pieces are in the store, and write its three files.

    Raises:
        UnwritableError: the disk is full or read-only.
    """
    head, body = rung.head(recipe.head), rung.body(recipe.body)
    programme = assemble(recipe, campaign, head, body)
    rundown = recipe.rundown
    entry = Entry(
        station=rundown.station.id,
        slot=rundown.slot.id,
        key=recipe.key,
        voice=rung.voice.name,
        rung="fresh",
        approval=recipe.approval or None,
        urgent=recipe.body.urgent,
        replaces=None,
        seconds=programme.seconds,
        lufs=programme.lufs,
        dbtp=programme.dbtp,
        head=head.names[0],
        body=0,
        sound=shelf.write(names.sound, programme.sound),
        text=shelf.write(names.text, (programme.text,)),
        captions=shelf.write(names.captions, (programme.captions,)),
    )
    return Finished(entry, body.names, head.known | body.known)


def stands(entry: Entry, shelf: Shelf, names: Names) -> bool:
    """Tell whether the files of an entry are there, with the sizes and times that they had when they were made."""
    made = ((names.sound, entry.sound), (names.text, entry.text), (names.captions, entry.captions))
    return all(shelf.stands(name, file) for name, file in made)
