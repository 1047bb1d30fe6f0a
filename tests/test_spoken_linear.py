"""Work grows with the length of a line, whatever it is made of; counted in steps of the interpreter, not in seconds."""

from __future__ import annotations

import sys

import pytest

from broadcast.spoken import read, sentences

UNITS = {
    "plain": "người dân cảnh giác ",
    "digits": "1",
    "dotted": "1.000.",
    "dates": "20/11 ",
    "capitals": "A",
    "codes": "ABCX ",
    "mixed": "aB",
    "dashes": "- ",
    "slashes": "/",
    "at": "a@",
    "initials": "a.",
    "brackets": "(",
    "marks": "a\u0301",
    "zalgo": "\u0301",
    "phones": "0912 ",
    "hyphens": "a-",
    "lines": "\n",
    "plus": "+1 ",
    "paths": "a.vn/",
    "and": "A&",
    "colons": "1:",
    "scripts": "ж",
    "scripts in words": "aж",
    "cues heard": "k ii ",
    "emoji": "🎉",
    "spaces": " ",
    "etc": "v.v.",
    "roman": "I",
    "masks": "09xx.",
    "ranges": "1-",
    "quotes": '"',
    "hash": "#a",
}


def steps(text: str) -> int:
    """Count the calls made while a text is read."""
    count = 0

    def seen(_frame, _event, _argument):
        nonlocal count
        count += 1

    sys.setprofile(seen)
    try:
        read(text)
        sentences(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", UNITS)
def test_twice_the_text_is_twice_the_work(name):
    unit = UNITS[name]
    read(unit * 50)
    small, large = (steps((unit * size)[:size]) for size in (2_000, 8_000))
    assert large <= small * 4.6 + 400


def test_letters_of_another_script_are_looked_through_once():
    # A piece of them at a time would look at all the rest for each piece, which no count of calls shows.
    assert [token.rule for token in read("ж" * 10_000).tokens] == ["script"]


def test_a_line_of_a_million_characters():
    line = "Gọi 113 ngày 20/11, xem chongluadao.vn và không chuyển 2.500.000đ cho ai cả. " * 13_000
    reading = read(line[:1_000_000])
    assert sum(len(token.written) for token in reading.tokens) == 1_000_000
