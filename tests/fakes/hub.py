"""A local server of models: files with ranges, over a line that can be cut."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from served import served


class Hub(ThreadingHTTPServer):
    """Serves `files` by name; `cuts` says after how many bytes each next answer with a model ends."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, bytes] = {}
        self.cuts: list[int] = []
        self.asked: list[tuple[str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def offer(self, name: str, folder: Path) -> None:
        """Offer the model `name` of a folder, and the catalogue that promises it."""
        files = {f"{name}{end}": (folder / f"{name}{end}").read_bytes() for end in (".onnx", ".onnx.json")}
        promised = {
            f"vi/vi_VN/x/{key}": {"size_bytes": len(data), "md5_digest": hashlib.md5(data).hexdigest()}  # noqa: S324 - as the catalogue has it
            for key, data in files.items()
        }
        self.files = {**files, "voices.json": json.dumps({name: {"files": promised}}).encode()}


class _Handler(BaseHTTPRequestHandler):
    server: Hub

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].rpartition("/")[2]
        begin = self.headers.get("Range", "")
        self.server.asked.append((name, begin))
        data = self.server.files.get(name)
        if data is None:
            self.send_error(404)
            return
        start = int(begin.removeprefix("bytes=").removesuffix("-") or 0)
        self.send_response(206 if begin else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        cut = self.server.cuts.pop(0) if self.server.cuts and name.endswith(".onnx") else len(data)
        self.wfile.write(data[start : start + cut])

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Hub]:
    """Serve for as long as the block lasts."""
    hub = Hub()
    with served(hub):
        yield hub
