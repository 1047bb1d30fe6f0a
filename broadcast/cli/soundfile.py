"""The sound that a command leaves: a file that any player opens, WAV or MP3 by its ending."""

from __future__ import annotations

import io
import wave
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.errors import BroadcastError
from broadcast.i18n import _

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

RATE = 44_100  # Hz
BITRATE = 64  # kbit/s


def accept(path: Path) -> Path:
    """Give the path back if its ending says what to write.

    Raises:
        BroadcastError: it is neither .wav nor .mp3.
    """
    if path.suffix.lower() not in (".wav", ".mp3"):
        raise BroadcastError(
            _("{path} is neither .wav nor .mp3").format(path=path),
            hint=_("write -o {stem}.wav or -o {stem}.mp3").format(stem=path.stem or "say"),
        )
    return path


def write(path: Path, samples: Samples) -> None:
    """Write float32, (samples,), −1…1, 44.1 kHz as WAV or MP3.

    Raises:
        UnwritableError: the disk is full or read-only.
    """
    from broadcast.files import write_whole

    write_whole(path, _mp3(samples) if path.suffix.lower() == ".mp3" else _wav(samples))


def _wav(samples: Samples) -> bytes:
    import numpy as np

    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(np.rint(samples * 32_767).astype("<i2").tobytes())
    return file.getvalue()


def _mp3(samples: Samples) -> bytes:
    from broadcast.sound.encode import encode

    return encode(samples, BITRATE).frames
