"""Which voices there are: the built-in ones and those of other packages, all under `broadcast.voices`."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcast.errors import BroadcastError
from broadcast.i18n import _
from broadcast.voices.night import Night
from broadcast.voices.settings import nearest
from broadcast.voices.voice import Status, Voice

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.voices.machine import MachineSettings

    Maker = Callable[[VoiceChoice, MachineSettings, Night], Voice]

GROUP = "broadcast.voices"
# The same as in pyproject.toml (a test says so). Known here as well, because the metadata of all installed packages
# costs a build that has nothing to do 40 ms.
BUILT_IN = {
    "command": "broadcast.voices.command:make",
    "edge": "broadcast.voices.edge:make",
    "espeak": "broadcast.voices.espeak:make",
    "gtts": "broadcast.voices.gtts:make",
    "piper": "broadcast.voices.piper:make",
    "tone": "broadcast.voices.tone:make",
}


@dataclass(frozen=True, slots=True)
class Installed:
    """A voice that some package offers: itself with its usual settings, or why it cannot be had."""

    name: str
    voice: Voice | None
    status: Status


def find(choice: VoiceChoice, machine: MachineSettings, night: Night | None = None) -> Voice:
    """Give the voice that a campaign names, with its settings; whether it can speak now, its `status` tells.

    Raises:
        BroadcastError: no package offers it, its package cannot be imported, or a setting is wrong.
    """
    maker = _builtin(choice.name) or _foreign(choice)
    return maker(choice, machine, night or Night())


def installed(machine: MachineSettings, night: Night | None = None) -> tuple[Installed, ...]:
    """Give every voice of every package, by name; one that cannot run has a status with the reason."""
    night = night or Night()
    return tuple(_examined(name, machine, night) for name in names())


def names() -> tuple[str, ...]:
    """Give the names of all voices, sorted."""
    return tuple(sorted({*BUILT_IN, *(point.name for point in _points())}))


def _builtin(name: str) -> Maker | None:
    if name not in BUILT_IN:
        return None
    module, _colon, maker = BUILT_IN[name].partition(":")
    made: Maker = getattr(importlib.import_module(module), maker)
    return made


def _foreign(choice: VoiceChoice) -> Maker:
    for point in _points():
        if point.name == choice.name:
            return _loaded(point)
    raise BroadcastError(_("unknown voice {name}").format(name=choice.name), choice.at, nearest(choice.name, names()))


def _loaded(point: EntryPoint) -> Maker:
    try:
        maker: Maker = point.load()
    except (ImportError, AttributeError) as error:
        package = point.dist.name if point.dist else "?"
        raise BroadcastError(
            _("the voice {name} of {package} cannot be loaded: {reason}").format(
                name=point.name, package=package, reason=error
            ),
            hint=_("install it again, or remove the package {package}").format(package=package),
        ) from error
    return maker


def _points() -> tuple[EntryPoint, ...]:
    from importlib.metadata import entry_points

    return tuple(entry_points(group=GROUP))


def _examined(name: str, machine: MachineSettings, night: Night) -> Installed:
    from broadcast.campaign.campaign import VoiceChoice

    try:
        voice = find(VoiceChoice(name), machine, night)
    except BroadcastError as error:
        return Installed(name, None, Status(False, error.message, error.hint or ""))
    return Installed(name, voice, voice.status())
