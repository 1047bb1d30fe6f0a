"""Two of the random nights of tests/rough_nights.py; two hundred are a script's."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from fakes.google import serving
from rough_nights import TIMEOUT, simulate


def test_every_programme_is_there_in_the_morning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADCAST_CONFIG", str(tmp_path / "config.toml"))
    with serving() as google:
        google.stall = 3 * TIMEOUT
        tally = simulate(2, 7, tmp_path, google, monkeypatch, bound=math.inf)  # a busy machine proves nothing
    assert (tally.nights, tally.programmes) == (2, 16)
    assert tally.heard >= 8
    assert sum(tally.voices.values()) == 16
