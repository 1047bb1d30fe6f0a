"""Sentences in, sounds out: as many, whoever speaks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
from campaigns import write_campaign

from broadcast.build.hearing import airing, hear, message
from broadcast.campaign import read
from broadcast.campaign.campaign import VoiceChoice
from broadcast.sound.encode import heard
from broadcast.voices import MachineSettings, Night, Voice, find
from broadcast.voices.voice import READY

SPEAKER = """
import io, math, struct, sys, wave
count = round(len(sys.stdin.read().split()) * 0.2 * 16_000)
file = wave.open(sys.stdout.buffer, "wb")
file.setnchannels(1); file.setsampwidth(2); file.setframerate(16_000)
file.writeframes(b"".join(struct.pack("<h", int(9_000 * math.sin(0.2 * i))) for i in range(count)))
"""
Opened = tuple[pytest.MonkeyPatch, ExitStack, Path]


def _plain(name: str) -> Callable[[Opened], Voice]:
    return lambda _opened: find(VoiceChoice(name), MachineSettings())


def _command(_opened: Opened) -> Voice:
    return find(VoiceChoice("command"), MachineSettings((sys.executable, "-c", SPEAKER)))


def _gtts(opened: Opened) -> Voice:
    from fakes.google import serving

    patch, stack, _folder = opened
    server = stack.enter_context(serving())
    patch.setattr("gtts.tts._translate_url", lambda tld="com", path="": server.url + path)
    return find(VoiceChoice("gtts", (("pace", "0"),)), MachineSettings(), Night())


def _edge(opened: Opened) -> Voice:
    pytest.importorskip("edge_tts", reason="the extra [edge] is not installed")
    from fakes.microsoft import serving

    patch, stack, _folder = opened
    patch.setattr("edge_tts.communicate.WSS_URL", stack.enter_context(serving()).url)
    patch.setattr("broadcast.voices.edge.Edge.status", lambda _voice: READY)  # the probe would ask Microsoft
    return find(VoiceChoice("edge", (("pace", "0"),)), MachineSettings(), Night())


def _piper(opened: Opened) -> Voice:
    pytest.importorskip("piper", reason="the extra [piper] is not installed")
    pytest.importorskip("onnx", reason="onnx is not installed")
    from fakes.model import write_model

    write_model(opened[2], "vi_VN-vais1000-medium")
    return find(VoiceChoice("piper"), MachineSettings(models=opened[2]))


VOICES = {
    "espeak": _plain("espeak"), "tone": _plain("tone"), "command": _command,
    "gtts": _gtts, "edge": _edge, "piper": _piper,
}  # fmt: skip


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Opened]:
    monkeypatch.delenv("BROADCAST_OFFLINE", raising=False)
    with ExitStack() as stack:
        yield monkeypatch, stack, tmp_path


@pytest.mark.parametrize("name", VOICES)
def test_as_many_sounds_as_sentences(opened: Opened, tmp_path: Path, name: str) -> None:
    campaign = read(write_campaign(tmp_path / "segments"))
    segment = message(campaign, "viec-nhe")
    hearing = hear(campaign, segment, airing(campaign, segment)[0], [VOICES[name](opened)], tmp_path / "store")
    assert hearing.voice == name
    sentences = [words for take in hearing.takes for words in take.sentences]
    assert len(sentences) == len(hearing.sound.spans) == 8
    loud = np.flatnonzero(np.abs(heard(hearing.sound.frames)) > 0.02) / 44_100
    inside = [loud[(loud > begin - 0.2) & (loud < end + 0.2)] for begin, end in hearing.sound.spans]
    assert sum(map(len, inside)) == len(loud), "nothing sounds between the sentences"
    for sound, (begin, end) in zip(inside, hearing.sound.spans, strict=True):
        assert sound[0] == pytest.approx(begin, abs=0.15)
        assert sound[-1] == pytest.approx(end, abs=0.15)
