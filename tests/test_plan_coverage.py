"""Every promise that a plan cannot keep is named: which, for whom, and what to write."""

from datetime import date
from itertools import chain

from planned import EVENING, FIRST, MORNING, campaign, contact, message, station

from broadcast.campaign.campaign import Promises, Slot
from broadcast.errors import Place
from broadcast.plan import plan
from broadcast.plan.coverage import coverage, faults

SIX = tuple(message(name, name) for name in "abcdef")
TOPICS = {name: f"Chủ đề {name.upper()}" for name in "abcdef"}
PLACE = Place("segments/campaign.yaml", 40)


def promises(*, each: int = 0, daily: tuple[str, ...] = (), audiences: tuple[str, ...] = ()) -> Promises:
    return Promises(each, daily, audiences, PLACE)


def said(made) -> list[str]:
    return [f"{fault.severity}: {fault}" for fault in faults(plan(made))]


def test_a_plan_that_keeps_everything_has_no_fault():
    assert said(campaign(*SIX, topics=TOPICS, promises=promises(each=1))) == []


def test_a_topic_without_a_message():
    made = campaign(*SIX, topics={**TOPICS, "x": "Cho số đánh đề"}, promises=promises(each=1))
    assert said(made) == [
        "error: segments/campaign.yaml:40: the topic Cho số đánh đề is aired 0 of 1 time that is promised"
        ' (every station)\n    write a message with topics: ["x"] that these stations may air'
    ]


def test_a_topic_whose_one_message_cannot_come_often_enough():
    made = campaign(*SIX[:5], message("f", "f", last=FIRST, slots=(MORNING,)), topics=TOPICS,
                    promises=Promises(2, (), (), PLACE), last=date(2024, 11, 30))  # fmt: skip
    assert said(made) == [
        "error: segments/campaign.yaml:40: the topic Chủ đề F is aired 1 of 2 times that are promised (every station)\n"
        '    write another message with topics: ["f"], free one from its dates and slots,'
        " or make room: longer slots or shorter messages"
    ]


def test_a_topic_is_never_aired_even_when_no_number_is_promised():
    made = campaign(*SIX, topics={"x": "Cho số đánh đề"})
    assert said(made)[0].startswith("error: segments/campaign.yaml:40: the topic Cho số đánh đề is aired 0 of 1 time")


def test_a_daily_topic_that_a_day_misses():
    made = campaign(*SIX[1:], message("a", "a", last=FIRST), topics=TOPICS, promises=promises(daily=("a",)))
    assert said(made) == [
        "error: segments/campaign.yaml:40: the topic Chủ đề A is promised every day, but not aired on 2024-11-21"
        ' (every station)\n    write another message with topics: ["a"], free one from its dates and slots,'
        " or make room: longer slots or shorter messages"
    ]


def test_an_audience_that_two_days_running_miss():
    made = campaign(*SIX, message("g", audiences=("gia",), last=FIRST), last=date(2024, 11, 22),
                    audiences={"gia": "Người cao tuổi"}, promises=promises(audiences=("gia",)))  # fmt: skip
    assert said(made) == [
        "error: segments/campaign.yaml:40: the audience Người cao tuổi is promised a message at least every second day,"
        " but hears none from 2024-11-21 to 2024-11-22 (every station)\n"
        '    write another message with audiences: ["gia"], free one from its dates and slots,'
        " or make room: longer slots or shorter messages"
    ]


def test_an_audience_that_nobody_speaks_to():
    assert said(campaign(*SIX, audiences={"tre": "Trẻ em"})) == [
        "error: segments/campaign.yaml:40: no message for the audience Trẻ em is ever aired (every station)\n"
        '    write a message with audiences: ["tre"] that these stations may air'
    ]


def test_programmes_that_are_too_short():
    made = campaign(*SIX, slots=(Slot(MORNING, 600, 20, Place("segments/campaign.yaml", 8)),), last=FIRST)
    assert said(made) == [
        "error: segments/campaign.yaml:8: the programme of 2024-11-20 05:30 would run 4:46, its slot allows"
        " 9:40 to 10:20 (every station)\n    write more messages, or longer ones, or lower the slot's seconds"
    ]


def test_programmes_that_are_too_long():
    bound = tuple(message(name, dates=(FIRST,)) for name in "vwxyz")
    made = campaign(*bound, slots=(Slot(EVENING, 122, 20, Place("segments/campaign.yaml", 9)),), last=FIRST)
    assert said(made) == [
        "error: segments/campaign.yaml:9: the programme of 2024-11-20 17:00 would run 4:04, its slot allows"
        " 1:42 to 2:22 (every station)\n    shorten or unbind messages of that day, or raise the slot's seconds"
    ]


def test_a_message_that_is_never_aired_is_a_warning():
    made = campaign(*SIX, message("x", slots=(MORNING,), first=date(2024, 12, 1)))
    assert said(made) == [
        "warning: segments/messages/x.yaml:1: the message x is never aired (every station)\n"
        "    look at its dates, first, last, slots and until; or make room: longer slots, fewer messages"
    ]


def test_a_bound_message_whose_contact_may_not_be_spoken():
    made = campaign(*SIX, message("x", dates=(FIRST,), contacts=("156",)), contacts=(contact("156", verified=None),))
    assert said(made) == [
        "error: segments/messages/x.yaml:1: the message x is not aired on 2024-11-20:"
        " a contact that it names may not be spoken then\n"
        "    look at verified and expires of its contacts in contacts.yaml"
    ]


def test_a_message_that_is_bound_to_two_programmes_running_is_a_warning():
    assert said(campaign(*SIX, message("x", dates=(FIRST,)))) == [
        "warning: segments/messages/x.yaml:1: the message x is bound to two programmes running,"
        " 2024-11-20 05:30 and 17:00\n    bind it to one of them with slots, or write a second message"
    ]


def test_a_fault_names_the_stations_that_it_concerns():
    stations = tuple(station(name) for name in ("mot", "hai", "ba", "bon", "nam", "sau"))
    local = message("x", "x", stations=("mot",), dates=(FIRST,), slots=(MORNING,))
    made = campaign(*SIX, local, stations=stations, topics={"x": "Cho số đánh đề"})
    assert [fault.message for fault in faults(plan(made))] == [
        "the topic Cho số đánh đề is aired 0 of 1 time that is promised (Xã hai, Xã ba, Xã bon and 2 others)"
    ]


def test_coverage_counts_what_stands_in_the_rundowns():
    made = plan(campaign(*SIX, topics=TOPICS, audiences={"tre": "Trẻ em"}))
    counted = coverage(made)[0]
    aired = list(chain.from_iterable((cue.id for cue in each.cues if cue.segment) for each in made.rundowns))
    assert counted.messages == {name: aired.count(name) for name in "abcdef"}
    assert counted.topics == counted.messages
    assert counted.audiences == {"tre": 0}
