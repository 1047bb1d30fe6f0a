"""Upkeep: what may go and what never does; what comes back from a backup, and what is refused."""

from __future__ import annotations

import datetime
import io
import os
import stat
import tarfile

import pytest
from built import command
from nights import fresh, place, spent  # noqa: F401

from broadcast.build import trial
from broadcast.build.store import FOLDER
from broadcast.errors import BroadcastError
from broadcast.night.archive import backup, restore
from broadcast.night.prune import Wish, prune

NOW = datetime.datetime.now(datetime.UTC)


def pieces(place):  # noqa: F811
    return sorted((place.out / FOLDER).glob("piece/*/*"))


def sentences(place):  # noqa: F811
    return sorted((place.out / FOLDER).glob("sentence/*/*"))


def test_nothing_that_a_day_needs_is_pruned(place):  # noqa: F811
    before = pieces(place)
    done = prune(place.out, Wish(age=0, room=0), NOW + datetime.timedelta(1000))
    assert pieces(place) == before
    assert done.records > 0
    assert sentences(place) == []
    assert place.night().made == 0


def test_days_that_are_over_go_and_with_them_what_only_they_needed(place):  # noqa: F811
    (place.out / "2024-99-99").mkdir()
    done = command("prune", "--out", place.out, "--before", "2024-11-21", "--age", "0")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("removed: the day 2024-11-20\n")
    assert not (place.out / "2024-11-20").exists()
    assert place.sound(date="2024-11-21").exists()
    assert (place.out / "2024-99-99").exists()
    report = place.night(date=datetime.date(2024, 11, 21))
    assert (report.code, report.made) == (0, 0)


def test_trials_of_days_that_are_over_go_too(place):  # noqa: F811
    for day in ("2024-11-20", "2024-11-21"):
        (place.out / trial.FOLDER / day / "xa-mot").mkdir(parents=True)
        (place.out / trial.FOLDER / day / "xa-mot" / "x.mp3").write_bytes(b"ID3")
    ledger = trial.ledger_path(place.out / FOLDER, datetime.date(2024, 11, 20))
    ledger.write_text("")
    prune(place.out, Wish(datetime.date(2024, 11, 21)), NOW)
    assert [path.name for path in (place.out / trial.FOLDER).iterdir()] == ["2024-11-21"]
    assert not ledger.exists()


def test_the_oldest_go_first_and_no_more_than_must(place):  # noqa: F811
    paths = sentences(place)
    for number, path in enumerate(paths):
        os.utime(path, (1_000_000 + number, 1_000_000 + number))
    total = sum(path.stat().st_size for path in (*paths, *pieces(place)))
    prune(place.out, Wish(room=total - 1), NOW)
    assert sentences(place) == paths[1:]


def test_rotten_records_are_removed_and_made_again(place):  # noqa: F811
    path = pieces(place)[0]
    right = path.read_bytes()
    path.write_bytes(right[:100] + bytes([right[100] ^ 1]) + right[101:])
    assert prune(place.out, Wish(), NOW).rotten == 1
    assert not path.exists()
    for sound in place.out.glob("*/**/*.mp3"):  # the reserve too
        sound.unlink()
    assert place.night().code == 0
    assert path.exists()


def test_a_store_of_another_version_counts_for_nothing_and_is_made_again(place):  # noqa: F811
    for path in (*pieces(place), *sentences(place)):
        path.write_bytes(path.read_bytes().replace(b"broadcast-store-1", b"broadcast-store-0"))
    for path in (place.out / FOLDER / "days").glob("*.jsonl"):
        path.write_text('{"version":1,"count":0,"pieces":{},"bodies":[]}\n')  # the first version had no seal
    right = place.sound().read_bytes()
    report = place.night()
    assert (report.code, report.made) == (0, 8)
    assert place.sound().read_bytes() == right


def folders(root):
    return {"segments": root / "work" / "segments", "scripts": root / "work" / "scripts", "own": root / "keys"}


def test_everything_comes_back_from_a_backup(place, tmp_path):  # noqa: F811
    file, there = tmp_path / "b.tar.gz", folders(place.root)
    done = backup(file, there)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    back = folders(tmp_path / "back")
    assert restore(file, back).parts == done.parts
    for name, folder in there.items():
        said = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        found = {path.relative_to(back[name]): path.read_bytes() for path in back[name].rglob("*") if path.is_file()}
        assert found == said
        assert said
    assert stat.S_IMODE((back["own"] / "signing-key.pem").stat().st_mode) == 0o600


def test_a_mistyped_folder_is_said_and_nothing_is_made(tmp_path):
    file = tmp_path / "b.tar.gz"
    done = command("backup", file, "--campaign", tmp_path / "segment")
    assert (done.returncode, done.stderr) == (
        1,
        f"there is no campaign in {tmp_path / 'segment'}\n"
        "    go to the folder that holds “segments”, or name it with --campaign\n",
    )
    done = command("prune", "--out", tmp_path / "audio")
    assert done.returncode == 2
    assert done.stderr.endswith(f"Error: {tmp_path / 'audio'} is not a folder\n")
    assert list(tmp_path.iterdir()) == []


def test_the_commands_say_what_they_did(place, tmp_path):  # noqa: F811
    there = ["--campaign", place.segments, "--scripts", place.order.scripts, "--keys", place.root / "keys"]
    file = tmp_path / "b.tar.gz"
    counts = ", ".join(
        f"{name} {sum(path.is_file() for path in folder.rglob('*'))}" for name, folder in folders(place.root).items()
    )
    said = command("backup", file, *there).stdout.splitlines()
    assert said[0].startswith(f"{file}: {counts} files, checked; ")
    assert said[1] == "it holds the secret key: keep it where only you can read it, and not on this machine"
    again = command("backup", file, *there)
    assert (again.returncode, again.stderr) == (
        1, f"{file} exists already\n    give another name, one with the date in it, say\n",
    )  # fmt: skip
    (place.segments / "lexicon.yaml").write_text("lexicon: []\n")
    refused = command("restore", file, *there)
    assert (refused.returncode, refused.stderr) == (
        1,
        f"1 files are there with other content: {place.segments / 'lexicon.yaml'}\n"
        "    restore into an empty folder, or give --overwrite to lose what is there\n",
    )
    done = command("restore", file, *there, "--overwrite")
    assert done.stdout == (
        f"{counts} files are back\nwhat is built is not in a backup: run broadcast nightly\n"
    )
    assert "Thần Xa" in (place.segments / "lexicon.yaml").read_text()


@pytest.mark.parametrize("where", [0, 20, 500, -30, -1])
def test_a_damaged_backup_gives_nothing_back(place, tmp_path, where):  # noqa: F811
    file = tmp_path / "b.tar.gz"
    backup(file, folders(place.root))
    data = bytearray(file.read_bytes())
    data[where] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(BroadcastError) as caught:
        restore(file, folders(tmp_path / "back"))
    assert caught.value.message == f"{file} is not a whole backup of broadcast"
    assert not (tmp_path / "back").exists()


def test_a_backup_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BroadcastError) as caught:
        restore(tmp_path / "b.tar.gz", folders(tmp_path / "back"))
    assert str(caught.value) == f"there is no file {tmp_path / 'b.tar.gz'}"


@pytest.mark.parametrize("name", ["../../etc/x", "/etc/x", "segments/../../x", "segments/a:b", "x"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path, name):
    import hashlib
    import json

    file = tmp_path / "b.tar.gz"
    told = {"version": 1, "sha256": {name.lstrip("/"): hashlib.sha256(b"x").hexdigest()}}
    with tarfile.open(file, "w:gz") as tar:
        for path, data in ((name, b"x"), ("backup.json", json.dumps(told).encode())):
            member = tarfile.TarInfo(path)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    with pytest.raises(BroadcastError) as caught:
        restore(file, folders(tmp_path / "back"))
    assert caught.value.message == f"{file} is not a whole backup of broadcast"
    assert [path.name for path in tmp_path.iterdir()] == ["b.tar.gz"]


def test_a_link_in_a_backup_is_refused(tmp_path):
    file = tmp_path / "b.tar.gz"
    with tarfile.open(file, "w:gz") as tar:
        member = tarfile.TarInfo("segments/x")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(member)
    with pytest.raises(BroadcastError) as caught:
        restore(file, folders(tmp_path / "back"))
    assert caught.value.hint == "nothing was restored from it"
