"""Features: the few figures by which the sound of a person speaking differs from music, noise and tones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from broadcast.sound.decode import resample

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_RATE = 16_000
_HOP, _WINDOW = 160, 640  # 10 ms, 40 ms
_SYLLABLES = (2.0, 10.0)  # Hz, how often the level of speech rises and falls
_PITCH = (70.0, 400.0)  # Hz, of human voices
_MOST = 1_500  # windows whose pitch is looked for: 15 s are enough
_PERIODIC = 0.5  # of the autocorrelation, from where a window is voiced
_QUIET = 25.0  # dB below the speech, where nothing is looked for


@dataclass(frozen=True, slots=True)
class Features:
    """What tells speech from other sounds.

    Attributes:
        top: dB relative to full scale, the level of the loudest twentieth: that of the speech.
        floor: dB relative to full scale, the level below which a tenth of the time lies: that of the pauses.
        depth: dB by which the level moves two to ten times a second (Scheirer and Slaney, 1997: speech peaks at 4 Hz).
        voiced: share of the loud windows that have a pitch.
        movement: semitones that the pitch moves in 10 ms; voices glide, instruments stand.
        levels: dB relative to full scale, each 10 ms, (windows,).
    """

    top: float
    floor: float
    depth: float
    voiced: float
    movement: float
    levels: npt.NDArray[np.float64]


def features(samples: Samples, rate: int) -> Features | None:
    """Measure float32, (samples,), −1…1 at `rate` Hz; None where there is less than a fifth of a second."""
    low = resample(samples, rate, _RATE)
    if len(low) < _RATE // 5:
        return None
    windows = np.lib.stride_tricks.sliding_window_view(low, _WINDOW)[::_HOP]
    levels = 10 * np.log10(np.einsum("ij,ij->i", windows, windows).astype(np.float64) / _WINDOW + 1e-10)
    top, floor = float(np.percentile(levels, 95)), float(np.percentile(levels, 10))
    loud = np.flatnonzero(levels > top - _QUIET)
    start = max((len(loud) - _MOST) // 2, 0)
    voiced, movement = _pitch(windows[loud[start : start + _MOST]])
    return Features(top, floor, _depth(np.maximum(levels, top - 30)), voiced, movement, levels)


def _depth(levels: npt.NDArray[np.float64]) -> float:
    window = np.hanning(len(levels))
    power = np.abs(np.fft.rfft((levels - levels.mean()) * window)) ** 2
    rates = np.fft.rfftfreq(len(levels), _HOP / _RATE)
    inside = power[(rates >= _SYLLABLES[0]) & (rates <= _SYLLABLES[1])].sum()
    return float(2 * np.sqrt(inside / (np.square(window).sum() * len(levels))))


def _pitch(windows: Samples) -> tuple[float, float]:
    """Find the pitch of each window by autocorrelation (Boersma, 1993); give the voiced share and the movement."""
    shape = np.hanning(_WINDOW)
    longest, shortest = round(_RATE / _PITCH[0]), round(_RATE / _PITCH[1])
    found = _correlated(windows * shape) / _correlated(shape[None]).clip(1e-3)
    lags = found[:, shortest:longest].argmax(axis=1)
    voiced = found[np.arange(len(found)), lags + shortest] > _PERIODIC
    steps = np.abs(np.diff(12 * np.log2(lags + shortest)))
    glides = steps[voiced[1:] & voiced[:-1] & (steps < 2)]  # more is another syllable, or another octave by mistake
    return float(voiced.mean()), float(glides.mean()) if len(glides) > 5 else 0.0


def _correlated(windows: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    power = np.abs(np.fft.rfft(windows, 2 * _WINDOW)) ** 2
    correlated: npt.NDArray[np.float64] = np.fft.irfft(power)[:, :_WINDOW]
    return correlated / (correlated[:, :1] + 1e-12)
