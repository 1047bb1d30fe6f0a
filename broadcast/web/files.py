"""The site's files over HTTP: ranges, tags, gzip, and memory that stays flat under a thousand fetchers."""

from __future__ import annotations

import asyncio
import gzip
import os
import stat as modes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from broadcast.build.trial import FOLDER as TRIALS
from broadcast.i18n import _
from broadcast.web import ranges
from broadcast.web.kinds import kind, shrinks

CHUNK = 64 * 1024  # bytes of a file held for one fetcher
SMALL = 1_000_000  # texts up to this many bytes are sent compressed
NOWAIT = getattr(os, "RWF_NOWAIT", None)


@dataclass(frozen=True, slots=True)
class _Opened:
    file: int  # a descriptor
    stat: os.stat_result


class Files:
    """An ASGI application that sends what lies in a folder, and never anything hidden in it.

    `Starlette.FileResponse` goes to a thread for each 64 KB; here a chunk that the system holds in
    memory is read at once (preadv2 with RWF_NOWAIT), and only one that waits for the disk takes a thread.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GET and HEAD."""
        if scope["method"] not in ("GET", "HEAD"):
            refused = PlainTextResponse(_("only reading is served here"), 405, {"Allow": "GET, HEAD"})
            return await refused(scope, receive, send)
        path = self.find(scope["path"])
        if path is None:
            return await missing()(scope, receive, send)
        if path.is_dir():
            return await self._index(path, scope, receive, send)
        return await _send(path, scope, receive, send)

    def find(self, asked: str) -> Path | None:
        """Give the file or folder that a path of a request names; None for what is not to be shown."""
        parts = [part for part in asked.split("/") if part]
        if parts and parts[0].casefold() == TRIALS:  # not approved: nobody outside hears it
            return None
        if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
            return None
        path = self._folder.joinpath(*parts)
        try:
            return path if path.exists() and path.resolve().is_relative_to(self._folder) else None
        except OSError:  # a name that is too long, or a folder that is closed to us
            return None

    async def _index(self, folder: Path, scope: Scope, receive: Receive, send: Send) -> None:
        if not scope["path"].endswith("/"):
            query = scope["query_string"].decode("latin-1")
            name = folder.name if folder != self._folder else ""
            response: Response = RedirectResponse(f"{name}/" + (f"?{query}" if query else ""), 307)
            return await response(scope, receive, send)
        page = folder / "index.html"
        if not page.is_file():
            return await missing()(scope, receive, send)
        return await _send(page, scope, receive, send)


def missing() -> Response:
    """Say that there is no such page."""
    return PlainTextResponse(_("there is no such file here"), 404)


async def _send(path: Path, scope: Scope, receive: Receive, send: Send) -> None:
    headers = dict(Headers(scope=scope).items())
    content_type = kind(path.name)
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:  # it went between the look and the opening
        return await missing()(scope, receive, send)
    try:
        stat = os.fstat(file)
        if not modes.S_ISREG(stat.st_mode):
            return await missing()(scope, receive, send)
        packed = _packs(headers, content_type, stat)
        answer = {
            "content-type": content_type,
            "etag": ranges.tag(stat, "-gz" if packed else ""),
            "last-modified": ranges.modified(stat),
            "accept-ranges": "bytes",
            "cache-control": "no-cache",  # may be kept, is asked for again: today's file may be mended
        }
        if shrinks(content_type):
            answer["vary"] = "Accept-Encoding"
        if ranges.unchanged(headers, answer["etag"], stat):
            return await Response(status_code=304, headers=answer)(scope, receive, send)
        if packed:
            body = _gzipped(path, answer["etag"])
            return await Response(body, headers={**answer, "content-encoding": "gzip"})(scope, receive, send)
        part = ranges.share(headers, answer["etag"], stat)
        return await _share(_Opened(file, stat), answer, part, scope, send)
    finally:
        os.close(file)


async def _share(opened: _Opened, answer: Mapping[str, str], part: ranges.Share, scope: Scope, send: Send) -> None:
    """Send the head, then the bytes of one share, as fast as the asker takes them."""
    size = opened.stat.st_size
    head = {**answer, "content-length": str(part.end - part.start)}
    if part.status == 206:
        head["content-range"] = f"bytes {part.start}-{part.end - 1}/{size}"
    if part.status == 416:
        head["content-range"] = f"bytes */{size}"
    pairs = [(name.encode(), value.encode("latin-1")) for name, value in head.items()]
    await send({"type": "http.response.start", "status": part.status, "headers": pairs})
    at = part.start
    while scope["method"] == "GET" and at < part.end:
        data = await _read(opened.file, min(CHUNK, part.end - at), at)
        if not data:  # cut short while it was sent: the asker sees a length that does not fit
            return
        at += len(data)
        await send({"type": "http.response.body", "body": data, "more_body": at < part.end})
    if at == part.start:
        await send({"type": "http.response.body", "body": b""})


async def _read(file: int, count: int, at: int) -> bytes:
    if NOWAIT is not None:
        data = bytearray(count)
        try:
            got = os.preadv(file, [data], at, NOWAIT)
        except OSError:  # not in memory (EAGAIN), or a file system that cannot tell
            got = 0
        if got:
            return bytes(data[:got])
    if hasattr(os, "pread"):
        return await asyncio.to_thread(os.pread, file, count, at)
    os.lseek(file, at, os.SEEK_SET)  # Windows: each request has its own file
    return await asyncio.to_thread(os.read, file, count)


def _packs(headers: Mapping[str, str], content_type: str, stat: os.stat_result) -> bool:
    accepted = [each.split(";")[0].strip() for each in headers.get("accept-encoding", "").split(",")]
    return "gzip" in accepted and "range" not in headers and shrinks(content_type) and 200 < stat.st_size <= SMALL


@lru_cache(maxsize=128)
def _gzipped(path: Path, etag: str) -> bytes:  # the tag is part of what the result is kept by
    return gzip.compress(path.read_bytes(), 6, mtime=0)
