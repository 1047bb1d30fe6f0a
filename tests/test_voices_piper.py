"""Piper, the real engine, with a small ONNX voice; and its installer, with piper's own downloader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from broadcast.campaign.campaign import VoiceChoice
from broadcast.errors import BroadcastError
from broadcast.voices import MachineSettings, Voice, VoiceError, find
from broadcast.voices.install import Wire, install

pytest.importorskip("piper", reason="the extra [piper] is not installed")
pytest.importorskip("onnx", reason="onnx is not installed")

from fakes.hub import Hub, serving
from fakes.model import A_PHONEME, RATE, write_model

NAME = "vi_VN-vais1000-medium"
SENTENCE = "Công an không làm việc qua điện thoại."


def _voice(folder: Path, **settings: str) -> Voice:
    return find(VoiceChoice("piper", tuple(settings.items())), MachineSettings(models=folder))


def _pitch(samples: np.ndarray, rate: int) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(samples))) * rate / len(samples))


def test_a_model_speaks_at_its_own_rate(tmp_path: Path) -> None:
    write_model(tmp_path, NAME)
    voice = _voice(tmp_path)
    assert voice.status().ready
    assert voice.rate == RATE
    speech = voice.speak(SENTENCE)
    assert speech.rate == RATE
    assert speech.samples.dtype == np.float32
    assert speech.seconds > 20 * A_PHONEME / RATE
    assert _pitch(speech.samples, RATE) == pytest.approx(200, abs=3)


def test_speed_and_speaker_change_the_sound_and_the_key(tmp_path: Path) -> None:
    write_model(tmp_path, NAME, speakers=3)
    plain, fast, third = _voice(tmp_path), _voice(tmp_path, speed="1.25"), _voice(tmp_path, speaker="2")
    assert len({plain.key, fast.key, third.key}) == 3
    length = plain.speak(SENTENCE).seconds
    assert fast.speak(SENTENCE).seconds == pytest.approx(length / 1.25, abs=0.03)
    assert _pitch(third.speak(SENTENCE).samples, RATE) == pytest.approx(600, abs=3)


def test_another_model_under_the_same_name_is_another_key(tmp_path: Path) -> None:
    write_model(tmp_path, NAME)
    before = _voice(tmp_path).key
    write_model(tmp_path, NAME, level=0.2)
    assert _voice(tmp_path).key != before


def test_a_missing_model_names_the_mend(tmp_path: Path) -> None:
    voice = _voice(tmp_path)
    status = voice.status()
    assert (status.ready, status.reason) == (False, f"{tmp_path / NAME}.onnx is missing")
    assert status.mend == f"broadcast voices install {NAME}"
    with pytest.raises(VoiceError) as caught:
        voice.speak(SENTENCE)
    assert caught.value.kind == "gone"


@pytest.mark.parametrize(("end", "data"), [(".onnx", b"no model"), (".onnx.json", b"{}"), (".onnx.json", b"\xff")])
def test_a_broken_model_is_gone_for_the_run(tmp_path: Path, end: str, data: bytes) -> None:
    write_model(tmp_path, NAME)
    (tmp_path / f"{NAME}{end}").write_bytes(data)
    with pytest.raises(VoiceError, match="does not work") as caught:
        _voice(tmp_path).speak(SENTENCE)
    assert caught.value.kind == "gone"
    assert caught.value.hint == f"broadcast voices install --again {NAME}"


def test_a_dumb_model_is_noticed(tmp_path: Path) -> None:
    write_model(tmp_path, NAME, level=0.0)
    with pytest.raises(VoiceError) as caught:
        _voice(tmp_path).speak(SENTENCE)
    assert (caught.value.kind, str(caught.value)) == ("refused", "piper: what came is silent")


def test_a_speaker_that_is_not_there(tmp_path: Path) -> None:
    write_model(tmp_path, NAME, speakers=2)
    with pytest.raises(VoiceError) as caught:
        _voice(tmp_path, speaker="2").speak(SENTENCE)
    assert str(caught.value) == "piper: the model has 2 speakers, from 0; there is no 2"


def test_a_campaign_cannot_name_a_path(tmp_path: Path) -> None:
    with pytest.raises(BroadcastError) as caught:
        _voice(tmp_path, model="../../etc/voice")
    assert caught.value.message == "model must be a name, not a path: ../../etc/voice"


def test_espeak_and_piper_share_a_process(tmp_path: Path) -> None:
    write_model(tmp_path, NAME)
    espeak, piper = find(VoiceChoice("espeak"), MachineSettings()), _voice(tmp_path)
    before, one = espeak.speak(SENTENCE), piper.speak(SENTENCE)
    after, two = espeak.speak(SENTENCE), piper.speak(SENTENCE)
    assert before.seconds == pytest.approx(after.seconds, rel=0.02)
    assert one.seconds == two.seconds


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    write_model(tmp_path / "offered", NAME)
    with serving() as server:
        server.offer(NAME, tmp_path / "offered")
        monkeypatch.setattr("piper.download_voices.VOICES_JSON", f"{server.url}/voices.json?download=true")
        form = server.url + "/{lang_code}/{lang_code}-{voice_name}-{voice_quality}{extension}?download=true"
        monkeypatch.setattr("piper.download_voices.URL_FORMAT", form)
        yield server


def test_a_model_is_installed_and_speaks(hub: Hub, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    done = install(NAME, folder)
    assert (done.model, done.licence) == (folder / f"{NAME}.onnx", "CC BY 4.0")
    assert _voice(folder).speak(SENTENCE).seconds > 1
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == [f"{NAME}.onnx", f"{NAME}.onnx.json"]
    assert list((folder / ".unfinished").iterdir()) == []
    asked = len(hub.asked)
    install(NAME, folder)
    assert len(hub.asked) == asked


def test_a_line_that_drops_goes_on_where_it_was_cut(hub: Hub, tmp_path: Path) -> None:
    hub.cuts = [300, 200]
    slept: list[float] = []
    install(NAME, tmp_path / "models", Wire(sleep=slept.append))
    assert slept == [2.0, 4.0]
    ranges = [begin for name, begin in hub.asked if name.endswith(".onnx")]
    assert ranges == ["", "bytes=300-", "bytes=500-"]
    assert (tmp_path / "models" / f"{NAME}.onnx").read_bytes() == hub.files[f"{NAME}.onnx"]


def test_a_run_that_gave_up_is_gone_on_with(hub: Hub, tmp_path: Path) -> None:
    hub.cuts = [100] * 5
    folder = tmp_path / "models"
    with pytest.raises(BroadcastError) as caught:
        install(NAME, folder, Wire(sleep=lambda _seconds: None))
    assert str(caught.value) == (f"{NAME}.onnx was cut off at 0.0 MB\n    run the command again; it goes on from there")
    assert not (folder / f"{NAME}.onnx").exists()
    install(NAME, folder)
    assert hub.asked[-2][1] == "bytes=500-" or hub.asked[-1][1] == "bytes=500-"
    assert (folder / f"{NAME}.onnx").read_bytes() == hub.files[f"{NAME}.onnx"]


def test_what_is_not_what_was_promised_is_not_kept(hub: Hub, tmp_path: Path) -> None:
    data = hub.files[f"{NAME}.onnx"]
    hub.files[f"{NAME}.onnx"] = data[:-1] + bytes([data[-1] ^ 1])
    with pytest.raises(BroadcastError, match="is not what the catalogue promises; it was not kept"):
        install(NAME, tmp_path / "models")
    assert not (tmp_path / "models" / f"{NAME}.onnx").exists()
    hub.files[f"{NAME}.onnx"] = data
    assert install(NAME, tmp_path / "models").bytes == len(data)


def test_a_captive_portal_is_no_catalogue(hub: Hub, tmp_path: Path) -> None:
    hub.files["voices.json"] = b"<!doctype html>"
    with pytest.raises(BroadcastError, match="the catalogue of models does not list"):
        install(NAME, tmp_path / "models")


def test_an_unknown_model_is_asked_back(tmp_path: Path) -> None:
    with pytest.raises(BroadcastError) as caught:
        install("vi_VN-vais1000", tmp_path)
    assert str(caught.value) == f"unknown model vi_VN-vais1000\n    did you mean {NAME}?"
