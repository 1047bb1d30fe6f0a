"""Nights over the tiny campaign: the tone voice speaks, a key signs, the clock is ours."""

from __future__ import annotations

import contextlib
import datetime
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from approved import sign
from campaigns import write_campaign

from broadcast.deliver import keys
from broadcast.errors import BroadcastError
from broadcast.night.course import Night
from broadcast.night.order import Means, Order
from broadcast.night.report import Report
from broadcast.night.words import screen
from broadcast.voices import Speech, Voice
from broadcast.voices.tone import Tone, ToneSettings

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
EVENING = datetime.datetime(2024, 11, 19, 22, 0, tzinfo=ZONE)
UNTIL = datetime.time(4, 30)


class Slow:
    """The tone voice under another name; `speak` first lets our clock run on."""

    foreign, licence, network = Tone.foreign, Tone.licence, True

    def __init__(self, name: str, clock: Clock, seconds: float) -> None:
        self.name = name
        self._tone = Tone(ToneSettings())
        self.rate, self.key, self.status = self._tone.rate, f"{name}/{self._tone.key}", self._tone.status
        self._clock, self._seconds = clock, seconds

    def speak(self, sentence: str) -> Speech:
        self._clock.now += self._seconds
        return self._tone.speak(sentence)


@dataclass
class Clock:
    """Seconds that never go back, moved by hand."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True)
class Place:
    """A campaign, its programmes, its scripts and the district's key."""

    root: Path
    clock: Clock = field(default_factory=Clock)

    @property
    def segments(self) -> Path:
        return self.root / "work" / "segments"

    @property
    def out(self) -> Path:
        return self.root / "work" / "audio_out"

    @property
    def order(self) -> Order:
        return Order(self.segments, self.out, self.root / "work" / "scripts", self.root / "keys", UNTIL, jobs=1)

    def night(
        self, now: datetime.datetime = EVENING, voices: Sequence[Voice] | None = None, told=None, free=None, **changes
    ) -> Report:
        """Spend a night; a campaign without a fault is approved first, as it is.

        `told` gets the log's steps, or is called with each; `free` is what the disk says is free on it.
        """

        def tell(step, /, **figures):
            if callable(told):
                told(step, figures)
            elif told is not None:
                told.append((step, figures))

        with contextlib.suppress(BroadcastError):
            sign(self.segments)
        ladder = voices or [Tone(ToneSettings())]
        means = Means(lambda _campaign: ladder, now, self.clock)
        if free is not None:
            means = replace(means, free=lambda _path: free)
        return Night(replace(self.order, **changes), means, tell, "thu").spend()

    def day(self, date: str = "2024-11-20") -> Path:
        return self.out / date

    def sound(self, station: str = "xa-mot", slot: str = "0530", date: str = "2024-11-20") -> Path:
        return self.day(date) / station / f"{date.replace('-', '')}_{slot}_{station}.mp3"


def lines(report: Report) -> list[str]:
    return list(screen(report))


@pytest.fixture(scope="session")
def spent(tmp_path_factory) -> Place:
    """Give the tiny campaign after its first night; nobody may change it."""
    place = Place(tmp_path_factory.mktemp("spent"))
    write_campaign(place.segments)
    keys.new(place.root / "keys")
    report = place.night()
    assert (report.made, report.code) == (8, 0), lines(report)
    return place


@pytest.fixture
def place(spent, tmp_path) -> Place:
    """Give a copy of it, to be changed; the times of its files are kept."""
    shutil.copytree(spent.root, tmp_path / "night")
    return Place(tmp_path / "night")


@pytest.fixture
def fresh(tmp_path) -> Place:
    """Give the tiny campaign before its first night."""
    place = Place(tmp_path)
    write_campaign(place.segments)
    keys.new(place.root / "keys")
    return place
