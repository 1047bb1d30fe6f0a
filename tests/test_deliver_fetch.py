"""The line: today's files come whole and signed over any server and any line, or what stood there stays."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import chaos
import pytest
import rough
import signed
from click.testing import CliRunner
from programs import program

from broadcast.cli.fetch import fetch as command
from broadcast.cli.verify import verify as verifying
from broadcast.deliver import keys, sums
from broadcast.deliver.fetch import UNFINISHED, Want, fetch
from broadcast.deliver.line import Line
from broadcast.deliver.verify import verify

DATES = (signed.FIRST, signed.SECOND)
NGINX = """
pid {folder}/nginx.pid; error_log stderr; daemon off; worker_processes 1;
events {{ worker_connections 64; }}
http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; root {site}; }} }}
"""


@pytest.fixture
def key(tmp_path):
    return keys.new(tmp_path / "keys")


@pytest.fixture
def site(tmp_path, key):
    for date in DATES:
        signed.lay(tmp_path / "site", key, date)
    (tmp_path / "site" / "index.html").write_text("site")
    return tmp_path / "site"


@contextlib.contextmanager
def served(kind, site, folder):
    """Serve a site by another program, or by ours; give its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port, site=site))
    words = {
        "python": [sys.executable, "-m", "http.server", port, "--bind", "127.0.0.1", "--directory", site],
        "ours": [sys.executable, "-m", "broadcast", "serve", "--out", site, "--port", port],
        "nginx": ["nginx", "-c", folder / "nginx.conf", "-p", folder],
    }[kind]
    if kind == "nginx":
        words[0] = program("nginx")
        site.parent.chmod(0o755)
    with subprocess.Popen([*map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + 20
            while True:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    break
                assert time.monotonic() < end, f"{kind} does not answer"
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def run(address, folder, key, dates=DATES):
    with Line(address, connect=2, silence=2) as line:
        return fetch(line, Want(signed.STATION, folder, (key.public,)), dates, signed.patience())


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("kind", ["python", "nginx", "ours"])
def test_two_days_come_from_any_server_and_nothing_comes_twice(tmp_path, site, key, kind):
    folder = tmp_path / "station"
    if kind == "nginx":  # its worker is another user: pytest's folders are closed to it
        for path in (tmp_path, *tmp_path.parents[:2]):
            path.chmod(0o755)
    with served(kind, site, tmp_path) as address:
        assert [each.state for each in run(address, folder, key)] == ["complete", "complete"]
        again = run(address, folder, key)
    assert [(each.state, each.came, each.kept) for each in again] == [("complete", 0, 7)] * 2
    assert all(each.sound for each in verify(folder, (key.public,)))
    assert len(names(folder / "2024-11-20")) == 8


@pytest.mark.parametrize("kind", ["nginx", "ours"])
def test_a_file_is_taken_up_in_its_midst(tmp_path, site, key, kind):
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)
    name = "20241120_0530_dinh-ca.mp3"
    with served(kind, site, tmp_path) as address:
        with urllib.request.urlopen(f"{address}/2024-11-20/dinh-ca/{name}") as answer:  # noqa: S310 - our own server
            data, tag = answer.read(), answer.headers["ETag"]
        parts = tmp_path / "station" / UNFINISHED
        parts.mkdir(parents=True)
        digest = sums.hashed(site / "2024-11-20/dinh-ca" / name)
        (parts / f"{digest}.part").write_bytes(data[:30_000])
        (parts / f"{digest}.part-of").write_text(tag)
        asked = []
        real = Line.open

        def noted(line, *words):
            asked.append(words)
            return real(line, *words)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(Line, "open", noted)
            assert run(address, tmp_path / "station", key, DATES[:1])[0].state == "complete"
    assert (f"2024-11-20/dinh-ca/{name}", 30_000, tag) in asked
    assert (tmp_path / "station/2024-11-20" / name).read_bytes() == data


@pytest.mark.parametrize("seed", range(8))
def test_a_rough_line_brings_whole_signed_files_or_none(tmp_path_factory, seed):
    folder = tmp_path_factory.mktemp("chaos")
    key = keys.new(folder / "keys")
    outcome = chaos.run(seed, chaos.editions(folder, key), key)
    assert outcome.trouble == ()
    assert outcome.complete or outcome.share < 0.3


def test_an_old_day_cannot_be_replayed_for_a_new_one(tmp_path, site, key):
    shutil.rmtree(site / "2024-11-21")
    shutil.copytree(site / "2024-11-20", site / "2024-11-21")
    with rough.ranged(site) as address:
        found = run(address, tmp_path / "station", key)
    assert [each.state for each in found] == ["complete", "refused"]
    assert found[1].error.exit_code == 5
    assert not list((tmp_path / "station" / "2024-11-21").glob("*.mp3"))


def test_an_older_edition_of_the_same_day_is_refused(tmp_path, site, key):
    old = tmp_path / "old"
    shutil.copytree(site, old)
    signed.lay(site, key, signed.FIRST, chaos.LATER, "moi")
    with rough.ranged(site) as address:
        run(address, tmp_path / "station", key, DATES[:1])
    before = {path: path.read_bytes() for path in (tmp_path / "station/2024-11-20").iterdir()}
    with rough.ranged(old) as address:
        (found,) = run(address, tmp_path / "station", key, DATES[:1])
    assert found.state == "refused"
    assert {path: path.read_bytes() for path in before} == before


def test_another_key_is_refused_and_the_last_good_day_stays(tmp_path, site, key):
    with rough.ranged(site) as address:
        run(address, tmp_path / "station", key, DATES[:1])
    before = {path: path.read_bytes() for path in (tmp_path / "station/2024-11-20").iterdir()}
    signed.lay(site, keys.new(tmp_path / "thief"), signed.FIRST, chaos.LATER, "moi")
    with rough.ranged(site) as address:
        (found,) = run(address, tmp_path / "station", key, DATES[:1])
    assert found.state == "refused"
    assert {path: path.read_bytes() for path in before} == before


def test_the_exit_code_says_how_it_went(tmp_path, site, key):
    words = ["--station", "dinh-ca", "--to", str(tmp_path / "station"), "--keys", str(tmp_path / "keys"), "--date"]
    with rough.ranged(site) as address:
        good = CliRunner().invoke(command, [address, *words, "2024-11-20"])
        absent = CliRunner().invoke(command, [address, *words, "2024-11-25"])
    assert (good.exit_code, good.output) == (0, "2024-11-20: complete; 7 files came, 0 stood already\n")
    assert (absent.exit_code, absent.output) == (3, "2024-11-25: nothing is published\n")


def test_verify_names_what_is_not_right(tmp_path, site, key):
    with rough.ranged(site) as address:
        run(address, tmp_path / "station", key, DATES[:1])
        day = tmp_path / "station" / "2024-11-20"
        altered, gone = sorted(day.glob("*.mp3"))
        altered.write_bytes(altered.read_bytes()[:-1] + b"x")
        gone.unlink()
        (day / "lạ.mp3").write_bytes(b"scam")
        words = ["--keys", str(tmp_path / "keys")]
        done = CliRunner().invoke(verifying, [str(tmp_path / "station"), *words])
        assert done.exit_code == 1
        for status, name in (("ALTERED", altered.name), ("MISSING", gone.name), ("FOREIGN", "lạ.mp3")):
            assert f"{status}: 2024-11-20/{name}" in done.output
        whole = CliRunner().invoke(verifying, [address, "--station", "dinh-ca", "--date", "2024-11-20", *words])
        assert whole.exit_code == 0
        assert re.search(r"right 7$", whole.output.strip())
