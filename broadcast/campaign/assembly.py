"""The campaign put together: the files' values become the frozen values that all stages share."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from broadcast.campaign.campaign import (
    Campaign,
    Jingles,
    Promises,
    Slot,
    SoundSettings,
    Theme,
    VoiceChoice,
    Words,
)
from broadcast.campaign.contact import Contact, normal
from broadcast.campaign.lexicon import Lexicon, Pronunciation
from broadcast.campaign.segment import Recording, Segment
from broadcast.campaign.station import Station
from broadcast.campaign.written import text

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from broadcast.campaign import schema
    from broadcast.campaign.filed import Filed, Files

_MIDNIGHT = time()


def campaign(files: Files) -> Campaign:
    """Put the whole campaign together from files that have no fault."""
    filed = files.campaign
    written = filed.sound
    return Campaign(
        folder=files.folder,
        id=written.id,
        title=written.title,
        organiser=written.organiser,
        first=written.dates.first,
        last=written.dates.last,
        zone=written.time_zone,
        slots=_slots(filed),
        pattern=tuple("message" if word == "messages" else word for word in written.pattern),
        words=_words(filed),
        jingles=_jingles(filed),
        voices=tuple(
            VoiceChoice(voice.name, tuple((voice.model_extra or {}).items()), filed.at("voices", row))
            for row, voice in enumerate(written.voices)
        ),
        topics=dict(written.topics),
        audiences=dict(written.audiences),
        stations=stations(files.stations),
        contacts=contacts(files.contacts),
        lexicon=lexicon(files.lexicon),
        segments=tuple(_segment(name, message, written.time_zone) for name, message in files.messages.items()),
        region=written.region,
        themes=_themes(filed),
        promises=_promises(filed),
        sound=SoundSettings(**written.sound.model_dump()),
        quiet=tuple(part for span in written.quiet_hours for part in _within_days(*span)),
        approval=tuple(written.approval),
    )


def stations(filed: Filed[schema.StationsFile]) -> tuple[Station, ...]:
    """Give the stations in the order of their file."""
    return tuple(
        Station(
            station.id,
            station.name,
            station.kind,
            tuple(station.languages),
            station.profile,
            station.gso_code,
            " ".join(station.ident.text.split()) if station.ident else None,
            filed.at("stations", row),
        )
        for row, station in enumerate(filed.sound.stations)
    )


def contacts(filed: Filed[schema.ContactsFile]) -> tuple[Contact, ...]:
    """Give the register, its values in the form in which they are compared."""
    return tuple(
        Contact(
            contact.id,
            contact.kind,
            normal(contact.kind, contact.value),
            contact.spoken,
            contact.use,
            contact.source,
            contact.verified,
            contact.expires,
            filed.at("contacts", row),
        )
        for row, contact in enumerate(filed.sound.contacts)
    )


def lexicon(filed: Filed[schema.LexiconFile]) -> Lexicon:
    """Give the pronunciations in the order of their file."""
    return Lexicon(
        tuple(
            Pronunciation(
                entry.written,
                entry.spoken,
                entry.match_case,
                tuple(entry.voices),
                tuple(entry.regions),
                filed.at("lexicon", row),
            )
            for row, entry in enumerate(filed.sound.lexicon)
        )
    )


def _slots(filed: Filed[schema.CampaignFile]) -> tuple[Slot, ...]:
    slots = (
        Slot(slot.at, slot.seconds, slot.tolerance, filed.at("slots", row))
        for row, slot in enumerate(filed.sound.slots)
    )
    return tuple(sorted(slots, key=lambda slot: slot.at))


def _jingles(filed: Filed[schema.CampaignFile]) -> Jingles:
    paths = filed.sound.jingles.model_dump()
    return Jingles(**paths, places={name: filed.at("jingles", name) for name in paths})


def _words(filed: Filed[schema.CampaignFile]) -> Words:
    words, document = filed.sound.words, filed.document
    return Words(
        ident=text(words.ident, document),
        greeting={
            slot.replace(":", "").zfill(4) if slot else "": text(scalar, document)
            for slot, scalar in words.greeting.items()
        },
        contacts=text(words.contacts, document),
        closing=text(words.closing, document),
    )


def _themes(filed: Filed[schema.CampaignFile]) -> tuple[Theme, ...]:
    themes = (
        Theme(theme.date, theme.title, tuple(theme.topics), tuple(theme.audiences), filed.at("themes", row))
        for row, theme in enumerate(filed.sound.themes)
    )
    return tuple(sorted(themes, key=lambda theme: theme.date))


def _promises(filed: Filed[schema.CampaignFile]) -> Promises:
    promises = filed.sound.promises
    return Promises(
        promises.each_topic, tuple(promises.daily_topics), tuple(promises.every_second_day), filed.at("promises")
    )


def _within_days(start: time, end: time) -> tuple[tuple[time, time], ...]:
    """Cut a span that crosses midnight in two."""
    if end == _MIDNIGHT or start < end:
        return ((start, end),)
    return ((start, _MIDNIGHT), (_MIDNIGHT, end))


def _segment(name: str, filed: Filed[schema.MessageFile], zone: ZoneInfo) -> Segment:
    message = filed.sound
    return Segment(
        id=name,
        title=message.title,
        text=text(message.text, filed.document) if message.text else None,
        source=message.source,
        topics=tuple(message.topics),
        audiences=tuple(message.audiences),
        contacts=tuple(message.contacts),
        bulletin_class=message.bulletin_class,
        position=message.position,
        dates=tuple(sorted(message.dates)),
        first=message.first,
        last=message.last,
        slots=tuple(sorted(message.slots)),
        stations=tuple(message.stations),
        kinds=tuple(message.kinds),
        since=message.since.replace(tzinfo=zone) if message.since else None,
        until=message.until.replace(tzinfo=zone) if message.until else None,
        recordings=tuple(
            Recording(language, recording.file, recording.reader, recording.consent, filed.at("recordings", language))
            for language, recording in message.recordings.items()
        ),
        at=filed.at(),
    )
