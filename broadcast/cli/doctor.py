"""`broadcast doctor`: one line for each thing that this machine needs, with the mend where it lacks it."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.errors import BroadcastError
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.campaign.campaign import Campaign

ROOM = 2_000_000_000  # bytes: a campaign of sixteen stations and its store take a third of it
_EARLIEST = datetime(2024, 11, 1, tzinfo=UTC)  # a clock before the first campaign has lost its battery


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `needed` is False where the nightly build does without."""

    what: str
    well: bool
    seen: str
    mend: str = ""
    needed: bool = True


@click.command(help=_("Examine this machine, and say how to mend it."))
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              metavar="DIR", help=_("The folder with campaign.yaml"))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True, metavar="DIR",
              help=_("The folder of finished programmes"))  # fmt: skip
@click.option("--offline", is_flag=True, help=_("Do not try the network"))
@click.pass_context
def doctor(ctx: click.Context, folder: Path, out: Path, offline: bool) -> None:
    """Examine this machine, and say how to mend it."""
    findings = tuple(examine(folder, out, offline))
    for finding in findings:
        click.echo(_line(finding))
    if any(not finding.well and finding.needed for finding in findings):
        ctx.exit(1)


def examine(folder: Path, out: Path, offline: bool) -> Iterator[Finding]:
    """Look at everything that a nightly build needs, in the order in which it needs it."""
    yield _python()
    yield _packages()
    campaign, finding = _campaign(folder)
    yield finding
    yield _clock(campaign)
    yield from (_space(out), _permission(out))
    yield from _voices(campaign, offline)


def _line(finding: Finding) -> str:
    mark = _("well") if finding.well else _("FAULT") if finding.needed else _("lacks")
    mend = f" → {finding.mend}" if finding.mend and not finding.well else ""
    return f"{mark:<6} {finding.what}: {finding.seen}{mend}"


def _python() -> Finding:
    seen = f"{platform.python_version()}, {platform.system()} {platform.machine()}"
    return Finding("Python", sys.version_info >= (3, 11), seen, _("install Python 3.11 or newer"))


def _packages() -> Finding:
    from importlib.metadata import PackageNotFoundError, requires, version

    missing = []
    for line in requires("broadcast") or ():
        if ";" in line:  # extras, and packages of other Pythons
            continue
        name = line.split(">")[0].split("<")[0].split("=")[0].strip()
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    seen = _("missing: {names}").format(names=", ".join(missing)) if missing else _("all are here")
    return Finding(_("packages"), not missing, seen, f"pip install {' '.join(missing)}")


def _campaign(folder: Path) -> tuple[Campaign | None, Finding]:
    from broadcast.campaign import read

    try:
        campaign = read(folder)
    except BroadcastError as error:
        seen = str(error.faults[0]).splitlines()[0]
        return None, Finding(_("campaign"), False, seen, "broadcast check")
    return campaign, Finding(_("campaign"), True, campaign.title)


def _clock(campaign: Campaign | None) -> Finding:
    from zoneinfo import ZoneInfo

    now = datetime.now(campaign.zone if campaign else ZoneInfo("Asia/Ho_Chi_Minh"))
    seen = _("{time} in {zone}; this machine's own zone is {own}").format(
        time=f"{now:%Y-%m-%d %H:%M:%S}", zone=now.tzinfo, own=datetime.now().astimezone().tzname()
    )
    return Finding(_("clock"), now >= _EARLIEST, seen, _("set the clock: timedatectl set-ntp true"))


def _space(out: Path) -> Finding:
    free = shutil.disk_usage(_existing(out)).free
    seen = _("{gigabytes:.1f} GB free").format(gigabytes=free / 1e9)
    return Finding(_("disk"), free >= ROOM, seen, _("free 2 GB, or run broadcast build --prune"))


def _permission(out: Path) -> Finding:
    place = _existing(out)
    well = os.access(place, os.W_OK | os.X_OK)
    seen = _("{folder} can be written").format(folder=out) if well else _("{folder} is read-only").format(folder=out)
    mend = _("give the user who runs broadcast the right to write in {folder}").format(folder=place)
    return Finding(_("permission"), well, seen, mend)


def _existing(path: Path) -> Path:
    """Give the nearest folder above that exists: it is there that a missing one will be made."""
    path = path.absolute()
    return next(place for place in (path, *path.parents) if place.exists())


def _voices(campaign: Campaign | None, offline: bool) -> Iterator[Finding]:
    from broadcast.voices import Night, installed, machine

    chosen = {choice.name for choice in campaign.voices} if campaign else {"espeak"}
    try:
        found = installed(machine.read(), Night(offline=offline))
    except BroadcastError as error:
        yield Finding(_("voices"), False, error.message, error.hint or "")
        return
    ready = {each.name for each in found if each.status.ready}
    for each in found:
        seen = _("ready") if each.status.ready else each.status.reason
        # A campaign with another voice to fall back on is still spoken.
        needed = each.name in chosen and not chosen & ready
        yield Finding(_("voice {name}").format(name=each.name), each.status.ready, seen, each.status.mend, needed)
