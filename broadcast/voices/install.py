"""Fetching a Piper model: by piper's own downloader, over lines that drop, and looked at before it is used."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

from broadcast.errors import BroadcastError
from broadcast.files import unwritable
from broadcast.i18n import _
from broadcast.voices.models import LICENCES
from broadcast.voices.settings import nearest

TRIES = 5  # connections for one file; each goes on where the last was cut
_SWAP = threading.Lock()
_EXTENSIONS = (".onnx.json", ".onnx")  # the model last: while it is missing, the voice is not ready

Progress = Callable[[str, int, int], None]  # file name, bytes here, bytes in all


@dataclass(frozen=True, slots=True)
class Installed:
    """What was fetched: the model, its licence, and its bytes."""

    model: Path
    licence: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Wire:
    """How to fetch: the proxy's URL or "", whom to tell how far it is, and how to wait between tries."""

    proxy: str = ""
    progress: Progress = lambda _name, _here, _all: None
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class _Promise:
    size: int
    md5: str


def install(name: str, folder: Path, wire: Wire = Wire(), *, again: bool = False) -> Installed:
    """Fetch a public Vietnamese model into `folder`, whole or not at all; a run that was cut goes on.

    Raises:
        BroadcastError: the name is not known, piper-tts is missing, the network fails for good, what
            came is not what the catalogue promises, or the folder cannot be written.
    """
    if name not in LICENCES:
        raise BroadcastError(_("unknown model {name}").format(name=name), hint=nearest(name, LICENCES))
    if find_spec("piper") is None:
        raise BroadcastError(_("the package piper-tts is missing"), hint="pip install 'broadcast[piper]'")
    target = folder / f"{name}.onnx"
    if again or not all((folder / f"{name}{extension}").is_file() for extension in _EXTENSIONS):
        try:
            _fetch(name, folder, _Line(folder / ".unfinished", wire))
        except OSError as error:
            raise unwritable(folder, error) from error
    return Installed(target, LICENCES[name], target.stat().st_size)


def _fetch(name: str, folder: Path, line: _Line) -> None:
    from piper import download_voices

    line.folder.mkdir(parents=True, exist_ok=True)
    line.promises = _promises(name, line)
    with _SWAP, _lent(download_voices, line):
        download_voices.download_voice(name, line.folder, force_redownload=True)
    for extension in _EXTENSIONS:
        line.verify(f"{name}{extension}")
    for extension in _EXTENSIONS:
        (line.folder / f"{name}{extension}").replace(folder / f"{name}{extension}")
        line.part(f"{name}{extension}").unlink(missing_ok=True)


@contextmanager
def _lent(downloader: Any, line: _Line) -> Iterator[None]:
    """Let piper's downloader open addresses through `line`; it has no time-out, no resuming and no check."""
    usual = downloader.urlopen
    downloader.urlopen = line.open
    try:
        yield
    finally:
        downloader.urlopen = usual


def _promises(name: str, line: _Line) -> dict[str, _Promise]:
    from piper import download_voices

    try:
        with line.open(download_voices.VOICES_JSON) as file:
            files = json.load(file)[name]["files"]
        Path(file.name).unlink()
        return {Path(path).name: _Promise(each["size_bytes"], each["md5_digest"]) for path, each in files.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BroadcastError(
            _("the catalogue of models does not list {name}").format(name=name),
            hint=_("a page of the network's operator may have come instead; try again later"),
        ) from error


def _altered(name: str) -> BroadcastError:
    return BroadcastError(
        _("{name} is not what the catalogue promises; it was not kept").format(name=name), hint=_("try again later")
    )


class _Line:
    """Opens addresses as files: fetched to the disk, going on after a cut, known by the catalogue's sums."""

    def __init__(self, folder: Path, wire: Wire) -> None:
        self.folder = folder
        self.promises: dict[str, _Promise] = {}
        self._proxies = {"http": wire.proxy, "https": wire.proxy} if wire.proxy else None
        self._wire = wire

    def part(self, name: str) -> Path:
        """Give where the bytes of a file gather until it is whole."""
        return self.folder / f"{name}.part"

    def verify(self, name: str) -> None:
        """Look whether a file that was fetched is what the catalogue promises; if not, forget it."""
        path = self.folder / name
        with path.open("rb") as file:
            md5 = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
        promise = self.promises[name]
        if (path.stat().st_size, md5) != (promise.size, promise.md5):
            path.unlink()
            self.part(name).unlink()
            raise _altered(name)

    def open(self, url: str) -> BinaryIO:
        """Fetch `url`, and give its bytes as an open file."""
        name = url.partition("?")[0].rpartition("/")[2]
        promise = self.promises.get(name)
        part = self.part(name)
        if promise is None:  # the catalogue itself is fetched anew each time
            part.unlink(missing_ok=True)
        for attempt in range(TRIES):
            if attempt:
                self._wire.sleep(2.0**attempt)
            if self._continue(url, part, promise):
                return part.open("rb")
        here = part.stat().st_size if part.exists() else 0
        raise BroadcastError(
            _("{name} was cut off at {here:.1f} MB").format(name=name, here=here / 1e6),
            hint=_("run the command again; it goes on from there"),
        )

    def _continue(self, url: str, part: Path, promise: _Promise | None) -> bool:
        import requests
        import urllib3

        here = part.stat().st_size if part.exists() else 0
        if promise and here >= promise.size:
            if here == promise.size:
                return True
            part.unlink()
            here = 0
        try:
            with requests.get(
                url,
                headers={"Range": f"bytes={here}-", "Accept-Encoding": "identity"} if here else {},
                stream=True,
                timeout=(10, 30),
                proxies=self._proxies,
            ) as answer:
                if answer.status_code in (403, 404, 410):
                    raise BroadcastError(
                        _("{url} is not there any more ({status})").format(url=url, status=answer.status_code)
                    )
                answer.raise_for_status()
                return self._receive(answer, part, here if answer.status_code == 206 else 0, promise)
        except (requests.RequestException, urllib3.exceptions.HTTPError):
            return False

    def _receive(self, answer: Any, part: Path, here: int, promise: _Promise | None) -> bool:
        with part.open("ab" if here else "wb") as file:
            while block := answer.raw.read1(1 << 16, decode_content=True):
                file.write(block)
                here += len(block)
                if promise:
                    self._wire.progress(part.stem, here, promise.size)
                    if here > promise.size:
                        break
        if promise and here > promise.size:
            part.unlink()
            raise _altered(part.stem)
        return promise is None or here == promise.size
