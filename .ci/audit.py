"""Ask a public list of known weaknesses (PyPI's, or OSV) about every tested version, of every Python and system.

    .venv/bin/python .ci/audit.py [constraints.txt] [options of pip-audit, as: -s osv --osv-url http://…]

Leaves with 1 when a version has a known weakness. Where the list does not answer it says that nothing was audited:
never that all is well.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TOOL = (sys.executable, "-m", "pip_audit")
QUIET = ("--progress-spinner", "off", "--no-deps", "--disable-pip", "--timeout", "10", "-f", "json")


class NoAnswerError(Exception):
    """The list did not answer about all versions: nobody knows."""


def main(words: list[str]) -> int:
    """Audit, and say what was found; give the exit code."""
    path = Path(words[0]) if words and not words[0].startswith("-") else ROOT / "constraints.txt"
    options = words[1:] if words and not words[0].startswith("-") else words
    found: list[dict[str, Any]] = []
    try:
        for versions in rounds(path.read_text().splitlines()):
            found += asked(versions, options)
    except NoAnswerError as error:
        say(f"the dependencies were NOT audited: {error}")
        return 0
    skipped = [each for each in found if "skip_reason" in each]
    if found and len(skipped) == len(found):
        say("the dependencies were NOT audited: the list knows none of them")
        return 0
    weak = [each for each in found if each.get("vulns")]
    if skipped:
        say(f"NOT audited, for the list does not know them: {', '.join(each['name'] for each in skipped)}")
    for each in weak:
        for known in each["vulns"]:
            mended = ", ".join(known["fix_versions"]) or "none"
            say(f"{each['name']} {each['version']}: {known['id']}; mended in {mended}")
    say(f"{len(found) - len(skipped)} versions were audited, {len(weak)} have a known weakness")
    return 1 if weak else 0


def rounds(lines: list[str]) -> Iterator[list[str]]:
    """Give the versions without their markers, in rounds that have no package twice."""
    versions = dict.fromkeys(line.partition(";")[0].strip() for line in lines if "==" in line and line[0] != "#")
    while versions:
        once = {each.partition("==")[0].lower(): each for each in versions}
        yield list(once.values())
        versions = {each: None for each in versions if each not in once.values()}


def asked(versions: list[str], options: list[str]) -> list[dict[str, Any]]:
    """Ask about versions; give what the tool tells of each.

    Raises:
        NoAnswerError: the tool is not installed, or the list did not answer.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(versions) + "\n")
        file.flush()
        command = [*TOOL, *QUIET, "-r", file.name, *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - whoever runs it chose
    try:
        told: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        said = done.stderr.strip().splitlines()
        raise NoAnswerError(said[-1] if said else f"pip-audit left with {done.returncode}") from None
    return told


def say(words: str) -> None:
    """Write a line."""
    sys.stdout.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
