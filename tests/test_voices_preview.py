"""`broadcast preview`: one message as it is aired, and as it is heard from a horn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from built import tones
from campaigns import write_campaign
from click.testing import CliRunner
from programs import decoded

from broadcast.cli.preview import preview
from broadcast.errors import BroadcastError
from broadcast.voices.tone import pitch

FIRST = "Có người nhắn cho em thanh niên vừa xong học, mời đi làm lương cao, việc nhẹ."


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BROADCAST_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.chdir(tmp_path)
    write_campaign(tmp_path / "segments")


def _invoke(*args: str):
    return CliRunner(mix_stderr=False).invoke(preview, args)


def test_a_message_is_heard_as_it_will_be_aired(tmp_path: Path) -> None:
    result = _invoke("viec-nhe")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert len(lines) == 8
    assert lines[-1] == "Nhắc lại: một một ba."
    assert [hertz for _begin, _end, hertz in tones(tmp_path / "preview.mp3")] == [pitch(line) for line in lines]
    told = result.stderr.splitlines()
    assert told[0].startswith("preview.mp3: ")
    assert told[0].endswith(" s, -16.0 LUFS, spoken by tone")
    assert told[1] == "aired by 2 stations: dai-huyen, xa-mot"


def test_what_was_spoken_is_kept_for_the_build(tmp_path: Path) -> None:
    assert _invoke("viec-nhe").exit_code == 0
    assert len(list((tmp_path / "audio_out/.store/sentence").rglob("*"))) >= 9
    assert len([path for path in (tmp_path / "audio_out/.store/piece").rglob("*") if path.is_file()]) == 1


def test_from_a_horn_the_band_is_narrow_and_the_echo_comes_later(tmp_path: Path) -> None:
    args = ["viec-nhe", "--voice", "espeak", "--station", "dai-huyen"]
    assert _invoke(*args, "-o", "near.wav").exit_code == 0
    assert _invoke(*args, "-o", "far.wav", "--horn").exit_code == 0
    near, far = decoded(tmp_path / "near.wav", 44_100), decoded(tmp_path / "far.wav", 44_100)
    assert len(far) - len(near) == 44_100
    assert _share(far, 6_000, 16_000) < _share(near, 6_000, 16_000) / 10
    assert np.abs(far[-44_100:]).max() > 10 * np.abs(near[-4_410:]).max()


def _share(samples, low: float, high: float) -> float:
    """Give the share of the power between two frequencies in Hz."""
    power = np.abs(np.fft.rfft(samples)) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / 44_100)
    return float(power[(hertz > low) & (hertz < high)].sum() / power.sum())


def test_a_voice_that_is_not_there_gives_way(tmp_path: Path) -> None:
    write_campaign(tmp_path / "segments", edits={"campaign.yaml": ("- {name: tone}", "- gtts\n  - {name: tone}")})
    result = _invoke("viec-nhe")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == (
        "the voice gtts did not speak it: the network is switched off (BROADCAST_OFFLINE)"
    )
    assert result.stderr.splitlines()[1].endswith("spoken by tone")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["viec-nh"], "unknown message viec-nh\n    did you mean viec-nhe?"),
        (["viec-nhe", "-o", "a.ogg"], "a.ogg is neither .wav nor .mp3\n    write -o a.wav or -o a.mp3"),
        (["viec-nhe", "--station", "xa-hai"], (
            "the station xa-hai does not air this message\n    these do: dai-huyen, xa-mot"
        )),
        (["viec-nhe", "--voice", "espek"], "unknown voice espek\n    did you mean espeak?"),
        (["viec-nhe", "--voice", "gtts"], (
            "segments/messages/viec-nhe.yaml:1: no voice can speak it: "
            "gtts: the network is switched off (BROADCAST_OFFLINE)\n    broadcast doctor"
        )),
    ],
)  # fmt: skip
def test_preview_refuses_with_a_reason(args: list[str], message: str) -> None:
    result = _invoke(*args)
    assert isinstance(result.exception, BroadcastError)
    assert str(result.exception) == message


def test_a_message_that_no_station_airs(tmp_path: Path) -> None:
    write_campaign(
        tmp_path / "segments",
        edits={
            "stations.yaml": ("kind: district, languages: [vi]", "kind: district, languages: [tay]"),
            "messages/viec-nhe.yaml": ("class:", "kinds: [district]\nclass:"),
        },
    )
    result = _invoke("viec-nhe")
    assert isinstance(result.exception, BroadcastError)
    assert result.exception.message == "no station airs viec-nhe"
