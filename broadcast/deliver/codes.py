"""Station codes: with one an operator confirms for the own station, and for no other; kept as hashes only."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from broadcast.files import write_whole

NAME = "station-codes.json"
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another on paper
_COST = {"n": 1 << 14, "r": 8, "p": 1}  # scrypt, RFC 7914: 30 ms a guess


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of this machine's stations: salt and hash by station."""

    stations: Mapping[str, tuple[str, str]]

    def right(self, station: str, code: str) -> bool:
        """Tell whether a code is the station's; spaces, dashes and small letters do not matter."""
        salt, hashed = self.stations.get(station, ("", ""))
        found = _hash(code, salt or "0" * 32)  # an unknown station takes as long
        return bool(hashed) and hmac.compare_digest(found, hashed)


def read(folder: Path) -> Codes:
    """Read the codes; none when there is no file."""
    path = folder / NAME
    if not path.is_file():
        return Codes({})
    return Codes({name: (salt, hashed) for name, (salt, hashed) in json.loads(path.read_bytes()).items()})


def make(folder: Path, station: str) -> str:
    """Give a station a new code; it is shown this once, and the one before does not count any more.

    Raises:
        UnwritableError: the folder refuses.
    """
    signs = [secrets.choice(_SIGNS) for _each in range(12)]  # 60 bits
    code = "-".join("".join(signs[at : at + 4]) for at in (0, 4, 8))
    salt = secrets.token_hex(16)
    _write(folder, {**read(folder).stations, station: (salt, _hash(code, salt))})
    return code


def revoke(folder: Path, station: str) -> bool:
    """Take a station's code away; tell whether it had one."""
    left = dict(read(folder).stations)
    had = left.pop(station, None) is not None
    if had:
        _write(folder, left)
    return had


def _write(folder: Path, stations: Mapping[str, tuple[str, str]]) -> None:
    write_whole(folder / NAME, json.dumps(stations, indent=1).encode())
    if os.name == "posix":
        (folder / NAME).chmod(0o600)


def _hash(code: str, salt: str) -> str:
    plain = "".join(sign for sign in code.upper() if sign.isalnum())[:64]
    return hashlib.scrypt(plain.encode(), salt=bytes.fromhex(salt), **_COST).hex()
