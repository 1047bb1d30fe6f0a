"""Paths that people write: plain ways down into the campaign's folder, on every system."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from broadcast.errors import Fault, Place
from broadcast.i18n import _

LONGEST = 150


def leads_out(path: Path, folder: Path) -> bool:
    """Tell whether links on the way to `path` lead out of `folder`, or round in a circle."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a circle of links
        return True


def leaving(path: str, folder: Path, place: Place) -> Iterator[Fault]:
    """Complain of a path that is not a plain way down into the campaign's folder."""
    if "\\" in path or PureWindowsPath(path).drive:
        yield Fault(
            _("the path “{path}” is written for Windows alone").format(path=path),
            place,
            _("write it from the campaign's folder on, with “/”: recordings/name.m4a"),
        )
    elif path.startswith(("/", "~")) or ".." in path.split("/"):
        yield Fault(
            _("the path “{path}” leaves the campaign's folder").format(path=path),
            place,
            _("put the file into the folder and write: recordings/name.m4a"),
        )
    elif len(path) > LONGEST:
        yield Fault(_("the path is longer than {most} characters").format(most=LONGEST), place, _("rename the file"))
    elif leads_out(folder / path, folder):
        yield Fault(
            _("“{path}” is a link that leads out of the campaign's folder").format(path=path),
            place,
            _("put the file itself into the folder"),
        )
