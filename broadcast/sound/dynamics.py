"""Dynamics: a gain that follows the sound, computed for short blocks ahead of time, so that it bends no waveform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from broadcast.sound import FRAME, RATE
from broadcast.sound.loudness import linear
from broadcast.sound.peak import crests

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_BLOCK = 32  # samples at 44.1 kHz that share one step of the gain: 0.7 ms
_ACROSS = FRAME // _BLOCK
_LIMITER_REACH = round(0.008 * RATE / _BLOCK)  # blocks before and after a peak
_LEVEL_REACH = round(0.012 * RATE / _BLOCK)  # a little more than the period of a deep voice
_GLIDE_REACH = round(0.040 * RATE / _BLOCK)  # slower than a consonant, faster than a syllable
_KNEE = 6.0  # dB
NEARLY = 0.7  # a crest this much lower than the ceiling may still reach it between its samples
_UNTOUCHED = np.float32(1 - 1e-6)
_PAUSE = -30.0  # dB relative to the loudest block: what lies below is not speech


@dataclass(frozen=True, slots=True, eq=False)
class Limiter:
    """What a limiter needs to know of a sound, gathered once, so that trying another gain costs next to nothing.

    Attributes:
        samples: float32, (samples,), 44.1 kHz.
        powers: mean square of each block of 32, float32, (blocks,).
        at: blocks in which the higher crests lie, (crests,).
        heights: their true amplitudes, float32, (crests,).
    """

    samples: Samples
    powers: Samples
    at: npt.NDArray[np.intp]
    heights: Samples

    @classmethod
    def of(cls, samples: Samples, least: float) -> Limiter:
        """Gather the crests of a sound that reach the amplitude `least`."""
        at, heights = crests(samples, least)
        return cls(samples, _powers(samples, _BLOCK), at // _BLOCK, heights)

    def gains(self, gain: float, ceiling: float) -> Samples | None:
        """Give the gain at the edges of the blocks that holds the true peak of `gain` × sound under `ceiling`.

        Both linear. It looks 8 ms ahead and lets go as gently; None where nothing is too high.
        """
        heights = self.heights * np.float32(gain)
        high = heights > ceiling
        if not high.any():
            return None
        wanted = np.ones(len(self.powers), np.float32)
        np.minimum.at(wanted, self.at[high], ceiling / heights[high])
        return _smooth(_held(wanted, _LIMITER_REACH), _LIMITER_REACH - 1)

    def attenuated(self, frames: Samples, edges: Samples) -> Samples:
        """Estimate the powers of MP3 frames, (frames,), K-weighted or not, after the gain `edges`."""
        whole = self.powers + np.float32(1e-12)
        fill = (0, len(frames) * _ACROSS - len(whole))
        kept = np.pad(whole * edges[:-1] * edges[1:], fill).reshape(-1, _ACROSS).sum(axis=1)
        softer: Samples = frames * kept / np.pad(whole, fill).reshape(-1, _ACROSS).sum(axis=1)
        return softer

    def apply(self, gain: float, edges: Samples | None) -> Samples:
        """Give the sound with one gain for all of it, and the limiter's own on top."""
        if edges is None:
            return self.samples * np.float32(gain)
        louder = _blocks(self.samples, _BLOCK) * np.float32(gain)
        bent = np.flatnonzero(np.minimum(edges[:-1], edges[1:]) < _UNTOUCHED)  # one block in ten, as a rule
        louder[bent] *= _ramps(edges[bent], edges[bent + 1], _BLOCK)
        return louder.reshape(-1)[: len(self.samples)]


def limit(samples: Samples, ceiling: float) -> Samples:
    """Hold the true peak of float32, (samples,), 44.1 kHz under `ceiling` dBTP; the very same where it is lower."""
    most = linear(ceiling)
    limiter = Limiter.of(samples, most * NEARLY)
    edges = limiter.gains(1.0, most)
    return samples if edges is None else limiter.apply(1.0, edges)


def compress(samples: Samples, rate: int, threshold: float, ratio: float) -> Samples:
    """Bring loud and soft syllables closer together, so that the soft ones are heard over wind and engines.

    Args:
        samples: float32, (samples,), speech.
        rate: of the samples in Hz.
        threshold: dB relative to the mean level of the speech, from where the gain is reduced.
        ratio: dB of input for one dB more of output.

    Returns:
        As many samples, softer; the level is made good when the piece is brought to its loudness.
    """
    block = max(1, round(_BLOCK * rate / RATE))
    powers = _smooth(_powers(samples, block), _LEVEL_REACH)
    loudest = float(powers.max(initial=0.0))
    if loudest <= 0.0 or ratio <= 1.0:
        return samples
    spoken = powers[powers > loudest * 10 ** (_PAUSE / 10)]
    over = 10 * np.log10(np.maximum(powers, 1e-12) / spoken.mean()) - threshold
    bent = np.clip(over + _KNEE / 2, 0, _KNEE) ** 2 / (2 * _KNEE) + np.maximum(over - _KNEE / 2, 0)
    gains = np.power(10, bent * ((1 / ratio - 1) / 20), dtype=np.float32)
    return _ramped(samples, _smooth(np.append(gains, gains[-1:]), _GLIDE_REACH), block)


def _powers(samples: Samples, block: int) -> Samples:
    whole = len(samples) // block * block
    rows, rest = samples[:whole].reshape(-1, block), samples[whole:]
    energies = np.einsum("ij,ij->i", rows, rows)
    if len(rest):
        energies = np.append(energies, np.dot(rest, rest))
    powers: Samples = energies / np.float32(block)
    return powers


def _blocks(samples: Samples, block: int) -> Samples:
    return np.pad(samples, (0, -len(samples) % block)).reshape(-1, block)


def _held(wanted: Samples, reach: int) -> Samples:
    """Give for each edge between blocks the least gain wanted within `reach` blocks on either side."""
    least = np.pad(wanted, reach, constant_values=1.0)
    covered = 1
    while covered < 2 * reach:  # windows of 1, 2, 4, 8, … and at last 2 × reach blocks
        step = min(covered, 2 * reach - covered)
        least = np.minimum(least[:-step], least[step:])
        covered += step
    return least


def _smooth(values: Samples, reach: int) -> Samples:
    """Average with a raised cosine over `reach` values on either side; the ends count on."""
    window = np.hanning(2 * reach + 3)[1:-1].astype(np.float32)
    padded = np.pad(values, reach, mode="edge")
    smoothed: Samples = np.convolve(padded, window / window.sum(), mode="valid")
    return smoothed


def _ramped(samples: Samples, edges: Samples, block: int) -> Samples:
    """Multiply with a gain that runs straight from edge to edge of the blocks; `edges`: (blocks + 1,)."""
    gain = _ramps(edges[:-1], edges[1:], block)
    gain *= _blocks(samples, block)
    return gain.reshape(-1)[: len(samples)]


def _ramps(begin: Samples, end: Samples, block: int) -> Samples:
    """Give the gains of blocks whose first and next one's first gain are these, (blocks,): (blocks, block)."""
    ramp = np.arange(block, dtype=np.float32) / np.float32(block)
    gains: Samples = begin[:, None] + (end - begin)[:, None] * ramp
    return gains
