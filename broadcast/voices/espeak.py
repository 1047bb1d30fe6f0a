"""eSpeak NG in this very process: the voice that always works, without a network or an installed program."""

from __future__ import annotations

import ctypes
import hashlib
import threading
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.errors import BroadcastError
from broadcast.i18n import _
from broadcast.voices import settings
from broadcast.voices.reception import trimmed
from broadcast.voices.voice import READY, Foreign, Speech, Status, VoiceError, clean

if TYPE_CHECKING:
    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.voices.machine import MachineSettings
    from broadcast.voices.night import Night

RATE = 22_050
# Values of espeak-ng/speak_lib.h
_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_UTF8 = 1
_BUFFER = 500  # ms of sound that the engine hands over at a time; its own 60 ms are eight times as many calls
_PARAMETERS = {"rate": 1, "pitch": 3, "range": 4, "gap": 7}
_SOUNDED_BY = ("vi_dict", "phondata", "phonindex", "phontab", "intonations", "lang/aav/vi")


@dataclass(frozen=True, slots=True)
class EspeakSettings:
    """How it speaks; the defaults are the ones that measured best (docs/decisions.md).

    rate in eSpeak's words a minute (130 is 180 Vietnamese syllables a minute), pitch and range 0…99,
    gap between words in units of 10 ms at the normal rate, accent and variant as eSpeak names them.
    """

    rate: int = settings.number(125, 80, 250)
    pitch: int = settings.number(50, 0, 99)
    range: int = settings.number(75, 0, 99)
    gap: int = settings.number(1, 0, 20)
    accent: str = settings.word("vi", ("vi", "vi-vn-x-central", "vi-vn-x-south"))
    variant: str = settings.word("")


class Espeak:
    """The engine of `espeakng-loader`'s wheel; all instances share one lock, for the engine is one."""

    name = "espeak"
    foreign: Foreign = "respell"
    licence = "GPL-3.0-or-later"
    network = False
    rate = RATE

    def __init__(self, chosen: EspeakSettings) -> None:
        self._chosen = chosen

    @property
    def key(self) -> str:
        """Name engine and data by their bytes, then the settings."""
        return f"espeak/{_fingerprint()}/{'/'.join(map(str, astuple(self._chosen)))}"

    def status(self) -> Status:
        """Tell whether the engine starts on this machine."""
        try:
            with _LOCK:
                _ENGINE.start()
        except VoiceError as error:
            return Status(False, error.message, error.hint or "")
        return READY

    def speak(self, sentence: str) -> Speech:
        """Speak one sentence; float32 at 22,050 Hz."""
        import numpy as np

        words = clean(sentence)
        with _LOCK:
            data = _ENGINE.speak(words, self._chosen)
        samples = trimmed(np.frombuffer(data, np.int16).astype(np.float32) / np.float32(32_768), RATE)
        if not samples.size:
            raise VoiceError("refused", _("eSpeak NG made no sound of {words!r}").format(words=words[:60]))
        return Speech(samples, RATE)


def make(choice: VoiceChoice, machine: MachineSettings, night: Night) -> Espeak:
    """Make the voice that a campaign asks for.

    Raises:
        BroadcastError: a setting is wrong, or there is no such variant.
    """
    chosen = settings.read(choice, EspeakSettings)
    if chosen.variant:  # the engine itself takes an unknown one for none, in silence
        known = [path.name for path in (_wheel() / "espeak-ng-data" / "voices" / "!v").iterdir()]
        if chosen.variant not in known:
            message = _("{name} cannot be {text}").format(name="variant", text=chosen.variant)
            raise BroadcastError(message, choice.at, settings.nearest(chosen.variant, known))
    return Espeak(chosen)


class _Engine:
    """The library with its one global state; every method is called under `_LOCK`."""

    def __init__(self) -> None:
        self._library: ctypes.CDLL | None = None
        self._set: EspeakSettings | None = None
        self._parts: list[bytes] = []
        self._hear = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(self._heard)

    def start(self) -> ctypes.CDLL:
        if self._library is None:
            library = ctypes.CDLL(str(_wheel() / _library_name()))
            data = str(_wheel()).encode()
            if library.espeak_Initialize(_SYNCHRONOUS, _BUFFER, data, _DONT_EXIT) != RATE:
                raise VoiceError(
                    "gone",
                    _("eSpeak NG does not start with its data in {folder}").format(folder=_wheel()),
                    hint=_("install it again: pip install --force-reinstall espeakng-loader"),
                )
            library.espeak_SetSynthCallback(self._hear)
            self._library = library
        return self._library

    def speak(self, words: str, chosen: EspeakSettings) -> bytes:
        library = self.start()
        if chosen != self._set:
            self._configure(library, chosen)
        text = words.encode()
        self._parts = []
        failed = library.espeak_Synth(text, ctypes.c_size_t(len(text) + 1), 0, 1, 0, _UTF8, None, None)
        sound, self._parts = b"".join(self._parts), []
        if failed:
            raise VoiceError("transient", _("eSpeak NG failed with code {code}").format(code=failed))
        return sound

    def _configure(self, library: ctypes.CDLL, chosen: EspeakSettings) -> None:
        self._set = None
        voice = chosen.accent + (f"+{chosen.variant}" if chosen.variant else "")
        if library.espeak_SetVoiceByName(voice.encode()):
            raise VoiceError("gone", _("eSpeak NG has no voice {voice}").format(voice=voice))
        for name, number in _PARAMETERS.items():
            library.espeak_SetParameter(number, getattr(chosen, name), 0)
        self._set = chosen

    def _heard(self, samples: int | None, count: int, _events: int | None) -> int:
        if samples and count > 0:
            self._parts.append(ctypes.string_at(samples, count * 2))
        return 0


_LOCK = threading.Lock()
_ENGINE = _Engine()


@cache
def _wheel() -> Path:
    try:
        import espeakng_loader
    except ImportError as error:
        raise VoiceError(
            "gone", _("the package espeakng-loader is missing"), hint="pip install espeakng-loader"
        ) from error
    return Path(espeakng_loader.get_library_path()).parent


def _library_name() -> str:
    import espeakng_loader

    return Path(espeakng_loader.get_library_path()).name


@cache
def _fingerprint() -> str:
    hashed = hashlib.sha256()
    hashed.update((_wheel() / _library_name()).read_bytes())
    for name in _SOUNDED_BY:
        hashed.update((_wheel() / "espeak-ng-data" / name).read_bytes())
    return hashed.hexdigest()[:16]
