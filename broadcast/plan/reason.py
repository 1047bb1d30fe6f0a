"""Why a cue stands where it does, kept as a value and put into words only when it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from broadcast.i18n import _, ngettext

Ground = Literal[
    "pattern", "between", "urgent", "bound", "daily", "theme topic", "theme audience", "audience", "topic", "turn"
]


@dataclass(frozen=True, slots=True)
class Reason:
    """A ground and what it names; which fields are filled depends on the ground.

    `name` is the topic's or audience's name, the end of an urgent message or the theme's title;
    `count` of `need` airings are reached with this one; `before` is the date of the airing before.
    """

    ground: Ground
    name: str = ""
    count: int = 0
    need: int = 0
    before: date | None = None


def words(reason: Reason) -> str:
    """Put a reason into a sentence in the user's language."""
    return _SENTENCES[reason.ground](reason)


def _turn(reason: Reason) -> str:
    if reason.before is None:
        return _("its turn: it has not been aired before")
    return ngettext(
        "its turn: aired {count} time before, last on {date}",
        "its turn: aired {count} times before, last on {date}",
        reason.count - 1,
    ).format(count=reason.count - 1, date=reason.before)


_SENTENCES: dict[Ground, Callable[[Reason], str]] = {
    "pattern": lambda _reason: _("the campaign's pattern has it in every programme"),
    "between": lambda _reason: _("a sting parts two messages"),
    "urgent": lambda reason: _("urgent: at the head of every programme until {end}").format(end=reason.name),
    "bound": lambda _reason: _("bound to this date and slot by its own file"),
    "daily": lambda reason: _("the topic {name} is promised every day").format(name=reason.name),
    "theme topic": lambda reason: _("the day's theme asks for the topic {name}").format(name=reason.name),
    "theme audience": lambda reason: _("the day's theme is for the audience {name}").format(name=reason.name),
    "audience": lambda reason: _("the audience {name} is promised a message at least every second day").format(
        name=reason.name
    ),
    "topic": lambda reason: _("the topic {name} is promised {need} times; this is number {count}").format(
        name=reason.name, need=reason.need, count=reason.count
    ),
    "turn": _turn,
}
