"""Timetables, accepted by the checkers of who reads them."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import xmlschema
from built import command
from campaigns import campaign_folder  # noqa: F401
from programs import program

SCHEMA = xmlschema.XMLSchema(Path(__file__).with_name("windows_task.xsd"))
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


@pytest.fixture
def installed(campaign_folder, tmp_path):  # noqa: F811
    """Install into a folder: `installed(kind)` gives the root and what was said."""

    def install(kind, *more):
        root = tmp_path / "root"
        words = ["--campaign", campaign_folder, "--kind", kind, "--root", root, "--user", "root", *more]
        done = command("schedule", "install", *words)
        assert done.returncode == 0, done.stderr
        return root, done.stdout

    return install


def test_systemd_finds_nothing_wrong(installed):
    root, said = installed("systemd")
    units = sorted(root.glob("etc/systemd/system/*"))
    assert said == (
        f"written: {units[0]}\nwritten: {units[1]}\n"
        "switch it on: systemctl daemon-reload && systemctl enable --now broadcast-nightly.timer\n"
    )
    done = subprocess.run(
        [program("systemd-analyze"), "verify", "--man=no", "--recursive-errors=no", *units],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, [line for line in done.stderr.splitlines() if "broadcast" in line]) == (0, [])


def test_the_service_may_do_little(installed):
    root, _said = installed("systemd")
    unit = root / "etc/systemd/system/broadcast-nightly.service"
    done = subprocess.run(
        [program("systemd-analyze"), "security", "--offline=true", "--threshold=29", unit],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-200:]


def test_the_timer_starts_in_the_campaigns_zone(installed):
    root, _said = installed("systemd", "--at", "21:30")
    timer = (root / "etc/systemd/system/broadcast-nightly.timer").read_text()
    assert "OnCalendar=*-*-* 21:30:00 Asia/Ho_Chi_Minh\n" in timer
    when = timer.split("OnCalendar=")[1].splitlines()[0]
    done = subprocess.run([program("systemd-analyze"), "calendar", when], capture_output=True, check=False)
    assert done.returncode == 0


def test_cron_takes_the_line(installed, tmp_path):
    root, _said = installed("cron", "--at", "21:30")
    text = (root / "etc/cron.d/broadcast-nightly").read_text()
    line = text.splitlines()[-1]
    assert line.startswith("30 21 * * * root cd ")
    assert line.endswith("broadcast nightly --wait 3600")
    own = tmp_path / "crontab"
    own.write_text(text.replace(" root cd ", " cd "))  # a user's crontab names no user
    done = subprocess.run([program("crontab"), "-n", own], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("spoken", "written"), [("vi_VN.UTF-8", "vi_VN.UTF-8"), ("en", "C"), ("vi:en", "vi")])
def test_the_night_speaks_as_whoever_installed_it(campaign_folder, tmp_path, spoken, written):  # noqa: F811
    words = ["--campaign", campaign_folder, "--root", tmp_path, "--user", "root"]
    for kind in ("systemd", "cron"):
        assert command("schedule", "install", "--kind", kind, *words, LANGUAGE=spoken).returncode == 0
    service = (tmp_path / "etc/systemd/system/broadcast-nightly.service").read_text()
    assert f"\nEnvironment=LANGUAGE={written}\n" in service
    assert f"\nLANGUAGE={written}\n" in (tmp_path / "etc/cron.d/broadcast-nightly").read_text()


def test_windows_gets_a_task_that_its_schema_accepts(installed):
    root, said = installed("windows", "--at", "21:30")
    path = root / "broadcast-nightly.xml"
    SCHEMA.validate(path)
    task = ET.fromstring(path.read_bytes())  # noqa: S314 - our own
    assert task.find(f".//{TASK}StartBoundary").text == "2024-01-01T21:30:00"
    assert task.find(f".//{TASK}Arguments").text == "nightly --wait 3600"
    assert "switch it on: schtasks /Create /TN broadcast-nightly /XML broadcast-nightly.xml\n" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<Priority>7<", "<Priority>11<"),
        ("<LogonType>S4U<", "<LogonType>Guest<"),
        ('Context="Author"', 'Context="Nobody"'),
        ("<DaysInterval>1<", "<DaysInterval>0<"),
        ("<Command>", "<Command></Command><Command>"),
        ("<StartBoundary>2024", "<StartBoundary>Năm 2024"),
        ("<Enabled>true</Enabled>\n", "<DaysInterval>1</DaysInterval>\n"),
        ("<Interval>PT5M<", "<Interval>5 phút<"),
        ("<Enabled>true</Enabled>\n", ""),  # may be left out: the one that is accepted
    ],
)
def test_the_schema_refuses_what_windows_would(installed, old, new):
    root, _said = installed("windows")
    text = (root / "broadcast-nightly.xml").read_text()
    assert old in text
    assert SCHEMA.is_valid(text.replace(old, new, 1).partition("?>")[2]) is (not new)


def test_what_was_installed_is_shown_and_removed(installed, campaign_folder):  # noqa: F811
    root, _said = installed("cron")
    words = ["--campaign", campaign_folder, "--kind", "cron", "--root", root, "--user", "root"]
    path = root / "etc/cron.d/broadcast-nightly"
    assert command("schedule", "show", *words).stdout == f"# {path}\n{path.read_text()}\n"
    assert command("schedule", "remove", *words).stdout == f"removed: {path}\n"
    assert not path.exists()
    assert command("schedule", "remove", *words).stdout == f"not there: {path}\n"


def test_a_path_with_spaces_and_signs_stays_one_path():
    import datetime

    from broadcast.night.timetable import Timetable, files

    folder, broadcast = Path("/srv/đài 100% $x"), Path("/opt/a b/broadcast")
    table = Timetable(datetime.time(22), "Asia/Ho_Chi_Minh", "đài", folder, broadcast)
    service = files("systemd", table)["etc/systemd/system/broadcast-nightly.service"]
    assert "WorkingDirectory=/srv/đài\\x20100%%\\x20$x\n" in service
    assert 'ExecStart="/opt/a b/broadcast" nightly --wait 3600\n' in service
    crontab = files("cron", table)["etc/cron.d/broadcast-nightly"]
    SCHEMA.validate(files("windows", table)["broadcast-nightly.xml"].partition("?>")[2])
    assert "cd '/srv/đài 100\\% $x' && '/opt/a b/broadcast' nightly" in crontab
