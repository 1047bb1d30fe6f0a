"""The readers of bytes that others wrote, each as one function that lets only our own errors be.

`READERS` names them for `run.py` (a fuzzer that is guided by coverage) and for the tests, which give them what was
found before and a few thousand damaged samples.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import itertools
import socket
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from broadcast.errors import BroadcastError

READERS: dict[str, Callable[[bytes], None]] = {}


def reader(read: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Enter a reader under its name; errors of ours are answers, every other one is a find."""

    @functools.wraps(read)
    def guarded(data: bytes) -> None:
        with contextlib.suppress(BroadcastError):
            read(data)

    READERS[read.__name__] = guarded
    return guarded


@functools.cache
def folder() -> Path:
    """Give a folder for files that must lie on a disk to be read; it goes when the process ends."""
    kept = tempfile.TemporaryDirectory(prefix="fuzz-")
    folder.kept = kept  # type: ignore[attr-defined]
    return Path(kept.name)


def laid(name: str, data: bytes) -> Path:
    """Put the bytes into a file."""
    path = folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@reader
def yaml(data: bytes) -> None:
    """Read what editors write: the first byte chooses the kind of file."""
    from broadcast.campaign import schema
    from broadcast.campaign.complaint import validate
    from broadcast.campaign.located import compose

    kinds = (schema.MessageFile, schema.CampaignFile, schema.StationsFile, schema.ContactsFile, schema.LexiconFile)
    document = compose(data[1:], "f.yaml")
    values, faults = validate(document, kinds[data[0] % len(kinds) if data else 0])
    if values is None and not faults:
        raise AssertionError("neither values nor faults")


@reader
def sound(data: bytes) -> None:
    """Decode what phones, studios and voices write."""
    from broadcast.sound.decode import decode

    decode(data, longest=20)


@reader
def manifest(data: bytes) -> None:
    """Read what lies in a day and in the store: the first byte chooses the kind of file."""
    from broadcast.build import ledger, store
    from broadcast.build import manifest as manifests
    from broadcast.deliver import keys, record, signature, sums

    kind, rest = (data[0] if data else 0) % 7, data[1:]
    match kind:
        case 0:
            made = manifests.load(laid("manifest.json", rest))
            from broadcast.deliver.day import present, station_days

            for day in station_days(made):
                present(day, folder())
        case 1:
            ledger.read(laid("ledger.jsonl", rest))
        case 2:
            shelf = store.Store(folder() / "store")
            laid(str(shelf.path("piece", "00ff").relative_to(folder())), rest)
            shelf.get("piece", "00ff")
        case 3:
            signature.read(rest, (), "files.sig")
        case 4:
            keys.read_public(rest, "key.pem")
        case 5:
            laid(".site.json", rest)
            record.load_day(folder())
            record.load_site(folder())
        case 6:
            sums.read(laid("SHA256SUMS", rest))


@reader
def settings(data: bytes) -> None:
    """Read the machine's settings: those of voices, and those of nights."""
    from broadcast.night import settings as nights
    from broadcast.voices import machine

    path = laid("config.toml", data)
    for read in (machine.read, nights.read):
        with contextlib.suppress(BroadcastError):  # what one refuses the other may read
            read(path)


@reader
def backup(data: bytes) -> None:
    """Restore what says that it is a backup: the first byte tells whether these are its packed bytes, or what is in it.

    Nothing may come to lie anywhere but in the folder of a part.
    """
    import gzip
    import shutil

    from broadcast.night.archive import restore

    root = folder() / "backup"
    shutil.rmtree(root, ignore_errors=True)
    packed = data[1:] if data[:1] == b"\0" else gzip.compress(data[1:], 1)
    path = laid("backup/b.tar.gz", packed)
    try:
        restore(path, {"segments": root / "segments"})
    finally:
        strange = {each.name for each in root.iterdir()} - {"b.tar.gz", "segments"}
        if strange:
            raise AssertionError(f"{strange} came to lie elsewhere")


@reader
def http(data: bytes) -> None:
    """Give a request to the server, or an answer to the client of `broadcast fetch`: the first byte chooses."""
    if data[:1] and data[0] % 2:
        _answered(data[1:])
    else:
        _asked(data[1:])


def _asked(data: bytes) -> None:
    """Parse as uvicorn does (h11), then call the application."""
    import h11

    connection = h11.Connection(h11.SERVER)
    connection.receive_data(data + b"\r\nHost: x\r\n\r\n")
    try:
        request = connection.next_event()
    except h11.RemoteProtocolError:
        return
    if not isinstance(request, h11.Request):
        return
    from urllib.parse import unquote

    path, _mark, query = request.target.partition(b"?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": request.method.decode("ascii"),
        "scheme": "http", "path": unquote(path.decode("ascii")), "raw_path": path, "query_string": query,
        "root_path": "", "headers": list(request.headers), "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    runner, application = _application()
    runner.run(application(scope, receive, send))
    if not sent or sent[0]["type"] != "http.response.start" or sent[0]["status"] == 500:
        raise AssertionError(f"the server answered {sent[:1]}")
    if b"secret" in b"".join(each.get("body", b"") for each in sent):
        raise AssertionError("what lies in the store was given out")


@functools.cache
def _application():
    import warnings

    from broadcast.web.app import make

    site = folder() / "site"
    (site / "2024-11-20" / "mot").mkdir(parents=True)
    (site / "index.html").write_text("<!doctype html><title>x</title>" + "x" * 4000)
    (site / "2024-11-20" / "mot" / "a.mp3").write_bytes(bytes(range(256)) * 64)
    (site / "2024-11-20" / "manifest.json").write_text("{}")
    (site / ".store").mkdir()
    (site / ".store" / "secret").write_text("secret")
    warnings.simplefilter("ignore")
    return asyncio.Runner(), make(site)


def _answered(data: bytes) -> None:
    """Let a server answer with these bytes, and read them as `broadcast fetch` does."""
    from broadcast.deliver.line import AbsentError, Line, LineError

    address, answers = _server()
    answers.append(data)
    with (
        contextlib.suppress(LineError, AbsentError),
        Line(address, connect=5, silence=5) as line,
        line.open("a/b.mp3", len(data) % 3, '"x"') as answer,
    ):
        for _block in itertools.islice(answer.blocks, 100):
            pass


@functools.cache
def _server() -> tuple[str, list[bytes]]:
    listener = socket.create_server(("127.0.0.1", 0))
    answers: list[bytes] = []

    def serve() -> None:
        while True:
            client, _address = listener.accept()
            with client, contextlib.suppress(OSError):
                client.recv(65536)
                client.sendall(answers.pop() if answers else b"")
                client.shutdown(socket.SHUT_WR)

    threading.Thread(target=serve, daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}", answers
