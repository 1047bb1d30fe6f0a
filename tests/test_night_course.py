"""A night as whoever keeps the machine sees it: every line of its screen, and the exit code."""

from __future__ import annotations

import datetime
import os
import re
import signal
import subprocess
import sys
import time

import nights
import pytest
from nights import EVENING, ZONE, Slow, fresh, lines, place, spent  # noqa: F401

from broadcast.build.lock import alone
from broadcast.build.store import FOLDER
from broadcast.deliver import verify
from broadcast.deliver.keys import load
from broadcast.night.course import LOCK
from broadcast.night.hours import hours


def test_a_night_in_which_nothing_changed_keeps_everything(place):  # noqa: F811
    assert lines(place.night()) == [
        "night thu: programmes for 20/11/2024, 21/11/2024",
        "● green  Huyện Thử (dai-huyen)",
        "● green  Xã Một (xa-mot)",
        "stations: 2 green, 0 amber, 0 red; programmes: 0 made, 8 kept",
        "all is well (0.0 s, exit code 0)",
    ]


def test_the_first_night_names_the_voices_that_spoke(fresh):  # noqa: F811
    told = []
    report = fresh.night(told=told)
    assert lines(report)[-3:] == [
        "8 programmes spoken by tone",
        "stations: 2 green, 0 amber, 0 red; programmes: 8 made, 0 kept",
        "all is well (0.0 s, exit code 0)",
    ]
    assert [step for step, _figures in told] == ["check", "hours", "scripts", "build", "publish", "examine"]
    names = [f"{name}.md" for name in ("2024-11-20", "2024-11-21", "standby")]
    assert sorted(path.name for path in fresh.order.scripts.glob("*.md")) == names
    found = verify.verify(fresh.out, [load(fresh.root / "keys").public])
    assert len(found) == 6
    assert all(each.sound for each in found)


@pytest.mark.parametrize(
    ("now", "what"),
    [
        (datetime.datetime(2024, 11, 18, 4, 29, tzinfo=ZONE), "the campaign has not begun; there is nothing to make"),
        (datetime.datetime(2024, 11, 21, 4, 31, tzinfo=ZONE), "the campaign is over; there is nothing to make"),
    ],
)
def test_before_and_after_the_campaign_a_night_says_so_and_is_well(fresh, now, what):  # noqa: F811
    report = fresh.night(now)
    assert lines(report) == [f"night thu: {what}", "all is well (0.0 s, exit code 0)"]
    assert not list(fresh.out.glob("2*"))


@pytest.mark.parametrize(
    ("now", "dates", "deadline"),
    [
        ("2024-11-19T22:00+07:00", (20, 21), "2024-11-20T04:30:00+07:00"),
        ("2024-11-20T01:30+07:00", (20, 21), "2024-11-20T04:30:00+07:00"),
        ("2024-11-20T04:30+07:00", (21,), "2024-11-21T04:30:00+07:00"),
        ("2024-11-19T18:00+00:00", (20, 21), "2024-11-20T04:30:00+07:00"),  # a machine whose clock shows another day
        ("2024-11-18T21:00-08:00", (20, 21), "2024-11-20T04:30:00+07:00"),
        ("2024-11-19T04:29+07:00", (20,), "2024-11-19T04:30:00+07:00"),
    ],
)
def test_a_night_belongs_to_the_morning_that_follows_it(now, dates, deadline):
    span = (datetime.date(2024, 11, 20), datetime.date(2024, 11, 21))
    found = hours(datetime.datetime.fromisoformat(now), ZONE, nights.UNTIL, span)
    assert tuple(date.day for date in found.dates) == dates
    assert found.deadline.isoformat() == deadline


def test_a_date_can_be_named_for_try_outs(place):  # noqa: F811
    report = place.night(date=datetime.date(2024, 11, 21))
    assert report.dates == (datetime.date(2024, 11, 21),)


def test_a_broken_message_is_left_out_and_named_and_the_rest_goes_on(place):  # noqa: F811
    path = place.segments / "messages" / "nop-phi.yaml"
    path.write_text(path.read_text().replace("source:", "sorce:"))
    report = place.night()
    assert lines(report)[0:3] == [
        "night thu: programmes for 20/11/2024, 21/11/2024",
        "▲ amber  Huyện Thử (dai-huyen)",  # the words without the message are not those that were approved
        "      2024-11-20 17:00: the programme made before stands",
    ]
    said = "\n".join(lines(report))
    assert "note: left out of tonight's plan: nop-phi\n" in said
    assert (
        "trouble: 2024-11-20: not approved: lãnh đạo must sign\n"
        "    what to do: read the script and sign: broadcast approve 2024-11-20\n"
    ) in said
    assert f"trouble: {path}:6: unknown key “sorce”\n    what to do: did you mean “source”?" in said
    assert lines(report)[-1] == (
        "every station has something fit to air, but not everything went as wished (0.0 s, exit code 1)"
    )


def test_a_campaign_that_cannot_be_read_leaves_what_stands_and_examines_it(place):  # noqa: F811
    (place.segments / "campaign.yaml").write_text("id: [\n")
    before = place.sound().read_bytes()
    report = place.night()
    assert (report.code, report.count("green"), report.made) == (1, 2, 0)
    assert place.sound().read_bytes() == before


def test_a_programme_that_rotted_is_made_again_the_same_night(place):  # noqa: F811
    path = place.sound()
    right, seen = path.read_bytes(), path.stat()
    path.write_bytes(right[:9_000] + bytes([right[9_000] ^ 4]) + right[9_001:])
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    report = place.night()
    assert f"note: not whole on the disk, and made again: {path.name}" in lines(report)
    assert path.read_bytes() == right
    assert report.code == 0


@pytest.mark.parametrize("name", ["files.sig", "20241120_0530_xa-mot.txt", "SHA256SUMS"])
def test_what_stands_beside_the_sound_is_made_again_too(place, name):  # noqa: F811
    path = place.day() / "xa-mot" / name
    right, seen = path.read_bytes(), path.stat()
    path.write_bytes(right[:40] + bytes([right[40] ^ 4]) + right[41:])
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert place.night().code == 0
    assert path.read_bytes() == right or name == "files.sig"  # a new signature has a later serial
    assert all(each.sound for each in verify.verify(place.out, [load(place.root / "keys").public]))


def test_a_store_that_rotted_heals_itself(place):  # noqa: F811
    for path in (place.out / FOLDER).glob("piece/*/*"):
        path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    right = place.sound().read_bytes()
    place.sound().unlink()
    assert place.night().code == 0
    assert place.sound().read_bytes() == right


def test_what_the_first_voice_has_not_spoken_by_its_hour_the_next_one_speaks(fresh):  # noqa: F811
    begun = EVENING.replace(hour=23)  # five and a half hours to the deadline: the first voice has until 04:10
    report = fresh.night(begun, [Slow("mang", fresh.clock, 1000), Slow("may", fresh.clock, 0)])
    assert report.voices == {"may": 8}
    assert (
        "note: the voice mang did not speak everything: "
        "its hour has come: what it had not spoken by then goes down the ladder"
    ) in lines(report)
    assert report.code == 0


def test_what_nobody_spoke_by_the_deadline_goes_down_the_ladder_and_is_never_late(place):  # noqa: F811
    path = place.segments / "campaign.yaml"
    path.write_text(path.read_text().replace("Xin nhớ ba bước", "Xin nhớ kỹ ba bước"))
    place.sound(slot="1700").unlink()  # nothing stands there: the standby programme is lent
    report = place.night(voices=[Slow("tone", place.clock, 7 * 3600)])
    late = "its hour has come: what it had not spoken by then goes down the ladder"
    assert lines(report)[1:] == [
        "▲ amber  Huyện Thử (dai-huyen)",
        *(f"      2024-11-2{day} {slot}: the programme made before stands: {late}"
          for day in (0, 1) for slot in ("05:30", "17:00")),
        "▲ amber  Xã Một (xa-mot)",
        f"      2024-11-20 05:30: the programme made before stands: {late}",
        f"      2024-11-20 17:00: the standby programme stands: {late}",
        *(f"      2024-11-21 {slot}: the programme made before stands: {late}" for slot in ("05:30", "17:00")),
        f"note: the voice tone did not speak everything: {late}",
        "stations: 0 green, 2 amber, 0 red; programmes: 0 made, 0 kept",
        "every station has something fit to air, but not everything went as wished "
        f"({report.seconds:.1f} s, exit code 6)",
    ]  # fmt: skip
    assert report.code == 6


def test_a_station_that_has_nothing_is_red_and_somebody_must_act(fresh):  # noqa: F811
    report = fresh.night(voices=[Slow("tone", fresh.clock, 8 * 3600)])
    reason = "nothing stands: its hour has come: what it had not spoken by then goes down the ladder"
    assert lines(report)[1:3] == ["✖ red  Huyện Thử (dai-huyen)", f"      2024-11-20 05:30: {reason}"]
    assert lines(report)[-1].startswith("somebody must act before the first slot: see the red stations above (")
    assert report.code == 1


def test_a_signature_that_is_not_about_the_day_makes_a_station_red(place):  # noqa: F811
    path = place.day() / "xa-mot" / "files.sig"
    path.write_bytes(path.read_bytes().replace(b"date 2024-11-20", b"date 2024-11-21"))
    (place.segments / "campaign.yaml").unlink()  # so that nothing is signed again
    report = place.night()
    red = next(station for station in report.stations if station.colour == "red")
    assert red.reasons[0] == f"2024-11-20: {path} was altered: its signature does not hold"


def test_without_a_key_the_screen_says_that_nothing_is_signed(place):  # noqa: F811
    said = lines(place.night(keys=place.root / "nowhere"))
    assert said[-3] == "note: nothing is signed, for this machine has no key (broadcast keys new)"


def test_a_disk_that_cannot_hold_a_night_is_left_as_it_is(place):  # noqa: F811
    before = place.sound().read_bytes()
    report = place.night(free=1_000_000)
    assert lines(report)[3:5] == [
        "trouble: the disk is nearly full: 1 MB are free, a night needs 47 MB",
        "    what to do: free some space (broadcast prune) and run the command again; what stands is untouched",
    ]
    assert (report.code, report.count("green")) == (74, 2)
    assert place.sound().read_bytes() == before


def test_a_place_that_cannot_be_written_is_said_and_what_stands_is_examined(place):  # noqa: F811
    (place.out / FOLDER / LOCK).unlink(missing_ok=True)
    (place.out / FOLDER / LOCK).mkdir()
    report = place.night()
    assert (report.code, report.count("green")) == (74, 2)


def test_a_fault_of_the_program_is_said_and_does_not_end_the_night(place):  # noqa: F811
    told = []

    def tell(step, figures):
        told.append((step, figures))
        if step == "publish":  # a log that breaks in the midst of the step
            raise RuntimeError("oh")

    report = place.night(told=tell)
    assert "trouble: publish failed: RuntimeError('oh')" in lines(report)
    assert "    what to do: this is a fault of the program: its log, night thu, says more" in lines(report)
    assert report.code == 1
    assert "RuntimeError: oh" in dict(told)["fault"]["traceback"]


def test_of_many_stations_only_those_that_need_a_look_are_listed(place):  # noqa: F811
    from dataclasses import replace

    report = place.night()
    many = replace(report, stations=report.stations * 20)
    assert len(lines(many)) == 3


def test_a_second_night_leaves_with_its_code_or_waits(place):  # noqa: F811
    with alone(place.out / FOLDER, 0, LOCK):
        done = nightly(place)
    assert done.returncode == 75
    assert done.stderr == (
        f"another run of broadcast is at work in {place.out}\n"
        "    wait until it has finished, or give --wait more seconds\n"
    )
    with alone(place.out / FOLDER, 0, LOCK):
        waiting = subprocess.Popen(command(place, "--wait", "60"), stdout=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(1)
    assert "exit code 0" in waiting.communicate(timeout=60)[0]
    assert waiting.returncode == 0


def test_the_lock_of_a_dead_night_is_taken_over(place):  # noqa: F811
    code = (
        "import sys, time, pathlib\nfrom broadcast.build.lock import alone\n"
        "with alone(pathlib.Path(sys.argv[1]), 0, 'night.lock'): print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, place.out / FOLDER], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    assert nightly(place).returncode == 75
    holder.kill()
    holder.communicate()
    assert nightly(place).returncode == 0


def test_a_night_stopped_by_hand_leaves_with_130(fresh):  # noqa: F811
    running = subprocess.Popen(command(fresh), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not any((fresh.out / FOLDER).glob("piece/*/*")):
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _out, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (130, "\nstopped; what is finished is kept\n")


def test_the_command_shows_the_screen_and_writes_state_and_log(place):  # noqa: F811
    done = nightly(place)
    assert re.sub(r"night \S+:", "night N:", done.stdout).splitlines()[0] == (
        "night N: programmes for 20/11/2024, 21/11/2024"
    )
    assert done.returncode == 0
    assert (place.out / "status.json").is_file()
    assert (place.out / FOLDER / "night.jsonl").is_file()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--until", "25 giờ"), "25 giờ is not a time; write it like 04:30"),
        (("--now", "2024-11-19T22:00"), "2024-11-19T22:00 is not an instant; write it like 2024-11-19T22:00+07:00"),
    ],
)
def test_a_word_that_is_no_time_is_a_usage_error(place, option, said):  # noqa: F811
    done = nightly(place, *option)
    assert done.returncode == 2
    assert said in done.stderr


def command(place, *more):  # noqa: F811
    order = place.order
    folders = ["--campaign", order.folder, "--out", order.out, "--scripts", order.scripts, "--keys", order.keys]
    options = [*folders, "--now", EVENING.isoformat(), *more]
    return [sys.executable, "-m", "broadcast", "nightly", *map(str, options)]


def nightly(place, *more):  # noqa: F811
    done = subprocess.run(command(place, *more), capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    return done
