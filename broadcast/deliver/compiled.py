"""The pages' templates, compiled once in the life of the program, as its modules are."""

from __future__ import annotations

from typing import Literal

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from broadcast import cache

_KIND: Literal["templates"] = "templates"


class Compiled(BytecodeCache):
    """Keeps what Jinja compiled in the user's cache folder; another program compiles again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was kept, if it is whole; Jinja asks whether it is of the same source."""
        found = cache.kept(_KIND, bucket.key, cache.program())
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        cache.keep(_KIND, bucket.key, cache.program(), bucket.bytecode_to_string())
