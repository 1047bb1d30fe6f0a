"""`broadcast schedule`: have the machine start the night, show what would, or take it away again."""

from __future__ import annotations

import datetime
import getpass
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli.nightly import Hour
from broadcast.errors import BroadcastError
from broadcast.i18n import _, wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadcast.night.timetable import Kind

_ENABLE = {
    "systemd": "systemctl daemon-reload && systemctl enable --now broadcast-nightly.timer",
    "cron": "",
    "windows": "schtasks /Create /TN broadcast-nightly /XML broadcast-nightly.xml",
}


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--campaign", "segments", type=click.Path(path_type=Path), default=Path("segments"),
                     show_default=True, metavar="DIR", help=_("The folder with campaign.yaml")),
        click.option("--kind", type=click.Choice(("systemd", "cron", "windows")),
                     help=_("The scheduler; by default the one of this machine")),
        click.option("--at", type=Hour(), default="22:00", show_default=True,
                     help=_("When the night starts, in the campaign's zone")),
        click.option("--user", help=_("As whom it runs; by default you")),
        click.option("--root", type=click.Path(path_type=Path), metavar="DIR",
                     help=_("The folder that stands for the machine's root")),
    ):  # fmt: skip
        command = option(command)
    return command


@click.group(help=_("Have this machine start the night by itself: systemd, cron or the Windows Task Scheduler."))
def schedule() -> None:
    """Hold the three commands together."""


@schedule.command("install", help=_("Write the scheduler's files, and say how to switch them on."))
@_options
def _install(segments: Path, kind: Kind | None, at: datetime.time, user: str | None, root: Path | None) -> None:
    """Write each file, whole."""
    from broadcast.files import write_whole

    kind = kind or _here()
    if user and root is None and kind != "windows" and os.name == "posix":
        _known(user)
    for path, text in _made(segments, kind, at, user).items():
        write_whole(_root(kind, root) / path, text.encode())
        click.echo(_("written: {path}").format(path=_root(kind, root) / path))
    if _ENABLE[kind]:
        click.echo(_("switch it on: {command}").format(command=_ENABLE[kind]))


@schedule.command("show", help=_("Show the files, and write nothing."))
@_options
def _show(segments: Path, kind: Kind | None, at: datetime.time, user: str | None, root: Path | None) -> None:
    """Show each file with its path."""
    kind = kind or _here()
    for path, text in _made(segments, kind, at, user).items():
        click.echo(f"# {_root(kind, root) / path}\n{text}")


@schedule.command("remove", help=_("Take the files away again."))
@_options
def _remove(segments: Path, kind: Kind | None, at: datetime.time, user: str | None, root: Path | None) -> None:
    """Remove each file that is there."""
    from broadcast.files import unwritable
    from broadcast.night.timetable import PATHS

    kind = kind or _here()
    for name in PATHS[kind]:
        path = _root(kind, root) / name
        if not path.exists():
            click.echo(_("not there: {path}").format(path=path))
            continue
        try:
            path.unlink()
        except OSError as error:
            raise unwritable(path, error) from error
        click.echo(_("removed: {path}").format(path=path))


def _made(segments: Path, kind: Kind, at: datetime.time, user: str | None) -> dict[str, str]:
    from broadcast.campaign import read
    from broadcast.night.timetable import Timetable, files

    zone = read(segments).zone.key
    name = user or getpass.getuser()
    folder = segments.absolute().parent
    if any(sign in f"{name}{folder}" for sign in "\n\r"):
        raise BroadcastError(_("a name with a line break cannot stand in a timetable"))
    return files(kind, Timetable(at, zone, name, folder, _program(), _language()))


def _known(user: str) -> None:
    """Refuse a user whom this machine does not have: cron and systemd would say so only at night, in a log."""
    import pwd

    try:
        pwd.getpwnam(user)
    except KeyError:
        raise BroadcastError(
            _("this machine has no user {name}").format(name=user), hint=_("give --user the name of an account")
        ) from None


def _language() -> str:
    """Give the language of whoever installs: a timetable's own environment names none."""
    spoken = wanted(os.environ, None)
    return spoken[0] if spoken and re.fullmatch(r"[A-Za-z0-9_.@-]+", spoken[0]) else "C"


def _program() -> Path:
    """Give the program as it was started, or as it is found."""
    started = Path(sys.argv[0])
    if started.name.startswith("broadcast") and started.exists():
        return started.absolute()
    beside = Path(sys.executable).with_name("broadcast")
    return beside if beside.exists() else Path(shutil.which("broadcast") or beside)


def _here() -> Kind:
    if sys.platform == "win32":
        return "windows"
    return "systemd" if Path("/run/systemd/system").is_dir() else "cron"


def _root(kind: Kind, root: Path | None) -> Path:
    return root or (Path() if kind == "windows" else Path("/"))
