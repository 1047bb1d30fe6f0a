"""Approval belongs to the words that will be heard: what they are, their hash, and which of them changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from broadcast.campaign.campaign import Jingles
from broadcast.errors import Place
from broadcast.plan.cue import MUSIC, Cue
from broadcast.plan.demand import URGENT
from broadcast.plan.rundown import Plan, Rundown

_ALIKE = 0.5  # lines that share less than this are not one line that changed, but two lines
Address = tuple[str, str]  # slot id and station id


@dataclass(frozen=True)
class Heard:
    """What the programmes of one day (or the standby programmes) say, and where it was written.

    `codes` name the words of each programme, its station's own ident left out: stations that air the same
    have the same code. `urgent` tells whether a message is that two people must sign.
    """

    lines: tuple[str, ...]
    codes: Mapping[Address, str]
    places: Mapping[str, Place]
    urgent: bool

    @cached_property
    def sha256(self) -> str:
        """Give the hash that is signed."""
        return digest(self.lines)


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of words that is no longer what was approved; either side may be empty.

    `line` is the whole new line (the old one where it went) as `heard` gives it.
    """

    before: str
    after: str
    line: str


def heard(plan: Plan, rundowns: Iterable[Rundown], sound: Callable[[str], str], name: str = "") -> Heard:
    """Put what programmes say into lines: spoken words, recordings, music and their order, nothing else.

    Stations that hear the same stand together, sorted by id; titles, reasons, written forms, places, capitals
    and voices are not heard and not there.

    Args:
        plan: that of the rundowns.
        rundowns: those of one date, in any order.
        sound: gives the hash of a recording's or jingle's content by its path in the campaign's folder.
        name: stands for date and slot where those are not heard.
    """
    speech = _Speech(sound)
    bodies: dict[tuple[str, tuple[tuple[str, ...], ...]], list[Address]] = {}
    idents: set[str] = set()
    kinds: set[str] = set()
    for rundown in rundowns:
        when = name or f"{rundown.date} {rundown.slot.id}"
        body = []
        for cue in rundown.cues:
            said = speech.of(cue)
            kinds.add(cue.kind)
            if cue.kind == "ident":
                idents.add(f"{when} {rundown.station.id}: {' '.join(said[1:])}")
                said = said[:1]
            body.append(said)
        bodies.setdefault((when, tuple(body)), []).append((rundown.slot.id, rundown.station.id))
    codes: dict[Address, str] = {}
    lines = [*_music(plan.campaign.jingles, kinds, sound), *sorted(idents)]
    for (when, cues), addresses in sorted(bodies.items(), key=lambda each: (each[0][0], sorted(each[1]))):
        spoken = [line for said in cues for line in said]
        codes |= dict.fromkeys(addresses, code(digest([when, *spoken])))
        lines += [f"{when} {' '.join(sorted(station for _slot, station in addresses))}:", *spoken]
    return Heard(tuple(lines), codes, speech.places, speech.urgent)


class _Speech:
    """What cues say, each put into lines once; and where those lines were written."""

    def __init__(self, sound: Callable[[str], str]) -> None:
        self._sound = sound
        self._known: dict[int, tuple[Cue, tuple[str, ...]]] = {}  # the cue is kept, so that its id stays its own
        self.places: dict[str, Place] = {}
        self.urgent = False

    def of(self, cue: Cue) -> tuple[str, ...]:
        if id(cue) not in self._known:
            self.urgent |= cue.segment is not None and cue.segment.bulletin_class == URGENT
            self._known[id(cue)] = (cue, (f"[{cue.kind}]", *self._said(cue)))
        return self._known[id(cue)][1]

    def _said(self, cue: Cue) -> Iterator[str]:
        recorded = {each.language: each for each in cue.segment.recordings} if cue.segment else {}
        for language in cue.languages:
            if language in recorded:
                yield self._noted(f"{language}: {self._sound(recorded[language].path)}", recorded[language].at)
                continue
            for line in cue.lines:
                yield self._noted(_even(line.spoken), line.at)
                for voice, words in line.others:
                    yield self._noted(f"({voice or '…'}) {_even(words)}", line.at)

    def _noted(self, line: str, at: Place | None) -> str:
        if at:
            self.places.setdefault(line, at)
        return line


def _even(words: str) -> str:
    return " ".join(words.casefold().split())


def _music(jingles: Jingles, kinds: set[str], sound: Callable[[str], str]) -> Iterator[str]:
    for name in dict.fromkeys(name for kind, names in MUSIC.items() if kind in kinds for name in names):
        yield f"{name}: {sound(getattr(jingles, name))}"


def digest(lines: Iterable[str]) -> str:
    """Give the SHA-256 of lines, in hexadecimal; no two lists of lines share one."""
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def code(sha256: str) -> str:
    """Shorten a hash for people: "9F3A-77C1"."""
    return f"{sha256[:4]}-{sha256[4:8]}".upper()


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """Say which words changed between two lists of lines, each once, in the order of the new one."""
    changes: list[Change] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            changes += _lines(old[a:b], new[c:d])
    return tuple(dict.fromkeys(changes))


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    shared = min(len(before), len(after))
    for old, new in zip(before[:shared], after[:shared], strict=True):
        yield from _words(old, new)
    yield from (Change(line, "", line) for line in before[shared:])
    yield from (Change("", line, line) for line in after[shared:])


def _words(old: str, new: str) -> Iterator[Change]:
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        yield Change(old, "", old)
        yield Change("", new, new)
        return
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield Change(" ".join(before[a:b]), " ".join(after[c:d]), new)
