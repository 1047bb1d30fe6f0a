"""Being told to stop: whatever the signal strikes, the run ends as stopped, with one line of words and no traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

STRUCK = """
import signal, sys
from broadcast import cli, stop
from broadcast.build.guard import guarded
from broadcast.errors import BroadcastError

class Command:
    def __call__(self, standalone_mode):
        guarded("nộp phí", strike)
        print("went on")

def strike():
    if sys.argv[2] == "nothing else":  # and yet: the interpreter wants to die of what passes through exec()
        exec("signal.raise_signal(signal.Signals[sys.argv[1]])")
    try:
        signal.raise_signal(signal.Signals[sys.argv[1]])
    except KeyboardInterrupt as error:  # as an extension module does whose import was struck
        raise {"ImportError": ImportError, "BroadcastError": BroadcastError}[sys.argv[2]]("struck") from error

cli.group = Command()
cli.main()
"""
SWALLOWED = """
import ctypes, datetime, pathlib, signal, sys
from broadcast import cli
from broadcast.night.course import Night
from broadcast.night.order import Means, Order

def voices(_campaign):
    kind = ctypes.CFUNCTYPE(ctypes.c_int)
    kind(lambda: signal.raise_signal(signal.SIGINT))()  # a callback from C has nobody to raise to
    return ()

class Command:
    def __call__(self, standalone_mode):
        root = pathlib.Path(sys.argv[1])
        order = Order(root / "segments", root / "out", root / "scripts", root / "keys", datetime.time(4, 30))
        now = datetime.datetime.fromisoformat("2024-11-19T22:00+07:00")
        print(Night(order, Means(voices, now), lambda step, /, **_figures: print(step), "thu").spend())

cli.group = Command()
cli.main()
"""


def ran(code, *words):
    done = subprocess.run([sys.executable, "-c", code, *map(str, words)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("became", ["ImportError", "BroadcastError", "nothing else"])
def test_an_error_that_a_signal_became_is_no_error(signal, became):
    assert ran(STRUCK, signal, became) == (130, "", "stopped; what is finished is kept\n")


def test_a_signal_that_was_swallowed_ends_the_night_at_its_next_step(tmp_path):
    from campaigns import write_campaign

    write_campaign(tmp_path / "segments")
    code, out, said = ran(SWALLOWED, tmp_path)
    assert (code, out.split()) == (130, ["check", "hours", "scripts"])
    assert said.splitlines()[-1] == "stopped; what is finished is kept"


def test_a_signal_that_is_ignored_stays_ignored():
    code = (
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nfrom broadcast import stop\n"
        "stop.silent(); stop.listen(); signal.raise_signal(signal.SIGINT); print(stop.asked())"
    )
    assert ran(code) == (0, "False\n", "")
