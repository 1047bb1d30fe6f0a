"""Builds of a tiny campaign whose best voice is Google's, against the server that stands in for it."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from approved import sign
from built import DAYS, tones
from campaigns import write_campaign
from fakes.google import Google
from programs import decoded

from broadcast.build.cookbook import Cookbook, Sources, Speaker
from broadcast.build.outcome import Outcome
from broadcast.build.ready import ladder, ready
from broadcast.build.run import Order, build
from broadcast.voices import Budget, MachineSettings, Night
from broadcast.voices.pieces import pieces
from broadcast.voices.voice import clean

RATE = 11_025
GOOGLES = 300.0  # Hz, of all that the server says
SETTINGS = "pace: 0, tries: 2, timeout: 2"


@dataclass
class Skipping:
    """The real clock, but that nobody really sleeps: what was slept is added."""

    slept: float = 0.0
    waits: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return time.monotonic() + self.slept

    def sleep(self, seconds: float) -> None:
        self.slept += seconds
        self.waits.append(seconds)


@dataclass
class Office:
    """A campaign, its programmes, and what it has asked of services."""

    segments: Path
    out: Path
    clock: Skipping = field(default_factory=Skipping)
    state: dict[str, object] = field(default_factory=dict)

    def night(self, name: str = "", offline: bool = False, **order) -> Outcome:
        """Approve everything as it is, and build once, in this process."""
        budget = Budget.restore(self.state, name)
        night = Night(budget, offline=offline, clock=self.clock, sleep=self.clock.sleep)
        sign(self.segments)
        plan = ready(self.segments, self.out)
        voices = ladder(plan.campaign, MachineSettings(), night)
        outcome = build(plan, voices, self.out, Order(**{"dates": DAYS, **order}))
        self.state = budget.state()
        return outcome

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words in a file of the campaign."""
        file = self.segments / path
        written = file.read_text("utf-8")
        assert old in written
        file.write_text(written.replace(old, new), "utf-8")

    def distinct(self) -> set[str]:
        """Give the distinct pieces of at most 100 characters that Google is to speak."""
        plan = ready(self.segments, self.out)
        book = Cookbook(plan, Sources(self.segments), Speaker("gtts", "", "keep"))
        recipes = map(book.recipe, plan.rundowns)
        takes = (take for recipe in recipes for piece in recipe.pieces for take in piece.takes)
        return {cut for take in takes for words in take.sentences for cut in pieces(clean(words))}

    def programmes(self) -> list[dict]:
        """Give every programme that the manifests list, with its whole path."""
        found = []
        for manifest in sorted(self.out.glob("????-??-??/manifest.json")):
            day = json.loads(manifest.read_text("utf-8"))
            assert day["missing"] == []
            found += [each | {"path": manifest.parent / each["file"]} for each in day["programmes"]]
        return found

    def voices(self) -> set[str]:
        """Give the voices of all programmes, as the manifests tell."""
        return {each["voice"] for each in self.programmes()}


def office(folder: Path, google: Google, monkeypatch, settings: str = SETTINGS, stations: str | None = None) -> Office:
    """Write a campaign whose voices are gtts, then tone; Google's addresses lead to the server."""
    monkeypatch.setattr("gtts.tts._translate_url", lambda tld="com", path="": google.url + path)
    monkeypatch.delenv("BROADCAST_OFFLINE", raising=False)
    voices = ("voices:\n", f"voices:\n  - {{name: gtts, {settings}}}\n")
    changes = {"stations.yaml": stations} if stations else {}
    return Office(write_campaign(folder / "segments", changes, edits={"campaign.yaml": voices}), folder / "audio_out")


def sounds(path: Path, sentences: Sequence[str]) -> tuple[int, int]:
    """Count the sounds of a programme: Google's, and the tone voice's.

    A sentence is heard as one sound: within it there are at most 0.2 s of silence, between two 0.5 s.
    """
    samples = decoded(path, RATE)
    wave = samples * np.exp(-2j * np.pi * GOOGLES / RATE * np.arange(len(samples)))
    summed = np.cumsum(np.pad(wave, (551, 551)))
    level = np.abs(summed[1_102:] - summed[:-1_102]) / 1_102
    loud = np.flatnonzero(level > 0.02)
    googles = 1 + int((np.diff(loud) > 0.3 * RATE).sum()) if len(loud) else 0
    return googles, len(tones(path))
