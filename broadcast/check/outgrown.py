"""Approvals that the words have outgrown: which word is another one now, and where it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from broadcast.campaign import approvals as files
from broadcast.campaign.content import Content
from broadcast.campaign.signature import Signature
from broadcast.errors import BroadcastError, Fault
from broadcast.i18n import _, ngettext
from broadcast.plan import Plan
from broadcast.plan.approval import Change, difference, digest
from broadcast.plan.approvals import Approvals
from broadcast.plan.verdict import Verdict

_HASH = re.compile("[0-9a-f]{64}")
MOST = 5  # changes told of a day: whoever wants all compares the scripts


def outgrown(plan: Plan) -> Iterator[Fault]:
    """Give a warning for each change since a day was signed; days that nobody has signed are no fault yet.

    The approvals lie beside the campaign's folder.
    """
    campaign = plan.campaign
    scripts = files.beside(campaign.folder)
    try:
        signatures = files.read(scripts, campaign.zone)
    except BroadcastError as error:
        yield from error.faults
        return
    if signatures:
        approvals = Approvals(plan, signatures, Content(campaign.folder).found)
        for subject in approvals.subjects:
            verdict = approvals.verdict(subject)
            if not verdict.approved:
                yield from changes(verdict, scripts)


def changes(verdict: Verdict, scripts: Path) -> Iterator[Fault]:
    """Say how the words of now differ from those that were signed last, a warning for each change."""
    signature = verdict.latest
    if signature is None:
        return
    name = _name(signature)
    hint = _("read it again and sign it: broadcast approve {subject}").format(subject=signature.subject)
    old = signed_words(scripts, signature)
    found = difference(old, verdict.heard.lines) if old is not None else ()
    told = _told(found)
    for change in told:
        at = verdict.heard.places.get(change.line, signature.place)
        message = _("{day} is no longer approved: {change}").format(day=name, change=_words(change))
        yield Fault(message, at, hint, "warning")
    if len(found) > len(told):
        message = _uncounted(len(found) - len(told), others=bool(told))
        yield Fault(message.format(day=name, count=len(found) - len(told)), signature.place, hint, "warning")
    if not found:
        message = _("{day} is no longer approved, and the words that were signed are lost").format(day=name)
        yield Fault(message, signature.place, hint, "warning")


def _told(found: Sequence[Change]) -> Sequence[Change]:
    """Choose the changes that are told one by one.

    Where most of many changes are sentences that came or went, a programme holds other messages: one line for
    the day says more than all of them.
    """
    words = [change for change in found if change.before and change.after]
    return found[:MOST] if len(found) <= MOST or len(words) * 2 > len(found) else []


def _uncounted(count: int, *, others: bool) -> str:
    if others:
        return ngettext(
            "{day} is no longer approved: {count} more change",
            "{day} is no longer approved: {count} more changes",
            count,
        )
    return ngettext(
        "{day} is no longer approved: {count} sentence came or went",
        "{day} is no longer approved: {count} sentences came or went",
        count,
    )


def signed_words(scripts: Path, signature: Signature) -> tuple[str, ...] | None:
    """Give the lines that were signed; None when they are missing or are not those."""
    try:
        lines = tuple((scripts / signature.heard).read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError):
        return None
    return lines if digest(lines) == signature.sha256 else None


def _name(signature: Signature) -> str:
    return f"{signature.subject}" if isinstance(signature.subject, date) else _("the standby programme")


def _words(change: Change) -> str:
    before, after = _shown(change.before), _shown(change.after)
    if not after:
        return _("“{before}” is gone").format(before=before)
    if not before:
        return _("“{after}” is new").format(after=after)
    return _("“{before}” has become “{after}”").format(before=before, after=after)


def _shown(words: str) -> str:
    """Shorten the hashes of recordings and jingles."""
    return _HASH.sub(lambda found: f"{found.group()[:8]}…", words)
