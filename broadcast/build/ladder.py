"""The ladder: the voices of a campaign, best first; a programme is spoken by one of them from end to end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from broadcast.build import memory
from broadcast.build.cookbook import Cookbook, Part, Recipe, Sources, Speaker
from broadcast.build.guard import guarded
from broadcast.build.programme import Stretch
from broadcast.build.render import Rendered, Renderer
from broadcast.voices.voice import ends_the_night

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from broadcast.build.recipe import Piece
    from broadcast.build.store import Store
    from broadcast.errors import BroadcastError
    from broadcast.plan import Plan
    from broadcast.voices import Voice

TOGETHER = 32  # stations whose pieces are made side by side, and whose idents are kept from slot to slot
_OFTEN = 256  # pieces
_BODIES = 4  # joined bodies kept in memory: of two slots, for each profile


class Rung:
    """One voice of the ladder, with what it needs to make programmes."""

    def __init__(self, plan: Plan, sources: Sources, store: Store, voice: Voice) -> None:
        self.voice = voice
        self.cookbook = Cookbook(plan, sources, Speaker.of(voice))
        self._renderer = Renderer(store, voice)
        self._stations = len(plan.campaign.stations)
        self._fresh = _OFTEN  # pieces made since memory was given back
        self._hopeless: dict[str, BroadcastError] = {}  # what the voice cannot speak any more in this run
        self.head = lru_cache(TOGETHER)(self._stretch)
        self.body = lru_cache(_BODIES)(self._stretch)

    def _stretch(self, part: Part) -> Stretch:
        return Stretch(part, tuple(Rendered.of(self._renderer.render(piece)) for piece in part.pieces))

    def make(
        self, recipes: Sequence[Recipe], workers: ThreadPoolExecutor, write: Callable[[Rung, Recipe], None]
    ) -> list[BroadcastError | None]:
        """Make the pieces that are not in the store, side by side, then each programme by `write`.

        Returns:
            For each recipe what kept it from being made, or None.

        Raises:
            UnwritableError: the disk is full or read-only.
        """
        failed = self._rendered({piece.key: piece for recipe in recipes for piece in recipe.pieces}, workers)
        errors = (next((failed[each.key] for each in recipe.pieces if each.key in failed), None) for recipe in recipes)
        return [
            error or guarded(recipe.title, partial(write, self, recipe))
            for recipe, error in zip(recipes, errors, strict=True)
        ]

    def _rendered(self, pieces: Mapping[str, Piece], workers: ThreadPoolExecutor) -> dict[str, BroadcastError]:
        """Give the errors of pieces that could not be made, by their keys."""
        lost = {key: self._hopeless[key] for key in pieces if key in self._hopeless}
        wanted = {key: each for key, each in pieces.items() if key not in lost and not self._renderer.has(each)}
        errors = workers.map(self._attempt, wanted.values())
        failed = {key: error for key, error in zip(wanted, errors, strict=True) if error}
        if wanted:
            self._give_back(len(wanted))
        self._hopeless |= {key: error for key, error in failed.items() if ends_the_night(error)}
        return lost | failed

    def _give_back(self, made: int) -> None:
        """Return free memory to the system after the first pieces, and again after some hundred."""
        self._fresh += made
        if self._fresh >= _OFTEN:
            self._fresh = 0
            memory.give_back(self._stations)

    def _attempt(self, piece: Piece) -> BroadcastError | None:
        return guarded(piece.title or piece.id, lambda: self._renderer.render(piece))
