"""The pages that people read: every link leads somewhere, every command and option in them exists."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import click
import pytest

from broadcast.cli import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")
_COMMAND = re.compile(r"(?:broadcast|start\.py) ([a-z]+)((?: [^`\n|]*)?)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    text = page.read_text(encoding="utf-8")
    for path, anchor in _LINK.findall(text):
        if path.startswith(("http:", "https:", "mailto:")):
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w\- ]", "", each).strip().lower().replace(" ", "-") for each in headings}


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs/editors.md", ROOT / "docs/schedulers.md"], ids=str)
def test_every_command_and_option_exists(page):
    found = 0
    for name, rest in _COMMAND.findall(page.read_text(encoding="utf-8")):
        if name == "test":
            continue
        assert name in COMMANDS, name
        command = getattr(importlib.import_module(f"broadcast.cli.{name}"), name)
        assert isinstance(command, click.Command)
        known = {option for each in command.params for option in each.opts}
        assert set(_OPTION.findall(rest)) <= known | {"--help"}, f"broadcast {name}{rest}"
        found += 1
    assert found >= 10
