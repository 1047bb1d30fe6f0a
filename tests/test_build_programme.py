"""What lies in a finished programme, read back from its sound by programs that are not ours."""

from __future__ import annotations

import json
import statistics

import pytest
from built import captions, expected, finished, tones  # noqa: F401 - `finished` is a fixture
from programs import measured, run

NAMES = [
    f"{day}/{station}/{day.replace('-', '')}_{slot}_{station}"
    for day in ("2024-11-20", "2024-11-21")
    for station in ("dai-huyen", "xa-mot")
    for slot in ("0530", "1700")
]


@pytest.fixture(scope="module")
def recipes(finished):  # noqa: F811
    return finished.recipes()


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_the_script_is_heard_once_in_its_place_and_captioned_when_it_sounds(finished, recipes, name):  # noqa: F811
    recipe = recipes[name]
    heard = tones(finished.out / f"{name}.mp3")
    assert [pitch for _begin, _end, pitch in heard] == expected(recipe)
    lines = [line.written for cue in recipe.rundown.cues for line in cue.lines]
    shown = captions(finished.out / f"{name}.vtt")
    assert len(lines) == len(heard) == len(shown)
    assert [words for _begin, _end, words in shown] == lines
    for (begin, end, _pitch), (said, done, words) in zip(heard, shown, strict=True):
        assert abs(begin - said) <= 0.05, words
        assert abs(end - done) <= 0.05, words


@pytest.mark.parametrize("name", NAMES)
def test_every_programme_is_equally_loud_and_clips_nowhere(finished, name):  # noqa: F811
    lufs, dbtp = measured(finished.out / f"{name}.mp3")
    assert abs(lufs + 16) <= 0.5
    assert dbtp <= -1.5 + 0.05  # ffmpeg shows one decimal


@pytest.mark.parametrize("name", NAMES)
def test_the_text_beside_it_is_the_script(finished, recipes, name):  # noqa: F811
    recipe = recipes[name]
    title, place, *paragraphs = (finished.out / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n")
    rundown = recipe.rundown
    assert title == "Chiến dịch thử nghiệm phòng lừa đảo"
    assert place == f"{rundown.station.name}, {rundown.slot.at:%H:%M} ngày {rundown.date:%d/%m/%Y}"
    spoken = [" ".join(line.written for line in cue.lines) for cue in rundown.cues if cue.lines]
    assert [each for each in paragraphs if each] == spoken


def test_other_programs_read_the_tags_the_chapters_and_the_cover(finished, recipes):  # noqa: F811
    name = NAMES[1]
    path = finished.out / f"{name}.mp3"
    wanted = ["-show_format", "-show_streams", "-show_chapters"]
    shown = json.loads(run("ffprobe", "-v", "error", "-of", "json", *wanted, path))
    tags = shown["format"]["tags"]
    assert tags["title"] == "Huyện Thử, 17:00 ngày 20/11/2024"
    assert tags["artist"] == "Huyện Thử"
    assert tags["album"] == "Chiến dịch thử nghiệm phòng lừa đảo"
    assert tags["track"] == "2/2"
    assert tags["date"].startswith("2024")
    assert any("dừng lại, kiểm tra, báo tin" in value for key, value in tags.items() if key.startswith("lyrics"))
    sound, *pictures = shown["streams"]
    assert (sound["codec_name"], sound["sample_rate"], sound["channels"]) == ("mp3", "44100", 1)
    assert int(sound["bit_rate"]) == 128_000
    assert [each["codec_type"] for each in pictures] == ["video"]
    messages = [cue for cue in recipes[name].rundown.cues if cue.kind == "message"]
    assert [each["tags"]["title"] for each in shown["chapters"]] == [cue.title for cue in messages]
    words = {words: begin for begin, _end, words in captions(finished.out / f"{name}.vtt")}
    for chapter, cue in zip(shown["chapters"], messages, strict=True):
        assert abs(float(chapter["start_time"]) - words[cue.lines[0].written]) < 0.15


def test_stations_with_horns_get_half_the_bits(finished):  # noqa: F811
    def bitrate(name):
        shown = run("ffprobe", "-v", "error", "-of", "json", "-show_streams", finished.out / f"{name}.mp3")
        return int(json.loads(shown)["streams"][0]["bit_rate"])

    assert [bitrate(name) for name in (NAMES[0], NAMES[2])] == [128_000, 64_000]


def test_the_stream_is_one_whole_mp3(finished):  # noqa: F811
    for name in NAMES:
        said = run("mp3val", finished.out / f"{name}.mp3").decode()
        assert "WARNING" not in said
        assert "CBR" in said


def test_the_length_is_what_the_manifest_says(finished):  # noqa: F811
    told = {
        programme["file"]: programme["seconds"]
        for day in finished.out.glob("????-??-??")
        for programme in json.loads((day / "manifest.json").read_bytes())["programmes"]
    }
    for name in NAMES:
        found = json.loads(run("ffprobe", "-v", "error", "-of", "json", "-show_format", finished.out / f"{name}.mp3"))
        assert abs(float(found["format"]["duration"]) - told[f"{name.partition('/')[2]}.mp3"]) < 0.05
    assert statistics.mean(told.values()) > 60
