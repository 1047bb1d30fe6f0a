"""Which contacts a text names, however it says them, and whether a message says what its file promises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from broadcast.campaign.contact import Contact
from broadcast.check import address, digits
from broadcast.check.ear import Word, words
from broadcast.check.heard import Heard
from broadcast.check.register import Register
from broadcast.errors import Fault, Place
from broadcast.i18n import _
from broadcast.spoken import CONTACT_KINDS


@dataclass(frozen=True, slots=True)
class Naming:
    """One place at which a contact is named; no contact when the register does not know it."""

    shown: str
    contact: Contact | None
    place: Place


def namings(text: Heard, stream: Sequence[Word], register: Register) -> Iterator[Naming]:
    """Give every contact that the reading finds in a text, and those of the register that words spell out."""
    yield from _read(text, register)
    yield from _apps(text, register)
    yield from _spelt(stream, register)


def _read(text: Heard, register: Register) -> Iterator[Naming]:
    for sentence in text.sentences:
        for token in sentence.reading.tokens:
            if token.kind in CONTACT_KINDS:
                found = register.find(token.kind, token.value)
                yield Naming(token.written.strip(), found, sentence.place(token.start))


def _apps(text: Heard, register: Register) -> Iterator[Naming]:
    for app in (contact for contact in register.contacts if contact.kind == "app"):
        name = re.compile(rf"(?<!\w){re.escape(app.value)}(?!\w)", re.IGNORECASE)
        for sentence in text.sentences:
            for match in name.finditer(sentence.written):
                yield Naming(match.group(), app, sentence.place(match.start()))


def _spelt(stream: Sequence[Word], register: Register) -> Iterator[Naming]:
    for run in digits.runs(stream):
        for part, known in digits.parts(run, register.numbers):
            if known:
                yield Naming(part.value, register.numbers[part.value], part.words[0].place)
    for contact, form in register.spoken():
        for at in address.occurrences(stream, form):
            if stream[at].token.kind not in CONTACT_KINDS:
                yield Naming(contact.value, contact, stream[at].place)


def unlike(texts: Iterable[Heard], register: Register) -> Iterator[Fault]:
    """Warn of messages whose text names other contacts than their file lists, or a number only once."""
    for text in texts:
        if text.kind == "message" and text.segment:
            found = tuple(namings(text, tuple(words(text.sentences)), register))
            yield from _unlisted(found, text.segment.contacts)
            if not text.segment.recordings:
                yield from _unsaid(found, text, register)


def _unlisted(found: Iterable[Naming], listed: Sequence[str]) -> Iterator[Fault]:
    for naming in found:
        if naming.contact and naming.contact.id not in listed:
            yield Fault(
                _("the text names {value}, but “contacts” does not list it").format(value=naming.contact.value),
                naming.place,
                _("add “{id}” to “contacts” of the message").format(id=naming.contact.id),
                "warning",
            )


def _unsaid(found: Sequence[Naming], text: Heard, register: Register) -> Iterator[Fault]:
    for contact in register.contacts:
        places = [naming.place for naming in found if naming.contact is contact]
        if text.segment and contact.id in text.segment.contacts and not places:
            yield Fault(
                _("“contacts” lists {value}, but the text does not name it").format(value=contact.value),
                text.at,
                _("name it, or take “{id}” out of “contacts”").format(id=contact.id),
                "warning",
            )
        elif len(places) == 1 and contact.value in register.numbers:
            yield Fault(
                _("the number {value} is said only once").format(value=contact.value),
                places[0],
                _("say it again at the end: “Nhắc lại: {value}.”").format(value=contact.value),
                "warning",
            )
