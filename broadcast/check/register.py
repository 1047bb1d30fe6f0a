"""What the register of contacts allows on which day, and whether its own entries agree with themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.contact import Contact
from broadcast.check.digits import spoken_value
from broadcast.check.ear import toneless
from broadcast.check.unproven import Unproven
from broadcast.errors import Fault, Place
from broadcast.i18n import _

_NAMES = frozenset({"domain", "email", "app"})
_LETTER_NAMES = {
    "bê": "b",
    "bờ": "b",
    "xê": "c",
    "cờ": "c",
    "đê": "d",
    "dê": "d",
    "ép": "f",
    "phờ": "f",
    "giê": "g",
    "gờ": "g",
    "hát": "h",
    "hờ": "h",
    "gi": "j",
    "ca": "k",
    "en": "n",
    "nờ": "n",
    "lờ": "l",
    "mờ": "m",
    "pê": "p",
    "pờ": "p",
    "quy": "q",
    "rờ": "r",
    "ét": "s",
    "sờ": "s",
    "tê": "t",
    "tờ": "t",
    "vê": "v",
    "vờ": "v",
    "kép": "w",
    "ích": "x",
    "dét": "z",
    "dài": "y",
}


@dataclass(frozen=True)
class Register:
    """The contacts of a campaign, found by what was heard."""

    contacts: tuple[Contact, ...]

    @cached_property
    def numbers(self) -> dict[str, Contact]:
        """Give the contacts that are dialled, by their digits."""
        return {contact.value: contact for contact in self.contacts if contact.kind not in _NAMES}

    @cached_property
    def _addresses(self) -> dict[str, Contact]:
        return {contact.value: contact for contact in self.contacts if contact.kind in ("domain", "email")}

    def find(self, kind: str, value: str) -> Contact | None:
        """Give the contact that a token of the reading means: its digits, or its address without its page."""
        if kind in ("phone", "hotline", "shortcode", "account", "code") and value.isdecimal():
            national = f"0{value[2:]}" if value.startswith("84") and len(value) in (11, 12) else value
            return self.numbers.get(value) or self.numbers.get(national)
        if kind in ("email", "account"):
            return self._addresses.get(value) if "@" in value else None
        host, _slash, page = value.partition("/")
        if sum(char.isdigit() for char in page) >= 3:  # a page can hold a number as well
            return None
        return self._addresses.get(host) or self._addresses.get(host.removeprefix("www."))

    def spoken(self) -> Iterator[tuple[Contact, tuple[str, ...]]]:
        """Give the words in which each address is said."""
        for contact in self._addresses.values():
            if form := tuple(contact.spoken.lower().replace(",", " ").split()):
                yield contact, form


def refusal(shown: str, contact: Contact | None, days: Sequence[date], place: Place) -> Iterator[Fault]:
    """Say why a contact may not be aired on these days; nothing when it may."""
    if contact is None:
        yield Fault(
            _("“{value}” is not in the register of contacts").format(value=shown),
            place,
            _(
                "check with its owner that it is right, enter it in contacts.yaml with the day in “verified”, "
                "or take it out"
            ),
        )
    elif contact.verified is None:
        yield Unproven(
            _("“{value}” is in the register, but nobody has verified it").format(value=shown),
            place,
            _("try it, then write “verified:” with the day at {place}, or take it out").format(place=contact.at),
            contact=contact,
        )
    elif days and contact.verified > days[0]:
        yield Fault(
            _("“{value}” was verified on {verified}, but is aired from {day} on").format(
                value=shown, verified=contact.verified, day=days[0]
            ),
            place,
            _("look at “verified:” at {place}, or write “first: {verified}” in the message").format(
                place=contact.at, verified=contact.verified
            ),
        )
    elif days and contact.expires and contact.expires < days[-1]:
        yield Fault(
            _("“{value}” expires on {expires}, but may be aired until {day}").format(
                value=shown, expires=contact.expires, day=days[-1]
            ),
            place,
            _("verify it again and write the new day at {place}, or write “last: {expires}” in the message").format(
                place=contact.at, expires=contact.expires
            ),
        )


def disagreements(campaign: Campaign) -> Iterator[Fault]:
    """Give the contacts whose spoken form says something else than their value."""
    for contact in campaign.contacts:
        words = contact.spoken.lower().replace(",", " ").split()
        if contact.kind == "app":
            if len(spoken_value(words)) >= 3:
                yield Fault(
                    _("the spoken form “{spoken}” does not say {value}").format(
                        spoken=contact.spoken, value=contact.value
                    ),
                    contact.at,
                    _("say the name, without a number"),
                )
        elif contact.kind in _NAMES:
            yield from _address(contact, words)
        elif spoken_value(words) != contact.value:
            yield Fault(
                _("the spoken form says {heard}, but the value is {value}").format(
                    heard=spoken_value(words) or "“" + contact.spoken + "”", value=contact.value
                ),
                contact.at,
                _("write every digit as a word, in its order"),
            )


def _address(contact: Contact, words: Sequence[str]) -> Iterator[Fault]:
    labels = contact.value.replace("@", ".").split(".")
    said = [part.split() for part in " ".join(words).replace("a còng", "chấm").split("chấm")]
    if len(labels) != len(said) or any(not _says(part, label) for part, label in zip(said, labels, strict=True)):
        yield Fault(
            _("the spoken form “{spoken}” does not say {value}").format(spoken=contact.spoken, value=contact.value),
            contact.at,
            _("say each part with its letters, and “chấm” for each dot"),
        )


def _says(words: Iterable[str], label: str) -> bool:
    """Tell whether words give a label: as the words themselves, as names of letters, or a known ending's."""
    from broadcast.spoken.tables.addresses import COMPOUNDS, ENDINGS, LABELS

    words = list(words)
    said = " ".join(words)
    if said in (ENDINGS.get(label), LABELS.get(label), COMPOUNDS.get(label)):
        return True
    joined = toneless("".join(words))
    letters = "".join(_LETTER_NAMES.get(word, toneless(word)) for word in words)
    return label.replace("-", "") in (joined, letters)
