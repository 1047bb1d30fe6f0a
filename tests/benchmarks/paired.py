"""A build beside copying: `python paired.py FOLDER build …` makes programmes, and after each copies it to FOLDER.

Both so take the same memory from the system in the same minute, be it new or used. Prints the CPU seconds of the
copying at the end of what the build says.
"""

from __future__ import annotations

import itertools
import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from broadcast.build.ledger import Made
from broadcast.build.shelf import Shelf
from broadcast.cli import main

_number = itertools.count()


def beside(copies: Path) -> list[float]:
    """Let every programme that is written be copied; give a list that gets the CPU seconds of each copy."""
    spent: list[float] = []
    write = Shelf.write

    def written(shelf: Shelf, name: str, parts: Iterable[bytes]) -> Made:
        made = write(shelf, name, parts)
        if name.endswith(".mp3"):
            begun = time.thread_time()
            shutil.copyfile(shelf.aside(name), copies / f"{next(_number)}.mp3")
            spent.append(time.thread_time() - begun)
        return made

    Shelf.write = written  # type: ignore[method-assign]
    return spent


if __name__ == "__main__":
    folder = Path(sys.argv.pop(1))
    folder.mkdir()
    seconds = beside(folder)
    try:
        main()
    finally:
        sys.stdout.write(f"{sum(seconds)}\n")
