"""A campaign's folder: what is missing, what does not fit together, and where the words stand."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from campaigns import write_campaign

from broadcast.campaign import read, read_lexicon
from broadcast.errors import BroadcastError, Faults


def faults(folder: Path) -> list[str]:
    """Give the faults of reading as `file:line: message | hint`, files relative to the folder."""
    with pytest.raises(Faults) as error:
        read(folder)
    return [f"{f.at}: {f.message} | {f.hint}".removeprefix(f"{folder.as_posix()}/") for f in error.value.faults]


CAMPAIGN, MESSAGE, STATIONS, CONTACTS, LEXICON = (
    "campaign.yaml",
    "messages/viec-nhe.yaml",
    "stations.yaml",
    "contacts.yaml",
    "lexicon.yaml",
)
_LASTS = "the campaign lasts from 2024-11-20 to 2024-11-21"
_PATH = "put the file into the folder and write: recordings/name.m4a"
_TURN = "these may stand here: {date}, {weekday}, {hour}, {theme}, {campaign}, {organiser}"
_ONCE = "remove one of the two, or give it another name"


def _recording(path: str) -> tuple[str, str]:
    return "source:", f"recordings:\n  vi: {{file: {path}, reader: A, consent: 2024-11-18}}\nsource:"


EDITS = {
    "topic": (MESSAGE, 'topics: ["2"]', "topics: [3]", f"{MESSAGE}:3: unknown topic “3” | one of: 1, 2"),
    "audience": (
        MESSAGE,
        "audiences: [cong-nhan]",
        "audiences: [cong-nhân]",
        f"{MESSAGE}:4: “cong-nhân” cannot be a key |"
        " use letters a–z without diacritics, digits and hyphens, as in “cong-nhan”",
    ),
    "audience misspelt": (
        MESSAGE,
        "audiences: [cong-nhan]",
        "audiences: [cong-nahn]",
        f"{MESSAGE}:4: unknown audience “cong-nahn” | did you mean “cong-nhan”?",
    ),
    "contact": (
        MESSAGE,
        'contacts: ["113"]',
        "contacts: [115]",
        f"{MESSAGE}:5: unknown contact “115” | one of: 113, 156",
    ),
    "station": (
        MESSAGE,
        "source:",
        "stations: [xa-mott]\nsource:",
        f"{MESSAGE}:6: unknown station “xa-mott” | did you mean “xa-mot”?",
    ),
    "slot": (
        MESSAGE,
        "source:",
        "slots: [05:00]\nsource:",
        f"{MESSAGE}:6: no slot is at 05:00 | did you mean “05:30”?",
    ),
    "date": (
        MESSAGE,
        "source:",
        "dates: [2024-11-22]\nsource:",
        f"{MESSAGE}:6: 2024-11-22 is outside the campaign | {_LASTS}",
    ),
    "first": (
        MESSAGE,
        "source:",
        "first: 2023-11-20\nsource:",
        f"{MESSAGE}:6: 2023-11-20 is outside the campaign | {_LASTS}",
    ),
    "last before first": (
        MESSAGE,
        "source:",
        "first: 2024-11-21\nlast: 2024-11-20\nsource:",
        f"{MESSAGE}:7: the last day 2024-11-20 is before the first, 2024-11-21 | exchange the two, or look at the year",
    ),
    "dates and last": (
        MESSAGE,
        "source:",
        "dates: [2024-11-20]\nlast: 2024-11-20\nsource:",
        f"{MESSAGE}:7: “dates” and “first” or “last” exclude each other | "
        "“dates” are the very days; “first” and “last” bound a rotation: keep one of them",
    ),
    "date twice": (
        MESSAGE,
        "source:",
        "dates: [2024-11-20, 2024-11-20]\nsource:",
        f"{MESSAGE}:6: “2024-11-20” stands twice; the first is in line 6 | {_ONCE}",
    ),
    "urgent without end": (
        MESSAGE,
        "class: thông thường",
        "class: khẩn cấp",
        f"{MESSAGE}:2: an urgent message says when it ends | write “until: 2024-11-25 17:00”",
    ),
    "end without urgency": (
        MESSAGE,
        "source:",
        "until: 2024-11-21 17:00\nsource:",
        f"{MESSAGE}:6: only an urgent message has “until” | write “class: khẩn cấp”, or “last: 2024-11-21” instead",
    ),
    "end outside": (
        MESSAGE,
        "class: thông thường",
        "class: khẩn cấp\nuntil: 2024-12-01 17:00",
        f"{MESSAGE}:3: 2024-12-01 is outside the campaign | {_LASTS}",
    ),
    "absolute path": (
        MESSAGE,
        *_recording("/etc/passwd"),
        f"{MESSAGE}:7: the path “/etc/passwd” leaves the campaign's folder | {_PATH}",
    ),
    "path upwards": (
        MESSAGE,
        *_recording("recordings/../../x.m4a"),
        f"{MESSAGE}:7: the path “recordings/../../x.m4a” leaves the campaign's folder | {_PATH}",
    ),
    "path from home": (
        MESSAGE,
        *_recording("~/x.m4a"),
        f"{MESSAGE}:7: the path “~/x.m4a” leaves the campaign's folder | {_PATH}",
    ),
    "path of Windows": (
        MESSAGE,
        *_recording("C:/x.m4a"),
        f"{MESSAGE}:7: the path “C:/x.m4a” is written for Windows alone | "
        "write it from the campaign's folder on, with “/”: recordings/name.m4a",
    ),
    "long path": (
        MESSAGE,
        *_recording(f"recordings/{'x' * 150}.m4a"),
        f"{MESSAGE}:7: the path is longer than 150 characters | rename the file",
    ),
    "backslash": (
        CAMPAIGN,
        "opener: jingles/opener.wav",
        "opener: jingles\\opener.wav",
        f"{CAMPAIGN}:12: the path “jingles\\opener.wav” is written for Windows alone | "
        "write it from the campaign's folder on, with “/”: recordings/name.m4a",
    ),
    "dates exchanged": (
        CAMPAIGN,
        "{first: 2024-11-20, last: 2024-11-21}",
        "{first: 2024-11-21, last: 2024-11-20}",
        f"{CAMPAIGN}:4: the last day 2024-11-20 is before the first, 2024-11-21 | "
        "exchange the two, or look at the year",
    ),
    "a year mistyped": (
        CAMPAIGN,
        "last: 2024-11-21",
        "last: 2034-11-21",
        f"{CAMPAIGN}:4: the campaign would last 3654 days | look at the year",
    ),
    "slot twice": (
        CAMPAIGN,
        "at: 17:00",
        "at: 05:30",
        [
            f"{CAMPAIGN}:9: “05:30” stands twice; the first is in line 8 | {_ONCE}",
            f"{CAMPAIGN}:17: no slot is at 17:00 | one of: 05:30",
        ],
    ),
    "theme outside": (
        CAMPAIGN,
        "date: 2024-11-21",
        "date: 2024-11-22",
        f"{CAMPAIGN}:34: 2024-11-22 is outside the campaign | {_LASTS}",
    ),
    "theme twice": (
        CAMPAIGN,
        "date: 2024-11-21",
        "date: 2024-11-20",
        f"{CAMPAIGN}:34: “2024-11-20” stands twice; the first is in line 33 | {_ONCE}",
    ),
    "theme's topic": (CAMPAIGN, 'topics: ["2"]', "topics: [9]", f"{CAMPAIGN}:34: unknown topic “9” | one of: 1, 2"),
    "promised topic": (
        CAMPAIGN,
        'daily_topics: ["1"]',
        "daily_topics: [14]",
        f"{CAMPAIGN}:35: unknown topic “14” | one of: 1, 2",
    ),
    "promised audience": (
        CAMPAIGN,
        "every_second_day: [nguoi-cao-tuoi]",
        "every_second_day: [nguoi-cao-tuoii]",
        f"{CAMPAIGN}:35: unknown audience “nguoi-cao-tuoii” | did you mean “nguoi-cao-tuoi”?",
    ),
    "pattern without messages": (
        CAMPAIGN,
        "[ident, greeting, messages,",
        "[ident, greeting,",
        f"{CAMPAIGN}:11: the pattern has no “messages” | write [ident, greeting, messages, contacts, closing]",
    ),
    "pattern twice": (
        CAMPAIGN,
        "contacts, closing]",
        "closing, closing]",
        f"{CAMPAIGN}:11: “closing” stands twice; the first is in line 11 | {_ONCE}",
    ),
    "greeting of no slot": (
        CAMPAIGN,
        '"17:00": Chào',
        '"18:00": Chào',
        [
            f"{CAMPAIGN}:15: the slot at 17:00 has no greeting | "
            'write one under “greeting:”: “"17:00": Kính chào bà con!”',
            f"{CAMPAIGN}:17: no slot is at 18:00 | did you mean “17:00”?",
        ],
    ),
    "ident without station": (
        CAMPAIGN,
        "ident: Đài Truyền thanh {station}",
        "ident: Đài Truyền thanh",
        f"{CAMPAIGN}:14: the ident does not name the station | "
        f"write {{station}} where the station's name is to be heard",
    ),
    "unknown blank": (
        CAMPAIGN,
        "Chào buổi chiều bà con!",
        "Chào {ten}!",
        f"{CAMPAIGN}:17: nothing fills “{{ten}}” here | {_TURN}",
    ),
    "station in a closing": (
        CAMPAIGN,
        "Xin nhớ ba bước:",
        "{station} xin nhắc:",
        f"{CAMPAIGN}:21: nothing fills “{{station}}” here | {_TURN}",
    ),
    "brace alone": (
        CAMPAIGN,
        "Xin nhớ ba bước:",
        "Xin nhớ {ba bước:",
        f"{CAMPAIGN}:21: a brace stands alone | {_TURN}",
    ),
    "station's own ident": (
        STATIONS,
        "profile: fm",
        'profile: fm, ident: "Đài {dai}"',
        f"{STATIONS}:2: nothing fills “{{dai}}” here | these may stand here: {{station}}, {{campaign}}, {{organiser}}",
    ),
    "station twice": (
        STATIONS,
        "id: xa-mot",
        "id: dai-huyen",
        f"{STATIONS}:3: “dai-huyen” stands twice; the first is in line 2 | {_ONCE}",
    ),
    "contact twice": (
        CONTACTS,
        'id: "156"',
        'id: "113"',
        [
            f"{CONTACTS}:9: “113” stands twice; the first is in line 2 | {_ONCE}",
            "messages/nguoi-mau.yaml:5: unknown contact “156” | one of: 113",
            "messages/nop-phi.yaml:5: unknown contact “156” | one of: 113",
        ],
    ),
    "value twice": (
        CONTACTS,
        'value: "156"',
        "value: 113",
        f"{CONTACTS}:11: “113” stands twice; the first is in line 4 | {_ONCE}",
    ),
    "value of another kind": (
        CONTACTS,
        'value: "156"',
        "value: chongluadao.vn",
        f"{CONTACTS}:11: “chongluadao.vn” cannot be a contact of the kind “hotline” | "
        'write it as in “value: "113"”, or choose another kind',
    ),
    "expired before verified": (
        CONTACTS,
        "expires: 2025-11-19",
        "expires: 2024-11-18",
        f"{CONTACTS}:16: the contact expires on 2024-11-18, before it was verified | look at the two dates",
    ),
    "word twice": (
        LEXICON,
        "lexicon:",
        "lexicon:\n  - {written: Thần Xa, spoken: thần xa}",
        f"{LEXICON}:3: “Thần Xa” stands twice; the first is in line 2 | {_ONCE}",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_does_not_fit_is_said_at_its_line(tmp_path, name):
    file, old, new, expected = EDITS[name]
    folder = write_campaign(tmp_path / "segments", edits={file: (old, new)})
    assert faults(folder) == (expected if isinstance(expected, list) else [expected])


def test_a_message_without_words_or_recording_has_nothing_to_say(tmp_path):
    folder = write_campaign(tmp_path / "segments", changes={MESSAGE: "title: Không lời\nsource: a\n"})
    assert faults(folder) == [f"{MESSAGE}:1: the message has nothing to say | write its words under “text: |”"]


def test_where_nothing_is_known_yet_the_first_one_is_asked_for(tmp_path):
    folder = write_campaign(tmp_path / "segments", changes={CONTACTS: "contacts: []\n"})
    assert f"{MESSAGE}:5: unknown contact “113” | none is known yet: write it in contacts.yaml first" in faults(folder)


def test_missing_files_are_named(tmp_path):
    folder = write_campaign(tmp_path / "segments", changes={STATIONS: None, LEXICON: None})
    missing = "the file is missing | write it; docs/format.md shows an example"
    assert faults(folder) == [f"{LEXICON}: {missing}", f"{STATIONS}: {missing}"]


def test_a_missing_folder_is_one_clear_error(tmp_path):
    with pytest.raises(BroadcastError) as error:
        read(tmp_path / "nowhere")
    assert str(error.value) == (
        f"there is no campaign in {tmp_path / 'nowhere'}\n"
        "    go to the folder that holds “segments”, or name it with --campaign"
    )


def test_no_messages_folder_is_said(tmp_path):
    files = {
        f"messages/{name}.yaml": None
        for name in ("cong-an-gia", "lenh-bat", "phat-nguoi", "viec-nhe", "nop-phi", "nguoi-mau")
    }
    folder = write_campaign(tmp_path / "segments", changes=files)
    assert faults(folder) == ["messages: the folder is missing | make it, with one YAML file for each message"]


def test_names_of_message_files_are_checked(tmp_path):
    text = "title: a\nsource: b\ntext: c\n"
    folder = write_campaign(
        tmp_path / "segments",
        changes={
            "messages/Tin mới.yaml": text,
            "messages/a.yml": text,
            "messages/cu/b.yaml": text,
            "messages/x.yaml/b.yaml": text,
            "messages/.c.yaml.swp": "{",
            "messages/ghi-chu.txt": "{",
        },
    )
    slug = "at most 40 small letters a–z without diacritics, digits and single hyphens, as in “tin-moi.yaml”"
    assert faults(folder) == [
        f"messages/Tin mới.yaml: “Tin mới” cannot be the id of a message | rename the file: {slug}",
        "messages/a.yml: the file's name does not end in “.yaml” | rename it to a.yaml",
        "messages/cu: a folder stands among the messages | move its files to messages/ itself",
        "messages/x.yaml: a folder stands among the messages | move its files to messages/ itself",
    ]


def test_a_campaign_without_messages_is_said_once(tmp_path):
    folder = write_campaign(tmp_path / "segments")
    for path in (folder / "messages").iterdir():
        path.unlink()
    assert faults(folder) == [
        "messages: there is no message here | write one YAML file for each; docs/format.md shows one"
    ]


def test_links_that_lead_out_are_refused(tmp_path):
    outside = tmp_path / "secret.yaml"
    outside.write_text("title: a\nsource: b\ntext: c\n", encoding="utf-8")
    folder = write_campaign(tmp_path / "segments", edits={MESSAGE: _recording("recordings/x.m4a")})
    (folder / "messages" / "link.yaml").symlink_to(outside)
    (folder / "recordings").symlink_to(tmp_path)
    assert faults(folder) == [
        "messages/link.yaml: the file is a link that leads out of the campaign's folder | put the file itself here",
        f"{MESSAGE}:7: “recordings/x.m4a” is a link that leads out of the campaign's folder | "
        "put the file itself into the folder",
    ]


def test_a_folder_in_place_of_a_file_is_said(tmp_path):
    folder = write_campaign(tmp_path / "segments", changes={LEXICON: None})
    (folder / LEXICON).mkdir()
    assert faults(folder) == [
        f"{LEXICON}: the file cannot be read: it is a folder | move the folder away, and write the file"
    ]


def test_a_pipe_in_place_of_a_file_is_said_and_not_waited_for(tmp_path):
    folder = write_campaign(tmp_path / "segments", changes={LEXICON: None})
    os.mkfifo(folder / LEXICON)
    os.mkfifo(folder / "messages" / "ong.yaml")
    said = "the file cannot be read: it is a pipe or a device | put a file in its place"
    assert faults(folder) == [f"{LEXICON}: {said}", f"messages/ong.yaml: {said}"]


def test_the_tiny_campaign_is_read_whole(campaign):
    assert (campaign.id, len(campaign.stations), len(campaign.segments), len(campaign.contacts)) == (
        "thu-nghiem",
        2,
        6,
        2,
    )
    assert [slot.id for slot in campaign.slots] == ["0530", "1700"]
    assert set(campaign.words.greeting) == {"0530", "1700"}
    assert campaign.pattern == ("ident", "greeting", "message", "contacts", "closing")
    assert [segment.id for segment in campaign.segments] == sorted(segment.id for segment in campaign.segments)
    assert campaign.voices[0].name == "tone"


@pytest.fixture
def campaign(tmp_path):
    return read(write_campaign(tmp_path / "segments"))


def test_reading_twice_gives_the_same(tmp_path):
    folder = write_campaign(tmp_path / "segments")
    assert read(folder) == read(folder)


def test_one_greeting_may_serve_all_slots_and_a_bare_name_a_voice(tmp_path):
    folder = write_campaign(tmp_path / "segments")
    text = (folder / CAMPAIGN).read_text(encoding="utf-8")
    head, _, rest = text.partition("  greeting:\n")
    text = head + "  greeting: Kính chào bà con!\n" + rest[rest.index("  contacts:") :]
    (folder / CAMPAIGN).write_text(
        text.replace("- {name: tone}", "- tone\n  - {name: espeak, rate: 125}"), encoding="utf-8"
    )
    campaign = read(folder)
    assert campaign.words.greeting[""].written == "Kính chào bà con!"
    assert [(v.name, v.settings) for v in campaign.voices] == [("tone", ()), ("espeak", (("rate", "125"),))]


def test_an_urgent_message_ends_in_the_campaigns_zone(tmp_path):
    folder = write_campaign(
        tmp_path / "segments", edits={MESSAGE: ("class: thông thường", "class: khẩn cấp\nuntil: 2024-11-21 17:00")}
    )
    segment = next(segment for segment in read(folder).segments if segment.id == "viec-nhe")
    assert segment.until == datetime(2024, 11, 21, 17, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


TEXTS = {
    "literal": ("text: |\n    Một hai.\n\n    Ba bốn.\n", [("Một", 1, 5), ("hai", 1, 9), ("Ba", 3, 5), ("bốn", 3, 8)]),
    "folded": (
        "text: >-\n  Một hai\n  ba.\n\n  Bốn năm.\n",
        [("Một", 1, 3), ("ba", 2, 3), ("Bốn", 4, 3), ("năm", 4, 7)],
    ),
    "plain": ("text: Một hai\n  ba bốn  # lời bình\n", [("Một", 0, 7), ("ba", 1, 3), ("bốn", 1, 6)]),
    "quoted": ('text: "Một hai\n  ba bốn"\n', [("Một", 0, 8), ("bốn", 1, 6)]),
    "single": ("text: 'Một ''hai'' ba'\n", [("Một", 0, 8)]),
    "flow": ("text: Một hai\n", [("hai", 0, 11)]),
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_word_of_a_text_is_found_in_its_file(tmp_path, name):
    yaml, words = TEXTS[name]
    folder = write_campaign(tmp_path / "segments", changes={MESSAGE: f"title: a\nsource: b\n{yaml}"})
    text = next(segment.text for segment in read(folder).segments if segment.id == "viec-nhe")
    for word, line, column in words:
        place = text.place(text.written.index(word))
        assert (place.file.rpartition("/")[2], place.line - 3, place.column) == ("viec-nhe.yaml", line, column), word
    assert len(text.lines) == text.written.count("\n") + 1


def test_the_lexicon_alone_can_be_read(tmp_path):
    folder = write_campaign(tmp_path / "segments", changes={CAMPAIGN: None})
    assert [entry.written for entry in read_lexicon(folder).entries] == ["Thần Xa"]
    (folder / LEXICON).write_text("lexicon: x\n", encoding="utf-8")
    with pytest.raises(Faults, match="a list is expected, found “x”"):
        read_lexicon(folder)
