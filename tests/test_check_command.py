"""`broadcast check` on the command line: every fault as path:line, a summary, and an exit code that says it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from campaigns import CONTACTS, write_campaign
from click.testing import CliRunner

from broadcast.cli.check import check

HINT = "check with its owner that it is right, enter it in contacts.yaml with the day in “verified”, or take it out"
MESSAGE = "messages/viec-nhe.yaml"
LINE = "Không có hợp đồng thì không đi."
LONG = (
    "Không có hợp đồng thì không đi và không nhận tiền và không ký giấy tờ gì với người lạ qua mạng xã hội nhé bà con."
)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(check, arguments, catch_exceptions=False)


def test_a_campaign_without_fault_exits_with_0(here):
    write_campaign(here / "segments")
    result = run()
    assert (result.exit_code, result.output) == (0, "no fault found\n")


def test_a_fault_is_shown_as_the_user_would_type_its_path(here):
    write_campaign(here / "segments", edits={MESSAGE: (LINE, "Gọi 0912345678.")})
    result = run()
    assert (result.exit_code, result.output) == (
        1,
        "segments/messages/viec-nhe.yaml:13: “0912345678” is not in the register of contacts\n"
        f"    {HINT}\n"
        "1 fault, 0 warnings\n",
    )


def test_faults_of_reading_are_shown_alone_and_all(here):
    write_campaign(
        here / "chien-dich", edits={MESSAGE: ("title:", "tittle:"), "campaign.yaml": ("at: 05:30", "at: 5h30")}
    )
    result = run("--campaign", "chien-dich")
    assert (result.exit_code, result.output) == (
        1,
        "chien-dich/campaign.yaml:8: “5h30” is not a time as it is written here\n"
        "    write 05:30\n"
        "chien-dich/messages/viec-nhe.yaml:1: the key “title” is missing\n"
        "    write for example “title: Công an không làm việc qua điện thoại”\n"
        "chien-dich/messages/viec-nhe.yaml:1: unknown key “tittle”\n"
        "    did you mean “title”?\n"
        "3 faults, 0 warnings\n",
    )


def test_warnings_are_faults_only_when_strict(here):
    write_campaign(here / "segments", edits={MESSAGE: (LINE, LONG)})
    words = (
        "segments/messages/viec-nhe.yaml:13: warning: the sentence has 27 syllables, too long for the ear\n"
        "    at most 25: make two of it\n"
        "0 faults, 1 warning\n"
    )
    assert [(r.exit_code, r.output) for r in (run(), run("--strict"))] == [(0, words), (1, words)]


def test_json_is_for_programs(here):
    write_campaign(here / "segments", edits={MESSAGE: (LINE, "Gọi 0912345678.")})
    result = run("--json")
    assert result.exit_code == 1
    assert json.loads(result.output) == [
        {
            "file": "segments/messages/viec-nhe.yaml",
            "line": 13,
            "column": 7,
            "severity": "error",
            "message": "“0912345678” is not in the register of contacts",
            "hint": HINT,
        }
    ]


def test_a_contact_that_nobody_verified_is_one_line_at_its_own_place(here):
    contacts = CONTACTS.replace("    verified: 2024-11-19\n    expires: 2025-11-19\n", "")
    edits = {MESSAGE: (LINE, "Gọi 156, một năm sáu.")}
    write_campaign(here / "segments", {"contacts.yaml": contacts}, edits)
    result = run()
    assert (result.exit_code, result.output.splitlines()[-3:]) == (1, [
        "segments/contacts.yaml:9: nobody has verified “156”, but 4 places name it: segments/campaign.yaml:20, "
        "segments/messages/nguoi-mau.yaml:15, segments/messages/nop-phi.yaml:14, …",
        "    try it, then write “verified:” with the day, or take it out of these texts; "
        "“broadcast check --json” shows every place",
        "1 fault, 3 warnings",
    ])  # fmt: skip
    (told,) = [each for each in json.loads(run("--json").output) if each["severity"] == "error"]
    assert told["places"] == [
        "segments/campaign.yaml:20",
        "segments/messages/nguoi-mau.yaml:15",
        "segments/messages/nop-phi.yaml:14",
        "segments/messages/viec-nhe.yaml:13",
    ]


def test_no_campaign_is_said(here):
    result = run()
    assert (result.exit_code, result.output) == (
        1,
        "there is no campaign in segments\n    "
        "go to the folder that holds “segments”, or name it with --campaign\n1 fault, 0 warnings\n",
    )


@pytest.mark.parametrize("locale", ["C", "vi_VN.UTF-8"])
def test_the_program_itself_runs_in_any_locale(here, locale):
    write_campaign(here / "segments", edits={MESSAGE: (LINE, "Gọi 0912345678.")})
    program = [sys.executable, "-m", "broadcast", "check"]
    done = subprocess.run(
        program, capture_output=True, check=False, env={"LANG": locale, "LANGUAGE": "en", "PATH": "", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 1
    assert done.stdout.decode("utf-8").startswith(
        "segments/messages/viec-nhe.yaml:13: “0912345678” is not in the register of contacts\n"
    )
    assert done.stderr == b""


def test_the_shipped_campaign_has_no_fault(monkeypatch):
    monkeypatch.chdir(Path(__file__).parents[1])
    result = run("--strict")
    assert (result.exit_code, result.output) == (0, "no fault found\n")
