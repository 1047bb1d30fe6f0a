"""The web application: the site's files, feeds with the server's own address, health and metrics."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from broadcast.deliver import airing
from broadcast.deliver.feeds import absolute
from broadcast.deliver.pages import POLICY
from broadcast.deliver.translated import is_day, page
from broadcast.web import files, metrics
from broadcast.web.confirm import Desk
from broadcast.web.kinds import kind
from broadcast.web.language import Spoken

SECURITY = (
    (b"content-security-policy", f"{POLICY}; frame-ancestors 'none'".encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


def make(out: Path, own: Path | None = None) -> Starlette:
    """Make the application that serves the site in `out`.

    Args:
        out: the site; it is only read.
        own: the folder with the stations' codes and the journal, when confirmations are taken.
    """
    site = files.Files(out)
    tally = metrics.Tally()

    async def health(request: Request) -> Response:
        good = (out / "index.html").is_file()
        return JSONResponse({"status": "ok" if good else "no site"}, 200 if good else 503)

    async def numbers(request: Request) -> Response:
        return Response(tally.text(), headers={"content-type": metrics.TYPE})

    async def feed(request: Request) -> Response:
        path = site.find(request.url.path)
        if path is None:
            return files.missing()
        base = str(request.base_url).rstrip("/")
        return Response(absolute(path.read_bytes(), base), headers={"content-type": kind("feed.xml")})

    routes = [
        Route("/healthz", health),
        Route("/metrics", numbers),
        Route("/stations/{station}/feed.xml", feed),
        Mount("/", Spoken(site, *_pages(out, own))),
    ]
    if own:
        desk = Desk(out, own, lambda: datetime.datetime.now(datetime.UTC))
        routes.insert(0, Route("/aired/{date}/{station}/{slot}", desk.take, methods=["POST"]))
    counted = Middleware(metrics.Counted, tally=tally, headers=SECURITY)
    return Starlette(routes=routes, middleware=[counted], exception_handlers={404: _missing})


def _pages(out: Path, own: Path | None) -> tuple[Callable[[str, str], str | None], Callable[[str], bool]]:
    """Give what renders pages, and which pages are rendered in every language."""
    if own is None:
        return lambda path, language: page(out, path, language), lambda _path: False
    return lambda path, language: page(out, path, language, airing.read(own)), is_day


async def _missing(request: Request, error: Exception) -> Response:
    return PlainTextResponse("404", 404)
