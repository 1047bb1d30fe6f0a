"""Recordings are made fit for air, and what cannot be aired is refused with the reason."""

from __future__ import annotations

import numpy as np
import pytest
from programs import measured
from sound.material import RATE, jingle, noise, speech, tone

from broadcast.sound.judge import Problem, judge, prepare

SILENCE = np.zeros(RATE, np.float32)
NOT_SPEECH = Problem("not speech", "this is not speech", "record a person who reads the message, without music")


def said(samples):
    return [(problem.message, problem.severity) for problem in judge(samples)]


def test_a_good_reading_has_no_problem():
    assert judge(speech()) == ()
    assert judge(speech(1) * np.float32(0.1)) == ()
    assert judge(np.concatenate([SILENCE, speech(2), SILENCE])) == ()


@pytest.mark.parametrize("rate", [8_000, 16_000, 48_000])
def test_the_rate_does_not_matter(rate):
    from broadcast.sound.decode import resample

    assert judge(resample(speech(), RATE, rate), rate) == ()


@pytest.mark.parametrize(
    "samples",
    [
        noise(5),
        np.cumsum(noise(5, 0.01)).astype(np.float32) * np.float32(0.05),
        tone(440, 5.0),
        tone(1000, 5.0) * (tone(2, 5.0) > 0),
        noise(5) * (tone(4, 5.0) > 0),
        np.sign(tone(50, 5.0)) * np.float32(0.2),
    ],
    ids=["white noise", "brown noise", "tone", "beeps", "beating noise", "hum"],
)
def test_noise_and_tones_are_not_speech(samples):
    assert NOT_SPEECH in judge(samples.astype(np.float32))


@pytest.mark.parametrize("name", ["opener", "closer", "bed", "sting"])
def test_music_is_not_speech(name):
    assert NOT_SPEECH in judge(jingle(name))


@pytest.mark.parametrize("below", [30, 20, 10])
def test_speech_in_noise_is_still_speech(below):
    hiss = noise(len(speech()) / RATE, np.std(speech()) / 10 ** (below / 20))
    assert NOT_SPEECH not in judge(speech() + hiss[: len(speech())])


def test_a_noisy_room():
    hiss = noise(60, np.std(speech()) / 10 ** (4 / 20))[: len(speech())]
    ((message, severity),) = said(speech() + hiss)
    assert message.startswith("the noise is only ")
    assert message.endswith(" dB below the voice")
    assert severity == "warning"


def test_silence_and_what_is_nearly_so():
    for nothing in (np.zeros(3 * RATE, np.float32), noise(3, 1e-4)):
        assert said(nothing) == [("nothing is heard in this recording", "error")]


@pytest.mark.parametrize("samples", [np.zeros(0, np.float32), speech(1)[: RATE // 10]], ids=["nothing", "a tenth"])
def test_next_to_nothing(samples):
    assert said(samples) == [(f"this recording has only {len(samples) / RATE:.1f} s of speech", "error")]


def test_half_a_second():
    samples = np.concatenate([SILENCE, speech(1)[: RATE // 2], SILENCE])
    assert said(samples)[0] == ("this recording has only 0.5 s of speech", "error")


def test_too_long():
    times = round(200 * RATE / len(speech()))
    seconds = judge(np.tile(np.append(speech(), SILENCE[: RATE // 2]), times))
    (problem,) = seconds
    assert problem.kind == "long"
    assert problem.message.endswith(" s long, at most 180 s can be aired")
    assert problem.hint == "make two messages of it"


def test_too_loud():
    ((message, severity),) = said(np.clip(speech() * np.float32(12), -1, 1))
    assert message.endswith(" of this recording is distorted: it was too loud")
    assert severity == "warning"


def test_very_soft():
    assert said(speech() * np.float32(0.01)) == [("this recording is very soft (-54 dB)", "warning")]


def test_a_long_silence_in_the_middle():
    samples = np.concatenate([speech(1), np.zeros(6 * RATE, np.float32), speech(1)])
    assert said(samples) == [("there are 6 s of silence in the middle", "warning")]


def test_prepared_recordings_are_trimmed_and_loud():
    whole = np.concatenate([SILENCE, speech(2) * np.float32(0.1), SILENCE, SILENCE])
    done = prepare(whole)
    assert len(done) / RATE == pytest.approx(len(speech(2)) / RATE, abs=0.5)
    lufs, dbtp = measured(done)
    assert lufs == pytest.approx(-16.0, abs=0.2)
    assert dbtp <= -2.4
    assert done[0] == done[-1] == 0.0


def test_prepared_recordings_have_no_rumble():
    before = speech(2) + tone(25, 60.0, 0.2)[: len(speech(2))]
    after = prepare(before)
    assert above_rumble(after) > above_rumble(before) + 15


def above_rumble(samples):
    """By how many dB the speech is louder than what lies below 40 Hz."""
    power = np.abs(np.fft.rfft(samples)) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE)
    return 10 * np.log10(power[(hertz > 150) & (hertz < 4000)].sum() / power[hertz < 40].sum())


def test_preparing_silence_gives_nothing():
    assert len(prepare(np.zeros(3 * RATE, np.float32))) == 0
    assert len(prepare(np.zeros(0, np.float32))) == 0


def test_every_sentence_survives_preparation():
    soft_end = np.concatenate([speech(1), SILENCE, speech(1) * np.float32(0.3)])
    assert len(prepare(soft_end)) / RATE == pytest.approx(len(soft_end) / RATE, abs=0.3)
