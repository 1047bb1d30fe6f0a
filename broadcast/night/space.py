"""Space: whether the disk has room for a night before it begins, and a reserve for its last small files."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from broadcast.build.store import FOLDER
from broadcast.files import UnwritableError, write_whole
from broadcast.i18n import _
from broadcast.plan import Plan
from broadcast.sound.profile import PROFILES

COPIES = 2  # the programmes, and the ZIP in which a station's day can be fetched
LEAST = 16_000_000  # bytes: pages, lists, signatures and logs of a night
RESERVE = "reserve"
RESERVED = 4_000_000


def free(path: Path) -> int:
    """Give the bytes that are free where `path` lies."""
    return shutil.disk_usage(path).free


def enough(plan: Plan, room: int, days: int) -> None:
    """Refuse to begin what the disk cannot hold: what stands is better than half of something else.

    Args:
        plan: what is to be made.
        room: the bytes that are free.
        days: how many days of it.

    Raises:
        UnwritableError: less is free than the programmes of so many days take beside the old ones, and their ZIPs.
    """
    campaign = plan.campaign
    seconds = sum(slot.seconds + slot.tolerance for slot in campaign.slots) * days
    rate = sum(PROFILES[station.profile].bitrate for station in campaign.stations) * 125  # bytes a second
    needed = round(COPIES * seconds * rate) + LEAST
    if room < needed:
        raise UnwritableError(
            _("the disk is nearly full: {free:.0f} MB are free, a night needs {needed:.0f} MB").format(
                free=room / 1e6, needed=needed / 1e6
            ),
            hint=_("free some space (broadcast prune) and run the command again; what stands is untouched"),
        )


def reserve(out: Path) -> None:
    """Keep a few megabytes, so that what was begun can be ended on a disk that others have filled up."""
    path = out / FOLDER / RESERVE
    if not (path.is_file() and path.stat().st_size == RESERVED):
        with contextlib.suppress(UnwritableError):
            write_whole(path, bytes(RESERVED), beside=out / FOLDER)


def release(out: Path) -> None:
    """Give the reserve back to the disk."""
    with contextlib.suppress(OSError):
        (out / FOLDER / RESERVE).unlink(missing_ok=True)
