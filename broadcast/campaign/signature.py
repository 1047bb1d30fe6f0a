"""A signature: one person's word that exactly these words may be heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from broadcast.errors import Place

STANDBY: Literal["standby"] = "standby"
Subject = date | Literal["standby"]


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's approval of one day's words, or of the standby programmes'.

    `at` carries the campaign's time zone; `sha256` names the words, `codes` the programmes that say them.
    """

    subject: Subject
    role: str
    by: str
    at: datetime
    sha256: str
    codes: tuple[str, ...] = ()
    note: str = ""
    place: Place | None = None

    @property
    def heard(self) -> str:
        """Name the file that keeps the words which were signed."""
        return f"heard/{self.subject}-{self.sha256[:16]}.txt"
