"""Mixing: sentences and pauses in a row, and words over music that makes way for them (pydub on raw PCM)."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from broadcast.sound import RATE

if TYPE_CHECKING:
    import numpy.typing as npt
    from pydub import AudioSegment

    Samples = npt.NDArray[np.float32]

# 32-bit PCM with 6 dB of room above full scale: pydub's own 16 bits would clip what the limiter still has to see.
_WIDTH, _UNIT = 4, 2.0**30
_MOST = np.float32(1.999_999)
_COMES_BACK = 1 / 3  # of the gain, in dB
_TEN_MILLISECONDS = 441  # samples: the shortest time that is whole in both
_SOFT_EDGE = 5  # ms; music that is cut anywhere else than in silence would click


def silence(seconds: float, rate: int = RATE) -> Samples:
    """Give so many seconds of silence, float32, (samples,), at a rate in Hz."""
    return np.zeros(round(seconds * rate), np.float32)


def pad(samples: Samples, step: float) -> Samples:
    """Add silence until the length is a multiple of `step` seconds, rounded to samples."""
    steps = -(-len(samples) // (step * RATE))
    return np.concatenate([samples, np.zeros(max(round(steps * step * RATE) - len(samples), 0), np.float32)])


def join(parts: Sequence[Samples], pause: float = 0.0, rate: int = RATE) -> Samples:
    """Put sounds of one rate in Hz in a row, `pause` seconds of silence between them; every sample is kept."""
    between = silence(pause, rate)
    row = [each for part in parts for each in (between, part)][1:]
    return np.concatenate(row) if row else silence(0)


def over(  # noqa: PLR0913 - the six figures of one move of the faders
    speech: Samples, music: Samples, *, lead: float, gain_under: float, tail: float, fade: float
) -> Samples:
    """Speak over music: it is heard alone, makes way for the words, comes back a little and fades out.

    Args:
        speech: float32, (samples,), 44.1 kHz.
        music: as `speech`; played again from its start when it is too short.
        lead: seconds of music before the first word; the words begin exactly there.
        gain_under: dB of the music while the words last.
        tail: seconds of music after the last word; over them it fades out.
        fade: seconds that the music takes to make way before the first word and to come back after the last,
            as far as `lead` and `tail` allow.

    Returns:
        `lead` + speech + `tail`, as `speech`.
    """
    start, after = round(lead * RATE), round(tail * RATE)
    length = start + len(speech) + after
    spare = -length % _TEN_MILLISECONDS  # pydub cuts at milliseconds and would drop or add a few samples
    bed = _segment(_looped(music, length + spare))
    begin, end = _milliseconds(start), _milliseconds(start + len(speech))
    down, up = min(_milliseconds(round(fade * RATE)), begin), _milliseconds(round(min(fade, tail) * RATE))
    rest = bed[begin:].apply_gain(gain_under)
    if up:
        rest = rest.fade(to_gain=-gain_under * _COMES_BACK, start=end - begin, end=end - begin + up)
    rest = rest.fade_out(max(_milliseconds(after), _SOFT_EDGE))
    bed = _lead(bed[:begin].raw_data, down, gain_under).append(rest, crossfade=0) if begin else rest.fade_in(_SOFT_EDGE)
    words = np.concatenate([np.zeros(start, np.float32), speech, np.zeros(after + spare, np.float32)])
    return _samples(_segment(words).overlay(bed))[:length]


@lru_cache(maxsize=8)
def _lead(music: bytes, down: int, gain: float) -> AudioSegment:
    """Give the music before the first word, which makes way over its last `down` milliseconds.

    Kept, for it is the same in every programme, and pydub fades millisecond by millisecond.
    """
    lead = _raw(music).fade_in(_SOFT_EDGE)
    return lead.fade(to_gain=gain, start=len(lead) - down, end=len(lead)) if down else lead


def _looped(music: Samples, length: int) -> Samples:
    if not len(music):
        return np.zeros(length, np.float32)
    return np.tile(music, -(-length // len(music)))[:length]


def _milliseconds(samples: int) -> int:
    return round(samples / RATE * 1000)


def _segment(samples: Samples) -> AudioSegment:
    data = (np.clip(samples, -_MOST, _MOST) * np.float32(_UNIT)).astype("<i4").tobytes()
    return _raw(data)


def _raw(data: bytes) -> AudioSegment:
    return _pydub().AudioSegment(data, sample_width=_WIDTH, frame_rate=RATE, channels=1)


@cache
def _pydub() -> Any:
    """Import pydub without its warnings: it misses ffmpeg, which is not needed, and its own Python is old."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pydub
    return pydub


def _samples(segment: AudioSegment) -> Samples:
    return np.frombuffer(segment.raw_data, "<i4").astype(np.float32) / np.float32(_UNIT)
