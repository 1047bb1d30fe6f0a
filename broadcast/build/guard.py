"""The guard: one piece or programme that cannot be made must not take the others along."""

from __future__ import annotations

from collections.abc import Callable

from broadcast import stop
from broadcast.errors import BroadcastError
from broadcast.files import UnwritableError
from broadcast.i18n import _


def guarded(title: str, make: Callable[[], object]) -> BroadcastError | None:
    """Make one thing; give the error instead of raising it.

    Args:
        title: what is made, for the error that nobody foresaw.
        make: does it.

    Raises:
        UnwritableError: the disk is full or read-only: nothing else can be made either.
        KeyboardInterrupt: the run was told to stop, which may look like any error where it struck.
    """
    try:
        make()
    except UnwritableError:
        raise
    except BroadcastError as error:
        stop.heed()
        return error
    except Exception as error:  # noqa: BLE001 - what nobody foresaw must not silence the other stations
        stop.heed()
        return BroadcastError(_("{title} could not be made: {reason!r}").format(title=title, reason=error))
    return None
