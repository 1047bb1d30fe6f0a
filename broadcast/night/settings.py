"""The administrator's wishes for nights: the table [nightly] of the machine's own settings, never of a campaign."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

from broadcast.errors import BroadcastError, Fault, Faults, Place
from broadcast.i18n import _

TABLE = "nightly"
UNTIL = datetime.time(4, 30)


@dataclass(frozen=True)
class Mail:
    """A mail server, and from whom to whom; `security` "none" is for a server on this machine."""

    server: str
    sender: str
    to: tuple[str, ...]
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password_file: Path | None = None
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True)
class Settings:
    """What the administrator set; `metrics` is the file for node_exporter, `program` reads the summary."""

    until: datetime.time = UNTIL
    metrics: Path | None = None
    notify: Literal["failure", "always", "never"] = "failure"
    webhook: str = ""
    program: tuple[str, ...] = ()
    mail: Mail | None = None
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    @property
    def notifies(self) -> bool:
        """Tell whether anybody is told at all."""
        return self.notify != "never" and bool(self.webhook or self.program or self.mail)


def read(path: Path) -> Settings:
    """Read the table [nightly]; a file or a table that is not there means the defaults.

    Raises:
        Faults: it is not TOML, a key is unknown or has the wrong type.
    """
    import tomllib

    try:
        table: Any = tomllib.loads(path.read_bytes().decode()).get(TABLE, {})
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise BroadcastError(
            _("the machine's settings cannot be read: {reason}").format(reason=error),
            Place(str(path)),
            _("it is a TOML file; see docs/nightly.md"),
        ) from error
    settings = _validated(table, path) if table != {} else Settings()
    faults = [_fault(path, name, reason) for name, reason in _refused(settings)]
    if faults:
        raise Faults(faults)
    return settings


def _validated(table: Any, path: Path) -> Settings:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Settings).validate_python(table)
    except ValidationError as error:
        found = ((".".join(map(str, each["loc"])), _reason(each)) for each in error.errors())
        raise Faults(_fault(path, name, reason) for name, reason in found) from error


def _refused(settings: Settings) -> Iterator[tuple[str, str]]:
    """Give the keys whose values have the right type and are of no use, each with the reason."""
    if settings.webhook and not _names_a_server(settings.webhook):
        yield "webhook", _("it begins with https:// and names a server")
    if settings.mail and not 1 <= settings.mail.port <= 65_535:
        yield "mail.port", _("the number is out of range")
    if settings.mail and not settings.mail.to:
        yield "mail.to", _("the list is empty")


def _names_a_server(address: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _fault(path: Path, name: str, reason: str) -> Fault:
    told = ".".join(part for part in (TABLE, name) if part)
    return Fault(_("{name}: {reason}").format(name=told, reason=reason), Place(str(path)), _("see docs/nightly.md"))


def _reason(error: Any) -> str:
    """Say what is wrong in our own words: Pydantic's are English in every country."""
    context = error.get("ctx", {})
    told = {
        "unexpected_keyword_argument": _("there is no such key"),
        "missing": _("the key is missing"),
        "literal_error": _("one of: {words}").format(words=context.get("expected", "").replace(" or ", ", ")),
    }
    return told.get(error["type"]) or _("the value is of the wrong type")
