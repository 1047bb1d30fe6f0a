"""A few random edits to an approved campaign; `python tests/edits.py` makes a thousand."""

from __future__ import annotations

import random

import edits


def test_an_approval_ends_exactly_when_what_is_heard_changes(tmp_path):
    bench = edits.Bench(tmp_path)
    bench.lay()
    tally = edits.edited(bench, 12, random.Random(7))  # noqa: S311 - the same edits each time
    assert tally.wrong == []
    assert tally.heard.total() > 0
    assert tally.unheard.total() > 0
