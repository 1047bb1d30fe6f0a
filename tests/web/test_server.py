"""The server as programs see it: ranges, tags, gzip, types, headers, numbers, and what it never shows."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

MP3 = "2024-11-21/dinh-ca/20241121_0530_dinh-ca.mp3"


@pytest.fixture
def ask(address):
    """Ask the server: `ask(path, method=…, **headers)` gives status, headers and body."""

    def asked(path, method="GET", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(address + path, method=method, headers=named)  # noqa: S310  # our own server
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    return asked


def test_file_comes_whole_with_its_length_type_and_tag(ask, site):
    status, headers, body = ask(MP3)
    assert (status, body) == (200, (site / MP3).read_bytes())
    assert headers["Content-Type"] == "audio/mpeg"
    assert headers["Content-Length"] == str(len(body))
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["ETag"].startswith('"')


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-0", 0, 1), ("bytes=100-199", 100, 200), ("bytes=90000-", 90000, None), ("bytes=-500", -500, None),
     ("bytes=0-999999999", 0, None)],
)  # fmt: skip
def test_range_comes_as_asked(ask, site, asked, first, last):
    whole = (site / MP3).read_bytes()
    status, headers, body = ask(MP3, Range=asked)
    assert (status, body) == (206, whole[first:last])
    start = first % len(whole)
    assert headers["Content-Range"] == f"bytes {start}-{start + len(body) - 1}/{len(whole)}"


def test_range_behind_the_end_is_refused_with_the_length(ask, site):
    size = (site / MP3).stat().st_size
    status, headers, body = ask(MP3, Range=f"bytes={size}-")
    assert (status, body) == (416, b"")
    assert headers["Content-Range"] == f"bytes */{size}"


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=a-b", "lines=1-2", "bytes=-", "bytes=0-1,5-6", "bytes=٣-٤"])
def test_range_that_means_nothing_gives_the_whole(ask, site, asked):
    status, _headers, body = ask(MP3, Range=asked.encode().decode("latin-1"))
    assert (status, body) == (200, (site / MP3).read_bytes())


def test_range_of_other_bytes_gives_the_whole(ask, site):
    tag = ask(MP3)[1]["ETag"]
    assert ask(MP3, Range="bytes=0-9", If_Range=tag)[0] == 206
    assert ask(MP3, Range="bytes=0-9", If_Range='"other"')[0] == 200


def test_what_is_known_is_not_sent_again(ask):
    _status, headers, _body = ask(MP3)
    assert ask(MP3, If_None_Match=headers["ETag"])[::2] == (304, b"")
    assert ask(MP3, If_Modified_Since=headers["Last-Modified"])[0] == 304
    assert ask(MP3, If_None_Match='"other"')[0] == 200
    assert ask(MP3, If_Modified_Since="not a date")[0] == 200


def test_texts_are_packed_and_sound_is_not(ask):
    _status, plain, page = ask("2024-11-21/dinh-ca/")
    status, headers, packed = ask("2024-11-21/dinh-ca/", Accept_Encoding="gzip, br")
    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    assert gzip.decompress(packed) == page
    assert len(packed) * 2 < len(page)
    assert headers["ETag"] != plain["ETag"]
    assert headers["Vary"] == "Accept-Encoding"
    assert ask(MP3, Accept_Encoding="gzip")[1]["Content-Encoding"] is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "text/html; charset=utf-8"),
        ("assets/site.js", "text/javascript; charset=utf-8"),
        ("2024-11-21/manifest.json", "application/json"),
        ("2024-11-21/dinh-ca/SHA256SUMS", "text/plain; charset=utf-8"),
        ("2024-11-21/dinh-ca/20241121_0530_dinh-ca.vtt", "text/vtt; charset=utf-8"),
        ("2024-11-21/dinh-ca/20241121_dinh-ca.m3u8", "application/vnd.apple.mpegurl; charset=utf-8"),
        ("stations/dinh-ca/slots.ics", "text/calendar; charset=utf-8"),
        ("stations/dinh-ca/feed.xml", "application/rss+xml; charset=utf-8"),
        ("stations/dinh-ca/app.webmanifest", "application/manifest+json"),
    ],
)
def test_types_and_security_headers(ask, path, expected):
    status, headers, _body = ask(path)
    assert (status, headers["Content-Type"]) == (200, expected)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    [".site.json", "2024-11-21/.site.json", ".store/x", "../pyproject.toml", "%2e%2e/%2e%2e/etc/passwd", "a%00b",
     "2024-11-21/..%2f..%2f..%2fetc/passwd", "nothing", "2024-11-21/dinh-ca/..\\..\\x", "a" * 5000],
)  # fmt: skip
def test_nothing_else_is_shown(ask, path):
    status, _headers, body = ask(path)
    assert status == 404
    assert b"root:" not in body


def test_link_out_of_the_site_is_not_followed(ask, site, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (site / "leak.txt").symlink_to(tmp_path / "secret.txt")
    try:
        assert ask("leak.txt")[0] == 404
    finally:
        (site / "leak.txt").unlink()


def test_trials_are_not_shown(ask, site):
    trial = site / "nghe-thu/2024-11-21/dinh-ca/20241121_0530_dinh-ca_nghe-thu.mp3"
    trial.parent.mkdir(parents=True)
    trial.write_bytes(b"ID3")
    paths = (trial.relative_to(site).as_posix(), "nghe-thu/", "%6Eghe-thu/", "NGHE-THU/")
    assert [ask(path)[0] for path in paths] == [404] * 4


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_only_reading_is_served(ask, method):
    assert ask(MP3, method)[0] == 405
    assert ask("healthz", method)[0] == 405


def test_head_has_the_length_and_no_body(ask, site):
    status, headers, body = ask(MP3, "HEAD")
    assert (status, body) == (200, b"")
    assert headers["Content-Length"] == str((site / MP3).stat().st_size)


def test_pages_are_vietnamese_unless_asked_otherwise(ask):
    for headers in ({}, {"Accept_Language": "en-US,en;q=0.9"}):
        assert b'<html lang="vi">' in ask("2024-11-21/dinh-ca/index.html", **headers)[2]
    for path in ("", "2024-11-21/", "2024-11-21/dinh-ca/", "stations/dinh-ca/index.html"):
        page = ask(f"{path}?lang=en")[2].decode()
        assert '<html lang="en">' in page
        assert ".html?lang=en" in page
    assert ask("2024-11-21/nobody/?lang=en")[0] == 404
    assert ask("2024-13-99/?lang=en")[0] == 404
    assert b'<html lang="vi">' in ask("?lang=xx")[2]


def test_folder_without_its_slash_leads_on(ask):
    assert b"<audio" in ask("2024-11-21/dinh-ca")[2]


def test_health_and_numbers(ask):
    assert ask("healthz")[2] == b'{"status":"ok"}'
    ask(MP3)
    text = ask("metrics")[2].decode()
    assert 'broadcast_http_requests_total{method="GET",status="200"}' in text
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert all(float(line.rsplit(" ", 1)[1]) >= 0 for line in lines)


def test_hundred_at_once_get_the_same_bytes(ask, site):
    whole = (site / MP3).read_bytes()
    with ThreadPoolExecutor(100) as pool:
        found = list(pool.map(lambda n: ask(MP3, Range=f"bytes={n * 7}-")[2] == whole[n * 7 :], range(300)))
    assert all(found)


def test_taken_port_is_said_in_words(site):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "broadcast", "serve", "--out", str(site), "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr == f"port {port} is taken by another program\n    choose another one with --port\n"


def test_folder_without_a_site_is_said_in_words(tmp_path):
    command = [sys.executable, "-m", "broadcast", "serve", "--out", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr == f"there is no site in {tmp_path}\n    run broadcast build, then broadcast publish\n"
