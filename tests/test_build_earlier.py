"""Earlier plans: taken from the cache only when nothing that they come from has changed, never when damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from campaigns import write_campaign

from broadcast.build import earlier
from broadcast.campaign import read
from broadcast.errors import Faults
from broadcast.sound.lengths import planned


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("BROADCAST_CACHE", str(folder))
    return folder / "plans"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_campaign(tmp_path / "segments")


def told(plan):
    """Give everything that a plan says."""
    campaign = plan.campaign
    days = sorted({turn.turn.date for group in plan.groups for turn in group.programmes})
    return campaign, [rundown for day in days for rundown in plan.on(day)]


def plan_of(folder, without=()):
    """Plan as a build does."""
    return earlier.plan(folder, without, earlier.state(folder, without))


def kept(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


def mark(cache: Path) -> int:
    return kept(cache).stat().st_mtime_ns


def test_the_second_plan_is_the_first_and_nothing_is_written_again(folder: Path, cache: Path) -> None:
    first = plan_of(folder)
    before = mark(cache)
    (folder / "campaign.yaml").touch()  # the bytes count, not the time
    second = plan_of(folder)
    assert mark(cache) == before
    assert told(second) == told(first) == told(planned(read(folder)))


def test_shared_pieces_are_still_one_object(folder: Path, cache: Path) -> None:
    plan_of(folder)
    plan = plan_of(folder)
    stings = {
        id(cue)
        for group in plan.groups
        for each in group.programmes
        for cue in each.cues
        if cue and cue.kind == "sting"
    }
    assert len(stings) == 1


def test_any_changed_byte_is_planned_anew(folder: Path, cache: Path) -> None:
    plan_of(folder)
    for path in sorted(each for each in folder.rglob("*.yaml")):
        before, data = kept(cache).read_bytes(), path.read_bytes()
        path.write_bytes(data + b"\n# more\n")
        assert told(plan_of(folder)) == told(planned(read(folder)))
        assert kept(cache).read_bytes() != before
        path.write_bytes(data)


def test_a_new_fault_is_told_and_what_is_left_out_is_another_plan(folder: Path, cache: Path) -> None:
    plan_of(folder)
    message = sorted((folder / "messages").iterdir())[0]
    data = message.read_bytes()
    message.write_bytes(b"title: [\n")
    with pytest.raises(Faults):
        plan_of(folder)
    message.write_bytes(data)
    assert told(plan_of(folder)) == told(planned(read(folder)))
    name = planned(read(folder)).campaign.segments[0].id
    without = plan_of(folder, (name,))
    assert name not in {segment.id for segment in without.campaign.segments}


@pytest.mark.parametrize("damage", ["cut", "altered", "empty", "folder"])
def test_a_damaged_cache_costs_only_time(folder: Path, cache: Path, damage: str) -> None:
    first = plan_of(folder)
    path = kept(cache)
    data = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes({"cut": data[:-9], "altered": data[:-9] + b"x" + data[-8:], "empty": b""}[damage])
    assert told(plan_of(folder)) == told(first)


def test_a_plan_kept_by_one_process_serves_another_whatever_its_language(folder: Path, cache: Path) -> None:
    script = """\
import sys, pathlib
from broadcast.build import earlier
folder = pathlib.Path(sys.argv[1])
earlier.plan(folder, (), earlier.state(folder))
"""
    for language in ("vi", "en"):
        environment = {**os.environ, "LANGUAGE": language, "PYTHONHASHSEED": language.encode().hex()[:3]}
        subprocess.run([sys.executable, "-c", script, str(folder)], env=environment, check=True)
        data = kept(cache).read_bytes()
        kept(cache).unlink()
        plan_of(Path(str(folder)))  # as the other process has it: Python 3.13 pickles how a path was put together
        assert kept(cache).read_bytes() == data
