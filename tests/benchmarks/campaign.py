"""What the build must reach, as ratios of CPU time measured in the same run: `python tests/benchmarks/campaign.py`.

Prints a table, a row for each promise with its target, and leaves with 1 when one does not hold. Needs the
ffmpeg program (for the naive way only) and some 50 GB of disk in --work for the 1,600 stations.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from measure import HERE, PROGRAM, build, cost, cpu
from stations import widened

sys.path.insert(0, str(HERE.parent))

from approved import sign

SEGMENTS = HERE.parents[1] / "segments"
SAMPLE = 11  # programmes that the naive way makes
EDITS = 5  # messages that are changed, one after the other
HELPS = 9
MANY, MORE = 160, 1_600
URGENT = """\
title: Cảnh báo gấp
class: khẩn cấp
topics: ["14"]
contacts: ["113"]
source: Công an huyện
since: 2024-11-25 10:00
until: 2024-11-25 20:00
text: |
  Cảnh báo khẩn! Sáng nay có người giả công an gọi điện đòi tiền.
  Bà con nghe thấy thế thì tắt máy ngay.
  Cần công an, xin gọi 113. Nhắc lại: 113.
"""
_WORD, _OTHER = "bà con", "cô bác"


@dataclass(frozen=True)
class Row:
    """One promise: what was measured, and the bound that it must keep (`least` or `most`)."""

    name: str
    value: float
    unit: str
    least: float | None = None
    most: float | None = None
    note: str = ""

    @property
    def holds(self) -> bool:
        """Tell whether the promise is kept."""
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        bound = f"≥ {self.least:g}" if self.least is not None else f"≤ {self.most:g}" if self.most is not None else ""
        verdict = "" if not bound else "holds" if self.holds else "MISSED"
        return f"{self.name:<52} {self.value:>8.2f} {self.unit:<3} {bound:>8}  {verdict:<7} {self.note}"


def campaign(work: Path) -> Iterator[Row]:
    """Measure the sixteen stations: cold, again, one sentence changed, against the naive way and the minimum.

    Nothing is deleted before the end: for minutes ext4 steps over every inode that was just freed, and new files pay.
    """
    segments, out = work / "segments", work / "out"
    shutil.copytree(SEGMENTS, segments)
    sign(segments)
    cold = build(segments, out)
    naive = float(cost(sys.executable, HERE / "naive.py", segments, work / "naive", str(SAMPLE)).said) / SAMPLE
    encoding, copying = map(float, cost(sys.executable, HERE / "minimum.py", out, work / "copies").said.split())
    programmes = len(list(out.glob("????-??-??/*/*.mp3")))
    note = f"{cold.cpu:.1f} s; naive {naive:.2f} s a programme, {programmes} programmes"
    yield Row("whole campaign, cold: the naive way takes", naive * programmes / cold.cpu, "×", least=30, note=note)
    note = f"encoding {encoding:.1f} s, copying {copying:.1f} s"
    yield Row("whole campaign, cold, of the bare minimum", cold.cpu / (encoding + copying), "×", most=2.5, note=note)
    yield Row("peak memory of the build", cold.peak, "MB", most=400)
    again = statistics.median(build(segments, out).cpu for _ in range(3))
    yield Row("second run, of the cold one", again / cold.cpu * 100, "%", most=3, note=f"{again:.2f} s")
    edits = sorted(_edited(segments, out))
    middle = statistics.median(edits)
    note = f"{middle:.2f} s; of {EDITS} messages {edits[0]:.2f} … {edits[-1]:.2f} s"
    yield Row("one changed sentence, of the cold run", middle / cold.cpu * 100, "%", most=8, note=note)
    wide = widened(SEGMENTS, work / "many" / "segments", MANY)
    sign(wide)
    large = build(wide, work / "wide")
    ratio = naive * programmes / 16 * MANY / large.cpu
    yield Row(f"{MANY} stations, cold: the naive way takes", ratio, "×", least=150, note=f"{large.cpu:.1f} s")


def _edited(segments: Path, out: Path) -> Iterator[float]:
    """Change one word of one sentence in each of several messages, build, and give the CPU seconds of each build."""
    written = {path: path.read_text(encoding="utf-8") for path in sorted((segments / "messages").iterdir())}
    with_word = [path for path, text in written.items() if _WORD in text.partition("text: |")[2]]
    for path in with_word[:: len(with_word) // EDITS][:EDITS]:
        head, mark, words = written[path].partition("text: |")
        path.write_text(head + mark + words.replace(_WORD, _OTHER, 1), encoding="utf-8")
        sign(segments)
        yield build(segments, out).cpu


def urgent(work: Path) -> Iterator[Row]:
    """Measure an urgent message, signed by two: its slot's sixteen programmes, beyond the writing of their bytes."""
    segments, out = work / "segments", work / "out"
    shutil.copytree(SEGMENTS, segments)
    sign(segments)
    cold = build(segments, out)
    (segments / "messages" / "khan.yaml").write_text(URGENT, encoding="utf-8")
    sign(segments, people=2, out=out)
    made = build(segments, out, "--date", "2024-11-25")
    day = out / "2024-11-25"
    listed = json.loads((day / "manifest.json").read_bytes())["programmes"]
    marked = [day / each["file"] for each in listed if each["urgent"] and each["replaces"]]
    begun = cpu()
    (work / "copies").mkdir()
    for path in marked:
        shutil.copyfile(path, work / "copies" / path.name)
    writing = cpu() - begun
    yield Row("programmes replaced by an urgent message", len(marked), "", least=16)
    note = f"{made.cpu:.2f} s, of them {writing:.2f} s to copy {len(marked)} files; cold {cold.cpu:.1f} s"
    yield Row("an urgent message, of the cold run", (made.cpu - writing) / cold.cpu * 100, "%", most=5, note=note)


def stations(work: Path) -> Iterator[Row]:
    """Measure the further programme and the memory, from 16 to 1,600 stations, on three days.

    On the second day every programme is copied as soon as it is made, so that both take the same memory from the
    system: in a virtual machine a page that was never used costs up to seven times one that was. Before the third
    day memory is filled with copies; then every page was used before, and both are as cheap as they can be.
    """
    dates = "2024-11-20", "2024-11-21", "2024-11-22"
    days = [("--from", date, "--to", date) for date in dates]
    wide = widened(SEGMENTS, work / "more" / "segments", MORE)
    sign(wide)
    few = [build(SEGMENTS, work / "a", *day) for day in days]
    first = build(wide, work / "b", *days[0])
    paired = build(wide, work / "b", *days[1], program=(sys.executable, HERE / "paired.py", work / "copies"))
    made = len(list((work / "b").glob(f"{dates[1]}/*/*.mp3")))
    further = made - len(list((work / "a").glob(f"{dates[1]}/*/*.mp3")))
    copied = float(paired.said.splitlines()[-1])
    yield _further("a further programme, of copying its bytes", few[1].cpu, paired.cpu - copied, further, copied / made)
    _fill(work / "b" / dates[1], work)
    last = build(wide, work / "b", *days[2])
    copying = _copying(work / "b" / dates[2], work / "last")
    name = "the same, where all memory was in use before"
    yield replace(_further(name, few[2].cpu, last.cpu, further, copying), most=None)
    name = "the same, with the ident of a new station"
    yield replace(_further(name, few[0].cpu, first.cpu, further, copying), most=None)
    again = [build(SEGMENTS, work / f"a{number}", *days[0]).peak for number in range(4)]
    small = statistics.median([few[0].peak, *again])  # as two threads meet, so it comes and goes by a tenth
    for name, before, after in (("new", small, first.peak), ("known", few[2].peak, last.peak)):
        note = f"{before:.0f} → {after:.0f} MB"
        yield Row(f"growth of peak memory, {name} idents", (after / before - 1) * 100, "%", most=10, note=note)


def _further(name: str, few: float, many: float, further: int, copying: float) -> Row:
    """Compare what a further programme costs with the copying of one, from the CPU seconds of two builds."""
    each = (many - few) / further
    return Row(name, each / copying, "×", most=3, note=f"{each * 1000:.2f} ms; copying {copying * 1000:.2f} ms")


def _fill(day: Path, work: Path) -> None:
    """Copy a day until as much lies in `work` as the machine has memory."""
    for number in itertools.count():
        written = sum(path.stat().st_size for path in work.rglob("*.mp3"))
        if written >= os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"):
            return
        _copying(day, work / f"filling-{number}")


def _copying(day: Path, folder: Path) -> float:
    """Give the CPU seconds of copying one programme of a day."""
    return float(cost(sys.executable, HERE / "copying.py", day, folder).said)


def start(_work: Path) -> Iterator[Row]:
    """Measure how long --help takes, start of Python included."""
    fastest = min(cost(*PROGRAM, "--help").cpu for _ in range(HELPS))
    yield Row("broadcast --help", fastest, "s", most=0.3)


PARTS = {"campaign": campaign, "urgent": urgent, "stations": stations, "start": start}


def main() -> None:
    """Measure the parts that were named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure; everything when left out")
    parser.add_argument("--work", type=Path, help="a folder with room; the system's own for such things when left out")
    chosen = parser.parse_args()
    kept = True
    for part in chosen.parts or PARTS:
        with tempfile.TemporaryDirectory(dir=chosen.work) as folder:
            for row in PARTS[part](Path(folder)):
                kept &= row.holds
                sys.stdout.write(f"{row}\n")
                sys.stdout.flush()
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
