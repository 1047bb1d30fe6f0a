"""Piper's neural voices: natural, offline, from any ONNX model that lies on this machine."""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadcast.errors import BroadcastError
from broadcast.files import write_whole
from broadcast.i18n import _
from broadcast.voices import settings
from broadcast.voices.models import LICENCES
from broadcast.voices.reception import checked
from broadcast.voices.service import Failure
from broadcast.voices.voice import READY, Foreign, Speech, Status, VoiceError, clean

if TYPE_CHECKING:
    from piper import PiperVoice, SynthesisConfig

    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.voices.machine import MachineSettings
    from broadcast.voices.night import Night


@dataclass(frozen=True, slots=True)
class PiperSettings:
    """`model`: the name of a model in the machine's folder; `speaker`: its number; `speed`: 1 is the model's own."""

    model: str = settings.word("vi_VN-vais1000-medium")
    speaker: int = settings.number(0, 0, 10_000)
    speed: float = settings.number(1.0, 0.5, 2.0)


class Piper:
    """One model, loaded when it first speaks."""

    name = "piper"
    foreign: Foreign = "respell"
    network = False

    def __init__(self, chosen: PiperSettings, folder: Path) -> None:
        self._chosen = chosen
        self._model = folder / f"{chosen.model}.onnx"
        self._config = folder / f"{chosen.model}.onnx.json"
        self._lock = threading.Lock()
        self._loaded: PiperVoice | None = None
        self.licence = LICENCES.get(chosen.model, _("see the model's card"))

    @property
    def key(self) -> str:
        """Name the model by its bytes, then speaker and speed."""
        print_ = _fingerprint(self._model) + _fingerprint(self._config)
        return f"piper/1/{self._chosen.model}/{print_}/{self._chosen.speaker}/{self._chosen.speed}"

    @property
    def rate(self) -> int:
        """Give the model's sample rate in Hz; 0 when there is no model."""
        try:
            return int(json.loads(self._config.read_text("utf-8"))["audio"]["sample_rate"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def status(self) -> Status:
        """Tell whether package and model are here; the model is loaded when it first speaks."""
        if find_spec("piper") is None:
            return Status(False, _("the package piper-tts is missing"), "pip install 'broadcast[piper]'")
        for path in (self._model, self._config):
            if not path.is_file():
                return Status(
                    False,
                    _("{path} is missing").format(path=path),
                    f"broadcast voices install {self._chosen.model}",
                )
        return READY

    def speak(self, sentence: str) -> Speech:
        """Speak one sentence; float32 at the model's rate."""
        words = clean(sentence)
        status = self.status()
        if not status.ready:
            raise VoiceError("gone", status.reason, hint=status.mend)
        onnx: Any = import_module("onnxruntime.capi.onnxruntime_pybind11_state")
        broken = (onnx.Fail, onnx.InvalidArgument, onnx.RuntimeException, onnx.InvalidGraph, onnx.InvalidProtobuf)
        try:
            with self._lock:
                return checked(self._sound(words), words)
        except Failure as failure:
            raise VoiceError("refused", _("piper: {reason}").format(reason=failure.reason)) from failure
        except (*broken, onnx.NoSuchFile, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise VoiceError(
                "gone",
                _("the model {path} does not work: {reason}").format(path=self._model, reason=str(error)[:200]),
                hint=f"broadcast voices install --again {self._chosen.model}",
            ) from error

    def _sound(self, words: str) -> Speech:
        import numpy as np

        if self._loaded is None:
            from piper import PiperVoice

            self._loaded = PiperVoice.load(self._model)
        chunks = list(self._loaded.synthesize(words, self._how(self._loaded)))
        if not chunks:
            raise Failure(_("what came is silent"))
        samples = np.concatenate([chunk.audio_float_array.reshape(-1) for chunk in chunks])
        return Speech(samples.astype(np.float32), chunks[0].sample_rate)

    def _how(self, voice: PiperVoice) -> SynthesisConfig:
        from piper import SynthesisConfig

        speakers = voice.config.num_speakers
        if self._chosen.speaker >= max(speakers, 1):
            raise Failure(
                _("the model has {count} speakers, from 0; there is no {speaker}").format(
                    count=max(speakers, 1), speaker=self._chosen.speaker
                )
            )
        return SynthesisConfig(
            speaker_id=self._chosen.speaker if speakers > 1 else None,
            length_scale=voice.config.length_scale / self._chosen.speed,
        )


def make(choice: VoiceChoice, machine: MachineSettings, night: Night) -> Piper:
    """Make the voice that a campaign asks for.

    Raises:
        BroadcastError: a setting is wrong, or the model is a path (paths belong to the machine).
    """
    chosen = settings.read(choice, PiperSettings)
    if Path(chosen.model).name != chosen.model or "\\" in chosen.model or not chosen.model:
        raise BroadcastError(
            _("model must be a name, not a path: {model}").format(model=chosen.model),
            choice.at,
            _("put the files into {folder}, or set models in config.toml").format(folder=machine.models),
        )
    return Piper(chosen, machine.models)


def _fingerprint(path: Path) -> str:
    """Hash a file; for big ones the hash is kept beside the file, with the size and time it was made from."""
    try:
        stat = path.stat()
        kept = path.with_name(f"{path.name}.sum")
        state = f"{stat.st_size} {stat.st_mtime_ns}"
        if kept.exists() and (found := kept.read_text("utf-8")).startswith(f"{state} "):
            return found.split()[-1]
        with path.open("rb") as file:
            made = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    except OSError:
        return "-"
    if stat.st_size > 1 << 20:
        _keep(kept, f"{state} {made}")
    return made


def _keep(path: Path, line: str) -> None:
    try:
        write_whole(path, line.encode())
    except BroadcastError:
        return  # a folder of the administrator's: the next run hashes again
