"""The language of a page: Vietnamese, unless the asker says `?lang=en`."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from broadcast.i18n import speaking

LANGUAGES = ("vi", "en")


def chosen(scope: Scope) -> str:
    """Give the language that a request asks for."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", ["vi"])[0]
    return asked if asked in LANGUAGES else "vi"


class Spoken:
    """ASGI middleware: renders pages in a language that the site on the disk does not have.

    Accept-Language is not asked: browsers in offices send English without anyone having chosen it.
    """

    def __init__(
        self, app: ASGIApp, page: Callable[[str, str], str | None], always: Callable[[str], bool] = lambda _path: False
    ) -> None:
        self._app = app
        self._page = page
        self._always = always  # pages that the disk does not have in any language, as those with a form

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in the language asked for."""
        language = chosen(scope)
        with speaking(language):
            if scope["method"] == "GET" and (language != "vi" or self._always(scope["path"])):
                text = await run_in_threadpool(self._page, scope["path"], language)
                if text is not None:
                    await HTMLResponse(text, headers={"cache-control": "no-cache"})(scope, receive, send)
                    return
            await self._app(scope, receive, send)
