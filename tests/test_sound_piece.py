"""A finished piece is as loud as promised and its peaks as low, measured by a decoder and a meter that are not ours."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from programs import measured
from sound.material import RATE, jingle, noise, speech, tone

from broadcast.sound import mix
from broadcast.sound.encode import Encoded, encode, heard, splice
from broadcast.sound.loudness import SILENCE, programme_loudness
from broadcast.sound.peak import true_peak
from broadcast.sound.piece import finish
from broadcast.sound.profile import FM, HORN, PROFILES
from broadcast.sound.speech import process

SOUNDS = {
    "speech": lambda profile: process(speech(), profile),
    "one sentence": lambda profile: process(speech(1), profile),
    "ident": lambda profile: mix.over(
        process(speech(1), profile), jingle("opener"), lead=2.8, gain_under=-18, tail=1.2, fade=0.8
    ),
    "sting": lambda _profile: jingle("sting"),
    "opener": lambda _profile: jingle("opener"),
    "closer": lambda _profile: jingle("closer"),
    "soft noise": lambda _profile: noise(3, 0.001),
    "half a second": lambda _profile: tone(800, 0.5, 0.9),
    "too loud": lambda _profile: speech(2) * np.float32(20),
}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("name", SOUNDS)
def test_loudness_and_peak_after_decoding(tmp_path, name, profile):
    done = finish(SOUNDS[name](profile), profile, -16.0, -1.5)
    path = tmp_path / "piece.mp3"
    path.write_bytes(done.mp3)
    lufs, dbtp = measured(path)
    assert lufs == pytest.approx(-16.0, abs=0.4)
    assert dbtp <= -1.5
    assert (done.lufs, done.dbtp) == (pytest.approx(lufs, abs=0.1), pytest.approx(dbtp, abs=0.2))
    assert done.seconds == Encoded(done.mp3).seconds
    assert len(done.blocks) == Encoded(done.mp3).count


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_programme_of_pieces_is_measured_without_decoding_it(tmp_path, profile):
    done = [finish(SOUNDS[name](profile), profile, -16.0, -1.5) for name in ("ident", "speech", "sting", "closer")]
    path = tmp_path / "programme.mp3"
    path.write_bytes(splice(Encoded(piece.mp3) for piece in done).frames)
    lufs, dbtp = measured(path)
    assert programme_loudness([piece.blocks for piece in done]) == pytest.approx(lufs, abs=0.1)
    assert max(piece.dbtp for piece in done) == pytest.approx(dbtp, abs=0.2)
    assert lufs == pytest.approx(-16.0, abs=0.5)
    assert dbtp <= -1.5


def test_silence_stays_silence():
    done = finish(np.zeros(RATE, np.float32), HORN, -16.0, -1.5)
    assert done.lufs == SILENCE
    assert np.abs(heard(done.mp3)).max() == 0.0


def test_nothing_at_all_is_a_few_silent_frames():
    assert Encoded(finish(np.zeros(0, np.float32), HORN, -16.0, -1.5).mp3).count == 4


def test_a_sound_of_clicks_obeys_the_ceiling():
    clicks = np.zeros(3 * RATE, np.float32)
    clicks[:: RATE // 5] = 0.9
    done = finish(clicks, HORN, -16.0, -1.5)
    assert done.dbtp <= -1.5


def test_the_horn_profile_takes_bass_away_and_adds_presence():
    low, voice, high = (process(tone(hertz, 2.0, 0.1), HORN) for hertz in (60, 1000, 4000))
    bass, middle, treble = (20 * np.log10(np.abs(each[RATE:]).max() / 0.1) for each in (low, voice, high))
    assert bass < middle - 12
    assert treble > middle + 2
    fm = process(tone(100, 2.0, 0.1), FM)
    assert 20 * np.log10(np.abs(fm[RATE:]).max() / 0.1) > -6


def test_the_compressor_brings_soft_sentences_closer():
    loud, soft = speech(1), speech(1) * np.float32(0.25)
    gap = np.zeros(RATE, np.float32)
    done = process(np.concatenate([loud, gap, soft]), HORN)
    ratio = np.std(done[: len(loud)]) / np.std(done[-len(soft) :])
    assert 1.2 < ratio < 3.2


def test_processing_keeps_the_length_and_lowers_the_peaks():
    for profile in PROFILES.values():
        shaped = process(speech(), profile)
        assert shaped.shape == speech().shape
        assert shaped.dtype == np.float32
        before = true_peak(speech()) - 20 * np.log10(np.std(speech()))
        assert true_peak(shaped) - 20 * np.log10(np.std(shaped)) < before - 2


def test_profiles_name_all_that_changes_the_sound():
    assert HORN.key == "horn/180.0/4.0/2500.0/3.0/-3.0/64"
    assert (HORN.bitrate, FM.bitrate) == (64, 128)
    assert HORN.key != FM.key


def test_threads_do_not_disturb_each_other():
    wanted = finish(speech(1), HORN, -16.0, -1.5).mp3
    got = []
    threads = [threading.Thread(target=lambda: got.append(finish(speech(1), HORN, -16.0, -1.5).mp3)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [wanted] * 6


def test_an_encoded_piece_counts_its_time_in_frames():
    assert encode(np.zeros(RATE, np.float32), 64).count == 43
