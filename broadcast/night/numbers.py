"""The last night as numbers for Prometheus, in the file that node_exporter's textfile collector reads."""

from __future__ import annotations

from pathlib import Path

from broadcast.files import write_whole
from broadcast.night.report import COLOURS, Report

# name after "broadcast_nightly_", type is always gauge, and what it is
_HELP = {
    "last_run_timestamp_seconds": "When the last night began.",
    "last_success_timestamp_seconds": "When the last night began, if nobody needs to look; absent otherwise.",
    "duration_seconds": "How long it took.",
    "exit_code": "Its exit code; docs/exit-codes.md has the table.",
    "stations": "Stations by how they stand.",
    "programmes": "Programmes by what was done.",
    "troubles": "Things that went wrong.",
}


def text(report: Report) -> str:
    """Give the numbers in Prometheus' text format 0.0.4."""
    values = {
        "last_run_timestamp_seconds": {"": f"{report.began.timestamp():.0f}"},
        "last_success_timestamp_seconds": {"": f"{report.began.timestamp():.0f}"} if report.well else {},
        "duration_seconds": {"": f"{report.seconds}"},
        "exit_code": {"": f"{report.code}"},
        "stations": {f'{{colour="{colour}"}}': f"{report.count(colour)}" for colour in COLOURS},
        "programmes": {'{done="made"}': f"{report.made}", '{done="kept"}': f"{report.kept}"},
        "troubles": {"": f"{len(report.troubles)}"},
    }
    lines = []
    for name, told in values.items():
        full = f"broadcast_nightly_{name}"
        lines += [f"# HELP {full} {_HELP[name]}", f"# TYPE {full} gauge"]
        lines += [f"{full}{labels} {value}" for labels, value in told.items()]
    return "\n".join(lines) + "\n"


def save(path: Path, report: Report) -> None:
    """Write the file, whole: node_exporter may read it at any moment.

    Raises:
        UnwritableError: the disk is full, or the place is not ours.
    """
    write_whole(path, text(report).encode())
