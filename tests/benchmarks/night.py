"""A night in which nothing changed, against a cold build of the whole campaign, in CPU seconds: `python night.py`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from measure import build, cost

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Build, spend two nights, and compare the second with the build."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in ("segments", "scripts"):
            shutil.copytree(ROOT / name, work / name)
        out = work / "audio_out"
        cold = build(work / "segments", out)
        folders = ("--campaign", work / "segments", "--out", out, "--scripts", work / "scripts", "--keys", work)
        night = (sys.executable, "-m", "broadcast", "nightly", "--offline", *folders, "--now", "2024-11-19T22:00+07:00")
        cost(*night)
        calm = min(cost(*night).cpu for _turn in range(3))
        print(f"cold build {cold.cpu:.1f} s, night in which nothing changed {calm:.2f} s: {calm / cold.cpu:.1%}")


if __name__ == "__main__":
    main()
