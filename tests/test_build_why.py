"""`broadcast why` names the reason for which a programme would be made again, word for word."""

from __future__ import annotations

from built import DAYS, Listener, command, finished, place  # noqa: F401 - fixtures

from broadcast.build.ready import ready
from broadcast.build.why import why
from broadcast.voices.tone import Tone, ToneSettings

MESSAGE = "messages/viec-nhe.yaml"


def reasons(place, voices=None):  # noqa: F811
    """Give all reasons of all programmes, each once."""
    found = why(ready(place.segments, place.out), voices or [Listener()], place.out, DAYS)
    return sorted({reason for verdict in found for reason in verdict.reasons})


def test_what_stands_has_no_reason(finished):  # noqa: F811
    assert reasons(finished) == []


def _louder(path):
    data = path.read_bytes()
    path.write_bytes(data[:-2] + b"\1\1")


def _lowered(place):  # noqa: F811
    place.edit("campaign.yaml", "bed_gain: -18", "bed_gain: -20")


def _renamed(place):  # noqa: F811
    place.edit("campaign.yaml", "title: Chiến dịch thử nghiệm phòng lừa đảo", "title: Chiến dịch khác")


def test_a_changed_sentence(place):  # noqa: F811
    place.edit(MESSAGE, "Không có hợp đồng thì", "Không thấy hợp đồng thì")
    assert reasons(place) == [f"the words of {_title(place)} changed"]


def test_a_changed_jingle(place):  # noqa: F811
    _louder(place.segments / "jingles/sting.wav")
    found = reasons(place)
    assert len(found) == 1
    assert found[0].startswith("the music of ")


def test_changed_settings_of_the_sound(place):  # noqa: F811
    _lowered(place)
    assert f"the sound settings of {_title(place)} changed" in reasons(place)


def test_another_title_of_the_campaign(place):  # noqa: F811
    _renamed(place)
    assert reasons(place) == ["its title, station, date or order changed"]


def test_a_file_that_is_gone(place):  # noqa: F811
    lost = next(place.out.glob("2024-11-20/xa-mot/*_0530_*.txt"))
    lost.unlink()
    assert reasons(place) == [f"xa-mot/{lost.name} is missing or was altered"]


def test_other_settings_of_the_voice(place):  # noqa: F811
    changed = reasons(place, [Tone(ToneSettings(pace=280.0))])
    assert f"the voice of {_title(place)} changed, or its settings" in changed


def test_a_better_voice_is_tried_again_but_nothing_must_be_made(place):  # noqa: F811
    class Better(Listener):
        name = "better"

    found = list(why(ready(place.segments, place.out), [Better(), Listener()], place.out, DAYS))
    assert {verdict.reasons for verdict in found} == {("tone spoke it; better is tried again",)}
    assert all(verdict.tried for verdict in found)


def test_a_voice_of_the_network_is_not_tried_again_offline(place):  # noqa: F811
    class Distant(Listener):
        name = "distant"
        network = True

    plan, voices = ready(place.segments, place.out), [Distant(), Listener()]
    assert {verdict.reasons for verdict in why(plan, voices, place.out, DAYS, offline=True)} == {()}
    assert {verdict.tried for verdict in why(plan, voices, place.out, DAYS, offline=False)} == {True}


def test_a_message_that_is_new_and_one_that_is_gone(place):  # noqa: F811
    title = _title(place)
    (place.segments / MESSAGE).rename(place.segments / "messages/khac.yaml")
    found = reasons(place)
    assert f"{title} is new in it" in found
    assert f"{title} is no longer in it" in found


def test_the_command_says_it_once_for_all_stations_and_makes_nothing(place):  # noqa: F811
    place.edit(MESSAGE, "Không có hợp đồng thì", "Không thấy hợp đồng thì")
    before = place.files()
    done = command("why", "--campaign", place.segments, "--out", place.out)
    assert done.returncode == 0
    *lines, last = done.stdout.splitlines()
    assert lines[1] == f"    the words of {_title(place)} changed"
    assert lines[0].endswith(" dai-huyen, xa-mot")
    assert last.endswith(" kept")
    assert place.files() == before


def test_what_was_never_made_is_said(place):  # noqa: F811
    done = command("why", "--campaign", place.segments, "--out", place.out.with_name("nowhere"), "--date", "2024-11-20")
    assert done.stdout.splitlines()[1:] == [
        "    it was never made",
        "2024-11-20 17:00 dai-huyen, xa-mot",
        "    it was never made",
        "4 programmes would be made, 0 kept",
    ]
    assert not place.out.with_name("nowhere").exists()


def _title(place):  # noqa: F811
    written = (place.segments / MESSAGE).read_text(encoding="utf-8")
    return written.splitlines()[0].removeprefix("title: ")
