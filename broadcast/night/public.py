"""A report as strangers may read it: it names files, never the folders of this machine."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from broadcast.night.report import Report

# what begins at the root, up to the last folder; not the path of a URL, nor the slash of a date or a ratio
_FOLDERS = re.compile(r"(?<![\w:/\\.~])(?:[A-Za-z]:[/\\]|/)(?:[^\s/\\:,;]+[/\\])+")


def public(report: Report, out: Path) -> Report:
    """Give the same report for `status.json` and the pages, which lie in `out` and are published with it.

    Paths in the project are given from there, others by the file's name alone.
    """

    def told(text: str) -> str:
        for folder in (out.absolute().parent, out.resolve().parent):
            text = text.replace(f"{folder}{os.sep}", "")
        return _FOLDERS.sub("", text)

    return replace(
        report,
        stations=tuple(replace(each, reasons=tuple(map(told, each.reasons))) for each in report.stations),
        troubles=tuple(replace(each, message=told(each.message), mend=told(each.mend)) for each in report.troubles),
        notes=tuple(map(told, report.notes)),
    )
