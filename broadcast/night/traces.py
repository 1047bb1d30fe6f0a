"""The traces of a night: its state, its numbers, its notices; what cannot be left is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.errors import BroadcastError
from broadcast.night import numbers, shown, status
from broadcast.night.public import public
from broadcast.night.report import DONE, Report
from broadcast.night.words import screen

if TYPE_CHECKING:
    from broadcast.night.order import Tell
    from broadcast.night.settings import Settings


def leave(report: Report, out: Path, settings: Settings, tell: Tell) -> tuple[tuple[str, ...], int]:
    """Write the state and the numbers and send the notices.

    Args:
        report: the night.
        out: the folder of finished programmes.
        settings: the administrator's.
        tell: the log.

    Returns:
        The lines of the screen, and the exit code.
    """
    code, failed = report.code, []
    try:
        seen = public(report, out)
        status.save(out, seen)
        shown.save(out, seen)
        if settings.metrics:
            numbers.save(settings.metrics, report)
    except BroadcastError as error:
        failed.append(str(error))
        code = code or error.exit_code
    lines = tuple(screen(report))
    if settings.notifies:
        from broadcast.night import notice  # mail and TLS, for the few who want them

        for words in notice.send(report, "\n".join((*lines, *failed)), settings):
            failed.append(words)
            tell("notice", failed=words)
    tell("end", code=code, seconds=report.seconds, well=code == DONE)
    return (*lines, *failed), code
