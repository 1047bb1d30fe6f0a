"""edge-tts, the real client, against a server that answers as Microsoft's does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from broadcast.campaign.campaign import VoiceChoice
from broadcast.errors import Faults
from broadcast.voices import MachineSettings, Night, Voice, VoiceError, find

pytest.importorskip("edge_tts", reason="the extra [edge] is not installed")

from fakes.microsoft import serving

if TYPE_CHECKING:
    from fakes.microsoft import Microsoft

SENTENCE = "Công an không làm việc qua điện thoại."


@pytest.fixture
def microsoft(monkeypatch: pytest.MonkeyPatch) -> Iterator[Microsoft]:
    monkeypatch.delenv("BROADCAST_OFFLINE", raising=False)
    with serving() as server:
        monkeypatch.setattr("edge_tts.communicate.WSS_URL", server.url)
        yield server


def _voice(slept: list[float], **settings: str) -> Voice:
    night = Night(clock=lambda: sum(slept), sleep=slept.append, chance=lambda: 0.5)
    return find(VoiceChoice("edge", tuple(settings.items())), MachineSettings(), night)


def test_a_sentence_is_one_request_to_the_speaker(microsoft: Microsoft) -> None:
    speech = _voice([], speaker="NamMinh", speed="-5").speak(SENTENCE)
    assert speech.rate == 24_000
    assert speech.seconds == pytest.approx(1.6, abs=0.1)
    assert len(microsoft.asked) == 1
    assert "(vi-VN, NamMinhNeural)" in microsoft.asked[0]
    assert "rate='-5%'" in microsoft.asked[0]
    assert SENTENCE in microsoft.asked[0]


def test_it_is_asked_with_the_manners_of_every_voice_of_the_network(microsoft: Microsoft) -> None:
    assert _voice([], pace="2.5", tries="1", timeout="1.5").speak(SENTENCE).seconds > 1
    with pytest.raises(Faults, match="timeout is out of bounds: 61") as caught:
        _voice([], timeout="61")
    assert caught.value.faults[0].hint == "from 0.1 to 60.0"


@pytest.mark.parametrize(
    ("turn", "reason"),
    [(503, "the answer was 503"), ("empty", "an answer without a sound")],
)
def test_a_failure_is_asked_again(microsoft: Microsoft, turn: int | str, reason: str) -> None:
    slept: list[float] = []
    microsoft.script = [turn, turn]
    voice = _voice(slept, tries="2")
    with pytest.raises(VoiceError, match=f"edge failed 2 times: {reason}") as caught:
        voice.speak(SENTENCE)
    assert caught.value.kind == "transient"
    assert slept == [7.0 if turn == 503 else 2.0]
    assert voice.speak(SENTENCE).seconds > 1


def test_half_a_sound_is_no_sound(microsoft: Microsoft) -> None:
    microsoft.script = ["cut"]
    with pytest.raises(VoiceError, match="edge failed 1 times: ") as caught:
        _voice([], tries="1").speak(SENTENCE + " " + SENTENCE * 3)
    assert caught.value.kind == "transient"


def test_a_403_ends_the_night_and_names_the_mend(microsoft: Microsoft) -> None:
    microsoft.script = [403, 403]
    with pytest.raises(VoiceError) as caught:
        _voice([]).speak(SENTENCE)
    assert caught.value.kind == "gone"
    assert str(caught.value) == (
        "edge is of no use this night: Microsoft refuses this release of edge-tts (pip install --upgrade edge-tts)"
    )


def test_a_speaker_of_another_language_is_not_known() -> None:
    with pytest.raises(Faults) as caught:
        _voice([], speaker="HoaiMi")
    assert str(caught.value) == "speaker cannot be HoaiMi\n    did you mean HoaiMy?"
