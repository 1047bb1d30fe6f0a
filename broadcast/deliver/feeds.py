"""A station's programmes as a podcast feed (RSS 2.0), for players and aggregators that no one here wrote."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

from broadcast.deliver import shown
from broadcast.deliver.day import instant
from broadcast.deliver.pages import environment
from broadcast.deliver.record import DayRecord, Entry
from broadcast.i18n import _, speaking

if TYPE_CHECKING:
    from markupsafe import Markup

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
ATOM = "http://www.w3.org/2005/Atom"
HERE = "../.."  # the way from the feed to the site's root


def rss(station: str, name: str, days: Sequence[DayRecord], language: str = "vi", base: str = "") -> bytes:
    """Give the feed of a station, newest programme first.

    RSS 2.0 (rssboard.org/rss-specification) with the tags that podcast programs read. Without `base`
    (the site's address) the links are relative to the feed; the server puts its own address there.
    """
    title = days[-1].title if days else name
    with speaking(language):
        feed = (
            environment()
            .get_template("feed.xml")
            .render(
                language=language,
                root=base or HERE,
                base=base,
                station=quote(station),
                name=_plain(name),
                title=_plain(f"{name} · {title}"),
                description=_plain(_("Programmes of {station}: {title}").format(station=name, title=title)),
                items=tuple(_items(station, days)),
                quoted=quote,
                titled=partial(_titled, language),
                told=_told,
                published=_published,
            )
        )
    return f"{feed}\n".encode()


def absolute(feed: bytes, base: str) -> bytes:
    """Put the site's address before every link of a feed made without one."""
    ET.register_namespace("itunes", ITUNES)
    ET.register_namespace("atom", ATOM)
    root = ET.fromstring(feed)  # noqa: S314  # our own file, made by `rss`
    for element in root.iter():
        for name in ("url", "href"):
            if element.get(name, "").startswith(HERE):
                element.set(name, base + element.get(name, "").removeprefix(HERE))
        if element.tag == "link" and (element.text or "").startswith(HERE):
            element.text = base + (element.text or "").removeprefix(HERE)
    return _document(root)


def _document(root: ET.Element) -> bytes:
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _items(station: str, days: Sequence[DayRecord]) -> Iterator[tuple[DayRecord, Entry]]:
    for day in reversed(days):
        for entry in reversed(day.stations[station].entries if station in day.stations else ()):
            yield day, entry


# a thousand stations say the same of a programme: each line is put together once, and escaped once


@lru_cache(256)
def _titled(_language: str, slot: str, date: datetime.date, theme: str) -> Markup:
    from markupsafe import escape

    return escape(_plain(f"{slot} {shown.day(date)}" + (f" · {theme}" if theme else "")))


@lru_cache(256)
def _told(messages: tuple[str, ...]) -> Markup:
    from markupsafe import escape

    return escape(_plain(" · ".join(messages)))


@lru_cache(256)
def _published(date: datetime.date, slot: str, zone: str) -> str:
    return format_datetime(instant(date, slot, zone))


def _plain(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")
