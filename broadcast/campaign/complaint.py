"""What the schema complains of, said at the very line and with what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from broadcast.campaign.located import Document, Listing, Node, Scalar, Table
from broadcast.campaign.typed import closest
from broadcast.errors import Fault, Place
from broadcast.i18n import _

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_Model = TypeVar("_Model", bound=BaseModel)

EXAMPLES = """\
id: dinh-ca
title: Công an không làm việc qua điện thoại
organiser: Ủy ban nhân dân huyện Võ Nhai
dates: {first: 2024-11-20, last: 2024-11-30}
first: 2024-11-20
last: 2024-11-30
date: 2024-11-20
time_zone: Asia/Ho_Chi_Minh
slots: [{at: 05:30, seconds: 300, tolerance: 20}]
at: 05:30
pattern: [ident, greeting, messages, contacts, closing]
voices: [{name: espeak}]
jingles: {opener: jingles/opener.flac, sting: jingles/sting.flac, closer: jingles/closer.flac, bed: jingles/bed.flac}
opener: jingles/opener.flac
sting: jingles/sting.flac
closer: jingles/closer.flac
bed: jingles/bed.flac
ident: Đài Truyền thanh {station}, giọng máy tự động.
greeting: Kính chào bà con! Hôm nay là {weekday}, {date}.
contacts: Cần công an, xin gọi 113. Nhắc lại, 113.
closing: Kính chúc bà con mạnh khỏe, bình an!
source: Cẩm nang nhận diện lừa đảo trực tuyến, Cục An toàn thông tin, 2023
name: Thị trấn Đình Cả
kind: commune
value: "113"
spoken: một một ba
use: công an, khẩn cấp
written: Thần Xa
file: recordings/loi-chao-tay.m4a
reader: Họ và tên người đọc
consent: 2024-11-18
"""
_EXAMPLE = {line.partition(":")[0]: line for line in EXAMPLES.splitlines()}


def validate(document: Document, model: type[_Model]) -> tuple[_Model | None, tuple[Fault, ...]]:
    """Give a file's values, or every fault of its shape."""
    if document.root is None or (document.faults and not isinstance(document.root, Table)):
        return None, document.faults
    if not isinstance(document.root, Table):
        fault = Fault(_("the file must hold keys and values"), document.root.at, _("write “key: value”, a line each"))
        return None, (*document.faults, fault)
    try:
        values = model.model_validate(_bare(document.root))
    except ValidationError as error:
        found = tuple(_fault(detail, document, model) for detail in error.errors(include_url=False))
        return None, (*document.faults, *found)
    return values, document.faults


def _bare(node: Node) -> Any:
    """Give dicts and lists, with the scalars as leaves."""
    if isinstance(node, Table):
        return {key: _bare(value) for key, value in node.values.items()}
    if isinstance(node, Listing):
        return [_bare(item) for item in node.items]
    return node


def _fault(detail: ErrorDetails, document: Document, model: type[BaseModel]) -> Fault:
    path = tuple(detail["loc"])
    key = str(path[-1]) if path else ""
    place, node = document.find(path)
    at = node.at if isinstance(node, Scalar) and node.text else place
    match detail["type"]:
        case "ours":
            return Fault(detail["ctx"]["message"], at, detail["ctx"]["hint"])
        case "missing":
            return Fault(
                _("the key “{key}” is missing").format(key=key),
                _head(document, path[:-1]),
                _("write for example “{line}”").format(line=_EXAMPLE.get(key, f"{key}: …")),
            )
        case "extra_forbidden":
            return _outside(document, path) or Fault(
                _("unknown key “{key}”").format(key=key), place, closest(key, _keys(model, path[:-1]))
            )
        case "list_type":
            return _misshapen(node, place, _("a list is expected, found {found}"), _listed(node, _keys(model, path)))
        case "too_short":
            return Fault(_("the list is empty"), place, _("write one at least"))
        case _:
            hint = _("write for example “{line}”").format(line=_EXAMPLE[key]) if key in _EXAMPLE else ""
            lines = _("write “key: value”, a line each")
            return _misshapen(node, place, _("keys and values are expected, found {found}"), hint or lines)


def _outside(document: Document, path: tuple[int | str, ...]) -> Fault | None:
    """Tell a sentence with “: ” in it, which slipped out of the text above, from a key."""
    place, _value = document.find(path)
    _group, table = document.find(path[:-1])
    key = table.above(str(path[-1])) if isinstance(table, Table) and " " in str(path[-1]) else ""
    text = table.values.get(key) if isinstance(table, Table) else None
    if not isinstance(text, Scalar) or key not in ("text", "ident", "greeting", "contacts", "closing"):
        return None
    if text.style in ("|", ">"):
        hint = _("begin it two spaces inwards, like the other lines of the text")
        return Fault(_("the line stands outside the text above it"), place, hint)
    hint = _("write “{key} |”, and the text below it").format(key=f"{key}:")
    return Fault(_("“|” is missing before a text of several lines"), document.find((*path[:-1], key))[0], hint)


def _listed(node: Node | None, keys: tuple[str, ...]) -> str:
    """Hint at the list of the one value that was written, where items are plain values; else at any list."""
    if isinstance(node, Scalar) and not node.empty and not keys and len(node.text) <= 40:
        return _("write {iso}").format(iso=f"[{node.text}]")
    return _("write [one, another], or one a line after “- ”")


def _misshapen(node: Node | None, place: Place, message: str, hint: str) -> Fault:
    match node:
        case Scalar() if node.empty:
            found = _("nothing")
        case Scalar():
            found = f"“{node.text[:40]}”"
        case Listing():
            found = _("a list")
        case _:
            found = _("a mapping")
    return Fault(message.format(found=found), place, hint)


def _head(document: Document, path: tuple[int | str, ...]) -> Place:
    """Give the place at which a missing key is reported: its group's own key or item, or the file's first."""
    place, node = document.find(path)
    return node.at if not path and node else place


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, type]:
    """Give the keys of a model as they are written, with the models that stand below them."""
    return {field.alias or name: _below(field.annotation) for name, field in model.model_fields.items()}


def _below(annotation: Any) -> type:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_below(part) for part in get_args(annotation))
    return next((model for model in found if model is not object), object)


def _keys(model: type[BaseModel], path: tuple[int | str, ...]) -> tuple[str, ...]:
    here: type = model
    for step in path:
        if isinstance(step, str) and issubclass(here, BaseModel) and step in _fields(here):
            here = _fields(here)[step]
    return tuple(_fields(here)) if issubclass(here, BaseModel) else ()
