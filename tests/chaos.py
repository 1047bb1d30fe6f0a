"""One run of fetch over a rough line, watched all the time: whole, signed files only, and complete in the end."""

from __future__ import annotations

import datetime
import random
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

import rough
import signed

from broadcast.deliver import keys, signature, sums
from broadcast.deliver.fetch import Fetched, Want, fetch
from broadcast.deliver.line import Line
from broadcast.deliver.patience import Bounds, Patience

DATES = (signed.FIRST, signed.SECOND)
LATER = signed.NOW + datetime.timedelta(hours=1)


class _PowerCut(BaseException):
    """The computer goes off in the middle."""


@dataclass(frozen=True)
class Outcome:
    """What a run came to: the share of the bytes that the line let through, and what was wrong."""

    seed: int
    share: float
    requests: int
    power_cuts: int
    looks: int
    complete: bool
    ended: str
    changed: bool
    trouble: tuple[str, ...]


class _Watch:
    """Looks at the folder all the time, and notes each file that no signature of the district knows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: set[tuple[str, str]] = set()
        self.trouble: list[str] = []
        self.looks = 0
        self._over = threading.Event()
        self._seen: dict[tuple[str, int, int], bool] = {}
        self._thread = threading.Thread(target=self._stare)

    def allow(self, site: Path, key: keys.PublicKey) -> None:
        """Learn what the district has signed."""
        for path in site.glob(f"*/{signed.STATION}/{signature.FILES}"):
            text = path.read_bytes()
            said = signature.read(text, (key,), str(path))
            self.known |= {(f"{said.date}/{file.name}", file.sha256) for file in said.files}

    def look(self) -> None:
        """Judge every file that has a name."""
        self.looks += 1
        for path in self.folder.glob("????-??-??/*"):
            name = path.relative_to(self.folder).as_posix()
            try:
                seen = (name, path.stat().st_ino, path.stat().st_mtime_ns)
                if path.name == signature.FILES or seen in self._seen or path.name.startswith(".tmp~"):
                    continue
                self._seen[seen] = True
                if (name, sums.hashed(path)) not in self.known:
                    self.trouble.append(f"{name} is not what was signed")
            except FileNotFoundError:  # withdrawn or renamed between two looks
                continue

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_failure):
        self._over.set()
        self._thread.join()
        self.look()

    def _stare(self) -> None:
        while not self._over.wait(0.002):
            self.look()


def run(seed: int, editions: dict[str, Path], key: keys.SigningKey) -> Outcome:
    """Fetch two days over a line whose faults come from the seed; the site changes in some runs, power fails in some.

    Args:
        seed: decides everything.
        editions: the site before and after a change: "old" and "new".
        key: who signed them.
    """
    chance = random.Random(seed)  # noqa: S311 - the same faults each time
    # up to 70 % of the answers are harmed, in proportions of chance; a line that harms each one, small ones
    # too, never lets a last byte through, whoever asks
    harmed = chance.uniform(0, 0.7)
    weights = [chance.random() for _ in range(3)]
    errors, cuts, altered = (harmed * weight / sum(weights) for weight in weights)
    bad = rough.Rough(
        chance,
        errors=errors,
        cuts=cuts + altered * 0.7,
        altered=altered * 0.3,
        slow=chance.uniform(0, 0.1),
        hangs=chance.choice((0, 0, 0, 0.01)),
    )
    changes_at = chance.randrange(2, 20) if chance.random() < 0.3 else None
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary) / "site"
        site.symlink_to(editions["old"])
        folder = Path(temporary) / "station"
        folder.mkdir()
        watch = _Watch(folder)
        for edition in editions.values():
            watch.allow(edition, key.public)
        clock, cuts = signed.Clock(), 0
        power = chance.random() < 0.4

        def nap(seconds: float) -> None:
            clock.sleep(seconds)
            if power and chance.random() < 0.15:
                raise _PowerCut

        def tick() -> float:
            nonlocal changes_at
            if changes_at is not None and bad.requests >= changes_at:
                changes_at = None
                following = site.with_name("following")
                following.symlink_to(editions["new"])
                following.replace(site)
            return clock()

        with watch, rough.ranged(site) as upstream, rough.line(upstream, bad) as address:
            found: tuple[Fetched, ...] = ()
            while not found:
                patience = Patience(Bounds(total=1e6), tick, nap, chance.random)
                try:
                    with Line(address, connect=2, silence=0.3) as line:
                        found = fetch(line, Want(signed.STATION, folder, (key.public,)), DATES, patience)
                except _PowerCut:
                    cuts += 1
        complete = all(each.state == "complete" for each in found)
        trouble = [*watch.trouble, *(str(each.error) for each in found if each.state == "refused")]
        if complete:
            trouble += _lacking(folder, key.public)
        ended = ", ".join(f"{each.state} {each.error or ''}" for each in found)
        changed = site.readlink() == editions["new"]
        return Outcome(seed, bad.share, bad.requests, cuts, watch.looks, complete, ended, changed, tuple(trouble))


def _lacking(folder: Path, key: keys.PublicKey) -> list[str]:
    """Name what a run that says complete has not got."""
    lacking = []
    for date in DATES:
        path = folder / str(date) / signature.FILES
        for file in signature.read(path.read_bytes(), (key,), str(path)).files:
            target = path.with_name(file.name)
            if not target.is_file() or sums.hashed(target) != file.sha256:
                lacking.append(f"{date}/{file.name} is lacking at the end")
    return lacking


def editions(folder: Path, key: keys.SigningKey) -> dict[str, Path]:
    """Make the site before and after a change of its sound and words."""
    made = {"old": folder / "old", "new": folder / "new"}
    for date in DATES:
        signed.lay(made["old"], key, date)
        signed.lay(made["new"], key, date, LATER, "moi")
    return made
