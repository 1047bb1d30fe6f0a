"""A file's values beside the places where they were written: what cross-checks and assembly need together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from broadcast.campaign.located import Document, Scalar
from broadcast.campaign.schema import CampaignFile, ContactsFile, LexiconFile, MessageFile, StationsFile
from broadcast.errors import Place

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class Filed(Generic[_Model]):
    """A file's values beside the document that knows their places; no values when it is broken."""

    values: _Model | None
    document: Document

    @property
    def sound(self) -> _Model:
        """Give the values of a file that is known to have no fault."""
        if self.values is None:
            raise ValueError(f"{self.document.file} has faults")
        return self.values

    def at(self, *path: int | str) -> Place:
        """Give the place of the value at `path`."""
        place, node = self.document.find(path)
        return node.at if isinstance(node, Scalar) else place


@dataclass(frozen=True)
class Files:
    """Everything that was read, by kind of file."""

    folder: Path
    campaign: Filed[CampaignFile]
    stations: Filed[StationsFile]
    contacts: Filed[ContactsFile]
    lexicon: Filed[LexiconFile]
    messages: dict[str, Filed[MessageFile]]
