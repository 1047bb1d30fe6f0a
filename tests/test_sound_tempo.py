"""Speech is made slower or faster at the same pitch, and only as far as an ear bears it."""

from __future__ import annotations

import numpy as np
import pytest
from sound.material import RATE, speech, tone

from broadcast.sound.tempo import change, fitting


@pytest.mark.parametrize("tempo", [0.65, 0.8, 1.2, 1.35])
def test_the_length_changes_and_the_pitch_stays(tempo: float) -> None:
    assert len(speech(1)) / len(change(speech(1), RATE, tempo)) == pytest.approx(tempo, rel=0.02)
    changed = change(tone(440, 2.0), RATE, tempo)
    spectrum = np.abs(np.fft.rfft(changed * np.hanning(len(changed))))
    assert np.fft.rfftfreq(len(changed), 1 / RATE)[spectrum.argmax()] == pytest.approx(440, abs=2)


def test_what_is_near_is_left_alone_and_what_is_far_is_met_half_way() -> None:
    assert fitting(10, 10.2) == 1.0
    assert change(speech(1), RATE, 1.0) is speech(1)
    assert fitting(8, 10) == 0.8
    assert fitting(1, 10) == 0.65
    assert fitting(10, 1) == 1.35
    assert fitting(1, 0) == 1.0
