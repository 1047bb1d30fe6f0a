"""A voice for tests: as long as its words would be, and so high that each sentence is known again by its pitch."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from broadcast.spoken.syllable import syllables
from broadcast.voices import settings
from broadcast.voices.voice import READY, Foreign, Speech, Status, clean

if TYPE_CHECKING:
    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.voices.machine import MachineSettings
    from broadcast.voices.night import Night

LOWEST = 400.0  # Hz; every pitch passes a high-pass for horns and an MP3 of 64 kbit/s
STEP = 10.0  # Hz between neighbours: told apart in a tenth of a second
PITCHES = 240
_REVISION = 1


@dataclass(frozen=True, slots=True)
class ToneSettings:
    """`pace` in syllables a minute, `rate` in Hz."""

    pace: float = settings.number(300.0, 60.0, 6_000.0)
    rate: int = settings.number(22_050, 8_000, 48_000)


class Tone:
    """One sine a sentence: length from its syllables, pitch from a hash of its words."""

    name = "tone"
    foreign: Foreign = "respell"
    licence = "CC0-1.0"
    network = False

    def __init__(self, chosen: ToneSettings) -> None:
        self._chosen = chosen
        self.rate = chosen.rate

    @property
    def key(self) -> str:
        """Name the settings."""
        return f"tone/{_REVISION}/{'/'.join(map(str, astuple(self._chosen)))}"

    def status(self) -> Status:
        """Tell that it can speak: it always can."""
        return READY

    def speak(self, sentence: str) -> Speech:
        """Sound the sentence's tone at −12 dBFS, faded in and out within 10 ms."""
        import numpy as np

        words = clean(sentence)
        rate = self._chosen.rate
        count = round(max(syllables(words), 1) * 60 / self._chosen.pace * rate)
        wave = 0.25 * np.sin(2 * np.pi * pitch(words) / rate * np.arange(count))
        fade = min(rate // 100, count // 2)
        ramp = np.linspace(0, 1, fade, dtype=np.float64)
        wave[:fade] *= ramp
        wave[count - fade :] *= ramp[::-1]
        return Speech(wave.astype(np.float32), rate)


def pitch(sentence: str) -> float:
    """Give the pitch in Hz at which a sentence sounds; the same on every machine."""
    number = int.from_bytes(hashlib.sha256(clean(sentence).encode()).digest()[:4], "big")
    return LOWEST + STEP * (number % PITCHES)


def make(choice: VoiceChoice, machine: MachineSettings, night: Night) -> Tone:
    """Make the voice that a test asks for."""
    return Tone(settings.read(choice, ToneSettings))
