"""A real Chromium for the tests: any width, any clock, and an ear for what its console says."""

from __future__ import annotations

import datetime
from importlib.metadata import files
from pathlib import Path

import pytest
from programs import program

FLAGS = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)
AXE = next(str(file.locate()) for file in files("axe-playwright-python") or () if file.name == "axe.min.js")
CLOCK = "(() => {{ const at = {at}, began = performance.now(); Date.now = () => at + performance.now() - began; }})()"


@pytest.fixture(scope="session")
def chromium():
    """Start Debian's Chromium once for all tests."""
    from playwright.sync_api import sync_playwright

    path = program("chromium")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium):
    """Open pages: `opened(address, width, at)`; no page may have said a word on the console by the end."""
    contexts, said = [], []

    def page(address, width=1280, at="2024-11-21T09:12:00+07:00", script=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, locale="vi-VN", timezone_id="America/New_York",
            java_script_enabled=script, accept_downloads=True,
        )  # fmt: skip
        contexts.append(context)
        context.add_init_script(CLOCK.format(at=datetime.datetime.fromisoformat(at).timestamp() * 1000))
        shown = context.new_page()
        shown.on("console", lambda message: said.append(message.text))
        shown.on("pageerror", lambda error: said.append(str(error)))
        shown.on("requestfailed", lambda request: said.append(f"{request.url} {request.failure}"))
        shown.goto(address)
        return shown

    page.said = said
    yield page
    for context in contexts:
        context.close()
    heard = [line for line in said if "net::ERR_ABORTED" not in line]
    assert not heard, heard


def serious(page):
    """Let axe-core judge a page by WCAG 2.2 AA; give what it holds to be serious or critical, in words."""
    page.evaluate(Path(AXE).read_text("utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {preload: false, runOnly: {type: 'tag', values: tags}})", tags)
    return [
        f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


def until(page, expression, seconds=20):
    """Wait until an expression holds on the page; Playwright's own way needs eval, which the policy forbids."""
    for _each in range(seconds * 20):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{expression} never came true")
