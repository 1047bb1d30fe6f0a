"""A published site and a running server for the tests of the web."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys

import pytest
import sites
from browser import chromium, opened  # noqa: F401  # fixtures

from broadcast.deliver.site import publish

NOW = datetime.datetime.fromisoformat("2024-11-21T09:12:00+07:00")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Publish four days of four stations."""
    out = tmp_path_factory.mktemp("site") / "audio_out"
    for number in range(4):
        sites.lay(out, sites.day(sites.FIRST + datetime.timedelta(days=number)))
    publish(out, sites.campaign(), NOW)
    return out


@pytest.fixture(scope="session")
def address(site):
    """Run `broadcast serve` on a free port; give its address."""
    command = [sys.executable, "-m", "broadcast", "serve", "--out", str(site), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline()
        found = re.search(r"http://\S+/", line)
        assert found, line
        yield found[0]
        process.terminate()
