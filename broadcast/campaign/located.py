"""YAML with the place of every value: scalars stay the text that was typed, so that nothing is guessed.

The tree is built from the parser's events without recursion; what could explode or be read in two ways
(aliases, tags, doubled keys, several documents) is a fault.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import yaml

from broadcast.campaign.encoding import UNPRINTABLE, Unreadable, decode
from broadcast.campaign.syntax import explain
from broadcast.errors import Fault, Place
from broadcast.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 12  # our formats need 5
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was typed; `style` is YAML's sign (| > ' ") or "" for a plain one; `end` its last line."""

    text: str
    at: Place
    style: str = ""
    end: int = 0

    @property
    def empty(self) -> bool:
        """Tell whether nothing was written after the key."""
        return not self.style and self.text in ("", "~", "null")


@dataclass(slots=True)
class Listing:
    """A list and its place."""

    at: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Keys with their places and values."""

    at: Place
    keys: dict[str, Place] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)

    def above(self, key: str) -> str:
        """Give the nearest key of one word that was written before another; "" when there is none."""
        names = list(self.values)
        return next((name for name in reversed(names[: names.index(key)]) if " " not in name), "")


Node = Scalar | Listing | Table


@dataclass(frozen=True)
class Document:
    """One file: its tree (None when there is none), its text, and what was wrong with it."""

    file: str
    root: Node | None
    text: str
    faults: tuple[Fault, ...] = ()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Give the file's lines."""
        return tuple(self.text.split("\n"))

    def find(self, path: tuple[int | str, ...]) -> tuple[Place, Node | None]:
        """Give the place of the key and the value at `path`, as far as it leads."""
        node, place = self.root, self.root.at if self.root else Place(self.file)
        for step in path:
            if isinstance(node, Table) and step in node.values:
                place, node = node.keys[str(step)], node.values[str(step)]
            elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                place = node.at
            else:
                break
        return place, node


def compose(data: bytes, file: str) -> Document:
    """Read one YAML file; its faults are in the document.

    Args:
        data: the file's bytes, UTF-8.
        file: its name as faults shall show it.
    """
    try:
        text = decode(data, file)
    except Unreadable as error:
        return Document(file, None, "", (error.fault,))
    growth = _Growth(file)
    try:
        for event in _events(text):
            growth.take(event)
    except yaml.MarkedYAMLError as error:
        growth.root = None  # a document that ended too early
        growth.faults.append(explain(error, text, file))
    except Unreadable as error:
        growth.faults.append(error.fault)
    if growth.root is None and not growth.faults:
        growth.faults.append(
            Fault(
                _("the file is empty"), Place(file, 1, 1), _("write its keys, or remove the file if it is not needed")
            )
        )
    return Document(file, growth.root, text, tuple(growth.faults))


def _events(text: str) -> Iterator[yaml.Event]:
    return yaml.parse(text, Loader=_LOADER)


class _Growth:
    """The tree while it grows: open lists and tables on a stack, each table with the key that waits."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._open: list[tuple[Listing | Table, list[Scalar]]] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Grow by one event of the parser."""
        match event:
            case yaml.ScalarEvent():
                self._add(self._scalar(event))
            case yaml.MappingStartEvent():
                self._enter(Table(self._untagged(event)))
            case yaml.SequenceStartEvent():
                self._enter(Listing(self._untagged(event)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._add(self._open.pop()[0])
            case yaml.AliasEvent():
                self._fault(
                    event,
                    _("the alias “*{name}” is not allowed").format(name=event.anchor),
                    _("write the words again where they are needed"),
                )
                self._add(Scalar(f"*{event.anchor}", self._place(event), "*"))
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise Unreadable(
                        Fault(
                            _("a second document begins here"),
                            self._place(event),
                            _("remove the line “---”: a file holds one document"),
                        )
                    )

    def _enter(self, node: Listing | Table) -> None:
        if len(self._open) == DEEPEST:
            raise Unreadable(
                Fault(_("the lists and keys are nested too deeply"), node.at, _("look for brackets or dashes too many"))
            )
        self._open.append((node, []))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent, waiting = self._open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif waiting:
            self._pair(parent, waiting.pop(), node)
        elif isinstance(node, Scalar):
            waiting.append(node)
        else:
            raise Unreadable(
                Fault(
                    _("a key must be one word, not a list or a mapping"),
                    node.at,
                    _("if brackets are meant as text, put it in quotes"),
                )
            )

    def _pair(self, table: Table, key: Scalar, node: Node) -> None:
        if not key.text:
            self.faults.append(Fault(_("a key is missing before “:”"), key.at, _("write “key: value”")))
        elif key.text in table.keys:
            self.faults.append(
                Fault(
                    _("the key “{key}” stands twice; the first is in line {line}").format(
                        key=key.text, line=table.keys[key.text].line
                    ),
                    key.at,
                    _("remove one of the two"),
                )
            )
        else:
            table.keys[key.text] = key.at
            table.values[key.text] = node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        value, style = event.value, event.style or ""
        place = self._untagged(event)
        if style == '"' and not value.isascii():
            value = unicodedata.normalize("NFC", value)  # an escape can bring a bare diacritic
        if style == '"' and (found := UNPRINTABLE.search(value)):
            self._fault(
                event,
                _("the text holds an invisible control character (U+{code:04X})").format(code=ord(found.group())),
                _("remove the escape that begins with “\\”"),
            )
            value = UNPRINTABLE.sub(" ", value)
        end = event.end_mark.line + (event.end_mark.column > 0) if event.end_mark else 0
        return Scalar(value, place, style, max(end, place.line))

    def _untagged(self, event: yaml.NodeEvent) -> Place:
        place = self._place(event)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!", "tag:yaml.org,2002:str"):
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self._fault(
                event,
                _("the tag “{tag}” is not allowed").format(tag=shown),
                _("remove it; a text that begins with “!” stands in quotes"),
            )
        return place

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)

    def _fault(self, event: yaml.Event, message: str, hint: str) -> None:
        self.faults.append(Fault(message, self._place(event), hint))
