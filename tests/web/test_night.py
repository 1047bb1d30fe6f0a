"""The last night on the district's pages: every station's colour and why, and a warning when no night ran any more."""

from __future__ import annotations

import datetime
import shutil

import pytest
from browser import serious

from broadcast.i18n import _, speaking
from broadcast.night.report import Report, StationReport, Trouble
from broadcast.night.settings import Settings
from broadcast.night.traces import leave

BEGAN = datetime.datetime.fromisoformat("2024-11-20T22:00:00+07:00")
LATE = "2024-11-21 05:30: chương trình dự phòng vào thay: giọng đọc không kịp giờ"
LOST = "2024-11-21 17:00: <b>than-sa/20241121_1700_than-sa.mp3</b> bị thiếu"
STATIONS = (
    StationReport("huyen-vo-nhai", "Huyện Võ Nhai", "green", ()),
    StationReport("dinh-ca", "Thị trấn Đình Cả", "amber", (LATE,)),
    StationReport("than-sa", "Xã Thần Sa", "red", (LOST, "2024-11-21: chữ ký không đúng")),
    StationReport("cuc-duong", "Xã Cúc Đường", "green", ()),
)
DATES = (datetime.date(2024, 11, 21), datetime.date(2024, 11, 22))


def report(**changes):
    told = {
        "run": "thu", "began": BEGAN, "seconds": 6.4, "state": "made", "dates": DATES, "made": 3, "kept": 5,
        "voices": {}, "stations": STATIONS, "troubles": (Trouble("đĩa gần đầy", "dọn bớt", 1),), "notes": (),
        "signed": True, **changes,
    }  # fmt: skip
    return Report(**told)


def vi(message, **values):
    with speaking("vi"):
        return _(message).format(**values)


@pytest.fixture
def after(site, tmp_path):
    """Give the address of the site on a disk after a night."""

    def spend(told):
        shutil.copytree(site, tmp_path / "site")
        leave(told, tmp_path / "site", Settings(notify="never"), lambda *_words, **_figures: None)
        return (tmp_path / "site").as_uri() + "/"

    return spend


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["2024-11-21/index.html", "index.html#days"])
def test_each_station_has_its_colour_and_why(opened, after, path, width, tmp_path):
    page = opened(after(report()) + path, width)
    page.wait_for_selector(".night:not([hidden])")
    troubles = vi("Things that went wrong: {count}; the night's summary names them and says what to do.", count=1)
    ran = vi("It ran at {time} on {date}.", time="22:00", date="T4 20/11")
    assert page.inner_text(".night .ran") == f"{ran} {troubles}"
    assert not page.is_visible(".night .stale")
    assert [each.inner_text() for each in page.query_selector_all(".night .counts strong")] == ["2", "1", "1"]
    assert [each.inner_text().split("\n") for each in page.query_selector_all(".night .told li")] == [
        [vi("red"), "Xã Thần Sa", "", LOST, "", STATIONS[2].reasons[1]],
        [vi("amber"), "Thị trấn Đình Cả", "", LATE],
    ]
    assert page.inner_text(".night summary") == vi("Stations that have everything: {count}", count=2)
    page.click(".night summary")
    assert page.inner_text(".night details p") == "Huyện Võ Nhai\nXã Cúc Đường"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []
    page.screenshot(path=tmp_path / f"night-{width}.png", full_page=True)


def test_a_night_in_which_all_was_well_is_short(opened, after):
    stations = tuple(StationReport(each.id, each.name, "green", ()) for each in STATIONS)
    page = opened(after(report(stations=stations, troubles=())) + "2024-11-21/index.html", 360)
    page.wait_for_selector(".night:not([hidden])")
    assert page.inner_text(".night .ran") == vi("It ran at {time} on {date}.", time="22:00", date="T4 20/11")
    assert not page.is_visible(".night .told")
    assert page.inner_text(".night summary") == vi("Stations that have everything: {count}", count=4)


def test_a_machine_that_runs_no_nights_any_more_is_seen(opened, after):
    page = opened(after(report()) + "2024-11-21/index.html", 360, at="2024-11-22T06:00:00+07:00")
    page.wait_for_selector(".night .stale:not([hidden])")
    assert page.inner_text(".night .stale") == vi("No night has run since then: somebody must look at the machine.")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("before", "The campaign had not begun; there was nothing to make."),
        ("after", "The campaign was over; there was nothing to make."),
    ],
)
def test_a_night_that_had_nothing_to_make_says_so(opened, after, state, said):
    page = opened(after(report(state=state, stations=(), dates=(), troubles=())) + "index.html#days", 360)
    page.wait_for_selector(".night:not([hidden])")
    assert page.inner_text(".night .ran").endswith(vi(said))


def test_before_the_first_night_nothing_is_shown(opened, site):
    page = opened((site / "index.html").as_uri() + "#days", 360)
    page.wait_for_selector("body.live")
    assert not page.is_visible(".night")
