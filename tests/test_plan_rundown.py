"""Every programme follows the campaign's pattern, and messages stand where their files and the rules put them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from planned import EVENING, FIRST, MORNING, campaign, contact, grid, message, station, text, theme

from broadcast.campaign.campaign import Promises, Slot, Words
from broadcast.campaign.segment import Recording
from broadcast.errors import BroadcastError
from broadcast.plan import Lengths, plan
from broadcast.plan.coverage import faults

SIX = tuple(message(name, name) for name in "abcdef")
LAST = date(2024, 11, 21)


def test_a_programme_follows_the_pattern_with_stings_between_messages_only():
    rundown = plan(campaign(*SIX)).of(FIRST, "mot")[0]
    kinds = [cue.kind for cue in rundown.cues]
    assert kinds == ["ident", "greeting", "message", "sting", "message", "contacts", "closing"]


def test_another_pattern_is_followed():
    made = campaign(*SIX, pattern=("greeting", "contacts", "message", "ident", "closing"))
    kinds = [cue.kind for cue in plan(made).of(FIRST, "mot")[0].cues]
    assert kinds == ["greeting", "contacts", "message", "sting", "message", "ident", "closing"]


def test_rundowns_come_by_date_slot_and_station():
    made = plan(campaign(*SIX, stations=(station("mot"), station("hai"))))
    seen = [(each.date, each.slot.at, each.station.id) for each in made.rundowns]
    assert seen == [(day, at, name) for day in (FIRST, LAST) for at in (MORNING, EVENING) for name in ("mot", "hai")]
    assert len(made.rundowns) == 8
    assert made.rundowns[-1] == made.of(LAST, "hai")[1]
    assert made.rundowns[2:4] == tuple(list(made.on(FIRST))[2:])


def test_slots_are_aired_by_the_clock_however_they_are_written():
    made = campaign(*SIX, slots=(Slot(EVENING, 122), Slot(MORNING, 122)))
    assert [each.slot.at for each in plan(made).of(FIRST, "mot")] == [MORNING, EVENING]


def test_stations_share_every_cue_but_the_ident():
    first, second = list(plan(campaign(*SIX, stations=(station("mot"), station("hai")))).rundowns)[:2]
    assert first.cues[0].lines[0].written == "Đài Truyền thanh Xã mot, giọng máy tự động."
    assert second.cues[0].lines[0].written == "Đài Truyền thanh Xã hai, giọng máy tự động."
    assert all(a is b for a, b in zip(first.cues[1:], second.cues[1:], strict=True))


def test_one_thousand_six_hundred_stations_share_one_plan():
    stations = tuple(station(f"s{number}") for number in range(1600))
    made = plan(campaign(*SIX, stations=stations))
    assert len(made.groups) == 1
    bodies = {tuple(map(id, rundown.cues[1:])) for rundown in made.rundowns}
    assert len(bodies) == 4
    idents = {id(rundown.cues[0]) for rundown in made.rundowns}
    assert len(idents) == 1600


def test_the_words_are_filled_and_read_and_know_their_place():
    words = Words(text("Đài {station}."), {"0530": text("Kính chào!\nBây giờ là {hour}, {weekday}, {date}. {theme}.")},
                  text("Gọi 113."), text("Hết."))  # fmt: skip
    made = campaign(*SIX, words=words, themes=(theme(FIRST, "giả danh công an"),))
    morning, evening = plan(made).of(FIRST, "mot")
    lines = morning.cues[1].lines
    assert [line.written for line in lines] == [
        "Kính chào!",
        "Bây giờ là 5 giờ 30 phút, thứ Tư, ngày 20 tháng 11 năm 2024.",
        "giả danh công an.",
    ]
    assert "năm giờ ba mươi phút" in lines[1].spoken
    assert [line.at.line for line in lines] == [10, 11, 11]
    assert evening.cues[1].lines == ()


def test_a_day_without_a_theme_says_the_campaigns_title():
    greeting = plan(campaign(*SIX)).of(FIRST, "mot")[0].cues[1]
    assert greeting.lines[1].written == "Chuyện hôm nay: Chiến dịch thử."


def test_a_station_may_have_its_own_ident():
    made = campaign(*SIX, stations=(station("mot", ident="Đây là loa {station}."), station("hai")))
    idents = [rundown.cues[0].lines[0].written for rundown in plan(made).on(FIRST)]
    assert idents[:2] == ["Đây là loa Xã mot.", "Đài Truyền thanh Xã hai, giọng máy tự động."]


def test_no_message_comes_twice_in_a_programme_nor_in_two_running_not_even_over_midnight():
    rows = grid(plan(campaign(*(message(name) for name in "abcd"), last=date(2024, 11, 30))))
    assert len(rows) == 22
    assert all(len(set(row)) == len(row) == 2 for row in rows)
    assert all(not set(before) & set(after) for before, after in pairwise(rows))


def test_every_message_is_aired_and_about_equally_often():
    rows = grid(plan(campaign(*(message(name) for name in "abcdefgh"), last=date(2024, 11, 30))))
    counts = [sum(name in row for row in rows) for name in "abcdefgh"]
    assert sum(counts) == 44
    assert max(counts) - min(counts) <= 1


def test_a_priority_bulletin_comes_more_often_and_earlier():
    messages = (message("z", bulletin_class="ưu tiên"), *(message(name) for name in "abcdefg"))
    rows = grid(plan(campaign(*messages, last=date(2024, 11, 30))))
    counts = {name: sum(name in row for row in rows) for name in "abcdefgz"}
    assert counts["z"] > max(counts[name] for name in "abcdefg")
    assert all(row[0] == "z" for row in rows if "z" in row)


def test_the_days_theme_comes_first_and_says_so():
    topics = {name: f"Chủ đề {name}" for name in "abcdef"}
    themes = (theme(FIRST, "chuyện e", "e"), theme(LAST, "chuyện b", "b"))
    made = plan(campaign(*SIX, topics=topics, themes=themes))
    rows = grid(made)
    assert [row[0] for row in rows if set(row) & {"b", "e"} and row[0] in "be"]
    assert "e" in rows[0] + rows[1]
    assert "b" in rows[2] + rows[3]
    for rundown in made.rundowns:
        leading = next(cue for cue in rundown.cues if cue.kind == "message")
        if rundown.theme.topics[0] in leading.segment.topics:
            assert leading.why.ground == "theme topic"
            assert leading.why.name == topics[leading.id]


def test_a_bound_message_is_aired_on_its_dates_in_its_slots_and_nowhere_else():
    bound = message("x", dates=(FIRST, LAST), slots=(EVENING,))
    assert [("x" in row) for row in grid(plan(campaign(*SIX, bound)))] == [False, True, False, True]


def test_a_bound_message_without_slots_is_aired_in_all_of_its_day():
    rows = grid(plan(campaign(*SIX, message("x", dates=(LAST,)))))
    assert ["x" in row for row in rows] == [False, False, True, True]


@pytest.mark.parametrize(("first", "last"), [(FIRST, FIRST), (LAST, LAST)])
def test_the_first_and_the_last_day_have_their_bound_messages_at_head_and_tail(first, last):
    opening = message("mo-dau", dates=(first,), slots=(MORNING,), position="head")
    closing = message("ket-thuc", dates=(last,), slots=(EVENING,), position="tail")
    rows = grid(plan(campaign(*SIX, opening, closing)))
    day = 2 * (first - FIRST).days
    assert rows[day][0] == "mo-dau"
    assert rows[day + 1][-1] == "ket-thuc"
    assert sum(("mo-dau" in row) + ("ket-thuc" in row) for row in rows) == 2


def test_a_bound_message_leaves_other_programmes_as_they_were():
    made = campaign(*(message(name) for name in "abcdefgh"), last=date(2024, 11, 30))
    before = grid(plan(made))
    bound = message("x", dates=(date(2024, 11, 25),), slots=(MORNING,))
    after = grid(plan(replace(made, segments=(*made.segments, bound))))
    assert [number for number, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [10]


def test_a_message_waits_for_its_first_day_and_ends_with_its_last():
    late, early = message("x", first=LAST), message("y", last=FIRST)
    rows = grid(plan(campaign(*SIX, late, early)))
    assert [any("x" in row for row in rows[:2]), any("y" in row for row in rows[2:])] == [False, False]
    assert any("x" in row for row in rows)
    assert any("y" in row for row in rows)


def test_a_rotating_message_keeps_to_its_slots():
    rows = grid(plan(campaign(*SIX, message("x", slots=(EVENING,)))))
    assert not any("x" in row for row in rows[0::2])
    assert any("x" in row for row in rows[1::2])


def test_messages_of_stations_and_kinds_are_aired_there_only():
    stations = (station("mot"), station("hai"), station("huyen", kind="district"))
    own, kind = message("x", stations=("hai",), dates=(FIRST,)), message("y", kinds=("district",), dates=(FIRST,))
    made = plan(campaign(*SIX, own, kind, stations=stations))
    heard = {name: {each for row in grid(made, name) for each in row} & {"x", "y"} for name in ("mot", "hai", "huyen")}
    assert heard == {"mot": set(), "hai": {"x"}, "huyen": {"y"}}
    assert len(made.groups) == 3


def test_one_stations_message_changes_only_its_own_programmes():
    made = campaign(*SIX, stations=(station("mot"), station("hai")))
    own = message("x", stations=("hai",), dates=(FIRST,), slots=(MORNING,))
    before, after = plan(made), plan(replace(made, segments=(*made.segments, own)))
    assert grid(before, "mot") == grid(after, "mot")
    assert grid(before, "hai")[1:] == grid(after, "hai")[1:]


def test_an_urgent_message_heads_every_programme_until_its_end():
    urgent = message("x", bulletin_class="khẩn cấp", first=FIRST, until=datetime(2024, 11, 21, 5, 30))  # noqa: DTZ001
    made = plan(campaign(*SIX, urgent))
    rows = grid(made)
    assert [row[0] for row in rows[:3]] == ["x", "x", "x"]
    assert "x" not in rows[3]
    assert made.of(FIRST, "mot")[0].cues[2].why.ground == "urgent"
    assert [fault for fault in faults(made) if fault.severity == "error"] == []


def test_an_urgent_end_in_another_zone_counts_in_the_campaigns():
    urgent = message("x", bulletin_class="khẩn cấp", until=datetime(2024, 11, 20, 10, 0, tzinfo=UTC))  # 17:00 there
    assert [("x" in row) for row in grid(plan(campaign(*SIX, urgent)))] == [True, True, False, False]


def test_an_urgent_message_stands_before_one_that_asks_for_the_head():
    urgent = message("x", bulletin_class="khẩn cấp")
    head = message("y", dates=(FIRST,), position="head")
    assert grid(plan(campaign(*SIX, urgent, head)))[0][:2] == ["x", "y"]


def test_a_message_whose_contact_has_expired_is_left_out():
    expired = contact("156", expires=FIRST)
    made = campaign(*SIX, message("x", contacts=("156",)), contacts=(expired,))
    assert not any("x" in row for row in grid(plan(made))[2:])


def test_a_message_whose_contact_was_never_verified_is_not_aired():
    made = campaign(*SIX, message("x", contacts=("156",)), contacts=(contact("156", verified=None),))
    assert not any("x" in row for row in grid(plan(made)))


def test_recordings_are_heard_in_the_stations_languages_and_order():
    tay = Recording("tay", "recordings/x.m4a", "Nông Thị Hoa", FIRST)
    both = message("x", dates=(FIRST,), slots=(MORNING,), sentences=5, recordings=(tay,))
    only = message("y", dates=(LAST,), slots=(MORNING,), text=None, recordings=(tay,))
    stations = (station("mot"), station("hai", languages=("tay", "vi")))
    made = plan(campaign(*SIX, both, only, stations=stations), Lengths(recordings={"recordings/x.m4a": 21.0}))
    assert "y" not in grid(made, "mot")[2]
    heard = {cue.id: cue for rundown in made.of(FIRST, "hai") + made.of(LAST, "hai") for cue in rundown.cues}
    assert heard["x"].languages == ("tay", "vi")
    assert heard["y"].languages == ("tay",)
    assert heard["y"].lines == ()
    assert heard["y"].seconds == pytest.approx(21.7)
    assert heard["x"].seconds == pytest.approx(21 + 5 * 10 / 3 + 4 * 0.5 + 2 * 0.6 + 0.1)


def test_planned_seconds_add_up():
    rundown = plan(campaign(*SIX), Lengths(sting=2, closer=7)).of(FIRST, "mot")[0]
    seconds = {cue.kind: cue.seconds - 0.1 for cue in rundown.cues}
    assert seconds["ident"] == pytest.approx(9.5)  # 1.5 + 3 + 9 syllables + 1 + 0.6, filled up to half a second
    assert seconds["sting"] == pytest.approx(2.6)
    assert seconds["message"] == pytest.approx(100 / 3 + 9 * 0.5 + 0.6)
    assert seconds["closing"] == pytest.approx(10 / 3 + 0.5 + 7 + 1)
    assert rundown.seconds == pytest.approx(sum(cue.seconds for cue in rundown.cues))
    assert rundown.starts[0] == 0
    assert rundown.starts[-1] + rundown.cues[-1].seconds == pytest.approx(rundown.seconds)


def test_programmes_keep_to_their_slots_with_messages_of_many_lengths():
    messages = tuple(message(f"m{number:02}", sentences=7 + number % 6) for number in range(24))
    slots = tuple(Slot(at, 300, 20) for at in (MORNING, EVENING))
    made = plan(campaign(*messages, slots=slots, last=date(2024, 11, 30)))
    assert all(280 <= rundown.seconds <= 320 for rundown in made.rundowns)


def test_a_few_syllables_more_change_no_programme():
    messages = tuple(message(f"m{number:02}", sentences=8 + number % 5) for number in range(24))
    made = campaign(*messages, slots=tuple(Slot(at, 300, 20) for at in (MORNING, EVENING)), last=date(2024, 11, 30))
    longer = replace(messages[0], text=replace(messages[0].text, written=messages[0].text.written + "\nBà con nhé!"))
    assert grid(plan(made)) == grid(plan(replace(made, segments=(longer, *messages[1:]))))


def test_the_order_of_files_changes_nothing():
    stations = (station("mot"), station("hai"))
    made = campaign(*SIX, stations=stations)
    turned = replace(made, segments=SIX[::-1], stations=stations[::-1])
    assert [grid(plan(made), name) for name in ("mot", "hai")] == [grid(plan(turned), name) for name in ("mot", "hai")]


def test_daily_topics_and_promised_audiences_are_kept_when_they_can_be():
    messages = (message("cong-an", "14"), message("gia", "1", audiences=("gia",)), *SIX[:5])
    promises = Promises(1, ("14",), ("gia",))
    topics = {"14": "Giả danh công an", **{name: name for name in "1abcde"}}
    made = plan(campaign(*messages, topics=topics, audiences={"gia": "Người cao tuổi"}, promises=promises))
    assert faults(made) == ()


def test_no_messages_no_crash():
    made = plan(campaign())
    assert grid(made) == [[], [], [], []]


def test_a_date_outside_the_campaign_is_said_clearly():
    with pytest.raises(BroadcastError) as caught:
        plan(campaign(*SIX)).on(FIRST - timedelta(days=1))
    assert str(caught.value) == "2024-11-19 is not a date of the campaign\n    its dates are 2024-11-20 to 2024-11-21"


def test_an_unknown_station_is_said_clearly():
    with pytest.raises(BroadcastError) as caught:
        plan(campaign(*SIX)).of(FIRST, "mto")
    assert str(caught.value) == "unknown station mto\n    did you mean mot?"
