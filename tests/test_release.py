"""What goes out with a release: the list of what broadcast is made of, and what is known to be weak in it."""

from __future__ import annotations

import contextlib
import http.server
import importlib.util
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from served import served

CI = Path(__file__).parents[1] / ".ci"
WEAK = {
    "id": "PYSEC-2024-1", "aliases": ["CVE-2024-1"], "summary": "reads too much", "modified": "2024-11-20T00:00:00Z",
    "affected": [{
        "package": {"name": "click", "ecosystem": "PyPI"}, "versions": ["8.1.8"],
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "8.2.0"}]}],
    }],
}  # fmt: skip


@pytest.fixture(scope="session")
def listed():
    """Give the list for the metadata that is installed here, as it lies in the wheel."""
    spec = importlib.util.spec_from_file_location("sbom", CI / "sbom.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    here = distribution("broadcast")  # beside the source it is what an editable installation has left there
    return module.sbom((here.read_text("METADATA") or here.read_text("PKG-INFO")).encode())


def test_the_list_of_what_it_is_made_of_follows_its_schema(listed):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(listed.decode()) is None
    told = json.loads(listed)
    names = {part["name"] for part in told["components"]}
    assert {"click", "pydantic", "numpy", "cryptography"} <= names
    assert [part["name"] for part in told["components"] if not part["version"]] == []


def test_the_schema_refuses_another_list(listed):
    told = json.loads(listed)
    told["components"][0]["kind"] = "library"
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(told)) is not None


@contextmanager
def advisories(code=200):
    """Give the address of a list of weaknesses that answers as OSV does, and what it was asked."""
    asked = []

    class Osv(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((query["package"]["name"], query["version"]))
            known = {"vulns": [WEAK]} if asked[-1] == ("click", "8.1.8") else {}
            data = json.dumps(known).encode() if code == 200 else b""
            self.send_response(code)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_words):
            """Keep the tests' output clean."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Osv)
    with served(server) as address:
        yield f"{address}/v1/query", asked


def audited(tmp_path, text, address):
    path = tmp_path / "constraints.txt"
    path.write_text(text)
    words = [sys.executable, CI / "audit.py", path, "-s", "osv", "--osv-url", address]
    words += ["--cache-dir", tmp_path / "cache"]
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_version_with_a_known_weakness_fails_the_audit(tmp_path):
    with advisories() as (address, _asked):
        assert audited(tmp_path, "# tested\nclick==8.1.8\nidna==3.20\n", address) == (
            1,
            "click 8.1.8: PYSEC-2024-1; mended in 8.2.0\n2 versions were audited, 1 have a known weakness\n",
        )


def test_versions_without_one_pass_and_those_of_other_systems_are_asked_about_too(tmp_path):
    text = "av==18.1.0 ; python_version < '3.12'\nav==19.0.2 ; python_version >= '3.12'\n"
    text += "pywin32==311 ; sys_platform == 'win32'\n"
    with advisories() as (address, asked):
        assert audited(tmp_path, text, address) == (0, "3 versions were audited, 0 have a known weakness\n")
    assert sorted(asked) == [("av", "18.1.0"), ("av", "19.0.2"), ("pywin32", "311")]


def test_a_list_that_does_not_answer_is_not_a_clean_one(tmp_path):
    for address, failing in (("http://127.0.0.1:9/v1/query", contextlib.nullcontext()), ("", advisories(503))):
        with failing as other:
            code, said = audited(tmp_path, "idna==3.20\n", address or other[0])
        assert (code, said.count("\n")) == (0, 1)
        assert said.startswith("the dependencies were NOT audited: ")


def test_a_list_that_knows_nothing_has_audited_nothing(tmp_path):
    """Ask a tool that answers as pip-audit does behind a mirror that has packages, but no list of weaknesses."""
    (tmp_path / "pip_audit").mkdir()
    answer = {"dependencies": [{"name": name, "skip_reason": "not found on PyPI"} for name in ("click", "idna")]}
    (tmp_path / "pip_audit/__main__.py").write_text(f"print({json.dumps(answer)!r})\n")
    path = tmp_path / "constraints.txt"
    path.write_text("click==8.1.8\nidna==3.20\n")
    done = subprocess.run(
        [sys.executable, CI / "audit.py", path], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "the dependencies were NOT audited: the list knows none of them\n")
