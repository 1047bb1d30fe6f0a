"""`broadcast voices`, `say` and `doctor`, as their users see them."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import pytest
from campaigns import write_campaign
from click.testing import CliRunner

from broadcast.cli.doctor import doctor
from broadcast.cli.say import say
from broadcast.cli.voices import voices
from broadcast.errors import BroadcastError


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BROADCAST_OFFLINE", "1")
    monkeypatch.setenv("BROADCAST_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.chdir(tmp_path)


def test_voices_tells_of_each_what_it_needs() -> None:
    result = CliRunner().invoke(voices, ["--json"])
    found = {each["name"]: each for each in json.loads(result.output)}
    assert {"espeak", "gtts", "edge", "piper", "command", "tone"} <= set(found)
    assert found["espeak"] == {
        "name": "espeak", "ready": True, "reason": "", "mend": "",
        "rate": 22_050, "licence": "GPL-3.0-or-later", "network": False,
    }  # fmt: skip
    assert found["gtts"]["reason"] == "the network is switched off (BROADCAST_OFFLINE)"
    lines = CliRunner().invoke(voices, []).output.splitlines()
    assert lines[lines.index("espeak     ready") + 1] == (
        "           22050 Hz; works without a network; licence: GPL-3.0-or-later"
    )


def test_say_writes_a_wav_of_what_it_read(tmp_path: Path) -> None:
    result = CliRunner().invoke(say, ["Gọi ngay 113. Nhắc lại: 113!", "--voice", "tone"])
    assert result.exit_code == 0
    assert result.output.splitlines()[:2] == ["Gọi ngay một một ba.", "Nhắc lại: một một ba!"]
    with wave.open(str(tmp_path / "say.wav")) as sound:
        assert sound.getframerate() == 44_100
        assert sound.getnframes() / 44_100 == pytest.approx(10 * 0.2 + 0.5, abs=0.01)


def test_say_writes_an_mp3_with_settings_of_the_voice(tmp_path: Path) -> None:
    args = ["Chào bà con", "--set", "rate=100", "-o", "x.mp3"]
    assert CliRunner().invoke(say, args).exit_code == 0
    assert (tmp_path / "x.mp3").read_bytes()[:2] == b"\xff\xfb"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["…"], "nothing to say in '…'"),
        (["a", "-o", "a.ogg"], "a.ogg is neither .wav nor .mp3\n    write -o a.wav or -o a.mp3"),
        (["a", "--voice", "espek"], "unknown voice espek\n    did you mean espeak?"),
        (["a", "--voice", "gtts"], "no voice is ready\n    unset BROADCAST_OFFLINE"),
    ],
)
def test_say_refuses_with_a_reason(args: list[str], message: str) -> None:
    result = CliRunner().invoke(say, args)
    assert isinstance(result.exception, BroadcastError)
    assert str(result.exception) == message


def test_doctor_finds_a_healthy_machine(tmp_path: Path) -> None:
    write_campaign(tmp_path / "segments")
    result = CliRunner().invoke(doctor, ["--campaign", "segments"])
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[1] == "well   packages: all are here"
    assert lines[5] == "well   permission: audio_out can be written"
    assert "well   voice espeak: ready" in lines
    assert "lacks  voice gtts: the network is switched off (BROADCAST_OFFLINE) → unset BROADCAST_OFFLINE" in lines


def test_doctor_fails_without_a_campaign() -> None:
    result = CliRunner().invoke(doctor, [])
    assert result.exit_code == 1
    assert any(line.startswith("FAULT  campaign: ") for line in result.output.splitlines())
