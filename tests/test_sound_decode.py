"""Whatever phones and studios write is decoded, and what is no whole sound is refused with the reason."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from programs import run
from sound.material import RATE, decibels, jingle, speech, tone

from broadcast.errors import BroadcastError
from broadcast.sound.decode import Sound, decode, resample

TWICE = "pan=stereo|c0=c0|c1=c0"  # ffmpeg's own way makes each of the two softer
FORMATS = {
    "phone.m4a": ["-c:a", "aac", "-b:a", "96k"],
    "phone.3gp": ["-c:a", "aac", "-ar", "16000"],
    "voice.ogg": ["-c:a", "libvorbis"],
    "message.opus": ["-c:a", "libopus"],
    "messenger.webm": ["-c:a", "libopus"],
    "recorder.mp3": ["-c:a", "libmp3lame", "-b:a", "128k"],
    "studio.wav": ["-ar", "96000", "-af", TWICE, "-c:a", "pcm_s24le"],
    "eight.wav": ["-ar", "8000", "-c:a", "pcm_u8"],
    "float.wav": ["-c:a", "pcm_f32le"],
    "studio.flac": ["-af", TWICE],
    "mac.aiff": [],
    "mac.caf": [],
    "old.wma": [],
    "stream.aac": ["-c:a", "aac"],
}
AGAIN = "record or export it again as M4A, MP3 or WAV"


def written(path, arguments, samples):
    raw = np.asarray(samples, np.float32).tobytes()
    run("ffmpeg", "-v", "error", "-f", "f32le", "-ar", RATE, "-ac", 1, "-i", "-", *arguments, path, given=raw)
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_what_phones_and_studios_write(tmp_path, name):
    original = speech(1)
    samples = decode(written(tmp_path / name, FORMATS[name], original))
    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert len(samples) / RATE == pytest.approx(len(original) / RATE, abs=0.1)
    assert decibels(samples) == pytest.approx(decibels(original), abs=1.0)


def test_an_amr_of_a_simple_phone():
    speech_frame = bytes([0x3C]) + np.random.default_rng(0).bytes(31)  # 12.2 kbit/s, 20 ms
    samples = decode(b"#!AMR\n" + speech_frame * 100)
    assert len(samples) == pytest.approx(2 * RATE, abs=RATE * 0.05)


def test_a_lossless_file_keeps_its_samples_and_bytes_do_as_well_as_a_path(tmp_path):
    original = tone(440, 1.0)
    path = written(tmp_path / "tone.wav", ["-c:a", "pcm_f32le"], original)
    np.testing.assert_allclose(decode(path), original, atol=1e-6)
    np.testing.assert_array_equal(decode(path.read_bytes()), decode(path))


def test_two_channels_are_averaged(tmp_path):
    left = tone(440, 1.0, 0.8)
    stereo = np.stack([left, np.zeros_like(left)], axis=1).tobytes()
    path = tmp_path / "stereo.wav"
    run("ffmpeg", "-v", "error", "-f", "f32le", "-ar", RATE, "-ac", 2, "-i", "-", path, given=stereo)
    assert np.abs(decode(path)).max() == pytest.approx(0.4, abs=0.01)


def test_another_rate():
    assert len(decode(Path("segments/jingles/opener.flac").resolve(), 22_050)) == -(-len(jingle("opener")) // 2)


def test_resampling_keeps_pitch_and_length():
    low = tone(440, 1.0, rate=22_050)
    high = resample(low, 22_050, RATE)
    assert high.dtype == np.float32
    assert len(high) == RATE
    np.testing.assert_allclose(high[2000:-2000], tone(440, 1.0)[2000:-2000], atol=0.002)
    assert resample(low, 22_050, 22_050) is low


def test_a_sound_knows_its_length():
    assert Sound(np.zeros(22_050, np.float32), 22_050).seconds == 1.0


def refused(source, **bounds):
    with pytest.raises(BroadcastError) as caught:
        decode(source, **bounds)
    return caught.value.message, caught.value.hint


def test_a_text_called_mp3(tmp_path):
    path = tmp_path / "song.mp3"
    path.write_text("Xin chào bà con. " * 500, encoding="utf-8")
    assert refused(path) == ("this is not a sound that can be read", AGAIN)
    with pytest.raises(BroadcastError, match=r"song\.mp3: this is not a sound"):
        decode(path)


@pytest.mark.parametrize(
    "data", [b"a", b"RIFF", b"RIFF\x24\0\0\0WAVE", b"ID3\x03\0\0\0\0\0\0", b"OggS", b"\xff\xfb\x90\xc4"]
)
def test_scraps_are_refused_without_a_word_from_the_library(data, capfd):
    assert refused(data)[0] in {
        "this is not a sound that can be read",
        "this sound is cut short: 27 bytes are missing at its end",
        "this sound is cut short: 32 bytes are missing at its end",
        "there is no sound in this file",
        "this recording is empty",
    }
    assert capfd.readouterr() == ("", "")


def test_an_empty_file(tmp_path):
    path = tmp_path / "empty.wav"
    path.touch()
    assert refused(path) == ("this file is empty", AGAIN)


def test_a_recording_of_no_seconds(tmp_path):
    path = written(tmp_path / "none.wav", [], np.zeros(0))
    assert refused(path) == ("this recording is empty", AGAIN)


def test_no_file_and_a_folder(tmp_path):
    assert refused(tmp_path / "nothing.wav") == ("there is no such file", None)
    assert refused(tmp_path) == ("this is a folder, not a sound", None)


def test_a_picture(tmp_path):
    path = tmp_path / "film.mp4"
    run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=s=64x64:d=1", path)
    assert refused(path) == ("there is no sound in this file", AGAIN)


def test_longer_than_allowed(tmp_path):
    path = written(tmp_path / "long.flac", [], np.zeros(5 * RATE))
    assert refused(path, longest=4) == ("this sound is longer than 4 s", "cut it into shorter recordings")
    assert len(decode(path, longest=5)) == 5 * RATE


def test_two_hours_are_refused_before_they_are_in_memory(tmp_path):
    path = tmp_path / "two hours.mp3"
    run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono:d=7200", "-b:a", "8k", path)
    assert refused(path) == ("this sound is longer than 600 s", "cut it into shorter recordings")


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("cut.wav", [], "this sound is cut short: 120000 bytes are missing at its end"),
        ("cut.flac", [], r"this sound is cut short: \d\.\d s of \d\.\d s are there"),
        ("cut.mp3", [], r"this sound is cut short: \d\.\d s of \d\.\d s are there"),
        ("cut.ogg", ["-c:a", "libvorbis"], r"this sound is cut short: \d+ bytes are missing at its end"),
        ("cut.m4a", ["-movflags", "faststart"], r"this sound is cut short: \d\.\d s of \d\.\d s are there"),
        ("cut-late-index.m4a", [], "this is not a sound that can be read"),
    ],
)
def test_half_a_file(tmp_path, name, arguments, message):
    path = written(tmp_path / name, arguments, speech(1))
    whole = path.read_bytes()
    path.write_bytes(whole[: -120_000 if name == "cut.wav" else len(whole) // 2])
    with pytest.raises(BroadcastError, match=message):
        decode(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.mp3", "ffconcat version 1.0\nfile {victim}\n"),
        ("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{victim}\n#EXT-X-ENDLIST\n"),
    ],
)
def test_a_playlist_opens_no_other_file(tmp_path, name, text):
    victim = written(tmp_path / "victim.wav", [], speech(1))
    path = tmp_path / name
    path.write_text(text.format(victim=victim))
    assert refused(path) == ("this is not a sound that can be read", AGAIN)
