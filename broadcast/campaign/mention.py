"""Names that are mentioned: they must exist where they are defined, and be defined once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from broadcast.campaign.typed import closest
from broadcast.errors import Fault, Place
from broadcast.i18n import _

if TYPE_CHECKING:
    from pydantic import BaseModel

    from broadcast.campaign.filed import Filed

_Model = TypeVar("_Model", bound="BaseModel")


def once(items: Iterable[tuple[object, ...]]) -> Iterator[Fault]:
    """Complain of every (name, place, more) whose name and more stood before."""
    seen: dict[tuple[object, ...], Place] = {}
    for name, place, *more in items:
        key = (name, *more)
        if isinstance(place, Place) and key in seen:
            yield Fault(
                _("“{name}” stands twice; the first is in line {line}").format(name=name, line=seen[key].line),
                place,
                _("remove one of the two, or give it another name"),
            )
        elif isinstance(place, Place):
            seen[key] = place


def unknown(kind: str, name: str) -> str:
    """Say that nothing of a kind has this name."""
    return {
        "topic": _("unknown topic “{name}”"),
        "audience": _("unknown audience “{name}”"),
        "contact": _("unknown contact “{name}”"),
        "station": _("unknown station “{name}”"),
        "slot": _("no slot is at {name}"),
    }[kind].format(name=name)


def known(
    names: Iterable[str], there: Iterable[str], kind: str, filed: Filed[_Model], *path: int | str
) -> Iterator[Fault]:
    """Complain of every name that is not there."""
    words = list(there)
    file = {"contact": "contacts.yaml", "station": "stations.yaml"}.get(kind, "campaign.yaml")
    first = _("none is known yet: write it in {file} first").format(file=file)
    for row, name in enumerate(names):
        if name not in words:
            yield Fault(unknown(kind, name), filed.at(*path, row), closest(name, words) if words else first)
