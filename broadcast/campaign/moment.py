"""Dates and times as people type them, and what they meant when they typed them otherwise."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from broadcast.campaign.typed import kind, straight, wrong
from broadcast.i18n import _

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_LOCAL_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})\Z", re.ASCII)
_SPOKEN_CLOCK = re.compile(
    r"([01]?\d|2[0-3])\s*(?:h|g|giờ|:)\s*([0-5]\d)?\s*(?:phút)?\s*(sáng|trưa|chiều|tối)?\Z", re.ASCII | re.IGNORECASE
)


def to_date(text: str) -> date:
    """Convert a date as typed, YYYY-MM-DD."""
    if shape := _DAY.match(text):
        return _real_day(text, *map(int, shape.groups()))
    if local := _LOCAL_DAY.match(text):
        day, month, year = map(int, local.groups())
        meant = _real_day(text, year, month, day)
        raise wrong(
            _("“{found}” is not a date as it is written here").format(found=text),
            _("write {iso}").format(iso=meant.isoformat()),
        )
    raise wrong(_("“{found}” is not a date").format(found=text), _("write year, month and day: 2024-11-20"))


def _real_day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise wrong(_("there is no day “{found}”").format(found=text), _("look at the calendar")) from None


def to_time(text: str) -> time:
    """Convert a time of day as typed, HH:MM."""
    spoken = _SPOKEN_CLOCK.match(text)
    if spoken and not _CLOCK.match(text):
        later = 12 if (spoken[3] or "").lower() in {"chiều", "tối"} and int(spoken[1]) < 12 else 0
        meant = f"{int(spoken[1]) + later:02}:{spoken[2] or '00'}"
        raise wrong(
            _("“{found}” is not a time as it is written here").format(found=text), _("write {iso}").format(iso=meant)
        )
    shape = _CLOCK.match(text)
    if not shape:
        raise wrong(_("“{found}” is not a time").format(found=text), _("write hours and minutes: 05:30"))
    if int(shape[1]) > 23 or int(shape[2]) > 59:
        raise wrong(_("there is no time “{found}”").format(found=text), _("times go from 00:00 to 23:59"))
    return time(int(shape[1]), int(shape[2]))


def _day(node: object) -> date:
    return to_date(straight(node))


def _clock(node: object) -> time:
    return to_time(straight(node))


def _moment(node: object) -> datetime:
    """Convert a date and time; the campaign's zone is put to it where the campaign is known."""
    text = straight(node).replace("T", " ")
    day, space, clock = text.partition(" ")
    if not space:
        raise wrong(_("“{found}” is not a date and time").format(found=text), _("write both: 2024-11-25 17:00"))
    return datetime.combine(to_date(day), to_time(clock))


def _span(node: object) -> tuple[time, time]:
    """Convert "19:00-24:00"; the day's end is midnight."""
    text = straight(node).replace("–", "-")
    head, dash, tail = (part.strip() for part in text.partition("-"))
    if not dash:
        raise wrong(_("“{found}” is not a span of time").format(found=text), _("write from-to: 11:30-13:30"))
    span = to_time(head), time() if tail == "24:00" else to_time(tail)
    if span[0] == span[1]:
        raise wrong(_("the span “{found}” has no length").format(found=text), _("write from-to: 11:30-13:30"))
    return span


def _zone(node: object) -> ZoneInfo:
    text = straight(node)
    try:
        return ZoneInfo(text)
    except (KeyError, ValueError, OSError):  # not found, not a name, a folder of the database
        raise wrong(_("there is no time zone “{found}”").format(found=text),
                    _("write {iso}").format(iso="Asia/Ho_Chi_Minh")) from None  # fmt: skip


Day = Annotated[date, kind(_day, format="date", pattern=r"^\d{4}-\d{2}-\d{2}$")]
Clock = Annotated[time, kind(_clock, pattern=r"^\d{1,2}:\d{2}$")]
Moment = Annotated[datetime, kind(_moment, pattern=r"^\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}$")]
Span = Annotated[tuple[time, time], kind(_span, pattern=r"^\d{1,2}:\d{2}\s*[-–]\s*\d{1,2}:\d{2}$")]
Zone = Annotated[ZoneInfo, kind(_zone)]
