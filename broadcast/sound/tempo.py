"""Tempo: a voice whose speed nobody can set is brought to the pace that programmes are planned with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcast.sound import filters

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

SLOWEST, FASTEST = 0.65, 1.35  # of the voice's own speed; what needs more would sound drunk or hurried
NEAR = 0.03  # of its speed; what is as near as that is left alone


def fitting(found: float, wanted: float) -> float:
    """Give the tempo at which `found` seconds of speech last `wanted` seconds; 1 when it is near enough."""
    tempo = min(max(found / wanted, SLOWEST), FASTEST) if wanted > 0 else 1.0
    return 1.0 if abs(tempo - 1) <= NEAR else tempo


def change(samples: Samples, rate: int, tempo: float) -> Samples:
    """Speak faster (more than 1) or slower at the same pitch: libavfilter's `atempo` (WSOLA).

    Args:
        samples: float32, (samples,), −1…1.
        rate: of the samples in Hz.
        tempo: 0.5…2 of the speed that it has.
    """
    return samples if tempo == 1.0 else filters.run(samples, rate, (("atempo", {"tempo": tempo}),))
