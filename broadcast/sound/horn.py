"""The horn: how a message sounds to those who stand 80 m from the pole, so that its editor hears it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from broadcast.sound import RATE, filters

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_SOUND = 343.0  # m/s
_DRIVE = 2.5  # how hard the amplifier is driven into the driver's limits
# What a re-entrant horn lets through, its nasal resonance, and what 80 m of air and leaves take from the treble.
_BAND: tuple[filters.Step, ...] = (
    ("highpass", {"f": 350.0, "width_type": "q", "width": 0.541}),
    ("highpass", {"f": 350.0, "width_type": "q", "width": 1.307}),
    ("equalizer", {"f": 1_200.0, "width_type": "q", "width": 1.2, "g": 6.0}),
    ("lowpass", {"f": 4_500.0, "width_type": "q", "width": 0.707}),
)
_AIR: tuple[filters.Step, ...] = (("treble", {"f": 3_000.0, "width_type": "q", "width": 0.5, "g": -5.0}),)
# Detours of the echoes in metres, and their amplitudes: the ground, a house, the hillside, the next horn down the road.
_ECHOES = ((1.5, 0.45), (23.0, 0.3), (61.0, 0.22), (118.0, 0.28), (190.0, 0.12))
_TAIL = 1.0  # seconds that the last echo takes
_WIND = 0.035  # amplitude of its gusts beside speech of 0.12
_LOUDNESS = 0.12  # RMS of the speech at the listener's
_SEED = 80


def from_afar(samples: Samples) -> Samples:
    """Make a sound as it is heard 80 m from a horn: narrow band, distortion, echoes, wind; the same every time.

    Args:
        samples: float32, (samples,), −1…1, 44.1 kHz.

    Returns:
        The sound and a second of echo, float32, −1…1.
    """
    if not len(samples):
        return samples
    driven = np.tanh(filters.run(samples, RATE, _BAND) * np.float32(_DRIVE))
    heard = filters.run(_echoed(driven), RATE, _AIR)
    loudness = float(np.sqrt(np.mean(np.square(heard, dtype=np.float64))))
    heard = heard * np.float32(_LOUDNESS / max(loudness, 1e-6)) + _wind(len(heard))
    return np.clip(heard, -1, 1)


def _echoed(samples: Samples) -> Samples:
    """Add what comes later by a detour, each echo duller than the one before."""
    whole = np.concatenate([samples, np.zeros(round(_TAIL * RATE), np.float32)])
    result, dulled = whole.copy(), whole
    for detour, amplitude in _ECHOES:
        dulled = filters.run(dulled, RATE, (("lowpass", {"f": 3_500.0, "width_type": "q", "width": 0.5}),))
        late = round(detour / _SOUND * RATE)
        result[late:] += dulled[: len(dulled) - late] * np.float32(amplitude)
    return result


def _wind(length: int) -> Samples:
    """Make wind: low noise whose strength comes and goes in gusts of some seconds."""
    noise = np.random.default_rng(_SEED).normal(0, 1, length).astype(np.float32)
    low = filters.run(noise, RATE, (("lowpass", {"f": 250.0}), ("lowpass", {"f": 600.0}), ("highpass", {"f": 40.0})))
    time = np.arange(length, dtype=np.float32) / RATE
    gusts = 0.6 + 0.25 * np.sin(2 * np.pi * time / 5.3) + 0.15 * np.sin(2 * np.pi * time / 1.9 + 1.0)
    return (low / max(float(low.std()), 1e-6) * gusts * _WIND).astype(np.float32)
