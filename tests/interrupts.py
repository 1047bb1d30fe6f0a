"""Ctrl+C at random moments, counted: `python tests/interrupts.py --times 200`.

Each round starts a night or a build over the tiny campaign and stops it by SIGINT or SIGTERM at a random moment, from
before the first line of the program to after its last. It must leave with 130 and one line of words, or with the code
of what it had finished by then; then a run that nobody stops must end well.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import approved
import campaigns

from broadcast.deliver import keys

STOPPED = 130
WORDS = "stopped; what is finished is kept"
SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass
class Stops:
    """What came of the signals so far."""

    root: Path
    chance: random.Random
    codes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def command(self, name: str, work: Path) -> list[str]:
        words = ["--campaign", work / "segments", "--out", work / "audio_out", "--scripts", work / "scripts"]
        words += ["--keys", self.root / "keys", "--now", "2024-11-19T22:00+07:00"] if name == "nightly" else []
        return [sys.executable, "-m", "broadcast", name, *map(str, words)]

    def start(self, name: str, work: Path) -> subprocess.Popen[str]:
        own = {"BROADCAST_KEYS": "keys", "BROADCAST_CONFIG": "config.toml", "XDG_CACHE_HOME": "cache"}
        environment = {**os.environ, "LANGUAGE": "en", "BROADCAST_OFFLINE": "1"}
        environment |= {name: str(self.root / path) for name, path in own.items()}
        command = self.command(name, work)
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment
        )

    def work(self, kind: str) -> Path:
        """Give a campaign: "cold" was never built, "warm" stands."""
        work = self.root / "work"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(self.root / kind, work)
        return work

    def once(self, longest: dict[tuple[str, str], float]) -> None:
        """Stop one run at a random moment and look at how it left."""
        name, kind = self.chance.choice(("nightly", "build")), self.chance.choice(("cold", "warm"))
        sent, after = self.chance.choice(SIGNALS), self.chance.uniform(0, longest[name, kind] * 1.05)
        run = self.start(name, self.work(kind))
        time.sleep(after)
        run.send_signal(sent)
        out, said = run.communicate(timeout=300)
        self.codes[f"{sent.name} {run.returncode}"] += 1
        whole = run.returncode == 0 and (out.endswith("exit code 0)\n") or " made, " in out)
        stopped = run.returncode == STOPPED and said.strip().splitlines()[-1:] == [WORDS] and "Traceback" not in said
        # it did not listen yet, or no more; what Python says that is struck while it starts is not ours
        deaf = run.returncode in (-sent, 1) and "/broadcast/" not in said and (said or run.returncode == -sent)
        if not (whole or stopped or deaf):
            what = f"{name} {kind}, {sent.name} after {after:.3f} s: code {run.returncode}"
            self.faults.append(f"{what}\n{out[-400:]}\n{said[-3000:]}")


def timed(stops: Stops, name: str, kind: str) -> float:
    """Let a run come to its end; give its seconds."""
    work, begun = stops.work(kind), time.monotonic()
    run = stops.start(name, work)
    _out, said = run.communicate()
    if run.returncode:
        stops.faults.append(f"{name} {kind} left with {run.returncode}: {said}")
    if name == "nightly" and kind == "cold":
        shutil.copytree(work, stops.root / "warm")
    return time.monotonic() - begun


def main() -> None:
    """Send the signals, and say what came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=None)
    chosen = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts with & is deaf
    seed = chosen.seed if chosen.seed is not None else random.SystemRandom().randrange(1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        stops = Stops(Path(folder), random.Random(seed))  # noqa: S311 - moments, no secrets
        (stops.root / "config.toml").write_text("")
        campaigns.write_campaign(stops.root / "cold" / "segments")
        approved.sign(stops.root / "cold" / "segments")
        keys.new(stops.root / "keys")
        order = [("nightly", "cold"), ("nightly", "warm"), ("build", "cold"), ("build", "warm")]
        longest = {(name, kind): timed(stops, name, kind) for name, kind in order}
        for _time in range(chosen.times):
            stops.once(longest)
    sys.stdout.write(f"seed {seed}: {chosen.times} signals; {len(stops.faults)} faults\n")
    sys.stdout.write(f"{dict(sorted(stops.codes.items()))}\n")
    sys.stdout.writelines(f"--- {fault}\n" for fault in stops.faults)
    sys.exit(1 if stops.faults else 0)


if __name__ == "__main__":
    main()
