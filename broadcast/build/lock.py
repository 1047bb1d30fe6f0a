"""One build at a time: a second one waits or says so; the lock of a dead process is no lock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from broadcast.errors import BroadcastError
from broadcast.files import unwritable
from broadcast.i18n import _


class BusyError(BroadcastError):
    """Another run holds the lock."""

    exit_code = 75  # EX_TEMPFAIL of sysexits.h: try again later


@contextmanager
def alone(folder: Path, wait: float, name: str = "lock") -> Iterator[None]:
    """Hold the lock of `folder` inside the block.

    Args:
        folder: the store; made when missing.
        wait: seconds to wait for another run; the system frees the lock of a process that died.
        name: the lock's file; a night holds its own around those of its builds.

    Raises:
        BusyError: another run still holds it after `wait` seconds.
        BroadcastError: the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=wait, mode=0o644)
        lock.acquire()
    except Timeout as error:
        raise BusyError(
            _("another run of broadcast is at work in {folder}").format(folder=folder.parent),
            hint=_("wait until it has finished, or give --wait more seconds"),
        ) from error
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        yield
    finally:
        lock.release()
