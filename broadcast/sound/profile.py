"""Profiles: what a station's equipment does to a voice decides how the voice is prepared for it."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Profile:
    """How speech is shaped and encoded for one kind of equipment.

    Attributes:
        name: what stations call it.
        high_pass: Hz; below it a horn only wastes the amplifier's power.
        presence: dB that are added above `presence_from`, where consonants are told apart.
        presence_from: Hz, the middle of the shelf's slope.
        ratio: of the compressor; 2 halves in dB what is above the threshold.
        threshold: dB relative to the loudness of the speech (its gated RMS).
        bitrate: kbit/s of the MP3.
    """

    name: str
    high_pass: float
    presence: float
    presence_from: float
    ratio: float
    threshold: float
    bitrate: int

    @property
    def key(self) -> str:
        """Name everything that changes the sound: part of cache keys."""
        return _key(self)


@cache
def _key(profile: Profile) -> str:
    return "/".join(map(str, astuple(profile)))


# Re-entrant horns carry some 300…6,000 Hz and are heard over engines: no bass, more consonants, little dynamics.
HORN = Profile("horn", high_pass=180.0, presence=4.0, presence_from=2_500.0, ratio=3.0, threshold=-3.0, bitrate=64)
# FM transmitters have pre-emphasis and a limiter of their own: leave the voice nearly as it is.
FM = Profile("fm", high_pass=80.0, presence=1.0, presence_from=4_000.0, ratio=1.8, threshold=0.0, bitrate=128)

PROFILES = {profile.name: profile for profile in (HORN, FM)}
