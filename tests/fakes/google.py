"""A local server that answers as Google's does, and as it does on a bad night."""

from __future__ import annotations

import base64
import json
import ssl
import threading
import urllib.parse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from served import served

from fakes import sound

PORTAL = b"<!doctype html><title>Wi-Fi</title><p>Please sign in"


@dataclass(frozen=True)
class Answer:
    """What is sent; `body` None means the sound that was asked for."""

    status: int = 200
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False  # the connection ends in the middle of the body
    reset: bool = False  # the connection ends before an answer
    stall: threading.Event | None = None  # nothing is sent until it is set


GOOD = Answer()


class Google(ThreadingHTTPServer):
    """Answers from `script` in order, then as `weather` has it; `asked` holds the words of every request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []
        self.heads = 0
        self.stall = 10.0  # seconds
        self.syllable = 0.2  # seconds
        self.script: list[Answer] = []
        self.weather: Callable[[], Answer] = lambda: GOOD
        self.scheme = "http"

    @property
    def url(self) -> str:
        return f"{self.scheme}://localhost:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about clients that hang up: that is what they are tested for."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Google

    def do_HEAD(self) -> None:
        self.server.heads += 1
        self.send_response(405)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        words = _words(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(words)
        answer = self.server.script.pop(0) if self.server.script else self.server.weather()
        if answer.stall:
            answer.stall.wait(self.server.stall)
        if answer.reset:
            self.close_connection = True
            return
        body = spoken(sound.mp3(words, self.server.syllable)) if answer.body is None else answer.body
        self.send_response(answer.status)
        for name, value in {"Content-Length": str(len(body)), **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if answer.cut else body)
        self.close_connection = answer.cut

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def spoken(data: bytes) -> bytes:
    """Wrap a sound as the RPC does: base64 in JSON in JSON, on one line of several."""
    inner = json.dumps([base64.b64encode(data).decode()], separators=(",", ":"))
    line = json.dumps([["wrb.fr", "jQ1olc", inner, None, None, None, "generic"]], separators=(",", ":"))
    return f')]}}\'\n\n{len(line)}\n{line}\n25\n[["e",4,null,null,1]]\n'.encode()


def _words(form: bytes) -> str:
    rpc = json.loads(urllib.parse.parse_qs(form.decode())["f.req"][0])
    words: str = json.loads(rpc[0][0][1])[0]
    return words


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Google]:
    """Serve for as long as the block lasts; with `certificate` (PEM with key) over TLS."""
    server = Google()
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    with served(server):
        yield server
