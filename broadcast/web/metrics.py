"""What the server did, as numbers that Prometheus reads (text format 0.0.4)."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

TYPE = "text/plain; version=0.0.4; charset=utf-8"
BOUNDS = (0.005, 0.025, 0.1, 0.5, 2.5, 10.0)


@dataclass(slots=True)
class Tally:
    """Requests by method and status, bytes sent, seconds taken; one event loop writes it, so no lock."""

    requests: Counter[tuple[str, int]] = field(default_factory=Counter)
    under: Counter[float] = field(default_factory=Counter)
    seconds: float = 0.0
    bytes: int = 0
    running: int = 0

    def text(self) -> str:
        """Give all numbers in Prometheus' text format."""
        total = sum(self.requests.values())
        lines = [
            "# HELP broadcast_http_requests_total Requests answered.",
            "# TYPE broadcast_http_requests_total counter",
        ]
        for (method, status), count in sorted(self.requests.items()):
            lines.append(f'broadcast_http_requests_total{{method="{method}",status="{status}"}} {count}')
        lines += [
            "# HELP broadcast_http_sent_bytes_total Bytes of bodies sent.",
            "# TYPE broadcast_http_sent_bytes_total counter",
            f"broadcast_http_sent_bytes_total {self.bytes}",
            "# HELP broadcast_http_running Requests being answered now.",
            "# TYPE broadcast_http_running gauge",
            f"broadcast_http_running {self.running}",
            "# HELP broadcast_http_request_seconds Seconds from the request to the end of its answer.",
            "# TYPE broadcast_http_request_seconds histogram",
        ]
        lines += [f'broadcast_http_request_seconds_bucket{{le="{bound}"}} {self.under[bound]}' for bound in BOUNDS]
        lines += [
            f'broadcast_http_request_seconds_bucket{{le="+Inf"}} {total}',
            f"broadcast_http_request_seconds_sum {self.seconds:.6f}",
            f"broadcast_http_request_seconds_count {total}",
        ]
        return "\n".join(lines) + "\n"


class Counted:
    """ASGI middleware: counts what passes, and puts the security headers on every answer."""

    def __init__(self, app: ASGIApp, tally: Tally, headers: tuple[tuple[bytes, bytes], ...]) -> None:
        self._app = app
        self._tally = tally
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count its answer."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        began = time.perf_counter()
        status = 500

        async def counted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), *self._headers]
            else:
                self._tally.bytes += len(message.get("body", b""))
            await send(message)

        self._tally.running += 1
        try:
            await self._app(scope, receive, counted)
        finally:
            self._tally.running -= 1
            self._note(scope["method"], status, time.perf_counter() - began)

    def _note(self, method: str, status: int, seconds: float) -> None:
        known = method if method in ("GET", "HEAD", "POST") else "other"  # askers must not grow our memory
        self._tally.requests[known, status] += 1
        self._tally.seconds += seconds
        for bound in BOUNDS:
            if seconds <= bound:
                self._tally.under[bound] += 1
