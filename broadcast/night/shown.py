"""The last night as the district's pages show it: a script with its state, which pages on a disk can read too."""

from __future__ import annotations

import json
from pathlib import Path

from broadcast.deliver.assets import NIGHT
from broadcast.files import write_whole
from broadcast.night.report import COLOURS, Report


def script(report: Report) -> bytes:
    """Give the state as a script: `began` in seconds since 1970, what each station has, how many things went wrong.

    What went wrong stands in the summary, and without the machine's folders in status.json.
    """
    told = {
        "began": int(report.began.timestamp()),
        "state": report.state,
        "counts": {colour: report.count(colour) for colour in COLOURS},
        "stations": [{"name": each.name, "colour": each.colour, "reasons": each.reasons} for each in report.stations],
        "troubles": len(report.troubles),
    }
    return f"window.NIGHT = {json.dumps(told, ensure_ascii=False)};\n".encode()


def save(out: Path, report: Report) -> None:
    """Leave the script among the pages' files.

    Raises:
        UnwritableError: the disk is full or read-only.
    """
    write_whole(out / NIGHT, script(report))
