"""Confirming on the page: an operator says with the station's code what was aired, when, or why not."""

from __future__ import annotations

import datetime
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from broadcast.deliver import codes
from broadcast.deliver.airing import Airing, confirmed, note
from broadcast.deliver.day import StationDay
from broadcast.deliver.pages import refused_page
from broadcast.deliver.translated import day
from broadcast.errors import BroadcastError
from broadcast.i18n import _, speaking
from broadcast.web.language import chosen

LONGEST = 4096  # bytes of a form
TRIES = 5  # wrong codes for a station, or from one address
PAUSE = 900.0  # seconds until they are forgiven
_KNOWN = 4096  # stations and addresses that are remembered at most


@dataclass(slots=True)
class Guesses:
    """Wrong codes by station and by address; what is over the bound is refused until time has passed."""

    clock: Callable[[], float] = time.monotonic
    _wrong: OrderedDict[str, tuple[int, float]] = field(default_factory=OrderedDict)

    def over(self, *names: str) -> bool:
        """Tell whether one of the names has had its tries."""
        return any(self._count(name) >= TRIES for name in names)

    def wrong(self, *names: str) -> None:
        """Count a wrong code for each of the names."""
        for name in names:
            self._wrong[name] = (self._count(name) + 1, self.clock())
            self._wrong.move_to_end(name)
        while len(self._wrong) > _KNOWN:
            self._wrong.popitem(last=False)

    def _count(self, name: str) -> int:
        count, last = self._wrong.get(name, (0, 0.0))
        return count if self.clock() - last < PAUSE else 0


class Desk:
    """Takes confirmations: `POST /aired/<date>/<station>/<slot>` with code, at or reason, and by.

    No cookie is set, so no other page can confirm in somebody's name: each form carries the code.

    Args:
        out: the site.
        own: the folder with the codes and the journal.
        now: the clock, aware.
    """

    def __init__(self, out: Path, own: Path, now: Callable[[], datetime.datetime]) -> None:
        self._out = out
        self._own = own
        self._now = now
        self._guesses = Guesses()

    async def take(self, request: Request) -> Response:
        """Answer a form: back to the page when it is noted, else a page that says what is wrong."""
        with speaking(chosen(request.scope)):
            body = b""
            async for part in request.stream():
                body += part
                if len(body) > LONGEST:
                    return _refused(request, None, _("the form is too long"), 413)
            values = {name: found[0] for name, found in parse_qs(body.decode("utf-8", "replace")).items()}
            return await run_in_threadpool(self._take, request, values)

    def _take(self, request: Request, values: dict[str, str]) -> Response:
        date, station, slot = (request.path_params[name] for name in ("date", "station", "slot"))
        names = (f"station {station}", f"address {request.client.host if request.client else ''}")
        found = day(self._out, date, station)
        if self._guesses.over(*names):
            spent = _("too many wrong codes; try again in a quarter of an hour, or call the district")
            return _refused(request, found, spent, 429)
        clock = f"{slot[:2]}:{slot[2:]}"
        if found is None or clock not in found.slots:
            return _refused(request, None, _("there is no such programme here"), 404)
        if not codes.read(self._own).right(station, values.get("code", "")):
            self._guesses.wrong(*names)
            alien = _("this is not the code of {station}").format(station=found.station.name)
            return _refused(request, found, alien, 403)
        now = self._now().astimezone(ZoneInfo(found.zone)).replace(microsecond=0)
        at, reason, by = (values.get(name, "").strip() for name in ("at", "reason", "by"))
        try:
            heard = found.sha256(clock) if at else ""
            note(self._own, confirmed(Airing(station, found.date, clock, at, reason, by, now, heard)))
        except BroadcastError as error:
            return _refused(request, found, str(error), 422)
        return RedirectResponse(_page(request, found, slot), 303)


def _page(request: Request, found: StationDay, slot: str) -> str:
    language = chosen(request.scope)
    query = "" if language == "vi" else f"?lang={language}"
    return f"/{found.date}/{found.station.id}/{query}#s{slot}"


def _refused(request: Request, found: StationDay | None, text: str, status: int) -> Response:
    back = _page(request, found, request.path_params["slot"]) if found else "/"
    page = refused_page(found, text, back, chosen(request.scope))
    return HTMLResponse(page, status, {"Cache-Control": "no-store"})
