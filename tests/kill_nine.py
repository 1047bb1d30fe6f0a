"""kill -9 at random moments of a build, again and again; then a build: `python tests/kill_nine.py --kills 100`.

Afterwards every file is, byte for byte, that of a build which nobody disturbed; the sums are verified by
`sha256sum -c`, and nothing else lies anywhere. The tone voice speaks, so that it ends in a few minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from approved import sign

SEGMENTS = Path(__file__).parents[1] / "segments"


@dataclass
class Tally:
    """What happened: kills by what they struck, and how often a whole build was thrown away to go on."""

    struck: dict[str, int] = field(default_factory=dict)
    started_anew: int = 0

    @property
    def kills(self) -> int:
        """Count the kills."""
        return sum(self.struck.values())

    def __str__(self) -> str:
        found = ", ".join(f"{count} {name}" for name, count in sorted(self.struck.items()))
        return f"{self.kills} kills ({found}); {self.started_anew} times from nothing"


@dataclass(frozen=True)
class Place:
    """A campaign, where its programmes go, and a folder for temporary files that must stay empty."""

    segments: Path
    out: Path
    temporary: Path

    def start(self) -> subprocess.Popen[bytes]:
        """Start a build."""
        command = [sys.executable, "-m", "broadcast", "build", "--offline", "--wait", "60"]
        # signatures hold the moment at which they were made: no key, so that trees can be compared
        environment = {**os.environ, "TMPDIR": str(self.temporary), "LANGUAGE": "en", "BROADCAST_KEYS": os.devnull}
        return subprocess.Popen(
            [*command, "--campaign", str(self.segments), "--out", str(self.out)],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip

    def finish(self) -> float:
        """Let a build run to its end; give its seconds."""
        begun = time.monotonic()
        build = self.start()
        said = build.communicate()[1]
        if build.returncode:
            raise AssertionError(f"the build left with {build.returncode}: {said.decode()}")
        return time.monotonic() - begun

    def files(self) -> dict[str, str]:
        """Give the SHA-256 of every file by its path; ledgers hold times, so only their names count."""
        whole = (path for path in self.out.rglob("*") if path.is_file())
        return {str(path.relative_to(self.out)): _sum(path) for path in whole}


def spoken_by_tone(segments: Path, folder: Path) -> Path:
    """Copy a campaign and let the tone voice speak it, about as fast as it is planned."""
    shutil.copytree(segments, folder)
    path = folder / "campaign.yaml"
    written = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^voices:\n(  - .*\n)+", "voices:\n  - {name: tone}\n", written), encoding="utf-8")
    sign(folder)
    return folder


def disturb(place: Place, kills: int, quick: float, chance: random.Random) -> Tally:
    """Kill builds until `kills` were struck; a build that came to its end is thrown away.

    Args:
        place: what is built.
        kills: how many.
        quick: seconds of a build that has nothing to do: kills are spread from none to three times that.
        chance: decides the moments.
    """
    tally = Tally()
    while tally.kills < kills:
        build = place.start()
        try:
            build.communicate(timeout=chance.uniform(0, 3 * quick))
        except subprocess.TimeoutExpired:
            build.kill()
            build.communicate()
            struck = _struck(place.out)
            tally.struck[struck] = tally.struck.get(struck, 0) + 1
        else:
            shutil.rmtree(place.out)
            tally.started_anew += 1
    return tally


def _struck(out: Path) -> str:
    """Tell by what lies there what a kill interrupted; whatever it is, no half file stands in a day."""
    halves = [path for path in out.glob("????-??-??/**/*") if ".tmp~" in path.name]
    if halves:
        raise AssertionError(f"half files stand where operators look: {halves}")
    if any((out / ".store" / "unfinished").glob("*")):
        return "in the midst of a file"
    return "between files" if out.exists() else "before the first file"


def differences(right: Place, found: Place) -> Iterator[str]:
    """Give what differs between two builds, and what fails in the second."""
    expected, there = right.files(), found.files()
    yield from (f"{name} is missing" for name in sorted(expected.keys() - there.keys()))
    yield from (f"{name} is stray" for name in sorted(there.keys() - expected.keys()))
    both = sorted(expected.keys() & there.keys())
    yield from (f"{name} differs" for name in both if expected[name] != there[name])
    yield from (f"{path} is stray" for path in found.temporary.iterdir())
    for sums in sorted(found.out.glob("????-??-??/*/SHA256SUMS")):
        checked = subprocess.run(["sha256sum", "-c", "--quiet", "--strict", sums.name], cwd=sums.parent, check=False)
        if checked.returncode:
            yield f"{sums.parent}: sha256sum -c fails"


def _sum(path: Path) -> str:
    if path.parent.name == "days":
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main() -> None:
    """Kill, build, compare, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=None, help="to see the same moments again")
    parser.add_argument("--campaign", type=Path, default=SEGMENTS)
    chosen = parser.parse_args()
    seed = chosen.seed if chosen.seed is not None else random.SystemRandom().randrange(1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        segments = spoken_by_tone(chosen.campaign, Path(folder, "segments"))
        right, found = (Place(segments, Path(folder, name), Path(folder, f"{name}-tmp")) for name in ("right", "found"))
        for place in (right, found):
            place.temporary.mkdir()
        right.finish()
        tally = disturb(found, chosen.kills, right.finish(), random.Random(seed))  # noqa: S311 - moments, no secrets
        found.finish()
        wrong = tuple(differences(right, found))
        programmes = len(list(found.out.glob("????-??-??/*/*.mp3")))
    sys.stdout.write(f"seed {seed}: {tally}\n{programmes} programmes compared, {len(wrong)} differences\n")
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
