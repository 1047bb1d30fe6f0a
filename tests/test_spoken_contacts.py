"""Contacts in any spelling come out as contacts with one value: the safety check stands on this."""

from __future__ import annotations

import pytest

from broadcast.campaign.lexicon import Lexicon, Pronunciation
from broadcast.spoken import CONTACT_KINDS, read

EMPTY = Lexicon()


def contacts(text: str, lexicon: Lexicon = EMPTY) -> list[tuple[str, str]]:
    return [(token.kind, token.value) for token in read(text, lexicon).tokens if token.kind in CONTACT_KINDS]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0912345678", "0912345678"),
        ("0912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("0912-345-678", "0912345678"),
        ("09 12 34 56 78", "0912345678"),
        ("0 9 1 2 3 4 5 6 7 8", "0912345678"),
        ("０９１２３４５６７８", "0912345678"),
        ("0912\u200b345\u200b678", "0912345678"),
        ("0912\u00a0345\u00a0678", "0912345678"),
        ("+84912345678", "84912345678"),
        ("+84 912 345 678", "84912345678"),
        ("84912345678", "84912345678"),
        ("0208.3823.123", "02083823123"),
        ("(0208) 3823 123", "02083823123"),
        ("024.3209.1616", "02432091616"),
        ("069.2348.560", "0692348560"),
    ],
)
def test_telephone_numbers(written, value):
    assert contacts(f"Hãy gọi {written} nhé") == [("phone", value)]


@pytest.mark.parametrize("written", ["1900 1234", "19001234", "1900.1234", "1900-1234"])
def test_hotlines(written):
    assert contacts(f"Tổng đài {written} hoạt động") == [("hotline", "19001234")]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Gọi ngay 113.", ["113"]),
        ("Gọi 113, 114 hoặc 115.", ["113", "114", "115"]),
        ("Nhắn tin đến 5656 hoặc gọi 156.", ["5656", "156"]),
        ("Đầu số 156/5656", ["156", "5656"]),
        ("Soạn LD (số) (nội dung) gửi 5656", ["5656"]),
        ("Bấm *101# để tra cứu", ["101"]),
        ("Có 113 người, 156 hộ và 5656 tin nhắn", []),
        ("Điều 113, khoản 156", []),
    ],
)
def test_short_codes_and_quantities(written, codes):
    assert contacts(written) == [("shortcode", code) for code in codes]


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("chongluadao.vn", "domain", "chongluadao.vn"),
        ("CHONGLUADAO.VN", "domain", "chongluadao.vn"),
        ("vietcombank[.]com", "domain", "vietcombank.com"),
        ("vietcombank . com", "domain", "vietcombank.com"),
        ("bidv-online.top", "domain", "bidv-online.top"),
        ("https://x.vn/a?b=1", "url", "x.vn/a?b=1"),
        ("www.x.vn", "url", "www.x.vn"),
        ("bit.ly/3xYz", "url", "bit.ly/3xYz"),
        ("Cong.An@Gmail.com", "email", "cong.an@gmail.com"),
        ("1.2.3.4", "url", "1.2.3.4"),
    ],
)
def test_addresses(written, kind, value):
    assert contacts(f"truy cập {written} ngay") == [(kind, value)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("STK 19031234567890", "19031234567890"),
        ("số tài khoản 0101 2345 6789", "010123456789"),
        ("CCCD 019204001234", "019204001234"),
        ("chuyển vào 1234567890123 ngay", "1234567890123"),
    ],
)
def test_accounts(written, value):
    assert contacts(written) == [("account", value)]


def test_the_lexicon_cannot_hide_a_contact():
    lexicon = Lexicon((Pronunciation("5656", "năm sáu năm sáu"), Pronunciation("x.vn", "trang nhà")))
    assert contacts("Nhắn tin 5656, xem x.vn", lexicon) == [("shortcode", "5656"), ("domain", "x.vn")]
    assert read("Nhắn tin 5656, xem x.vn", lexicon).text == "Nhắn tin năm sáu năm sáu, xem trang nhà"


def test_the_lexicon_does_not_cut_an_address():
    lexicon = Lexicon((Pronunciation("lừa", "x"), Pronunciation("VNeID", "vi en e ai đi", match_case=True)))
    assert contacts("mở VNeID.gov-vn.top đi", lexicon) == [("domain", "vneid.gov-vn.top")]
