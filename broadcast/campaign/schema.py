"""The files that people write, as pydantic models: the border where typed text becomes values.

Keys are the English words of the files; each model forbids others. `published` gives them as JSON Schema
for editors' programs.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from broadcast.campaign.contact import ContactKind
from broadcast.campaign.lexicon import Region as RegionName
from broadcast.campaign.located import Scalar
from broadcast.campaign.moment import Clock, Day, Moment, Span, Zone
from broadcast.campaign.segment import BulletinClass, Position
from broadcast.campaign.station import ProfileName, StationKind
from broadcast.campaign.typed import Digits, Flag, Key, Language, Line, Reading, Setting, Slug, Words, choice, number

PatternWord = Literal["ident", "greeting", "messages", "contacts", "closing"]
Region = Annotated[RegionName, choice(*get_args(RegionName))]
Kind = Annotated[StationKind, choice(*get_args(StationKind))]
_SOME = Field(min_length=1)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True, defer_build=True)


def _by_name(node: object) -> object:
    """Let a bare word stand for a mapping that has only a name."""
    return {"name": node} if isinstance(node, Scalar) else node


def _for_all(node: object) -> object:
    """Let one text stand for a text per slot."""
    return {"": node} if isinstance(node, Scalar) else node


class Dates(_Model):
    """The first and the last day."""

    first: Day
    last: Day


class Slot(_Model):
    """A time of day, and how long its programme is; seconds."""

    at: Clock
    seconds: Annotated[float, number(10, 3600)] = 300.0
    tolerance: Annotated[float, number(1, 600)] = 20.0


class Jingles(_Model):
    """Paths in the campaign's folder."""

    opener: Line
    sting: Line
    closer: Line
    bed: Line


class WordsAround(_Model):
    """What is said around the messages."""

    ident: Words
    greeting: Annotated[dict[str, Words], BeforeValidator(_for_all)]
    contacts: Words
    closing: Words


class Voice(_Model):
    """A voice of the ladder and its own settings."""

    model_config = ConfigDict(extra="allow", defer_build=True)
    __pydantic_extra__: dict[str, Setting]

    name: Line


class Sound(_Model):
    """Loudness in LUFS, true peak in dBTP, bed gain in dB, pace in syllables a minute, pauses in seconds."""

    loudness: Annotated[float, number(-30, -10)] = -16.0
    true_peak: Annotated[float, number(-9, -0.5)] = -1.5
    bed_gain: Annotated[float, number(-40, 0)] = -18.0
    pace: Annotated[float, number(60, 300)] = 180.0
    pause: Annotated[float, number(0, 5)] = 0.5
    gap: Annotated[float, number(0, 5)] = 0.6


class Theme(_Model):
    """What one day is about."""

    date: Day
    title: Line
    topics: list[Key] = []
    audiences: list[Key] = []


class Promises(_Model):
    """What every station is promised to hear."""

    each_topic: Annotated[int, number(0, 100, whole=True)] = 2
    daily_topics: list[Key] = []
    every_second_day: list[Key] = []


class CampaignFile(_Model):
    """campaign.yaml."""

    id: Slug
    title: Line
    organiser: Line
    dates: Dates
    time_zone: Zone
    region: Region = "bac"
    slots: Annotated[list[Slot], _SOME]
    quiet_hours: list[Span] = []
    pattern: Annotated[list[Annotated[PatternWord, choice(*get_args(PatternWord))]], _SOME]
    jingles: Jingles
    words: WordsAround
    voices: Annotated[list[Annotated[Voice, BeforeValidator(_by_name)]], _SOME]
    sound: Annotated[Sound, Field(default_factory=Sound)]
    topics: dict[str, Line] = {}
    audiences: dict[str, Line] = {}
    themes: list[Theme] = []
    promises: Annotated[Promises, Field(default_factory=Promises)]
    approval: list[Line] = []


class Station(_Model):
    """One station."""

    id: Slug
    name: Line
    kind: Kind
    gso_code: Digits | None = None
    languages: Annotated[list[Language], _SOME] = ["vi"]
    profile: Annotated[ProfileName, choice(*get_args(ProfileName))] = "horn"
    ident: Words | None = None


class StationsFile(_Model):
    """stations.yaml."""

    stations: Annotated[list[Station], _SOME]


class Contact(_Model):
    """One number, address or app that may be spoken."""

    id: Key
    kind: Annotated[ContactKind, choice(*get_args(ContactKind))]
    value: Digits
    spoken: Reading
    use: Line
    source: Line
    verified: Day | None = None
    expires: Day | None = None


class ContactsFile(_Model):
    """contacts.yaml."""

    contacts: list[Contact]


class Pronunciation(_Model):
    """How one word is said."""

    written: Line
    spoken: Reading
    match_case: Flag = False
    voices: list[Line] = []
    regions: list[Region] = []


class LexiconFile(_Model):
    """lexicon.yaml."""

    lexicon: list[Pronunciation]


class Recording(_Model):
    """A human recording."""

    file: Line
    reader: Line
    consent: Day


class MessageFile(_Model):
    """A file of messages/."""

    title: Line
    bulletin_class: Annotated[BulletinClass, choice(*get_args(BulletinClass)), Field(alias="class")] = "thông thường"
    topics: list[Key] = []
    audiences: list[Key] = []
    contacts: list[Key] = []
    source: Line
    text: Words | None = None
    dates: list[Day] = []
    first: Day | None = None
    last: Day | None = None
    slots: list[Clock] = []
    stations: list[Slug] = []
    kinds: list[Kind] = []
    position: Annotated[Position, choice(*get_args(Position))] = "turn"
    since: Moment | None = None
    until: Moment | None = None
    recordings: dict[str, Recording] = {}


FILES: dict[str, type[BaseModel]] = {
    "campaign": CampaignFile,
    "stations": StationsFile,
    "contacts": ContactsFile,
    "lexicon": LexiconFile,
    "message": MessageFile,
}


def published() -> dict[str, dict[str, Any]]:
    """Give the JSON Schema (draft 2020-12) of every kind of file, by name."""
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(mode="validation")}
        for name, model in FILES.items()
    }
