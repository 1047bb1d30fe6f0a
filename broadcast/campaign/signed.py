"""The file of approvals, read: signatures out of YAML, each fault with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from broadcast.campaign.complaint import validate
from broadcast.campaign.filed import Filed
from broadcast.campaign.located import compose
from broadcast.campaign.moment import Moment, to_date
from broadcast.campaign.signature import STANDBY, Signature, Subject
from broadcast.campaign.typed import Line, kind, typed, wrong
from broadcast.errors import Faults
from broadcast.i18n import _

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError

_SHA256 = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)


def _subject(node: object) -> Subject:
    text = typed(node)
    return STANDBY if text == STANDBY else to_date(text)


def _sha256(node: object) -> str:
    text = typed(node)
    if not _SHA256.match(text):
        raise _mangled(text)
    return text


def _mangled(text: str) -> PydanticCustomError:
    return wrong(
        _("“{found}” is not a SHA-256").format(found=text[:80]),
        _("do not write signatures by hand: remove this one, and sign with broadcast approve"),
    )


class _Signature(BaseModel):
    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    what: Annotated[Subject, kind(_subject)]
    role: Line
    by: Line
    at: Moment
    sha256: Annotated[str, kind(_sha256)]
    codes: list[Line] = []
    note: Line | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    approvals: list[_Signature]


def parse(data: bytes, file: str, zone: ZoneInfo) -> tuple[Signature, ...]:
    """Read the signatures in a file's bytes; `file` is its name in faults.

    Raises:
        Faults: with every fault of the file.
    """
    document = compose(data, file)
    values, faults = validate(document, _File)
    if faults:
        raise Faults(faults)
    filed = Filed(values, document)
    return tuple(
        Signature(
            each.what,
            each.role,
            each.by,
            each.at.replace(tzinfo=zone),
            each.sha256,
            tuple(each.codes),
            each.note or "",
            filed.at("approvals", row),
        )
        for row, each in enumerate(filed.sound.approvals)
    )
