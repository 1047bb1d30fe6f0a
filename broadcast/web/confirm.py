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
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from broadcast.deliver import codes
from broadcast.deliver.airing import Airing, confirmed, note
from broadcast.deliver.translated import day
from broadcast.errors import BroadcastError
from broadcast.i18n import _, speaking

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
        """Answer a form: back to the page when it is noted, else what is wrong, in words."""
        with speaking("vi"):
            body = b""
            async for part in request.stream():
                body += part
                if len(body) > LONGEST:
                    return _said(_("the form is too long"), 413)
            values = {name: found[0] for name, found in parse_qs(body.decode("utf-8", "replace")).items()}
            return await run_in_threadpool(self._take, request, values)

    def _take(self, request: Request, values: dict[str, str]) -> Response:
        date, station, slot = (request.path_params[name] for name in ("date", "station", "slot"))
        names = (f"station {station}", f"address {request.client.host if request.client else ''}")
        if self._guesses.over(*names):
            return _said(_("too many wrong codes; try again in a quarter of an hour, or call the district"), 429)
        found = day(self._out, date, station)
        clock = f"{slot[:2]}:{slot[2:]}"
        if found is None or clock not in found.slots:
            return _said(_("there is no such programme here"), 404)
        if not codes.read(self._own).right(station, values.get("code", "")):
            self._guesses.wrong(*names)
            return _said(_("this is not the code of {station}").format(station=found.station.name), 403)
        now = self._now().astimezone(ZoneInfo(found.zone)).replace(microsecond=0)
        at, reason, by = (values.get(name, "").strip() for name in ("at", "reason", "by"))
        try:
            note(self._own, confirmed(Airing(station, found.date, clock, at, reason, by, now)))
        except BroadcastError as error:
            return _said(str(error), 422)
        return RedirectResponse(f"/{date}/{station}/#s{slot}", 303)


def _said(text: str, status: int) -> Response:
    return PlainTextResponse(f"{text}\n", status, {"Cache-Control": "no-store"})
