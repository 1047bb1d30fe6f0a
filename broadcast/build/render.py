"""Rendering: a recipe becomes sound once, and lies in the store from then on."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from broadcast.build.compose import compose
from broadcast.build.recipe import Piece, Source, Take, digest
from broadcast.build.store import Record, Store
from broadcast.plan.recorded import VOICED
from broadcast.sound import RATE
from broadcast.spoken import syllables

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from broadcast.campaign.campaign import SoundSettings
    from broadcast.voices.voice import Speech, Voice, VoiceError

    Samples = npt.NDArray[np.float32]

_FULL_SCALE = 32_767
_CEILING = -2.5  # dBTP of a take that stands beside others; the piece is levelled again as a whole


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished piece: MP3 frames and what was measured on them after decoding.

    `spans` are the seconds from the piece's head at which each sentence begins and ends, or one span for a
    recording of them all; takes in other languages have none. `blocks` are K-weighted powers per MP3 frame,
    float32.
    """

    frames: bytes
    blocks: npt.NDArray[np.float32]
    seconds: float
    lufs: float
    dbtp: float
    spans: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, record: Record) -> Rendered:
        """Give the piece that lies in a record of the store."""
        import numpy as np

        meta, cut = record.meta, record.meta["frames"]
        blocks = np.frombuffer(record.payload[cut:], np.float32)
        spans = tuple((start, end) for start, end in meta["spans"])
        return cls(record.payload[:cut], blocks, meta["seconds"], meta["lufs"], meta["dbtp"], spans)


class Renderer:
    """Makes pieces with one voice, and keeps every sentence and every piece in the store.

    Safe for threads. A music file is decoded once.
    """

    def __init__(self, store: Store, voice: Voice) -> None:
        self._store = store
        self._voice = voice
        self._music: dict[str, Samples] = {}
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._closed: VoiceError | None = None

    def has(self, piece: Piece) -> bool:
        """Tell whether the piece lies in the store."""
        return self._store.has("piece", piece.key)

    def render(self, piece: Piece) -> Record:
        """Give the piece, from the store or made now.

        Raises:
            VoiceError: the voice cannot speak one of its sentences now.
            BroadcastError: a file cannot be decoded, or the disk is full.
        """
        return self._store.get("piece", piece.key) or self._make(piece)

    def _require(self, piece: Piece) -> None:
        """Ask whether the voice is there before anything heavy is loaded, and only when it is needed."""
        wanted = (words for take in piece.takes if not take.recording for words in take.sentences)
        if any(not self._store.has("sentence", self._name(words)) for words in wanted):
            self._open()

    def _open(self) -> None:
        from broadcast.voices.voice import VoiceError

        if self._closed is None:
            status = self._voice.status()
            if not status.ready:
                self._closed = VoiceError("gone", status.reason, hint=status.mend or None)
        if self._closed is not None:
            raise self._closed

    def _name(self, words: str) -> str:
        return digest([self._voice.key, words])

    def _make(self, piece: Piece) -> Record:
        self._require(piece)
        from broadcast.sound.encode import LEAD
        from broadcast.sound.piece import finish

        speech, spans = self._speech(piece)
        music = [self._decoded(source) for source in piece.music]
        whole, before = compose(piece.kind, speech, music, piece.sound)
        finished = finish(whole, piece.profile, piece.sound.loudness, piece.sound.true_peak)
        offset = before + LEAD
        meta = {
            "frames": len(finished.mp3),
            "seconds": finished.seconds,
            "lufs": finished.lufs,
            "dbtp": finished.dbtp,
            "spans": [[round(start + offset, 4), round(end + offset, 4)] for start, end in spans],
        }
        return self._store.put("piece", piece.key, meta, finished.mp3 + finished.blocks.tobytes())

    def _speech(self, piece: Piece) -> tuple[Samples, list[tuple[float, float]]]:
        """Speak the takes of a piece; give the sound, processed and levelled, and the spans of its lines."""
        from broadcast.sound import mix, speech
        from broadcast.sound.level import level

        takes = [self._take(take, piece.sound) for take in piece.takes]
        parts = [speech.process(words.samples, piece.profile, words.rate) for words, _spans in takes]
        if len(takes) > 1:  # each language as loud as the other
            parts = [level(part, piece.sound.loudness, _CEILING) for part in parts]
        joined = mix.join(parts, piece.sound.gap)
        starts = accumulate((len(part) / RATE + piece.sound.gap for part in parts), initial=0.0)
        spans = [(at + begin, at + end) for at, (_words, own) in zip(starts, takes, strict=False) for begin, end in own]
        if piece.music and parts:  # so that the music's gains count from the same loudness whoever speaks
            joined = level(joined, piece.sound.loudness, piece.sound.true_peak)
        return joined, spans

    def _take(self, take: Take, settings: SoundSettings) -> tuple[Speech, list[tuple[float, float]]]:
        """Give a take, and where its lines are heard: each sentence, or all of a recording of lines in one."""
        from broadcast.sound import mix
        from broadcast.sound.decode import resample
        from broadcast.sound.recording import usable
        from broadcast.voices.voice import Speech

        if take.recording:
            words = Speech(usable(take.recording.path), RATE)
            return words, [(0.0, words.seconds)] if take.language == VOICED else []
        parts = self._paced(take, [self._sentence(words) for words in take.sentences], settings.pace)
        starts = accumulate((part.seconds + settings.pause for part in parts), initial=0.0)
        spans = [(start, start + part.seconds) for start, part in zip(starts, parts, strict=False)]
        rate = max(part.rate for part in parts)  # one and the same, unless a service changed its mind
        alike = [resample(part.samples, part.rate, rate) for part in parts]
        return Speech(mix.join(alike, settings.pause, rate), rate), spans

    def _paced(self, take: Take, parts: list[Speech], pace: float) -> list[Speech]:
        """Bring a voice of the network to the campaign's pace; the others have settings for their speed."""
        from broadcast.sound import tempo

        if not self._voice.network:
            return parts
        wanted = sum(map(syllables, take.sentences)) * 60 / pace
        fitting = tempo.fitting(sum(part.seconds for part in parts), wanted)
        return [replace(part, samples=tempo.change(part.samples, part.rate, fitting)) for part in parts]

    def _sentence(self, words: str) -> Speech:
        """Give one sentence; the engine is asked once in its life."""
        import numpy as np

        from broadcast.voices.voice import Speech

        key = self._name(words)
        with self._lock:
            turn = self._turns.setdefault(key, threading.Lock())
        with turn:  # pieces of two profiles share their sentences: the second waits and finds it in the store
            record = self._store.get("sentence", key)
            if record is None:
                spoken = self._speak(words)
                pcm = np.rint(np.clip(spoken.samples, -1, 1) * _FULL_SCALE).astype("<i2")
                record = self._store.put("sentence", key, {"rate": spoken.rate, "words": words}, pcm.tobytes())
        samples = np.frombuffer(record.payload, "<i2").astype(np.float32) / np.float32(_FULL_SCALE)
        return Speech(samples, record.meta["rate"])

    def _speak(self, words: str) -> Speech:
        from broadcast.voices.voice import VoiceError, ends_the_night

        self._open()
        try:
            return self._voice.speak(words)
        except VoiceError as error:
            if ends_the_night(error):
                self._closed = error
            raise

    def _decoded(self, source: Source) -> Samples:
        from broadcast.sound.decode import decode

        with self._lock:
            known = self._music.get(source.sha256)
            if known is None:
                known = self._music[source.sha256] = decode(source.path)
            return known
