"""Sounds to test with: real speech from the engine that is always there, the campaign's own jingles, plain tones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from broadcast.sound.decode import decode, resample
from broadcast.voices.espeak import Espeak, EspeakSettings

RATE = 44_100
JINGLES = Path(__file__).resolve().parents[2] / "segments" / "jingles"
SENTENCES = (
    "Chào bà con! Bây giờ là năm giờ ba mươi phút, thứ tư, ngày hai mươi tháng mười một.",
    "Có người gọi điện, xưng là công an, dọa bắt bà con rồi bắt chuyển tiền.",
    "Công an không làm việc qua điện thoại, không đòi tiền, không đòi mã.",
    "Bà con hãy dừng lại, tắt máy, rồi gọi số một một ba. Nhắc lại: một một ba.",
)


@cache
def speech(sentences=4):
    """Some sentences with half a second between them, float32, (samples,), 44.1 kHz; do not write into it."""
    voice = Espeak(EspeakSettings())
    parts = []
    for words in SENTENCES[:sentences]:
        spoken = voice.speak(words)
        parts += [resample(spoken.samples, spoken.rate, RATE), np.zeros(RATE // 2, np.float32)]
    return np.concatenate(parts[:-1])


@cache
def jingle(name):
    return decode(JINGLES / f"{name}.flac")


def tone(frequency, seconds, amplitude=0.5, phase=0.0, rate=RATE):
    """A sine, float32, (samples,)."""
    time = np.arange(round(seconds * rate)) / rate
    return (amplitude * np.sin(2 * np.pi * frequency * time + phase)).astype(np.float32)


def noise(seconds, amplitude=0.1, seed=1):
    return np.random.default_rng(seed).normal(0, amplitude, round(seconds * RATE)).astype(np.float32)


def decibels(samples):
    """The level of a sound (RMS) in dB."""
    return 10 * np.log10(np.mean(np.square(samples, dtype=np.float64)) + 1e-20)
