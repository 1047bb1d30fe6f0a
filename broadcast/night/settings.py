"""The administrator's wishes for nights: the table [nightly] of the machine's own settings, never of a campaign."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from broadcast.errors import BroadcastError, Fault, Faults, Place
from broadcast.i18n import _

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

TABLE = "nightly"
UNTIL = datetime.time(4, 30)


@dataclass(frozen=True)
class _Then:
    """Pydantic's AfterValidator, without importing it where there is nothing to validate: half of a night's imports."""

    check: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.check, handler(source))


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        named = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:  # half an IPv6 address
        named = None
    if text and not named:
        raise ValueError(_("it begins with https:// and names a server"))
    return text


def _port(number: int) -> int:
    if not 1 <= number <= 65_535:
        raise ValueError(_("the number is out of range"))
    return number


def _some(people: tuple[str, ...]) -> tuple[str, ...]:
    if not people:
        raise ValueError(_("the list is empty"))
    return people


@dataclass(frozen=True)
class Mail:
    """A mail server, and from whom to whom; `security` "none" is for a server on this machine."""

    server: str
    sender: str
    to: Annotated[tuple[str, ...], _Then(_some)]
    port: Annotated[int, _Then(_port)] = 587
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
    webhook: Annotated[str, _Then(_address)] = ""
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
    return _validated(table, path) if table != {} else Settings()


def _validated(table: Any, path: Path) -> Settings:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Settings).validate_python(table)
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
        "unexpected_keyword_argument": _("there is no such key"),
        "missing": _("the key is missing"),
        "literal_error": _("one of: {words}").format(words=context.get("expected", "").replace(" or ", ", ")),
    }
    return told.get(error["type"]) or _("the value is of the wrong type")
