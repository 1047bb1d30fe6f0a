"""The pages that people read: every link leads somewhere, every command line in them is one that the program takes."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from broadcast.cli import COMMANDS, group

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")
_COMMAND = re.compile(r"(?:sudo )?(?:(?:\.venv/bin/)?broadcast|python3? start\.py) ([a-z]+(?: [^|<>]*?)?)(?: <.*)?")


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


def commands(text):
    """Give every command line in a page, in running text or in a block, as words; “…” stands for any."""
    running = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    spans = [" ".join(span.split()) for span in re.findall(r"(?<!`)`([^`]+)`(?!`)", running)]
    blocks = [line.partition(" #")[0] for line in text.splitlines()]
    for line in spans + blocks:
        found = _COMMAND.fullmatch(line.strip())
        if found and "{" not in line:
            yield shlex.split(found[1].replace("…", "x"))


def parsed(words):
    """Let click read a command line as it would when it runs, and run nothing."""
    command, context, name = group, None, "broadcast"
    while isinstance(command, click.Group):
        context = click.Context(command, parent=context, info_name=name)
        name, command, words = command.resolve_command(context, words)
    command.make_context(name, words, parent=context)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_line_is_one_that_click_takes(page):
    wrong = []
    for words in commands(page.read_text(encoding="utf-8")):
        if words == ["test"] or words[-1:] == ["--help"]:
            continue
        if len(words) == 1:  # only its name
            assert words[0] in COMMANDS
            continue
        try:
            parsed(words)
        except click.ClickException as error:
            wrong.append((words, error.format_message()))
    assert wrong == []


def test_the_command_lines_are_found():
    text = "`broadcast plan\n--date 2024-11-20`\n\n    sudo broadcast keys new   # một lần\n    python3 start.py check"
    assert list(commands(text)) == [["plan", "--date", "2024-11-20"], ["keys", "new"], ["check"]]
    assert sum(len(list(commands(page.read_text(encoding="utf-8")))) for page in PAGES) > 150


@pytest.mark.parametrize("words", ["plan --dat 2024-11-20", "keys new extra", "aired --station x", "prune --age soon"])
def test_a_wrong_command_line_is_told_from_a_right_one(words):
    with pytest.raises(click.UsageError):
        parsed(words.split())


def test_every_command_is_in_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`broadcast {name}`" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_script_and_its_options_exist(page):
    text = page.read_text(encoding="utf-8")
    for script, rest in re.findall(r"python3? ((?:tests|docs)/[\w/]+\.py)([^`|#\n]*)", text):
        source = (ROOT / script).read_text(encoding="utf-8")
        assert [option for option in re.findall(r"--[a-z-]+", rest) if f'"{option}"' not in source] == [], script
