"""Whole files only: written beside, then renamed, with the permissions that the umask gives."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from broadcast.errors import BroadcastError
from broadcast.i18n import _


class UnwritableError(BroadcastError):
    """The disk is full or read-only, or the place is not ours: nothing more can be made."""

    exit_code = 74  # EX_IOERR of sysexits.h


_serial = itertools.count()
TEMPORARY = ".tmp~"  # in the name of every file that is not whole yet


def write_whole(path: Path, data: bytes | Iterable[bytes], *, beside: Path | None = None) -> None:
    """Write `data` to `path` so that at every moment the old file, the new one or none is there.

    Args:
        path: the file to make or replace; its folder is made when missing.
        data: the bytes, or parts of them in order.
        beside: a folder on the same file system for the unfinished file; by default that of `path`.

    Raises:
        UnwritableError: the disk is full or read-only, or the place is not ours.
    """
    temporary = (beside or path.parent) / f"{TEMPORARY}{os.getpid()}-{next(_serial)}"
    with whole_or_gone(temporary, path):
        with create(temporary) as file:
            for part in (data,) if isinstance(data, bytes) else data:
                file.write(part)
        put(temporary, path)


@contextlib.contextmanager
def whole_or_gone(unfinished: Path, path: Path) -> Iterator[None]:
    """Take away what is not whole when the writing of `path` fails or is stopped.

    Raises:
        UnwritableError: the disk is full or read-only, or the place is not ours.
    """
    try:
        yield
    except BaseException as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise unwritable(path, error) from error
        raise


def create(path: Path) -> BinaryIO:
    """Open a new file for writing; its folder is made when missing."""
    try:
        return path.open("wb")
    except FileNotFoundError:  # asking first would cost as much as the opening, and it is there nearly always
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


def put(written: Path, path: Path) -> None:
    """Move a file that is whole into its place, on the same file system; its folder is made when missing."""
    try:
        written.replace(path)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        written.replace(path)


def read_regular(path: Path) -> bytes:
    """Give the bytes of a file that people put there.

    Raises:
        OSError: it cannot be read; a pipe or a device, whose end may never come, is not tried.
    """
    if not (path.is_file() or path.is_dir()) and path.exists():
        raise OSError(errno.EINVAL, _("it is a pipe or a device"))
    return path.read_bytes()


def mend(path: Path) -> str:
    """Say what to do about a file that cannot be read."""
    if path.is_file():
        return _("look at its permissions")
    return _("move the folder away, and write the file") if path.is_dir() else _("put a file in its place")


def standing(folder: Path) -> list[tuple[str, os.stat_result]]:
    """List everything under a folder by path, with its status; links are not followed, the unreadable is left out.

    A fifth of the time of `Path.rglob`, and this runs in every build.
    """
    found: list[tuple[str, os.stat_result]] = []
    folders = [str(folder)]
    while folders:
        with contextlib.suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                found.append((entry.path, entry.stat(follow_symlinks=False)))
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
    return sorted(found, key=lambda each: each[0])


def unwritable(path: Path, error: OSError) -> UnwritableError:
    """Say why nothing can be written at `path`, and the mend."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return UnwritableError(
                _("the disk is full: {path} was not written").format(path=path),
                hint=_("free some space (broadcast prune) and run the command again; nothing made so far is lost"),
            )
        case errno.EROFS:
            return UnwritableError(
                _("{path} cannot be written: the disk is read-only").format(path=path),
                hint=_("look at the disk: one that fails is often made read-only; or give another --out"),
            )
        case errno.EACCES | errno.EPERM:
            return UnwritableError(
                _("{path} cannot be written: no permission").format(path=path),
                hint=_("give the user who runs broadcast the right to write in {folder}").format(folder=path.parent),
            )
        case _:
            return UnwritableError(_("{path} cannot be written: {reason}").format(path=path, reason=because(error)))


def because(error: OSError) -> str:
    """Say in words what the system answered; the rarer answers stay as the system spells them."""
    told = {
        errno.ENOENT: _("it is not there"),
        errno.EACCES: _("no permission"),
        errno.EPERM: _("no permission"),
        errno.EISDIR: _("it is a folder"),
        errno.ENOTDIR: _("a file stands where a folder is expected"),
        errno.EIO: _("the disk cannot be read or written there"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.EADDRINUSE: _("another program has this port"),
        errno.EADDRNOTAVAIL: _("this machine has no such address"),
        errno.ELOOP: _("links lead in a circle"),
        errno.ENOEXEC: _("it is not a program"),
    }
    return told.get(error.errno or 0) or error.strerror or str(error)
