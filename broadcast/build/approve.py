"""Approving: a person signs exactly what will be heard on some days; scripts and signed words are kept with it."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from broadcast.build import earlier, scripts
from broadcast.build.lock import alone
from broadcast.build.ready import prove
from broadcast.campaign import approvals as files
from broadcast.campaign.content import Content
from broadcast.campaign.signature import STANDBY, Signature, Subject
from broadcast.campaign.typed import closest
from broadcast.errors import BroadcastError
from broadcast.files import write_whole
from broadcast.i18n import _
from broadcast.plan import Plan
from broadcast.plan.approvals import Approvals
from broadcast.plan.verdict import roles

WAIT = 20.0  # seconds to wait for somebody else who signs at this moment


@dataclass(frozen=True, slots=True)
class Person:
    """Who signs, in which role, when (an aware instant), and what they note."""

    by: str
    role: str
    at: datetime.datetime
    note: str = ""


def opened(folder: Path, where: Path | None = None) -> Approvals:
    """Read a campaign, plan it and judge its approvals; `where` is the folder of scripts, None means beside it.

    Raises:
        Faults: every fault of the campaign's files, or of the approvals.
    """
    plan = earlier.planned(folder)
    signatures = files.read(where or files.beside(folder), plan.campaign.zone)
    return Approvals(plan, signatures, Content(folder).found)


def approve(
    approvals: Approvals, subjects: Iterable[Subject], person: Person, where: Path, out: Path | None = None
) -> Approvals:
    """Sign days, and the standby programmes with them; give the approvals as they are then.

    The scripts of what is signed are written first, then the signed words, then the signatures: whoever is
    interrupted has signed nothing. Two people may sign at once; each waits for the other.

    Args:
        approvals: of the campaign, as `opened` gives them.
        subjects: the days; the standby programmes are always signed as well, for they are aired on any of them.
        person: who signs.
        where: the folder of the scripts.
        out: the folder of finished programmes, if this machine has one: what is checked for signing is not
            checked again for the build, so that an urgent message is made at once.

    Raises:
        Faults: the campaign has faults, or the approvals.
        BroadcastError: the campaign has no such role or date.
        UnwritableError: the disk is full or read-only.
    """
    campaign = approvals.plan.campaign
    _fit(approvals.plan, person, out)
    signed = tuple(dict.fromkeys((*subjects, STANDBY)))
    fresh = [_signature(approvals, subject, person) for subject in signed]
    with alone(where / ".lock", WAIT):
        scripts.write(approvals, signed, where)
        for signature in fresh:
            lines = approvals.heard(signature.subject).lines
            write_whole(where / signature.heard, "".join(f"{line}\n" for line in lines).encode())
        kept = [each for each in files.read(where, campaign.zone) if not _replaced(each, fresh)]
        files.write(where, (*kept, *fresh))
        _sweep(where, (*kept, *fresh))
    return Approvals(approvals.plan, (*kept, *fresh), Content(campaign.folder).found)


def _fit(plan: Plan, person: Person, out: Path | None) -> None:
    now = earlier.state(plan.campaign.folder)
    prove(earlier.plan(plan.campaign.folder, (), now), out, now)  # somebody may have written since it was opened
    known = roles(plan.campaign.approval)
    if person.role not in known:
        raise BroadcastError(_("unknown role “{role}”").format(role=person.role), hint=closest(person.role, known))
    if not person.by or not (person.by + person.note).isprintable():
        raise BroadcastError(_("“{name}” is not a name").format(name=person.by), hint=_("write the name of who signs"))


def _signature(approvals: Approvals, subject: Subject, person: Person) -> Signature:
    heard = approvals.heard(subject)
    at = person.at.astimezone(approvals.plan.campaign.zone)
    codes = tuple(dict.fromkeys(heard.codes.values()))
    return Signature(subject, person.role, person.by, at, heard.sha256, codes, person.note)


def _replaced(old: Signature, fresh: Sequence[Signature]) -> bool:
    """Tell whether a signature gives way: the same person's, or one of the same role on words that are no more."""
    return any(
        (old.subject, old.role) == (new.subject, new.role) and (old.by == new.by or old.sha256 != new.sha256)
        for new in fresh
    )


def _sweep(where: Path, signatures: Iterable[Signature]) -> None:
    """Remove the words that no signature is on any more."""
    needed = {each.heard for each in signatures}
    for path in (where / "heard").glob("*.txt"):
        if f"heard/{path.name}" not in needed:
            with contextlib.suppress(OSError):
                path.unlink()
