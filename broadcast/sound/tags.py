"""Tags: what a player shows of a programme, as one ID3v2.3 header in front of its frames."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_UTF16 = 1  # ID3v2.3 knows Latin-1 and UTF-16 only, and old players no other version
_FRONT_COVER = 3
_TOP_ORDERED = 3  # flags of a table of contents: top level, ordered
_HEADER = 10  # bytes, of the tag
_NO_OFFSET = 0xFFFF_FFFF
# Three-letter codes of the languages of the campaign, ISO 639-2/3 as ID3 wants them.
_LANGUAGES = {"vi": "vie", "tay": "tyz", "nung": "nut", "dao": "ium", "mong": "hmn", "en": "eng"}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a programme: its title, and its seconds from the head of the sound."""

    title: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tags:
    """What is told of a programme.

    Attributes:
        title: of the programme.
        artist: the station.
        album: the campaign.
        date: of the broadcast.
        hour: of the broadcast, local time.
        track: number in the day's order, from 1.
        tracks: of the day; 0 leaves it out.
        language: of most of the words, as campaigns write it ("vi").
        lyrics: the spoken text.
        chapters: the messages.
        publisher: who answers for it; "" leaves it out.
        comment: such as the code of the approval; "" leaves it out.
        seconds: length of the sound; 0 leaves it out.
    """

    title: str
    artist: str
    album: str
    date: datetime.date
    hour: datetime.time | None = None
    track: int = 1
    tracks: int = 0
    language: str = "vi"
    lyrics: str = ""
    chapters: tuple[Chapter, ...] = ()
    publisher: str = ""
    comment: str = ""
    seconds: float = 0.0


def id3(tags: Tags) -> bytes:
    """Give a complete ID3v2.3 tag, UTF-16, to be written in front of a programme's frames.

    Of a thousand stations' tags mutagen makes anew only what is a station's own; it keeps the rest.
    """
    own = _made(
        _text("TIT2", tags.title),
        _text("TPE1", tags.artist),
        _said("USLT", tags.lyrics, tags.language),
    )
    body = own + _shared(replace(tags, title="", artist="", lyrics=""))
    return b"ID3\x03\x00\x00" + _syncsafe(len(body)) + body


@lru_cache(maxsize=64)
def _shared(tags: Tags) -> bytes:
    """Give the frames that the stations of a slot have in common."""
    chapters = b"".join(map(_made, _chapters(tags.chapters)))  # mutagen would sort them by their size
    return chapters + _made(
        _text("TALB", tags.album),
        _text("TRCK", f"{tags.track}/{tags.tracks}" if tags.tracks else f"{tags.track}"),
        _text("TYER", f"{tags.date:%Y}"),
        _text("TDAT", f"{tags.date:%d%m}"),
        _text("TIME", f"{tags.hour:%H%M}" if tags.hour else ""),
        _text("TPUB", tags.publisher),
        _text("TLAN", _iso(tags.language)),
        _text("TCON", "Speech"),
        _text("TLEN", f"{tags.seconds * 1000:.0f}" if tags.seconds else ""),
        _said("COMM", tags.comment, tags.language),
        _frame("APIC", encoding=0, mime="image/png", type=_FRONT_COVER, desc="", data=cover()),
    )


@cache
def cover() -> bytes:
    """Give the picture that players show, a small PNG."""
    return (files("broadcast.sound") / "cover.png").read_bytes()


def _iso(language: str) -> str:
    return _LANGUAGES.get(language, "und")


def _text(name: str, text: str) -> Any:
    return _frame(name, encoding=_UTF16, text=[text]) if text else None


def _said(name: str, text: str, language: str) -> Any:
    return _frame(name, encoding=_UTF16, lang=_iso(language), desc="", text=text) if text else None


def _chapters(chapters: tuple[Chapter, ...]) -> Iterator[Any]:
    """Make the table of contents and the chapters (ID3v2 Chapter Frame Addendum 1.0)."""
    if chapters:
        names = [f"c{number}" for number in range(len(chapters))]
        yield _frame("CTOC", element_id="toc", flags=_TOP_ORDERED, child_element_ids=names, sub_frames=[])
        for name, chapter in zip(names, chapters, strict=True):
            yield _chapter(name, chapter)


def _chapter(name: str, chapter: Chapter) -> Any:
    return _frame(
        "CHAP",
        element_id=name,
        start_time=round(chapter.start * 1000),
        end_time=round(chapter.end * 1000),
        start_offset=_NO_OFFSET,
        end_offset=_NO_OFFSET,
        sub_frames=[_frame("TIT2", encoding=_UTF16, text=[chapter.title])],
    )


def _frame(name: str, **fields: object) -> Any:
    import mutagen.id3

    return getattr(mutagen.id3, name)(**fields)


def _made(*frames: Any) -> bytes:
    """Let mutagen write a tag with these frames alone, and take them out of it."""
    tag, file = _frame("ID3"), io.BytesIO()
    for frame in filter(None, frames):
        tag.add(frame)
    tag.save(file, v1=0, v2_version=3, padding=lambda _info: 0)
    return file.getvalue()[_HEADER:]


def _syncsafe(number: int) -> bytes:
    return bytes((number >> shift) & 0x7F for shift in (21, 14, 7, 0))
