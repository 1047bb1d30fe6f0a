"""Everything that a listener may hear, blanks filled, sentence by sentence, with places and possible days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.segment import Segment, Text
from broadcast.errors import Place
from broadcast.plan.calendar import fill, of_station, of_turn
from broadcast.spoken import Reading, read, sentences

_BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it goes to a voice; `marks` are (offset in it, offset in the text) at each blank's edges."""

    written: str
    reading: Reading
    text: Text
    marks: tuple[tuple[int, int], ...]

    def place(self, offset: int) -> Place:
        """Give the place in the file of a character; inside a filled blank, that of the blank."""
        here, there = next(mark for mark in reversed(self.marks) if mark[0] <= offset)
        following = [mark[1] for mark in self.marks if mark[0] > offset]
        return self.text.place(min([there + offset - here, *following]))


@dataclass(frozen=True, slots=True)
class Heard:
    """One whole text: what it is, its sentences, the days on which it may be aired, and its file's place."""

    kind: str  # ident, greeting, contacts, closing, message, title
    sentences: tuple[Sentence, ...]
    days: tuple[date, ...]
    at: Place | None = None
    segment: Segment | None = None


def heard(campaign: Campaign, voice: str) -> Iterator[Heard]:
    """Give all texts of a campaign as one voice would get them."""
    days = every_day(campaign)
    for station in campaign.stations:
        own = station.ident and station.at and Text(station.ident, station.at.file, (station.at.line,))
        ident = own or campaign.words.ident
        yield Heard("ident", _cut(ident, of_station(campaign, station), campaign, voice), days)
    yield from _around(campaign, voice)
    for segment in campaign.segments:
        if segment.text:
            said = _cut(segment.text, {}, campaign, voice)
            yield Heard("message", said, may_air(segment, campaign), segment.text.place(0), segment)
        if segment.at:
            title = Text(segment.title, segment.at.file, (segment.at.line,))
            yield Heard("title", _cut(title, {}, campaign, voice), may_air(segment, campaign), segment.at)


def _around(campaign: Campaign, voice: str) -> Iterator[Heard]:
    """Give greeting, contacts and closing of every turn; those that are alike once, with all their days."""
    words, themes = campaign.words, {theme.date: theme for theme in campaign.themes}
    alike: dict[tuple[str, ...], tuple[str, tuple[Sentence, ...], list[date]]] = {}
    for slot in campaign.slots:
        greeting = words.greeting.get(slot.id) or words.greeting[""]
        for kind, text in (("greeting", greeting), ("contacts", words.contacts), ("closing", words.closing)):
            for day in every_day(campaign):
                values = of_turn(campaign, day, slot, themes.get(day))
                key = (slot.id if kind == "greeting" else "", kind, fill(text.written, values))
                if key not in alike:
                    alike[key] = (kind, _cut(text, values, campaign, voice), [])
                alike[key][2].append(day)
    for kind, said, aired in alike.values():
        yield Heard(kind, said, tuple(sorted(set(aired))))


def every_day(campaign: Campaign) -> tuple[date, ...]:
    """Give the days of the campaign."""
    return tuple(campaign.first + timedelta(days=n) for n in range((campaign.last - campaign.first).days + 1))


def may_air(segment: Segment, campaign: Campaign) -> tuple[date, ...]:
    """Give the days on which the message's own file lets it be aired."""
    first = segment.first or (segment.since.date() if segment.since else campaign.first)
    last = min(segment.last or campaign.last, segment.until.date() if segment.until else campaign.last)
    return tuple(
        day for day in every_day(campaign) if (day in segment.dates if segment.dates else first <= day) and day <= last
    )


def _cut(text: Text, values: Mapping[str, str], campaign: Campaign, voice: str) -> tuple[Sentence, ...]:
    found = []
    for span in sentences(text.written):
        filled, marks, end = "", [(0, span.start)], 0
        for blank in _BLANK.finditer(span.text):
            filled += span.text[end : blank.start()]
            marks.append((len(filled), span.start + blank.start()))
            filled += values.get(blank[1], blank[0])
            marks.append((len(filled), span.start + blank.end()))
            end = blank.end()
        filled += span.text[end:]
        reading = read(filled, campaign.lexicon, region=campaign.region, voice=voice)
        found.append(Sentence(filled, reading, text, tuple(marks)))
    return tuple(found)
