"""Programs that are not ours and tell whether our sound is what we say; a test without one is skipped by its name."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest


def program(name):
    """Give the path of an installed program, or skip the test that needs it."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"the program {name} is not installed")
    return path


def run(name, *arguments, given=None):
    """Run a program, give its standard output; what it says on the other channel is in the failure's message."""
    done = subprocess.run([program(name), *map(str, arguments)], input=given, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout


def measured(path_or_samples, rate=44_100):
    """Let ffmpeg measure a file or samples: integrated loudness in LUFS and true peak in dBTP, one decimal each."""
    whole = isinstance(path_or_samples, Path)
    source = ["-i", path_or_samples] if whole else ["-f", "f32le", "-ar", rate, "-ac", 1, "-i", "-"]
    command = [program("ffmpeg"), "-hide_banner", "-nostats", *source]
    command += ["-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"]
    given = None if whole else np.asarray(path_or_samples, np.float32).tobytes()
    done = subprocess.run([*map(str, command)], input=given, capture_output=True, check=True)
    said = done.stderr.decode(errors="replace")  # ffmpeg cuts long tags in the midst of a letter
    summary = said[said.rindex("Summary:") :]
    return float(summary.split("I:")[1].split()[0]), float(summary.split("Peak:")[1].split()[0])


def decoded(path, rate=44_100):
    """Let ffmpeg decode a file to float32, (samples,), mono."""
    data = run("ffmpeg", "-v", "error", "-i", path, "-f", "f32le", "-ar", rate, "-ac", 1, "-")
    return np.frombuffer(data, np.float32)
