"""A message from a horn 80 m away: narrow, late, windy, and the same every time."""

from __future__ import annotations

import numpy as np
from sound.material import RATE, decibels, speech, tone

from broadcast.sound.horn import from_afar


def band(samples, low, high):
    power = np.abs(np.fft.rfft(samples)) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE)
    return 10 * np.log10(power[(hertz >= low) & (hertz < high)].sum())


def test_the_band_is_narrow():
    heard = from_afar(speech(2))
    middle = band(heard, 350, 4000)
    assert band(heard, 5000, 20_000) < middle - 35
    assert band(heard, 0, 200) < middle - 10


def test_echoes_come_after_the_words():
    click = np.zeros(RATE, np.float32)
    click[:400] = tone(1000, 400 / RATE, 0.8)
    heard = from_afar(click)
    assert len(heard) == 2 * RATE
    village = heard - from_afar(np.zeros(RATE, np.float32))
    for detour in (23.0, 61.0, 118.0, 190.0):
        at = round(detour / 343 * RATE)
        assert decibels(village[at : at + 600]) > decibels(village[at - 900 : at - 100])


def test_it_is_deterministic_and_within_bounds():
    heard = from_afar(speech(1) * np.float32(3))
    np.testing.assert_array_equal(heard, from_afar(speech(1) * np.float32(3)))
    assert heard.dtype == np.float32
    assert np.abs(heard).max() <= 1.0
    assert np.isfinite(heard).all()


def test_wind_blows_beside_the_words_and_softer():
    heard = from_afar(np.concatenate([speech(1), np.zeros(3 * RATE, np.float32)]))
    words, wind = heard[: len(speech(1))], heard[-RATE:]
    assert -20 < decibels(wind) - decibels(words) < -6


def test_nothing_stays_nothing():
    assert len(from_afar(np.zeros(0, np.float32))) == 0
