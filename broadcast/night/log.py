"""The log of nights: a line of JSON for each step, with the night's id; old lines make room for new ones."""

from __future__ import annotations

import contextlib
import json
import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from broadcast.build.store import FOLDER

NAME = "night.jsonl"
_BYTES = 1_000_000  # of one file: some years of nights of sixteen stations
_FILES = 5
_LEVELS = {"trouble": logging.WARNING, "fault": logging.ERROR, "notice": logging.WARNING}


class _Quiet(logging.handlers.RotatingFileHandler):
    """A full disk must not end a night, nor print tracebacks on its screen."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Let the line go."""


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "run": record.__dict__["run"],
            "event": record.getMessage(),
            **record.__dict__["figures"],
        }
        return json.dumps(told, ensure_ascii=False, default=str)


class Log:
    """Takes note of steps, for a night's `tell`."""

    def __init__(self, logger: logging.Logger, run: str) -> None:
        self._logger = logger
        self._run = run

    def __call__(self, step: str, /, **figures: object) -> None:
        """Write a line."""
        level = _LEVELS.get(step, logging.INFO)
        self._logger.log(level, step, extra={"run": self._run, "figures": figures})


@contextmanager
def logged(out: Path, run: str, size: int = _BYTES) -> Iterator[Log]:
    """Open the log in the store of `out`, in files of so many bytes; where it cannot be written, nothing is logged."""
    logger = logging.Logger(f"broadcast.night.{run}", logging.INFO)
    try:
        (out / FOLDER).mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _Quiet(
            out / FOLDER / NAME, maxBytes=size, backupCount=_FILES, encoding="utf-8", errors="replace"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Json())
    logger.addHandler(handler)
    try:
        yield Log(logger, run)
    finally:
        with contextlib.suppress(OSError):  # what could not be written is tried once more on closing
            handler.close()
