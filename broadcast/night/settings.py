"""The administrator's wishes for nights: the table [nightly] of the machine's own settings, never of a campaign."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from broadcast.errors import BroadcastError, Fault, Faults, Place
from broadcast.i18n import _

TABLE = "nightly"
UNTIL = datetime.time(4, 30)


def _address(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise ValueError(_("it begins with https:// and names a server"))
    return text


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Mail(_Table):
    """A mail server, and from whom to whom; `security` "none" is for a server on this machine."""

    server: str
    port: Annotated[int, Field(ge=1, le=65_535)] = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password_file: Path | None = None
    sender: str
    to: Annotated[tuple[str, ...], Field(min_length=1)]


class Settings(_Table):
    """What the administrator set; `metrics` is the file for node_exporter, `program` reads the summary."""

    until: datetime.time = UNTIL
    metrics: Path | None = None
    notify: Literal["failure", "always", "never"] = "failure"
    webhook: Annotated[str, AfterValidator(_address)] = ""
    program: tuple[str, ...] = ()
    mail: Mail | None = None

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
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        raise Faults(_fault(path, each) for each in error.errors()) from error


def _fault(path: Path, error: Any) -> Fault:
    name = ".".join(str(part) for part in (TABLE, *error["loc"]))
    return Fault(
        _("{name}: {reason}").format(name=name, reason=_reason(error)), Place(str(path)), _("see docs/nightly.md")
    )


def _reason(error: Any) -> str:
    """Say what is wrong in our own words: Pydantic's are English in every country."""
    context = error.get("ctx", {})
    told = {
        "value_error": str(context.get("error", "")),
        "extra_forbidden": _("there is no such key"),
        "missing": _("the key is missing"),
        "literal_error": _("one of: {words}").format(words=context.get("expected", "").replace(" or ", ", ")),
        "greater_than_equal": _("the number is out of range"),
        "less_than_equal": _("the number is out of range"),
        "too_short": _("the list is empty"),
    }
    return told.get(error["type"]) or _("the value is of the wrong type")
