"""The manifest of a day: what lies in `audio_out/<date>/`, for pages, players, fetchers and inspectors."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from broadcast.campaign.campaign import CueKind
from broadcast.errors import BroadcastError
from broadcast.files import because
from broadcast.i18n import _

if TYPE_CHECKING:
    from pydantic import TypeAdapter

VERSION = 1
NAME = "manifest.json"

# fresh: made for this slot; previous: the last programme of the slot; standby: the campaign's reserve
Rung = Literal["fresh", "previous", "standby"]


@dataclass(frozen=True, slots=True)
class ManifestPiece:
    """One piece of a programme; `start` and `seconds` count from the head of the decoded file."""

    kind: CueKind
    id: str
    title: str
    start: float
    seconds: float


@dataclass(frozen=True, slots=True)
class ManifestProgramme:
    """One programme file; paths are relative to the manifest, with forward slashes.

    `lufs` and `dbtp` were measured on the decoded MP3. `key` names everything that the bytes depend on.
    `approval` is the code of the approved words, as the signed script shows it. `urgent` tells whether an
    urgent message is in it; `replaces` is the SHA-256 of the file that stood there before an urgent message
    came, or went: whoever has that file must take this one instead.
    """

    station: str
    slot: str
    file: str
    text: str
    captions: str
    bytes: int
    sha256: str
    seconds: float
    lufs: float
    dbtp: float
    voice: str
    rung: Rung
    key: str
    approval: str | None
    pieces: tuple[ManifestPiece, ...]
    urgent: bool = False
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class ManifestStation:
    """A station as the day knew it."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A slot of a station that has no programme, and why."""

    station: str
    slot: str
    reason: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All programmes of one day; slots are local times of the campaign's zone."""

    version: Literal[1]
    campaign: str
    title: str
    zone: str
    date: datetime.date
    theme: str
    slots: tuple[str, ...]
    stations: tuple[ManifestStation, ...]
    missing: tuple[Missing, ...]
    programmes: tuple[ManifestProgramme, ...]


def lines(head: dict[str, Any], programmes: Iterable[str]) -> Iterator[bytes]:
    """Give the manifest's JSON in parts, a programme a line, without holding them all.

    Args:
        head: every field but `programmes`, ready for JSON.
        programmes: each programme as JSON text.
    """
    opening = json.dumps(head, ensure_ascii=False, indent=1)
    yield opening.removesuffix("\n}").encode() + b',\n "programmes": [\n'
    separator = b""
    for programme in programmes:
        yield separator + b"  " + programme.encode()
        separator = b",\n"
    yield b"\n ]\n}\n"


def dump(manifest: Manifest) -> bytes:
    """Give the manifest's bytes; the same manifest gives the same bytes."""
    head = asdict(manifest)
    programmes = head.pop("programmes")
    head["date"] = manifest.date.isoformat()
    return b"".join(lines(head, (json.dumps(each, ensure_ascii=False) for each in programmes)))


def load(path: Path) -> Manifest:
    """Read a manifest.

    Raises:
        BroadcastError: the file is missing or is no manifest.
    """
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(path.read_bytes())
    except OSError as error:
        raise BroadcastError(_("{path} cannot be read: {reason}").format(path=path, reason=because(error))) from error
    except ValidationError as error:
        raise BroadcastError(
            _("{path} is not a manifest of broadcast").format(path=path),
            hint=_("run broadcast build: it makes the manifest again"),
        ) from error


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the manifest, as published in docs/schema/manifest.json."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema()}


@cache
def _adapter() -> TypeAdapter[Manifest]:
    from pydantic import TypeAdapter

    return TypeAdapter(Manifest)
