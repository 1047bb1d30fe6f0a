"""A station: who plays the programmes, and what its loudspeakers need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from broadcast.errors import Place

StationKind = Literal["district", "commune"]
ProfileName = Literal["horn", "fm"]


@dataclass(frozen=True, slots=True)
class Station:
    """One station of `stations.yaml`.

    `id` is ASCII and names folders and files; `name` is what the ident says; `languages` are the
    languages it airs, in their order ("vi" first as a rule); `profile` is the sound it is mixed for;
    `ident` overrides the campaign's ident words.
    """

    id: str
    name: str
    kind: StationKind
    languages: tuple[str, ...] = ("vi",)
    profile: ProfileName = "horn"
    gso_code: str | None = None
    ident: str | None = None
    at: Place | None = None
