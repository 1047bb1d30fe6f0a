"""The line to the district's site: one request at a time, each byte as it comes, each failure with its reason."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from broadcast.errors import BroadcastError
from broadcast.i18n import _

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

CONNECT = 15.0  # seconds until the line counts as dead when it is opened
SILENCE = 30.0  # seconds without a byte after which it counts as cut
_BLOCK = 1 << 16
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")


class LineError(Exception):
    """The line failed this time; `wait` is how many seconds the server asked for."""

    def __init__(self, reason: str, wait: float = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


class AbsentError(Exception):
    """The server says that there is no such file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of a file from `start`; `total` is the whole file's length if the server told it.

    `validator` names this version of the file for `If-Range` (RFC 9110, 13.1.5); "" when there is none.
    """

    start: int
    total: int | None
    validator: str
    blocks: Iterator[bytes]


class Line:
    """Requests below `base`, an address of http or https; proxies are those of the system.

    Raises:
        BroadcastError: `base` is no such address.
    """

    def __init__(self, base: str, *, connect: float = CONNECT, silence: float = SILENCE) -> None:
        parts = urlsplit(base)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise BroadcastError(
                _("{url} is not the address of a site").format(url=base),
                hint=_("write it like https://example.vn/broadcast"),
            )
        self.base = base.rstrip("/")
        self._pool = _pool(parts.scheme, parts.hostname, connect, silence)

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_failure: object) -> None:
        self._pool.clear()

    @contextmanager
    def open(self, path: str, start: int = 0, validator: str = "") -> Iterator[Answer]:
        """Ask for a file from byte `start` on, if it still is the version that `validator` names.

        The answer may begin at 0 all the same: the file is another one, or the server knows no ranges.

        Raises:
            LineError: on asking, and from `blocks` while reading.
            AbsentError: the server has none.
        """
        import urllib3

        headers = {"Accept-Encoding": "identity", "Cache-Control": "no-cache"}
        if start:
            headers["Range"] = f"bytes={start}-"
            if validator:
                headers["If-Range"] = validator
        try:
            reply = self._pool.request(
                "GET", f"{self.base}/{quote(path)}", headers=headers, preload_content=False, decode_content=False
            )
        except urllib3.exceptions.HTTPError as error:
            raise LineError(_reason(error)) from error
        try:
            yield _answer(reply, start)
        finally:
            reply.close()


def _pool(scheme: str, host: str, connect: float, silence: float) -> PoolManager:
    import urllib3

    timeout = urllib3.Timeout(connect=connect, read=silence)
    # repeating is the business of `Patience`, which knows what came through
    retries = urllib3.Retry(total=None, connect=0, read=0, redirect=3, status=0, other=0)
    proxy = None if urllib.request.proxy_bypass(host) else urllib.request.getproxies().get(scheme)
    if proxy:
        return urllib3.ProxyManager(proxy, timeout=timeout, retries=retries)
    return urllib3.PoolManager(timeout=timeout, retries=retries)


def _answer(reply: BaseHTTPResponse, start: int) -> Answer:
    status = HTTPStatus(reply.status) if reply.status in set(HTTPStatus) else None
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        raise AbsentError
    if reply.headers.get("Content-Encoding", "identity") != "identity":
        raise LineError(_("the answer came packed, unasked"))
    tag = reply.headers.get("ETag", "")
    # a weak tag promises no equal bytes; RFC 9110 forbids it in If-Range
    validator = tag if tag.startswith('"') else reply.headers.get("Last-Modified", "")
    if status == HTTPStatus.OK:
        length = reply.headers.get("Content-Length", "")
        return Answer(0, int(length) if length.isdecimal() else None, validator, _blocks(reply))
    if status == HTTPStatus.PARTIAL_CONTENT:
        found = _RANGE.fullmatch(reply.headers.get("Content-Range", ""))
        if found and int(found[1]) == start:
            return Answer(start, int(found[2]), validator, _blocks(reply))
        raise LineError(_("the answer is another part of the file"))
    if status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        return Answer(0, None, "", iter(()))
    asked = reply.headers.get("Retry-After", "")
    raise LineError(
        _("the server answers {status}").format(status=reply.status), float(asked) if asked.isdecimal() else 0
    )


def _blocks(reply: BaseHTTPResponse) -> Iterator[bytes]:
    """Give what has come, at once: on a line that is cut every few kilobytes nothing that arrived is lost."""
    import urllib3

    try:
        while block := reply.read1(_BLOCK, decode_content=False):
            yield block
    except urllib3.exceptions.HTTPError as error:
        raise LineError(_reason(error)) from error


def _reason(error: Exception) -> str:
    import urllib3

    cause = error.reason if isinstance(error, urllib3.exceptions.MaxRetryError) else error
    match cause:
        case urllib3.exceptions.TimeoutError():
            return _("no answer in time")
        case urllib3.exceptions.SSLError():
            return _("the server's certificate does not hold")
        case urllib3.exceptions.NameResolutionError():
            return _("the server's name is not known")
        case urllib3.exceptions.NewConnectionError() | urllib3.exceptions.ProxyError():
            return _("the server cannot be reached")
        case _:
            return _("the line was cut")
