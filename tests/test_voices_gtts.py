"""gTTS, the real client, against a server that answers as Google's does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fakes import sound
from fakes.google import GOOD, PORTAL, Answer, Google, serving, spoken

from broadcast.campaign.campaign import VoiceChoice
from broadcast.voices import Budget, MachineSettings, Night, Voice, VoiceError, find

SENTENCE = "Công an không làm việc qua điện thoại."
LONG = (
    "Nếu có người gọi điện, xưng là công an, bảo bác chuyển tiền vào tài khoản để kiểm tra, "
    "thì bác hãy dừng lại, gác máy, và gọi cho con cháu hoặc công an xã nơi mình ở."
)


@dataclass
class Clock:
    """Time that passes only when someone sleeps."""

    now: float = 1_000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[Google]:
    with serving() as server:
        _point(monkeypatch, server)
        yield server


def _point(monkeypatch: pytest.MonkeyPatch, server: Google) -> None:
    monkeypatch.setattr("gtts.tts._translate_url", lambda tld="com", path="": server.url + path)
    monkeypatch.delenv("BROADCAST_OFFLINE", raising=False)


def _night(clock: Clock, budget: Budget | None = None) -> Night:
    return Night(budget or Budget("2024-11-20"), clock=clock, sleep=clock.sleep, chance=lambda: 0.5)


def _voice(clock: Clock, budget: Budget | None = None, **settings: str) -> Voice:
    return find(VoiceChoice("gtts", tuple(settings.items())), MachineSettings(), _night(clock, budget))


def _error(voice: Voice, sentence: str = SENTENCE) -> VoiceError:
    with pytest.raises(VoiceError) as caught:
        voice.speak(sentence)
    return caught.value


def test_a_sentence_is_one_request(google: Google, clock: Clock) -> None:
    speech = _voice(clock).speak(SENTENCE)
    assert google.asked == [SENTENCE]
    assert speech.rate == 24_000
    assert speech.samples.dtype == "float32"
    assert speech.seconds == pytest.approx(8 * 0.2, abs=0.1)


def test_a_long_sentence_is_cut_once_and_at_a_comma(google: Google, clock: Clock) -> None:
    speech = _voice(clock).speak(LONG)
    assert len(google.asked) == 2
    assert " ".join(google.asked) == LONG
    assert google.asked[0].endswith(",")
    assert all(len(piece) <= 100 for piece in google.asked)
    assert speech.seconds == pytest.approx(0.2 * 37, abs=0.6)


def test_requests_follow_each_other_a_second_apart(google: Google, clock: Clock) -> None:
    voice = _voice(clock)
    for _round in range(3):
        voice.speak(SENTENCE)
    assert clock.slept == [1.0, 1.0]


def test_a_429_is_obeyed(google: Google, clock: Clock) -> None:
    google.script = [Answer(429, b"", {"Retry-After": "17"})]
    _voice(clock).speak(SENTENCE)
    assert clock.slept == [17.0]


def test_a_429_that_gives_no_time_backs_off_exponentially(google: Google, clock: Clock) -> None:
    google.script = [Answer(429, b"")] * 3
    _voice(clock).speak(SENTENCE)
    assert clock.slept == [2.0, 4.0, 8.0]


def test_a_429_of_an_hour_ends_the_night(google: Google, clock: Clock) -> None:
    google.script = [Answer(429, b"", {"Retry-After": "3600"})]
    voice = _voice(clock)
    error = _error(voice)
    assert (error.kind, str(error)) == ("gone", "gtts is of no use this night: the answer was 429")
    assert _error(voice).kind == "gone"
    assert len(google.asked) == 1
    assert clock.slept == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(503, b"busy"), "the answer was 503"),
        (Answer(200, b""), "an answer without a sound"),
        (Answer(200, PORTAL), "an answer without a sound"),
        (Answer(302, b"", {"Location": "http://portal.invalid/"}), "an answer without a sound"),
        (Answer(200, b')]}\'\n\n[["wrb.fr","jQ1olc",null,null]]\n'), "an answer without a sound"),
        (Answer(cut=True), "no connection"),
        (Answer(reset=True), "no connection"),
        (Answer(200, spoken(b"ID3 no sound at all" * 40)), "this is not a sound that can be read"),
        (Answer(200, spoken(sound.tone(2.0, 0.0))), "what came is silent"),
        (Answer(200, spoken(sound.tone(0.3))), "0.3 s of sound cannot be 8 syllables"),
        (Answer(200, spoken(sound.tone(20.0))), "20.0 s of sound cannot be 8 syllables"),
    ],
)
def test_what_is_no_speech_is_asked_for_again(google: Google, clock: Clock, answer: Answer, reason: str) -> None:
    google.script = [answer] * 4
    voice = _voice(clock)
    error = _error(voice)
    assert error.kind == "transient"
    assert str(error) == f"gtts failed 4 times: {reason}"
    assert voice.speak(SENTENCE).seconds > 1  # the next request is answered well
    assert len(google.asked) == 5


def test_a_server_that_stalls_is_left(google: Google, clock: Clock) -> None:
    never = threading.Event()
    google.script = [Answer(stall=never)] * 2
    error = _error(_voice(clock, timeout="0.1", tries="2"))
    never.set()
    assert str(error) == "gtts failed 2 times: no answer in time"


def test_three_sentences_that_fail_in_a_row_end_the_night(google: Google, clock: Clock) -> None:
    google.script = [Answer(503, b"")] * 100
    voice = _voice(clock, tries="2")
    assert [_error(voice).kind for _round in range(5)] == ["transient", "transient", "transient", "gone", "gone"]
    assert str(_error(voice)) == "gtts has failed for 3 sentences in a row: the answer was 503"
    assert len(google.asked) == 6


def test_the_budget_of_a_night_outlives_the_run(google: Google, clock: Clock) -> None:
    budget = Budget("2024-11-20")
    voice = _voice(clock, budget, requests="2")
    voice.speak(SENTENCE)
    voice.speak(SENTENCE)
    error = _error(voice)
    assert error.kind == "budget"
    assert str(error).splitlines() == [
        "gtts has had its 2 requests of this night",
        "    what it has spoken is kept; the next night goes on from there",
    ]
    same_night = Budget.restore(budget.state(), "2024-11-20")
    assert _error(_voice(clock, same_night, requests="2")).kind == "budget"
    next_night = Budget.restore(budget.state(), "2024-11-21")
    assert _voice(clock, next_night, requests="2").speak(SENTENCE).seconds > 1
    assert len(google.asked) == 3


def test_a_run_has_so_many_minutes(google: Google, clock: Clock) -> None:
    google.script = [Answer(503, b"", {"Retry-After": "50"})] * 100
    voice = _voice(clock, minutes="2", tries="10")
    error = _error(voice)
    assert (error.kind, error.message) == ("budget", "gtts has had its 2 minutes of this run")
    assert clock.now - 1_000 <= 120


def test_a_certificate_of_nobody_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clock: Clock) -> None:
    with serving(_certificate(tmp_path)) as server:
        _point(monkeypatch, server)
        voice = _voice(clock, tries="1")
        assert str(_error(voice)) == "gtts failed 1 times: the certificate is not to be trusted"
        assert server.asked == []
        status = voice.status()
        assert (status.ready, status.reason) == (False, "the certificate is not to be trusted")


def test_a_certificate_of_a_known_authority_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clock: Clock
) -> None:
    certificate = _certificate(tmp_path)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "authority.pem"))
    with serving(certificate) as server:
        _point(monkeypatch, server)
        assert _voice(clock).speak(SENTENCE).seconds > 1


def _certificate(folder: Path) -> Path:
    trustme = pytest.importorskip("trustme")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(str(folder / "server.pem"))
    return folder / "server.pem"


def test_the_network_is_tried_once_a_run(google: Google, clock: Clock) -> None:
    night = _night(clock)
    voices = [find(VoiceChoice("gtts"), MachineSettings(), night) for _each in range(3)]
    assert [voice.status().ready for voice in voices] == [True, True, True]
    assert google.heads == 1
    assert google.asked == []


def test_offline_asks_nothing(google: Google, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADCAST_OFFLINE", "1")
    voice = _voice(clock)
    assert not voice.status().ready
    assert voice.status().reason == "the network is switched off (BROADCAST_OFFLINE)"
    assert _error(voice).kind == "gone"
    assert (google.heads, google.asked) == (0, [])


def test_nobody_there(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    with serving() as server:
        pass
    _point(monkeypatch, server)
    status = _voice(clock).status()
    assert (status.ready, status.reason) == (False, "no connection")


def test_text_without_a_letter_is_refused(google: Google, clock: Clock) -> None:
    error = _error(_voice(clock), "… — !")
    assert (error.kind, str(error)) == ("refused", "nothing to say in '… — !'")
    assert google.asked == []


def test_gtts_keeps_its_own_requests_afterwards(google: Google, clock: Clock) -> None:
    import gtts.tts
    import requests

    _voice(clock).speak(SENTENCE)
    assert gtts.tts.requests is requests
    assert GOOD.status == 200
