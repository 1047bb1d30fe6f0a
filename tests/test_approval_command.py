"""`broadcast approve` on the command line, and what the build does with what is not approved."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from approved import NOW, sign
from built import DAYS, Place, command, finished, place  # noqa: F401 - fixtures
from campaigns import write_campaign

from broadcast.build import trial
from broadcast.build.approve import Person, approve, opened
from broadcast.build.leftover import withdraw
from broadcast.build.store import FOLDER
from broadcast.campaign import approvals as files
from broadcast.campaign import read
from broadcast.errors import Faults

MESSAGE = "messages/viec-nhe.yaml"
OLD, NEW = "Không có hợp đồng thì không đi.", "Không thấy hợp đồng thì không đi."
WHO = ("--by", "Ma Thị An", "--role", "lãnh đạo")


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_campaign(tmp_path / "segments")
    return tmp_path


def test_signing_writes_the_scripts_the_words_and_the_signature(here):
    done = command("approve", "2024-11-20", *WHO, "--note", "đã nghe thử")
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert first.startswith("2024-11-20: approved by Ma Thị An (lãnh đạo), ")
    assert second.startswith("standby: approved by Ma Thị An (lãnh đạo), ")
    names = sorted(path.name for path in (here / "scripts").iterdir())
    assert names == [".lock", "2024-11-20.md", "approvals.yaml", "heard", "standby.md"]
    campaign = opened(Path("segments")).plan.campaign
    signed, reserve = files.read(here / "scripts", campaign.zone)
    assert (signed.subject, signed.by, signed.role, signed.note) == (DAYS[0], "Ma Thị An", "lãnh đạo", "đã nghe thử")
    assert reserve.subject == "standby"
    assert signed.at.utcoffset() == datetime.timedelta(hours=7)
    assert all(code in (here / "scripts/2024-11-20.md").read_text("utf-8") for code in signed.codes)
    kept = (here / "scripts" / signed.heard).read_text("utf-8")
    assert "xin nhớ ba bước: dừng lại, kiểm tra, báo tin." in kept


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (("2024-11-20..2024-11-21",), ["2024-11-20", "2024-11-21", "standby"]),
        (("all",), ["2024-11-20", "2024-11-21", "standby"]),
        (("standby",), ["standby"]),
        (("2024-11-21", "2024-11-20"), ["2024-11-20", "2024-11-21", "standby"]),
    ],
)
def test_days_are_named_in_several_ways(here, words, days):
    assert command("approve", *words, *WHO).returncode == 0
    assert [str(each.subject) for each in opened(Path("segments")).signatures] == days


def test_what_cannot_be_signed_is_said(here):
    done = command("approve", "all", "--by", "Ma Thị An", "--role", "lãnh đao")
    assert (done.returncode, done.stderr) == (1, "unknown role “lãnh đao”\n    did you mean “lãnh đạo”?\n")
    done = command("approve", "2024-12-01", *WHO)
    assert done.stderr == "2024-12-01 is not a date of the campaign\n    its dates are 2024-11-20 to 2024-11-21\n"
    done = command("approve", "2024-11-20")
    assert done.returncode == 2
    assert done.stderr.endswith("Error: who signs? give --by NAME and --role ROLE\n")
    path = here / "segments" / MESSAGE
    path.write_text(path.read_text("utf-8").replace(OLD, "Gọi 0912345678."), "utf-8")
    done = command("approve", "all", *WHO)
    assert done.returncode == 1
    assert done.stderr.startswith("segments/messages/viec-nhe.yaml:13: “0912345678” is not in the register")
    assert not (here / "scripts").exists()


def test_a_changed_word_ends_the_approval_and_is_named(here):
    command("approve", "all", *WHO)
    path = here / "segments" / MESSAGE
    path.write_text(path.read_text("utf-8").replace(OLD, NEW), "utf-8")
    done = command("check")
    assert (done.returncode, done.stdout) == (  # the message is not aired on the other day
        0,
        "segments/messages/viec-nhe.yaml:13: warning: 2024-11-21 is no longer approved: “có” has become “thấy”\n"
        "    read it again and sign it: broadcast approve 2024-11-21\n"
        "0 faults, 1 warning\n",
    )
    assert command("check", "--strict").returncode == 1
    told = command("approve").stdout.splitlines()
    assert told[0].startswith("2024-11-20: approved by ")
    assert told[1:3] == [
        "2024-11-21: not approved: lãnh đạo must sign",
        "    segments/messages/viec-nhe.yaml:13: 2024-11-21 is no longer approved: “có” has become “thấy”",
    ]
    path.write_text(path.read_text("utf-8").replace(NEW, OLD), "utf-8")
    assert command("check").stdout == "no fault found\n"  # the very words that were signed are approved again


def test_a_day_whose_messages_are_others_now_is_told_in_one_line_and_faults_stand_last(here):
    command("approve", "all", *WHO)
    (here / "segments" / MESSAGE).unlink()
    path = here / "segments/messages/cong-an-gia.yaml"
    path.write_text(path.read_text("utf-8").replace("113. Nhắc lại", "133. Nhắc lại"), "utf-8")
    told = command("check").stdout.splitlines()
    days = [line.partition("warning: ")[2] for line in told if "2024-11-21 is no longer approved" in line]
    assert [re.sub(r"\d+ sent", "N sent", line) for line in days] == [
        "2024-11-21 is no longer approved: N sentences came or went"
    ]
    assert told[-3] == "segments/messages/cong-an-gia.yaml:15: “133” is not in the register of contacts"


def test_the_words_that_were_signed_can_be_lost_but_not_forged(here):
    sign(Path("segments"))
    for path in (here / "scripts/heard").iterdir():
        path.write_text("những lời khác\n", "utf-8")
    path = here / "segments" / MESSAGE
    path.write_text(path.read_text("utf-8").replace(OLD, NEW), "utf-8")
    assert command("check").stdout.splitlines()[0] == (
        "scripts/approvals.yaml:10: warning: "
        "2024-11-21 is no longer approved, and the words that were signed are lost"
    )


def test_approvals_that_are_no_yaml_of_ours_are_faults_with_their_lines(here):
    sign(Path("segments"))
    path = here / "scripts/approvals.yaml"
    path.write_text(path.read_text("utf-8").replace("sha256: ", "sha256: x", 1).replace("role:", "rôle:", 1), "utf-8")
    done = command("build")
    assert done.returncode == 1
    faults = [line for line in done.stderr.splitlines() if line.startswith("scripts/approvals.yaml:")]
    assert faults[0] == "scripts/approvals.yaml:4: the key “role” is missing"
    assert faults[1] == "scripts/approvals.yaml:5: unknown key “rôle”"
    assert not (here / "audio_out/2024-11-20").exists()


def test_people_who_sign_at_once_lose_nothing(here):
    path = here / "segments/campaign.yaml"
    roles = ("biên tập", "lãnh đạo", "a", "b")
    path.write_text(path.read_text("utf-8").replace("[lãnh đạo]", f"[{', '.join(roles)}]"), "utf-8")
    every = [opened(Path("segments")) for _role in roles]

    def one(number):
        person = Person(f"Người {number}", roles[number], NOW)
        approve(every[number], every[number].subjects, person, Path("scripts"))

    threads = [threading.Thread(target=one, args=(number,)) for number in range(len(roles))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    approvals = opened(Path("segments"))
    assert all(approvals.verdict(subject).approved for subject in approvals.subjects)


def test_two_roles_take_two_people(here):
    path = here / "segments/campaign.yaml"
    path.write_text(path.read_text("utf-8").replace("[lãnh đạo]", "[biên tập, lãnh đạo]"), "utf-8")
    said = command("approve", "2024-11-20", *WHO).stdout
    assert said.splitlines()[0] == "2024-11-20: not approved: biên tập must sign"
    said = command("approve", "2024-11-20", "--by", "ma thị an", "--role", "biên tập").stdout
    assert said.splitlines()[0] == (
        "2024-11-20: not approved: another person must sign as lãnh đạo: nobody counts for two roles"
    )
    said = command("approve", "2024-11-20", "--by", "Nông Văn Bình", "--role", "biên tập").stdout
    assert said.startswith("2024-11-20: approved by ")


def test_without_approval_there_are_trials_only(here):
    place = Place(here / "segments", here / "audio_out")  # noqa: F811
    outcome, asked = place.build(signed=False)
    assert (outcome.made, outcome.failed, outcome.previews) == (0, 0, 8)
    assert [each.subject for each in outcome.withheld] == ["standby", *DAYS]
    assert asked.count("Bản nghe thử, chưa được duyệt, không phát trên loa.") == 1
    trials = sorted(place.out.glob("nghe-thu/*/*/*.mp3"))
    assert len(trials) == 8
    assert all(path.stem.endswith("_nghe-thu") for path in trials)
    text = trials[0].with_suffix(".txt").read_text("utf-8")
    assert "\nBản nghe thử: Huyện Thử, 05:30 ngày 20/11/2024\n\nBản nghe thử, chưa được duyệt" in text
    assert not list(place.out.glob("????-??-??/*/*.mp3"))
    manifest = json.loads((place.out / "2024-11-20/manifest.json").read_bytes())
    assert manifest["programmes"] == []
    assert {each["reason"] for each in manifest["missing"]} == {"not approved yet: lãnh đạo must sign"}
    again, asked = place.build(signed=False)
    assert (again.previews, asked) == (0, [])
    _withdrawn_with_its_day(place)
    assert place.build()[0].made == 8
    assert not list(place.out.glob("nghe-thu/**/*.*"))


def _withdrawn_with_its_day(place):  # noqa: F811
    """Take away the trials of a day, and of a station, that the campaign has no longer; what people put there stays."""
    campaign = read(place.segments)
    mine = place.out / "nghe-thu/2024-11-21/xa-mot/ghi-chu.doc"
    mine.write_text("hay")
    shorter = replace(campaign, last=DAYS[0], stations=campaign.stations[1:])
    withdraw(shorter, place.out, place.out / FOLDER, prune=False)
    gone = campaign.stations[0].id
    left = {path.parent.name for path in place.out.glob("nghe-thu/2024-11-20/*/*.mp3")}
    assert left == {station.id for station in shorter.stations}
    assert not (place.out / "nghe-thu/2024-11-20" / gone).exists()
    assert [path for path in place.out.glob("nghe-thu/2024-11-21/**/*") if path.is_file()] == [mine]
    assert not trial.ledger_path(place.out / FOLDER, DAYS[1]).exists()
    mine.unlink()


def test_the_build_says_what_is_missing_and_leaves_with_4(here):
    voices = here / "segments/campaign.yaml"
    command("approve", "2024-11-20", *WHO)
    done = command("build", "--campaign", voices.parent)
    assert done.returncode == 4
    lines = done.stdout.splitlines()
    at = lines.index("2024-11-21: not approved: lãnh đạo must sign")
    assert lines[at + 1 :] == [
        "    4 standby programmes stand",
        f"4 trial programmes made anew; listen in {Path('audio_out/nghe-thu')}",
        "then sign: broadcast approve 2024-11-21 --by NAME --role ROLE",
    ]
    assert len(list(here.glob("audio_out/2024-11-20/*/*.mp3"))) == 4


def test_what_was_approved_before_stays_until_the_new_words_are(place):  # noqa: F811
    before = place.files()
    place.edit(MESSAGE, OLD, NEW)
    outcome, _asked = place.build(signed=False)
    assert (outcome.made, outcome.failed) == (0, 0)
    stands = [dict(each.stands) for each in outcome.withheld if each.subject in DAYS]
    assert sum(count for each in stands for count in each.values()) == 4  # of the day that airs it
    assert {rung for each in stands for rung in each} == {"fresh", "previous"}
    after = place.files()
    changed = {name for name in before if before[name] != after[name]}
    assert "2024-11-21/manifest.json" in changed
    assert not [name for name in changed if name.endswith((".mp3", ".txt", ".vtt", "SHA256SUMS"))]
    outcome, _asked = place.build()
    assert 0 < outcome.made < 8
    assert not outcome.withheld


def test_the_code_is_in_manifest_tags_and_script(finished):  # noqa: F811
    from mutagen.id3 import ID3

    manifest = json.loads((finished.out / "2024-11-20/manifest.json").read_bytes())
    script = (finished.segments.with_name("scripts") / "2024-11-20.md").read_text("utf-8")
    for each in manifest["programmes"]:
        assert f"Mã lời: **{each['approval']}**." in script
        tags = ID3(finished.out / "2024-11-20" / each["file"])
        assert [str(frame) for frame in tags.getall("COMM")] == [each["approval"]]


def test_voices_and_their_order_leave_the_approval_as_it_is(here):
    sign(Path("segments"))
    path = here / "segments/campaign.yaml"
    path.write_text(path.read_text("utf-8").replace("  - {name: tone}", "  - espeak\n  - tone"), "utf-8")
    approvals = opened(Path("segments"))
    assert all(approvals.verdict(subject).approved for subject in approvals.subjects)


URGENT = """\
title: Cảnh báo gấp về cuộc gọi giả công an
class: khẩn cấp
topics: ["1"]
contacts: ["113"]
source: Công an huyện Thử
since: 2024-11-20 10:00
until: 2024-11-21 12:00
text: |
  Cảnh báo khẩn! Sáng nay có người giả công an gọi điện đòi tiền.
  Xin tắt máy và gọi 113. Nhắc lại: 113.
"""


def test_an_urgent_message_takes_two_people_goes_first_and_marks_what_it_replaces(place):  # noqa: F811
    before = {name: data for name, data in place.files().items() if name.endswith("manifest.json")}
    (place.segments / "messages/khan.yaml").write_text(URGENT, "utf-8")
    sign(place.segments)
    outcome, _asked = place.build(signed=False)
    lacking = {each.subject: each.lacking for each in outcome.withheld}
    assert lacking[DAYS[0]] == ("a second person must sign: there is an urgent message",)
    sign(place.segments, people=2)
    outcome, _asked = place.build(signed=False)
    assert (outcome.withheld, outcome.failed) == ([], 0)
    for day in DAYS:
        old = {each["file"]: each for each in json.loads(before[f"{day}/manifest.json"])["programmes"]}
        for each in json.loads((place.out / f"{day}/manifest.json").read_bytes())["programmes"]:
            urgent = (str(day), each["slot"]) in {("2024-11-20", "17:00"), ("2024-11-21", "05:30")}
            messages = [piece["id"] for piece in each["pieces"] if piece["kind"] == "message"]
            assert each["urgent"] is urgent
            assert (messages[0] == "khan") is urgent
            assert each["replaces"] == (old[each["file"]]["sha256"] if urgent else None)


def test_a_broken_urgency_is_said(here):
    path = here / "segments/messages/khan.yaml"
    path.write_text(URGENT.replace("since: 2024-11-20", "since: 2024-11-22"), "utf-8")
    with pytest.raises(Faults) as error:
        opened(Path("segments"))
    assert str(error.value) == (
        "segments/messages/khan.yaml:7: the message ends at 2024-11-21 12:00, before it begins\n"
        "    exchange “since” and “until”, or look at the dates"
    )
    shutil.rmtree(here / "segments")
    write_campaign(here / "segments", edits={MESSAGE: ("class: thông thường", "since: 2024-11-20 10:00")})
    with pytest.raises(Faults) as error:
        opened(Path("segments"))
    assert str(error.value) == (
        "segments/messages/viec-nhe.yaml:2: only an urgent message has “since”\n"
        "    write “class: khẩn cấp”, or “first: 2024-11-20” instead"
    )
