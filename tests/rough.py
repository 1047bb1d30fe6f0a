"""A rough line: a proxy that cuts, slows, alters, hangs and answers 5xx; and a plain server with ranges behind it."""

from __future__ import annotations

import contextlib
import email.utils
import functools
import http.server
import random
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from served import served


class _Ranged(http.server.SimpleHTTPRequestHandler):
    """Python's own file server, with ETag, Range and If-Range as RFC 9110 has them (one range, open at its end)."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        tag = f'"{path.stat().st_mtime_ns:x}-{len(data):x}"'
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        start = int(asked[1]) if asked and self.headers.get("If-Range", tag) == tag else 0
        if start >= len(data) > 0 and asked:
            self.send_response(416)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(data) - start))
        self.send_header("ETag", tag)
        self.send_header("Last-Modified", email.utils.formatdate(path.stat().st_mtime, usegmt=True))
        self.end_headers()
        self.wfile.write(data[start:])

    def log_message(self, *_arguments):
        """Keep the tests' output clean."""


class _Quiet(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A client that hangs up is what these tests are about."""


@contextmanager
def ranged(folder: Path) -> Iterator[str]:
    """Serve a folder with ranges; give the address."""
    server = _Quiet(("127.0.0.1", 0), functools.partial(_Ranged, directory=str(folder)))
    with served(server) as address:
        yield address


@dataclass
class Rough:
    """How rough the line is: the chance of each fate of an answer, and what it has let through so far."""

    chance: random.Random
    errors: float = 0.0  # 5xx instead of the answer
    cuts: float = 0.0  # cut at any byte
    altered: float = 0.0  # one byte is another, in the head or in the body
    slow: float = 0.0  # small pieces with pauses
    hangs: float = 0.0  # silent in the middle, for longer than anyone waits
    hang: float = 0.6
    offered: int = 0
    let: int = 0
    requests: int = 0
    fates: dict[str, int] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Tell which part of the bytes that were on their way came through."""
        return self.let / self.offered if self.offered else 1.0

    def fate(self) -> str:
        """Draw what happens to the next answer."""
        draw = self.chance.random()
        for name in ("errors", "cuts", "altered", "slow", "hangs"):
            draw -= getattr(self, name)
            if draw < 0:
                return name
        return "whole"


@contextmanager
def line(upstream: str, rough: Rough) -> Iterator[str]:
    """Put a rough line before a server; give the line's address."""
    host, port = upstream.removeprefix("http://").split(":")
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    over = threading.Event()
    at_work: list[threading.Thread] = []

    def accept() -> None:
        while not over.is_set():
            with contextlib.suppress(TimeoutError):
                client = listener.accept()[0]
                thread = threading.Thread(target=_carry, args=(client, (host, int(port)), rough, over))
                at_work.append(thread)
                thread.start()

    thread = threading.Thread(target=accept)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        over.set()
        for each in (thread, *at_work):
            each.join()
        listener.close()


def _carry(client: socket.socket, upstream: tuple[str, int], rough: Rough, over: threading.Event) -> None:
    """Carry one request and its answer; every answer ends its connection."""
    with client, contextlib.suppress(OSError):
        client.settimeout(5)
        head = b""
        while b"\r\n\r\n" not in head:
            got = client.recv(65536)
            if not got:
                return
            head += got
        answer = _asked(upstream, head)
        _give(client, answer, rough, over)


def _asked(upstream: tuple[str, int], head: bytes) -> bytes:
    closing = re.sub(rb"(?i)\r\nconnection:[^\r]*", b"", head).replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)
    with socket.create_connection(upstream, timeout=5) as server:
        server.sendall(closing)
        parts = []
        while got := server.recv(1 << 16):
            parts.append(got)
    return b"".join(parts)


def _give(client: socket.socket, answer: bytes, rough: Rough, over: threading.Event) -> None:
    fate, size = rough.fate(), len(answer)
    rough.requests += 1
    rough.fates[fate] = rough.fates.get(fate, 0) + 1
    rough.offered += size
    where = rough.chance.randrange(size)
    if fate == "errors":
        status = rough.chance.choice(("500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable"))
        client.sendall(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        return
    if fate == "cuts":
        answer = answer[:where]
    if fate == "altered":
        answer = answer[:where] + bytes([answer[where] ^ rough.chance.randrange(1, 256)]) + answer[where + 1 :]
    if fate == "hangs":
        client.sendall(answer[:where])
        rough.let += where
        over.wait(rough.hang)
        return
    step = 2048 if fate == "slow" else 1 << 16
    for at in range(0, len(answer), step):
        client.sendall(answer[at : at + step])
        if fate == "slow":
            time.sleep(0.001)
    rough.let += 0 if fate == "altered" else len(answer)
