"""What rots on the disk overnight: every file that stands is struck, and the night mends it and says so."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from nights import EVENING, fresh, lines, place, spent  # noqa: F401

from broadcast.build.store import FOLDER
from broadcast.deliver import verify
from broadcast.deliver.keys import load

NOTES = {FOLDER, ".site.json"}  # our own, made again in silence or with a line about the store; tested below
LEFT = {"night.js"}  # every night writes it anew in its end, like status.json
SERIAL = {"files.sig", "manifest.json.sig"}  # a new signature says when it was made
REWRITTEN = {"manifest.json", "SHA256SUMS", "assets"}  # every build and publishing compares these, byte for byte


def standing(out: Path) -> list[Path]:
    """Give every file that is built or published, not what the program keeps for itself."""
    others = NOTES | LEFT
    return sorted(path for path in out.rglob("*") if path.is_file() and not others & {*path.relative_to(out).parts})


def kinds(out: Path) -> dict[str, Path]:
    """Give a file of each kind: kinds are told by the folder and the end of the name."""
    found = {}
    for path in standing(out):
        *folders, name = path.relative_to(out).parts
        kind = name if name.startswith(("files", "manifest", "SHA", "index", "broadcast")) else path.suffix or name
        found.setdefault("/".join([*("*" if "-" in folder else folder for folder in folders), kind]), path)
    return found


def rotten(path: Path, how: str) -> None:
    """Let a file rot as disks do: the time and, but for a cut, the size stay."""
    data, seen = path.read_bytes(), path.stat()
    if how == "missing":
        path.unlink()
        return
    middle = len(data) // 2
    path.write_bytes(data[:middle] if how == "cut" else data[:middle] + bytes([data[middle] ^ 4]) + data[middle + 1 :])
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def test_every_kind_of_file_is_known_here(spent):  # noqa: F811
    assert {kind.rpartition("/")[2] for kind in kinds(spent.out)} == {
        ".mp3", ".txt", ".vtt", ".m3u8", ".zip", "SHA256SUMS", "files.sig", "index.html", "manifest.json",
        "manifest.json.sig", "broadcast-key.pem", ".js", ".css", ".svg", ".png", ".ics", ".xml", ".liq",
        ".webmanifest",
    }  # fmt: skip


def mended(place, paths, how, right):  # noqa: F811
    """Strike files, spend a night, and see that everything is as it was; give what the night noted."""
    name = f"{how} {[str(path.relative_to(place.out)) for path in paths]}"
    for path in paths:
        rotten(path, how)
    report = place.night()
    assert (name, report.code, report.count("green")) == (name, 0, 2), lines(report)
    wrong = [each for each, data in right.items() if each.read_bytes() != data and each.name not in SERIAL]
    assert (name, wrong, standing(place.out)) == (name, [], sorted(right))
    assert all(each.sound for each in verify.verify(place.out, [load(place.root / "keys").public])), name
    right |= {each: each.read_bytes() for each in right if each.name in SERIAL}
    return [line for line in lines(report) if line.startswith("note: ")]


def test_every_file_that_was_altered_is_mended_and_said(place):  # noqa: F811
    right = {path: path.read_bytes() for path in standing(place.out)}
    rewritten = [path for path in right if REWRITTEN & {*path.parts}]
    assert mended(place, rewritten, "altered", right) == []
    others = [path for path in right if path not in rewritten]
    apart = -(-len(others) // 5)
    for first in range(apart):  # five at once: few enough for each to be named
        struck = others[first::apart]
        (said,) = mended(place, struck, "altered", right)
        words, _colon, names = said.rpartition(": ")
        assert words == "note: not whole on the disk, and made again"
        assert sorted(names.split(", ")) == sorted(path.name for path in struck)
    assert len(right) == 75


@pytest.mark.parametrize("how", ["cut", "missing"])
def test_a_file_of_each_kind_that_was_lost_is_mended(place, how):  # noqa: F811
    right = {path: path.read_bytes() for path in standing(place.out)}
    struck = kinds(place.out)
    for path in struck.values():
        mended(place, [path], how, right)
    assert len(struck) == 25


def test_many_that_rotted_at_once_are_counted(place):  # noqa: F811
    right = {path: path.read_bytes() for path in standing(place.out)}
    struck = sorted(place.out.glob("2024-11-2?/*/*.mp3"))
    names = ", ".join(path.name for path in struck[:5])
    assert mended(place, struck, "altered", right) == [
        f"note: not whole on the disk, and made again: {names} and 3 more"
    ]


def test_a_store_that_rotted_is_told_in_one_line(place):  # noqa: F811
    rotten(place.out / FOLDER / "days" / "2024-11-20.jsonl", "altered")
    for path in (place.out / FOLDER).glob("piece/*/*"):
        rotten(path, "altered")
    report = place.night()
    assert report.code == 0
    assert lines(report)[3:-3] == ["note: the store had rotted in 21 places, and what was lost is made again"]


def test_one_place_of_the_store_is_one_place(place):  # noqa: F811
    rotten(place.out / FOLDER / "days" / "standby.jsonl", "altered")
    assert lines(place.night())[3] == "note: the store had rotted in 1 place, and what was lost is made again"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "note: the store is of another version of broadcast: 1 record is made again"),
        (None, "note: the store is of another version of broadcast: 31 records are made again"),
    ],
)
def test_a_store_of_another_version_is_told_in_one_line(place, count, said):  # noqa: F811
    for path in sorted((place.out / FOLDER).glob("piece/*/*"))[:count]:
        path.write_bytes(path.read_bytes().replace(b"broadcast-store-1", b"broadcast-store-0"))
    for path in [*(place.out / FOLDER / "days").glob("*.jsonl")][: 0 if count else None]:
        path.write_text('{"version":1,"count":0,"pieces":{},"bodies":[]}\n')  # the first version had no seal
    if count:
        for path in place.out.glob("**/*.mp3"):
            path.unlink()
    report = place.night()
    assert report.code == 0
    assert lines(report)[3] == said


@pytest.mark.parametrize("name", [".site.json", "2024-11-20/.site.json"])
def test_what_was_noted_of_the_site_is_noted_again(place, name):  # noqa: F811
    right = {path: path.read_bytes() for path in standing(place.out)}
    path = place.out / name
    before = json.loads(path.read_bytes())
    said = mended(place, [path], "cut", right)
    after = json.loads(path.read_bytes())
    assert after.pop("files").keys() == before.pop("files").keys()
    assert {**after, "signed": ""} == {**before, "signed": ""}  # the key was copied, and has another stamp
    lost = "note: what was noted of the site was lost: if it has an address, give it again (broadcast publish --url)"
    assert said == ([lost] if name == ".site.json" else [])


def test_what_cannot_be_made_again_is_said(place):  # noqa: F811
    (place.segments / "campaign.yaml").write_text("id: [\n")
    rotten(place.day() / "index.html", "altered")
    rotten(place.out / "standby" / "xa-mot_standby.mp3", "missing")
    said = lines(place.night())
    for name in ("2024-11-20/index.html", "standby/xa-mot_standby.mp3"):
        at = said.index(f"trouble: {name} is not as it was made")
        assert said[at + 1] == "    what to do: look at the disk, and who may write there"
