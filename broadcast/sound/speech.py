"""Speech: what is done to a voice before it meets music and loudness, so that it is understood at a distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcast.sound import RATE, dynamics, filters
from broadcast.sound.decode import resample

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from broadcast.sound.profile import Profile

    Samples = npt.NDArray[np.float32]


# All-passes, as FM stations use them: the pulses of a voice are spread in time, which lowers its peaks by 2…3 dB at
# the same loudness and cannot be heard. The frequencies are the best of those tried (docs/sound.md).
_ROTATION: tuple[filters.Step, ...] = tuple(
    ("allpass", {"f": f, "width_type": "q", "width": 1.5}) for f in (250.0, 400.0, 600.0)
)


def process(samples: Samples, profile: Profile, rate: int = RATE) -> Samples:
    """Shape a voice for a station's equipment: high-pass (12 dB an octave), presence shelf, compressor.

    Args:
        samples: float32, (samples,), −1…1.
        profile: how much of each.
        rate: of the samples in Hz. A voice is shaped at its own, which is half the work for most.

    Returns:
        The same speech at 44.1 kHz; its loudness is not yet settled.
    """
    steps: tuple[filters.Step, ...] = (
        *_ROTATION,
        ("highpass", {"f": profile.high_pass, "width_type": "q", "width": 0.707}),
        ("treble", {"f": profile.presence_from, "g": profile.presence, "width_type": "q", "width": 0.707}),
    )
    shaped = dynamics.compress(filters.run(samples, rate, steps), rate, profile.threshold, profile.ratio)
    return resample(shaped, rate, RATE)
