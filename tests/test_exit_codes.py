"""The table of exit codes: as true as the program, and every code in it reached by the command itself.

`WAYS` has a way to each row of docs/exit-codes.md: for the commands that the row names, one for each of them; for rows
of all commands at least one. A row without its way fails.
"""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import rough
import signed
from approved import sign
from built import command
from nights import Place, place, spent  # noqa: F401

import broadcast
from broadcast.build.lock import alone
from broadcast.build.store import FOLDER
from broadcast.cli import COMMANDS
from broadcast.deliver import keys
from broadcast.deliver.fetch import UNFINISHED
from broadcast.errors import BroadcastError
from broadcast.night import report
from broadcast.night.course import LOCK

TABLE = (Path(__file__).parents[1] / "docs" / "exit-codes.md").read_text(encoding="utf-8")
ALL = ("mọi lệnh", "mọi lệnh có ghi")
ROWS = {int(code): commands for code, commands in re.findall(r"^\| (\d+) \|[^|]+\| ([^|]+?) \|", TABLE, re.MULTILINE)}
NAMED = {code: re.findall(r"`(\w+)`", commands) for code, commands in ROWS.items()}

# what a way is given: a campaign that was built, signed and published, and a folder of its own; it gives code and words
Way = Callable[[Place, Path], tuple[int, str]]
WAYS: dict[tuple[int, str], Way] = {}


def reaches(code: int, *names: str) -> Callable[[Callable[..., tuple[int, str]]], None]:
    """Enter a way to a code, for each of the commands in the same way."""

    def enter(way: Callable[..., tuple[int, str]]) -> None:
        for name in names:
            WAYS[code, name] = partial(way, name=name)

    return enter


def ran(*words: object) -> tuple[int, str]:
    """Run the program; give its code and all that it said."""
    done = command(*words)
    return done.returncode, done.stdout + done.stderr


def words(place: Place, name: str, *more: object) -> list[object]:  # noqa: F811
    """Give a command over a campaign: a night of the evening before it, or a build of one day."""
    order = place.order
    folders = ["--campaign", order.folder, "--out", order.out, "--scripts", order.scripts]
    night = ["--keys", order.keys, "--now", "2024-11-19T22:00+07:00"]
    return [name, *folders, *(night if name == "nightly" else ["--date", "2024-11-20"]), *more]


def edited(place: Place) -> None:  # noqa: F811
    """Change a word of every day, which ends its approval."""
    path = place.segments / "campaign.yaml"
    path.write_text(path.read_text().replace("Xin nhớ ba bước", "Xin nhớ kỹ ba bước"))


@reaches(0, "nightly", "build")
def _done(place, _own, name):  # noqa: F811
    return ran(*words(place, name))


@reaches(1, "nightly", "check")
def _faults(place, _own, name):  # noqa: F811
    (place.segments / "campaign.yaml").write_text("id: [\n")
    return ran(*words(place, name)) if name == "nightly" else ran(name, "--campaign", place.segments)


@reaches(2, *COMMANDS)
def _usage(_place, _own, name):
    return ran(name, "--no-such-option")


@reaches(3, "fetch", "verify")
def _line_down(_place, own, name):
    keys.new(own / "keys")
    return ran(*site(name, "http://127.0.0.1:9", own), "--minutes", "0.01")


@reaches(4, "build", "nightly")
def _not_approved(place, _own, name):  # noqa: F811
    edited(place)
    return ran(*words(place, name))


@reaches(5, "fetch", "verify")
def _untrusted(_place, own, name):
    signed.lay(own / "site", keys.new(own / "thief"))
    keys.new(own / "keys")
    with rough.ranged(own / "site") as address:
        return ran(*site(name, address, own))


def site(name: str, address: str, own: Path) -> list[object]:
    """Give a command that reads a station's day on a site."""
    to = ["--to", own / "station"] if name == "fetch" else []
    return [name, address, "--station", signed.STATION, "--date", "2024-11-20", "--keys", own / "keys", *to]


@reaches(6, "nightly")
def _ladder(place, _own, name):  # noqa: F811
    edited(place)
    sign(place.segments)
    return ran(*words(place, name, "--until", "22:00:00.000001"))  # no voice has time to speak the new word


@reaches(74, "nightly", "build")
def _unwritable(place, own, name):  # noqa: F811
    (own / "file").write_text("")
    return ran(*words(place, name, "--out", own / "file" / "out"))


@reaches(75, "build", "nightly", "prune", "fetch")
def _busy(place, own, name):  # noqa: F811
    keys.new(own / "keys")
    folder = own / "station" / UNFINISHED if name == "fetch" else place.out / FOLDER
    said = {"prune": ["prune", "--out", place.out], "fetch": site("fetch", "http://127.0.0.1:9", own)}
    with alone(folder, 0, LOCK if name == "nightly" else "lock"):
        return ran(*(said.get(name) or words(place, name)))


def _stopped(place, own, name, sent=signal.SIGINT):  # noqa: F811
    fresh = replace(place, root=own)
    (own / "work").mkdir()
    for part in ("segments", "scripts"):
        (place.root / "work" / part).rename(own / "work" / part)
    return stopped(fresh, name, sent)


def stopped(place: Place, name: str, sent: signal.Signals) -> tuple[int, str]:  # noqa: F811
    """Send a signal to a run in the midst of its work."""
    run = [sys.executable, "-m", "broadcast", *map(str, words(place, name))]
    process = subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    while not any((place.out / FOLDER).glob("piece/*/*")) and process.poll() is None:
        time.sleep(0.01)
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(sent)
    said = process.communicate(timeout=60)[0]
    return process.returncode, said


WAYS.update({(130, name): partial(_stopped, name=name) for name in ("nightly", "build")})


def _rows() -> list[tuple[int, str]]:
    return [(code, name) for code in ROWS for name in NAMED[code] or [name for row, name in WAYS if row == code][:2]]


# what the program says with each code, of which the end counts
SAID = {
    0: ("exit code 0)\n", " made, 4 kept, 0 failed; "),
    1: ("exit code 1)\n", "campaign.yaml:2: "),
    2: ("No such option: --no-such-option\n",),
    3: ("the line did not let everything through: ",),
    4: ("trouble: 2024-11-20: not approved: lãnh đạo must sign\n", "2024-11-20: not approved: lãnh đạo must sign\n"),
    5: (", which is not trusted here\n",),
    6: ("exit code 6)\n",),
    74: ("exit code 74)\n", " cannot be written: a file stands where a folder is expected"),
    75: ("another run of broadcast is at work in ",),
    130: ("stopped; what is finished is kept\n",),
}


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
    assert ours | ends | {0, 2, 130} == ROWS.keys()


def test_the_table_names_commands_that_there_are():
    assert [name for names in NAMED.values() for name in names if name not in COMMANDS] == []
    assert all(NAMED[code] or ROWS[code] in ALL for code in ROWS)


def test_every_row_of_the_table_has_a_way():
    assert {code for code, _name in WAYS} == ROWS.keys()
    assert [(code, name) for code, names in NAMED.items() for name in names if (code, name) not in WAYS] == []


@pytest.mark.parametrize(("code", "name"), _rows())
def test_the_command_itself_leaves_with_the_code(code, name, place, tmp_path):  # noqa: F811
    own = tmp_path / "own"
    own.mkdir()
    left, said = WAYS[code, name](place, own)
    assert left == code, said
    assert any(words in said for words in SAID[code]), said


@pytest.mark.parametrize(("name", "sent"), [("nightly", signal.SIGTERM), ("build", signal.SIGTERM)])
def test_the_systems_own_stop_is_a_stop_like_that_by_hand(name, sent, place, tmp_path):  # noqa: F811
    (tmp_path / "own").mkdir()
    assert _stopped(place, tmp_path / "own", name, sent) == (130, "\nstopped; what is finished is kept\n")


def test_a_night_leaves_with_the_code_of_the_gravest_thing(spent):  # noqa: F811
    said = re.search(r"theo thứ tự ([\d, ]+)\.", TABLE)
    order = [int(code) for code in said[1].split(", ")]
    night = spent.night()
    amber = replace(night.stations[0], colour="amber")
    found = [night.code, (night := replace(night, stations=(amber,))).code]
    for code in order[-3::-1]:
        night = replace(night, troubles=(*night.troubles, report.Trouble("", "", code)))
        found.append(night.code)
    assert found == order[::-1] == [0, 6, 4, 1, 74]
