"""The process that listens: uvicorn around the application, with faults in words."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

from broadcast.errors import BroadcastError
from broadcast.files import because
from broadcast.i18n import _

BACKLOG = 2048  # a thousand stations come in the same minute


def run(  # noqa: PLR0913, PLR0917 - where to listen, whom to tell, whom to believe
    out: Path,
    host: str,
    port: int,
    tell: Callable[[str], None],
    own: Path | None = None,
    proxies: Sequence[str] = (),
) -> None:
    """Serve the site in `out` until the process is told to stop.

    Args:
        out: the site's folder.
        host: the address to listen at.
        port: the port; 0 takes a free one.
        tell: is called with the server's address as soon as it listens.
        own: the folder with the stations' codes and the journal, when confirmations are taken.
        proxies: addresses or networks of reverse proxies: only they are believed when they say, by
            X-Forwarded-For and X-Forwarded-Proto, from whom and how a request came.

    Raises:
        BroadcastError: the address is not ours, or the port is taken.
    """
    import uvicorn

    from broadcast.web.app import make

    with _listen(host, port) as listening:
        name = f"[{host}]" if ":" in host else host
        tell(f"http://{name}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(
            make(out, own), log_level="warning", access_log=False, server_header=False, backlog=BACKLOG, ws="none",
            timeout_keep_alive=20, timeout_graceful_shutdown=5, proxy_headers=bool(proxies),
            forwarded_allow_ips=list(proxies),
        )  # fmt: skip
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise BroadcastError(
                _("port {port} is taken by another program").format(port=port),
                hint=_("choose another one with --port"),
            ) from error
        raise BroadcastError(
            _("cannot listen at {host}:{port}: {reason}").format(host=host, port=port, reason=because(error)),
            hint=_("127.0.0.1 is this machine only, 0.0.0.0 every network"),
        ) from error
