"""The backup: what cannot be made again, in one file that proves itself: texts, recordings, approvals and keys."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from broadcast import __version__
from broadcast.errors import BroadcastError
from broadcast.files import TEMPORARY, whole_or_gone
from broadcast.i18n import _

SUMS = "backup.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Saved:
    """A backup: how many files of each part, and their bytes."""

    parts: Mapping[str, int]
    bytes: int


def backup(path: Path, folders: Mapping[str, Path]) -> Saved:
    """Write a backup, whole: read back and compared before it gets its name. It holds secrets: mode 0600.

    Args:
        path: the file to make, a tar packed with gzip.
        folders: name in the backup → folder; one that is not there is left out.

    Raises:
        BroadcastError: the file exists, or cannot be written, or came back other than it was written.
    """
    if path.exists():
        raise BroadcastError(
            _("{path} exists already").format(path=path), hint=_("give another name, one with the date in it, say")
        )
    files = {f"{name}/{file.relative_to(folder).as_posix()}": file
             for name, folder in folders.items() for file in _files(folder)}  # fmt: skip
    sums: dict[str, str] = {}
    temporary = path.with_name(f"{TEMPORARY}{os.getpid()}-{path.name}")
    with whole_or_gone(temporary, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as raw, tarfile.open(fileobj=raw, mode="w:gz", format=tarfile.PAX_FORMAT) as tar:
            for name, file in sorted(files.items()):
                data = file.read_bytes()
                sums[name] = hashlib.sha256(data).hexdigest()
                _add(tar, name, data, file.stat().st_mode, file.stat().st_mtime)
            told = {"version": VERSION, "program": __version__, "sha256": sums}
            _add(tar, SUMS, json.dumps(told, indent=1).encode(), 0o644, 0)
        _checked(temporary)
        temporary.replace(path)
    parts = {name: sum(each.startswith(f"{name}/") for each in sums) for name in folders}
    return Saved(parts, path.stat().st_size)


def restore(path: Path, folders: Mapping[str, Path], *, overwrite: bool = False) -> Saved:
    """Bring back every file of a backup, after all of it was checked.

    Args:
        path: the backup.
        folders: name in the backup → folder; parts that are not named stay in the file.
        overwrite: whether files that are there with other bytes are replaced.

    Raises:
        BroadcastError: it is no whole backup, or files are there already.
    """
    found = _checked(path)
    wanted = {folders[part] / rest: data for name, data in found.items()
              for part, rest in [_divided(name)] if part in folders}  # fmt: skip
    standing = sorted(target for target, (data, _mode) in wanted.items() if target.exists() and _differs(target, data))
    if standing and not overwrite:
        names = ", ".join(str(target) for target in standing[:3])
        raise BroadcastError(
            _("{count} files are there with other content: {names}").format(count=len(standing), names=names),
            hint=_("restore into an empty folder, or give --overwrite to lose what is there"),
        )
    for target, (data, mode) in wanted.items():
        _write(target, data, mode)
    parts = {name: sum(each.startswith(f"{name}/") for each in found) for name in folders}
    return Saved(parts, sum(len(data) for data, _mode in wanted.values()))


def _files(folder: Path) -> Iterator[Path]:
    """Give the files of a folder; links are not followed, and what is not whole yet is none."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and TEMPORARY not in path.name and path.suffix != ".lock":
            yield path


def _add(tar: tarfile.TarFile, name: str, data: bytes, mode: int, mtime: float) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = len(data), mode & 0o777, int(mtime)
    tar.addfile(member, io.BytesIO(data))


def _checked(path: Path) -> dict[str, tuple[bytes, int]]:
    """Read all of a backup and compare it with its sums; give bytes and mode by name.

    Raises:
        BroadcastError: it is damaged, no backup, or a name in it leads elsewhere.
    """
    try:
        found: dict[str, tuple[bytes, int]] = {}
        with gzip.open(path) as packed, tarfile.open(fileobj=packed, mode="r:") as tar:
            for member in tar:
                if member.name != SUMS:
                    _divided(member.name)
                safe = tarfile.data_filter(member, str(path.parent))
                file = tar.extractfile(safe)
                if not safe.isreg() or file is None:
                    raise ValueError(safe.name)
                found[safe.name] = (file.read(), safe.mode or 0o644)
            while packed.read(1 << 20):  # to the end, where gzip's own sum stands
                pass
        told = json.loads(found.pop(SUMS)[0])
        sums = {name: hashlib.sha256(data).hexdigest() for name, (data, _mode) in found.items()}
        if told["version"] != VERSION or sums != told["sha256"]:
            raise ValueError(SUMS)
    except FileNotFoundError as error:
        raise BroadcastError(_("there is no file {path}").format(path=path)) from error
    except (tarfile.TarError, OSError, EOFError, ValueError, KeyError, TypeError, AttributeError, RecursionError,
            OverflowError, zlib.error) as error:  # fmt: skip
        raise BroadcastError(
            _("{path} is not a whole backup of broadcast").format(path=path), hint=_("nothing was restored from it")
        ) from error
    return found


def _divided(name: str) -> tuple[str, PurePosixPath]:
    """Divide a name into its part and the path below it."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or len(path.parts) < 2 or "\\" in name or ":" in name:
        raise ValueError(name)
    return path.parts[0], PurePosixPath(*path.parts[1:])


def _differs(target: Path, data: bytes) -> bool:
    return not target.is_file() or target.read_bytes() != data


def _write(target: Path, data: bytes, mode: int) -> None:
    """Write a file whole, with its mode from its first moment: it may be a secret."""
    temporary = target.with_name(f"{TEMPORARY}{os.getpid()}-{target.name}")
    with whole_or_gone(temporary, target):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o755 if mode & 0o077 else 0o700)
        number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode & 0o777)
        with os.fdopen(number, "wb") as file:
            file.write(data)
        temporary.replace(target)
