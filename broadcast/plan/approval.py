"""Approval belongs to the words that will be heard: what they are, their hash, and which of them changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from broadcast.plan.cue import Cue
from broadcast.plan.rundown import Rundown


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of words that is no longer what was approved; either side may be empty.

    `line` is the whole new line (the old one where it went) as `heard` gives it.
    """

    before: str
    after: str
    line: str


def heard(rundowns: Iterable[Rundown], recordings: Mapping[str, str]) -> tuple[str, ...]:
    """Put what a day's programmes say into lines: spoken words, recordings and their order, nothing else.

    Stations that hear the same stand together, sorted by id; titles, reasons, written forms, places and
    capitals are not heard and not there.

    Args:
        rundowns: those of one date, in any order.
        recordings: path as the segment names it → hash of the file's content; a missing one counts as "".
    """
    known: dict[int, tuple[Cue, tuple[str, ...]]] = {}  # the cue is kept, so that its id stays its own
    bodies: dict[tuple[str, tuple[tuple[str, ...], ...]], list[str]] = {}
    idents: set[str] = set()
    for rundown in rundowns:
        when, body = f"{rundown.date} {rundown.slot.id}", []
        for cue in rundown.cues:
            if id(cue) not in known:
                known[id(cue)] = (cue, tuple(_said(cue, recordings)))
            said = known[id(cue)][1]
            if cue.kind == "ident":
                idents.add(f"{when} {rundown.station.id}: {' '.join(said)}")
                said = ("ident",)
            body.append(said)
        bodies.setdefault((when, tuple(body)), []).append(rundown.station.id)
    lines = sorted(idents)
    for (when, spoken), stations in sorted(bodies.items(), key=lambda each: (each[0][0], sorted(each[1]))):
        lines.append(f"{when} {' '.join(sorted(stations))}:")
        lines += [line for said in spoken for line in said]
    return tuple(lines)


def _said(cue: Cue, recordings: Mapping[str, str]) -> Iterator[str]:
    recorded = {each.language: each for each in cue.segment.recordings} if cue.segment else {}
    for language in cue.languages:
        if language in recorded:
            yield f"{language}: {recordings.get(recorded[language].path, '')}"
        else:
            yield from (" ".join(line.spoken.casefold().split()) for line in cue.lines)


def digest(lines: Iterable[str]) -> str:
    """Give the SHA-256 of what `heard` gave, in hexadecimal; no two lists of lines share one."""
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def difference(old: Iterable[str], new: Iterable[str]) -> tuple[Change, ...]:
    """Say which words changed between two results of `heard`, in the order of the new one."""
    before, after = tuple(old), tuple(new)
    changes: list[Change] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            changes += _lines(before[a:b], after[c:d])
    return tuple(changes)


def _lines(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Change]:
    shared = min(len(before), len(after))
    for old, new in zip(before[:shared], after[:shared], strict=True):
        yield from _words(old, new)
    yield from (Change(line, "", line) for line in before[shared:])
    yield from (Change("", line, line) for line in after[shared:])


def _words(old: str, new: str) -> Iterator[Change]:
    before, after = old.split(), new.split()
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(" ".join(before[a:b]), " ".join(after[c:d]), new)
