"""The state of the last night as a file, `status.json`, for pages and for programs that watch."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from broadcast.errors import BroadcastError
from broadcast.files import write_whole
from broadcast.i18n import _
from broadcast.night.hours import State
from broadcast.night.report import COLOURS, Colour, Report, StationReport, Trouble

if TYPE_CHECKING:
    from pydantic import TypeAdapter

NAME = "status.json"


@dataclass(frozen=True, slots=True)
class Status:
    """A night as others read it; instants are aware, `seconds` is how long it took, `code` its exit code."""

    version: Literal[1]
    run: str
    began: datetime.datetime
    seconds: float
    code: int
    state: State
    dates: tuple[datetime.date, ...]
    counts: dict[Colour, int]
    made: int
    kept: int
    voices: dict[str, int]
    signed: bool
    stations: tuple[StationReport, ...]
    troubles: tuple[Trouble, ...]
    notes: tuple[str, ...]

    @classmethod
    def of(cls, report: Report) -> Status:
        """Take from a report what others may know."""
        return cls(
            version=1,
            run=report.run,
            began=report.began,
            seconds=report.seconds,
            code=report.code,
            state=report.state,
            dates=report.dates,
            counts={colour: report.count(colour) for colour in COLOURS},
            made=report.made,
            kept=report.kept,
            voices=report.voices,
            signed=report.signed,
            stations=report.stations,
            troubles=report.troubles,
            notes=report.notes,
        )


def dump(status: Status) -> bytes:
    """Give the file's bytes."""
    return _adapter().dump_json(status, indent=1) + b"\n"


def save(out: Path, report: Report) -> None:
    """Write the state of the last night, whole.

    Raises:
        UnwritableError: the disk is full or read-only.
    """
    write_whole(out / NAME, dump(Status.of(report)))


def load(out: Path) -> Status | None:
    """Read the state of the last night; None when there was none.

    Raises:
        BroadcastError: the file is something else.
    """
    from pydantic import ValidationError

    path = out / NAME
    try:
        return _adapter().validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise BroadcastError(
            _("{path} is not the state of a night").format(path=path), hint=_("broadcast nightly writes it again")
        ) from error


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the file, as published in docs/schema/status.json."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema()}


@cache
def _adapter() -> TypeAdapter[Status]:
    from pydantic import TypeAdapter

    return TypeAdapter(Status)
