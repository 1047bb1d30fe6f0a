"""MP3 pieces that are put one after the other are one clean stream, whoever reads it."""

from __future__ import annotations

import numpy as np
import pytest
from programs import decoded, run
from sound.material import RATE, jingle, noise, speech, tone

from broadcast.sound import FRAME
from broadcast.sound.encode import AFTER, BEFORE, FRAME_SECONDS, LEAD, encode, frames, heard, refers_back, splice


def pieces(bitrate):
    sounds = (jingle("sting"), speech(2), noise(0.7), np.zeros(FRAME, np.float32), jingle("closer"), speech(1))
    return [encode(sound * np.float32(0.7), bitrate) for sound in sounds]


@pytest.mark.parametrize("bitrate", [64, 128])
def test_a_spliced_stream_decodes_sample_for_sample_like_its_pieces(bitrate):
    parts = pieces(bitrate)
    joined = heard(splice(parts).frames)
    np.testing.assert_array_equal(joined, np.concatenate([heard(part.frames) for part in parts]))


@pytest.mark.parametrize("bitrate", [64, 128])
def test_another_decoder_hears_the_same_splice(tmp_path, bitrate):
    parts, path = pieces(bitrate), tmp_path / "joined.mp3"
    path.write_bytes(splice(parts).frames)
    joined = decoded(path)
    alone = []
    for number, part in enumerate(parts):
        one = tmp_path / f"{number}.mp3"
        one.write_bytes(part.frames)
        alone.append(decoded(one))
    np.testing.assert_array_equal(joined, np.concatenate(alone))


@pytest.mark.parametrize("bitrate", [64, 128])
def test_mp3val_and_ffprobe_find_one_clean_stream(tmp_path, bitrate):
    joined, path = splice(pieces(bitrate)), tmp_path / "joined.mp3"
    path.write_bytes(joined.frames)
    said = run("mp3val", path).decode()
    assert f"{joined.count} MPEG frames (MPEG 1 Layer III), no tags, CBR" in said
    assert said.count("WARNING") == said.count("No supported tags in the file") == 1
    probe = run(
        "ffprobe",
        "-v",
        "error",
        "-show_entries",
        "format=duration,bit_rate:stream=channels,sample_rate",
        "-of",
        "default=nokey=0:noprint_wrappers=1",
        path,
    ).decode()
    found = dict(line.split("=") for line in probe.split())
    assert float(found["duration"]) == pytest.approx(joined.seconds, abs=FRAME_SECONDS)
    assert (found["channels"], found["sample_rate"]) == ("1", "44100")
    assert int(found["bit_rate"]) == pytest.approx(bitrate * 1000, rel=0.002)


@pytest.mark.parametrize("length", [0, 1, FRAME - 1, FRAME, FRAME + 1, 5000, RATE])
def test_a_piece_is_whole_frames_and_stands_alone(length):
    piece = encode(noise(2)[:length], 64)
    found = list(frames(piece.frames))
    assert piece.count == len(found) == BEFORE + -(-length // FRAME) + AFTER + 1
    assert piece.seconds == pytest.approx(piece.count * 1152 / 44_100)
    assert refers_back(found[0]) == 0
    assert b"Xing" not in piece.frames
    assert b"Info" not in piece.frames


@pytest.mark.parametrize("bitrate", [64, 128])
def test_sound_begins_where_captions_say(bitrate):
    click = np.zeros(RATE, np.float32)
    click[RATE // 2 : RATE // 2 + 200] = tone(2000, 200 / RATE, 0.8)
    samples = heard(encode(click, bitrate).frames)
    found = np.correlate(samples, click[RATE // 2 : RATE // 2 + 200], "valid").argmax() / RATE
    assert found == pytest.approx(0.5 + LEAD, abs=0.001)


def test_a_piece_begins_and_ends_in_silence():
    samples = heard(encode(noise(1), 64).frames)
    assert np.abs(samples[: FRAME // 2]).max() < 0.001
    assert np.abs(samples[-FRAME:]).max() < 0.001


def test_the_level_is_kept():
    before = tone(1000, 2.0, 0.5)
    after = heard(encode(before, 64).frames)[RATE // 2 : -RATE // 2]
    assert np.sqrt(np.mean(after**2) / np.mean(before**2)) == pytest.approx(1.0, abs=0.005)


def test_what_is_too_loud_is_clipped_not_wrapped():
    assert np.abs(heard(encode(np.full(RATE, 1.5, np.float32), 64).frames)).max() < 1.3


def test_encoding_is_the_same_every_time():
    assert encode(speech(1), 64) == encode(speech(1).copy(), 64)


@pytest.mark.parametrize("damage", [b"x", b"ID3\x03\x00\x00\x00\x00\x00\x00"])
def test_what_is_no_frame_is_an_error(damage):
    good = encode(noise(0.1), 64).frames
    with pytest.raises(ValueError, match="no MP3 frame at byte 0"):
        list(frames(damage + good))
    with pytest.raises(ValueError, match="is cut short"):
        list(frames(good[:-1]))
    with pytest.raises(ValueError, match="is cut short"):
        heard(good[:-1])
