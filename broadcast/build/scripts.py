"""The daily scripts as files: what is signed lies where it can be read, printed and compared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.files import write_whole
from broadcast.plan.script import script, standby_script

if TYPE_CHECKING:
    from broadcast.campaign.signature import Subject
    from broadcast.plan.approvals import Approvals


def write(approvals: Approvals, subjects: Iterable[Subject], folder: Path) -> tuple[Path, ...]:
    """Write `<date>.md` and `standby.md`, each whole, where they changed; give those that were written.

    Args:
        approvals: of the plan whose scripts are meant.
        subjects: which of them.
        folder: the folder for the scripts.

    Raises:
        BroadcastError: the campaign has no such date.
        UnwritableError: the disk is full or read-only.
    """
    texts = {folder / f"{each}.md": _text(approvals, each).encode() for each in subjects}  # all before the first
    changed = tuple(path for path, data in texts.items() if not path.is_file() or path.read_bytes() != data)
    for path in changed:
        write_whole(path, texts[path])
    return changed


def _text(approvals: Approvals, subject: Subject) -> str:
    heard = approvals.heard(subject)
    if isinstance(subject, date):
        return script(approvals.plan, subject, heard)
    return standby_script(approvals.plan, heard)
