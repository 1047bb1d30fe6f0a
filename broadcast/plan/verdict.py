"""The verdict on a day's words: who has signed them, who still must, and whose signature they have outgrown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from broadcast.campaign.signature import Signature
from broadcast.i18n import _
from broadcast.plan.approval import Heard

ANYONE = "người duyệt"  # the role when the campaign names none


@dataclass(frozen=True)
class Verdict:
    """What the signatures of a day (or of the standby programmes) amount to.

    `valid` are on the very words of now, `outgrown` on others; `lacking` says in words what is missing, nothing
    when the words may be aired.
    """

    heard: Heard
    valid: tuple[Signature, ...]
    outgrown: tuple[Signature, ...]
    lacking: tuple[str, ...]

    @property
    def approved(self) -> bool:
        """Tell whether the words may be aired."""
        return not self.lacking

    @cached_property
    def latest(self) -> Signature | None:
        """Give the last signature that the words have outgrown."""
        return max(self.outgrown, key=lambda each: each.at, default=None)


def roles(campaign_roles: Sequence[str]) -> tuple[str, ...]:
    """Give the roles that must sign, in their order; somebody always must."""
    return tuple(campaign_roles) or (ANYONE,)


def judge(required: Sequence[str], heard: Heard, signatures: Iterable[Signature]) -> Verdict:
    """Judge the signatures of one subject: each role by a person of its own, and two for an urgent message."""
    given = tuple(signatures)
    valid = tuple(each for each in given if each.sha256 == heard.sha256)
    outgrown = tuple(each for each in given if each.sha256 != heard.sha256)
    return Verdict(heard, valid, outgrown, _lacking(roles(required), valid, two=heard.urgent))


def _lacking(required: Sequence[str], valid: Sequence[Signature], *, two: bool) -> tuple[str, ...]:
    signed = {role: sorted({_person(each.by) for each in valid if each.role == role}) for role in required}
    taken: dict[str, str] = {}
    lacking = [role for role in required if not _seat(role, signed, taken, set())]
    said = [_wanted(role, signed[role]) for role in lacking]
    if two and len(required) < 2 and len(signed[required[0]]) < 2:
        said.append(_("a second person must sign: there is an urgent message"))
    return tuple(said)


def _wanted(role: str, people: Sequence[str]) -> str:
    if people:
        return _("another person must sign as {role}: nobody counts for two roles").format(role=role)
    return _("{role} must sign").format(role=role)


def _seat(role: str, signed: Mapping[str, Sequence[str]], taken: dict[str, str], tried: set[str]) -> bool:
    """Find a person for a role, moving others to roles that they have signed for as well (augmenting paths)."""
    for person in signed[role]:
        if person not in tried:
            tried.add(person)
            if person not in taken or _seat(taken[person], signed, taken, tried):
                taken[person] = role
                return True
    return False


def _person(name: str) -> str:
    return " ".join(name.casefold().split())
