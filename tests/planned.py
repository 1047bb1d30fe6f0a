"""Campaigns as values for the tests of the plan: small, and different in one respect at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from broadcast.campaign.campaign import Campaign, Jingles, Promises, Slot, SoundSettings, Theme, VoiceChoice, Words
from broadcast.campaign.contact import Contact
from broadcast.campaign.lexicon import Lexicon
from broadcast.campaign.segment import Segment, Text
from broadcast.campaign.station import Station
from broadcast.errors import Place

MORNING, EVENING = time(5, 30), time(17, 0)
FIRST = date(2024, 11, 20)
_TEN = "Bà con nhớ dừng lại, hỏi người thân cho rõ."  # ten syllables


def text(written: str, file: str = "segments/campaign.yaml") -> Text:
    """Give a text whose lines stand from line 10 on."""
    return Text(written, file, tuple(range(10, 10 + written.count("\n") + 1)))


def message(name: str, *topics: str, sentences: int = 10, **changes: Any) -> Segment:
    """Give a message of ten syllables a sentence: with ten sentences 38.4 s at the pace of `campaign`."""
    words = "\n".join([_TEN] * sentences)
    segment = Segment(name, f"Tin {name}", text(words, f"segments/messages/{name}.yaml"), "Cẩm nang", topics)
    return replace(segment, at=Place(f"segments/messages/{name}.yaml", 1), **changes)


def station(name: str, **changes: Any) -> Station:
    """Give a commune station."""
    return replace(Station(name, f"Xã {name}", "commune"), **changes)


def campaign(*segments: Segment, **changes: Any) -> Campaign:
    """Give a campaign of two days, two slots of 122 ± 20 s (room for two messages), one station, no promises."""
    made = Campaign(
        folder=Path("segments"),
        id="thu",
        title="Chiến dịch thử",
        organiser="Ủy ban nhân dân xã Thử",
        first=FIRST,
        last=date(2024, 11, 21),
        zone=ZoneInfo("Asia/Ho_Chi_Minh"),
        slots=tuple(Slot(at, 122, 20, Place("segments/campaign.yaml", 8)) for at in (MORNING, EVENING)),
        pattern=("ident", "greeting", "message", "contacts", "closing"),
        words=Words(
            ident=text("Đài Truyền thanh {station}, giọng máy tự động."),
            greeting={"": text("Bây giờ là {hour}, {weekday}, {date}. Chuyện hôm nay: {theme}.")},
            contacts=text("Cần công an, xin gọi 113. Nhắc lại: 113."),
            closing=text("Xin nhớ ba bước: dừng lại, kiểm tra, báo tin."),
        ),
        jingles=Jingles("o.wav", "s.wav", "c.wav", "b.wav"),
        voices=(VoiceChoice("tone"),),
        topics={},
        audiences={},
        stations=(station("mot"),),
        contacts=(),
        lexicon=Lexicon(),
        segments=segments,
        promises=Promises(0, (), (), Place("segments/campaign.yaml", 40)),
        sound=SoundSettings(pace=180, pause=0.5, gap=0.6),
    )
    return replace(made, **changes)


def theme(day: date, title: str, *topics: str, audiences: tuple[str, ...] = ()) -> Theme:
    """Give a day's theme."""
    return Theme(day, title, topics, audiences)


def contact(name: str, **changes: Any) -> Contact:
    """Give a hotline that was verified before the campaign."""
    made = Contact(name, "hotline", name, " ".join(name), "công an", "số khẩn cấp", date(2024, 11, 19))
    return replace(made, **changes)


def grid(plan: Any, name: str = "mot") -> list[list[str]]:
    """Give the ids of the messages of each programme of a station, in the order of the plan."""
    rundowns = [rundown for rundown in plan.rundowns if rundown.station.id == name]
    return [[cue.id for cue in rundown.cues if cue.kind == "message"] for rundown in rundowns]
