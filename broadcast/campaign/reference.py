"""What fits only in company: names that must exist elsewhere, dates in the campaign, ids that may stand once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from broadcast.campaign import register, wording
from broadcast.campaign.mention import known, once
from broadcast.campaign.path import leaving
from broadcast.errors import Fault, Place
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.campaign.filed import Filed, Files
    from broadcast.campaign.schema import CampaignFile, MessageFile

LONGEST = 400  # days; more is a mistyped year


def unfit(files: Files) -> list[Fault]:
    """Give every fault that shows only between values; files that are broken themselves are passed over."""
    faults = [*_doubles(files), *register.unfit(files.contacts), *wording.station_idents(files.stations)]
    if files.campaign.values:
        faults += _campaign(files)
        for message in files.messages.values():
            if message.values:
                faults += _message(message, files, files.campaign.values)
    return faults


def _doubles(files: Files) -> Iterator[Fault]:
    if files.stations.values:
        yield from once(
            (s.id, files.stations.at("stations", i, "id")) for i, s in enumerate(files.stations.values.stations)
        )
    if files.contacts.values:
        yield from once(
            (c.id, files.contacts.at("contacts", i, "id")) for i, c in enumerate(files.contacts.values.contacts)
        )
    if files.lexicon.values:
        yield from once(
            (entry.written, files.lexicon.at("lexicon", row, "written"), (tuple(entry.voices), tuple(entry.regions)))
            for row, entry in enumerate(files.lexicon.values.lexicon)
        )


def _campaign(files: Files) -> Iterator[Fault]:
    filed = files.campaign
    written = filed.sound
    first, last = written.dates.first, written.dates.last
    if last < first:
        yield Fault(
            _("the last day {last} is before the first, {first}").format(last=last, first=first),
            filed.at("dates", "last"),
            _("exchange the two, or look at the year"),
        )
    elif (last - first).days > LONGEST:
        yield Fault(
            _("the campaign would last {days} days").format(days=(last - first).days + 1),
            filed.at("dates", "last"),
            _("look at the year"),
        )
    slots = [slot.at for slot in written.slots]
    yield from once((f"{at:%H:%M}", filed.at("slots", row, "at")) for row, at in enumerate(slots))
    yield from once((theme.date, filed.at("themes", row, "date")) for row, theme in enumerate(written.themes))
    yield from once((voice.name, filed.at("voices", row, "name")) for row, voice in enumerate(written.voices))
    for row, theme in enumerate(written.themes):
        if first <= last:
            yield from _within(theme.date, first, last, filed.at("themes", row, "date"))
        yield from known(theme.topics, written.topics, "topic", filed, "themes", row, "topics")
        yield from known(theme.audiences, written.audiences, "audience", filed, "themes", row, "audiences")
    yield from known(written.promises.daily_topics, written.topics, "topic", filed, "promises", "daily_topics")
    yield from known(
        written.promises.every_second_day, written.audiences, "audience", filed, "promises", "every_second_day"
    )
    yield from _pattern(filed)
    yield from wording.unfit(filed)
    for name in ("opener", "sting", "closer", "bed"):
        yield from leaving(getattr(written.jingles, name), files.folder, filed.at("jingles", name))


def _within(day: date, first: date, last: date, place: Place) -> Iterator[Fault]:
    if not first <= day <= last:
        yield Fault(
            _("{date} is outside the campaign").format(date=day),
            place,
            _("the campaign lasts from {first} to {last}").format(first=first, last=last),
        )


def _pattern(filed: Filed[CampaignFile]) -> Iterator[Fault]:
    pattern = filed.sound.pattern
    yield from once((word, filed.at("pattern", row)) for row, word in enumerate(pattern))
    for word in ("ident", "messages"):
        if word not in pattern:
            yield Fault(
                _("the pattern has no “{word}”").format(word=word),
                filed.at("pattern"),
                _("write [ident, greeting, messages, contacts, closing]"),
            )


def _message(filed: Filed[MessageFile], files: Files, campaign: CampaignFile) -> Iterator[Fault]:
    message = filed.sound
    yield from known(message.topics, campaign.topics, "topic", filed, "topics")
    yield from known(message.audiences, campaign.audiences, "audience", filed, "audiences")
    if files.contacts.values:
        yield from known(message.contacts, [c.id for c in files.contacts.values.contacts], "contact", filed, "contacts")
    if files.stations.values:
        yield from known(message.stations, [s.id for s in files.stations.values.stations], "station", filed, "stations")
    slots = [f"{slot.at:%H:%M}" for slot in campaign.slots]
    yield from known([f"{slot:%H:%M}" for slot in message.slots], slots, "slot", filed, "slots")
    yield from _days(filed, campaign)
    yield from _urgency(filed, campaign)
    if not message.text and not message.recordings:
        yield Fault(_("the message has nothing to say"), filed.at(), _("write its words under “text: |”"))
    for language, recording in message.recordings.items():
        yield from leaving(recording.file, files.folder, filed.at("recordings", language, "file"))


def _days(filed: Filed[MessageFile], campaign: CampaignFile) -> Iterator[Fault]:
    message = filed.sound
    first, last = campaign.dates.first, campaign.dates.last
    if last < first:
        return
    for row, day in enumerate(message.dates):
        yield from _within(day, first, last, filed.at("dates", row))
    yield from once((day, filed.at("dates", row)) for row, day in enumerate(message.dates))
    for key, bound in (("first", message.first), ("last", message.last)):
        if bound:
            yield from _within(bound, first, last, filed.at(key))
    if message.first and message.last and message.last < message.first:
        yield Fault(
            _("the last day {last} is before the first, {first}").format(last=message.last, first=message.first),
            filed.at("last"),
            _("exchange the two, or look at the year"),
        )
    if message.dates and (message.first or message.last):
        yield Fault(
            _("“dates” and “first” or “last” exclude each other"),
            filed.at("first" if message.first else "last"),
            _("“dates” are the very days; “first” and “last” bound a rotation: keep one of them"),
        )


def _urgency(filed: Filed[MessageFile], campaign: CampaignFile) -> Iterator[Fault]:
    message = filed.sound
    urgent = message.bulletin_class == "khẩn cấp"
    if urgent and not message.until:
        yield Fault(_("an urgent message says when it ends"), filed.at("class"), _("write “until: 2024-11-25 17:00”"))
    if message.until and not urgent:
        yield Fault(
            _("only an urgent message has “until”"),
            filed.at("until"),
            _("write “class: khẩn cấp”, or “last: {day}” instead").format(day=message.until.date()),
        )
    if message.since and not urgent:
        yield Fault(
            _("only an urgent message has “since”"),
            filed.at("since"),
            _("write “class: khẩn cấp”, or “first: {day}” instead").format(day=message.since.date()),
        )
    if message.since and message.until and message.until < message.since:
        yield Fault(
            _("the message ends at {until}, before it begins").format(until=f"{message.until:%Y-%m-%d %H:%M}"),
            filed.at("until"),
            _("exchange “since” and “until”, or look at the dates"),
        )
    if message.until and urgent and campaign.dates.first <= campaign.dates.last:
        yield from _within(message.until.date(), campaign.dates.first, campaign.dates.last, filed.at("until"))
