"""The campaign that is aired for real: what its texts, contacts and stations must hold, read as plain YAML."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from broadcast import campaign, plan, spoken
from broadcast.plan import coverage

SEGMENTS = Path(__file__).parent.parent / "segments"
SPOKEN_FIGURES = {
    "113": "một một ba", "156": "một năm sáu", "5656": "năm sáu năm sáu", "VNeID": "vi en e ai đi",
    "11": "mười một", "20": "hai mươi", "30": "ba mươi", "deepfake": "đíp phây",
}  # fmt: skip
FOREIGN_ALLOWED = {"VNeID", "deepfake"}
AUDIENCES = {"nguoi-cao-tuoi", "tre-em", "phu-nu", "hoc-sinh", "cong-nhan", "nguoi-lao-dong", "nhan-vien-van-phong"}
STATIONS = (
    "huyen-vo-nhai dinh-ca sang-moc nghinh-tuong than-sa vu-chan thuong-nung phu-thuong cuc-duong la-hien"
    " lau-thuong trang-xa phuong-giao lien-minh dan-tien binh-long"
)


def read(path: Path) -> dict[str, Any]:
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (makes text only)
    assert isinstance(loaded, dict)
    return loaded


CAMPAIGN = read(SEGMENTS / "campaign.yaml")
CONTACTS = {contact["id"]: contact for contact in read(SEGMENTS / "contacts.yaml")["contacts"]}
MESSAGES = {path.stem: read(path) for path in sorted((SEGMENTS / "messages").glob("*.yaml"))}
MESSAGE_IDS = sorted(MESSAGES)


def syllables(text: str) -> list[str]:
    """Count as spoken: a figure is as long as its reading."""
    for written, said in sorted(SPOKEN_FIGURES.items(), key=lambda pair: -len(pair[0])):
        text = re.sub(rf"(?<!\w){written}(?!\w)", said, text)
    assert not re.search(r"\d", text), text
    return re.findall(r"[^\W\d_]+", text)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?…])[”\"]?\s+", text.strip())


def messages_for(*, topic: str | None = None, audience: str | None = None) -> list[str]:
    return [
        name
        for name, message in MESSAGES.items()
        if (topic is None or topic in message["topics"]) and (audience is None or audience in message["audiences"])
    ]


@pytest.mark.parametrize("name", MESSAGE_IDS)
def test_message_is_as_long_as_a_segment_should_be(name: str) -> None:
    assert 90 <= len(syllables(MESSAGES[name]["text"])) <= 130


@pytest.mark.parametrize("name", MESSAGE_IDS)
def test_sentences_are_short_enough_for_the_ear(name: str) -> None:
    assert [sentence for sentence in sentences(MESSAGES[name]["text"]) if len(syllables(sentence)) > 25] == []


@pytest.mark.parametrize("name", MESSAGE_IDS)
def test_message_tells_whom_to_call_and_says_it_twice(name: str) -> None:
    message = MESSAGES[name]
    assert message["contacts"]
    for contact in message["contacts"]:
        value = CONTACTS[contact]["value"]
        assert len(re.findall(rf"(?<!\w){value}(?!\w)", message["text"])) >= 2, contact
        assert "verified" in CONTACTS[contact]


@pytest.mark.parametrize("name", MESSAGE_IDS)
def test_every_figure_in_a_text_is_a_named_contact_or_a_date(name: str) -> None:
    message = MESSAGES[name]
    without_dates = re.sub(r"ngày \d+ tháng \d+", "", message["text"])
    assert set(re.findall(r"\d+", without_dates)) <= {CONTACTS[contact]["value"] for contact in message["contacts"]}


@pytest.mark.parametrize("name", MESSAGE_IDS)
def test_no_bare_foreign_words(name: str) -> None:
    words = set(re.findall(r"[^\W\d_]+", MESSAGES[name]["text"])) - FOREIGN_ALLOWED
    assert [word for word in words if re.search(r"[fjwz]", word.lower()) or len(word) > 7] == []


@pytest.mark.parametrize("name", MESSAGE_IDS)
def test_a_quoted_swindler_is_introduced(name: str) -> None:
    # Quotation marks are silent: a bare "your SIM will be locked" from a loudspeaker would be an announcement.
    text = MESSAGES[name]["text"]
    assert re.findall(r"(?<!: )“", text) == []
    assert text.count("“") == text.count("”")


@pytest.mark.parametrize("name", MESSAGE_IDS)
def test_message_names_source_topics_and_audiences(name: str) -> None:
    message = MESSAGES[name]
    assert len(message["source"]) > 20
    assert set(message["topics"]) <= set(CAMPAIGN["topics"])
    assert message["audiences"]
    assert set(message["audiences"]) <= AUDIENCES
    assert message["class"] == "thông thường"
    for topic in message["topics"]:
        assert re.search(rf"\b{topic}\b", message["source"]), topic


def test_enough_messages_and_no_two_alike() -> None:
    assert len(MESSAGES) >= 46
    for part in ("title", "text"):
        assert len({message[part] for message in MESSAGES.values()}) == len(MESSAGES)
    openings = [sentences(message["text"])[0] for message in MESSAGES.values()]
    assert len(set(openings)) == len(openings)


def test_texts_are_nfc_and_spell_the_tone_on_the_first_vowel_of_oa_oe_uy() -> None:
    for path in SEGMENTS.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert text == unicodedata.normalize("NFC", text), path
        # One spelling throughout (hóa, khỏe, hủy), or a later search misses half of the words.
        assert re.findall(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", text) == [], path


@pytest.mark.parametrize("topic", [str(number) for number in range(1, 25)])
def test_every_scam_type_has_messages_to_rotate(topic: str) -> None:
    assert len(messages_for(topic=topic)) >= 2


def test_all_24_scam_types_are_named() -> None:
    assert list(CAMPAIGN["topics"]) == [str(number) for number in range(1, 25)]


def test_false_police_are_met_every_day_in_different_words() -> None:
    police = messages_for(topic="14")
    assert len(police) >= 5
    assert set(police) & set(messages_for(audience="nguoi-cao-tuoi"))
    assert CAMPAIGN["promises"]["daily_topics"] == ["14"]


@pytest.mark.parametrize("audience", sorted(AUDIENCES))
def test_every_audience_of_the_dispatch_is_addressed(audience: str) -> None:
    assert audience in CAMPAIGN["audiences"]
    assert len(messages_for(audience=audience)) >= 3


def test_older_people_have_messages_of_their_own() -> None:
    only_for_them = [name for name, message in MESSAGES.items() if message["audiences"] == ["nguoi-cao-tuoi"]]
    assert len(only_for_them) >= 7


def test_opening_and_closing_are_bound_to_their_programmes() -> None:
    opening, closing = MESSAGES["khai-mac"], MESSAGES["ket-thuc"]
    assert (opening["dates"], opening["slots"], opening["position"]) == (["2024-11-20"], ["05:30"], "head")
    assert (closing["dates"], closing["slots"], closing["position"]) == (["2024-11-30"], ["17:00"], "tail")


def test_teams_and_habit_have_their_message() -> None:
    assert "Tổ công nghệ số cộng đồng" in MESSAGES["to-cong-nghe-so"]["text"]
    habit = MESSAGES["ba-buoc"]["text"]
    assert all(step in habit for step in ("Một là dừng lại", "Hai là kiểm tra", "Ba là báo tin"))


def test_unverified_contacts_say_why_and_are_never_spoken() -> None:
    unverified = {name: contact for name, contact in CONTACTS.items() if "verified" not in contact}
    assert sorted(unverified) == ["canhbao-khonggianmang", "chongluadao", "cuc-canh-sat-hinh-su"]
    aired = " ".join([message["text"] for message in MESSAGES.values()] + [str(CAMPAIGN["words"])])
    for contact in unverified.values():
        assert re.search("chưa", contact["source"])
        assert contact["value"] not in re.sub(r"(?<=\d)[ .]", "", aired)
        assert contact["spoken"] not in aired


def test_words_around_the_messages() -> None:
    words = CAMPAIGN["words"]
    station = words["ident"].format(station="Thị trấn Đình Cả")
    assert len(syllables(station)) <= 22
    assert "giọng máy tự động" in station
    assert "không đòi tiền, đòi mã qua điện thoại" in station
    assert set(words["greeting"]) == {slot["at"] for slot in CAMPAIGN["slots"]}
    assert len(syllables(words["closing"])) <= 20
    for number in ("113", "156", "5656"):
        assert len(re.findall(rf"\b{number}\b", words["contacts"])) == 2


def test_every_day_has_a_theme() -> None:
    first, last = (date.fromisoformat(CAMPAIGN["dates"][end]) for end in ("first", "last"))
    days = [str(first + timedelta(days=offset)) for offset in range((last - first).days + 1)]
    themes = CAMPAIGN["themes"]
    assert [theme["date"] for theme in themes] == days
    assert len({theme["title"] for theme in themes}) == len(days)
    for theme in themes:
        assert set(theme["topics"]) <= set(CAMPAIGN["topics"])
        assert set(theme["audiences"]) <= AUDIENCES
        assert len(syllables(theme["title"])) <= 8


def test_themes_bring_every_scam_type_forward() -> None:
    assert {topic for theme in CAMPAIGN["themes"] for topic in theme["topics"]} == set(CAMPAIGN["topics"])


def test_the_sixteen_stations() -> None:
    stations = read(SEGMENTS / "stations.yaml")["stations"]
    assert [station["id"] for station in stations] == STATIONS.split()
    assert [station["kind"] for station in stations] == ["district"] + ["commune"] * 15
    assert {station["profile"] for station in stations} == {"horn"}
    codes = [station["gso_code"] for station in stations if "gso_code" in station]
    assert codes == [f"{code:05d}" for code in range(5716, 5759, 3)]


def test_the_campaign_reads_and_its_plan_keeps_every_promise() -> None:
    planned = plan.plan(campaign.read(SEGMENTS))
    assert coverage.faults(planned) == ()
    assert len(planned.rundowns) == 22 * 16
    assert all(280 <= rundown.seconds <= 320 for rundown in planned.rundowns)
    aired = {segment.id for group in planned.groups for programme in group.programmes for segment in programme.messages}
    assert aired == set(MESSAGES)


@pytest.mark.parametrize("name", MESSAGE_IDS)
def test_only_contacts_dates_and_one_loan_word_are_heard_otherwise_than_written(name: str) -> None:
    text = MESSAGES[name]["text"]
    heard = spoken.read(text, campaign.read_lexicon(SEGMENTS)).text
    assert [word.lower() for word in syllables(heard)] == [word.lower() for word in syllables(text)]
