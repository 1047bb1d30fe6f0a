"""Tags that old players read: ID3v2.3 in UTF-16, with lyrics, chapters and a small cover."""

from __future__ import annotations

import datetime
import io
import json
import subprocess
import sys

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from programs import decoded, run
from sound.material import speech

from broadcast.sound.encode import encode
from broadcast.sound.tags import Chapter, Tags, cover, id3

TAGS = Tags(
    title="Chương trình 05:30 ngày 20/11/2024",
    artist="Đài Truyền thanh xã Tràng Xá",
    album="Chiến dịch phòng, chống lừa đảo trực tuyến",
    date=datetime.date(2024, 11, 20),
    hour=datetime.time(5, 30),
    track=1,
    tracks=2,
    lyrics="Chào bà con!\n\nHãy dừng lại, kiểm tra, báo tin.",
    chapters=(Chapter("Giả danh công an", 12.5, 48.25), Chapter("Nhấp chuột vào “quà”", 48.25, 90.0)),
    publisher="Ủy ban nhân dân huyện Võ Nhai",
    comment="duyệt: 7Q2F",
    seconds=300.016,
)


@pytest.fixture(scope="module")
def frames():
    return encode(speech(1), 64)


@pytest.fixture
def programme(tmp_path, frames):
    path = tmp_path / "programme.mp3"
    path.write_bytes(id3(TAGS) + frames.frames)
    return path


def test_mutagen_reads_back_what_was_said(programme):
    read = ID3(programme, translate=False)
    assert read.version == (2, 3, 0)
    told = {
        name: str(read[name])
        for name in ("TIT2", "TPE1", "TALB", "TRCK", "TYER", "TDAT", "TIME", "TPUB", "TLAN", "TLEN")
    }
    assert told == {
        "TIT2": TAGS.title,
        "TPE1": TAGS.artist,
        "TALB": TAGS.album,
        "TRCK": "1/2",
        "TYER": "2024",
        "TDAT": "2011",
        "TIME": "0530",
        "TPUB": TAGS.publisher,
        "TLAN": "vie",
        "TLEN": "300016",
    }
    assert read["USLT::vie"].text == TAGS.lyrics
    assert read["COMM::vie"].text == [TAGS.comment]
    assert {read[name].encoding for name in ("TIT2", "TPE1", "TALB", "USLT::vie", "COMM::vie")} == {1}


def test_chapters_follow_the_table_of_contents(programme):
    read = ID3(programme)
    contents = read["CTOC:toc"]
    assert contents.child_element_ids == ["c0", "c1"]
    chapters = [read[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [(chapter.start_time, chapter.end_time) for chapter in chapters] == [(12_500, 48_250), (48_250, 90_000)]
    assert [str(chapter.sub_frames["TIT2"]) for chapter in chapters] == [each.title for each in TAGS.chapters]


def test_the_cover_is_a_small_png(programme):
    picture = ID3(programme).getall("APIC")[0]
    assert picture.data == cover()
    assert picture.data.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(picture.data) <= 8 * 1024
    assert (picture.mime, picture.type) == ("image/png", 3)


def test_ffprobe_reads_them_too(programme, frames):
    entries = "format=duration:format_tags:chapter=start_time,end_time:chapter_tags:stream=codec_name,width"
    found = json.loads(run("ffprobe", "-v", "error", "-show_entries", entries, "-of", "json", programme))
    tags = found["format"]["tags"]
    assert (tags["title"], tags["artist"], tags["album"]) == (TAGS.title, TAGS.artist, TAGS.album)
    assert (tags["track"], tags["date"]) == ("1/2", "2024-11-20 05:30")
    assert tags["lyrics-vie"] == TAGS.lyrics
    assert [chapter["tags"]["title"] for chapter in found["chapters"]] == [each.title for each in TAGS.chapters]
    assert [float(chapter["start_time"]) for chapter in found["chapters"]] == [12.5, 48.25]
    assert {"codec_name": "png", "width": 240} in found["streams"]
    assert float(found["format"]["duration"]) == pytest.approx(frames.seconds, abs=0.03)


def test_mp3val_and_a_decoder_find_the_frames_behind_the_tag(programme, frames, tmp_path):
    said = run("mp3val", programme).decode()
    assert f"{frames.count} MPEG frames (MPEG 1 Layer III), +ID3v2, CBR" in said
    assert "WARNING" not in said
    bare = tmp_path / "bare.mp3"
    bare.write_bytes(frames.frames)
    assert (decoded(programme) == decoded(bare)).all()
    assert MP3(programme).info.length == pytest.approx(frames.seconds, abs=0.03)


def test_what_is_empty_is_left_out():
    bare = ID3(io.BytesIO(id3(Tags("t", "a", "b", datetime.date(2024, 11, 30)))), translate=False)
    assert sorted(bare) == ["APIC:", "TALB", "TCON", "TDAT", "TIT2", "TLAN", "TPE1", "TRCK", "TYER"]
    assert str(bare["TRCK"]) == "1"


def test_a_long_text_and_an_unknown_language():
    lyrics = "Bà con hãy nhớ: 113. " * 5000
    read = ID3(io.BytesIO(id3(Tags("t", "a", "b", datetime.date(2024, 11, 30), lyrics=lyrics, language="xx"))))
    assert read["USLT::und"].text == lyrics


def test_tags_are_the_same_bytes_every_time():
    assert id3(TAGS) == id3(TAGS)


def test_the_package_itself_loads_nothing_heavy():
    code = "import sys, broadcast.sound, broadcast.sound.profile, broadcast.sound.tags;"
    code += "print(*{'numpy', 'av', 'soxr', 'lameenc', 'pydub', 'mutagen'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.split() == []
