"""Figures of the reader: how much it reads right, how fast, and what importing it costs.

    python tests/benchmarks/spoken.py [evaluate.py]

Speed is shown, never asserted. With the path of the public `evaluate.py` the tolerant scores are shown too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden" / "spoken"
IMPORT = """\
import time
begun = time.process_time()
from broadcast.spoken import read
read("")  # the readers come with the first text
print((time.process_time() - begun) * 1000)
"""


def importing() -> float:
    """Give the milliseconds of CPU time for importing, the least of five fresh interpreters."""
    # Without this variable Python compiles every module anew, which no installed program does.
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    runs = (
        subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, check=True, env=usual) for _ in range(5)
    )
    return min(float(run.stdout) for run in runs)


def speed(lines: list[str], seconds: float = 3.0) -> float:
    """Give the lines read in a second of CPU time, by one process."""
    from broadcast.spoken import read

    for line in lines:
        read(line)
    count, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for line in lines:
            read(line)
        count += len(lines)
    return count / (time.process_time() - start)


def growth(line: str) -> list[tuple[int, float]]:
    """Give the CPU seconds for one line of 125,000, 250,000, 500,000 and 1,000,000 characters."""
    from broadcast.spoken import read

    rows = []
    for size in (125_000, 250_000, 500_000, 1_000_000):
        text = (line * (size // len(line) + 1))[:size]
        start = time.process_time()
        read(text)
        rows.append((size, time.process_time() - start))
    return rows


def show(line: str) -> None:
    """Write one line at once, before a program started next writes its own."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print the table."""
    notices = [line.split("\t")[0] for line in (GOLDEN / "notices.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    show(f"import            {importing():9.1f} ms")
    show(f"sentences/second  {speed(notices):9.0f}")
    for size, seconds in growth(" ".join(notices)):
        show(f"one line of {size:9,d} characters {seconds:7.2f} s  {seconds / size * 1e6:6.2f} µs a character")
    for evaluate in sys.argv[1:2]:
        files = sorted(map(str, (GOLDEN / "public").glob("*.tsv")))
        command = f"{sys.executable} -m broadcast.cli.spoken"
        subprocess.run([sys.executable, evaluate, "--cmd", command, *files], check=True)


if __name__ == "__main__":
    main()
