"""The shipped jingles, measured from their files by PyAV and numpy alone: what mixer and stations may rely on."""

from __future__ import annotations

import runpy
from pathlib import Path

import av
import numpy as np
import pytest

ROOT = Path(__file__).resolve().parent.parent
JINGLES = ROOT / "segments" / "jingles"
SCORE = ROOT / "docs" / "jingles"
RATE = 44_100
SECONDS = {"opener": (6, 10), "sting": (1, 2), "closer": (4, 8), "bed": (28, 34)}
HORN = (300, 4000)  # Hz, what a horn speaker passes


def decode(path):
    """Decode a file to float64, (samples,), and check on the way that it is what stations get: mono, 44.1 kHz."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        assert (stream.rate, stream.layout.name) == (RATE, "mono")
        whole = np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(stream)])
    return whole.astype(np.float64) / 32768


@pytest.fixture(params=SECONDS)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def pieces():
    return {piece.name: piece for piece in runpy.run_path(str(SCORE / "score.py"), run_name="score")["PIECES"]}


@pytest.fixture
def sound(name):
    return decode(JINGLES / f"{name}.flac")


def spectrum(samples):
    return np.fft.rfftfreq(len(samples), 1 / RATE), np.fft.rfft(samples)


def band(samples, low, high):
    """Keep only what lies between two frequencies."""
    hertz, bins = spectrum(samples)
    return np.fft.irfft(np.where((hertz >= low) & (hertz < high), bins, 0), len(samples))


def decibels(samples):
    return 20 * np.log10(np.sqrt(np.mean(np.square(samples))) + 1e-9)


def true_peak(samples):
    """Return the largest sample of the sound at four times the rate, in dBTP (ITU-R BS.1770 annex 2)."""
    bins = np.fft.rfft(samples)
    return 20 * np.log10(np.max(np.abs(np.fft.irfft(bins, 4 * len(samples)))) * 4)


def biquad(hertz, b, a, rate):
    z = np.exp(-2j * np.pi * hertz / rate)
    return np.polyval(b[::-1], z) / np.polyval(a[::-1], z)


def loudness(samples):
    """Return the integrated loudness in LUFS: K-weighting as given for 48 kHz, both gates (ITU-R BS.1770-4)."""
    hertz, bins = spectrum(np.concatenate([samples, np.zeros(RATE)]))
    shelf = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1, -1.69065929318241, 0.73248077421585))
    pass_high = ((1, -2, 1), (1, -1.99004745483398, 0.99007225036621))
    weight = biquad(hertz, *shelf, 48_000) * biquad(hertz, *pass_high, 48_000)
    weighted = np.fft.irfft(bins * weight)
    power = np.cumsum(np.concatenate([[0], weighted**2]))
    starts = np.arange(0, len(samples) - 17_640, 4_410)
    blocks = (power[starts + 17_640] - power[starts]) / 17_640
    heard = blocks[-0.691 + 10 * np.log10(blocks + 1e-12) > -70]
    gate = 10 * np.log10(np.mean(heard)) - 10
    return -0.691 + 10 * np.log10(np.mean(heard[10 * np.log10(heard) > gate]))


def test_meter_reads_the_standard_tone():
    tone = np.sin(2 * np.pi * 997 * np.arange(5 * RATE) / RATE) * 10 ** (-20 / 20)
    assert loudness(tone) == pytest.approx(-23.01, abs=0.1)  # a full-scale 997 Hz sine in one channel reads −3.01 LKFS
    assert true_peak(tone) == pytest.approx(-20, abs=0.1)


def test_length(name, sound):
    shortest, longest = SECONDS[name]
    assert shortest <= len(sound) / RATE <= longest


def test_loudness_and_peak(sound):
    assert loudness(sound) == pytest.approx(-16, abs=0.5)
    assert true_peak(sound) <= -3


def test_ends_and_middle_do_not_click(name, sound):
    assert np.max(np.abs(sound[:8])) < 0.001
    assert np.max(np.abs(sound[-8:])) < 0.001
    assert abs(np.mean(sound)) < 0.0005
    assert decibels(sound[: RATE // 10]) > -50, "silence before the first note"
    if name != "bed":
        assert decibels(sound[-RATE // 20 :]) < -50, "cut off before it has died away"


def test_horn_passes_nearly_all_of_it(sound):
    assert loudness(band(sound, *HORN)) > loudness(sound) - 2


def test_signature_comes_first_and_leaves_room_for_the_ident():
    sound = decode(JINGLES / "opener.flac")
    signature, under_the_ident = sound[: round(3.5 * RATE)], sound[round(3.5 * RATE) :]
    assert decibels(under_the_ident) < decibels(signature) - 4


def test_motif_is_the_same_in_opener_and_closer():
    def pitches(piece):
        """The share of each scale note's octaves in the motif, dừng to tin."""
        hertz, bins = spectrum(decode(JINGLES / f"{piece}.flac")[RATE // 4 : 3 * RATE])
        power = np.abs(bins) ** 2
        notes = [587.33, 659.26, 783.99, 880.0, 987.77, 1174.66]
        return np.array([power[(hertz > note * 0.985) & (hertz < note * 1.015)].sum() for note in notes])

    assert np.corrcoef(pitches("opener"), pitches("closer"))[0, 1] > 0.9


def test_bed_leaves_the_consonants_to_the_voice():
    bed = decode(JINGLES / "bed.flac")
    assert decibels(band(bed, 1000, 4000)) < decibels(bed) - 20


def test_bed_starts_softly_and_loops_at_a_breath():
    bed = decode(JINGLES / "bed.flac")
    start, end = bed[: RATE // 4], bed[-RATE // 4 :]
    assert decibels(start) < decibels(bed) - 6
    assert decibels(end) < decibels(bed) - 10
    seam = np.abs(np.diff(np.concatenate([end, start])))
    assert np.max(seam) < 0.02
    assert len(bed) % (RATE * 2) == 0, "whole bars, so that the loop keeps time"


def test_every_piece_of_the_score_is_rendered_and_nothing_else(pieces):
    assert sorted(path.stem for path in JINGLES.glob("*.flac")) == sorted(pieces)
    assert sum(path.stat().st_size for path in JINGLES.iterdir()) < 1_500_000


def test_score_runs_as_long_as_the_files(name, sound, pieces):
    assert len(sound) / RATE == pytest.approx(pieces[name].beats / 2, abs=0.001)  # half a second a beat


def test_licences_are_named():
    licence = (JINGLES / "LICENCE").read_text(encoding="utf-8")
    readme = (JINGLES / "README.md").read_text(encoding="utf-8")
    for path in JINGLES.glob("*.flac"):
        assert path.name in licence
        assert path.name in readme
    assert "SPDX-License-Identifier: CC0-1.0" in licence
    assert "Frank Wen" in licence
    assert "MIT" in readme
