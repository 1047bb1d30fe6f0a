"""Any program of the administrator's that reads words on standard input and writes a sound on standard output."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.errors import BroadcastError
from broadcast.files import because
from broadcast.i18n import _
from broadcast.voices.reception import checked, decoded
from broadcast.voices.service import Failure
from broadcast.voices.voice import READY, Foreign, Speech, Status, VoiceError, clean

if TYPE_CHECKING:
    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.voices.machine import MachineSettings
    from broadcast.voices.night import Night


class Command:
    """The program that the machine's settings name; a campaign can choose it, but not say what it runs."""

    name = "command"
    foreign: Foreign = "respell"
    network = False
    rate = 44_100

    def __init__(self, machine: MachineSettings) -> None:
        self._words = machine.command
        self._seconds = machine.command_seconds
        self.licence = machine.command_licence or _("not stated")

    @property
    def key(self) -> str:
        """Name the command line, and the size and time of the program (its version cannot be asked for)."""
        path = shutil.which(self._words[0]) if self._words else None
        stat = Path(path).stat() if path else None
        state = f"{self._words} {stat.st_size} {stat.st_mtime_ns}" if stat else repr(self._words)
        return f"command/1/{hashlib.sha256(state.encode()).hexdigest()[:16]}"

    def status(self) -> Status:
        """Tell whether a program is named and is there."""
        if not self._words:
            return Status(False, _("no command is set"), _('write command = ["program", "argument"] in config.toml'))
        if shutil.which(self._words[0]) is None:
            return Status(
                False,
                _("the program {program} is not there").format(program=self._words[0]),
                _("install it, or mend command in config.toml"),
            )
        return READY

    def speak(self, sentence: str) -> Speech:
        """Speak one sentence; float32 at 44.1 kHz, whatever the program wrote."""
        words = clean(sentence)
        status = self.status()
        if not status.ready:
            raise VoiceError("gone", status.reason, hint=status.mend)
        try:
            return checked(decoded(self._run(words), self.rate), words)
        except Failure as failure:
            raise VoiceError(
                "transient",
                _("{program} failed: {reason}").format(program=self._words[0], reason=failure.reason),
            ) from failure

    def _run(self, words: str) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603 - the administrator's own command, without a shell
                self._words, input=f"{words}\n".encode(), capture_output=True, timeout=self._seconds, check=True
            )
        except subprocess.TimeoutExpired as error:
            raise Failure(_("no sound within {seconds:g} s").format(seconds=self._seconds)) from error
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode(errors="replace").strip().splitlines()
            reason = _("it ended with {code}").format(code=error.returncode)
            raise Failure(f"{reason}: {said[-1][:200]}" if said else reason) from error
        except OSError as error:
            raise Failure(because(error)) from error
        return done.stdout


def make(choice: VoiceChoice, machine: MachineSettings, night: Night) -> Command:
    """Make the voice that the machine's settings name.

    Raises:
        BroadcastError: the campaign has settings for it; they belong into the machine's file.
    """
    if choice.settings:
        raise BroadcastError(
            _("the voice command takes no settings from a campaign"),
            choice.at,
            _("what it runs stands in the machine's config.toml"),
        )
    return Command(machine)
