"""A finished piece: brought to its loudness, encoded, and measured as the listener gets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcast.sound import RATE, loudness
from broadcast.sound.encode import Encoded, encode, heard
from broadcast.sound.level import Measured
from broadcast.sound.peak import true_peak

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from broadcast.sound.profile import Profile

    Samples = npt.NDArray[np.float32]

_NEAR = 0.3  # LU
_MARGIN = 0.8  # dB under the ceiling, for what the encoder adds to peaks
_ROUNDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """A piece as it is aired, and what was measured on it after decoding.

    Attributes:
        mp3: frames without tags.
        seconds: length.
        lufs: integrated loudness.
        dbtp: true peak.
        blocks: K-weighted powers per frame, float32, (frames,).
    """

    mp3: bytes
    seconds: float
    lufs: float
    dbtp: float
    blocks: npt.NDArray[np.float32]


def finish(samples: Samples, profile: Profile, target: float, ceiling: float) -> Finished:
    """Level, encode and measure a piece; do it again where the encoder's noise went over the ceiling.

    Args:
        samples: float32, (samples,), −1…1, 44.1 kHz.
        profile: gives the bitrate.
        target: integrated loudness in LUFS, reached within ±0.3 LU unless the ceiling forbids it.
        ceiling: dBTP, never exceeded after decoding.
    """
    gain, margin = 0.0, _MARGIN
    measured = Measured.of(samples)
    for _round in range(_ROUNDS):
        done = _measured(encode(measured.level(target + gain, ceiling - margin), profile.bitrate))
        excess = done.dbtp - ceiling
        off = 0.0 if done.lufs <= loudness.SILENCE else target - done.lufs
        if excess <= 0 and abs(off) <= _NEAR:
            break
        margin += max(excess, 0.0) + 0.1 * (excess > 0)
        gain += off
    return done


def _measured(encoded: Encoded) -> Finished:
    samples = heard(encoded.frames)
    blocks = loudness.blocks(samples)
    lufs = loudness.programme_loudness([blocks])
    return Finished(encoded.frames, len(samples) / RATE, lufs, true_peak(samples), blocks)
