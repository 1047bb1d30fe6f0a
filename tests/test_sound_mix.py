"""Sentences stay whole and in place, and music makes way for words."""

from __future__ import annotations

import numpy as np
import pytest
from sound.material import RATE, decibels, jingle, noise, speech, tone

from broadcast.sound import mix


def test_join_keeps_every_sample_and_puts_pauses_between():
    parts = [noise(0.3, seed=1), noise(0.01, seed=2), noise(0.5, seed=3)]
    joined = mix.join(parts, 0.25)
    pause = np.zeros(round(0.25 * RATE), np.float32)
    np.testing.assert_array_equal(joined, np.concatenate([parts[0], pause, parts[1], pause, parts[2]]))
    assert joined.dtype == np.float32


def test_join_of_nothing_and_of_one():
    assert len(mix.join([])) == 0
    np.testing.assert_array_equal(mix.join([speech(1)], 5.0), speech(1))


def test_silence_and_padding():
    assert mix.silence(0.5).tolist() == [0.0] * 22_050
    assert len(mix.pad(noise(1.01), 0.5)) == round(1.5 * RATE)
    assert len(mix.pad(noise(1.5), 0.5)) == round(1.5 * RATE)
    assert len(mix.pad(mix.silence(0), 0.5)) == 0
    assert mix.pad(noise(1.01), 0.5)[-100:].tolist() == [0.0] * 100


@pytest.fixture(scope="module")
def spoken():
    """Two seconds of silence as words, so that only the music is heard."""
    return mix.over(mix.silence(4.0), tone(500, 3.0), lead=2.0, gain_under=-18, tail=2.0, fade=0.5)


def test_the_whole_is_lead_words_and_tail(spoken):
    assert len(spoken) == 8 * RATE
    assert spoken.dtype == np.float32


def test_music_is_full_before_the_words_and_softer_under_them(spoken):
    alone, under = spoken[RATE // 2 : round(1.4 * RATE)], spoken[round(2.1 * RATE) : round(5.9 * RATE)]
    assert decibels(alone) == pytest.approx(decibels(tone(500, 1.0)), abs=0.2)
    assert decibels(under) - decibels(alone) == pytest.approx(-18, abs=0.3)


def test_music_comes_back_and_fades_out(spoken):
    under, back, end = spoken[3 * RATE : 5 * RATE], spoken[round(6.5 * RATE) : round(6.7 * RATE)], spoken[-RATE // 50 :]
    assert decibels(back) > decibels(under) + 2
    assert decibels(end) < -50
    assert abs(spoken[0]) < 0.001


def test_fades_have_no_steps(spoken):
    assert np.abs(np.diff(spoken)).max() < 0.05  # a sine of 500 Hz alone moves 0.036 from sample to sample


def test_words_stand_exactly_where_they_are_said_to_be_and_untouched():
    words = speech(1) * np.float32(0.5)
    whole = mix.over(words, mix.silence(1.0), lead=1.234, gain_under=-18, tail=0.5, fade=0.8)
    start = round(1.234 * RATE)
    np.testing.assert_allclose(whole[start : start + len(words)], words, atol=1e-6)
    assert np.abs(whole[:start]).max() == 0.0


def test_music_that_is_too_short_is_played_again_and_none_is_silence():
    words = speech(2)
    assert (
        decibels(mix.over(words, jingle("sting"), lead=1.0, gain_under=0, tail=1.0, fade=0.2)[-2 * RATE : -RATE]) > -60
    )
    whole = mix.over(words, mix.silence(0), lead=0.0, gain_under=-18, tail=0.0, fade=0.8)
    np.testing.assert_allclose(whole, words, atol=1e-6)


def test_what_goes_over_full_scale_is_kept_for_the_limiter():
    whole = mix.over(np.full(RATE, 0.9, np.float32), tone(10, 1.0, 0.9), lead=0.0, gain_under=0, tail=0.0, fade=0.0)
    assert whole.max() > 1.5
