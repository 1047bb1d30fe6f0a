"""The hours of a night: which days it makes, and by when, in the campaign's zone, whatever the machine's."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

State = Literal["made", "before", "after"]


@dataclass(frozen=True, slots=True)
class Hours:
    """The days that are made, and the instant by which they must stand; `state` tells where the campaign is."""

    state: State
    dates: tuple[datetime.date, ...]
    deadline: datetime.datetime


def hours(
    now: datetime.datetime,
    zone: ZoneInfo,
    until: datetime.time,
    campaign: tuple[datetime.date, datetime.date] | None,
    date: datetime.date | None = None,
) -> Hours:
    """Tell what a night has to do.

    A night belongs to the morning that follows it: at 22:00 the first day is tomorrow, at 01:30 it is the day
    that has begun, for its programmes are still ahead. The day after it is made as well.

    Args:
        now: an aware instant.
        zone: the campaign's.
        until: the local time by which everything must stand.
        campaign: its first and last day; None when they are not known: then no day is left out.
        date: the first day, for try-outs; otherwise the one on which the deadline falls.
    """
    local = now.astimezone(zone)
    deadline = datetime.datetime.combine(local.date(), until, zone)
    if deadline <= local:
        deadline = datetime.datetime.combine(local.date() + datetime.timedelta(1), until, zone)
    first = date or deadline.date()
    days = (first, first + datetime.timedelta(1))
    if campaign is None:
        return Hours("made", days, deadline)
    kept = tuple(day for day in days if campaign[0] <= day <= campaign[1])
    state: State = "made" if kept else "before" if first < campaign[0] else "after"
    return Hours(state, kept, deadline)
