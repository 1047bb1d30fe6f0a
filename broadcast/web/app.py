"""The web application: the site's files, feeds with the server's own address, health and metrics."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from broadcast.deliver.feeds import absolute
from broadcast.deliver.pages import POLICY
from broadcast.deliver.translated import page
from broadcast.web import files, metrics
from broadcast.web.kinds import kind
from broadcast.web.language import Spoken

SECURITY = (
    (b"content-security-policy", f"{POLICY}; frame-ancestors 'none'".encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


def make(out: Path) -> Starlette:
    """Make the application that serves the site in `out`; it only reads."""
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
        Mount("/", Spoken(site, lambda path, language: page(out, path, language))),
    ]
    counted = Middleware(metrics.Counted, tally=tally, headers=SECURITY)
    return Starlette(routes=routes, middleware=[counted], exception_handlers={404: _missing})


async def _missing(request: Request, error: Exception) -> Response:
    return PlainTextResponse("404", 404)
