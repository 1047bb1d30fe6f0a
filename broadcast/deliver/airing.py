"""The airing journal: what operators confirm was aired, when, or why not; never mixed with what was planned."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from broadcast.errors import BroadcastError
from broadcast.files import unwritable
from broadcast.i18n import _

NAME = "airings.jsonl"
LONGEST = 300  # letters of a reason or a name
Key = tuple[str, datetime.date, str]


@dataclass(frozen=True, slots=True)
class Airing:
    """One confirmation: `at` is the local time "HH:MM" at which it was aired, "" when it was not.

    `slot` is "HH:MM"; `reason` says why it was not aired; `by` is who says so; `noted` is an aware instant;
    `sha256` is that of the file which was published for the slot when it was noted, "" when that is not known.
    """

    station: str
    date: datetime.date
    slot: str
    at: str
    reason: str
    by: str
    noted: datetime.datetime
    sha256: str = ""

    @property
    def aired(self) -> bool:
        """Tell whether it was aired."""
        return bool(self.at)

    @property
    def key(self) -> Key:
        """Name what is confirmed."""
        return self.station, self.date, self.slot


def confirmed(said: Airing) -> Airing:
    """Give a confirmation back if it can be true.

    Raises:
        BroadcastError: it says neither when nor why not, or both, or it was noted before the slot.
    """
    if bool(said.at) == bool(said.reason.strip()):
        raise BroadcastError(
            _("say either when it was aired, or why it was not"),
            hint=_("a time like 05:31, or a reason in a few words"),
        )
    if said.at:
        _time(said.at)
    if max(len(said.reason), len(said.by)) > LONGEST:
        raise BroadcastError(_("a reason or a name has at most {count} letters").format(count=LONGEST))
    if said.noted.date() < said.date or (
        said.noted.date() == said.date and f"{said.noted:%H:%M}" < (said.at or said.slot)
    ):
        raise BroadcastError(
            _("{slot} on {date} is still to come: it cannot be confirmed yet").format(slot=said.slot, date=said.date)
        )
    return said


def note(folder: Path, said: Airing) -> None:
    """Append a confirmation to the journal, as one whole line, down to the disk.

    What is there is never changed; of two confirmations of the same slot the later one counts.

    Args:
        folder: where this machine keeps its own state; made when missing.
        said: what `confirmed` gave.

    Raises:
        UnwritableError: the disk refuses.
    """
    from filelock import FileLock

    path = folder / NAME
    line = json.dumps(asdict(said), default=_plain, ensure_ascii=False).encode() + b"\n"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(folder / f"{NAME}.lock", timeout=30):
            number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                size = os.fstat(number).st_size
                # a line that a power cut left half ends here, so that it spoils no other
                torn = size and _last(path) != b"\n"
                os.write(number, b"\n" + line if torn else line)
                os.fsync(number)
            finally:
                os.close(number)
    except OSError as error:
        raise unwritable(path, error) from error


def read(folder: Path) -> Mapping[Key, Airing]:
    """Give the last confirmation of each slot; a line that is not whole says nothing."""
    path = folder / NAME
    found: dict[Key, Airing] = {}
    if path.is_file():
        for line in path.read_bytes().splitlines():
            said = _read(line)
            if said:
                found[said.key] = said
    return found


def _read(line: bytes) -> Airing | None:
    try:
        values = json.loads(line)
        return Airing(
            values["station"],
            datetime.date.fromisoformat(values["date"]),
            values["slot"],
            values["at"],
            values["reason"],
            values["by"],
            datetime.datetime.fromisoformat(values["noted"]),
            str(values.get("sha256", "")),  # journals of earlier versions have none
        )
    except (ValueError, KeyError, TypeError):
        return None


def _last(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)


def _time(text: str) -> None:
    try:
        datetime.datetime.strptime(text, "%H:%M")  # noqa: DTZ007 - a time of day, its zone is the campaign's
    except ValueError as error:
        raise BroadcastError(
            _("{text} is not a time of day").format(text=text), hint=_("write it like 05:31")
        ) from error


def _plain(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
