"""Approval ends exactly when what is heard changes, and the words that changed are named."""

from dataclasses import replace
from datetime import date

import pytest
from planned import EVENING, FIRST, MORNING, campaign, message, station, text

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.lexicon import Lexicon, Pronunciation
from broadcast.campaign.segment import Recording
from broadcast.plan import plan
from broadcast.plan.approval import Change, Heard, difference, heard

TAY = Recording("tay", "recordings/x.m4a", "Nông Thị Hoa", date(2024, 11, 18))
BOUND = message("x", dates=(FIRST,), slots=(MORNING,), text=text("Gọi 113 ngay.\nĐừng vội."), recordings=(TAY,))
MADE = campaign(
    *(message(name) for name in "abcdef"), BOUND, stations=(station("mot"), station("hai", languages=("vi", "tay")))
)
HASHES = {"recordings/x.m4a": "aaaa"}


def said(made: Campaign = MADE, recordings: dict[str, str] = HASHES) -> Heard:
    planned = plan(made)
    return heard(planned, planned.on(FIRST), lambda path: recordings.get(path, ""))


def code(made: Campaign = MADE, recordings: dict[str, str] = HASHES) -> str:
    return said(made, recordings).sha256


def changed(**changes) -> Campaign:
    return replace(MADE, segments=tuple(replace(each, **changes) if each.id == "x" else each for each in MADE.segments))


def test_the_same_words_have_the_same_code():
    assert code() == code()
    assert len(code()) == 64


@pytest.mark.parametrize(
    "made",
    [
        changed(title="Tên khác"),
        changed(source="Nguồn khác"),
        changed(text=text("Gọi  113\n ngay.\n\nĐừng vội.")),
        changed(text=text("Gọi một một ba ngay.\nĐừng vội.")),
        changed(text=text("GỌI 113 ngay.\nĐừng vội.")),
        replace(MADE, lexicon=Lexicon((Pronunciation("Thần Sa", "thần sa"),))),
        replace(MADE, stations=MADE.stations[::-1]),
        replace(MADE, segments=MADE.segments[::-1]),
    ],
    ids=["title", "source", "white space", "spelt out", "capitals", "unused lexicon", "station order", "file order"],
)
def test_what_nobody_hears_leaves_the_code_as_it_is(made: Campaign):
    assert code(made) == code()


@pytest.mark.parametrize(
    "made",
    [
        changed(text=text("Gọi 114 ngay.\nĐừng vội.")),
        changed(text=text("Đừng vội.\nGọi 113 ngay.")),
        changed(text=text("Gọi 113 ngay?\nĐừng vội.")),
        changed(slots=(EVENING,)),
        changed(recordings=()),
        changed(stations=("hai",)),
        changed(position="tail"),
        replace(MADE, lexicon=Lexicon((Pronunciation("vội", "vàng"),))),
        replace(MADE, stations=(*MADE.stations, station("ba"))),
        replace(MADE, words=replace(MADE.words, closing=text("Tạm biệt."))),
    ],
    ids=["word", "order", "sign", "slot", "recording", "stations", "position", "lexicon", "station", "closing"],
)
def test_what_is_heard_otherwise_ends_the_code(made: Campaign):
    assert code(made) != code()


def test_a_recordings_bytes_end_the_code():
    assert code(recordings={"recordings/x.m4a": "aaab"}) != code()


def test_the_difference_names_the_words():
    old, new = said(), said(changed(text=text("Gọi 114 ngay.\nĐừng vội.")))
    line = "gọi một một bốn ngay."
    assert difference(old.lines, new.lines) == (Change("ba", "bốn", line),)  # once, though with and without Tày
    assert difference(old.lines, old.lines) == ()
    assert str(new.places[line]) == "segments/campaign.yaml:10"


def test_the_difference_names_lines_that_come_and_go():
    assert difference(("a b", "c"), ("a b", "d e", "c")) == (Change("", "d e", "d e"),)
    assert difference(("a b", "d e", "c"), ("a b", "c")) == (Change("d e", "", "d e"),)


def test_stations_that_hear_the_same_stand_together():
    made = campaign(*(message(name) for name in "abcd"), stations=(station("mot"), station("hai")))
    lines = said(made).lines
    assert [line for line in lines if line.endswith(":")] == ["2024-11-20 0530 hai mot:", "2024-11-20 1700 hai mot:"]
