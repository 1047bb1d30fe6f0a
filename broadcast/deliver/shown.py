"""How dates, lengths and sizes are shown to people, in the language that `_` speaks."""

from __future__ import annotations

import datetime

from broadcast.i18n import _


def day(date: datetime.date) -> str:
    """Name a day with its weekday: "Thursday 21/11/2024"."""
    return _("{weekday} {day}/{month}/{year}").format(
        weekday=weekday(date), day=date.day, month=date.month, year=date.year
    )


def weekday(date: datetime.date) -> str:
    """Name the day of the week."""
    names = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    return names[date.weekday()]


def length(seconds: float) -> str:
    """Say how long a programme runs: "5 min 02 s"."""
    minutes, rest = divmod(round(seconds), 60)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=f"{rest:02}")


def position(seconds: float) -> str:
    """Show a place in a programme as players do: "1:07"; the part of a second is dropped."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def size(count: int) -> str:
    """Show a number of bytes in megabytes or kilobytes (powers of ten, as phones do)."""
    if count < 1_000_000:
        return _("{number} KB").format(number=-(-count // 1000))
    whole, tenth = divmod(round(count / 100_000), 10)
    return _("{whole}.{tenth} MB").format(whole=whole, tenth=tenth)
