"""The approvals: who signed which words, in which role and when, as `scripts/approvals.yaml` keeps it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from broadcast import cache
from broadcast.campaign.signature import Signature
from broadcast.errors import Fault, Faults, Place
from broadcast.files import because, mend, read_regular, write_whole
from broadcast.i18n import _

NAME = "approvals.yaml"
_HEAD = """\
# Ai đã duyệt lời nào. `broadcast approve` ghi tệp này; lời đã duyệt nằm trong heard/, kịch bản nằm ngay bên cạnh.
# Đổi một chữ sẽ nghe thấy thì chữ ký của ngày ấy hết hiệu lực: `broadcast check` chỉ ra chữ nào.
"""


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
        data = read_regular(path)
    except FileNotFoundError:
        return ()
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=because(error))
        raise Faults([Fault(message, Place(path.as_posix()), mend(path))]) from error
    key = hashlib.sha256(b"\0".join((cache.program(), zone.key.encode(), data))).digest()
    return cache.recall("approvals", path, key, lambda: _parsed(data, path, zone))


def _parsed(data: bytes, path: Path, zone: ZoneInfo) -> tuple[Signature, ...]:
    from broadcast.campaign.signed import parse  # with the YAML and its schema, half of an unchanged run's imports

    return parse(data, path.as_posix(), zone)


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
