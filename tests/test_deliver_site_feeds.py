"""What programs read: feed, play list, calendar and schedule, each judged by a program that is not ours."""

from __future__ import annotations

import datetime
import os
import socket
import subprocess
import time
from dataclasses import replace

import numpy as np
import pytest
import sites
from programs import program, run

from broadcast.deliver.feeds import absolute
from broadcast.deliver.site import publish

NOW = datetime.datetime.fromisoformat("2024-11-20T03:00:00+07:00")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("feeds")
    for number in range(2):
        manifest = sites.day(sites.FIRST + datetime.timedelta(days=number), more=sites.HOSTILE * (number == 1))
        sites.lay(out, replace(manifest, theme=f"{manifest.theme}; mất tiền, mất cả uy tín\\"))
    publish(out, sites.campaign(), NOW)
    return out


@pytest.mark.filterwarnings("default")  # feedparser's own
def test_feed_is_read_by_feedparser(site):
    import feedparser

    data = (site / "stations/dinh-ca/feed.xml").read_bytes()
    found = feedparser.parse(absolute(data, "http://127.0.0.1:8000"))
    assert not found.bozo
    assert found.feed.title.startswith("Thị trấn Đình Cả · ")
    assert [each.enclosures[0].href for each in found.entries] == [
        f"http://127.0.0.1:8000/2024-11-{day}/dinh-ca/202411{day}_{slot}_dinh-ca.mp3"
        for day in (21, 20)
        for slot in ("1700", "0530")
    ]
    first = sites.day().programmes[2]
    last = found.entries[-1]
    assert (last.enclosures[0].length, last.enclosures[0].type) == (str(first.bytes), "audio/mpeg")
    assert last.id == f"sha256:{first.sha256}:2024-11-20T05:30"
    assert last.published == "Wed, 20 Nov 2024 05:30:00 +0700"
    assert sites.HOSTILE in found.entries[0].description or "alert" not in found.entries[0].description
    assert len({each.id for each in found.entries}) == 4


def test_feed_on_the_disk_points_into_the_site(site):
    text = (site / "stations/dinh-ca/feed.xml").read_text("utf-8")
    assert 'url="../../2024-11-20/dinh-ca/20241120_0530_dinh-ca.mp3"' in text


def test_calendar_is_read_by_icalendar(site):
    icalendar = pytest.importorskip("icalendar")
    data = (site / "stations/dinh-ca/slots.ics").read_bytes()
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == 22
    assert events[0].decoded("dtstart") == datetime.datetime(2024, 11, 19, 22, 30, tzinfo=datetime.UTC)
    assert str(events[0]["location"]) == "Thị trấn Đình Cả"
    assert len({str(each["uid"]) for each in events}) == 22
    assert max(len(line) for line in data.split(b"\r\n")) <= 75


class Mpd:
    """A connection to mpd: a command is sent, the lines of its answer come back."""

    def __init__(self, place, until=10.0):
        end = time.monotonic() + until
        while True:
            try:
                self._socket = socket.socket(socket.AF_UNIX)
                self._socket.connect(str(place))
                break
            except OSError:
                self._socket.close()
                assert time.monotonic() < end, "mpd does not answer"
                time.sleep(0.05)
        self._lines = self._socket.makefile("rb")
        assert self._lines.readline().startswith(b"OK MPD")

    def ask(self, command):
        """Send a command; give its answer as pairs of name and value."""
        self._socket.sendall(f"{command}\n".encode())
        found = []
        while (line := self._lines.readline().decode().strip()) != "OK":
            assert line, "mpd hung up"
            assert not line.startswith("ACK"), line
            found.append(tuple(line.split(": ", 1)))
        return found

    def until(self, name, *values):
        """Wait until a value of the status is one of `values`; None is for its absence."""
        end = time.monotonic() + 20
        while dict(self.ask("status")).get(name) not in values:
            assert time.monotonic() < end, f"{name} never was {values}: {self.ask('status')}"
            time.sleep(0.05)

    def close(self):
        self._lines.close()
        self._socket.close()


def test_play_list_is_played_in_order_by_mpd(site, tmp_path):
    music = site / "2024-11-20/dinh-ca"
    (tmp_path / "mpd.conf").write_text(
        f'music_directory "{music}"\nplaylist_directory "{music}"\ndb_file "{tmp_path}/db"\n'
        f'state_file "{tmp_path}/state"\nbind_to_address "{tmp_path}/mpd"\n'
        'audio_output {\n type "null"\n name "none"\n sync "no"\n}\n'
    )
    with subprocess.Popen([program("mpd"), "--no-daemon", tmp_path / "mpd.conf"], stderr=subprocess.DEVNULL) as process:
        try:
            mpd = Mpd(tmp_path / "mpd")
            mpd.ask("update")
            mpd.until("updating_db", None)
            mpd.ask('load "20241120_dinh-ca.m3u8"')
            listed = [value for name, value in mpd.ask("playlistinfo") if name == "file"]
            assert listed == ["20241120_0530_dinh-ca.mp3", "20241120_1700_dinh-ca.mp3"]
            mpd.ask("play")
            mpd.until("state", "stop")  # both were decoded to their ends, as fast as it goes
            assert "error" not in dict(mpd.ask("status"))
            mpd.close()
        finally:
            process.terminate()


def test_schedule_is_accepted_by_liquidsoap(site):
    script = site / "stations/dinh-ca/schedule.liq"
    assert script.read_text("utf-8").count("\n  programme(") == 4
    run("liquidsoap", "--check", script)


RENDER = """
settings.init.allow_root.set(true)
%include "{script}"
clock.assign_new(sync="none", [programmes])
output.file(%wav(stereo=false, samplerate=8000), "{target}", fallible=true, programmes)
thread.run(every=0.1, fun() -> if source.time(programmes) > 3600. then shutdown() end)
"""


def test_schedule_airs_the_programme_at_its_second(site, tmp_path):
    target = tmp_path / "hour.wav"
    script = tmp_path / "render.liq"
    script.write_text(RENDER.format(script=site / "stations/dinh-ca/schedule.liq", target=target))
    five = datetime.datetime.fromisoformat("2024-11-20T05:00:00+07:00").timestamp()
    settings = {**os.environ, "BROADCAST_ROOT": str(site), "BROADCAST_AT": f"{five:.0f}"}
    liquidsoap = program("liquidsoap")
    subprocess.run(
        ["timeout", "--signal=KILL", "120", liquidsoap, script],
        env=settings, stdin=subprocess.DEVNULL, capture_output=True, check=True,
    )  # fmt: skip
    hour = np.abs(np.fromfile(target, "<i2", 8000 * 3600, offset=44))
    heard = np.flatnonzero(hour > 500) / 8000
    assert len(hour) == 8000 * 3600
    assert heard[0] == pytest.approx(1800, abs=0.2)
    assert heard[-1] == pytest.approx(1800 + sites.SECONDS, abs=0.3)


def test_sums_are_accepted_by_sha256sum(site):
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=site / "2024-11-20/dinh-ca", check=True)
