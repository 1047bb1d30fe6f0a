"""The ladder: the voices of a campaign, best first; a programme is spoken by one of them from end to end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING

from broadcast.build.cookbook import Body, Cookbook, Recipe, Sources, Speaker
from broadcast.build.guard import guarded
from broadcast.build.programme import Stretch
from broadcast.build.render import Rendered, Renderer
from broadcast.voices.voice import ends_the_night

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadcast.build.recipe import Piece
    from broadcast.build.store import Store
    from broadcast.errors import BroadcastError
    from broadcast.plan import Plan
    from broadcast.voices import Voice

_BODIES = 4  # joined bodies kept in memory: those of a slot, for each profile


class Rung:
    """One voice of the ladder, with what it needs to make programmes."""

    def __init__(self, plan: Plan, sources: Sources, store: Store, voice: Voice) -> None:
        self.voice = voice
        self.cookbook = Cookbook(plan, sources, Speaker.of(voice))
        self._renderer = Renderer(store, voice)
        self._hopeless: dict[str, BroadcastError] = {}  # what the voice cannot speak any more in this run
        self.body = lru_cache(_BODIES)(self._body)

    def head(self, recipe: Recipe) -> Rendered:
        """Give a programme's own first piece."""
        return Rendered.of(self._renderer.render(recipe.head))

    def _body(self, body: Body) -> Stretch:
        """Give what follows it, joined once for all stations."""
        return Stretch(body.cues, tuple(Rendered.of(self._renderer.render(piece)) for piece in body.pieces))

    def make(self, pieces: Iterable[Piece], workers: ThreadPoolExecutor) -> dict[str, BroadcastError]:
        """Make every piece that is not in the store.

        Returns:
            The errors, by the keys of the pieces that could not be made.

        Raises:
            UnwritableError: the disk is full or read-only.
        """
        distinct = {piece.key: piece for piece in pieces}
        lost = {key: self._hopeless[key] for key in distinct if key in self._hopeless}
        wanted = {key: each for key, each in distinct.items() if key not in lost and not self._renderer.has(each)}
        errors = workers.map(self._attempt, wanted.values())
        failed = {key: error for key, error in zip(wanted, errors, strict=True) if error}
        self._hopeless |= {key: error for key, error in failed.items() if ends_the_night(error)}
        return lost | failed

    def _attempt(self, piece: Piece) -> BroadcastError | None:
        return guarded(piece.title or piece.id, lambda: self._renderer.render(piece))
