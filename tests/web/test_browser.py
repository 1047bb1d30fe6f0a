"""The operators' pages in a real browser: from the server and from a disk, on a phone and on a screen."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from browser import serious, until

from broadcast.i18n import _, speaking

DAY = "2024-11-21/dinh-ca/index.html"
PAGES = {
    "day": DAY,
    "standby": "2024-11-21/than-sa/index.html",
    "missing": "2024-11-21/cuc-duong/index.html",
    "board": "2024-11-21/index.html",
    "station": "stations/dinh-ca/index.html#days",
    "home": "index.html#days",
}


def vi(message, **values):
    """Say what the page says: it speaks Vietnamese."""
    with speaking("vi"):
        return _(message).format(**values)


def day(weekday, date):
    return f"{vi(weekday)} {date}"


@pytest.fixture(params=["server", "disk"])
def base(request, site):
    """Give the site's address, once from the server and once from the disk."""
    if request.param == "disk":
        return site.as_uri() + "/"
    return request.getfixturevalue("address")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_whole_accessible_and_silent(opened, base, name, width, tmp_path):
    page = opened(base + PAGES[name], width)
    page.wait_for_selector("body.live")
    picture = tmp_path / f"{name}-{width}.png"
    page.screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 5_000
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_chapter_is_played_from_its_time(opened, base, width):
    page = opened(base + DAY, width)
    page.click("#s1700 .pieces li:nth-child(4) a")
    until(page, "document.querySelector('#s1700 audio').currentTime > 5.05")
    played = page.evaluate("document.querySelector('#s1700 audio').currentTime")
    assert 5.0 < played < 9.0
    assert page.locator("#s1700 .pieces [aria-current]").inner_text().startswith("0:05")
    assert page.evaluate("document.querySelector('#s0530 audio').paused")
    page.click("#s0530 .play")
    until(page, "document.querySelector('#s0530 audio').currentTime > 0.2")
    assert page.evaluate("document.querySelector('#s1700 audio').paused")


def test_keyboard_alone_plays(opened, base):
    page = opened(base + DAY, 360)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("#s0530 .play").focus()
    page.keyboard.press("Enter")
    until(page, "!document.querySelector('#s0530 audio').paused")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#s0530 audio').paused")


def test_download_gives_the_file_whole(opened, address, site):
    page = opened(address + DAY, 360)
    with page.expect_download() as waiting:
        page.click("#s0530 .get")
    name = "20241121_0530_dinh-ca.mp3"
    assert waiting.value.suggested_filename == name
    got = Path(waiting.value.path()).read_bytes()
    assert got == (site / "2024-11-21/dinh-ca" / name).read_bytes()
    assert page.locator("#s0530 .sum").text_content() == hashlib.sha256(got).hexdigest()


@pytest.mark.parametrize(
    "case",
    [
        ("2024-11-21T09:12:00+07:00", "2024-11-21", False, "17:00"),
        ("2024-11-21T16:59:30+00:00", "2024-11-21", False, "05:30"),
        ("2024-11-21T17:00:30+00:00", "2024-11-22", False, "05:30"),
        ("2024-11-20T05:31:00+07:00", "2024-11-20", False, "05:30"),
        ("2024-11-01T12:00:00+07:00", "2024-11-20", True, "05:30"),
    ],
)
def test_station_page_opens_the_day_of_the_campaigns_zone(opened, base, case):
    at, opens, before, next_slot = case
    page = opened(base + "stations/dinh-ca/index.html", 360, at)
    page.wait_for_url(f"**/{opens}/dinh-ca/index.html")
    page.wait_for_selector("body.live")
    assert page.locator(".next .slot").inner_text() == next_slot
    shown = page.locator(".notice")
    assert shown.is_visible() == before
    if before:
        said = "The campaign has not begun: it runs from {first} to {last}. This is its first day."
        assert shown.inner_text() == vi(said, first=day("Wed", "20/11"), last=day("Sat", "30/11"))


def test_day_without_programmes_says_so(opened, base):
    page = opened(base + "stations/dinh-ca/index.html", 360, "2024-11-26T12:00:00+07:00")
    page.wait_for_selector("body.live")
    assert page.locator(".notice").inner_text() == vi(
        "Today's programmes ({date}) have not been made yet.", date=day("Tue", "26/11")
    )


def test_campaign_over_shows_its_last_day(opened, base):
    page = opened(base + "stations/dinh-ca/index.html", 360, "2024-12-05T12:00:00+07:00")
    page.wait_for_url("**/2024-11-23/dinh-ca/index.html")
    said = "The campaign is over: it ran from {first} to {last}. This is its last day."
    assert page.locator(".notice").inner_text() == vi(said, first=day("Wed", "20/11"), last=day("Sat", "30/11"))
    assert not page.locator(".next").is_visible()


def test_other_days_page_leads_to_today(opened, base):
    page = opened(base + "2024-11-20/dinh-ca/index.html", 360)
    assert page.locator(".notice span").inner_text() == vi(
        "This is not today's page. Today is {date}.", date=day("Thu", "21/11")
    )
    page.click(".notice a")
    page.wait_for_url("**/2024-11-21/dinh-ca/index.html")


def test_missing_programme_is_late_when_its_hour_has_come(opened, base):
    early = opened(base + "2024-11-21/index.html", 360, "2024-11-21T16:59:00+07:00")
    assert early.locator("td.missing").inner_text() == vi("Missing")
    assert not early.locator("[data-count=late]").is_visible()
    late = opened(base + "2024-11-21/index.html", 360, "2024-11-21T17:00:01+07:00")
    assert late.locator("td.late").inner_text() == vi("Late")
    assert late.locator("[data-count=late] strong").inner_text() == "1"


def test_slot_is_on_air_while_it_lasts(opened, base):
    page = opened(base + DAY, 360, "2024-11-21T17:00:30+07:00")
    assert page.locator(".next .label").inner_text() == vi("On air now")
    assert page.locator("#s1700 .turn").inner_text() == vi("On air")


def test_page_without_script_has_everything(opened, base):
    page = opened(base + DAY, 360, script=False)
    assert page.locator(".clock .plain").inner_text() == vi("On air at {times}", times="05:30, 17:00")
    assert page.locator("audio").count() == 2
    assert page.locator("#s0530 .pieces a").nth(2).get_attribute("href") == "20241121_0530_dinh-ca.mp3#t=2.00"
    page.click(".days a")
    page.wait_for_url("**/stations/dinh-ca/index.html#days")
    page.locator(".list").wait_for()
    assert page.locator(".list li").count() == 4
