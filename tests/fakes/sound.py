"""Sounds as services send them: MP3 at 24 kHz, as long as the words would be."""

from __future__ import annotations

from functools import cache

import lameenc
import numpy as np

from broadcast.spoken.syllable import syllables

RATE = 24_000


def mp3(words: str, seconds_a_syllable: float = 0.2) -> bytes:
    """Sound the words as one tone of 300 Hz, as long as they would be."""
    return tone(round(max(syllables(words), 1) * seconds_a_syllable * 10) / 10)


@cache
def tone(seconds: float, level: float = 0.3) -> bytes:
    """Encode a tone as Google does: 24 kHz mono 64 kbit/s."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_bit_rate(64)
    encoder.set_quality(7)
    wave = level * np.sin(2 * np.pi * 300 / RATE * np.arange(round(seconds * RATE)))
    return bytes(encoder.encode(np.rint(wave * 32_767).astype("<i2").tobytes()) + encoder.flush())
