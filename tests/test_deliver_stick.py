"""The stick: order, wholeness, and nothing of the operator's own."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import programs
import pytest
import signed

from broadcast.deliver import keys, stick
from broadcast.deliver.stick import StickFile, export, fill
from broadcast.deliver.verify import verify
from broadcast.errors import BroadcastError

MORNING, EVENING = "20241120_0530_dinh-ca.mp3", "20241120_1700_dinh-ca.mp3"


@pytest.fixture
def key(tmp_path):
    return keys.new(tmp_path / "keys")


@pytest.fixture
def out(tmp_path, key):
    out = tmp_path / "out"
    signed.lay(out, key)
    (out / "assets").mkdir()
    for name in ("site.css", "site.js", "campaign.js", "icon.svg"):
        (out / "assets" / name).write_text(name)
    return out


@pytest.fixture
def usb(tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def test_the_stick_holds_the_day_and_its_proof(out, usb, key):
    done = export(out, signed.FIRST, signed.STATION, usb)
    assert done.folder == usb / "20241120_dinh-ca"
    assert (done.programmes, done.faults) == (2, ())
    names = [path.relative_to(done.folder).as_posix() for path in sorted(done.folder.rglob("*")) if path.is_file()]
    assert done.files == len(names)
    assert {MORNING, EVENING, "index.html", "HUONG-DAN.txt", "SHA256SUMS", "files.sig", "assets/site.css"} <= set(names)
    assert all(re.fullmatch(r"[A-Za-z0-9_./-]{1,60}", name) for name in names)
    sums = [programs.program("sha256sum"), "--strict", "--quiet", "-c", "SHA256SUMS"]
    subprocess.run(sums, cwd=done.folder, check=True)
    (examined,) = verify(usb, (key.public,))
    assert examined.sound
    assert sum(each.status == "right" for each in examined.verdicts) == 7


def test_the_sound_comes_first_and_in_play_order(out, usb, monkeypatch):
    made = []
    real = stick._write
    monkeypatch.setattr(stick, "_write", lambda path, file: made.append(file.name) or real(path, file))
    export(out, signed.FIRST, signed.STATION, usb)
    assert made[:2] == [MORNING, EVENING]
    assert made[-1] == "SHA256SUMS"


def test_the_guide_opens_in_old_notepad(out, usb):
    folder = export(out, signed.FIRST, signed.STATION, usb).folder
    data = (folder / "HUONG-DAN.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") > 20
    text = data.decode("utf-8-sig")
    assert "Đài:        Thị trấn Đình Cả" in text
    assert "thứ Tư, 20/11/2024" in text
    assert f"  05:30  {MORNING}  (0 phút 12 giây)\r\n  17:00  {EVENING}" in text


def test_what_the_operator_keeps_is_left_alone(out, usb):
    (usb / "Nhạc").mkdir()
    (usb / "Nhạc" / "quan họ.mp3").write_bytes(b"mine")
    (usb / "HUONG-DAN.txt").write_bytes(b"mine too")
    before = {path: path.stat().st_mtime_ns for path in usb.rglob("*") if path.is_file()}
    export(out, signed.FIRST, signed.STATION, usb)
    export(out, signed.FIRST, signed.STATION, usb)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert sorted(path.name for path in usb.iterdir()) == ["20241120_dinh-ca", "HUONG-DAN.txt", "Nhạc"]


def test_a_folder_with_something_of_the_operators_is_not_replaced(out, usb):
    folder = export(out, signed.FIRST, signed.STATION, usb).folder
    (folder / "ghi chú.txt").write_text("phát lúc 5 giờ 31")
    with pytest.raises(BroadcastError) as caught:
        export(out, signed.FIRST, signed.STATION, usb)
    assert caught.value.message == f"{folder / 'ghi chú.txt'} is not of broadcast, and its folder is to be replaced"
    assert (folder / "ghi chú.txt").read_text() == "phát lúc 5 giờ 31"


def test_room_is_looked_for_before_anything_is_written(out, usb, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(100, 99, 1))
    with pytest.raises(BroadcastError, match=r"has 1 KB free, and .* are to come"):
        export(out, signed.FIRST, signed.STATION, usb)
    assert list(usb.iterdir()) == []


def test_a_stick_that_lies_is_found_out(out, usb, monkeypatch):
    real = stick._flush

    def flush(folder):
        path = folder / EVENING
        if path.is_file():
            data = bytearray(path.read_bytes())
            data[5000] ^= 1
            path.write_bytes(data)
        real(folder)

    monkeypatch.setattr(stick, "_flush", flush)
    with pytest.raises(BroadcastError) as caught:
        export(out, signed.FIRST, signed.STATION, usb)
    assert caught.value.message == f"the stick gave back other bytes for {EVENING} than were written"
    assert list(usb.iterdir()) == []


def test_a_source_that_was_altered_is_not_carried(out, usb):
    path = out / "2024-11-20" / "dinh-ca" / EVENING
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)
    with pytest.raises(BroadcastError) as caught:
        export(out, signed.FIRST, signed.STATION, usb)
    assert caught.value.message == f"{path} is not what the manifest says"
    assert list(usb.iterdir()) == []


def test_a_killed_export_is_cleared_away(out, usb):
    (usb / ".tmp~20241120_dinh-ca").mkdir()
    (usb / ".tmp~20241120_dinh-ca" / MORNING).write_bytes(b"half")
    export(out, signed.FIRST, signed.STATION, usb)
    assert [path.name for path in usb.iterdir()] == ["20241120_dinh-ca"]


def test_an_unsigned_day_is_said_to_be_so(out, usb):
    (out / "2024-11-20" / "dinh-ca" / "files.sig").unlink()
    done = export(out, signed.FIRST, signed.STATION, usb)
    assert [fault.message for fault in done.faults] == ["the files are not signed: nobody can verify the stick later"]


@pytest.mark.parametrize(
    ("station", "message"),
    [("khong-co", "unknown station khong-co"), ("dinh-ca", "there is nothing for 2024-11-25 in {out}")],
)
def test_what_is_not_there_is_named(out, usb, station, message):
    date = signed.FIRST if station == "khong-co" else signed.FIRST.replace(day=25)
    with pytest.raises(BroadcastError) as caught:
        export(out, date, station, usb)
    assert caught.value.message == message.format(out=out)


def test_a_stick_that_is_not_plugged_in(out, usb):
    with pytest.raises(BroadcastError) as caught:
        export(out, signed.FIRST, signed.STATION, usb / "not")
    assert caught.value.message == f"{usb / 'not'} is not there"


@contextlib.contextmanager
def mounted(image: Path, place: Path):
    """Mount a FAT image through FUSE, or skip."""
    if not os.access("/dev/fuse", os.W_OK):
        pytest.skip("the program fusefat cannot reach /dev/fuse")
    done = subprocess.run([programs.program("fusefat"), "-o", "rw+", image, place], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"the program fusefat cannot mount: {done.stderr.decode(errors='replace')}")
    try:
        yield
    finally:
        subprocess.run([programs.program("fusermount"), "-u", place], check=True)


def test_the_fat_directory_has_the_play_order(out, tmp_path):
    # the folder's last step, its own name, is left out: fusefat 0.1a loses what is in a renamed folder
    image, place = tmp_path / "stick.img", tmp_path / "mnt"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(64 << 20)
    programs.run("mkfs.fat", "-F", "32", image)
    files = [*stick._files(out, stick._day(out / "2024-11-20", signed.FIRST, signed.STATION))]
    files = [StickFile("20241120_0900_dinh-ca.mp3", b"third"), *files]  # an order that is not the alphabet's
    with mounted(image, place):
        (place / "20241120_dinh-ca").mkdir()
        fill(place / "20241120_dinh-ca", [each for each in files if "/" not in each.name])
    listed = programs.run("mdir", "-b", "-i", image, "::20241120_dinh-ca").decode().splitlines()
    sound = [line.rpartition("/")[2] for line in listed if line.endswith(".mp3")]
    assert sound == ["20241120_0900_dinh-ca.mp3", MORNING, EVENING]
    assert programs.run("mtype", "-i", image, f"::20241120_dinh-ca/{MORNING}") == files[1].source.read_bytes()
