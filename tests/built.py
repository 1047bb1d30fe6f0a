"""Builds of tiny campaigns for tests: made once, copied where a test changes them, and read back from the sound."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from approved import sign
from campaigns import write_campaign
from programs import decoded

from broadcast.build.cookbook import Cookbook, Sources, Speaker
from broadcast.build.ready import ready
from broadcast.build.run import Order
from broadcast.build.run import build as run
from broadcast.deliver.site import publish
from broadcast.voices import Speech
from broadcast.voices.tone import Tone, ToneSettings, pitch

DAYS = (datetime.date(2024, 11, 20), datetime.date(2024, 11, 21))
NOW = datetime.datetime.now(datetime.UTC)  # as the command: all days are over, so no ZIP is made
RATE = 11_025  # enough for the highest tone, and quickly looked through
_WINDOW, _HOP = round(0.2 * RATE), round(0.04 * RATE)
_LEAST = 0.02  # amplitude of a tone's Fourier bin: half of what the softest has
_CAPTION = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n(.+)")


class Listener:
    """The tone voice, which remembers what it was asked."""

    foreign, licence, network, name = Tone.foreign, Tone.licence, Tone.network, Tone.name

    def __init__(self) -> None:
        self._tone = Tone(ToneSettings())
        self.rate, self.key, self.status = self._tone.rate, self._tone.key, self._tone.status
        self.asked: list[str] = []

    def speak(self, sentence: str) -> Speech:
        self.asked.append(sentence)
        return self._tone.speak(sentence)


@dataclass(frozen=True)
class Place:
    """A campaign and where its programmes go."""

    segments: Path
    out: Path

    def build(self, *, signed=True, **order):
        """Build in this very process; give the outcome and the sentences that the voice was asked for.

        Everything is approved first, as it is now, unless `signed` is False.
        """
        voice = Listener()
        if signed:
            sign(self.segments)
        plan = ready(self.segments, self.out)
        asked = Order(**{"dates": DAYS, **order})
        outcome = run(plan, [voice], self.out, asked, finish=lambda: publish(self.out, plan.campaign, NOW))
        return outcome, voice.asked

    def recipes(self):
        """Give the recipes of all programmes, by the path of their file without its ending."""
        plan = ready(self.segments, self.out)
        book = Cookbook(plan, Sources(self.segments), Speaker.of(Listener()))
        return {stem(each.rundown): each for each in map(book.recipe, plan.rundowns)}

    def edit(self, path, old, new):
        """Replace words in a file of the campaign."""
        written = (self.segments / path).read_text(encoding="utf-8")
        assert old in written
        (self.segments / path).write_text(written.replace(old, new), encoding="utf-8")

    def files(self):
        """Give the bytes of every file of the days, by path."""
        days = (path for path in self.out.glob("????-??-??/**/*") if path.is_file())
        return {str(path.relative_to(self.out)): path.read_bytes() for path in days}


def signed_campaign(folder: Path) -> Path:
    """Write the tiny campaign, and approve it."""
    sign(write_campaign(folder))
    return folder


def stem(rundown):
    """Give the path of a programme, without its ending."""
    name = f"{rundown.date:%Y%m%d}_{rundown.slot.at:%H%M}_{rundown.station.id}"
    return f"{rundown.date}/{rundown.station.id}/{name}"


def command(*words, **environment):
    """Run the program as a user does, in a process of its own."""
    import os

    done = subprocess.run(
        [sys.executable, "-m", "broadcast", *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, **environment},
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="session")
def finished(tmp_path_factory) -> Place:
    """Give the tiny campaign, built; nobody may change it."""
    folder = tmp_path_factory.mktemp("finished")
    place = Place(write_campaign(folder / "segments"), folder / "audio_out")
    outcome, _asked = place.build()
    assert (outcome.made, outcome.failed) == (8, 0)
    return place


@pytest.fixture
def place(finished, tmp_path) -> Place:
    """Give a copy of the built campaign, to be changed; the times of its files are kept."""
    shutil.copytree(finished.segments, tmp_path / "segments")
    shutil.copytree(finished.out, tmp_path / "audio_out")
    shutil.copytree(finished.segments.with_name("scripts"), tmp_path / "scripts")
    return Place(tmp_path / "segments", tmp_path / "audio_out")


def captions(path: Path) -> list[tuple[float, float, str]]:
    """Read a WebVTT file: begin and end in seconds, words."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith("WEBVTT\n\n")
    return [
        (int(h) * 3600 + int(m) * 60 + float(s), int(hh) * 3600 + int(mm) * 60 + float(ss), words)
        for h, m, s, hh, mm, ss, words in _CAPTION.findall(text)
    ]


def tones(path: Path) -> list[tuple[float, float, float]]:
    """Hear the sentences of the tone voice in an MP3: begin and end in seconds, pitch in Hz.

    Jingles are told apart by their pitches, which are not multiples of 10 Hz.
    """
    samples = decoded(path, RATE)
    found = []
    for begin, end, hertz in _runs(samples):
        wave = np.exp(-2j * np.pi * hertz / RATE * np.arange(len(samples)))[: end - begin] * samples[begin:end]
        level = np.abs(np.convolve(wave, np.ones(110) / 110, mode="same"))
        loud = np.flatnonzero(level > np.median(level[level > level.max() / 4]) / 2)
        found.append(((begin + loud[0]) / RATE, (begin + loud[-1]) / RATE, hertz))
    return found


def _runs(samples) -> Iterator[tuple[int, int, float]]:
    """Find stretches of samples in which one multiple of 10 Hz is the strongest, a little widened."""
    windows = np.lib.stride_tricks.sliding_window_view(samples, _WINDOW)[::_HOP]
    size = 2 * _WINDOW
    last, first, hertz = -1, -1, 0.0
    for number, window in enumerate(windows):
        strengths = np.abs(np.fft.rfft(window * np.hanning(_WINDOW), size))
        peak = int(strengths.argmax())
        now = round(_parabola(strengths, peak) * RATE / size / 10) * 10
        off = abs(_parabola(strengths, peak) * RATE / size - now)
        if strengths[peak] / _WINDOW * 4 < _LEAST or off > 0.5 or now < 400:
            continue
        if number != last + 1 or now != hertz:
            if last - first >= 3:
                yield _widened(first, last, len(samples), hertz)
            first, hertz = number, float(now)
        last = number
    if last - first >= 3:
        yield _widened(first, last, len(samples), hertz)


def _widened(first, last, length, hertz):
    return max(first * _HOP - _WINDOW, 0), min(last * _HOP + 2 * _WINDOW, length), hertz


def _parabola(strengths, peak):
    if not 0 < peak < len(strengths) - 1:
        return float(peak)
    left, middle, right = np.log(strengths[peak - 1 : peak + 2] + 1e-12)
    return peak + 0.5 * (left - right) / (left - 2 * middle + right + 1e-12)


def expected(recipe) -> list[float]:
    """Give the pitches of all sentences of a recipe, in order."""
    return [pitch(words) for piece in recipe.pieces for take in piece.takes for words in take.sentences]
