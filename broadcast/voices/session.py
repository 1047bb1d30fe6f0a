"""HTTP as this project wants it: certificates checked, an end to every answer, lent to clients that do neither."""

from __future__ import annotations

import importlib
import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import requests
import urllib3

from broadcast.i18n import _
from broadcast.voices.voice import READY, Status

MOST_BYTES = 4 << 20  # of an answer; a minute of speech in base64 is 0.6 MB


class Session(requests.Session):
    """A session that cannot be told not to check certificates, and that reads an answer for a bounded time.

    Args:
        proxy: a URL for every request, or "" for the proxies of the environment.
        seconds: the longest that the body of one answer may take.
        clock: seconds, monotonic.
    """

    def __init__(self, proxy: str, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._proxy = proxy
        self._seconds = seconds
        self._clock = clock

    def __exit__(self, *args: object) -> None:
        """Keep the connections: gtts opens and closes its session for each piece."""

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """Send with our proxies and the usual authorities, whatever the client asks for; redirects are not followed."""
        proxies = {"http": self._proxy, "https": self._proxy} if self._proxy else {}
        kwargs |= self.merge_environment_settings(request.url or "", proxies, True, None, None)
        kwargs["allow_redirects"] = False  # a captive portal's way; the services answer where they are asked
        answer = super().send(request, **kwargs)
        if not answer.is_redirect:
            answer.raw = io.BytesIO(self._body(answer))
        return answer

    @contextmanager
    def lent_to(self, module: str) -> Iterator[None]:
        """Let the module see this session whenever it opens one of `requests`, for as long as the block lasts.

        gtts takes no session and sends with `verify=False`; this leaves all of its own code in place, and
        nobody else's `requests` is touched. Not for two threads at once.
        """
        client: Any = importlib.import_module(module)
        usual = client.requests
        client.requests = _Lent(self)
        try:
            yield
        finally:
            client.requests = usual

    def _body(self, answer: requests.Response) -> bytes:
        begun = self._clock()
        parts: list[bytes] = []
        length = 0
        try:
            while part := answer.raw.read1(1 << 16, decode_content=True):
                parts.append(part)
                length += len(part)
                if self._clock() - begun > self._seconds:
                    raise requests.exceptions.ReadTimeout(request=answer.request)
                if length > MOST_BYTES:
                    raise requests.exceptions.ContentDecodingError(request=answer.request)
        except urllib3.exceptions.TimeoutError as error:
            raise requests.exceptions.ReadTimeout(error, request=answer.request) from error
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise requests.exceptions.ConnectionError(error, request=answer.request) from error
        finally:
            answer.raw.release_conn()
        return b"".join(parts)


class _Lent:
    """The module `requests`, but for the session."""

    def __init__(self, session: Session) -> None:
        self.Session = lambda: session

    def __getattr__(self, name: str) -> object:
        return getattr(requests, name)


def reach(session: Session, url: str, seconds: float) -> Status:
    """Tell whether a service answers at all within `seconds`, and is who it says."""
    try:
        session.head(url, timeout=(seconds, seconds), allow_redirects=False)
    except requests.exceptions.RequestException as error:
        return Status(False, blame(error), _("look after the network, or set proxy in config.toml"))
    return READY


def blame(error: BaseException | None) -> str:
    """Say in a few words why a request failed."""
    match error:
        case requests.exceptions.SSLError():
            return _("the certificate is not to be trusted")
        case requests.exceptions.ProxyError():
            return _("the proxy does not answer")
        case requests.exceptions.Timeout():
            return _("no answer in time")
        case requests.exceptions.ContentDecodingError():
            return _("an answer without an end")
        case _:
            return _("no connection")


def retry_after(answer: requests.Response) -> float | None:
    """Read how many seconds the service wants us to wait (RFC 9110, 10.2.3: seconds or a date)."""
    text = answer.headers.get("Retry-After", "")
    if text.strip().isdecimal():
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
