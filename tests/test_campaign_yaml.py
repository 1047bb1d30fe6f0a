"""YAML with places: every way in which a file can be no YAML, or two things at once, is said at its line."""

from __future__ import annotations

import pytest

from broadcast.campaign.located import Listing, Scalar, Table, compose

_QUOTES = "put the whole value in quotes"
_COLUMN = "keys of one group begin in the same column"
_DOCUMENT = "remove the line “---”: a file holds one document"
_UTF8 = "in the editor's program, choose “Save as” and the encoding UTF-8"

FAULTS = {
    "tab": ("a:\n\tb: 1\n", 2, 1, "the line begins with a tab", "use spaces: two for each step inwards"),
    "tab in a value": ("a: 1\n\tb: 2\n", 2, 1, "the line begins with a tab", "use spaces: two for each step inwards"),
    "second colon": (
        "title: Cảnh báo: lừa đảo\n",
        1,
        16,
        "the text holds “: ”, which YAML takes for a key",
        "put the whole text in quotes, or write it in the next line after “key: |”",
    ),
    "too far right": ("a: 1\n  b: 2\n", 2, 3, "the line stands too far to the right", _COLUMN),
    "between": (
        "a:\n    b: 1\n  c: 2\n",
        3,
        3,
        "the line does not begin where the lines of its group begin",
        f"{_COLUMN}; the group began in line 1",
    ),
    "text too far left": (
        "text: |\n    một\n  hai\n",
        3,
        3,
        "the line stands further left than the first line of its text",
        "begin all lines of a text in the same column; the first is line 2",
    ),
    "first key too far right": (" a: 1\nb: 2\n", 1, 2, "the line stands too far to the right", _COLUMN),
    "no space later": ("a: 1\nb:một hai\nc: 2\n", 2, 1, "a space is missing after “:”", "write “key: value”"),
    "no colon": ("title\nb: 2\n", 1, 1, "“:” is missing after the key", "write “key: value”"),
    "no colon later": ("a: 1\ntitle abc\nb: 2\n", 2, 1, "“:” is missing after the key", "write “key: value”"),
    "no space": ("a:1\nb: 2\n", 1, 1, "a space is missing after “:”", "write “key: value”"),
    "open quote": (
        'a: "abc\nb: 2\n',
        1,
        4,
        "the quote is never closed",
        "write the same quote sign at the end of the text",
    ),
    "after a quote": (
        "a: 'it's'\n",
        1,
        8,
        "something stands behind the end of the value",
        "put the whole value in quotes, of the kind that it does not hold itself",
    ),
    "at sign": ("a: @abc\n", 1, 4, "a value cannot begin with “@”", _QUOTES),
    "backtick": ("a: `x\n", 1, 4, "a value cannot begin with “`”", _QUOTES),
    "percent": ("a: %x\n", 1, 4, "a value cannot begin with “%”", _QUOTES),
    "star": ("a: *\n", 1, 4, "a value cannot begin with “*”", _QUOTES),
    "ampersand": ("a: & b\n", 1, 4, "a value cannot begin with “&”", _QUOTES),
    "open list": (
        "a: [1, 2\nb: 3\n",
        1,
        4,
        "a bracket “[” or “{” is not closed",
        "look for a missing comma, quote or closing bracket up to line 2",
    ),
    "open brace": (
        "a: {b: 1\nc: 2\n",
        1,
        4,
        "a bracket “[” or “{” is not closed",
        "look for a missing comma, quote or closing bracket up to line 2",
    ),
    "escape": (
        'a: "\\q"\n',
        1,
        5,
        "“\\” begins an escape that does not exist",
        "write the text without double quotes, or “\\\\” for a backslash",
    ),
    "dash": (
        "a: - b\n",
        1,
        4,
        "a list cannot begin here",
        "begin the list in the next line, each item after “- ”, or put the text in quotes",
    ),
    "bar": (
        "a: | text\n  b\n",
        1,
        6,
        "text stands behind “|” or “>”",
        "begin the text in the next line, two spaces inwards",
    ),
    "documents": ("a: 1\n---\nb: 2\n", 2, 1, "a second document begins here", _DOCUMENT),
    "end of document": ("a: 1\n...\nb: 2\n", 3, 1, "a second document begins here", _DOCUMENT),
    "alias": (
        "a: &x [1]\nb: *x\n",
        2,
        4,
        "the alias “*x” is not allowed",
        "write the words again where they are needed",
    ),
    "merge": (
        "a: &x {b: 1}\nc:\n  <<: *x\n",
        3,
        7,
        "the alias “*x” is not allowed",
        "write the words again where they are needed",
    ),
    "tag": (
        "a: !!python/object:os.system b\n",
        1,
        4,
        "the tag “!!python/object:os.system” is not allowed",
        "remove it; a text that begins with “!” stands in quotes",
    ),
    "doubled": (
        "a: 1\nb: 2\na: 3\n",
        3,
        1,
        "the key “a” stands twice; the first is in line 1",
        "remove one of the two",
    ),
    "doubled by NFC": (
        "hò: 1\nho\u0300: 2\n",
        2,
        1,
        "the key “hò” stands twice; the first is in line 1",
        "remove one of the two",
    ),
    "no key": ('"": 1\n', 1, 1, "a key is missing before “:”", "write “key: value”"),
    "list as a key": (
        "[a]: b\n",
        1,
        1,
        "a key must be one word, not a list or a mapping",
        "if brackets are meant as text, put it in quotes",
    ),
    "deep flow": (
        "[" * 100_000,
        1,
        13,
        "the lists and keys are nested too deeply",
        "look for brackets or dashes too many",
    ),
    "deep block": (
        "- " * 50_000,
        1,
        25,
        "the lists and keys are nested too deeply",
        "look for brackets or dashes too many",
    ),
    "text without its sign": (
        "a: 1\ntext:\n  Một hai ba.\n  Nhớ: đừng vội.\n",
        2,
        1,
        "“|” is missing before a text of several lines",
        "write “text: |”, and the text below it",
    ),
    "text not inwards": (
        "text: |\nMột hai ba.\nBốn.\n",
        2,
        1,
        "the line stands outside the text above it",
        "begin it two spaces inwards, like the other lines of the text",
    ),
    "a line out of its text": (
        "text: |\n  Một hai.\nBa bốn.\n  Năm.\n",
        3,
        1,
        "the line stands outside the text above it",
        "begin it two spaces inwards, like the other lines of the text",
    ),
    "lines out of their text, the first with a colon": (
        "title: Một\ntext: |\nCông an dặn: đừng vội.\nBa bốn.\n",
        3,
        1,
        "the line stands outside the text above it",
        "begin it two spaces inwards, like the other lines of the text",
    ),
    "a line out of its text, and a later colon": (
        "title: Một\ntext: |\n  Một hai.\nCông an dặn: đừng vội.\n  Ba bốn.\n  Nhớ: đừng vội.\n",
        4,
        1,
        "the line stands outside the text above it",
        "begin it two spaces inwards, like the other lines of the text",
    ),
    "a tab in a text": (
        "text: |\n\tMột hai.\n\tBa bốn.\n",
        2,
        1,
        "the line begins with a tab",
        "use spaces: two for each step inwards",
    ),
    "a text without its key": (
        "title: Một\nsource: Hai\n\n  Ba bốn.\n  Nhớ nhé: đừng vội.\n",
        4,
        3,
        "the line is taken for more of “source” above it",
        "a text of several lines stands below a line “text: |”; is that line missing?",
    ),
    "quote inside brackets": (
        'a:\n  - {at: "17:00, seconds: 300}\n  - {at: "17:30", seconds: 300}\n',
        2,
        10,
        "the quote is never closed",
        "write the same quote sign at the end of the text",
    ),
    "curly quotes around a colon": (
        "title: “Cảnh báo: lừa đảo”\n",
        1,
        17,
        "“ and ” are no quotes for YAML, and the text holds “: ”",
        'write " at both ends of the text',
    ),
    "a dash that sticks": (
        "a:\n  - {b: 1}\n  -{b: 2}\n",
        3,
        3,
        "a space is missing after “-”",
        "write “- ” before each item",
    ),
    "two versions": (
        "title: a\n<<<<<<< HEAD\nb: c\n=======\nb: d\n>>>>>>> x\n",
        2,
        1,
        "two versions of the file stand one below the other (git)",
        "keep one of the two, and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”",
    ),
    "quote that a later one closes": (
        'title: "Một\nclass: a\ntopics: ["14"]\nb: c\n',
        1,
        8,
        "the quote is never closed",
        "write the same quote sign at the end of the text",
    ),
    "item without its dash": (
        "s:\n  - {a: b}\n  {a: c}\n",
        3,
        3,
        "“- ” is missing before the item",
        "begin it like the items above: “- ”",
    ),
    "bracket too many": (
        "a: {b: c}}\n",
        1,
        10,
        "the bracket “}” closes nothing",
        "remove it, or put the whole value in quotes",
    ),
    "bracket alone": (
        "a: 1\n]\n",
        2,
        1,
        "the bracket “]” closes nothing",
        "remove it, or put the whole value in quotes",
    ),
    "of another time": (
        "%YAML 9.0\n---\na: 1\n",
        1,
        1,
        "this is not YAML: found incompatible YAML document",
        "compare it with an older message",
    ),
    "empty": ("", 1, 1, "the file is empty", "write its keys, or remove the file if it is not needed"),
    "only comments": ("# a\n", 1, 1, "the file is empty", "write its keys, or remove the file if it is not needed"),
    "control": (
        "a: 1\nb: x\x07y\n",
        2,
        5,
        "the text holds an invisible control character (U+0007)",
        "delete it and write the word again",
    ),
    "escaped control": (
        'a: "x\\0"\n',
        1,
        4,
        "the text holds an invisible control character (U+0000)",
        "remove the escape that begins with “\\”",
    ),
    "endless marks": (
        "a: a" + "\u0301" * 300_000,
        1,
        35,
        "a letter carries too many diacritics",
        "delete the word and write it again",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_says_where_and_what_to_write(name):
    text, line, column, message, hint = FAULTS[name]
    faults = compose(text.encode(), "f.yaml").faults
    assert [(fault.at.line, fault.at.column, fault.message, fault.hint) for fault in faults] == [
        (line, column, message, hint)
    ]


BYTES = {
    "latin": (b"a: 1\nb: \xff\n", "f.yaml:2: the file is not UTF-8: byte 0xFF\n    " + _UTF8),
    "cut short": (b"a: 1\r\nb: \xe1\xba", "f.yaml:2: the file is not UTF-8: byte 0xE1\n    " + _UTF8),
    "picture": (
        b"\x89PNG\r\n\x1a\n",
        "f.yaml: this is a picture, a recording or a document, not a text\n"
        "    put it elsewhere; the words of a document go into a file of plain text",
    ),
    "utf-16": ("a: 1".encode("utf-16"), "f.yaml:1: the file is not UTF-8 but UTF-16\n    " + _UTF8),
    "huge": (
        b"#" * 2_000_000,
        "f.yaml: the file is too large: 1953 KB\n    at most 1024 KB can be read; is this the right file?",
    ),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_said_so(name):
    data, words = BYTES[name]
    assert [str(fault) for fault in compose(data, "f.yaml").faults] == [words]


def test_several_faults_come_in_one_pass():
    faults = compose(b"a: *x\nb: !t 1\nb: 2\n", "f.yaml").faults
    assert [(fault.at.line, fault.message) for fault in faults] == [
        (1, "the alias “*x” is not allowed"),
        (2, "the tag “!t” is not allowed"),
        (3, "the key “b” stands twice; the first is in line 2"),
    ]


def test_scalars_stay_what_was_typed():
    root = compose(b"a: 11:30\nb: 02437654321\nc: no\nd: 2024-11-20\ne: 0x1F\nf: ~\ng:\n", "f.yaml").root
    assert isinstance(root, Table)
    assert [node.text for node in root.values.values() if isinstance(node, Scalar)] == [
        "11:30",
        "02437654321",
        "no",
        "2024-11-20",
        "0x1F",
        "~",
        "",
    ]


def test_every_value_has_its_place():
    document = compose("# lời đầu\na:\n  - {b: một, c: [hai]}\n".encode(), "f.yaml")
    place, node = document.find(("a", 0, "c", 0))
    assert (str(place), place.column, node.text) == ("f.yaml:3", 18, "hai")
    assert document.find(("a", 0, "zzz"))[0] == document.find(("a", 0))[0]
    assert isinstance(document.find(("a",))[1], Listing)


@pytest.mark.parametrize("data", ["\ufeffa: ế\r\nb: 2\r\n".encode(), "a: e\u0302\u0301\rb: 2\r".encode()])
def test_windows_and_mac_files_are_read_and_composed(data):
    document = compose(data, "f.yaml")
    assert document.faults == ()
    assert document.find(("a",))[1].text == "ế"
    assert document.find(("b",))[0].line == 2


def test_unusual_line_ends_do_not_shift_lines():
    document = compose("a: một\u2028hai\u0085ba\nb: 2\n".encode(), "f.yaml")
    assert document.find(("b",))[0].line == 2
    assert document.find(("a",))[1].text == "một hai ba"
