"""A campaign: everything that people wrote, read, checked for shape and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from broadcast.campaign.contact import Contact
from broadcast.campaign.lexicon import Lexicon, Region
from broadcast.campaign.segment import Segment, Text
from broadcast.campaign.station import Station
from broadcast.errors import Place

CueKind = Literal["ident", "greeting", "message", "sting", "contacts", "closing"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of day at which every station airs a programme; lengths in seconds."""

    at: time
    seconds: float = 300.0
    tolerance: float = 20.0
    place: Place | None = None

    @property
    def id(self) -> str:
        """Name the slot as in file names: "0530"."""
        return f"{self.at:%H%M}"


@dataclass(frozen=True, slots=True)
class Theme:
    """What one day is about: its title, and the topics and audiences that go first."""

    date: date
    title: str
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Promises:
    """What every station is promised to hear.

    `each_topic` times over the campaign for every topic; each of `daily_topics` every day; a message
    for each audience of `every_second_day` at least every second day.
    """

    each_topic: int = 2
    daily_topics: tuple[str, ...] = ()
    every_second_day: tuple[str, ...] = ()
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words around the messages, with `{station}`, `{date}`, `{hour}`, `{theme}`, `{campaign}`."""

    ident: Text
    greeting: Mapping[str, Text]  # by slot id; "" is for the slots that are not named
    contacts: Text
    closing: Text


@dataclass(frozen=True, slots=True)
class Jingles:
    """Paths of the jingles, relative to the segments folder; `places` tell where each is named."""

    opener: str
    sting: str
    closer: str
    bed: str
    places: Mapping[str, Place | None] = field(default_factory=dict)

    @property
    def paths(self) -> dict[str, str]:
        """Give each jingle's path by its name."""
        return {"opener": self.opener, "sting": self.sting, "closer": self.closer, "bed": self.bed}


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A voice of the ladder and its settings, as the voice itself understands them."""

    name: str
    settings: tuple[tuple[str, str], ...] = ()
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """What every programme must measure, and the pace that plans count with.

    loudness in LUFS, true_peak in dBTP, bed_gain in dB under speech, pace in syllables a minute,
    pause and gap in seconds (after a sentence, between segments).
    """

    loudness: float = -16.0
    true_peak: float = -1.5
    bed_gain: float = -18.0
    pace: float = 180.0
    pause: float = 0.5
    gap: float = 0.6


@dataclass(frozen=True, slots=True)
class Campaign:
    """A whole campaign; `folder` is where its files lie (the only thing here that is of one machine)."""

    folder: Path
    id: str
    title: str
    organiser: str
    first: date
    last: date
    zone: ZoneInfo
    slots: tuple[Slot, ...]
    pattern: tuple[CueKind, ...]
    words: Words
    jingles: Jingles
    voices: tuple[VoiceChoice, ...]
    topics: Mapping[str, str]
    audiences: Mapping[str, str]
    stations: tuple[Station, ...]
    contacts: tuple[Contact, ...]
    lexicon: Lexicon
    segments: tuple[Segment, ...]
    region: Region = "bac"
    themes: tuple[Theme, ...] = ()
    promises: Promises = field(default_factory=Promises)
    sound: SoundSettings = field(default_factory=SoundSettings)
    quiet: tuple[tuple[time, time], ...] = ()  # from, to; a `to` of 00:00 is the day's end, none crosses midnight
    approval: tuple[str, ...] = ()  # the roles that must sign, in order
