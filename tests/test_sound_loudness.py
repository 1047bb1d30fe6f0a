"""Our meters against ffmpeg's: loudness and true peak of sounds, of short ones, and of programmes made of pieces."""

from __future__ import annotations

import numpy as np
import pytest
from programs import measured
from sound.material import RATE, jingle, noise, speech, tone

from broadcast.sound import FRAME
from broadcast.sound.encode import encode, heard
from broadcast.sound.level import level
from broadcast.sound.loudness import (
    SILENCE,
    across,
    blocks,
    decibels,
    energies,
    estimate,
    integrated,
    programme_loudness,
)
from broadcast.sound.peak import crests, true_peak

SOUNDS = {
    "speech": speech,
    "one sentence": lambda: speech(1),
    "soft speech": lambda: speech() * np.float32(0.01),
    "opener": lambda: jingle("opener"),
    "sting": lambda: jingle("sting"),
    "half a second": lambda: jingle("sting")[: RATE // 2],
    "noise, as MP3 leaves it": lambda: heard(encode(noise(5) * np.float32(0.5), 128).frames),
    "speech after silence": lambda: np.concatenate([np.zeros(20 * RATE, np.float32), speech(1)]),
}


@pytest.mark.parametrize("name", SOUNDS)
def test_loudness_and_true_peak_as_ffmpeg_measures_them(name):
    samples = SOUNDS[name]()
    lufs, dbtp = measured(samples)
    assert integrated(samples) == pytest.approx(lufs, abs=0.1)
    assert true_peak(samples) == pytest.approx(dbtp, abs=0.2)


def test_a_full_tone_of_997_hertz_is_3_lufs_down_as_the_standard_says():
    assert integrated(tone(997, 5.0, 1.0)) == pytest.approx(-3.01, abs=0.02)


def k_weighting(frequency):
    """The standard's own filters, in dB: ITU-R BS.1770-4, tables 1 and 2, at 48 kHz."""
    turn = np.exp(-2j * np.pi * frequency / 48_000 * np.arange(3))
    shelf = (1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)
    high_pass = (1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)
    return sum(decibels(abs(np.dot(above, turn) / np.dot(below, turn))) for above, below in (shelf, high_pass))


@pytest.mark.parametrize(
    ("meter", "most", "within"),
    [(blocks, 10_500, 0.02), (estimate, 5_000, 0.03)],
)
def test_every_frequency_weighs_what_the_standard_says(meter, most, within):
    for frequency in np.geomspace(40, most, 15):
        found = programme_loudness([meter(tone(frequency, 5.0, 0.5))])
        assert found == pytest.approx(decibels(0.5) - 3.01 + k_weighting(frequency) - 0.691, abs=within), frequency


def test_what_lies_between_the_samples_is_seen():
    hidden = tone(RATE / 4, 1.0, 1.0, np.pi / 4)  # every sample lies 3 dB under the crest
    assert decibels(float(np.abs(hidden).max())) == pytest.approx(-3.01, abs=0.01)
    assert true_peak(hidden[4410:-4410]) == pytest.approx(0.0, abs=0.15)


def test_silence_and_nothing():
    for nothing in (np.zeros(RATE, np.float32), np.zeros(0, np.float32)):
        assert integrated(nothing) == SILENCE
        assert true_peak(nothing) == -120.0
        assert level(nothing, -16, -1.5) is nothing
    assert programme_loudness([]) == SILENCE


def test_a_sound_shorter_than_a_block_is_measured_by_itself():
    assert integrated(tone(997, 0.2, 0.5)) == pytest.approx(-9.03, abs=0.3)


def test_blocks_are_one_for_each_frame():
    assert blocks(noise(1)).shape == (-(-RATE // FRAME),)
    assert blocks(noise(1)).dtype == np.float32
    assert blocks(np.zeros(0, np.float32)).shape == (0,)


def test_a_programme_is_measured_from_its_pieces():
    whole_frames = [
        np.pad(part, (FRAME, -len(part) % FRAME)) for part in (jingle("opener"), speech(), jingle("closer"))
    ]
    whole_frames.insert(2, np.zeros(40 * FRAME, np.float32))
    from_pieces = programme_loudness([blocks(part) for part in whole_frames])
    assert from_pieces == pytest.approx(measured(np.concatenate(whole_frames))[0], abs=0.1)


@pytest.mark.parametrize("cut", [0, 1, 15, 16, 17, 400, 539, 1000])
def test_gating_blocks_are_the_same_however_the_frames_are_parted(cut):
    powers = np.random.default_rng(7).random(1200).astype(np.float32)
    parted = [across(powers[:cut], powers[cut:]), energies(powers[cut:], cut)]
    assert np.concatenate(parted) == pytest.approx(energies(powers), rel=1e-9)


@pytest.mark.parametrize("name", [name for name in SOUNDS if name not in ("half a second", "speech after silence")])
@pytest.mark.parametrize("ceiling", [-1.5, -2.5])
def test_level_reaches_the_loudness_and_holds_the_ceiling(name, ceiling):
    samples = SOUNDS[name]()
    result = level(samples, -16.0, ceiling)
    lufs, dbtp = measured(result)
    assert result.shape == samples.shape
    assert result.dtype == np.float32
    assert lufs == pytest.approx(-16.0, abs=0.2)
    assert dbtp <= ceiling + 0.1


def test_a_sound_of_nothing_but_peaks_stays_under_the_ceiling_and_softer():
    clicks = np.zeros(5 * RATE, np.float32)
    clicks[:: RATE // 4] = 0.9
    result = level(clicks, -16.0, -1.5)
    assert true_peak(result) <= -1.45
    assert integrated(result) < -16.0


def test_level_changes_only_the_gain_where_no_peak_is_too_high():
    samples = tone(440, 3.0, 0.01)
    ratio = level(samples, -20.0, -1.5)[1000:-1000] / samples[1000:-1000]
    np.testing.assert_allclose(ratio[np.abs(samples[1000:-1000]) > 0.005], np.median(ratio), rtol=1e-4)


def test_crests_are_found_where_they_are():
    at, heights = crests(np.array([0, 0.2, 1, 0.2, 0, -0.1, -0.8, -0.1, 0], np.float32), 0.5)
    assert at.tolist() == [2, 6]
    assert (heights >= [1, 0.8]).all()
