"""The register of contacts: the only numbers, domains and addresses that may be spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from broadcast.errors import Place

ContactKind = Literal["hotline", "shortcode", "phone", "domain", "email", "account", "app"]


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact of `contacts.yaml`.

    `value` is what a text must hold to mean it: digits only for numbers, lower-case ASCII for domains
    and e-mails, the name for apps. `spoken` is how it is said. Without `verified` it may not be aired;
    after `expires` no more.
    """

    id: str
    kind: ContactKind
    value: str
    spoken: str
    use: str
    source: str
    verified: date | None = None
    expires: date | None = None
    at: Place | None = None

    def may_be_aired(self, day: date) -> bool:
        """Tell whether the register allows this contact on `day`."""
        return self.verified is not None and self.verified <= day and (self.expires is None or day <= self.expires)


def normal(kind: ContactKind, value: str) -> str:
    """Give a value in the form in which contacts are compared: digits, a lower-case address, or a name."""
    if kind in ("domain", "email"):
        return value.casefold()
    if kind == "app":
        return value
    digits = re.sub(r"[\s.()-]", "", value)
    return f"0{digits[3:]}" if digits.startswith("+84") else digits
