"""The ladder: the best voice where it can, one voice a programme, and never silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from built import DAYS
from campaigns import write_campaign
from fakes.google import Answer, Google, serving
from nightly_google import Office, office, sounds

from broadcast.build.allowance import tonight
from broadcast.build.outcome import Outcome
from broadcast.campaign import read
from broadcast.check import check
from broadcast.cli.build import summary
from broadcast.plan import plan

MESSAGE = "messages/viec-nhe.yaml"
FULL = Answer(429, b"", {"Retry-After": "3600"})
MANY = "stations:\n" + "".join(
    f"  - {{id: xa-{number}, name: Xã Một, kind: commune, languages: [vi]}}\n" for number in range(1, 17)
)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BROADCAST_CONFIG", str(tmp_path / "config.toml"))


@pytest.fixture
def google() -> Iterator[Google]:
    with serving() as server:
        yield server


@pytest.fixture
def at(tmp_path: Path, google: Google, monkeypatch: pytest.MonkeyPatch) -> Office:
    return office(tmp_path, google, monkeypatch)


def _told(outcome: Outcome) -> list[str]:
    return list(summary(outcome, 1.0))


def test_google_is_asked_for_each_distinct_piece_once(at: Office, google: Google) -> None:
    outcome = at.night()
    assert (outcome.made, outcome.failed, at.voices()) == (8, 0, {"gtts"})
    assert sorted(google.asked) == sorted(at.distinct())
    asked = len(google.asked)
    again = at.night()
    assert (again.made, again.kept, len(google.asked)) == (0, 8, asked)
    at.edit(MESSAGE, "Không có hợp đồng thì không đi.", "Không thấy hợp đồng thì đừng đi.")
    assert at.night().made > 0
    assert google.asked[asked:] == ["Không thấy hợp đồng thì đừng đi."]


def test_sixteen_stations_ask_for_no_more_than_one(
    tmp_path: Path, google: Google, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, many = "".join(MANY.splitlines(keepends=True)[:2]), MANY
    counts = []
    for name, stations in (("one", one), ("many", many)):
        google.asked.clear()
        place = office(tmp_path / name, google, monkeypatch, stations=stations)
        assert place.night().failed == 0
        counts.append(len(google.asked))
    assert counts[0] == counts[1] == len(place.distinct())


def test_without_a_network_the_next_voice_speaks_everything_and_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as gone:
        pass
    place = office(tmp_path, gone, monkeypatch)
    outcome = place.night()
    assert (outcome.made, outcome.failed, place.voices()) == (8, 0, {"tone"})
    told = _told(outcome)
    assert told[:2] == ["the voice gtts did not speak everything: no connection", "8 programmes spoken by tone"]
    assert told[2].startswith("8 made, 0 kept, 0 failed; ")
    assert len(told) == 3
    again = place.night()
    assert (again.made, again.kept) == (0, 8)
    assert _told(again)[0] == "the voice gtts did not speak everything: no connection"


def test_the_next_night_tries_again_for_the_better_voice(at: Office, google: Google) -> None:
    assert at.night(offline=True).voices == {"tone": 8}
    assert (google.heads, google.asked) == (0, [])
    assert at.night().voices == {"gtts": 8}
    assert at.voices() == {"gtts"}
    assert at.night(offline=True).kept == 8  # what it spoke needs no network


def test_a_run_cut_off_goes_on_from_where_it_stood(
    tmp_path: Path, google: Google, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = office(tmp_path, google, monkeypatch, "pace: 0, requests: 25")
    spoken = []
    for number in range(1, 5):
        outcome = place.night(f"night {number}")
        programmes = place.programmes()
        assert (outcome.failed, len(programmes)) == (0, 8)
        spoken.append(sum(each["voice"] == "gtts" for each in programmes))
        if number == 2:
            assert place.night("night 2").made == 0  # the budget is the night's, not the run's
            for each in programmes[::2]:
                _one_voice(each)
    assert spoken == sorted(spoken)
    assert 0 < spoken[1] < 8 == spoken[-1]
    assert len(google.asked) - 3 <= 1.05 * len(place.distinct())  # at most a part of a sentence is lost each night


def _one_voice(programme: dict) -> None:
    text = programme["path"].with_suffix(".vtt").read_text("utf-8")
    sentences = [line for line in text.split("\n") if line and "-->" not in line and line != "WEBVTT"]
    expected = (len(sentences), 0) if programme["voice"] == "gtts" else (0, len(sentences))
    assert sounds(programme["path"], sentences) == expected, programme["file"]


def test_a_429_in_the_middle_of_the_night(at: Office, google: Google) -> None:
    answers = iter([Answer()] * 30)
    google.weather = lambda: next(answers, FULL)
    outcome = at.night()
    assert (outcome.made, outcome.failed, len(google.asked)) == (8, 0, 31)
    assert _told(outcome)[0] == (
        "the voice gtts did not speak everything: gtts is of no use this night: the answer was 429"
    )
    for each in at.programmes()[::3]:
        _one_voice(each)
    google.weather = Answer
    assert at.night().failed == 0
    assert at.voices() == {"gtts"}
    assert len(google.asked) - 1 <= 1.05 * len(at.distinct())


def test_a_changed_word_without_a_network_is_spoken_whole_by_the_next_voice(at: Office) -> None:
    at.night()
    at.edit(MESSAGE, "Không có hợp đồng thì không đi.", "Không thấy hợp đồng thì đừng đi.")
    outcome = at.night(offline=True)
    assert 0 < outcome.made < 8
    assert outcome.voices == {"tone": outcome.made}
    for each in at.programmes()[::3]:
        _one_voice(each)


def test_below_the_voices_stand_the_last_programme_and_the_standby_one(
    at: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.night(offline=True)
    dinh = at.out / "2024-11-20/xa-mot/20241120_0530_xa-mot.mp3"
    before = dinh.read_bytes()
    (at.out / "2024-11-20/xa-mot/20241120_1700_xa-mot.mp3").unlink()
    at.edit("campaign.yaml", "Xin nhớ ba bước", "Hãy nhớ ba bước")
    monkeypatch.setattr("broadcast.voices.tone.Tone.speak", _broken)
    outcome = at.night(offline=True)
    assert (outcome.made, outcome.failed) == (0, 8)
    rungs = {(each["station"], each["slot"], each["path"].parts[-3]): each["rung"] for each in at.programmes()}
    assert rungs.pop(("xa-mot", "17:00", "2024-11-20")) == "standby"
    assert set(rungs.values()) == {"previous"}
    assert dinh.read_bytes() == before
    told = _told(outcome)
    assert told[0] == "2024-11-20 0530 dai-huyen: not made, the programme made before stands: out of order"
    assert "2024-11-20 1700 xa-mot: not made, the standby programme stands: out of order" in told


def _broken(_voice: object, _sentence: str) -> None:
    from broadcast.voices import VoiceError

    raise VoiceError("transient", "out of order")


def test_a_voice_whose_data_is_damaged_takes_nobody_along(at: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("broadcast.voices.gtts.Gtts.key", property(lambda _voice: _broken(_voice, "")))
    outcome = at.night()
    assert (outcome.made, outcome.failed, at.voices()) == (8, 0, {"tone"})
    assert outcome.notes == {"gtts": "out of order"}


def test_a_machine_without_any_voice_keeps_what_stands(at: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    at.night(offline=True)
    before = {each["path"]: each["sha256"] for each in at.programmes()}
    for voice in ("gtts.Gtts", "tone.Tone"):
        monkeypatch.setattr(f"broadcast.voices.{voice}.key", property(lambda _voice: _broken(_voice, "")))
    outcome = at.night()
    assert (outcome.made, outcome.failed) == (0, 8)
    assert {each["path"]: each["sha256"] for each in at.programmes()} == before
    assert {failure.rung for failure in outcome.failures} == {"previous"}
    assert outcome.failures[0].reason == "no voice of the campaign works on this machine\n    broadcast doctor"


def test_what_was_asked_is_remembered_whatever_ends_the_run(tmp_path: Path) -> None:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    late, early = datetime(2024, 11, 20, 23, 50, tzinfo=zone), datetime(2024, 11, 21, 0, 30, tzinfo=zone)
    assert tonight(tmp_path, late).budget.spend("gtts", 2)
    assert tonight(tmp_path, early).budget.spend("gtts", 2)
    assert not tonight(tmp_path, early).budget.spend("gtts", 2)
    assert tonight(tmp_path, datetime(2024, 11, 21, 20, 0, tzinfo=zone)).budget.used("gtts") == 0
    (tmp_path / ".store/asked.json").write_text("[", "utf-8")
    assert tonight(tmp_path, early).budget.used("gtts") == 0


@pytest.mark.parametrize(
    ("voices", "message"),
    [
        ("- gtts", "24: a night can end in silence: the last voice, gtts, needs a network"),
        ("- {name: tone}\n  - edge", "25: a night can end in silence: the last voice, edge, needs a network"),
        ("- {name: tone}\n  - command", (
            "25: a night can end in silence: the last voice, command, cannot speak here: no command is set"
        )),
    ],
)  # fmt: skip
def test_a_ladder_that_can_end_in_silence_is_a_fault(tmp_path: Path, voices: str, message: str) -> None:
    folder = write_campaign(tmp_path / "segments", edits={"campaign.yaml": ("- {name: tone}", voices)})
    errors = [str(fault) for fault in check(read(folder)) if fault.severity == "error"]
    hint = "write “- espeak” as the last of “voices”: it works on every machine, without a network"
    assert errors == [f"{folder}/campaign.yaml:{message}\n    {hint}"]


@pytest.mark.parametrize("syllables_a_minute", [140, 171, 260])
def test_a_voice_of_any_speed_fills_the_slot_as_planned(
    tmp_path: Path, google: Google, monkeypatch: pytest.MonkeyPatch, syllables_a_minute: int
) -> None:
    google.syllable = 60 / syllables_a_minute
    place = office(tmp_path, google, monkeypatch)
    assert place.night(dates=DAYS[:1], stations=frozenset({"xa-mot"})).voices == {"gtts": 2}
    for each in place.programmes():
        rundown = next(one for one in plan(read(place.segments)).of(DAYS[0], "xa-mot")
                       if f"{one.slot.at:%H:%M}" == each["slot"])  # fmt: skip
        stings = sum(cue.kind == "sting" for cue in rundown.cues)
        jingles = (7.5 - 4.0) + stings * (1.8 - 1.0)  # what plans count with, and what these test jingles last
        assert each["seconds"] == pytest.approx(rundown.seconds - jingles, abs=2)


def test_the_shipped_campaign_has_google_then_espeak() -> None:
    assert [voice.name for voice in read(Path(__file__).parent.parent / "segments").voices] == ["gtts", "espeak"]
