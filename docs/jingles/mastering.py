"""What the synthesiser leaves is too dynamic for a loudspeaker: this brings it to its length, loudness and peak."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import soxr
from numpy.typing import NDArray
from score import BEAT, Piece

RATE = 44_100
LOUDNESS = -16.0  # LUFS, integrated (ITU-R BS.1770)
CEILING = -3.3  # dBTP; 0.3 under what is promised, for other people's meters
Samples = NDArray[np.float32]


def decoded(path: Path) -> Samples:
    """Read a sound file as mono float32, −1…1; two channels are averaged."""
    with av.open(str(path)) as container:
        planar = av.AudioResampler(format="fltp", rate=RATE)
        blocks = [out.to_ndarray() for frame in container.decode(audio=0) for out in planar.resample(frame)]
    mono: Samples = np.concatenate(blocks, axis=1).mean(axis=0, dtype=np.float32)
    return mono


def filtered(samples: Samples, filters: str) -> Iterator[av.AudioFrame]:
    """Send mono samples through libavfilter; yield the frames that come out."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="flt", sample_rate=RATE, layout="mono", time_base=Fraction(1, RATE))
    last = source
    for item in filters.split(","):
        name, _, arguments = item.partition("=")
        link = graph.add(name, arguments)
        last.link_to(link)
        last = link
    last.link_to(graph.add("abuffersink"))
    graph.configure()
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1).astype(np.float32), format="flt", layout="mono")
    frame.sample_rate, frame.pts = RATE, 0
    graph.push(frame)
    graph.push(None)
    while True:
        try:
            out = graph.pull()
        except (av.error.EOFError, av.error.BlockingIOError):
            return
        if isinstance(out, av.AudioFrame):
            yield out


def loudness(samples: Samples) -> float:
    """Measure the integrated loudness in LUFS with libavfilter's ebur128."""
    padded = np.concatenate([samples, np.zeros(RATE // 2, np.float32)])  # the meter's last block must be a whole one
    for frame in filtered(padded, "ebur128=metadata=1"):
        figure = frame.metadata.get("lavfi.r128.I", "-70")
    return float(figure)


def limited(samples: Samples, ceiling: float) -> Samples:
    """Hold the true peak under a ceiling (linear): look 4 ms ahead, let go as gently, bend no waveform."""
    reach = 4 * RATE // 1000
    four = np.abs(soxr.resample(samples, RATE, 4 * RATE, quality="VHQ"))[: 4 * len(samples)]
    peaks = np.pad(four, (0, 4 * len(samples) - len(four))).reshape(-1, 4).max(axis=1)
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    held = np.lib.stride_tricks.sliding_window_view(np.pad(wanted, 2 * reach, mode="edge"), 2 * reach + 1).min(axis=1)
    window = np.hanning(2 * reach + 3)[1:-1]
    return (samples * np.convolve(held, window / window.sum(), mode="valid")).astype(np.float32)


def cut(samples: Samples, piece: Piece) -> Samples:
    """Cut a piece to its length; of one that loops, take the second time round."""
    long = round(piece.beats * BEAT * RATE)
    start = long if piece.loops else 0
    return np.pad(samples, (0, max(0, start + long - len(samples))))[start : start + long]


def faded(samples: Samples, seconds: float) -> Samples:
    """Fade in over 2 ms and out over so many seconds, along a raised cosine."""
    shaped = samples.copy()
    for long, side in ((RATE // 500, 1), (round(seconds * RATE), -1)):
        ramp = 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, long, dtype=np.float32))
        shaped[::side][:long] *= ramp
    return shaped


def mastered(samples: Samples, piece: Piece) -> Samples:
    """Return a piece as it is aired: its length, its tone, −16 LUFS, its peak under the ceiling, quiet ends."""
    toned = np.concatenate([frame.to_ndarray().reshape(-1) for frame in filtered(samples, piece.tone)])
    sound = faded(cut(toned, piece), piece.fade)
    gain = LOUDNESS - loudness(sound)
    for _ in range(4):
        result = limited(sound * np.float32(10 ** (gain / 20)), 10 ** (CEILING / 20))
        gain += LOUDNESS - loudness(result)
    return result


def write_flac(path: Path, samples: Samples) -> None:
    """Write mono samples as a 16-bit FLAC, packed as tightly as it goes."""
    whole = np.round(samples * 32767).astype(np.int16).reshape(1, -1)
    with av.open(str(path), "w") as container:
        tight = {"compression_level": "12"}
        stream = container.add_stream("flac", rate=RATE, layout="mono", format="s16", options=tight)
        frame = av.AudioFrame.from_ndarray(whole, format="s16", layout="mono")
        frame.sample_rate, frame.pts = RATE, 0
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
