#!/usr/bin/env python3
"""Set broadcast up beside its source, with Python and nothing else, and run it.

    python3 start.py build      install what is missing into .venv, then run `broadcast build`
    python3 start.py test       the same with what tests need, then run the tests

Any other words go to `broadcast` as they are: `python3 start.py check`, `python3 start.py plan --date 2024-11-20`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 11)


def main(words: list[str]) -> int:
    """Install when something changed, then run what was asked for; give its exit code."""
    if sys.version_info < OLDEST:
        print(f"broadcast needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}")
        return 1
    testing = words[:1] == ["test"]
    code = install("[test]" if testing else "")
    if code:
        print("the installation failed; what pip says above tells why (often: no network)", file=sys.stderr)
        return code
    python = str(BIN / "python")
    command = [python, "-m", "pytest", *words[1:]] if testing else [python, "-m", "broadcast", *words]
    return subprocess.call(command)


def install(extra: str) -> int:
    """Make .venv when it is missing, and install the project into it when its needs have changed."""
    needs = b"".join((HERE / name).read_bytes() for name in ("pyproject.toml", "constraints.txt"))
    stamp = VENV / f"installed{extra.strip('[]') and '-test'}"
    wanted = hashlib.sha256(needs + sys.version.encode()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return 0
    venv.create(VENV, with_pip=True, clear=not stamp.parent.joinpath("pyvenv.cfg").is_file())
    pip = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    code = subprocess.call([*pip, "--constraint", "constraints.txt", "--editable", f".{extra}"], cwd=HERE)
    if not code:  # the night may run where it cannot write beside its source
        code = subprocess.call([str(BIN / "python"), "-m", "compileall", "-q", "broadcast"], cwd=HERE)
    if not code:
        stamp.write_text(wanted)
    return code


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
