"""The daily scripts of whole tiny campaigns, byte for byte, on any machine."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from campaigns import write_campaign
from planned import FIRST, MORNING, campaign, message, station, text

from broadcast.campaign import read
from broadcast.campaign.content import Content
from broadcast.plan import Plan, plan
from broadcast.plan.approvals import Approvals
from broadcast.plan.script import script, standby_script

GOLDEN = Path(__file__).parent / "golden"


def approvals(made: Plan) -> Approvals:
    return Approvals(made, (), Content(made.campaign.folder).found)


def written(made: Plan, day: date = FIRST) -> str:
    return script(made, day, approvals(made).heard(day))


@pytest.mark.parametrize("folder", sorted(path for path in GOLDEN.iterdir() if (path / "segments").is_dir()),
                         ids=lambda path: path.name)  # fmt: skip
def test_a_golden_campaign_gives_its_scripts(folder: Path, golden):
    made = plan(read(folder / "segments"))
    days = list(dict.fromkeys(turn.date for turn in made.turns))
    for day in days:
        golden(folder / "scripts" / f"{day}.md", written(made, day))
    golden(folder / "scripts" / "standby.md", standby_script(made, approvals(made).heard("standby")))
    names = [*(f"{day}.md" for day in days), "standby.md"]
    assert sorted(path.name for path in (folder / "scripts").iterdir()) == names


@pytest.mark.parametrize(
    "machine",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "LANGUAGE": ""},
        {"PYTHONHASHSEED": "2", "LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh", "LANGUAGE": "vi"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "C.UTF-8", "TZ": "America/Los_Angeles", "LANGUAGE": "en"},
    ],
    ids=["C and UTC", "vi", "en far away"],
)
def test_every_machine_writes_the_same_bytes(machine: dict[str, str], tmp_path: Path):
    source = GOLDEN / "khac-nhau"
    command = [sys.executable, "-m", "broadcast", "script", "--campaign", source / "segments", "--to", tmp_path]
    subprocess.run(command, check=True, env=os.environ | machine, capture_output=True)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in (source / "scripts").iterdir()}


def test_every_sentence_stands_in_the_script_and_beside_it_what_is_heard_instead(tmp_path: Path):
    made = plan(read(write_campaign(tmp_path / "segments")))
    for day in dict.fromkeys(turn.date for turn in made.turns):
        words = written(made, day)
        for rundown in made.on(day):
            for line in (line for cue in rundown.cues if cue.kind != "ident" for line in cue.lines):
                heard = f"\n  - *đọc là:* {line.spoken}" if line.changed else ""
                assert f"\n- {line.written}{heard}\n" in words


def test_what_differs_stands_once():
    stations = tuple(station(name) for name in ("mot", "hai", "ba"))
    own = message("x", stations=("hai",), dates=(FIRST,), slots=(MORNING,), text=text("Riêng xã hai."))
    words = written(plan(campaign(*(message(name) for name in "abcdef"), own, stations=stations)))
    assert words.count("Riêng xã hai.") == 1
    assert words.count("### Khác ở: Xã hai") == 1
    assert words.count("Phát ở: Xã mot, Xã ba.") == 1


def test_a_text_cannot_become_markdown():
    words = replace(campaign().words, closing=text("<b>Hết</b> | [x](y) `z` *w*."))
    made = campaign(*(message(name) for name in "abcd"), words=words)
    assert r"\<b\>Hết\</b\> \| \[x\](y) \`z\` \*w\*" in written(plan(made))


def test_two_must_sign_an_urgent_message():
    urgent = message("x", bulletin_class="khẩn cấp")
    made = campaign(*(message(name) for name in "abcd"), approval=("lãnh đạo",))
    assert "người duyệt thứ hai" not in written(plan(made))
    assert "| người duyệt thứ hai (tin khẩn cấp) |" in written(
        plan(replace(made, segments=(*made.segments, urgent)))
    )


def test_scripts_are_written_whole_and_only_when_they_changed(tmp_path: Path):
    source = write_campaign(tmp_path / "segments")
    command = [sys.executable, "-m", "broadcast", "script", "--campaign", source, "--to", tmp_path / "scripts"]
    first = subprocess.run(command, check=True, capture_output=True, text=True)
    assert first.stdout == f"3 scripts in {tmp_path / 'scripts'}: 3 written, 0 already right\n"
    again = subprocess.run(command, check=True, capture_output=True, text=True)
    assert again.stdout == f"3 scripts in {tmp_path / 'scripts'}: 0 written, 3 already right\n"
    assert sorted(path.name for path in (tmp_path / "scripts").iterdir()) == [
        "2024-11-20.md", "2024-11-21.md", "standby.md",
    ]  # fmt: skip
    one = subprocess.run([*command, "--date", "2024-11-21"], check=True, capture_output=True, text=True)
    assert one.stdout == f"1 script in {tmp_path / 'scripts'}: 0 written, 1 already right\n"
