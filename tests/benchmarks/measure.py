"""Costs: what a command takes in CPU time and memory, its children included, in a process of its own."""

from __future__ import annotations

import atexit
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ["BROADCAST_CACHE"] = tempfile.mkdtemp()  # what was remembered before must not make anything cheaper
atexit.register(shutil.rmtree, os.environ["BROADCAST_CACHE"])

HERE = Path(__file__).parent
compileall.compile_dir(HERE.parents[1] / "broadcast", quiet=1)  # as pip leaves an installed program
PROGRAM = (sys.executable, "-m", "broadcast")


@dataclass(frozen=True)
class Cost:
    """CPU seconds (user and system) and peak resident memory in MB of a finished command, and what it said."""

    cpu: float
    peak: float
    said: str


def cost(*command: str | Path, cwd: Path | None = None) -> Cost:
    """Run a command to its end; one that fails ends the benchmark with what it said."""
    child = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=cwd)
    assert child.stdout
    said = child.stdout.read().decode(errors="replace")
    child.stdout.close()
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(map(str, command))} left with {child.returncode}:\n{said}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def build(segments: Path, out: Path, *options: str, program: Sequence[str | Path] = PROGRAM) -> Cost:
    """Run `broadcast build` on a campaign, through `program`."""
    return cost(*program, "build", "--offline", "--campaign", segments, "--out", out, *options)


def cpu() -> float:
    """Give the CPU seconds of this process and of its children so far."""
    return sum(os.times()[:4])
