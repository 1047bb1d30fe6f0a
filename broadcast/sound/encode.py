"""Encoding: MP3 frames that can be put one after the other, and the proof that they can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import av
import lameenc
import numpy as np

from broadcast.sound import FRAME, RATE

if TYPE_CHECKING:
    import numpy.typing as npt
    from av.audio.codeccontext import AudioCodecContext

    Samples = npt.NDArray[np.float32]

QUALITY = 7  # of LAME, 0 best … 9 fastest; chosen by measurement, see docs/sound.md
BEFORE, AFTER = 1, 2  # frames of silence: a fresh encoder starts clean, and its last sounding frame is complete
DELAY = 576 + 529  # samples: LAME's encoder delay and the decoder's own (LAME technical FAQ)
LEAD = (BEFORE * FRAME + DELAY) / RATE  # seconds from the head of a piece to its first sample
FRAME_SECONDS = FRAME / RATE
_FULL_SCALE = 32_767 / 0.95  # LAME multiplies by 0.95 of its own accord at constant bitrates: 0.45 dB
_HIGHEST = 0.95  # amplitude that this leaves room for
_BITRATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)  # kbit/s, MPEG-1 layer III
_FIXED = 0xFFFE_0CC0  # of a header: sync, MPEG-1, layer III; 44.1 kHz; one channel
_EXPECTED = 0xFFFA_00C0


@dataclass(frozen=True, slots=True)
class Encoded:
    """MP3 frames of constant bitrate: 44.1 kHz, one channel, no Xing header, no reference to what came before."""

    frames: bytes

    @property
    def count(self) -> int:
        """Count the frames."""
        return sum(1 for _ in frames(self.frames))

    @property
    def seconds(self) -> float:
        """Give the length in seconds as every player sees it."""
        return self.count * FRAME / RATE


def encode(samples: Samples, bitrate: int) -> Encoded:
    """Encode float32, (samples,), −1…1, 44.1 kHz with a fresh encoder at `bitrate` kbit/s.

    The first sample is heard `LEAD` seconds after the head; what exceeds ±0.95 (−0.45 dB) is clipped.
    """
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_bit_rate(bitrate)
    encoder.set_quality(QUALITY)
    whole = np.zeros((BEFORE + AFTER - (-len(samples) // FRAME)) * FRAME, "<i2")
    inside = whole[BEFORE * FRAME : BEFORE * FRAME + len(samples)]
    scaled = np.clip(samples, -_HIGHEST, _HIGHEST)
    scaled *= np.float32(_FULL_SCALE)
    np.rint(scaled, out=inside, casting="unsafe")
    return Encoded(bytes(encoder.encode(whole.tobytes())) + bytes(encoder.flush()))


def splice(pieces: Iterable[Encoded]) -> Encoded:
    """Join pieces of one bitrate: the plain concatenation of their frames."""
    return Encoded(b"".join(piece.frames for piece in pieces))


def heard(data: bytes) -> Samples:
    """Decode MP3 frames as a player does: float32, (frames × 1152,), nothing skipped at either end.

    Raises:
        ValueError: as `frames`, or a frame did not decode: a fault of the program.
    """
    count = Encoded(data).count
    decoder = cast("AudioCodecContext", av.CodecContext.create("mp3float", "r"))
    # all frames in one packet: a packet for each would cost as much as decoding it
    samples = np.frombuffer(b"".join([part.planes[0] for part in decoder.decode(av.Packet(data))]), np.float32)
    if len(samples) != count * FRAME:
        raise ValueError("not every MP3 frame decodes")
    return samples


def frames(data: bytes) -> Iterator[memoryview]:
    """Yield each frame of an MP3 stream without tags.

    Raises:
        ValueError: the data is not whole frames of MPEG-1 layer III, 44.1 kHz, mono: a fault of the program.
    """
    view, at = memoryview(data), 0
    while at < len(view):
        header = int.from_bytes(view[at : at + 4], "big")
        bitrate = _BITRATES[(header >> 12) & 15]
        if header & _FIXED != _EXPECTED or not bitrate:
            raise ValueError(f"no MP3 frame at byte {at}")
        length = 144_000 * bitrate // RATE + ((header >> 9) & 1)
        if at + length > len(view):
            raise ValueError(f"the last MP3 frame, at byte {at}, is cut short")
        yield view[at : at + length]
        at += length


def refers_back(frame: memoryview | bytes) -> int:
    """Give how many bytes before a frame its sound begins (`main_data_begin`); 0 in a frame that stands alone."""
    protected = not frame[1] & 1
    return int.from_bytes(frame[4 + 2 * protected : 6 + 2 * protected], "big") >> 7
