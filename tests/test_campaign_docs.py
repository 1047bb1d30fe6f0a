"""docs/format.md tells editors every key and every fault that they can meet."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from broadcast.campaign.schema import published

ROOT = Path(__file__).parents[1]
DOCS = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
MODULES = sorted([*(ROOT / "broadcast" / "campaign").glob("*.py"), *(ROOT / "broadcast" / "check").glob("*.py")])


def messages():
    """Give the messages (not the hints) of both stages: first words of faults, as they stand in the source."""
    for module in MODULES:
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if (
                isinstance(call, ast.Call)
                and getattr(call.func, "id", "") in ("Fault", "wrong", "BroadcastError")
                and call.args
            ):
                yield from texts(call.args[0])


def texts(node):
    """Give the texts that go through gettext in an expression."""
    for call in ast.walk(node):
        if (
            isinstance(call, ast.Call)
            and getattr(call.func, "id", "") == "_"
            and isinstance(call.args[0], ast.Constant)
        ):
            yield call.args[0].value


@pytest.mark.parametrize("message", sorted(set(messages())))
def test_a_fault_is_documented(message):
    assert f"`{message}`" in DOCS


def keys(schema):
    """Give every key of a published schema."""
    for part in (schema, *schema.get("$defs", {}).values()):
        yield from part.get("properties", {})


@pytest.mark.parametrize("key", sorted({key for schema in published().values() for key in keys(schema)}))
def test_a_key_is_documented(key):
    assert f"`{key}`" in DOCS
