"""One day of the real campaign for two stations, spoken by eSpeak NG and measured by programs that are not ours."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from built import captions
from mutagen.id3 import ID3
from programs import decoded, measured, run

from broadcast.build.cookbook import Cookbook, Sources, Speaker
from broadcast.build.ready import ready
from broadcast.build.render import Rendered
from broadcast.build.run import Order
from broadcast.build.run import build as make
from broadcast.build.store import FOLDER, Store
from broadcast.voices import MachineSettings, Night, find

SEGMENTS = Path(__file__).parents[1] / "segments"
DAY = datetime.date(2024, 11, 20)
STATIONS = ("huyen-vo-nhai", "dinh-ca")
NAMES = [f"{station}/20241120_{slot}_{station}" for station in STATIONS for slot in ("0530", "1700")]
RATE = 44_100
HOP = 220  # samples, 5 ms
SOUND = -55.0  # dBFS of such a stretch: softer is silence


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """Build the day; give its folder, its recipes by name, and what the voice was asked for."""
    out = tmp_path_factory.mktemp("espeak")
    plan = ready(SEGMENTS, out)
    voice = find(next(each for each in plan.campaign.voices if each.name == "espeak"), MachineSettings(), Night())
    asked, speak = [], voice.speak
    voice.speak = lambda words: asked.append(words) or speak(words)
    outcome = make(plan, [voice], out, Order((DAY,), frozenset(STATIONS)))
    assert (outcome.made, outcome.failed) == (4, 0)
    book = Cookbook(plan, Sources(SEGMENTS), Speaker.of(voice))
    recipes = {
        f"{name}/20241120_{rundown.slot.id}_{name}": book.recipe(rundown)
        for name in STATIONS
        for rundown in plan.of(DAY, name)
    }
    told = json.loads((out / DAY.isoformat() / "manifest.json").read_bytes())
    programmes = {each["file"].removesuffix(".mp3"): each for each in told["programmes"]}
    return SimpleNamespace(out=out, folder=out / DAY.isoformat(), recipes=recipes, programmes=programmes, asked=asked)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_as_loud_as_it_must_be_also_after_decoding(day, name):
    lufs, dbtp = measured(day.folder / f"{name}.mp3")
    told = day.programmes[name]
    assert abs(lufs + 16) <= 0.5
    assert dbtp <= -1.5 + 0.05  # ffmpeg shows one decimal
    assert abs(told["lufs"] - lufs) <= 0.15
    assert told["dbtp"] <= -1.5


@pytest.mark.parametrize("name", NAMES)
def test_it_fits_its_slot_and_is_as_long_as_the_manifest_says(day, name):
    shown = json.loads(run("ffprobe", "-v", "error", "-of", "json", "-show_format", day.folder / f"{name}.mp3"))
    seconds = float(shown["format"]["duration"])
    assert abs(seconds - 300) <= 20
    assert abs(seconds - day.programmes[name]["seconds"]) <= 0.05
    assert abs(len(decoded(day.folder / f"{name}.mp3")) / RATE - day.programmes[name]["seconds"]) <= 0.06
    assert day.programmes[name]["voice"] == "espeak"


@pytest.mark.parametrize("name", NAMES)
def test_mp3val_finds_nothing(day, name):
    said = run("mp3val", day.folder / f"{name}.mp3").decode()
    assert "WARNING" not in said
    assert "CBR" in said


@pytest.mark.parametrize("name", NAMES)
def test_captions_stand_where_the_words_sound_and_nothing_sounds_between_them(day, name):
    loud = _loud(decoded(day.folder / f"{name}.mp3"))
    shown = captions(day.folder / f"{name}.vtt")
    pieces = [each for each in day.programmes[name]["pieces"] if each["kind"] == "message"]
    assert len(pieces) == 5
    for piece in pieces:
        begin, end = piece["start"], piece["start"] + piece["seconds"]
        within = [each for each in shown if begin <= each[0] < end]
        sounds = [at for at in loud if begin <= at < end]
        assert within
        for said, done, words in within:
            heard = [at for at in sounds if said - 0.25 < at < done + 0.25]
            assert abs(min(heard) - said) <= 0.05, words
            assert abs(max(heard) - done) <= 0.05, words
        strays = [at for at in sounds if not any(said - 0.05 <= at <= done + 0.05 for said, done, _words in within)]
        assert strays == []


def _loud(samples):
    """Give the times, in seconds, of all stretches of 5 ms in which something sounds."""
    stretches = samples[: len(samples) // HOP * HOP].reshape(-1, HOP)
    level = 10 * np.log10(np.mean(stretches**2, axis=1) + 1e-12)
    return (np.flatnonzero(level > SOUND) + 0.5) * HOP / RATE


@pytest.mark.parametrize("name", NAMES)
def test_as_many_sentences_come_out_as_go_in(day, name):
    recipe = day.recipes[name]
    lines = [line.written for cue in recipe.rundown.cues for line in cue.lines]
    assert [words for _begin, _end, words in captions(day.folder / f"{name}.vtt")] == lines
    sentences = [words for piece in recipe.pieces for take in piece.takes for words in take.sentences]
    assert len(sentences) == len(lines) > 50
    store = Store(day.out / FOLDER)
    sounds = [span for piece in recipe.pieces for span in Rendered.of(store.get("piece", piece.key)).spans]
    assert len(sounds) == len(lines)
    assert all(end - start > 0.2 for start, end in sounds)
    assert set(sentences) <= set(day.asked)


def test_every_sentence_was_asked_for_once(day):
    assert len(day.asked) == len(set(day.asked))


@pytest.mark.parametrize("name", NAMES)
def test_old_players_can_read_the_tags(day, name):
    path = day.folder / f"{name}.mp3"
    assert path.read_bytes()[:5] == b"ID3\x03\x00"
    tags = ID3(path, translate=False)
    assert {frame.encoding for frame in tags.values() if frame.FrameID in {"TIT2", "TPE1", "TALB", "USLT"}} == {1}
    rundown = day.recipes[name].rundown
    assert str(tags["TPE1"]) == rundown.station.name
    assert str(tags["TALB"]).startswith("Chiến dịch tuyên truyền phòng, chống lừa đảo trực tuyến")
    assert tags.getall("TLAN")[0].text == ["vie"]
    told = path.with_suffix(".txt").read_text(encoding="utf-8").split("\n\n", 1)[1]
    assert tags.getall("USLT")[0].text.split() == told.split()
    pieces = [each for each in day.programmes[name]["pieces"] if each["kind"] == "message"]
    chapters = sorted(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    assert [str(chapter.sub_frames["TIT2"]) for chapter in chapters] == [piece["title"] for piece in pieces]
    for chapter, piece in zip(chapters, pieces, strict=True):
        assert abs(chapter.start_time / 1000 - piece["start"]) <= 0.0021  # a millisecond for each of the two roundings
    cover = tags.getall("APIC")[0]
    assert cover.mime in {"image/png", "image/jpeg"}
    assert len(cover.data) < 30_000
