"""Random text: nothing raises, nothing is lost, nothing is left, and what was read reads the same again.

Few examples by default; `SPOKEN_EXAMPLES=100000 pytest tests/test_spoken_random.py` runs the long way.
"""

from __future__ import annotations

import os
import re
import unicodedata

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from broadcast.campaign.lexicon import Lexicon, Pronunciation
from broadcast.spoken import read, sentences, syllables
from broadcast.spoken.tables import abbreviations, addresses, cues, fields, initialisms, loans, meanings
from broadcast.spoken.tables import letters as letters_said

EXAMPLES = int(os.environ.get("SPOKEN_EXAMPLES", "300"))
calm = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))

VIETNAMESE = "aáàảãạăắằâấầđeéèêếềiíìoóòôốồơớờuúùưứừyýỳbcdghklmnpqrstvx"
WORDS = st.sampled_from(
    [
        "gọi",
        "nhắn",
        "tin",
        "ngày",
        "tháng",
        "năm",
        "số",
        "điện",
        "thoại",
        "tài",
        "khoản",
        "mã",
        "OTP",
        "UBND",
        "TP.",
        "Th.S",
        "V/v",
        "TT&TT",
        "khoản",
        "điều",
        "mục",
        "thế",
        "kỷ",
        "IV",
        "xi",
        "vi",
        "20/11",
        "20–30/11",
        "17h30",
        "5g",
        "05:30",
        "1900",
        "1234",
        "0208.3823.123",
        "+84",
        "2.500.000đ",
        "500k",
        "1,5",
        "tỷ",
        "50%",
        "5-7",
        "24/7",
        "$100",
        "25°C",
        "m2",
        "km/h",
        "canhbao.khonggianmang.vn",
        "a@b.vn",
        "https://x.vn/a?b=1",
        "#ChốngLừaĐảo",
        "@ab",
        "56/KH-UBND",
        "49/2024/NĐ-CP",
        "*101#",
        "VNeID",
        "FlashAI",
        "Wi-Fi",
        "link",
        "online",
        "Facebook",
        "KHÔNG",
        "TIN",
        "ABCX",
        "(số)",
        "[x]",
        "•",
        "-",
        "–",
        "…",
        "...",
        "?",
        "!",
        ";",
        ":",
        ",",
        ".",
        '"',
        "“",
        "”",
        "'",
        "/",
        "\\",
        "|",
        "~",
        "=",
        "+",
        "&",
        "*",
        "#",
        "@",
        "%",
        "^",
        "_",
        "x",
        "3N2Đ",
        "A05",
        "iPhone",
        "Q.1",
        "P.5",
        "T2",
        "CN",
        "1/2",
        "23",
        "1/5",
        "II",
        "X",
        "v.v.",
        "🎉",
        "²",
        "½",
        "₫",
        "€",
        "soạn",
        "LD",
        "gửi",
        "5656",
        "12A",
        "0912xxx678",
        "H5N1",
        "thứ",
        "1",
        "lần",
        "âm",
        "-3",
        "1:3",
        "2.0.1",
    ]
)
TABLES = [
    value
    for module in (abbreviations, addresses, cues, fields, initialisms, letters_said, loans, meanings)
    for name, value in sorted(vars(module).items())
    if isinstance(value, dict | frozenset) and name[:2] != "__"
]
KNOWN = st.sampled_from(sorted({word for table in TABLES for word in table if isinstance(word, str)}))
JOINED = st.lists(
    st.tuples(
        st.one_of(WORDS, KNOWN),
        st.sampled_from([" ", " ", " ", "", "\n", ", ", "\u00a0", "-", "/", ".", " (", ") ", "_"]),
    ),
    max_size=14,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))
TYPED = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + "0123456789 .,:;/-–()%&@#+*'\"$₫\n", max_size=60)
ANYTHING = st.one_of(JOINED, TYPED, st.text(max_size=40))
LEFT = re.compile(r"[\d%/@&+•*#]")
PAUSES = set(" ,.?!…;:")


def letters(text: str) -> str:
    # casefold, not lower: Σ in small letters is σ or ς by what stands beside it, and pieces stand apart in the text.
    return "".join(char for char in unicodedata.normalize("NFC", text).casefold() if char.isalpha())


@example(text="1 4.100/5")  # raised ValueError
@example(text="1sgd")
@calm
@given(ANYTHING)
def test_no_sign_and_no_digit_is_left(text):
    spoken = read(text).text
    assert not LEFT.search(spoken)
    assert all(char.isalpha() or char in PAUSES or unicodedata.category(char) in ("Mn", "Mc") for char in spoken), (
        spoken
    )
    assert unicodedata.is_normalized("NFC", spoken)


@example(text="aΣᛢ")
@example(text="Ở mục VI_ và k vi (số)")
@calm
@given(ANYTHING)
def test_the_spans_cover_the_text_and_the_words_come_from_tokens(text):
    reading = read(text)
    assert "".join(token.written for token in reading.tokens) == text
    assert all(text[token.start : token.end] == token.written for token in reading.tokens)
    told = letters("".join(token.spoken for token in reading.tokens))
    assert letters(reading.text) == told


@example(text="-3khoản xi ")
@example(text="yݍ")
@example(text="aǀ")
@example(text="a漢")
@example(text="5漢z")
@example(text="ɖa")
@example(text="ᶞ")
@example(text="\u0374")
@example(text="𝚤")
@example(text="ⴇỐ")
@example(text="Ɓ'a")
@example(text="Ⱦ´a")
@example(text="Ω'a")
@example(text="k xi")
@example(text="k vi")
@example(text="K iv")
@example(text="k MI")
@example(text="№ii")
@example(text="XH vi")
@example(text="mục ii(a")
@example(text="số VI_")
@example(text="k ii và iii")
@example(text="kIc")
@example(text="#quânXi")
@example(text="@hồiMi")
@example(text="KTHT xi")
@example(text="trường ii(a")
@example(text="tel.a")
@example(text="gọi cnyOTP ")
@example(text="E-Mail")
@example(text="Tel\n1")
@example(text="iPhonecanhbao.khonggianmang.vn ")
@calm
@given(ANYTHING)
def test_reading_what_was_read_changes_nothing(text):
    for foreign in ("keep", "respell"):
        once = read(text, foreign=foreign).text
        assert read(once, foreign=foreign).text == once


# Two capitals, a digit or a sign, in this very case: no reading holds such a thing, so an entry is used once only.
WRITTEN = st.one_of(
    st.sampled_from(
        ["QXZ", "UBND", "TP.", "113", "5656", "20/11", "a@b.vn", "VNeID", "A05", "m2", "Q.1", "KH-UBND", "%"]
    ),
    st.sampled_from(
        ["50%", "56/KH-UBND", "TT&TT", "CN", "V/v", "II", "#", "canhbao.khonggianmang.vn", "T2 - CN", "5K"]
    ),
    st.text(alphabet="ABCĐXIV", min_size=2, max_size=5),
)
SAID = st.lists(
    st.sampled_from(
        [
            "quản",
            "xá",
            "mục",
            "khoản",
            "số",
            "ngày",
            "gọi",
            "năm",
            "xi",
            "vi",
            "lợn",
            "Thần",
            "Sa",
            "thứ",
            "quý",
            "ca",
            "i",
        ]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
LEXICONS = st.lists(st.builds(Pronunciation, WRITTEN, SAID, st.just(True)), max_size=4).map(
    lambda entries: Lexicon(tuple(entries))
)


@calm
@given(ANYTHING, LEXICONS, st.sampled_from(["bac", "trung", "nam"]), st.sampled_from(["keep", "respell"]))
def test_reading_what_was_read_changes_nothing_in_any_region_with_any_lexicon(text, lexicon, region, foreign):
    once = read(text, lexicon, region=region, foreign=foreign).text
    assert not LEFT.search(once)
    assert read(once, lexicon, region=region, foreign=foreign).text == once


@calm
@given(
    st.lists(
        st.sampled_from(
            [
                "người",
                "dân",
                "cảnh",
                "giác",
                "không",
                "chuyển",
                "tiền",
                "hòa",
                "hoà",
                "quý",
                "khoẻ",
                "khỏe",
                "ủy",
                "uỷ",
                "nghiêng",
                "huỳnh",
                "Trần",
                "Văn",
                "Nam",
                "Thần",
                "Sa",
            ]
        ),
        max_size=20,
    )
)
def test_ordinary_words_stay(words):
    text = " ".join(words)
    reading = read(text)
    assert reading.text.lower() == text.lower()
    assert not reading.changed
    assert not reading.unread


@calm
@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " ", max_size=60))
def test_letters_are_never_lost(text):
    reading = read(text)
    for token in reading.tokens:
        assert bool(letters(token.spoken)) == bool(letters(token.written)), token


@calm
@given(st.one_of(JOINED, TYPED))
def test_nfd_reads_as_nfc(text):
    composed = unicodedata.normalize("NFC", text)
    assert read(unicodedata.normalize("NFD", composed)).text == read(composed).text


@calm
@given(ANYTHING)
def test_sentences_hold_every_letter_and_digit(text):
    spans = sentences(text)
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert "".join(filter(str.isalnum, text)) == "".join(char for span in spans for char in span.text if char.isalnum())
    assert syllables(text) >= 0
