"""The shape of the program: who may import whom, how long things may be, and what is written down everywhere."""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "broadcast"
# Each stage imports only what stands to its left, or beside it in the same group.
ORDER = (
    {"errors", "i18n", "files", "stop", "locale"},
    {"campaign"},
    {"spoken"},
    {"plan"},
    {"voices", "sound"},
    {"check"},
    {"build"},
    {"deliver"},
    {"night"},
    {"web"},
    {"cli"},
)
STAGE = {name: number for number, names in enumerate(ORDER) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES}


def _stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(tree: ast.AST) -> set[str]:
    """Give the stages that a module imports anywhere, types included."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            full = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            full = [alias.name for alias in node.names]
        else:
            continue
        names |= {name.split(".")[1] for name in full if name.startswith("broadcast.")}
    return names & STAGE.keys()


@pytest.mark.parametrize("path", [path for path in MODULES if _stage(path) in STAGE], ids=str)
def test_imports_go_left(path):
    here = _stage(path)
    right = {name for name in _imported(ast.parse(path.read_text())) if name != here and STAGE[name] > STAGE[here]}
    assert not right


def _needed(path: Path) -> set[str]:
    """Give the modules that one imports when it runs, late imports inside functions too; types do not count."""
    tree = ast.parse(path.read_text())
    types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node not in types and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & NAMES.keys() or {node.module} & NAMES.keys()
    return found


def test_no_two_modules_need_each_other():
    graph = {name: _needed(path) for name, path in NAMES.items()}
    graphlib.TopologicalSorter(graph).prepare()  # names the circle if there is one


def test_every_folder_has_its_stage():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= STAGE.keys()


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_is_short_and_says_what_it_is_for(path):
    text = path.read_text()
    assert text.count("\n") <= 300
    assert ast.get_docstring(ast.parse(text)), "a module opens with one sentence on why it exists"


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_no_function_is_longer_than_forty_lines(path):
    long = [
        node.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.body[0].lineno > 40
    ]
    assert long == []


def test_every_command_is_in_the_docs():
    from broadcast.cli import COMMANDS

    written = "".join(path.read_text() for path in (ROOT / "docs").glob("*.md")) + (ROOT / "README.md").read_text()
    assert [name for name in COMMANDS if f"broadcast {name}" not in written] == []


def test_every_command_answers_help():
    from broadcast.cli import COMMANDS

    for name in COMMANDS:
        command = [sys.executable, "-m", "broadcast", name, "--help"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("Usage:")


def test_built_in_voices_are_entry_points():
    from broadcast.voices.registry import BUILT_IN

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["entry-points"]["broadcast.voices"] == BUILT_IN


def test_every_dependency_has_a_tested_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    needed = [*project["dependencies"], *(each for extra in extras for each in extra)]
    names = {re.split(r"[\[<>=; ]", each)[0].lower() for each in needed} - {"broadcast"}
    pinned = {line.split("==")[0].lower() for line in (ROOT / "constraints.txt").read_text().splitlines()}
    assert names <= pinned


def test_help_imports_nothing_heavy():
    code = "import sys, broadcast.cli as c; c.group(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"numpy", "av", "pydantic", "gtts", "pydub", "yaml"} & set(done.stdout.split())
