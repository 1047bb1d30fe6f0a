"""The static site: what is written, when it is written again, and that no text becomes markup."""

from __future__ import annotations

import datetime
import hashlib
import io
import shutil
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import sites

from broadcast.build.manifest import dump
from broadcast.deliver.pages import POLICY
from broadcast.deliver.site import publish
from broadcast.deliver.translated import page

NOW = datetime.datetime.fromisoformat("2024-11-20T03:00:00+07:00")
HOSTILE = sites.HOSTILE


@pytest.fixture(scope="module")
def campaign():
    return sites.campaign()


class Markup(HTMLParser):
    """Collects the tags of a page and what could run in it."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.risky, self.text = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        values = dict(attrs)
        if tag == "script" and not values.get("src", "").endswith((".js",)):
            self.risky.append((tag, attrs))
        self.risky += [(tag, name) for name, _value in attrs if name.startswith("on") or name == "style"]

    def handle_data(self, data):
        self.text += data


def files(out):
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_site_has_a_page_for_every_station_and_day(tmp_path, campaign):
    sites.lay(tmp_path, sites.day())
    done = publish(tmp_path, campaign, NOW)
    assert (done.days, done.stations, done.faults) == (1, 4, [])
    made = files(tmp_path)
    for station in ("huyen-vo-nhai", "dinh-ca", "than-sa", "cuc-duong"):
        assert f"2024-11-20/{station}/index.html" in made
        assert f"2024-11-20/{station}/20241120_{station}.m3u8" in made
        assert f"2024-11-20/{station}/20241120_{station}.zip" in made
        for name in ("index.html", "feed.xml", "slots.ics", "schedule.liq", "app.webmanifest"):
            assert f"stations/{station}/{name}" in made
    assert {"index.html", "2024-11-20/index.html", "assets/site.js", "assets/campaign.js"} <= made.keys()


def test_pages_stay_under_100_kb_and_ask_no_one_else(tmp_path, campaign):
    sites.lay(tmp_path, sites.day(), words="Một câu dài về lừa đảo. " * 300)
    publish(tmp_path, campaign, NOW)
    made = files(tmp_path)
    shared = sum(len(made[f"assets/{name}"]) for name in ("site.css", "site.js", "campaign.js", "icon.svg"))
    for name, data in made.items():
        if name.endswith(".html"):
            assert len(data) + shared < 100_000, name
            text = data.decode()
            assert "http://" not in text.replace("http://www.w3.org", "")
            assert "https://" not in text
            assert f'content="{POLICY}"'.replace("'", "&#39;") in text
            assert Markup(text).risky == []


def test_second_run_writes_nothing(tmp_path, campaign):
    sites.lay(tmp_path, sites.day())
    publish(tmp_path, campaign, NOW)
    before = files(tmp_path)
    done = publish(tmp_path, campaign, NOW + datetime.timedelta(hours=3))
    assert (done.written, done.removed) == (0, 0)
    assert files(tmp_path) == before


def test_change_of_one_station_writes_its_files_only(tmp_path, campaign):
    first = sites.many(300)
    folder = sites.lay(tmp_path, first)
    publish(tmp_path, campaign, NOW)
    before = files(tmp_path)
    changed = tuple(
        replace(each, voice="gTTS 2.5.4", key="new") if each.station == "tram-0007" else each
        for each in first.programmes
    )
    (folder / "manifest.json").write_bytes(dump(replace(first, programmes=changed)))
    publish(tmp_path, campaign, NOW)
    after = files(tmp_path)
    differ = {name for name in after if after[name] != before.get(name) and not name.endswith((".json",))}
    assert differ == {"2024-11-20/tram-0007/index.html"}


def test_thousands_of_stations_are_divided_into_light_boards(tmp_path, campaign):
    sites.lay(tmp_path, sites.many(320))
    publish(tmp_path, campaign, NOW, archives=False)
    made = files(tmp_path / "2024-11-20")
    boards = sorted(name for name in made if "/" not in name and name.endswith(".html"))
    assert boards == ["index.html", "page-2.html", "page-3.html"]
    assert max(len(made[name]) for name in boards) < 100_000
    assert sum(made[name].decode().count('<th scope="row">') for name in boards) == 320


def test_words_of_segments_never_become_markup(tmp_path, campaign):
    station = replace(sites.STATIONS[1], name=HOSTILE)
    manifest = replace(sites.day(stations=(station,), more=HOSTILE), theme=HOSTILE, title=HOSTILE)
    manifest = replace(
        manifest,
        programmes=tuple(
            replace(each, voice=HOSTILE, approval=HOSTILE) for each in manifest.programmes if each.slot == "0530"
        ),
        missing=(replace(sites.day().missing[0], station="dinh-ca", reason=HOSTILE),),
    )
    sites.lay(tmp_path, manifest, words=HOSTILE)
    publish(tmp_path, replace(campaign, title=HOSTILE), NOW)
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) == 4
    for path in pages:
        for text in (path.read_text("utf-8"), page(tmp_path, path.relative_to(tmp_path).as_posix(), "en")):
            markup = Markup(text)
            assert markup.risky == []
            assert "img" not in markup.tags
            assert markup.tags.count("script") == 2 + ("assets/night.js" in text)
            assert HOSTILE in markup.text


def test_programme_whose_file_is_gone_is_shown_as_missing(tmp_path, campaign):
    folder = sites.lay(tmp_path, sites.day())
    (folder / "dinh-ca/20241120_0530_dinh-ca.mp3").unlink()
    done = publish(tmp_path, campaign, NOW)
    assert [str(fault) for fault in done.faults] == [
        "dinh-ca/20241120_0530_dinh-ca.mp3 of 2024-11-20 is not there, or not whole: its page says that it is missing\n"
        "    run broadcast build: it makes the file again"
    ]
    text = (folder / "dinh-ca/index.html").read_text("utf-8")
    assert text.count("<audio") == 1
    assert 'class="card missing" id="s0530"' in text


def test_archive_holds_the_day_and_is_the_same_each_time(tmp_path, campaign):
    folder = sites.lay(tmp_path, sites.day())
    publish(tmp_path, campaign, NOW)
    path = folder / "dinh-ca/20241120_dinh-ca.zip"
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = [name.removeprefix("20241120_dinh-ca/") for name in archive.namelist()]
        sound = archive.read("20241120_dinh-ca/20241120_0530_dinh-ca.mp3")
    assert names == [
        "20241120_0530_dinh-ca.mp3", "20241120_0530_dinh-ca.txt", "20241120_0530_dinh-ca.vtt",
        "20241120_1700_dinh-ca.mp3", "20241120_1700_dinh-ca.txt", "20241120_1700_dinh-ca.vtt",
        "SHA256SUMS",
    ]  # fmt: skip
    assert hashlib.sha256(sound).hexdigest() == sites.day().programmes[2].sha256
    path.unlink()
    (folder / ".site.json").unlink()
    publish(tmp_path, campaign, NOW)
    assert path.read_bytes() == data


def test_past_days_lose_their_archives_and_their_links(tmp_path, campaign):
    folder = sites.lay(tmp_path, sites.day())
    publish(tmp_path, campaign, NOW)
    assert "20241120_dinh-ca.zip" in (folder / "dinh-ca/index.html").read_text("utf-8")
    publish(tmp_path, campaign, NOW + datetime.timedelta(days=1))
    assert list(folder.rglob("*.zip")) == []
    assert "20241120_dinh-ca.zip" not in (folder / "dinh-ca/index.html").read_text("utf-8")


def test_station_that_left_takes_its_pages_along(tmp_path, campaign):
    folder = sites.lay(tmp_path, sites.day())
    publish(tmp_path, campaign, NOW)
    (folder / "manifest.json").write_bytes(dump(sites.day(stations=sites.STATIONS[:3])))
    done = publish(tmp_path, campaign, NOW)
    assert done.stations == 3
    assert not (folder / "cuc-duong/index.html").exists()
    assert not (folder / "cuc-duong/20241120_cuc-duong.zip").exists()
    assert not (tmp_path / "stations/cuc-duong").exists()


def test_day_that_was_removed_leaves_the_lists(tmp_path, campaign):
    sites.lay(tmp_path, sites.day())
    sites.lay(tmp_path, sites.day(datetime.date(2024, 11, 21)))
    publish(tmp_path, campaign, NOW)
    shutil.rmtree(tmp_path / "2024-11-20")
    assert publish(tmp_path, campaign, NOW).days == 1
    assert "2024-11-20" not in (tmp_path / "index.html").read_text("utf-8")
    assert "2024-11-20" not in (tmp_path / "stations/dinh-ca/index.html").read_text("utf-8")
    assert b"2024-11-20/" not in (tmp_path / "stations/dinh-ca/feed.xml").read_bytes()


def test_page_that_was_lost_is_made_again(tmp_path, campaign):
    folder = sites.lay(tmp_path, sites.day())
    publish(tmp_path, campaign, NOW)
    before = (folder / "dinh-ca/index.html").read_bytes()
    (folder / "dinh-ca/index.html").unlink()
    publish(tmp_path, campaign, NOW)
    assert (folder / "dinh-ca/index.html").read_bytes() == before


def test_site_without_a_day_says_so(tmp_path, campaign):
    done = publish(tmp_path, campaign, NOW)
    assert done.days == 0
    assert "No programme has been made yet." in page(tmp_path, "index.html", "en")


def test_a_programme_that_replaces_another_says_so(tmp_path, campaign):
    manifest = sites.day()
    first, *rest = manifest.programmes
    marked = replace(first, urgent=True, replaces="0" * 64)
    sites.lay(tmp_path, replace(manifest, programmes=(marked, *rest)))
    publish(tmp_path, campaign, NOW)
    names = ("huyen-vo-nhai", "dinh-ca")
    told, other = ((tmp_path / f"2024-11-20/{name}/index.html").read_text("utf-8") for name in names)
    marks = ('class="reason urgent"', 'class="reason replaces"')
    assert [told.count(mark) for mark in marks] == [1, 1]
    assert [other.count(mark) for mark in marks] == [0, 0]


def test_trials_are_no_part_of_the_site(tmp_path, campaign):
    sites.lay(tmp_path, sites.day())
    publish(tmp_path, campaign, NOW)
    made = files(tmp_path)
    trial = tmp_path / "nghe-thu/2024-11-21/dinh-ca/20241121_0530_dinh-ca_nghe-thu.mp3"
    trial.parent.mkdir(parents=True)
    trial.write_bytes(b"ID3")
    done = publish(tmp_path, campaign, NOW)
    assert (done.days, done.written) == (1, 0)
    assert files(tmp_path) == made | {trial.relative_to(tmp_path).as_posix(): b"ID3"}
