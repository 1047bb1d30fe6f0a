"""Contacts that nobody verified: each is one line to mend, however many texts name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from broadcast.campaign.contact import Contact
from broadcast.errors import Fault, Place
from broadcast.i18n import _, ngettext

_SHOWN = 3  # places that a line names; more are counted


@dataclass(frozen=True, slots=True, order=True)
class Unproven(Fault):
    """A contact that nobody verified, at one place that names it, or at its own with all `places`."""

    contact: Contact | None = field(default=None, compare=False)
    places: tuple[Place, ...] = ()


def gathered(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Give the faults, those of a contact that nobody verified as one at the contact's own line."""
    named: dict[str, list[Unproven]] = {}
    for fault in faults:
        if isinstance(fault, Unproven) and fault.contact and fault.contact.at:
            named.setdefault(fault.contact.id, []).append(fault)
        else:
            yield fault
    for found in named.values():
        yield _one(found)


def _one(found: list[Unproven]) -> Unproven:
    contact = found[0].contact
    places = sorted({Place(fault.at.file, fault.at.line) for fault in found if fault.at})
    message = ngettext(
        "nobody has verified “{value}”, but {count} place names it: {places}",
        "nobody has verified “{value}”, but {count} places name it: {places}",
        len(places),
    )
    shown = ", ".join(str(place) for place in places[:_SHOWN]) + (", …" if len(places) > _SHOWN else "")
    hint = _("try it, then write “verified:” with the day, or take it out of these texts")
    if len(places) > _SHOWN:
        hint = _("{hint}; “broadcast check --json” shows every place").format(hint=hint)
    return Unproven(
        message.format(value=contact.value if contact else "", count=len(places), places=shown),
        contact.at if contact else None,
        hint,
        contact=contact,
        places=tuple(places),
    )
