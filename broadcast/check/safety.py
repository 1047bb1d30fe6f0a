"""Nothing that leads a listener to somebody is aired unless the register allows it: two nets, one over the other.

The first looks at what the reading takes for a contact. The second trusts nothing: it looks at the words that
will be heard, and at the signs as they were typed, for anything that could be dialled or typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.lexicon import Pronunciation
from broadcast.campaign.segment import Segment, Text
from broadcast.check import address, digits
from broadcast.check.dialling import is_dialled
from broadcast.check.ear import LOOKALIKE, Word, words
from broadcast.check.heard import Heard, Sentence, every_day, may_air
from broadcast.check.naming import namings
from broadcast.check.register import Register, disagreements, refusal
from broadcast.errors import Fault, Place
from broadcast.i18n import _
from broadcast.spoken import read, sentences
from broadcast.spoken.clean import clean

_ROW = re.compile(r"[(+]?[\doOlI|](?:[\s.\-–_()/*]{0,3}[\doOlI|]){5,}")
_LETTERS = str.maketrans("oOlI|", "00111")
_FEWEST = 7  # digits that make a row worth looking at: shorter ones are dialled only where words say so
_QUANTITY = re.compile(r"[1-9]\d{0,2}(?:[. ]\d{3})+\Z")
_OPEN_KINDS = frozenset(
    {"word", "cardinal", "letters", "mixed", "unread", "foreign", "sign", "code", "space", "abbreviation", "lexicon"}
)


def unsafe(campaign: Campaign, texts: Iterable[Heard]) -> Iterator[Fault]:
    """Give every contact in texts and lexicon that may not be aired on the days of its text."""
    register = Register(campaign.contacts)
    yield from disagreements(campaign)
    for entry in campaign.lexicon.entries:
        yield from _entry(entry, register, every_day(campaign))
    for segment in campaign.segments:
        if segment.recordings:
            yield from _listed(segment, register, may_air(segment, campaign))
    for text in texts:
        yield from _text(text, register)


def _text(text: Heard, register: Register) -> Iterator[Fault]:
    stream = tuple(words(text.sentences))
    for naming in namings(text, stream, register):
        yield from refusal(naming.shown, naming.contact, text.days, naming.place)
    yield from _numbers(stream, register)
    yield from _addresses(stream, register)
    for sentence in text.sentences:
        yield from _typed(sentence, text.days, register)


def _numbers(stream: Sequence[Word], register: Register) -> Iterator[Fault]:
    """Second net: digits that are heard, however they were written."""
    for run in digits.runs(stream):
        for part, known in digits.parts(run, register.numbers):
            if not known and is_dialled(part):
                yield _hidden(part.words, part.value)
    for run in (*digits.loose_runs(stream), *digits.threaded_runs(stream)):
        yield _hidden(run.words, run.value)
    for span in (*digits.bare(stream), *digits.repeated(stream), *digits.in_hundreds(stream)):
        yield _hidden(span, digits.spoken_value([word.text for word in span]))


def _hidden(said: Sequence[Word], value: str) -> Fault:
    return Fault(
        _("“{words}” will be heard as the number {value}, which is not in the register of contacts").format(
            words=" ".join(word.text for word in said), value=value
        ),
        said[0].place,
        _("enter the number in contacts.yaml, or take it out; if it is no number, put words between the digits"),
    )


def _addresses(stream: Sequence[Word], register: Register) -> Iterator[Fault]:
    for word, said in address.said(stream, [form for _contact, form in register.spoken()]):
        yield Fault(
            _("“{words}” will be heard as an address that is not in the register of contacts").format(words=said),
            word.place,
            _("enter the address in contacts.yaml, or take it out"),
        )


def _typed(sentence: Sentence, days: Sequence[date], register: Register) -> Iterator[Fault]:
    """Third look, at the signs: rows of digits and dotted names that the reading has not taken for a contact."""
    even = clean(_masked(sentence))
    for row in _ROW.finditer(even.text):
        value = "".join(re.findall(r"\d", row.group().translate(_LETTERS)))
        if len(re.findall(r"\d", row.group())) >= _FEWEST and not _QUANTITY.match(row.group().strip()):
            found = register.numbers.get(value)
            yield from refusal(row.group().strip(), found, days, sentence.place(even.place(row.start())))
    for offset, name in address.written(even.text.translate(LOOKALIKE)):
        yield from refusal(name, None, days, sentence.place(even.place(offset)))


def _masked(sentence: Sentence) -> str:
    """Give the sentence with a bar over all that the reading understood as contact, date, money and the like."""
    parts = []
    for token in sentence.reading.tokens:
        known = token.kind not in _OPEN_KINDS or (token.kind == "cardinal" and _QUANTITY.match(token.written.strip()))
        parts.append("¦" * len(token.written) if known else token.written)
    return "".join(parts)


def _entry(entry: Pronunciation, register: Register, days: Sequence[date]) -> Iterator[Fault]:
    """Look for contacts in what a lexicon entry makes of a word."""
    at = entry.at or Place("lexicon.yaml")
    text = Text(entry.spoken, at.file, (at.line,))
    said = tuple(Sentence(span.text, read(span.text), text, ((0, 0),)) for span in sentences(entry.spoken))
    yield from (replace(fault, at=at) for fault in _text(Heard("entry", said, tuple(days)), register))
    meant = register.numbers.get(re.sub(r"\D", "", entry.written))
    value = digits.spoken_value([word.text for word in words(said)])
    if meant and re.fullmatch(r"[\d\s.()+-]+", entry.written) and value != meant.value:
        yield Fault(
            _("the spoken form says {heard}, but the value is {value}").format(
                heard=value or f"“{entry.spoken}”", value=meant.value
            ),
            at,
            _("write every digit as a word, in its order"),
        )


def _listed(segment: Segment, register: Register, days: Sequence[date]) -> Iterator[Fault]:
    """Look at the contacts that a recorded message says it names: nobody can look into the recording."""
    for contact in register.contacts:
        if contact.id in segment.contacts:
            yield from refusal(contact.value, contact, days, segment.at or Place(segment.id))
