"""Level: one gain for the whole of a sound, then a limiter for the few peaks that stand out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcast.sound import dynamics, loudness

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_NEAR = 0.05  # LU
_ROUNDS = 8
_SPARE = 6.0  # dB that the limiter may take and get back; a sound that needs more stays softer
_HIGHEST_GAIN = 60.0  # dB; what needs more is noise


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A sound and what levelling needs to know of it, so that it can be levelled again at little cost."""

    samples: Samples
    powers: npt.NDArray[np.float32]

    @classmethod
    def of(cls, samples: Samples) -> Measured:
        """Estimate float32, (samples,), 44.1 kHz: for a sound that is measured once more when it is finished."""
        return cls(samples, loudness.estimate(samples))

    def level(self, target: float, ceiling: float) -> Samples:
        """Bring the sound to `target` LUFS with its true peak at most `ceiling` dBTP.

        What the limiter takes from the loudness is estimated and given back; the ceiling always holds.
        Silence stays silence.
        """
        found = loudness.programme_loudness([self.powers])
        if found <= loudness.SILENCE:
            return self.samples
        most = loudness.linear(ceiling)
        gain = min(target - found, _HIGHEST_GAIN)
        highest = gain + _SPARE
        limiter = dynamics.Limiter.of(self.samples, dynamics.NEARLY * most / loudness.linear(highest))
        for _round in range(_ROUNDS):
            edges = limiter.gains(loudness.linear(gain), most)
            if edges is None:
                break
            kept = loudness.programme_loudness([limiter.attenuated(self.powers, edges)]) + gain
            if abs(target - kept) < _NEAR or gain == highest:
                break
            gain = min(gain + target - kept, highest)
        return limiter.apply(loudness.linear(gain), limiter.gains(loudness.linear(gain), most))


def level(samples: Samples, target: float, ceiling: float) -> Samples:
    """Bring float32, (samples,), 44.1 kHz to `target` LUFS with its true peak at most `ceiling` dBTP."""
    return Measured(samples, loudness.blocks(samples)).level(target, ceiling)
