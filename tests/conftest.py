"""What every test stands on: English messages, golden files, and no silent skips where they are forbidden."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ["LANGUAGE"] = "en"
os.environ["BROADCAST_KEYS"] = f"{os.devnull}/keys"  # whoever runs the tests may have a key; theirs is not ours
os.environ["BROADCAST_CACHE"] = f"{os.devnull}/cache"  # nothing is remembered from one test for another
os.environ["BROADCAST_OFFLINE"] = "1"  # a test that wants a network voice brings its own server and says so


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Make a skipped test fail where BROADCAST_NO_SKIPS is set: CI has every program."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("BROADCAST_NO_SKIPS"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longrepr}"
    return report


def pytest_addoption(parser):
    """Let `pytest --bless` write the golden files anew; the diff is the review."""
    parser.addoption("--bless", action="store_true", help="write the golden files from what the tests get")


@pytest.fixture
def golden(request) -> Callable[[Path, str], None]:
    """Give a check that a text is the golden file's, byte for byte; with --bless it becomes so."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--bless"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing; pytest --bless writes it"
        assert text == path.read_bytes().decode(), f"{path} differs; pytest --bless, then read the diff"

    return check
