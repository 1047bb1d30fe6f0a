"""The daily scripts as a night writes them: those of its days, where the words changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from broadcast.files import write_whole
from broadcast.plan import Plan
from broadcast.plan.script import script


def write(plan: Plan, dates: Iterable[datetime.date], folder: Path) -> int:
    """Write the script of each date; tell how many were not right already.

    Raises:
        UnwritableError: the folder cannot be written.
    """
    texts = {folder / f"{date}.md": script(plan, date).encode() for date in dates}
    changed = [path for path, data in texts.items() if not (path.is_file() and path.read_bytes() == data)]
    for path in changed:
        write_whole(path, texts[path])
    return len(changed)
