"""What a campaign that reads without a fault can still have wrong: for the ear, in its files, in its plan."""

from __future__ import annotations

import pytest
from campaigns import CONTACTS, LEXICON, write_campaign

from broadcast.campaign import read
from broadcast.check import check

CAMPAIGN, MESSAGE, STATIONS = "campaign.yaml", "messages/viec-nhe.yaml", "stations.yaml"
LINE = "Không có hợp đồng thì không đi."


def faults(tmp_path, changes=None, edits=None):
    """Give the faults as `severity file:line: message | hint`, files relative to the folder."""
    folder = write_campaign(tmp_path / "segments", changes, edits)
    return [
        f"{f.severity} {f.at}: {f.message} | {f.hint}".replace(f"{folder.as_posix()}/", "") for f in check(read(folder))
    ]


def test_the_tiny_campaign_has_no_fault(tmp_path):
    assert faults(tmp_path) == []


EDITS = {
    "long sentence": (
        MESSAGE,
        LINE,
        "Không có hợp đồng thì không đi " + "và không nhận tiền " * 5 + "nhé.",
        f"warning {MESSAGE}:13: the sentence has 28 syllables, too long for the ear | at most 25: make two of it",
    ),
    "short message": (
        MESSAGE,
        "Dấu hiệu nằm ở chỗ này: việc gì cũng dễ, mà công ty thì không rõ ở đâu.",
        "Xin nhớ.",
        f"warning {MESSAGE}:8: the message has 85 syllables | 90 to 130 are good to hear",
    ),
    "unread": (
        MESSAGE,
        LINE,
        "Không có hợp đồng XQZW thì không đi.",
        f"error {MESSAGE}:13: nobody knows how to read “XQZW” | "
        'write it as it is said, or add to lexicon.yaml: - {written: "XQZW", spoken: …}',
    ),
    "quiet hours": (
        CAMPAIGN,
        '"11:30-13:30"',
        '"16:50-17:10"',
        f"warning {CAMPAIGN}:9: the programme of 17:00 falls into the quiet hours 16:50–17:10 | "
        "only urgent messages are aired then: choose another time, or change “quiet_hours”",
    ),
    "quiet at the end": (
        CAMPAIGN,
        '"11:30-13:30"',
        '"17:02-17:10"',
        f"warning {CAMPAIGN}:9: the programme of 17:00 falls into the quiet hours 17:02–17:10 | "
        "only urgent messages are aired then: choose another time, or change “quiet_hours”",
    ),
    "missing jingle": (
        CAMPAIGN,
        "sting: jingles/sting.wav",
        "sting: jingles/stingg.wav",
        f"error {CAMPAIGN}:12: the file jingles/stingg.wav is missing | copy it there, or correct its name",
    ),
    "never aired": (
        CAMPAIGN,
        '  "2": Việc nhẹ lương cao',
        '  "2": Việc nhẹ lương cao\n  "3": Bắt cóc online',
        f"error {CAMPAIGN}:36: the topic Bắt cóc online is aired 0 of 1 time that is promised (every station) | "
        'write a message with topics: ["3"] that these stations may air',
    ),
    "nobody's audience": (
        CAMPAIGN,
        "  cong-nhan: Công nhân",
        "  cong-nhan: Công nhân\n  tre-em: Trẻ em",
        f"error {CAMPAIGN}:36: no message for the audience Trẻ em is ever aired (every station) | "
        'write a message with audiences: ["tre-em"] that these stations may air',
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_fault_is_said_at_its_line(tmp_path, name):
    file, old, new, expected = EDITS[name]
    assert faults(tmp_path, edits={file: (old, new)}) == [expected]


def test_an_urgent_message_may_be_short(tmp_path):
    head = "title: Gấp\nclass: khẩn cấp\nuntil: 2024-11-20 18:00\nsource: a\n"
    short = f"{head}text: |\n  Có kẻ giả công an đang gọi khắp xã.\n  Bà con cúp máy.\n"
    long = short + "  Bà con đừng vội, hãy hỏi công an xã cho chắc.\n" * 12
    files = {"messages/gap.yaml": short}
    assert [fault for fault in faults(tmp_path, files) if "syllables" in fault] == []
    files = {"messages/gap.yaml": long}
    assert [fault.partition(" | ")[0] for fault in faults(tmp_path, files) if "syllables" in fault] == [
        "warning messages/gap.yaml:6: the message has 145 syllables"
    ]


def test_a_programme_that_cannot_fill_its_slot_is_said(tmp_path):
    found = faults(tmp_path, edits={CAMPAIGN: ("at: 17:00, seconds: 130", "at: 17:00, seconds: 600")})
    assert any(fault.startswith(f"error {CAMPAIGN}:9: the programme of 2024-11-20 17:00 would run ") for fault in found)


def test_a_message_that_windows_named_otherwise_is_not_passed_over(tmp_path):
    files = {f"messages/{name}": "x" for name in ("tin.yaml.txt", "tin.docx", ".tin.swp", "~$tin.docx", "Thumbs.db")}
    assert faults(tmp_path, files) == [
        f"warning messages/{name}: this file is not read: messages are the files that end in “.yaml” | "
        "rename it if it is a message, else keep it elsewhere"
        for name in ("tin.docx", "tin.yaml.txt")
    ]


def test_a_text_of_signs_has_nothing_to_say(tmp_path):
    found = faults(tmp_path, {"messages/dau.yaml": 'title: Dấu\nsource: a\ntext: "..."\n'})
    assert "error messages/dau.yaml:3: the text has nothing to say | write its words, or remove it" in found


def test_an_ident_that_is_too_long_is_said(tmp_path):
    found = faults(
        tmp_path,
        edits={CAMPAIGN: ("giọng máy tự động.", "giọng máy tự động. " + "Kính chào bà con cô bác gần xa. " * 3)},
    )
    assert (
        f"warning {CAMPAIGN}:14: the ident lasts 11 seconds | "
        "at most 8: it is spoken over the opener, anew for every station" in found
    )


def test_an_unknown_voice_is_said(tmp_path):
    found = faults(tmp_path, edits={CAMPAIGN: ("{name: tone}", "{name: tonee}")})
    assert [fault for fault in found if "voice" in fault] == [
        f"error {CAMPAIGN}:24: unknown voice tonee | did you mean tone?"
    ]


RECORDING = "title: Lời dặn\nsource: a\nrecordings:\n  tay: {file: recordings/a.m4a, reader: A, consent: 2024-11-18}\n"


def test_recordings_must_be_there_and_decode_and_be_for_somebody(tmp_path):
    found = faults(tmp_path, {"messages/loi-dan.yaml": RECORDING})
    assert (
        "error messages/loi-dan.yaml:4: the file recordings/a.m4a is missing | copy it there, or correct its name"
        in found
    )
    assert (
        "warning messages/loi-dan.yaml:4: no station airs the language “tay” | "
        "add it to “languages” of a station in stations.yaml" in found
    )
    found = faults(tmp_path, {"messages/loi-dan.yaml": RECORDING, "recordings/a.m4a": b"this is no sound at all"})
    assert any(fault.startswith("error messages/loi-dan.yaml:4: recordings/a.m4a cannot be used: ") for fault in found)


def test_what_a_message_lists_and_what_it_says_agree(tmp_path):
    found = faults(tmp_path, edits={MESSAGE: ("gọi gấp 113. Nhắc lại: 113.", "gọi gấp số 156 ngay nhé bà con.")})
    assert found == [
        f"warning {MESSAGE}:8: “contacts” lists 113, but the text does not name it | "
        "name it, or take “113” out of “contacts”",
        f"warning {MESSAGE}:14: the number 156 is said only once | say it again at the end: “Nhắc lại: 156.”",
        f"warning {MESSAGE}:14: the text names 156, but “contacts” does not list it | "
        "add “156” to “contacts” of the message",
    ]


def test_all_voices_of_the_ladder_are_read_where_the_lexicon_tells_them_apart(tmp_path):
    found = faults(
        tmp_path,
        {"lexicon.yaml": f"{LEXICON}  - {{written: hợp đồng, spoken: không chín, voices: [espeak]}}\n"},
        {
            CAMPAIGN: ("{name: tone}", "{name: tone}\n  - {name: espeak}"),
            MESSAGE: (LINE, "Xin gọi hợp đồng một hai ba."),
        },
    )
    assert [fault.partition(" | ")[0] for fault in found if "heard" in fault] == [
        f"error {MESSAGE}:13: “không chín một hai ba” will be heard as the number 09123, "
        "which is not in the register of contacts"
    ]


def test_faults_come_once_and_in_the_order_of_their_places(tmp_path):
    edits = {MESSAGE: (LINE, "Gọi 0912345678. Vào evil.com."), CAMPAIGN: ("dừng lại, kiểm tra", "gọi 0987654321")}
    found = faults(tmp_path, edits=edits)
    assert [fault.partition(" | ")[0] for fault in found] == [
        f"error {CAMPAIGN}:22: “0987654321” is not in the register of contacts",
        f"error {MESSAGE}:13: “0912345678” is not in the register of contacts",
        f"error {MESSAGE}:13: “evil.com” is not in the register of contacts",
    ]


def test_a_contact_that_expired_before_the_campaign_is_said_wherever_it_is_heard(tmp_path):
    contacts = CONTACTS.replace("expires: 2025-11-19", "expires: 2024-11-19")
    found = faults(tmp_path, {"contacts.yaml": contacts})
    assert {fault.partition(" | ")[0] for fault in found if "expires on" in fault} == {
        f"error {file}: “156” expires on 2024-11-19, but may be aired until 2024-11-21"
        for file in ("campaign.yaml:20", "messages/nguoi-mau.yaml:15", "messages/nop-phi.yaml:14")
    }
