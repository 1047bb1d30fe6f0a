"""What people type and leave lying about by mistake: each is named in words, with the code of the table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from built import command
from nights import fresh, place, spent  # noqa: F401


@pytest.mark.parametrize("typed", ["nan", "inf"])
@pytest.mark.parametrize(("name", "option"), [("prune", "--age"), ("build", "--wait"), ("nightly", "--wait")])
def test_what_is_no_number_is_refused(name, option, typed):
    done = command(name, option, typed)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2, f"Error: Invalid value for '{option}': {typed} is not a number",
    )  # fmt: skip


def test_more_room_than_any_disk_has_is_refused():
    done = command("prune", "--room", "1e300")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2, "Error: Invalid value for '--room': 1e+300 is not in the range 0<=x<=1000000000.0.",
    )  # fmt: skip


def test_a_folder_that_is_named_as_a_manifest_is_said(place):  # noqa: F811
    manifest = next(place.out.glob("????-??-??/manifest.json"))
    manifest.unlink()
    manifest.mkdir()
    done = command("publish", "--campaign", place.segments, "--out", place.out)
    assert (done.returncode, done.stderr) == (1, f"{manifest} cannot be read: it is a folder\n")


def test_a_backup_below_a_file_is_said(place, tmp_path):  # noqa: F811
    (tmp_path / "usb").write_text("")
    file = tmp_path / "usb" / "a.tar.gz"
    done = command("backup", file, "--campaign", place.segments)
    assert (done.returncode, done.stderr) == (74, f"{file} cannot be written: File exists\n")


def test_a_store_below_a_file_is_said(place, tmp_path):  # noqa: F811
    (tmp_path / "out").write_text("")
    message = min((place.segments / "messages").iterdir()).stem
    done = command("preview", message, "--campaign", place.segments, "--out", tmp_path / "out")
    assert done.returncode == 74
    assert done.stderr.endswith(" cannot be written: a file stands where a folder is expected\n")


def test_a_mistyped_folder_is_said_before_a_missing_key(tmp_path):
    (tmp_path / "key.json").write_text("{}")
    for words in (("verify", tmp_path / "usb"), ("keys", "show", "--keys", tmp_path / "key.json")):
        done = command(*words)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (2, f"Error: {words[-1]} is not a folder")


def test_a_user_whom_the_machine_does_not_have_gets_no_timetable(place):  # noqa: F811
    done = command("schedule", "install", "--campaign", place.segments, "--kind", "cron", "--user", "no:body")
    assert (done.returncode, done.stdout, done.stderr) == (
        1, "", "this machine has no user no:body\n    give --user the name of an account\n",
    )  # fmt: skip


def test_output_that_goes_to_a_full_disk_is_said(place):  # noqa: F811
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "broadcast", "check", "--campaign", str(place.segments)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        74, "the disk is full: what was to be shown was not written\n    free some space, or show it on the screen\n",
    )  # fmt: skip
    words = f'"{sys.executable}" -m broadcast check --campaign "{place.segments}" >/dev/full 2>&1'
    assert subprocess.run(["sh", "-c", words], check=False).returncode == 74


def test_a_screen_that_was_closed_ends_nothing(tmp_path):
    words = f'"{sys.executable}" -m broadcast check --campaign "{tmp_path}" >&-'
    done = subprocess.run(["sh", "-c", words], stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
