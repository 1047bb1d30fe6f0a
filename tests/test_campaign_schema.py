"""The border: typed text becomes values, or a fault at its line that says what to write."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import pytest
from campaigns import write_campaign

from broadcast.campaign import read
from broadcast.campaign.schema import published
from broadcast.errors import Faults

SCHEMAS = Path(__file__).parents[1] / "docs" / "schema"


def faults(folder: Path) -> list[str]:
    """Give the faults of reading as `file:line: message | hint`, files relative to the folder."""
    with pytest.raises(Faults) as error:
        read(folder)
    return [
        f"{f.at.file.removeprefix(f'{folder.as_posix()}/')}:{f.at.line}: {f.message} | {f.hint}"
        for f in error.value.faults
    ]


CAMPAIGN, MESSAGE, STATIONS, CONTACTS, LEXICON = (
    "campaign.yaml",
    "messages/viec-nhe.yaml",
    "stations.yaml",
    "contacts.yaml",
    "lexicon.yaml",
)
_SPELT = "use at most 40 small letters a–z without diacritics, digits and single hyphens, as in “dinh-ca”"

# file, what stood there, what stands there now, the fault
EDITS = {
    "unknown key": (
        MESSAGE,
        "title:",
        "tittle: x\ntitle:",
        f"{MESSAGE}:1: unknown key “tittle” | did you mean “title”?",
    ),
    "unknown key below": (
        CAMPAIGN,
        "05:30, seconds: 130, tolerance: 30}",
        "05:30, seconds: 130, tolerence: 30}",
        f"{CAMPAIGN}:8: unknown key “tolerence” | did you mean “tolerance”?",
    ),
    "sentence with a colon, outside its text": (
        MESSAGE,
        "  Không cần tay nghề,",
        "Xin nhớ: đừng vội.\n\nXin nhớ kỹ: đừng vội.\n  Không cần tay nghề,",
        f"{MESSAGE}:9: the line stands outside the text above it |"
        " begin it two spaces inwards, like the other lines of the text",
    ),
    "sentence with a colon, after a text without its sign": (
        CAMPAIGN,
        "  ident: ",
        "  ident: Đây là đài.\n  Xin nhớ: ",
        f"{CAMPAIGN}:14: “|” is missing before a text of several lines | write “ident: |”, and the text below it",
    ),
    "unknown key in a list": (
        STATIONS,
        "kind: district,",
        "kind: district, tần_số: 1,",
        f"{STATIONS}:2: unknown key “tần_số” | one of: id, name, kind, gso_code, languages, profile, ident",
    ),
    "case of a key": (
        MESSAGE,
        "source:",
        "Source: a\nsource:",
        f"{MESSAGE}:6: unknown key “Source” | did you mean “source”?",
    ),
    "missing": (
        MESSAGE,
        "title: Việc nhẹ, lương cao, đi thật xa\n",
        "",
        f"{MESSAGE}:1: the key “title” is missing | write for example “title: Công an không làm việc qua điện thoại”",
    ),
    "missing in a list": (
        CONTACTS,
        "    use: công an, khẩn cấp\n",
        "",
        f"{CONTACTS}:2: the key “use” is missing | write for example “use: công an, khẩn cấp”",
    ),
    "missing in a group": (
        CAMPAIGN,
        "{first: 2024-11-20, last: 2024-11-21}",
        "{first: 2024-11-20}",
        f"{CAMPAIGN}:4: the key “last” is missing | write for example “last: 2024-11-30”",
    ),
    "empty": (
        MESSAGE,
        "source: Cẩm nang",
        "source: # Cẩm nang",
        f"{MESSAGE}:6: the value is empty | write it after “key: ”, in quotes if it begins with “#”, or remove the key",
    ),
    "empty list": (
        MESSAGE,
        'topics: ["2"]',
        "topics:",
        f"{MESSAGE}:3: a list is expected, found nothing | write [one, another], or one a line after “- ”",
    ),
    "not a list": (
        MESSAGE,
        'topics: ["2"]',
        "topics: 2",
        f"{MESSAGE}:3: a list is expected, found “2” | write [2]",
    ),
    "a list": (
        MESSAGE,
        "title: Việc nhẹ, lương cao, đi thật xa",
        "title: [Việc nhẹ]",
        f"{MESSAGE}:1: one value is expected, found a list | write one value after “key: ”",
    ),
    "a mapping": (
        MESSAGE,
        "title: Việc nhẹ, lương cao, đi thật xa",
        "title: {a: b}",
        f"{MESSAGE}:1: one value is expected, found a mapping | write one value after “key: ”",
    ),
    "not a mapping": (
        CAMPAIGN,
        'promises: {each_topic: 1, daily_topics: ["1"], every_second_day: [nguoi-cao-tuoi]}',
        "promises: hai lần",
        f"{CAMPAIGN}:35: keys and values are expected, found “hai lần” | write “key: value”, a line each",
    ),
    "nothing in a list": (
        STATIONS,
        "languages: [vi], profile: fm",
        "languages: [], profile: fm",
        f"{STATIONS}:2: the list is empty | write one at least",
    ),
    "class": (
        MESSAGE,
        "class: thông thường",
        "class: khan cap",
        f"{MESSAGE}:2: “khan cap” is not known here | did you mean “khẩn cấp”?",
    ),
    "kind": (
        STATIONS,
        "kind: commune",
        "kind: xã",
        f"{STATIONS}:3: “xã” is not known here | one of: district, commune",
    ),
    "date as in Vietnam": (
        CAMPAIGN,
        "first: 2024-11-20",
        "first: 20/11/2024",
        f"{CAMPAIGN}:4: “20/11/2024” is not a date as it is written here | write 2024-11-20",
    ),
    "no such day": (
        CAMPAIGN,
        "last: 2024-11-21",
        "last: 2024-11-31",
        f"{CAMPAIGN}:4: there is no day “2024-11-31” | look at the calendar",
    ),
    "no such day in Vietnam": (
        CAMPAIGN,
        "last: 2024-11-21",
        "last: 31/11/2024",
        f"{CAMPAIGN}:4: there is no day “31/11/2024” | look at the calendar",
    ),
    "no date": (
        CAMPAIGN,
        "last: 2024-11-21",
        "last: hôm sau",
        f"{CAMPAIGN}:4: “hôm sau” is not a date | write year, month and day: 2024-11-20",
    ),
    "time as it is said": (
        CAMPAIGN,
        "at: 05:30",
        "at: 5h30",
        f"{CAMPAIGN}:8: “5h30” is not a time as it is written here | write 05:30",
    ),
    "full hour as it is said": (
        CAMPAIGN,
        "at: 17:00",
        "at: 17 giờ",
        f"{CAMPAIGN}:9: “17 giờ” is not a time as it is written here | write 17:00",
    ),
    "no such time": (
        CAMPAIGN,
        "at: 17:00",
        "at: 25:00",
        f"{CAMPAIGN}:9: there is no time “25:00” | times go from 00:00 to 23:59",
    ),
    "no time": (
        CAMPAIGN,
        "at: 17:00",
        "at: 690",
        f"{CAMPAIGN}:9: “690” is not a time | write hours and minutes: 05:30",
    ),
    "span": (
        CAMPAIGN,
        '"11:30-13:30"',
        '"11:30"',
        f"{CAMPAIGN}:10: “11:30” is not a span of time | write from-to: 11:30-13:30",
    ),
    "span without length": (
        CAMPAIGN,
        '"11:30-13:30"',
        '"11:30-11:30"',
        f"{CAMPAIGN}:10: the span “11:30-11:30” has no length | write from-to: 11:30-13:30",
    ),
    "comma": (CAMPAIGN, "pause: 0.5", 'pause: "0,5"', f"{CAMPAIGN}:25: “0,5” is not a number | write 0.5"),
    "no number": (
        CAMPAIGN,
        "pause: 0.5",
        "pause: ngắn",
        f"{CAMPAIGN}:25: “ngắn” is not a number | write digits only, from 0 to 5",
    ),
    "out of range": (CAMPAIGN, "loudness: -16", "loudness: 16", f"{CAMPAIGN}:25: 16 is out of range | from -30 to -10"),
    "not whole": (
        CAMPAIGN,
        "each_topic: 1",
        "each_topic: 1.5",
        f"{CAMPAIGN}:35: “1.5” is not a whole number | write 2",
    ),
    "yes": (
        LEXICON,
        "match_case: true",
        "match_case: yes",
        f"{LEXICON}:2: “yes” is neither true nor false | write true",
    ),
    "không": (
        LEXICON,
        "match_case: true",
        "match_case: không",
        f"{LEXICON}:2: “không” is neither true nor false | write false",
    ),
    "no flag": (
        LEXICON,
        "match_case: true",
        "match_case: x",
        f"{LEXICON}:2: “x” is neither true nor false | write true or false",
    ),
    "digit in a reading": (
        LEXICON,
        "spoken: thần sa",
        "spoken: thần sa 2",
        f"{LEXICON}:2: “thần sa 2” holds “2”, which is no word that can be said |"
        " write numbers in words, as in “một một ba”",
    ),
    "sign in a reading": (
        CONTACTS,
        "spoken: một một ba",
        "spoken: một-một-ba",
        f"{CONTACTS}:5: “một-một-ba” holds “-”, which is no word that can be said |"
        " write words, and between them only spaces and the signs of a pause: , . ; : ? !",
    ),
    "foreign letter in a reading": (
        LEXICON,
        "spoken: thần sa",
        "spoken: thần 沙",
        f"{LEXICON}:2: “thần 沙” holds “沙”, which is no word that can be said |"
        " write words, and between them only spaces and the signs of a pause: , . ; : ? !",
    ),
    "reading without a word": (
        LEXICON,
        "spoken: thần sa",
        "spoken: ...",
        f"{LEXICON}:2: “...” holds no word | write the words that are said",
    ),
    "time of the afternoon": (
        CAMPAIGN,
        "at: 05:30",
        "at: 5h30 chiều",
        f"{CAMPAIGN}:8: “5h30 chiều” is not a time as it is written here | write 17:30",
    ),
    "time of the morning": (
        CAMPAIGN,
        "at: 05:30",
        "at: 5:30 sáng",
        f"{CAMPAIGN}:8: “5:30 sáng” is not a time as it is written here | write 05:30",
    ),
    "curly quotes around a key": (
        MESSAGE,
        'topics: ["2"]',
        "topics: [“2”]",
        f"{MESSAGE}:3: “2” holds quotes that do not belong there | write 2",
    ),
    "one quote of a time": (
        CAMPAIGN,
        "at: 05:30",
        'at: 05:30"',
        f'{CAMPAIGN}:8: 05:30" holds quotes that do not belong there | write 05:30',
    ),
    "list for dates": (
        CAMPAIGN,
        "dates: {first: 2024-11-20, last: 2024-11-21}",
        "dates: [2024-11-20, 2024-11-21]",
        f"{CAMPAIGN}:4: keys and values are expected, found a list |"
        " write for example “dates: {first: 2024-11-20, last: 2024-11-30}”",
    ),
    "zone": (
        CAMPAIGN,
        "Asia/Ho_Chi_Minh",
        "Asia/Hanoi",
        f"{CAMPAIGN}:5: there is no time zone “Asia/Hanoi” | write Asia/Ho_Chi_Minh",
    ),
    "zone that climbs": (
        CAMPAIGN,
        "Asia/Ho_Chi_Minh",
        "../../etc",
        f"{CAMPAIGN}:5: there is no time zone “../../etc” | write Asia/Ho_Chi_Minh",
    ),
    "id with diacritics": (
        STATIONS,
        "id: xa-mot",
        "id: Xã Một",
        f"{STATIONS}:3: “Xã Một” cannot be an id | {_SPELT.replace('dinh-ca', 'xa-mot')}",
    ),
    "id that Windows keeps": (STATIONS, "id: xa-mot", "id: con", f"{STATIONS}:3: “con” cannot be an id | {_SPELT}"),
    "id too long": (
        STATIONS,
        "id: xa-mot",
        f"id: {'a' * 41}",
        f"{STATIONS}:3: “{'a' * 41}” cannot be an id | {_SPELT}",
    ),
    "key with spaces": (
        CONTACTS,
        'id: "113"',
        'id: "1 1 3"',
        f"{CONTACTS}:2: “1 1 3” cannot be a key |"
        " use letters a–z without diacritics, digits and hyphens, as in “1-1-3”",
    ),
    "language": (
        STATIONS,
        "languages: [vi], profile: fm",
        "languages: [Tày], profile: fm",
        f"{STATIONS}:2: “Tày” cannot be a language | use small letters without diacritics: vi, tay, nung, dao, mong",
    ),
    "until without time": (
        MESSAGE,
        "class: thông thường",
        "class: khẩn cấp\nuntil: 2024-11-21",
        f"{MESSAGE}:3: “2024-11-21” is not a date and time | write both: 2024-11-25 17:00",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_wrong_value_is_said_at_its_line(tmp_path, name):
    file, old, new, fault = EDITS[name]
    assert faults(write_campaign(tmp_path / "segments", edits={file: (old, new)})) == [fault]


def test_all_faults_of_all_files_come_together(tmp_path):
    folder = write_campaign(
        tmp_path / "segments",
        changes={LEXICON: "lexicon: ["},
        edits={
            MESSAGE: ("title:", "tittle:"),
            CAMPAIGN: ("at: 05:30", "at: 5h30"),
            STATIONS: ("kind: commune", "kind: xã"),
        },
    )
    assert [fault.partition(" | ")[0] for fault in faults(folder)] == [
        "campaign.yaml:8: “5h30” is not a time as it is written here",
        "lexicon.yaml:2: a bracket “[” or “{” is not closed",
        "messages/viec-nhe.yaml:1: the key “title” is missing",
        "messages/viec-nhe.yaml:1: unknown key “tittle”",
        "stations.yaml:3: “xã” is not known here",
    ]


def test_a_file_that_is_a_list_is_refused(tmp_path):
    folder = write_campaign(tmp_path / "segments", changes={LEXICON: "- a\n"})
    assert faults(folder) == ["lexicon.yaml:1: the file must hold keys and values | write “key: value”, a line each"]


def test_yaml_traps_are_read_as_they_were_meant(tmp_path):
    folder = write_campaign(
        tmp_path / "segments",
        changes={
            CONTACTS: "contacts:\n"
            "- {id: 113, kind: hotline, value: 113, spoken: một một ba, use: no, source: yes, verified: 2024-11-19}\n"
            "- {id: 156, kind: phone, value: 0208.3823 123, spoken: không hai không tám, use: a, source: 1e3}\n"
            "- {id: cn, kind: phone, value: +84 912 345 678, spoken: không chín, use: a, source: b}\n"
        },
        edits={
            STATIONS: ('gso_code: "05716"', "gso_code: 05716"),
            MESSAGE: ('topics: ["2"]', "topics: [2]\nslots: [17:00, 5:30]"),
            CAMPAIGN: ("quiet_hours: [", "quiet_hours: [22:00-04:00, "),
        },
    )
    campaign = read(folder)
    assert campaign.stations[1].gso_code == "05716"
    assert [(c.id, c.value, c.use, c.source) for c in campaign.contacts] == [
        ("113", "113", "no", "yes"),
        ("156", "02083823123", "a", "1e3"),
        ("cn", "0912345678", "a", "b"),
    ]
    segment = next(segment for segment in campaign.segments if segment.id == "viec-nhe")
    assert segment.topics == ("2",)
    assert segment.slots == (time(5, 30), time(17, 0))
    assert campaign.quiet[:2] == ((time(22), time(0)), (time(0), time(4)))
    assert campaign.contacts[0].verified == date(2024, 11, 19)


@pytest.mark.parametrize("name", published())
def test_the_published_schema_is_current(name):
    written = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    assert written == published()[name], "run: python -m broadcast.campaign.publish docs/schema"
