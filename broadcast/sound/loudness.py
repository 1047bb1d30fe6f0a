"""Loudness: every file is equally loud at the listener's, and no peak clips in a cheap player's converter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from broadcast.sound import FRAME, RATE, filters

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]
    Powers = npt.NDArray[np.float32]
    Energies = npt.NDArray[np.float64]

SILENCE = -70.0  # LUFS; the absolute gate of BS.1770-4, given for everything below it
_OFFSET = -0.691  # dB, BS.1770-4 equation 2
_RELATIVE_GATE = -10.0  # LU
# Corner in Hz, quality, gain in dB and bend of the shelf that follows BS.1770-4's own at 48 kHz, fitted by least
# squares from 20 Hz to half the sample rate: within 0.001 dB at 22.05 kHz, 0.008 dB at 11.025 kHz.
_SHELVES = {22_050: (1657.00567, 0.6966, 3.99868, 0.48768), 11_025: (1566.64249, 0.65908, 3.9713, 0.44478)}
_PASSED = 1.0049949  # what BS.1770-4's high-pass leaves of high frequencies: its numerator is 1, −2, 1
_BLOCK, _HOP = round(0.4 * RATE), round(0.1 * RATE)  # 400 ms, 75 % overlap


def blocks(samples: Samples) -> Powers:
    """Measure the K-weighted mean square of each MP3 frame: all that a programme's loudness needs of a piece.

    Every second sample is enough for a power: what lies above 11 kHz folds to below it, where it counts as much.

    Args:
        samples: float32, (samples,), 44.1 kHz; a last incomplete frame counts as if silence filled it.

    Returns:
        float32, (frames,), linear power.
    """
    return _powers(samples, 2)


def estimate(samples: Samples) -> Powers:
    """Estimate `blocks` from every fourth sample, at half the work; what lies above 9 kHz counts a little less."""
    return _powers(samples, 4)


def _powers(samples: Samples, step: int) -> Powers:
    frame = FRAME // step
    weighted = filters.run(samples[::step], RATE // step, _k_weighting(RATE // step))
    missing = -len(weighted) % frame
    if missing:
        weighted = np.concatenate([weighted, np.zeros(missing, np.float32)])
    frames = weighted.reshape(-1, frame)
    powers: Powers = np.einsum("ij,ij->i", frames, frames) / np.float32(frame)
    return powers


def programme_loudness(pieces: Sequence[Powers]) -> float:
    """Compute the integrated loudness in LUFS of pieces that follow each other, without their samples.

    Blocks of 400 ms with 75 % overlap and both gates as in ITU-R BS.1770-4; the energy inside an MP3 frame
    (26 ms) is taken as even. Sounds shorter than a block are measured as one block of their own length.
    `SILENCE` for what lies below the absolute gate.
    """
    return gated(energies(np.concatenate(pieces) if pieces else np.zeros(0, np.float32)))


def gated(found: Energies) -> float:
    """Give the loudness in LUFS of gating blocks: the mean of those that pass both gates of BS.1770-4."""
    loud = _above(found, SILENCE)
    if not len(loud):
        return SILENCE
    return _lufs(_mean(_above(loud, _lufs(_mean(loud)) + _RELATIVE_GATE)))


def energies(powers: Powers, before: int = 0) -> Energies:
    """Give the mean square of each gating block that lies wholly in frames, from the mean squares of these.

    Args:
        powers: as `blocks` gives them.
        before: how many frames a programme has before these; its gating blocks count from its head.
    """
    total = np.concatenate([[0.0], np.cumsum(powers, dtype=np.float64)]) * FRAME
    length = len(powers) * FRAME
    if length < _BLOCK and not before:
        return total[-1:] / max(length, 1)
    at, part = _gating(length, -before * FRAME % _HOP)
    risen = total[at] + part * np.concatenate([powers, [0.0]])[at]
    begin, end = np.split(risen, 2)
    found: Energies = (end - begin) / _BLOCK
    return found


def across(first: Powers, then: Powers) -> Energies:
    """Give the mean square of each gating block that begins in the frames of `first`, which `then` follow."""
    reach = -(-_BLOCK // FRAME)
    begun = -(-len(first) * FRAME // _HOP)
    return energies(np.concatenate([first, then[:reach]]))[:begun]


def integrated(samples: Samples) -> float:
    """Measure the integrated loudness in LUFS of float32, (samples,), 44.1 kHz (ITU-R BS.1770-4)."""
    return programme_loudness([blocks(samples)])


def decibels(value: float) -> float:
    """Give an amplitude in dB; −∞ is given as −120."""
    return 20 * math.log10(max(value, 1e-6))


def linear(gain: float) -> float:
    """Give the amplitude of so many dB."""
    return float(10 ** (gain / 20))


@lru_cache(64)  # lengths: programmes of a slot are as long as each other, or nearly
def _gating(length: int, first: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Give the frame in which each gating block begins, then in which each ends, and the samples into it."""
    starts = np.arange(first, length - _BLOCK + 1, _HOP)
    at, part = np.divmod(np.concatenate([starts, starts + _BLOCK]), FRAME)
    return at, part


def _above(powers: Energies, gate: float) -> Energies:
    return powers[powers > 10 ** ((gate - _OFFSET) / 10)]


def _mean(powers: Energies) -> float:
    return float(powers.mean())


def _lufs(power: float) -> float:
    return _OFFSET + 10 * math.log10(power)


@cache
def _k_weighting(rate: int) -> tuple[filters.Step, ...]:
    """Give BS.1770-4's two filters for a sample rate: its high shelf and its high-pass."""
    corner, quality, gain, bend = _SHELVES[rate]
    shelf, top = math.tan(math.pi * corner / rate), linear(gain)
    middle = top**bend
    first = {
        "b0": top + middle * shelf / quality + shelf**2,
        "b1": 2 * (shelf**2 - top),
        "b2": top - middle * shelf / quality + shelf**2,
        "a0": 1 + shelf / quality + shelf**2,
        "a1": 2 * (shelf**2 - 1),
        "a2": 1 - shelf / quality + shelf**2,
    }
    high, quality = math.tan(math.pi * 38.13547087602444 / rate), 0.5003270373238773
    second = {
        "b0": _PASSED,
        "b1": -2 * _PASSED,
        "b2": _PASSED,
        "a0": 1 + high / quality + high**2,
        "a1": 2 * (high**2 - 1),
        "a2": 1 - high / quality + high**2,
    }
    return (("biquad", {**first}), ("biquad", {**second}))
