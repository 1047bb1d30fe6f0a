"""Why a programme would be made again: the recipe of now against what the ledger remembers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.build import ledger as ledgers
from broadcast.build.cookbook import Cookbook, Sources, Speaker
from broadcast.build.day import ledger_path
from broadcast.build.programme import known
from broadcast.build.shelf import Names, Shelf
from broadcast.build.store import FOLDER
from broadcast.i18n import _
from broadcast.plan.approvals import Approvals

if TYPE_CHECKING:
    from broadcast.build.cookbook import Recipe
    from broadcast.build.ledger import Entry, Ledger
    from broadcast.plan import Plan
    from broadcast.voices import Voice


@dataclass(frozen=True, slots=True)
class Verdict:
    """One programme: the reasons for which it would be made, none when it would be kept.

    `tried` is true when the one reason is that a better voice is tried again: it is kept when that voice is silent.
    """

    date: datetime.date
    slot: str
    station: str
    reasons: tuple[str, ...]
    tried: bool = False


def why(  # noqa: PLR0913 - a plan, voices and a place; which programmes, and how the next build goes
    plan: Plan,
    voices: Sequence[Voice],
    out: Path,
    dates: Sequence[datetime.date],
    stations: frozenset[str] | None = None,
    *,
    offline: bool = False,
) -> Iterator[Verdict]:
    """Say for each programme whether it would be made again, and for which reasons.

    Nothing is written and no voice is asked; a better voice that did not speak is a reason to try again.

    Args:
        plan: of the whole campaign.
        voices: the ladder, best first.
        out: the folder of finished programmes.
        dates: the days to look at.
        stations: those to look at; None means all.
        offline: the next build will not try the voices of the network.
    """
    sources = Sources(plan.campaign.folder)
    approvals = Approvals(plan, (), sources.content.found)
    books = {voice.name: Cookbook(plan, sources, Speaker.of(voice)) for voice in voices}
    for date in dates:
        shelf = Shelf(out / date.isoformat(), out / FOLDER)
        ledger = ledgers.read(ledger_path(out / FOLDER, date))
        for rundown in plan.on(date):
            if stations is None or rundown.station.id in stations:
                entry = ledger.entries.get((rundown.station.id, rundown.slot.id))
                spoken = entry.voice if entry and entry.voice in books else voices[0].name
                reasons = tuple(_reasons(books[spoken].recipe(rundown, approvals.code(rundown)), entry, ledger, shelf))
                better = _better(voices, spoken, offline=offline)
                tried = bool(entry and better and not reasons)
                if tried:
                    reasons = (_("{voice} spoke it; {better} is tried again").format(voice=spoken, better=better),)
                yield Verdict(date, rundown.slot.id, rundown.station.id, reasons, tried)


def _better(voices: Sequence[Voice], spoken: str, *, offline: bool) -> str:
    """Name the voice that the next build tries before the one that spoke; "" when there is none."""
    above = takewhile(lambda voice: voice.name != spoken, voices)
    return next((voice.name for voice in above if not (offline and voice.network)), "")


def _reasons(recipe: Recipe, entry: Entry | None, ledger: Ledger, shelf: Shelf) -> Iterator[str]:
    if entry is None:
        yield _("it was never made")
        return
    yield from _touched(recipe, entry, shelf)
    if entry.key == recipe.key:
        return
    changed = tuple(_changed(recipe, entry, ledger))
    yield from changed or (_("its title, station, date or order changed"),)


def _touched(recipe: Recipe, entry: Entry, shelf: Shelf) -> Iterator[str]:
    rundown = recipe.rundown
    names = Names.of(rundown.date, rundown.slot.id, rundown.station.id)
    made = {names.sound: entry.sound, names.text: entry.text, names.captions: entry.captions}
    for name, file in made.items():
        if not shelf.stands(name, file):
            yield _("{file} is missing or was altered").format(file=name)


def _changed(recipe: Recipe, entry: Entry, ledger: Ledger) -> Iterator[str]:
    before = {
        (each.kind, each.id): each
        for each in (ledger.pieces[name] for name in (entry.head, *ledger.bodies[entry.body]))
    }
    now = {(piece.kind, piece.id): known(piece, 0.0) for piece in recipe.pieces}
    for place, piece in now.items():
        if place not in before:
            yield _("{title} is new in it").format(title=piece.title)
            continue
        for part, value in piece.parts.items():
            if before[place].parts.get(part) != value:
                yield _part(part).format(title=piece.title)
    for place, piece in before.items():
        if place not in now:
            yield _("{title} is no longer in it").format(title=piece.title)


def _part(name: str) -> str:
    return {
        "languages": _("the languages of {title} changed, or their order"),
        "words": _("the words of {title} changed"),
        "recording": _("the recording of {title} changed"),
        "voice": _("the voice of {title} changed, or its settings"),
        "music": _("the music of {title} changed"),
        "sound": _("the sound settings of {title} changed"),
    }.get(name) or _("the program makes {title} in another way")
