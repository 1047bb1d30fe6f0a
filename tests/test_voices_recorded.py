"""Recordings of people: taken from whatever phones write, refused with the reason, heard in their place."""

from __future__ import annotations

import json
import struct
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from approved import sign
from built import DAYS, Listener, captions, tones
from campaigns import write_campaign
from programs import decoded, measured
from recorded import FORMATS, RATE, Format, reading, write
from sound.material import jingle, noise

from broadcast.build.cookbook import Cookbook, Sources, Speaker
from broadcast.build.ready import ready
from broadcast.build.run import Order
from broadcast.build.run import build as run
from broadcast.campaign import read
from broadcast.check import check
from broadcast.sound.lengths import FILE, lengths, planned
from broadcast.sound.recording import examine
from broadcast.spoken import sentences

M4A, AGAIN = FORMATS[0], "record or export it again as M4A, MP3 or WAV"
WAV = Format("x.wav", "pcm_s16le", 44_100, "mono", "s16")
CONSENT = "reader: Nông Thị Hoa, consent: 2024-11-18"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BROADCAST_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("BROADCAST_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_phones_write_is_trimmed_cleaned_and_levelled(tmp_path: Path, form: Format) -> None:
    found = examine(write(tmp_path / form.name, form, reading()))
    assert found.problems == ()
    assert found.seconds == pytest.approx(len(reading()) / RATE - 2 + 0.3, abs=0.15)
    lufs, dbtp = measured(found.samples)
    assert lufs == pytest.approx(-16, abs=0.3)
    assert dbtp <= -2.4


def test_the_offset_of_a_cheap_sound_card_is_taken_out(tmp_path: Path) -> None:
    found = examine(write(tmp_path / "card.wav", WAV, reading() + 0.02))
    assert found.problems == ()
    assert found.seconds == pytest.approx(len(reading()) / RATE - 2 + 0.3, abs=0.15)
    assert abs(float(found.samples.mean())) < 0.001


def _two_hours(path: Path) -> None:
    size = 2 * 3600 * 8_000
    head = b"RIFF" + struct.pack("<I", 36 + size) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8_000, 8_000, 1, 8)
    with path.open("wb") as file:
        file.write(head + b"data" + struct.pack("<I", size))
        file.truncate(44 + size)


def _nothing(path: Path) -> None:
    path.write_bytes(
        b"RIFF\x24\0\0\0WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8_000, 8_000, 1, 8) + b"data\0\0\0\0"
    )


REFUSED = {
    "nothing.wav": (_nothing, "this recording is empty", AGAIN),
    "empty.m4a": (lambda path: path.touch(), "this file is empty", AGAIN),
    "hours.wav": (_two_hours, "this sound is longer than 600 s", "cut it into shorter recordings"),
    "letter.mp3": (lambda path: path.write_text("Kính gửi bà con. " * 200, "utf-8"),
                   "this is not a sound that can be read", AGAIN),
    "noise.wav": (lambda path: write(path, WAV, noise(5)), "this is not speech",
                  "record a person who reads the message, without music"),
    "music.m4a": (lambda path: write(path, M4A, jingle("opener")), "this is not speech",
                  "record a person who reads the message, without music"),
    "pocket.wav": (lambda path: write(path, WAV, np.zeros(5 * RATE, np.float32)), "nothing is heard in this recording",
                   "speak closer to the phone, record again"),
    "long.ogg": (lambda path: write(path, FORMATS[3], np.tile(reading(), 14)),
                 "this recording is 224 s long, at most 180 s can be aired", "make two messages of it"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_aired_is_refused_with_file_line_and_reason(tmp_path: Path, name: str) -> None:
    make, reason, hint = REFUSED[name]
    folder = _campaign(tmp_path, f"viec-nhe: {{tay: {name}}}")
    (folder / "recordings").mkdir()
    make(folder / "recordings" / name)
    errors = [str(fault) for fault in check(read(folder)) if fault.severity == "error"]
    path = (folder / "recordings" / name).as_posix()
    assert errors == [f"{folder}/messages/viec-nhe.yaml:7: {path} cannot be used: {reason}\n    {hint}"]


def test_what_is_poor_is_a_warning_and_is_aired(tmp_path: Path) -> None:
    folder = _campaign(tmp_path, "viec-nhe: {tay: loud.wav}")
    write(folder / "recordings/loud.wav", WAV, np.clip(20 * reading(), -0.99, 0.99))
    found = [(fault.severity, fault.message) for fault in check(read(folder)) if "loud.wav" in fault.message]
    assert [severity for severity, _message in found] == ["warning"]
    assert "of this recording is distorted: it was too loud" in found[0][1]


def _campaign(folder: Path, *recorded: str) -> Path:
    """Write the tiny campaign, its commune airing Tày before Vietnamese, with messages that have recordings.

    Each of `recorded` is like "viec-nhe: {tay: file, vi: file}"; one that ends in "!" has no text.
    """
    changes: dict[str, str] = {}
    base = write_campaign(
        folder / "segments",
        edits={"stations.yaml": ('gso_code: "05716", languages: [vi]', "languages: [tay, vi]")},
    )
    for line in recorded:
        name, _colon, files = line.removesuffix("!").partition(": ")
        path = base / "messages" / f"{name}.yaml"
        written = path.read_text("utf-8")
        if line.endswith("!"):
            written = written[: written.index("text:")]
        pairs = [pair.split(": ") for pair in files.strip("{}").split(", ")]
        block = "".join(f"  {language}: {{file: recordings/{file}, {CONSENT}}}\n" for language, file in pairs)
        changes[f"messages/{name}.yaml"] = written.replace("source:", f"recordings:\n{block}source:")
    for relative, text in changes.items():
        (base / relative).write_text(text, "utf-8")
    return base


@pytest.fixture(scope="module")
def aired(tmp_path_factory):
    """Give a built campaign: one message in Tày beside its text, one in Vietnamese instead of its text."""
    folder = tmp_path_factory.mktemp("aired")
    base = _campaign(folder, "cong-an-gia: {tay: a.m4a}", "lenh-bat: {vi: b.3gp}", "viec-nhe: {tay: c.ogg}!")
    write(base / "recordings/a.m4a", M4A, reading())
    write(base / "recordings/b.3gp", FORMATS[1], reading())
    write(base / "recordings/c.ogg", FORMATS[3], reading())
    campaign = base / "campaign.yaml"
    campaign.write_text(campaign.read_text("utf-8").replace("tolerance: 30", "tolerance: 60"), "utf-8")
    voice, out = Listener(), folder / "audio_out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BROADCAST_CACHE", str(folder / "cache"))
        sign(base)
        outcome = run(ready(base, out), [voice], out, Order(DAYS, jobs=1))
        assert (outcome.made, outcome.failed) == (8, 0)
        yield base, out, voice


def _pieces(out: Path, station: str, name: str) -> list[tuple[Path, float, float]]:
    days = {path.parent: json.loads(path.read_text("utf-8")) for path in sorted(out.glob("*/manifest.json"))}
    return [
        (day / programme["file"], piece["start"], piece["seconds"])
        for day, manifest in days.items()
        for programme in manifest["programmes"]
        for piece in programme["pieces"]
        if programme["station"] == station and piece["id"] == name
    ]


def _envelope(samples: np.ndarray) -> np.ndarray:
    whole = samples[: len(samples) // 882 * 882].reshape(-1, 882)
    return np.sqrt(np.square(whole, dtype=np.float64).mean(axis=1))


def _alike(samples: np.ndarray, recording: np.ndarray) -> float:
    """Give how much the rise and fall of a recording is found at the place in `samples` where it fits best."""
    heard, wanted = _envelope(samples), _envelope(recording)
    places = range(len(heard) - len(wanted) + 1)
    return max(np.corrcoef(heard[at : at + len(wanted)], wanted)[0, 1] for at in places)


def test_a_station_hears_its_languages_in_their_order(aired) -> None:
    base, out, _voice = aired
    recording = examine(base / "recordings/a.m4a").samples
    path, start, seconds = _pieces(out, "xa-mot", "cong-an-gia")[0]
    samples = decoded(path)[round(start * RATE) : round((start + seconds) * RATE)]
    first = samples[: len(recording) + RATE // 2]
    assert _alike(first, recording) > 0.9
    spoken = next(each for each in read(base).segments if each.id == "cong-an-gia").text
    heard = [hertz for begin, _end, hertz in tones(path) if start + len(recording) / RATE < begin < start + seconds]
    assert len(heard) == len(sentences(spoken.written))
    assert not any(start < begin < start + len(recording) / RATE for begin, _end, _hertz in tones(path))


def test_a_station_of_one_language_hears_only_that(aired) -> None:
    base, out, _voice = aired
    seconds = examine(base / "recordings/a.m4a").seconds
    (_path, _start, both), (_file, _begin, one) = (
        _pieces(out, station, "cong-an-gia")[0] for station in ("xa-mot", "dai-huyen")
    )
    assert both - one == pytest.approx(seconds + 0.6, abs=0.1)
    assert _pieces(out, "dai-huyen", "viec-nhe") == []  # it has no Vietnamese words


def test_a_recording_takes_the_place_of_the_voice(aired) -> None:
    base, out, voice = aired
    recording = examine(base / "recordings/b.3gp").samples
    path, start, seconds = _pieces(out, "dai-huyen", "lenh-bat")[0]
    assert _alike(decoded(path)[round(start * RATE) : round((start + seconds) * RATE)], recording) > 0.9
    assert not any("lệnh bắt" in words or "dấu đỏ" in words for words in voice.asked)
    shown = [each for each in captions(path.with_suffix(".vtt")) if start <= each[0] < start + seconds]
    assert shown[0][2] == "Máy báo có tin nhắn."
    assert len(shown) == 11
    assert shown[-1][1] - shown[0][0] == pytest.approx(len(recording) / RATE, abs=0.05)
    assert all(before[1] == pytest.approx(after[0], abs=0.002) for before, after in pairwise(shown))


def test_every_language_is_as_loud_as_the_other(aired) -> None:
    base, out, _voice = aired
    path, start, seconds = _pieces(out, "xa-mot", "cong-an-gia")[0]
    samples = decoded(path)[round(start * RATE) : round((start + seconds) * RATE)]
    cut = round((examine(base / "recordings/a.m4a").seconds + 0.3) * RATE)
    assert measured(samples[:cut])[0] == pytest.approx(measured(samples[cut:])[0], abs=1.0)


def test_plans_count_with_measured_recordings(aired) -> None:
    base, out, _voice = aired
    plan = planned(read(base))
    cues = {cue.id: cue for each in plan.rundowns if each.station.id == "xa-mot" for cue in each.cues}
    _path, _start, seconds = _pieces(out, "xa-mot", "viec-nhe")[0]
    assert cues["viec-nhe"].seconds == pytest.approx(seconds, abs=0.1)


def test_a_recording_is_measured_once_in_its_life(tmp_path: Path) -> None:
    folder = _campaign(tmp_path, "viec-nhe: {tay: a.wav}")
    path = write(folder / "recordings/a.wav", WAV, reading())
    first = lengths(read(folder), tmp_path / "cache")
    assert first.recordings == {"recordings/a.wav": pytest.approx(len(reading()) / RATE - 1.7, abs=0.2)}
    kept = tmp_path / "cache" / FILE
    kept.write_text(kept.read_text("utf-8").replace(str(first.recordings["recordings/a.wav"]), "77.0"), "utf-8")
    assert lengths(read(folder), tmp_path / "cache").recordings == {"recordings/a.wav": 77.0}
    write(path, WAV, 0.9 * reading())
    assert lengths(read(folder), tmp_path / "cache").recordings["recordings/a.wav"] < 77.0
    kept.write_text("[]", "utf-8")
    assert lengths(read(folder), tmp_path / "cache").recordings["recordings/a.wav"] < 77.0


def test_another_order_of_languages_is_another_piece(tmp_path: Path) -> None:
    folder = _campaign(tmp_path, "viec-nhe: {tay: a.wav}")
    write(folder / "recordings/a.wav", WAV, reading())
    keys = []
    for languages in ("[tay, vi]", "[vi, tay]"):
        stations = folder / "stations.yaml"
        stations.write_text(stations.read_text("utf-8").replace("[tay, vi]", languages), "utf-8")
        plan = planned(read(folder))
        book = Cookbook(plan, Sources(folder), Speaker.of(Listener()))
        rundown = next(each for each in plan.rundowns if any(cue.languages == ("tay", "vi") for cue in each.cues)
                       or any(cue.languages == ("vi", "tay") for cue in each.cues))  # fmt: skip
        keys.append(next(piece.key for piece in book.recipe(rundown).pieces if piece.id == "viec-nhe"))
    assert keys[0] != keys[1]
