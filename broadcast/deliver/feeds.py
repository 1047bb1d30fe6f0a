"""A station's programmes as a podcast feed (RSS 2.0), for players and aggregators that no one here wrote."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import format_datetime
from urllib.parse import quote
from xml.etree import ElementTree as ET

from broadcast.deliver import shown
from broadcast.deliver.day import instant
from broadcast.deliver.record import DayRecord, Entry
from broadcast.i18n import _, speaking

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
ATOM = "http://www.w3.org/2005/Atom"
HERE = "../.."  # the way from the feed to the site's root


def rss(station: str, name: str, days: Sequence[DayRecord], language: str = "vi", base: str = "") -> bytes:
    """Give the feed of a station, newest programme first.

    RSS 2.0 (rssboard.org/rss-specification) with the tags that podcast programs read. Without `base`
    (the site's address) the links are relative to the feed; the server puts its own address there.
    """
    ET.register_namespace("itunes", ITUNES)
    ET.register_namespace("atom", ATOM)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    title = days[-1].title if days else name
    with speaking(language):
        _add(channel, "title", f"{name} · {title}")
        _add(channel, "link", f"{base or HERE}/stations/{quote(station)}/index.html")
        _add(channel, "description", _("Programmes of {station}: {title}").format(station=name, title=title))
        _add(channel, "language", language)
        _add(channel, f"{{{ITUNES}}}author", name)
        _add(channel, f"{{{ITUNES}}}explicit", "false")
        ET.SubElement(channel, f"{{{ITUNES}}}image", href=f"{base or HERE}/assets/icon-512.png")
        if base:
            address = f"{base}/stations/{quote(station)}/feed.xml"
            ET.SubElement(channel, f"{{{ATOM}}}link", href=address, rel="self", type="application/rss+xml")
        for day in reversed(days):
            for entry in reversed(day.stations[station].entries if station in day.stations else ()):
                _item(channel, day, entry, base or HERE)
    ET.indent(root)
    return _document(root)


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


def _item(channel: ET.Element, day: DayRecord, entry: Entry, base: str) -> None:
    item = ET.SubElement(channel, "item")
    _add(item, "title", f"{entry.slot} {shown.day(day.date)}" + (f" · {day.theme}" if day.theme else ""))
    _add(item, "description", " · ".join(entry.messages))
    ET.SubElement(item, "enclosure", url=f"{base}/{quote(entry.file)}", length=str(entry.bytes), type="audio/mpeg")
    ET.SubElement(item, "guid", isPermaLink="false").text = f"sha256:{entry.sha256}:{day.date}T{entry.slot}"
    _add(item, "pubDate", format_datetime(instant(day.date, entry.slot, day.zone)))
    _add(item, f"{{{ITUNES}}}duration", str(round(entry.seconds)))


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = "".join(sign for sign in text if sign >= " " or sign in "\t\n")
