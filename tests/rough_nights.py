"""Nights on which Google's voice fails at random, and what is aired in the morning all the same.

    python tests/rough_nights.py [nights] [first seed]

Each night a share of the server's answers, 0…100 %, is a 429, a 503, a cut or reset connection, an empty answer, the
page of a captive portal, or a stall of three times the time-out (30 s on air; here 0.6 s, for the time-out is 0.2 s).
Every fifth night begins without a network. Between nights somebody changes a sentence; each tenth night a campaign
begins anew.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import tempfile
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fakes.google import GOOD, PORTAL, Answer, Google, serving
from nightly_google import RATE, Office, office, sounds
from programs import decoded

from broadcast.build.outcome import Outcome
from broadcast.cli.build import summary

CAMPAIGN = 10  # nights
MINUTES, TIMEOUT, TRIES = 3.0, 0.2, 3
WORK = 120.0  # seconds that everything but asking may take on a machine that is busy with other things
BOUND = MINUTES * 60 + 5 * TIMEOUT + WORK
SETTINGS = f"pace: 1, tries: {TRIES}, minutes: {MINUTES}, timeout: {TIMEOUT}"
MESSAGES = ("cong-an-gia", "lenh-bat", "phat-nguoi", "viec-nhe", "nop-phi", "nguoi-mau")
NEVER = threading.Event()
FAILURES = {
    "429": lambda chance: Answer(429, b"", {"Retry-After": str(chance.choice((1, 5, 20, 3600)))}),
    "429 without a time": lambda _chance: Answer(429, b""),
    "503": lambda _chance: Answer(503, b"busy"),
    "reset": lambda _chance: Answer(reset=True),
    "cut": lambda _chance: Answer(cut=True),
    "empty": lambda _chance: Answer(200, b""),
    "portal": lambda _chance: Answer(200, PORTAL),
    "stall": lambda _chance: Answer(stall=NEVER),
}


@dataclass
class Tally:
    """What was seen so far."""

    nights: int = 0
    programmes: int = 0
    heard: int = 0
    longest: float = 0.0
    voices: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        return (
            f"{self.nights} nights: {self.programmes} programmes, all there and whole; {self.heard} that were new "
            f"were listened to: one voice each, as many sounds as sentences\n"
            f"spoken by {dict(self.voices)}; longest night {self.longest:.0f} s of at most {BOUND:.0f}\n"
            f"answers {dict(self.answers)}\nsaid in the morning {dict(self.notes)}"
        )


def simulate(
    nights: int, seed: int, folder: Path, google: Google, patch: pytest.MonkeyPatch, *, bound: float = BOUND
) -> Tally:
    """Let the nights pass; an AssertionError names the night in which something was wrong."""
    tally = Tally()
    known: dict[Path, str] = {}
    for number in range(nights):
        chance = random.Random(seed + number)  # noqa: S311 - nights that can be had again
        if number % CAMPAIGN == 0:
            place = office(folder / str(number), google, patch, SETTINGS)
            known.clear()
        else:
            _change(place, chance, number)
        _weather(google, chance, tally)
        before = place.clock()
        outcome = place.night(str(number), offline=chance.random() < 0.2)
        took = place.clock() - before
        try:
            assert took <= bound, f"{took:.0f} s"
            _morning(place, outcome, known, tally)
        except AssertionError as error:
            raise AssertionError(f"night {number}, seed {seed + number}: {error}") from error
        tally.longest = max(tally.longest, took)
        tally.nights += 1
        if tally.nights % 20 == 0:
            print(tally, flush=True)  # noqa: T201 - this is a script
    return tally


def _change(place: Office, chance: random.Random, number: int) -> None:
    path = place.segments / "messages" / f"{chance.choice(MESSAGES)}.yaml"
    *lines, last = path.read_text("utf-8").rstrip("\n").split("\n")
    kept = [line for line in lines if "Đêm thứ" not in line]
    path.write_text("\n".join([*kept, f"  Đêm thứ {number} bà con nhớ hỏi kỹ.", last]) + "\n", "utf-8")


def _weather(google: Google, chance: random.Random, tally: Tally) -> None:
    share = chance.choice((0.0, 0.02, 0.1, 0.3, chance.random(), chance.random(), 1.0))
    kinds = chance.sample(sorted(FAILURES), chance.randint(1, 4))

    def answer() -> Answer:
        kind = chance.choice(kinds) if chance.random() < share else "good"
        tally.answers[kind] += 1
        return FAILURES[kind](chance) if kind != "good" else GOOD

    google.weather = answer


def _morning(place: Office, outcome: Outcome, known: dict[Path, str], tally: Tally) -> None:
    """Look at everything that would be aired, and listen to what is new."""
    programmes = place.programmes()
    assert len(programmes) == outcome.made + outcome.kept == 8, "every programme of every slot and station"
    assert outcome.failures == []
    told = "\n".join(summary(outcome, 0.0))
    for each in programmes:
        assert each["rung"] == "fresh"
        digest = hashlib.sha256(each["path"].read_bytes()).hexdigest()
        assert digest == each["sha256"], f"{each['file']} is not whole"
        if known.get(each["path"]) != digest:
            _listen(each)
            tally.heard += 1
        known[each["path"]] = digest
        tally.voices[each["voice"]] += 1
    if any(each["voice"] != "gtts" for each in programmes):
        assert f"the voice gtts did not speak everything: {outcome.notes['gtts']}" in told
        tally.notes[outcome.notes["gtts"]] += 1
    for voice, count in outcome.voices.items():
        assert f"{count} programme{'s' if count != 1 else ''} spoken by {voice}" in told
    tally.programmes += len(programmes)


def _listen(programme: dict) -> None:
    text = programme["path"].with_suffix(".vtt").read_text("utf-8")
    sentences = [line for line in text.split("\n") if line and "-->" not in line and line != "WEBVTT"]
    wanted = (len(sentences), 0) if programme["voice"] == "gtts" else (0, len(sentences))
    found = sounds(programme["path"], sentences)
    assert found == wanted, f"{programme['file']}: sounds {found}, sentences {wanted}"
    seconds = len(decoded(programme["path"], RATE)) / RATE
    assert abs(seconds - programme["seconds"]) < 0.1, f"{programme['file']}: {seconds} s"


def main(nights: int = 200, seed: int = 1) -> None:
    """Let the nights pass, and print what was seen."""
    os.environ.setdefault("LANGUAGE", "en")
    with tempfile.TemporaryDirectory() as folder, serving() as google, pytest.MonkeyPatch.context() as patch:
        patch.setenv("BROADCAST_CONFIG", f"{folder}/config.toml")
        google.stall = 3 * TIMEOUT
        print(simulate(nights, seed, Path(folder), google, patch))  # noqa: T201 - this is a script


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
