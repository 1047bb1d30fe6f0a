"""What belongs to this machine and its administrator, never to the campaign: programs, paths, a proxy."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from broadcast.errors import BroadcastError, Fault, Faults, Place
from broadcast.i18n import _
from broadcast.voices.settings import nearest

FILE = "config.toml"
_OTHERS = ("nightly",)  # tables that other stages read
_KEYS = ("command", "command_licence", "command_seconds", "models", "proxy")


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """The administrator's own settings.

    command: program and arguments that read words on standard input and write a WAV on standard output;
    command_licence: the terms of its sound; command_seconds: the longest it may take for one sentence;
    models: the folder of Piper voices; proxy: a URL for every voice of the network, "" for the environment's.
    """

    command: tuple[str, ...] = ()
    command_licence: str = ""
    command_seconds: float = 60.0
    models: Path = Path("models")
    proxy: str = ""


def location() -> Path:
    """Give the path of the machine's settings: $BROADCAST_CONFIG, or a file in the user's configuration folder."""
    chosen = os.environ.get("BROADCAST_CONFIG")
    return Path(chosen) if chosen else _folder("config") / FILE


def read(path: Path | None = None) -> MachineSettings:
    """Read the machine's settings (TOML); a file that is not there means the defaults.

    Raises:
        Faults: it is not TOML, a key is unknown or has the wrong type.
    """
    path = path or location()
    if not path.exists():
        return MachineSettings(models=_folder("data") / "models")
    import tomllib

    try:
        text = path.read_bytes().decode()
        values = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise BroadcastError(
            _("the machine's settings cannot be read: {reason}").format(reason=error),
            Place(str(path)),
            _("it is a TOML file; see docs/voices.md"),
        ) from error
    unknown = [
        Fault(_("unknown key {name}").format(name=name), _place(path, text, name), nearest(name, _KEYS))
        for name in values
        if name not in (*_KEYS, *_OTHERS)
    ]
    if unknown:
        raise Faults(unknown)
    return MachineSettings(
        _words(values.get("command", ""), _place(path, text, "command")),
        _text(values, "command_licence", _place(path, text, "command_licence")),
        _seconds(values.get("command_seconds", 60), _place(path, text, "command_seconds")),
        _path(_text(values, "models", _place(path, text, "models")), path.parent, _place(path, text, "models")),
        _text(values, "proxy", _place(path, text, "proxy")),
    )


def _folder(kind: str) -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "broadcast"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "broadcast"
    variable, usual = {"config": ("XDG_CONFIG_HOME", ".config"), "data": ("XDG_DATA_HOME", ".local/share")}[kind]
    return Path(os.environ.get(variable) or home / usual) / "broadcast"


def _place(path: Path, text: str, name: str) -> Place:
    lines = text.splitlines()
    found = (number for number, line in enumerate(lines, 1) if line.split("=")[0].strip() == name)
    return Place(str(path), next(found, 0))


def _words(value: object, at: Place) -> tuple[str, ...]:
    if isinstance(value, str):
        try:
            return tuple(shlex.split(value, posix=sys.platform != "win32"))
        except ValueError as error:
            message = _("{name} ends in the midst of a quotation").format(name="command")
            raise BroadcastError(message, at, 'command = ["/usr/bin/read-aloud", "--wav"]') from error
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise BroadcastError(
        _("{name} has the wrong type").format(name="command"), at, 'command = ["/usr/bin/read-aloud", "--wav"]'
    )


def _text(values: dict[str, object], name: str, at: Place) -> str:
    value = values.get(name, "")
    if not isinstance(value, str):
        raise BroadcastError(
            _("{name} has the wrong type").format(name=name), at, _("write a text between quotation marks")
        )
    return value


def _seconds(value: object, at: Place) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 600:
        return float(value)
    raise BroadcastError(
        _("{name} has the wrong type").format(name="command_seconds"), at, _("write a number of seconds, at most 600")
    )


def _path(text: str, folder: Path, at: Place) -> Path:
    try:
        return (folder / Path(text).expanduser()) if text else _folder("data") / "models"
    except RuntimeError as error:  # ~somebody whom this machine does not know
        message = _("the folder {path} belongs to nobody who is known here").format(path=text)
        raise BroadcastError(message, at, _("write the whole path")) from error
