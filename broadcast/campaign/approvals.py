"""The approvals: who signed which words, in which role and when, as `scripts/approvals.yaml` keeps it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from broadcast.campaign.complaint import validate
from broadcast.campaign.filed import Filed
from broadcast.campaign.located import compose
from broadcast.campaign.moment import Moment, to_date
from broadcast.campaign.signature import STANDBY, Signature, Subject
from broadcast.campaign.typed import Line, kind, typed, wrong
from broadcast.errors import Fault, Faults, Place
from broadcast.files import because, write_whole
from broadcast.i18n import _

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError

NAME = "approvals.yaml"
_SHA256 = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)
_HEAD = """\
# Ai đã duyệt lời nào. `broadcast approve` ghi tệp này; lời đã duyệt nằm trong heard/, kịch bản nằm ngay bên cạnh.
# Đổi một chữ sẽ nghe thấy thì chữ ký của ngày ấy hết hiệu lực: `broadcast check` chỉ ra chữ nào.
"""


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


def beside(folder: Path) -> Path:
    """Give the folder of scripts and approvals that belongs to a campaign's folder: it lies beside it."""
    parent = folder.parent if folder.name not in ("", "..") else folder.resolve().parent
    return parent / "scripts"


def read(scripts: Path, zone: ZoneInfo) -> tuple[Signature, ...]:
    """Read the approvals that lie in a folder of scripts; none when nobody has signed yet.

    Raises:
        Faults: with every fault of the file.
    """
    path = scripts / NAME
    try:
        document = compose(path.read_bytes(), path.as_posix())
    except FileNotFoundError:
        return ()
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=because(error))
        raise Faults([Fault(message, Place(path.as_posix()), _("look at its permissions"))]) from error
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


def write(scripts: Path, signatures: Iterable[Signature]) -> None:
    """Write the approvals, whole: days in their order, the standby programmes last.

    Raises:
        UnwritableError: the disk is full or read-only.
    """
    ordered = sorted(signatures, key=lambda each: (str(each.subject), each.at, each.role, each.by))
    text = "".join([_HEAD, "approvals:\n" if ordered else "approvals: []\n", *(_item(each) for each in ordered)])
    write_whole(scripts / NAME, text.encode())


def _item(signature: Signature) -> str:
    return "".join(f"{'- ' if row == 0 else '  '}{line}\n" for row, line in enumerate(_fields(signature)))


def _fields(signature: Signature) -> Iterator[str]:
    yield f"what: {signature.subject}"
    yield f"role: {_quoted(signature.role)}"
    yield f"by: {_quoted(signature.by)}"
    yield f"at: {signature.at:%Y-%m-%d %H:%M}"
    yield f"sha256: {_quoted(signature.sha256)}"
    yield f"codes: [{', '.join(signature.codes)}]"
    if signature.note:
        yield f"note: {_quoted(signature.note)}"


def _quoted(text: str) -> str:
    """Write a text as YAML reads it back, whatever stands in it (JSON's strings are YAML's)."""
    return json.dumps(text, ensure_ascii=False)
