"""What a reading tells: spans, classes, faults, regions, foreign words."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata

import pytest

from broadcast.spoken import Span, read, sentences, syllables, tables


def test_offsets_point_into_the_text_as_it_was_given():
    text = unicodedata.normalize("NFD", "Ngày\u200b 20/11, gọi 113")
    tokens = [token for token in read(text).tokens if token.kind in ("date", "shortcode")]
    assert [(token.written, text[token.start : token.end]) for token in tokens] == [("20/11", "20/11"), ("113", "113")]


def test_unchanged_text_says_so():
    assert not read("Người dân không chuyển tiền.").changed
    assert not read("KHÔNG CHUYỂN TIỀN").changed
    assert read("Gọi 113").changed


@pytest.mark.parametrize("name", ["Long", "An", "Nguyễn Thị Hoa", "Thần Sa", "Đắk Lắk", "Pác Nặm", "Kon Tum"])
def test_names_never_fault(name):
    assert read(f"Bà {name} ở đây").unread == ()


def test_a_foreign_word_is_reported_for_a_voice_that_reads_vietnamese_only():
    assert [token.kind for token in read("xem Schwarz nhé").unread] == ["foreign"]
    assert read("xem Schwarz nhé", foreign="keep").unread == ()


def test_loans_are_kept_or_respelt():
    assert read("link Facebook", foreign="respell").text == "Linh phây búc"
    assert read("link Facebook", foreign="keep").text == "Link Facebook"


def test_regions_count_in_their_own_words():
    assert read("có 1.105 hộ", region="bac").text == "Có một nghìn một trăm linh năm hộ"
    assert read("có 1.105 hộ", region="trung").text == "Có một nghìn một trăm lẻ năm hộ"
    assert read("có 1.105 hộ", region="nam").text == "Có một ngàn một trăm lẻ năm hộ"


def test_never_a_cue_word_twice():
    assert read("ngày 20/11, mùng 1/1, tháng 11/2024").text == (
        "Ngày hai mươi tháng mười một, mùng một tháng một, tháng mười một năm hai nghìn không trăm hai mươi tư"
    )


def test_letters_of_other_scripts_are_kept_and_reported():
    reading = read("chữ 漢字")
    assert reading.text == "Chữ 漢字"
    assert [token.written for token in reading.unread] == ["漢字"]


def test_syllables():
    assert syllables("không chuyển tiền") == 3
    assert syllables("Hoà, khoẻ! uống nước; nghiêng…") == 5
    assert syllables("Facebook") == 3
    assert syllables("") == 0


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Một. Hai? Ba!", ["Một.", "Hai?", "Ba!"]),
        ("Ở TP. Thái Nguyên. Hết.", ["Ở TP. Thái Nguyên.", "Hết."]),
        ("Th.S An nói. Bà Lan nghe.", ["Th.S An nói.", "Bà Lan nghe."]),
        ("Giá 1.900 đồng. Rẻ.", ["Giá 1.900 đồng.", "Rẻ."]),
        ("Ngày 20.11.2024 họp. Đến nhé.", ["Ngày 20.11.2024 họp.", "Đến nhé."]),
        ("Rau, củ, v.v. đều đắt. Thật.", ["Rau, củ, v.v. đều đắt.", "Thật."]),
        ("Mở https://a.vn/x.html nhé. Xong.", ["Mở https://a.vn/x.html nhé.", "Xong."]),
        ("Chờ đã... rồi đi. Xong…", ["Chờ đã... rồi đi.", "Xong…"]),
        ("“Thật sao?” Bà hỏi.", ["“Thật sao?”", "Bà hỏi."]),
        ("Việc cần làm:\n- Dừng lại\n- Kiểm tra", ["Việc cần làm:", "- Dừng lại", "- Kiểm tra"]),
        ("bảo\nvệ người dân", ["bảo\nvệ người dân"]),
        ("1. Dừng lại. 2. Kiểm tra.", ["1. Dừng lại.", "2. Kiểm tra."]),
        ("", []),
    ],
)
def test_sentences(text, parts):
    assert [span.text for span in sentences(text)] == parts


def test_a_sentence_knows_its_place():
    assert sentences("  Một. Hai.")[1] == Span(7, 11, "Hai.")


def test_a_letter_of_another_script_stands_apart_and_is_the_fault():
    reading = read("Vào Z\u0430lo, 5\u6f22 nhé")
    assert [(token.written, token.rule) for token in reading.unread] == [("\u0430", "script"), ("\u6f22", "script")]
    assert reading.text == "Vào dét \u0430 lo, năm \u6f22 nhé"
    assert read("dài 5 µm, góc α").text == "Dài năm mi crô mét, góc an pha"


def test_a_small_numeral_is_read_by_the_cue_that_is_heard():
    reading = read("Ở mục VI_, nhóm k xi (số)")
    assert reading.text == "Ở mục sáu, nhóm ca mười một, số"
    told = [(token.written, token.start, token.spoken) for token in reading.tokens if token.kind == "roman"]
    assert told == [("VI", 6, "sáu"), ("xi", 18, "mười một")]
    assert read("#quânXi").text == "Thăng quân mười một"


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(tables.__path__)])
def test_what_a_table_says_is_words_and_reads_as_itself(name):
    module = importlib.import_module(f"{tables.__name__}.{name}")
    for table in (value for key, value in vars(module).items() if isinstance(value, dict) and key[:2] != "__"):
        for written, spoken in table.items():
            if isinstance(written, str) and isinstance(spoken, str):
                assert written
                assert re.fullmatch(r"[^\W\d_]+(?:,? [^\W\d_]+)*", spoken), written
                assert read(spoken).text.lower() == spoken.lower(), written
