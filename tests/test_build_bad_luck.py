"""Bad luck (a full disk, a damaged store, two runs at once, another machine) is said clearly, and nothing is lost."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from approved import sign
from built import DAYS, Listener, Place, command, finished, place, signed_campaign  # noqa: F401 - fixtures
from campaigns import write_campaign

from broadcast.build.lock import alone
from broadcast.build.ready import ready
from broadcast.build.run import Order
from broadcast.build.run import build as run
from broadcast.voices.voice import VoiceError

ASIDE = """\
set -eu
mount -t tmpfs -o "size=$1" none "$2"
exec "$3" "$4" "$2"
"""


def on_a_small_disk(size, out, code):
    """Run Python code with `out` as a file system of its own; it is gone afterwards. Give what the code printed."""
    out.mkdir(exist_ok=True)
    own = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    script = out.with_name("script.py")
    script.write_text(code, encoding="utf-8")
    aside = ["unshare", "--mount", *own, "sh", "-c", ASIDE, "sh", size, out, sys.executable, script]
    done = subprocess.run([*map(str, aside)], capture_output=True, text=True, encoding="utf-8", check=False)
    if "mount" in done.stderr or "unshare" in done.stderr:
        pytest.skip(f"this machine lets no test mount a small disk: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    return done.stdout


STEPS = """
import subprocess, sys, shutil
from pathlib import Path

out = Path(sys.argv[1])
build = [sys.executable, "-m", "broadcast", "build", "--out", str(out), "--campaign", {segments!r}]
sign = [sys.executable, "-m", "broadcast", "approve", "all", "--campaign", {segments!r}]
sign += ["--by", "Ma Thị An", "--role", "lãnh đạo"]

def again():
    done = subprocess.run(build, capture_output=True, text=True, encoding="utf-8")
    assert "Traceback" not in done.stderr, done.stderr
    halves = [path for path in out.rglob("*") if ".tmp~" in path.name]
    lines = [line for line in done.stderr.splitlines() if "failed so far" not in line]
    print(done.returncode, halves, *lines, sep="|")

def mount(how):
    subprocess.run(["mount", "-o", "remount," + how, str(out)], check=True)

{steps}
shutil.copytree(out, {copy!r})
"""


def steps(tmp_path, size, lines):
    """Build the tiny campaign on a small disk in steps; give the lines that they said, and the place in the end."""
    segments = signed_campaign(tmp_path / "segments")
    copy = tmp_path / "copy"
    code = STEPS.format(segments=str(segments), steps=lines, copy=str(copy))
    said = on_a_small_disk(size, tmp_path / "audio_out", code).splitlines()
    return [line.split("|") for line in said], Place(segments, copy)


@pytest.mark.parametrize("size", ["64k", "9m", "19m"])
def test_a_full_disk_is_said_and_the_next_run_goes_on_from_there(finished, tmp_path, size):  # noqa: F811
    (first, then), after = steps(tmp_path, size, "again(); mount('size=99m'); again()")
    code, halves, said, hint = first
    assert (code, halves) == ("74", "[]")
    assert said.startswith(f"the disk is full: {tmp_path}/audio_out/")
    assert said.endswith(" was not written")
    assert hint == ("    free some space (broadcast prune) and run the command again; nothing made so far is lost")
    assert then == ["0", "[]"]
    assert after.files() == finished.files()


def test_what_was_finished_before_the_disk_was_full_stands(finished, tmp_path):  # noqa: F811
    message = tmp_path / "segments/messages/viec-nhe.yaml"
    lines = f"""
again()
mount("size=82m")
(out / "other").write_bytes(bytes(60_000_000))
message = Path({str(message)!r})
message.write_text(message.read_text("utf-8").replace("Không có hợp đồng", "Không thấy hợp đồng"), "utf-8")
subprocess.run(sign, check=True, stdout=subprocess.DEVNULL)
again()
again()
(out / "other").unlink()
"""
    said, after = steps(tmp_path, "40m", lines)
    assert [line[0] for line in said] == ["0", "74", "74"]
    assert after.files() == finished.files()  # the old programmes, whole, with their manifests and sums


def test_a_read_only_disk_is_said(tmp_path):
    (first, then), _after = steps(tmp_path, "40m", "mount('ro'); again(); mount('rw'); again()")
    code, halves, said, hint = first
    assert (code, halves) == ("74", "[]")
    assert said == f"{tmp_path}/audio_out/.store/checked cannot be written: the disk is read-only"
    assert hint == "    look at the disk: one that fails is often made read-only; or give another --out"
    assert then == ["0", "[]"]


def test_a_disk_that_becomes_read_only_keeps_what_stands(finished, tmp_path):  # noqa: F811
    (_made, read_only, kept), after = steps(tmp_path, "40m", "again(); mount('ro'); again(); mount('rw'); again()")
    assert read_only[0] == "74"
    assert kept == ["0", "[]"]
    assert after.files() == finished.files()


def without_rights(*words):
    """Run the program as somebody who may not write everywhere, as root may."""
    drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if drop and not shutil.which("setpriv"):
        pytest.skip("the program setpriv is not installed")
    return subprocess.run(
        [*drop, sys.executable, "-m", "broadcast", *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_an_output_folder_of_somebody_else_is_said(tmp_path):
    segments = write_campaign(tmp_path / "segments")
    out = tmp_path / "audio_out"
    out.mkdir(mode=0o555)
    done = without_rights("build", "--campaign", segments, "--out", out)
    assert (done.returncode, done.stdout, done.stderr) == (
        74,
        "",
        f"{out}/.store/checked cannot be written: no permission\n"
        f"    give the user who runs broadcast the right to write in {out}/.store\n",
    )
    assert list(out.iterdir()) == []


def test_a_stations_folder_of_somebody_else_is_said_and_the_others_get_theirs(place, finished):  # noqa: F811
    folder = place.out / "2024-11-21" / "xa-mot"
    lost = next(folder.glob("*_0530_*.mp3"))
    lost.unlink()
    place.edit("messages/viec-nhe.yaml", "Không có hợp đồng thì", "Không thấy hợp đồng thì")
    sign(place.segments)
    folder.chmod(0o555)
    done = without_rights("build", "--campaign", place.segments, "--out", place.out)
    folder.chmod(0o755)
    assert done.returncode == 74
    reason = f"{folder}/{lost.name} cannot be written: no permission"
    assert done.stdout.splitlines()[0] == f"2024-11-21 0530 xa-mot: not made, nothing stands: {reason}"
    assert done.stderr.splitlines()[-2:] == [
        f"{folder}/SHA256SUMS cannot be written: no permission",
        f"    give the user who runs broadcast the right to write in {folder}",
    ]
    manifest = json.loads((place.out / "2024-11-21/manifest.json").read_bytes())
    assert manifest["missing"] == [{"station": "xa-mot", "slot": "05:30", "reason": reason}]
    for each in manifest["programmes"]:
        data = (place.out / "2024-11-21" / each["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == each["sha256"]
    place.edit("messages/viec-nhe.yaml", "Không thấy hợp đồng thì", "Không có hợp đồng thì")
    place.build()
    assert place.files() == finished.files()


def cut(data):
    return data[: len(data) // 2]


def altered(data):
    return data[:-1] + bytes([data[-1] ^ 1])


DAMAGES = {"cut": cut, "altered": altered, "empty": lambda _data: b"", "foreign": lambda _data: b"\xff\xfb\x90\x00"}


@pytest.mark.parametrize(("shelf", "damage"), [("sentence", "cut"), *(("piece", damage) for damage in DAMAGES)])
def test_a_damaged_store_is_mended_where_it_is_needed(place, finished, shelf, damage):  # noqa: F811
    for path in place.out.glob(f".store/{shelf}/*/*"):
        path.write_bytes(DAMAGES[damage](path.read_bytes()))
    if shelf == "sentence":
        shutil.rmtree(place.out / ".store/piece")
    for path in place.out.glob("????-??-??/*/*.mp3"):
        path.unlink()
    outcome, _asked = place.build()
    assert (outcome.made, outcome.failed) == (8, 0)
    assert place.files() == finished.files()


def test_a_damaged_store_without_a_voice_costs_only_what_it_held(place, finished):  # noqa: F811
    pieces = list(place.out.glob(".store/piece/*/*"))
    shutil.rmtree(place.out / ".store/sentence")
    lost = next(path for path in pieces if b'"spans":[]' not in path.read_bytes())
    lost.write_bytes(cut(lost.read_bytes()))
    programmes = list(place.out.glob("????-??-??/*/*.mp3"))
    for path in programmes[::2]:
        path.unlink()

    class Mute(Listener):
        def speak(self, sentence):
            raise VoiceError("gone", "the voice is gone")

    plan = ready(place.segments, place.out)
    outcome = run(plan, [Mute()], place.out, Order(DAYS))
    assert outcome.made + outcome.kept + outcome.failed == 8
    assert {failure.reason for failure in outcome.failures} <= {"the voice is gone"}
    assert all(failure.rung for failure in outcome.failures), "the standby programme stands in for what is gone"
    assert place.build()[0].failed == 0
    assert place.files() == finished.files()


def test_a_second_run_says_that_another_is_at_work(place):  # noqa: F811
    words = ("build", "--campaign", place.segments, "--out", place.out)
    with alone(place.out / ".store", 0):
        done = command(*words)
    assert (done.returncode, done.stdout, done.stderr) == (
        75,
        "",
        f"another run of broadcast is at work in {place.out}\n"
        "    wait until it has finished, or give --wait more seconds\n",
    )
    assert command(*words).returncode == 0


def test_a_second_run_waits_when_it_is_told_to(place):  # noqa: F811
    words = [sys.executable, "-m", "broadcast", "build", "--wait", "60"]
    with alone(place.out / ".store", 0):
        waiting = subprocess.Popen(
            [*words, "--campaign", place.segments, "--out", place.out], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(2)
    said, _errors = waiting.communicate()
    assert waiting.returncode == 0
    assert said.decode().splitlines()[-1].startswith("0 made, 8 kept, 0 failed; 0.0 minutes of sound in ")


def test_two_runs_at_once_make_what_one_makes(finished, tmp_path):  # noqa: F811
    segments, out = signed_campaign(tmp_path / "segments"), tmp_path / "audio_out"
    words = [sys.executable, "-m", "broadcast", "build", "--wait", "120", "--campaign", segments, "--out", out]
    both = [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _each in range(2)]
    said = [each.communicate()[0].decode() for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert sorted(words.splitlines()[-1].partition(" failed")[0] for words in said) == [
        "0 made, 8 kept, 0",
        "8 made, 0 kept, 0",
    ]
    assert Place(segments, out).files() == finished.files()


MACHINES = {
    "clock in UTC": {"TZ": "UTC", "LANG": "C.UTF-8"},
    "clock at the other end of the world": {"TZ": "Pacific/Kiritimati", "LANG": "vi_VN.UTF-8"},
    "LANG=C": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a locale that is not installed": {"LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
}


@pytest.mark.parametrize("machine", MACHINES)
def test_every_machine_makes_the_same(finished, tmp_path, machine):  # noqa: F811
    out = tmp_path / "Âm thanh đã làm"
    done = command("build", "--campaign", finished.segments, "--out", out, **MACHINES[machine])
    assert done.returncode == 0, done.stderr
    assert Place(finished.segments, out).files() == finished.files()
    assert not [path for path in Path(out).rglob("*") if ".tmp~" in path.name]
