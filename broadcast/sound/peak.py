"""True peak: what the listener's converter reaches between the samples, found without oversampling all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from broadcast.sound.loudness import decibels

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_REACH = 10  # samples on either side that the interpolation looks at
_CHUNK = 32_768  # samples looked at together: they stay in the processor's cache
_LIKELY = 0.7  # a crest this much lower than the highest sample is not the highest true peak: 3 dB between samples


def true_peak(samples: Samples) -> float:
    """Measure the true peak in dBTP: the highest amplitude at eight times the sample rate.

    ITU-R BS.1770-4 annex 2 oversamples everything (four times); only crests within 3 dB of the highest
    sample are interpolated here, with a longer filter. −120 for silence.
    """
    if not len(samples):
        return decibels(0.0)
    highest = float(np.abs(samples).max())
    _at, heights = crests(samples, highest * _LIKELY)
    return decibels(max(highest, float(heights.max(initial=0.0))))


def crests(samples: Samples, least: float) -> tuple[npt.NDArray[np.intp], Samples]:
    """Find the crests whose samples reach `least`, and how high each is between its samples.

    Args:
        samples: float32, (samples,).
        least: amplitude; must be above 0 to be of use.

    Returns:
        Positions, and true amplitudes, float32; both (crests,), in the order of time.
    """
    padded = np.pad(np.asarray(samples, np.float32), _REACH + 1)
    at = _turning(padded[_REACH:-_REACH], max(least, 1e-6))
    around = sliding_window_view(padded, 2 * _REACH + 1)[at + 1]
    between = np.abs(around @ _INTERPOLATION).max(axis=1, initial=0.0)
    return at, np.maximum(between, np.abs(around[:, _REACH]))


def _turning(padded: Samples, least: float) -> npt.NDArray[np.intp]:
    """Find where a sound turns at `least` or higher; one more sample at each end tells how it goes on."""
    inner = padded[1:-1]
    chunks = range(0, len(inner), _CHUNK)
    high = [np.flatnonzero(np.abs(inner[at : at + _CHUNK]) >= least) + at for at in chunks]
    found = np.concatenate(high) if high else np.zeros(0, np.intp)
    before, here, after = padded[found], padded[found + 1], padded[found + 2]
    turns: npt.NDArray[np.bool_] = (here >= before) & (after < here) | (here <= before) & (after > here)
    return found[turns]


def _interpolation() -> Samples:
    """Give a windowed sinc for each eighth of a sample within half a sample of a crest: (taps, offsets)."""
    offsets = np.array([eighth / 8 for eighth in range(-4, 5) if eighth])
    taps = np.arange(-_REACH, _REACH + 1)[:, None] - offsets
    window = np.i0(7.0 * np.sqrt(np.clip(1 - (taps / (_REACH + 1)) ** 2, 0, 1))) / np.i0(7.0)
    filters: Samples = (np.sinc(taps) * window).astype(np.float32)
    return filters


_INTERPOLATION = _interpolation()
