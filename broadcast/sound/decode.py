"""Decoding: whatever a phone or a studio wrote becomes mono samples, within stated bounds, or a reason why not."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import av
import numpy as np
import soxr

from broadcast.errors import BroadcastError, Place
from broadcast.i18n import _
from broadcast.sound import RATE
from broadcast.sound.wholeness import missing

if TYPE_CHECKING:
    import numpy.typing as npt
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler
    from av.audio.stream import AudioStream
    from av.container import InputContainer

    Samples = npt.NDArray[np.float32]

LONGEST = 600.0  # seconds; a programme has 300
SHORTEST = 0.05  # seconds; less is nobody's recording
# Without such a list a playlist called .mp3 makes the demuxer open the addresses that stand in it.
_FORMATS = "mov,mp4,m4a,3gp,mp3,wav,w64,flac,ogg,amr,aac,matroska,webm,aiff,caf,asf,au,mpegts"
_MISSING = 0.5  # seconds that may be missing against what the header promises


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """A sound: float32, (samples,), −1…1, and its rate in Hz."""

    samples: Samples
    rate: int

    @property
    def seconds(self) -> float:
        """Give the length in seconds."""
        return len(self.samples) / self.rate


def decode(source: Path | bytes, rate: int = RATE, longest: float = LONGEST) -> Samples:
    """Decode any sound that phones, studios and voices write to float32, (samples,), mono, at `rate` Hz.

    M4A, AMR, OGG, Opus, MP3, WAV, FLAC, WMA, AIFF, WebM and the sound of videos; channels are averaged.

    Args:
        source: a file, or its bytes.
        rate: in Hz.
        longest: seconds; a longer sound is refused before all of it is in memory.

    Raises:
        BroadcastError: there is no such file, it is no sound, cut short, empty or too long.
    """
    at = Place(str(source)) if isinstance(source, Path) else None
    with _explained(at), _file(source, at) as file, _opened(file) as container:
        if not container.streams.audio:
            raise BroadcastError(_("there is no sound in this file"), at, _RECORD_AGAIN())
        stream = container.streams.audio[0]
        samples = _bounded(_decoded(container, stream, rate), rate, longest, at)
        promised = _promised(container, stream)
    seconds = len(samples) / rate
    if seconds < SHORTEST:
        raise BroadcastError(_("this recording is empty"), at, _RECORD_AGAIN())
    if promised and seconds < promised * 0.98 - _MISSING:
        message = _("this sound is cut short: {found:.1f} s of {promised:.1f} s are there")
        raise BroadcastError(message.format(found=seconds, promised=promised), at, _("copy the file again"))
    return samples


def resample(samples: Samples, from_rate: int, to_rate: int) -> Samples:
    """Change the sample rate in Hz (soxr, HQ); float32 in and out."""
    if from_rate == to_rate:
        return samples
    changed: Samples = soxr.resample(np.asarray(samples, np.float32), from_rate, to_rate, quality="HQ")
    return changed


def _RECORD_AGAIN() -> str:  # noqa: N802 - a message that is translated when it is shown
    return _("record or export it again as M4A, MP3 or WAV")


@contextmanager
def _explained(at: Place | None) -> Iterator[None]:
    """Turn what libav says into what a user can mend."""
    try:
        yield
    except FileNotFoundError as error:
        raise BroadcastError(_("there is no such file"), at) from error
    except PermissionError as error:
        raise BroadcastError(_("this file may not be read"), at) from error
    except IsADirectoryError as error:
        raise BroadcastError(_("this is a folder, not a sound"), at) from error
    except (av.FFmpegError, OSError, ValueError) as error:
        raise BroadcastError(_("this is not a sound that can be read"), at, _RECORD_AGAIN()) from error


@contextmanager
def _file(source: Path | bytes, at: Place | None) -> Iterator[BinaryIO]:
    """Open a file that is neither empty nor cut short; through Python, so that a path is never taken for an address."""
    with source.open("rb") if isinstance(source, Path) else io.BytesIO(source) as file:
        if not file.read(1):
            raise BroadcastError(_("this file is empty"), at, _RECORD_AGAIN())
        lacking = missing(file)
        if lacking:
            message = _("this sound is cut short: {lacking} bytes are missing at its end").format(lacking=lacking)
            raise BroadcastError(message, at, _("copy the file again"))
        yield file


@contextmanager
def _opened(file: BinaryIO) -> Iterator[InputContainer]:
    # a title in another encoding must not make a recording unreadable: PyAV 19 knows that by itself
    lenient: dict[str, Any] = {} if int(av.__version__.partition(".")[0]) >= 19 else {"metadata_errors": "replace"}
    with av.open(file, "r", options={"format_whitelist": _FORMATS}, **lenient) as container:
        yield container


def _promised(container: InputContainer, stream: AudioStream) -> float:
    """Give the seconds that the file's header promises; 0 where it says nothing."""
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return container.duration / av.time_base if container.duration else 0.0


def _decoded(container: InputContainer, stream: AudioStream, rate: int) -> Iterator[Samples]:
    """Yield mono chunks at `rate`; a file that changes its rate or layout half way is followed."""
    planes: AudioResampler | None = None
    changer: soxr.ResampleStream | None = None
    shape: tuple[int, str] | None = None
    for frame in _frames(container, stream):
        if planes is None or shape != (frame.sample_rate, frame.layout.name):
            yield from _flushed(planes, changer)
            shape = (frame.sample_rate, frame.layout.name)
            planes = av.AudioResampler(format="fltp")
            changer = soxr.ResampleStream(frame.sample_rate, rate, 1, dtype="float32", quality="HQ")
        for part in planes.resample(frame):
            yield changer.resample_chunk(_mono(part))  # type: ignore[union-attr]
    yield from _flushed(planes, changer)


def _flushed(planes: AudioResampler | None, changer: soxr.ResampleStream | None) -> Iterator[Samples]:
    if planes and changer:
        for part in planes.resample(None):
            yield changer.resample_chunk(_mono(part))
        yield changer.resample_chunk(np.zeros(0, np.float32), last=True)


def _mono(frame: AudioFrame) -> Samples:
    """Average the channels; libswresample's own way makes two equal ones 3 dB louder."""
    averaged: Samples = frame.to_ndarray().mean(axis=0, dtype=np.float32)
    return averaged


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """Yield what can be decoded; a damaged packet, as at the end of a cut file, is passed over."""
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            continue
        for frame in frames:
            frame.pts = None  # stray time stamps of broken files would stop the resampler
            yield frame


def _bounded(chunks: Iterator[Samples], rate: int, longest: float, at: Place | None) -> Samples:
    kept: list[Samples] = []
    room = round(longest * rate)
    for chunk in chunks:
        room -= len(chunk)
        if room < 0:
            message = _("this sound is longer than {longest:.0f} s").format(longest=longest)
            raise BroadcastError(message, at, _("cut it into shorter recordings"))
        kept.append(chunk)
    return np.concatenate(kept) if kept else np.zeros(0, np.float32)
