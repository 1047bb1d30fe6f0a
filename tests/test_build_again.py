"""The second run: what stands is kept, what changed is made, and what is gone leaves."""

from __future__ import annotations

import json
import os

from built import DAYS, finished, place  # noqa: F401 - fixtures

STATION, MESSAGE = "xa-mot", "messages/viec-nhe.yaml"


def test_the_second_run_makes_nothing_asks_nothing_and_touches_nothing(place):  # noqa: F811
    before = {path: path.stat().st_mtime_ns for path in place.out.glob("????-??-??/**/*")}
    outcome, asked = place.build()
    assert (outcome.made, outcome.kept, outcome.failed, asked) == (0, 8, 0, [])
    assert {path: path.stat().st_mtime_ns for path in place.out.glob("????-??-??/**/*")} == before


def test_one_changed_sentence_asks_the_voice_for_that_sentence_only(place):  # noqa: F811
    place.edit(MESSAGE, "Không có hợp đồng thì không đi.", "Không thấy hợp đồng thì đừng đi.")
    outcome, asked = place.build()
    assert asked == ["Không thấy hợp đồng thì đừng đi."]
    assert 0 < outcome.made < 8
    assert outcome.made + outcome.kept == 8
    told = [path.read_text("utf-8") for path in place.out.glob("????-??-??/*/*.txt")]
    changed = [text for text in told if "Không thấy hợp đồng" in text]
    assert len(changed) == outcome.made


def test_what_a_change_made_is_what_a_build_from_nothing_makes(place):  # noqa: F811
    place.edit(MESSAGE, "Không có hợp đồng thì không đi.", "Không thấy hợp đồng thì đừng đi.")
    place.build()
    step_by_step = place.files()
    anew = type(place)(place.segments, place.out.with_name("anew"))
    anew.build()
    assert anew.files() == step_by_step


def test_a_change_and_back_again_makes_no_sound_anew(place):  # noqa: F811
    before = place.files()
    place.edit(MESSAGE, "Không có hợp đồng thì không đi.", "Không thấy hợp đồng thì đừng đi.")
    place.build()
    place.edit(MESSAGE, "Không thấy hợp đồng thì đừng đi.", "Không có hợp đồng thì không đi.")
    _outcome, asked = place.build()
    assert asked == []
    assert place.files() == before


def test_only_the_date_or_station_that_was_asked_for_is_made(place):  # noqa: F811
    for path in place.out.glob("????-??-??/*/*.mp3"):
        path.unlink()
    outcome, _asked = place.build(dates=DAYS[:1], stations=frozenset({STATION}))
    assert outcome.made == 2
    made = sorted(str(path.relative_to(place.out)) for path in place.out.glob("????-??-??/*/*.mp3"))
    assert made == [f"2024-11-20/{STATION}/20241120_{slot}_{STATION}.mp3" for slot in ("0530", "1700")]
    assert place.build()[0].made == 6


def test_force_makes_everything_again_and_the_same(place):  # noqa: F811
    before = place.files()
    outcome, asked = place.build(force=True)
    assert (outcome.made, outcome.kept, asked) == (8, 0, [])
    assert place.files() == before


def test_a_removed_message_leaves_programmes_manifest_and_sums(place):  # noqa: F811
    (place.segments / "messages/nguoi-mau.yaml").unlink()
    outcome, _asked = place.build()
    assert outcome.failed == 0
    assert not any("nguoi-mau" in path.read_text("utf-8") for path in place.out.glob("*/manifest.json"))
    assert not any("mẫu nhí" in path.read_text("utf-8") for path in place.out.glob("????-??-??/*/*.txt"))


def _without_station(place):  # noqa: F811
    path = place.segments / "stations.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if STATION not in line), "utf-8")


def test_a_removed_station_leaves_manifest_and_sums_and_its_files_on_request(place):  # noqa: F811
    _without_station(place)
    place.build()
    for day in place.out.glob("????-??-??"):
        manifest = json.loads((day / "manifest.json").read_bytes())
        assert {each["station"] for each in manifest["programmes"]} == {"dai-huyen"}
        assert [each["id"] for each in manifest["stations"]] == ["dai-huyen"]
        assert not (day / STATION / "SHA256SUMS").exists()
        assert len(list((day / STATION).iterdir())) == 6
    place.build(prune=True)
    assert [path.name for path in place.out.glob("????-??-??/*") if path.is_dir()] == ["dai-huyen"] * 2


def test_what_people_put_there_is_not_pruned(place):  # noqa: F811
    note = place.out / "2024-11-20" / STATION / "ghi-chu.txt"
    note.write_text("xin giữ lại", "utf-8")
    _without_station(place)
    place.build(prune=True)
    assert [path.name for path in note.parent.iterdir()] == ["ghi-chu.txt"]


def test_a_removed_day_leaves_manifest_and_sums_and_its_files_on_request(place):  # noqa: F811
    place.edit("campaign.yaml", "last: 2024-11-21", "last: 2024-11-20")
    theme = '  - {date: 2024-11-21, title: việc nhẹ lương cao, topics: ["2"], audiences: [cong-nhan]}\n'
    place.edit("campaign.yaml", theme, "")
    day = place.out / "2024-11-21"
    place.build(dates=DAYS[:1])
    assert not (day / "manifest.json").exists()
    assert not list(day.glob("*/SHA256SUMS"))
    assert len(list(day.glob("*/*.mp3"))) == 4
    place.build(dates=DAYS[:1], prune=True)
    assert not day.exists()


def test_a_file_that_someone_altered_or_deleted_is_made_again(place):  # noqa: F811
    before = place.files()
    folder = place.out / "2024-11-20" / STATION
    sound, text, shown = (next(folder.glob(f"*_0530_*.{kind}")) for kind in ("mp3", "txt", "vtt"))
    sound.write_bytes(sound.read_bytes()[:1000])
    outcome, asked = place.build()
    assert (outcome.made, asked) == (1, [])
    text.unlink()
    os.utime(shown, (0, 0))
    assert place.build()[0].made == 1
    assert place.files() == before


def test_sums_and_manifest_that_someone_altered_are_written_again(place):  # noqa: F811
    before = place.files()
    (place.out / "2024-11-20/manifest.json").write_text("{}")
    (place.out / "2024-11-20/xa-mot/SHA256SUMS").unlink()
    assert place.build()[0].made == 0
    assert place.files() == before


def test_a_changed_entry_of_the_lexicon_asks_for_the_sentences_that_hold_it(place):  # noqa: F811
    with (place.segments / "lexicon.yaml").open("a", encoding="utf-8") as lexicon:
        lexicon.write("  - {written: hợp đồng, spoken: giấy giao kèo}\n")
    outcome, asked = place.build()
    assert sorted(asked) == [
        "Không có giấy giao kèo thì không đi.",
        "Không cần tay nghề, không cần giấy giao kèo, xe đón tận ngõ.",
        "Trước khi đi, hãy đưa cả nhà xem giấy giao kèo lao động.",
    ]
    assert 0 < outcome.made < 8
