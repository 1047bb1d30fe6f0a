"""What a programme costs to copy: `python copying.py DAY FOLDER` copies a day's and prints the CPU seconds of each."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from measure import cpu


def main() -> None:
    """Copy every programme of the day."""
    files, folder = sorted(Path(sys.argv[1]).glob("*/*.mp3")), Path(sys.argv[2])
    folder.mkdir()
    begun = cpu()
    for number, path in enumerate(files):
        shutil.copyfile(path, folder / f"{number}.mp3")
    sys.stdout.write(f"{(cpu() - begun) / len(files)}\n")


if __name__ == "__main__":
    main()
