"""The table of exit codes: as true as the program, and every code in it reached."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import replace
from pathlib import Path

import pytest
from nights import spent  # noqa: F401
from signed import patience

import broadcast
from broadcast.deliver.patience import LineDownError
from broadcast.errors import BroadcastError
from broadcast.night import report

TABLE = (Path(__file__).parents[1] / "docs" / "exit-codes.md").read_text(encoding="utf-8")
CODES = {int(found) for found in re.findall(r"^\| (\d+) \|", TABLE, re.MULTILINE)}
# code → the test in which a command leaves with it, or the error that carries it is raised
REACHED = {
    0: "test_the_command_shows_the_screen_and_writes_state_and_log",
    1: "test_a_broken_message_is_left_out_and_named_and_the_rest_goes_on",
    2: "test_a_word_that_is_no_time_is_a_usage_error",
    3: "test_a_line_that_stays_down_leaves_with_3",
    4: "test_a_report_leaves_with_the_code_of_the_gravest_thing",
    5: "test_an_unknown_key_is_refused_by_its_name",
    6: "test_what_nobody_spoke_by_the_deadline_goes_down_the_ladder_and_is_never_late",
    74: "test_a_place_that_cannot_be_written_is_said_and_what_stands_is_examined",
    75: "test_a_second_night_leaves_with_its_code_or_waits",
    130: "test_a_night_stopped_by_hand_leaves_with_130",
}
TESTS = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))


def _kinds(kind=BroadcastError):
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


def test_every_error_leaves_with_a_code_of_the_table():
    for module in pkgutil.walk_packages(broadcast.__path__, "broadcast."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    ours = {kind.exit_code for kind in _kinds() if kind.__module__.startswith("broadcast.")}
    ends = {report.DONE, report.FAULTS, report.NOT_APPROVED, report.LADDER, report.UNWRITABLE}
    assert ours | ends | {0, 2, 130} == CODES


def test_every_code_of_the_table_is_reached_by_a_test():
    assert REACHED.keys() == CODES
    assert [name for name in REACHED.values() if f"def {name}(" not in TESTS] == []


def test_a_line_that_stays_down_leaves_with_3():
    done = patience(tries=2)
    done.failed("no answer in time")
    with pytest.raises(LineDownError) as caught:
        done.failed("no answer in time")
    assert caught.value.exit_code == 3


def test_a_report_leaves_with_the_code_of_the_gravest_thing(spent):  # noqa: F811
    well = spent.night()
    assert well.code == 0
    amber = replace(well, stations=(replace(well.stations[0], colour="amber"),))
    assert amber.code == 6
    found = []
    for code in (4, 1, 74):
        amber = replace(amber, troubles=(*amber.troubles, report.Trouble("", "", code)))
        found.append(amber.code)
    assert found == [4, 1, 74]
