"""Recordings as phones write them, made by PyAV from speech of eSpeak NG.

PyAV 19 reads AMR and cannot write it any more, so those two are kept in recordings/, made by
`python tests/recorded.py` where PyAV still could (18.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import av
import numpy as np
from sound.material import RATE, speech

from broadcast.sound.decode import resample


@dataclass(frozen=True)
class Format:
    """What a phone or studio writes: container by the file's ending, codec, rate in Hz, channels."""

    name: str
    codec: str
    rate: int
    layout: str = "mono"
    sample: str = "fltp"
    bitrate: int = 0


FORMATS = (
    Format("phone.m4a", "aac", 48_000, "stereo", "fltp", 96_000),
    Format("simple-phone.3gp", "amr_nb", 8_000, "mono", "s16", 12_200),
    Format("old-recorder.amr", "amr_nb", 8_000, "mono", "s16", 12_200),
    Format("messenger.ogg", "libopus", 48_000, "mono", "flt", 24_000),
    Format("recorder.mp3", "libmp3lame", 44_100, "mono", "fltp", 128_000),
    Format("studio.wav", "pcm_s24le", 96_000, "stereo", "s32"),
)


KEPT = Path(__file__).with_name("recordings")


@cache
def reading() -> np.ndarray:
    """Give a reading of some seconds, with a second of a quiet room before and after it, 44.1 kHz."""
    room = np.random.default_rng(4).normal(0, 0.0004, len(speech(2)) + 2 * RATE).astype(np.float32)
    room[RATE : RATE + len(speech(2))] += 0.5 * speech(2)
    return room


def write(path: Path, form: Format, samples: np.ndarray) -> Path:
    """Write float32, (samples,), 44.1 kHz as a phone would; what is kept holds `reading()` and nothing else."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if (KEPT / form.name).is_file():
        assert samples is reading()
        path.write_bytes((KEPT / form.name).read_bytes())
        return path
    return encode(path, form, samples)


def encode(path: Path, form: Format, samples: np.ndarray) -> Path:
    """Write a file with PyAV's own encoders."""
    changed = resample(samples, RATE, form.rate)
    frame = av.AudioFrame.from_ndarray(changed[None, :], format="fltp", layout="mono")
    frame.sample_rate = form.rate
    with av.open(str(path), "w") as container:
        stream = container.add_stream(form.codec, rate=form.rate)
        stream.layout, stream.format = form.layout, form.sample
        if form.bitrate:
            stream.bit_rate = form.bitrate
        converter = av.AudioResampler(form.sample, form.layout, form.rate, frame_size=stream.frame_size or 1024)
        for part in [*converter.resample(frame), *converter.resample(None), None]:
            container.mux(stream.encode(part))
    return path


if __name__ == "__main__":
    for each in FORMATS:
        if each.codec == "amr_nb":
            encode(KEPT / each.name, each, reading())
