"""The register of contacts must be right in itself: values that can be what they say they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from broadcast.campaign.contact import ContactKind, normal
from broadcast.errors import Fault
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.campaign.filed import Filed
    from broadcast.campaign.schema import ContactsFile

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_DOMAIN = rf"(?:{_LABEL}\.)+[a-z]{{2,24}}"
_SHAPES: dict[ContactKind, re.Pattern[str]] = {
    "hotline": re.compile(r"\d{3,11}\Z", re.ASCII),
    "shortcode": re.compile(r"\d{3,6}\Z", re.ASCII),
    "phone": re.compile(r"0\d{8,10}\Z|1[89]00\d{4,6}\Z", re.ASCII),
    "account": re.compile(r"\d{6,20}\Z", re.ASCII),
    "domain": re.compile(rf"{_DOMAIN}\Z", re.ASCII),
    "email": re.compile(rf"[a-z0-9._%+-]+@{_DOMAIN}\Z", re.ASCII),
    "app": re.compile(r"\S.*\Z"),
}
_EXAMPLES: dict[ContactKind, str] = {
    "hotline": "113",
    "shortcode": "5656",
    "phone": "0692348560",
    "account": "0123456789",
    "domain": "canhbao.khonggianmang.vn",
    "email": "tiepnhan@example.vn",
    "app": "VNeID",
}


def unfit(filed: Filed[ContactsFile]) -> Iterator[Fault]:
    """Give the faults of the register's values and days."""
    seen: dict[str, int] = {}
    for row, contact in enumerate(filed.values.contacts if filed.values else ()):
        place = filed.at("contacts", row, "value")
        value = normal(contact.kind, contact.value)
        if not _SHAPES[contact.kind].match(value):
            yield Fault(
                _("“{value}” cannot be a contact of the kind “{kind}”").format(value=contact.value, kind=contact.kind),
                place,
                _('write it as in “value: "{example}"”, or choose another kind').format(
                    example=_EXAMPLES[contact.kind]
                ),
            )
        elif value in seen:
            yield Fault(
                _("“{name}” stands twice; the first is in line {line}").format(name=contact.value, line=seen[value]),
                place,
                _("remove one of the two, or give it another name"),
            )
        seen.setdefault(value, place.line)
        if contact.expires and contact.verified and contact.expires < contact.verified:
            yield Fault(
                _("the contact expires on {expires}, before it was verified").format(expires=contact.expires),
                filed.at("contacts", row, "expires"),
                _("look at the two dates"),
            )
