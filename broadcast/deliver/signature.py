"""Signatures: the short text in which the district vouches for the files of a day, and that text's proof.

A signature lies beside what it vouches for: `<date>/manifest.json.sig` for the manifest of all stations, and
`<date>/<station>/files.sig` for the files of one station, which is all that a station on a thin line reads.
It is ASCII text, one fact a line; the last line proves all lines before it, to the byte:

    broadcast-signature 1
    date 2024-11-20
    station dinh-ca
    serial 1732060800
    key 3f1c…                              32 hexadecimal digits, see `keys.PublicKey.id`
    file <sha256> <bytes> <name>           once a file
    signature <base64 of the 64 bytes of an Ed25519 signature, RFC 8032>

The station of the manifest's signature is "-". The date is inside, so no old day passes for a new one; of two
signatures for the same day and station the one with the lower serial is older, and is refused by who saw the other.
"""

from __future__ import annotations

import base64
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from broadcast.deliver.keys import PublicKey, SigningKey, UntrustedError
from broadcast.i18n import _

EVERY = "-"
SUFFIX = ".sig"
FILES = "files.sig"
LIMIT = 1_000_000  # bytes of a signature that is read at all: ten thousand files

# names that every file system and player takes, and that lead nowhere else
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}", re.ASCII)
_FORM = re.compile(
    rb"(?P<message>broadcast-signature 1\n"
    rb"date (?P<date>\d{4}-\d\d-\d\d)\n"
    rb"station (?P<station>-|[A-Za-z0-9][A-Za-z0-9_.-]{0,99})\n"
    rb"serial (?P<serial>\d{1,15})\n"
    rb"key (?P<key>[0-9a-f]{32})\n"
    rb"(?P<files>(?:file [0-9a-f]{64} \d{1,15} [A-Za-z0-9][A-Za-z0-9_.-]{0,99}\n)*))"
    rb"signature (?P<signature>[A-Za-z0-9+/]{86}==)\n"
)


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A file as it must be: name, length in bytes, SHA-256 in hexadecimal digits."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What the district says of a day: these files, to the byte; a higher `serial` is the later word."""

    date: datetime.date
    station: str
    serial: int
    files: tuple[SignedFile, ...]

    def file(self, name: str) -> SignedFile | None:
        """Give the file of this name."""
        return next((each for each in self.files if each.name == name), None)


def written(statement: Statement, key: SigningKey) -> bytes:
    """Give the signature's text for a statement."""
    lines = [
        "broadcast-signature 1",
        f"date {statement.date}",
        f"station {statement.station}",
        f"serial {statement.serial}",
        f"key {key.public.id}",
        *(f"file {each.sha256} {each.bytes} {each.name}" for each in statement.files),
    ]
    message = "".join(f"{line}\n" for line in lines).encode("ascii")
    return message + b"signature " + base64.b64encode(key.sign(message)) + b"\n"


def read(data: bytes, keys: Iterable[PublicKey], source: str) -> Statement:
    """Read a signature's text and check its proof, before any of it is believed.

    Args:
        data: the whole file.
        keys: the keys that are trusted.
        source: the file's path or address, for the message.

    Raises:
        UntrustedError: it has another form, no trusted key made it, or it was altered.
    """
    found = _FORM.fullmatch(data) if len(data) <= LIMIT else None
    if not found:
        raise UntrustedError(_("{source} is not a signature of broadcast").format(source=source))
    name = found["key"].decode()
    key = next((each for each in keys if each.id == name), None)
    if key is None:
        raise UntrustedError(
            _("{source} is signed with key {key}, which is not trusted here").format(source=source, key=name),
            hint=_("ask the district by telephone whether it changed its key; then broadcast keys trust"),
        )
    if not key.made(base64.b64decode(found["signature"]), found["message"]):
        raise UntrustedError(_("{source} was altered: its signature does not hold").format(source=source))
    return _statement(found, source)


def expect(statement: Statement, date: datetime.date, station: str, source: str) -> Statement:
    """Give the statement back if it is about this day and station; another's words prove nothing here.

    Raises:
        UntrustedError: it is about something else, as when an old day is replayed for a new one.
    """
    if (statement.date, statement.station) == (date, station):
        return statement
    raise UntrustedError(
        _("{source} is for {station} on {date}, not for {wanted} on {day}").format(
            source=source, station=statement.station, date=statement.date, wanted=station, day=date
        )
    )


def _statement(found: re.Match[bytes], source: str) -> Statement:
    files = []
    for line in found["files"].decode().splitlines():
        sha256, size, name = line.split(" ")[1:]
        files.append(SignedFile(name, int(size), sha256))
    if len({each.name.lower() for each in files}) < len(files):  # FAT and Windows know no capitals
        raise UntrustedError(_("{source} names a file twice").format(source=source))
    try:
        date = datetime.date.fromisoformat(found["date"].decode())
    except ValueError as error:
        raise UntrustedError(_("{source} is not a signature of broadcast").format(source=source)) from error
    return Statement(date, found["station"].decode(), int(found["serial"]), tuple(files))
