"""Confirming on the page: only with the station's code, only what can be true, and not a guess too many."""

from __future__ import annotations

import contextlib
import datetime
import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import pytest
import sites
from browser import serious

from broadcast.deliver import airing, codes
from broadcast.i18n import _, speaking
from broadcast.web.confirm import PAUSE, TRIES, Guesses

PAGE = "/2024-11-21/dinh-ca/"
FORM = "/aired/2024-11-21/dinh-ca/0530"


@pytest.fixture
def own(tmp_path):
    return tmp_path / "own"


@pytest.fixture
def code(own):
    own.mkdir()
    return codes.make(own, "dinh-ca")


@contextlib.contextmanager
def serving(site, own, *more):
    """Run `broadcast serve --confirm`; give its address."""
    command = [sys.executable, "-m", "broadcast", "serve", "--out", site, "--port", "0", "--confirm", "--keys", own]
    with subprocess.Popen([*map(str, command), *more], stdout=subprocess.PIPE, text=True) as process:
        yield re.search(r"http://[^/]+", process.stdout.readline())[0]
        process.terminate()


@pytest.fixture
def confirming(site, own, code):
    """Give the address of a server that takes confirmations. Tests ask for it before `opened`: pages close first."""
    with serving(site, own) as address:
        yield address


class _Still(urllib.request.HTTPRedirectHandler):
    """Shows redirects instead of following them."""

    def redirect_request(self, *_arguments):
        return None


def ask(address, path, data=None, headers=None):
    """Ask for a page, or send a form; give status, headers and text."""
    opener = urllib.request.build_opener(_Still)
    try:
        with opener.open(urllib.request.Request(address + path, data, headers or {}), timeout=20) as answer:  # noqa: S310 - ours
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read().decode()


def post(address, path=FORM, **values):
    return ask(address, path, urllib.parse.urlencode(values).encode())


def test_a_confirmation_is_kept_and_shown(confirming, own, code):
    with speaking("vi"):
        shown = _("Confirmed: aired at {at}").format(at="05:31")
    assert shown not in ask(confirming, PAGE)[2]
    answer = post(confirming, code=code, at="05:31", by="Hoàng Văn Ất")
    assert (answer[0], answer[1]["location"]) == (303, f"{PAGE}#s0530")
    found = airing.read(own)["dinh-ca", datetime.date(2024, 11, 21), "05:30"]
    assert (found.at, found.by, found.noted.tzinfo is not None) == ("05:31", "Hoàng Văn Ất", True)
    assert f'<code class="sum">{found.sha256}</code>' in ask(confirming, PAGE)[2]
    page = ask(confirming, PAGE)[2]
    assert shown in page
    assert "Hoàng Văn Ất" in page
    assert "default-src 'none'" in ask(confirming, PAGE)[1]["Content-Security-Policy"]


def test_words_of_a_reason_never_become_markup(confirming, code):
    assert post(confirming, code=code, reason=sites.HOSTILE)[0] == 303
    assert "<script>alert" not in ask(confirming, PAGE)[2]


WRONG = (
    (FORM, {"at": "05:31", "code": "AAAA-BBBB-CCCC"}, 403),
    (FORM, {"at": "05:31", "code": ""}, 403),
    (FORM.replace("dinh-ca", "than-sa"), {"at": "05:31"}, 403),
    (FORM, {"at": "5 giờ"}, 422),
    (FORM, {}, 422),
    (FORM.replace("0530", "0600"), {"at": "06:00"}, 404),
    (FORM.replace("2024-11-21", "2024-11-29"), {"at": "05:30"}, 404),
    (FORM.replace("2024-11-21", "2024-13-99"), {"at": "05:30"}, 404),
    (FORM.replace("2024-11-21", "..%2f.."), {"at": "05:30"}, 405),
    (FORM, {"at": "05:31", "by": "a" * 5000}, 413),
)


def test_what_is_wrong_is_refused_and_not_kept(confirming, own, code):
    got = [post(confirming, path, **{"code": code, **values})[0] for path, values, _status in WRONG]
    assert got == [status for _path, _values, status in WRONG]
    assert not airing.read(own)


def test_a_refusal_is_a_page_that_leads_back(confirming, code):
    status, headers, page = post(confirming, code="AAAA-BBBB-CCCC", at="05:31")
    assert (status, headers["content-type"]) == (403, "text/html; charset=utf-8")
    assert "<h1>Thị trấn Đình Cả · Thứ Năm, 21/11/2024</h1>" in page
    assert f'role="alert">{vi("this is not the code of {station}", station="Thị trấn Đình Cả")}</p>' in page
    assert f'href="{PAGE}#s0530"' in page
    page = post(confirming, f"{FORM}?lang=en", code=code, at="5 giờ")[2]
    assert 'role="alert">5 giờ is not a time of day</p>' in page
    assert 'role="alert">write it like 05:31</p>' in page
    assert f'href="{PAGE}?lang=en#s0530"' in page
    assert f'action="{FORM}?lang=en"' in ask(confirming, f"{PAGE}?lang=en")[2]
    assert 'href="/"' in post(confirming, FORM.replace("0530", "0600"), code=code, at="06:00")[2]
    assert "<script>alert" not in post(confirming, code=code, at="<script>alert(1)</script>")[2]


def test_guessing_is_stopped_even_for_the_right_code(confirming, own, code):
    assert [post(confirming, code="X", at="05:31")[0] for _each in range(TRIES)] == [403] * TRIES
    assert post(confirming, code=code, at="05:31")[0] == 429
    assert not airing.read(own)


def _guess(address, come_from, station="dinh-ca"):
    """Try a wrong code as a proxy would hand it on for a client."""
    form = urllib.parse.urlencode({"code": "X", "at": "05:31"}).encode()
    return ask(address, FORM.replace("dinh-ca", station), form, {"X-Forwarded-For": come_from})[0]


PROXIES = [("127.0.0.1", 403), ("127.0.0.0/8", 403), ("10.0.0.9", 429), ("", 429)]


@pytest.mark.parametrize(("proxy", "of_another"), PROXIES)
def test_only_a_proxy_that_was_named_says_who_asks(site, own, code, proxy, of_another):
    with serving(site, own, *(("--proxy", proxy) if proxy else ())) as address:
        assert [_guess(address, f"192.0.2.{each}, 10.1.1.1") for each in range(TRIES)] == [403] * TRIES
        assert _guess(address, "10.1.1.1", "than-sa") == 429
        assert _guess(address, "192.0.2.1, 10.1.1.2", "than-sa") == of_another


def test_a_proxy_is_an_address(site):
    command = [sys.executable, "-m", "broadcast", "serve", "--out", str(site), "--proxy", "*"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LANG": "C"})
    assert done.returncode == 2
    assert "* is not an address or a network; write it like 10.0.0.2 or 10.0.0.0/24" in done.stderr


def test_guesses_are_forgiven_after_a_while():
    now = [0.0]
    guesses = Guesses(lambda: now[0])
    for _each in range(TRIES):
        guesses.wrong("station dinh-ca")
    assert guesses.over("address 10.0.0.1", "station dinh-ca")
    assert not guesses.over("station than-sa")
    now[0] += PAUSE
    assert not guesses.over("station dinh-ca")


def test_without_the_wish_the_server_only_reads(address):
    assert post(address.rstrip("/"), at="05:31")[0] == 405
    assert "<form" not in ask(address.rstrip("/"), PAGE)[2]


def vi(message, **blanks):
    with speaking("vi"):
        return _(message).format(**blanks)


@pytest.mark.parametrize("width", [360, 1280])
def test_an_operator_who_mistypes_the_code_comes_back(confirming, opened, width):
    page = opened(f"{confirming}{PAGE}", width)
    page.locator("#s0530 .said summary").click()
    form = page.locator("#s0530 form")
    form.locator("[name=at]").fill("05:31")
    form.locator("[name=code]").fill("AAAA-BBBB-CCCC")
    form.locator("button").click()
    page.get_by_role("alert").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []
    page.get_by_text(vi("Back, and try again")).click()
    page.locator("#s0530 .said summary").wait_for()
    assert [line.rpartition(" (")[0] for line in opened.said] == [
        "Failed to load resource: the server responded with a status of 403"
    ]
    opened.said.clear()


@pytest.mark.parametrize("width", [360, 1280])
def test_an_operator_confirms_in_a_browser(confirming, opened, own, code, width):
    page = opened(f"{confirming}{PAGE}", width)
    page.locator("#s1700 .said summary").click()
    form = page.locator("#s1700 form")
    form.locator("[name=reason]").fill("Mất điện")
    form.locator("[name=by]").fill("Hoàng Văn Ất")
    form.locator("[name=code]").fill(code)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []
    form.locator("button").click()
    with speaking("vi"):
        page.get_by_text(_("Confirmed: not aired. {reason}").format(reason="Mất điện")).wait_for()
    assert airing.read(own)["dinh-ca", datetime.date(2024, 11, 21), "17:00"].reason == "Mất điện"
