"""Bad nights, counted: `python tests/nights_chaos.py --nights 500` (Linux, as root: it mounts small disks).

Each round is a bad night, begun again after a kill as the service does, and then judged: for every station and slot of
tomorrow a whole, decodable, signed, approved programme stands, or the ladder's and the night said so; and no temporary
file. A calm night follows now and then, and always at the end of a trouble that stays: it must be all green.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import approved
import av
import campaigns

from broadcast.build import manifest as manifests
from broadcast.deliver import keys, signature, sums
from broadcast.errors import BroadcastError
from broadcast.files import TEMPORARY

FAULTS, UNWRITABLE = 1, 74  # exit codes
FIRST, DAYS = datetime.date(2024, 11, 20), 2
SPARE = 200 << 20  # bytes of the small disk
MESSAGES = ("cong-an-gia", "lenh-bat", "phat-nguoi", "viec-nhe", "nop-phi", "nguoi-mau")


@dataclass
class World:
    """A campaign on a small disk, a key elsewhere, and what the nights came to."""

    root: Path
    chance: random.Random
    nights: int = 0
    troubles: Counter[str] = field(default_factory=Counter)
    codes: Counter[int] = field(default_factory=Counter)
    ended: int = 0
    stood: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def disk(self) -> Path:
        return self.root / "disk"

    @property
    def segments(self) -> Path:
        return self.disk / "work" / "segments"

    @property
    def out(self) -> Path:
        return self.disk / "work" / "audio_out"

    def command(self, now: datetime.datetime, *more: str) -> list[str]:
        work = self.disk / "work"
        words = ["--campaign", self.segments, "--out", self.out, "--scripts", work / "scripts", "--keys",
                 self.root / "keys", "--now", now.isoformat(), "--wait", "60", *more]  # fmt: skip
        return [sys.executable, "-m", "broadcast", "nightly", *map(str, words)]

    def start(self, now: datetime.datetime, *more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(now, *more), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "LANGUAGE": "en", "BROADCAST_CONFIG": str(self.root / "config.toml")},
        )  # fmt: skip

    def finish(self, night: subprocess.Popen[str]) -> int:
        """Let a night come to its end; a traceback is a fault, whatever its code."""
        out, said = night.communicate(timeout=300)
        if "Traceback" in said or "fault of the program" in out:
            self.faults.append(f"night {self.nights}: {said[-600:]}{out[-600:]}")
        self.codes[night.returncode] += 1
        self.ended = night.returncode
        return night.returncode


def evening(world: World) -> datetime.datetime:
    """Give the evening before the first day."""
    return datetime.datetime(2024, 11, 19, 22, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))


def killed(world: World) -> None:
    """Kill the night at random moments, begin it again as the service does, at most three times."""
    for _time in range(world.chance.randrange(1, 4)):
        night = world.start(evening(world))
        with contextlib.suppress(subprocess.TimeoutExpired):
            night.wait(world.chance.uniform(0.1, 1.6))
        night.kill()
        night.communicate()
    world.finish(world.start(evening(world)))


def full(world: World) -> None:
    """Fill the disk up, at once or while the night is at work."""
    filler = world.disk / "filler"
    night = world.start(evening(world)) if world.chance.random() < 0.5 else None
    if night:
        time.sleep(world.chance.uniform(0.2, 1.2))
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        for _block in range(SPARE // (1 << 20) - world.chance.randrange(2)):
            file.write(bytes(1 << 20))
    world.finish(night or world.start(evening(world)))
    filler.unlink()


def read_only(world: World) -> None:
    """Make the whole disk, or one station's folder, read-only."""
    chosen = world.out / f"{FIRST}" / "xa-mot"
    if world.chance.random() < 0.5 and chosen.is_dir():
        _run("mount", "--bind", chosen, chosen)
        _run("mount", "-o", "remount,ro,bind", chosen)
        world.finish(world.start(evening(world)))
        _run("umount", chosen)
        return
    _run("mount", "-o", "remount,ro", world.disk)
    world.finish(world.start(evening(world)))
    _run("mount", "-o", "remount,rw", world.disk)


def slow(world: World) -> None:
    """Let the night hang for moments, as on a disk that does not answer."""
    night = world.start(evening(world))
    for _stall in range(world.chance.randrange(2, 8)):
        time.sleep(world.chance.uniform(0.02, 0.2))
        with contextlib.suppress(ProcessLookupError):
            night.send_signal(signal.SIGSTOP)
            time.sleep(world.chance.uniform(0.05, 0.4))
            night.send_signal(signal.SIGCONT)
    world.finish(night)


def clock(world: World) -> None:
    """Let the clock be wrong by days, or by years as with an empty battery, or too late for anything to be made."""
    jump = world.chance.choice([datetime.timedelta(hours=world.chance.randrange(-60, 60)), -datetime.timedelta(19_000)])
    late = ("--until", "22:00:01") if world.chance.random() < 0.3 else ()
    world.finish(world.start(evening(world) if late else evening(world) + jump, *late))


def network(world: World) -> None:
    """Put a voice of the network first whose network is dead."""
    path = world.segments / "campaign.yaml"
    written = path.read_text()
    path.write_text(written.replace("  - {name: tone}", "  - {name: gtts}\n  - {name: tone}"))
    night = world.start(evening(world), *(("--offline",) if world.chance.random() < 0.7 else ()))
    world.finish(night)
    path.write_text(written)


def corrupt(world: World) -> None:
    """Flip, cut or empty files of the store, ledgers and the finished programmes."""
    paths = [path for path in world.out.rglob("*") if path.is_file() and path.name != "reserve"]
    for path in world.chance.sample(paths, min(len(paths), world.chance.randrange(1, 30))):
        data, seen = bytearray(path.read_bytes()), path.stat()
        if data and world.chance.random() < 0.6:
            data[world.chance.randrange(len(data))] ^= 1 << world.chance.randrange(8)
        else:
            data = data[: world.chance.randrange(len(data) + 1)]
        path.write_bytes(data)
        os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    world.finish(world.start(evening(world)))


def broken(world: World) -> None:
    """Break messages, and now and then the campaign itself."""
    names = [f"messages/{world.chance.choice(MESSAGES)}.yaml"]
    names += ["campaign.yaml"] if world.chance.random() < 0.2 else []
    kept = {name: (world.segments / name).read_bytes() for name in names}
    for name, data in kept.items():
        at = world.chance.randrange(len(data))
        (world.segments / name).write_bytes(data[:at] + world.chance.randbytes(3) + data[at + 9 :])
    world.finish(world.start(evening(world)))
    for name, data in kept.items():
        (world.segments / name).write_bytes(data)


def two(world: World) -> None:
    """Start two nights, or a night and a build, at once."""
    nights = [world.start(evening(world)) for _turn in range(2)]
    for night in nights:
        world.finish(night)


def anew(world: World) -> None:
    """Change a word after the approval; then nothing new may be aired."""
    path = world.segments / "campaign.yaml"
    written = path.read_text()
    path.write_text(written.replace("Xin nhớ ba bước", f"Xin nhớ kỹ {world.chance.choice(('ba', 'cả ba'))} bước"))
    world.finish(world.start(evening(world)))
    path.write_text(written)


TROUBLES = (killed, full, read_only, slow, clock, network, corrupt, broken, two, anew)


def judge(world: World, key: keys.PublicKey, codes: set[str], *, calm: bool) -> None:
    """Look at what stands for tomorrow, with other eyes than the program's."""
    folder = world.out / f"{FIRST}"
    try:
        made = {(each.station, each.slot): each for each in manifests.load(folder / manifests.NAME).programmes}
    except BroadcastError as error:
        world.faults.append(f"night {world.nights}: {error}")
        return
    told = _told(world)
    for station in ("dai-huyen", "xa-mot"):
        try:
            text = (folder / station / "files.sig").read_bytes()
            signed = {file.name: file.sha256 for file in signature.read(text, (key,), "files.sig").files}
        except (OSError, keys.UntrustedError) as error:
            world.faults.append(f"night {world.nights}: {station}: {error}")
            continue
        for slot in ("05:30", "17:00"):
            one = made.get((station, slot))
            found = _fault(folder, one, signed, codes) if one else "there is nothing"
            if one and one.rung != "fresh" and calm:
                found = "it is not fresh after a calm night"
            if one and one.rung != "fresh" and not calm and station not in told:
                found = "it is the ladder's, and nobody said so"
            if found:
                world.faults.append(f"night {world.nights}: {station} {slot}: {found}")
            elif one:
                world.stood[one.rung] += 1
    stray = [path for path in world.out.rglob(f"*{TEMPORARY}*") if calm or "unfinished" not in path.parts]
    world.faults += [f"night {world.nights}: {path} was left" for path in stray]


def _told(world: World) -> set[str]:
    """Give the stations that the last night called amber or red; with its exit code it speaks of all of them.

    A night that could not even write its state, or that a fault ended, says so on its screen and by its code.
    """
    if world.ended in (FAULTS, UNWRITABLE):
        return {"dai-huyen", "xa-mot"}
    try:
        stations = json.loads((world.out / "status.json").read_text())["stations"]
    except OSError:
        return set()
    return {each["id"] for each in stations if each["colour"] != "green"}


def _fault(folder: Path, one: manifests.ManifestProgramme, signed: dict[str, str], codes: set[str]) -> str:
    """Say what is wrong with a programme: its bytes, its signature, its length, its approval."""
    path = folder / one.file
    if not path.is_file() or sums.hashed(path) != one.sha256 or signed.get(path.name) != one.sha256:
        return "it is not whole, or not what was signed"
    if abs(_seconds(path) - one.seconds) > 0.1:
        return "it decodes to another length"
    return "" if one.approval in codes else "it is not approved"


def _seconds(path: Path) -> float:
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        return sum(frame.samples for frame in container.decode(stream)) / stream.rate


def _run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True)


def campaign(world: World, names: random.Random, nights: int, end: float) -> None:
    """Spend bad nights over one campaign, from its first build on."""
    world.disk.mkdir()
    (world.root / "config.toml").write_text("")
    _run("mount", "-t", "tmpfs", "-o", f"size={SPARE}", "tmpfs", world.disk)
    try:
        campaigns.write_campaign(world.segments)
        approvals = approved.sign(world.segments, where=world.disk / "work" / "scripts")
        subjects = approvals.subjects
        codes = {code for subject in subjects for code in approvals.heard(subject).codes.values()}
        key = keys.new(world.root / "keys")
        if world.finish(world.start(evening(world))):
            world.faults.append("the first calm night was not green")
        for _night in range(nights):
            if time.monotonic() > end:
                break
            trouble = names.choice(TROUBLES)
            world.nights += 1
            world.troubles[trouble.__name__] += 1
            trouble(world)
            before = len(world.faults)
            judge(world, key.public, codes, calm=False)
            world.faults[before:] = [f"{fault} [after {trouble.__name__}]" for fault in world.faults[before:]]
            if world.finish(world.start(evening(world))):
                world.faults.append(f"night {world.nights}: the calm night after {trouble.__name__} was not green")
            judge(world, key.public, codes, calm=True)
    finally:
        _run("umount", "-l", world.disk)


def main() -> None:
    """Spend the nights, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nights", type=int, default=500)
    parser.add_argument("--seed", type=int, default=None, help="to see the same nights again")
    parser.add_argument("--minutes", type=float, default=1e6, help="stop after so many, whatever was reached")
    chosen = parser.parse_args()
    seed = chosen.seed if chosen.seed is not None else random.SystemRandom().randrange(1_000_000)
    chance = random.Random(seed)  # noqa: S311 - nights, no secrets
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), chance)
        campaign(world, chance, chosen.nights, time.monotonic() + 60 * chosen.minutes)
    counts = {"troubles": world.troubles, "exit codes": world.codes, "programmes judged": world.stood}
    told = {name: dict(sorted(count.items())) for name, count in counts.items()}
    nights = f"{world.nights} bad nights, each followed by a calm one"
    sys.stdout.write(f"seed {seed}: {nights}; {len(world.faults)} faults\n")
    sys.stdout.writelines(f"{name}: {json.dumps(count)}\n" for name, count in told.items())
    sys.stdout.writelines(f"{fault}\n" for fault in world.faults)
    sys.exit(1 if world.faults else 0)


if __name__ == "__main__":
    main()
