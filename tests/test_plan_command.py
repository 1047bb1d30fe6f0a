"""`broadcast plan`: the grid, one day with its reasons, JSON, and faults that end in exit code 1."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from campaigns import write_campaign
from planned import campaign, message, station

from broadcast.cli import grid
from broadcast.cli.columns import cells, fit, hanging, right, wrap
from broadcast.plan import Reason, plan, words

FOLDER = Path(__file__).parent / "golden" / "hai-dai" / "segments"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "broadcast", "plan", *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_whole_plan_fits_a_hundred_columns():
    done = run("--campaign", FOLDER)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert all(cells(line) <= 100 for line in lines)
    assert lines[:4] == [
        "Chiến dịch thử nghiệm phòng lừa đảo",
        "2024-11-20 to 2024-11-21, 2 slots a day, 2 stations, 6 messages",
        "",
        "every station",
    ]
    assert lines[4] == "2024-11-20  giả danh công an"
    assert lines[5].startswith("  05:30   2:")
    assert lines[-1] == "every promise is kept"
    rows = [line.split() for line in lines if line.startswith((" 1 Giả", " 2 Việc"))]
    assert [row[-3:] for row in rows] == [["2", "2", "4"], ["2", "2", "4"]]


def test_a_day_says_why_each_message_stands_where_it_does():
    done = run("--campaign", FOLDER, "--date", "2024-11-20", "--station", "xa-mot")
    assert done.returncode == 0
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[0] == "2024-11-20: giả danh công an"
    assert lines[2].endswith("Xã Một")
    assert "0:00  opener and the station's ident" in lines
    assert lines.count("← the day's theme asks for the topic Giả danh công an") == 2


def test_the_same_for_programs():
    made = json.loads(run("--campaign", FOLDER, "--json", "--date", "2024-11-21", "--station", "xa-mot").stdout)
    assert [(each["date"], each["slot"], each["station"]) for each in made["rundowns"]] == [
        ("2024-11-21", "05:30", "xa-mot"), ("2024-11-21", "17:00", "xa-mot"),
    ]  # fmt: skip
    cues = made["rundowns"][0]["cues"]
    assert [cue["kind"] for cue in cues] == ["ident", "greeting", "message", "sting", "message", "contacts", "closing"]
    assert cues[1]["start"] == cues[0]["seconds"]
    assert cues[2]["ground"] == "theme topic"
    assert made["coverage"] == [
        {
            "stations": ["dai-huyen", "xa-mot"],
            "topics": {"1": 4, "2": 4},
            "audiences": made["coverage"][0]["audiences"],
            "messages": made["coverage"][0]["messages"],
        }
    ]
    assert made["faults"] == []


def test_every_rundown_is_there_for_programs():
    assert len(json.loads(run("--campaign", FOLDER, "--json").stdout)["rundowns"]) == 8
    assert len(json.loads(run("--campaign", FOLDER, "--json", "--station", "xa-mot").stdout)["rundowns"]) == 4


def test_a_broken_promise_ends_in_exit_code_one(tmp_path: Path):
    folder = write_campaign(
        tmp_path / "segments",
        edits={"campaign.yaml": ('  "2": Việc nhẹ lương cao\n', '  "2": Việc nhẹ lương cao\n  "3": Cho số đánh đề\n')},
    )
    done = run("--campaign", folder)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "1 promise is broken; see below"
    assert done.stderr.splitlines()[0].endswith(
        "the topic Cho số đánh đề is aired 0 of 1 time that is promised (every station)"
    )
    assert json.loads(run("--campaign", folder, "--json").stdout)["faults"][0]["severity"] == "error"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("--date", "2024-11-19"),
            1,
            "2024-11-19 is not a date of the campaign\n    its dates are 2024-11-20 to 2024-11-21",
        ),
        (("--station", "xa-mto"), 1, "unknown station xa-mto\n    did you mean xa-mot?"),
        (("--station", "q"), 1, "unknown station q\n    the stations are those of stations.yaml, by their id"),
        (("--date", "20/11"), 2, "Error: Invalid value for '--date': 20/11 is not a date; write it like 2024-11-20"),
    ],
)
def test_what_was_asked_for_wrongly_is_said_clearly(arguments: tuple[str, ...], code: int, said: str):
    done = run("--campaign", FOLDER, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.strip().endswith(said)


def test_groups_of_stations_stand_one_below_the_other():
    made = plan(
        campaign(*(message(name) for name in "abcdef"), message("x", stations=("hai",)),
                 stations=(station("mot"), station("hai"), station("ba")))
    )  # fmt: skip
    lines = list(grid.whole(made, None))
    assert "Xã mot, Xã ba" in lines
    assert "Xã hai" in lines
    assert "Xã mot, Xã ba" not in list(grid.whole(made, "hai"))
    day = list(grid.day(made, date(2024, 11, 20), None))
    assert any(line.endswith("Xã mot, Xã ba") for line in day)


def test_columns_count_cells_not_letters():
    assert cells("đ\u0323ườ") == 3
    assert cells("漢字") == 4
    assert fit("Đình Cả", 9) == "Đình Cả  "
    assert fit("Đi\u0300nh Cả", 5) == "Đi\u0300nh…"
    assert right("số", 4) == "  số"
    assert list(wrap(["một", "hai", "ba"], 7)) == ["một hai", "ba"]
    assert list(hanging("ab  ", ["một", "hai"], 7)) == ["ab  một", "    hai"]


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (Reason("pattern"), "the campaign's pattern has it in every programme"),
        (Reason("between"), "a sting parts two messages"),
        (Reason("urgent", "2024-11-25 17:00"), "urgent: at the head of every programme until 2024-11-25 17:00"),
        (Reason("bound"), "bound to this date and slot by its own file"),
        (Reason("daily", "Công an"), "the topic Công an is promised every day"),
        (Reason("theme topic", "Công an"), "the day's theme asks for the topic Công an"),
        (Reason("theme audience", "Trẻ em"), "the day's theme is for the audience Trẻ em"),
        (Reason("audience", "Trẻ em"), "the audience Trẻ em is promised a message at least every second day"),
        (Reason("topic", "Công an", 1, 2), "the topic Công an is promised 2 times; this is number 1"),
        (Reason("turn", count=1), "its turn: it has not been aired before"),
        (Reason("turn", count=2, before=date(2024, 11, 20)), "its turn: aired 1 time before, last on 2024-11-20"),
        (Reason("turn", count=3, before=date(2024, 11, 20)), "its turn: aired 2 times before, last on 2024-11-20"),
    ],
)
def test_reasons_in_words(reason: Reason, sentence: str):
    assert words(reason) == sentence
