"""The loudspeaker cannot be made to read out a number or an address that the register does not allow."""

from __future__ import annotations

import pytest
from campaigns import CONTACTS, LEXICON, write_campaign

from broadcast.campaign import read
from broadcast.check.heard import heard
from broadcast.check.safety import unsafe

MESSAGE = "messages/viec-nhe.yaml"
LINE = "Không có hợp đồng thì không đi."  # line 13, from column 3
_ENTER = "check with its owner that it is right, enter it in contacts.yaml with the day in “verified”, or take it out"
_HIDDEN = "enter the number in contacts.yaml, or take it out; if it is no number, put words between the digits"


def faults(tmp_path, changes=None, edits=None):
    """Give the faults of safety as (file name, line, column, message, hint), each once."""
    folder = write_campaign(tmp_path / "segments", changes, edits)
    campaign = read(folder)
    found = dict.fromkeys(unsafe(campaign, tuple(heard(campaign, "tone"))))
    return [(f.at.file.rpartition("/")[2], f.at.line, f.at.column, f.message, f.hint) for f in found]


def said(tmp_path, sentence):
    """Give the faults of one sentence in a message."""
    return faults(tmp_path, edits={MESSAGE: (LINE, sentence)})


def test_a_number_that_nobody_registered_is_named_at_its_place(tmp_path):
    assert said(tmp_path, "Xin gọi 0912.345.678 ngay.") == [
        ("viec-nhe.yaml", 13, 11, "“0912.345.678” is not in the register of contacts", _ENTER)
    ]


def test_a_number_hidden_in_words_is_named_at_its_first_word(tmp_path):
    assert said(tmp_path, "Xin gọi không chín một hai.") == [
        (
            "viec-nhe.yaml",
            13,
            11,
            "“không chín một hai” will be heard as the number 0912, which is not in the register of contacts",
            _HIDDEN,
        )
    ]


def test_an_address_hidden_in_words_is_named(tmp_path):
    assert said(tmp_path, "Xin vào lừa đảo chấm vê en.") == [
        (
            "viec-nhe.yaml",
            13,
            19,
            "“vào lừa đảo chấm vê en” will be heard as an address that is not in the register of contacts",
            "enter the address in contacts.yaml, or take it out",
        )
    ]


ATTACKS = [
    "Gọi số 0912.345.678 ngay.",
    "Gọi không chín một hai ba bốn năm sáu bảy tám.",
    "Gọi 0 9 1 2 3 4 5 6 7 8.",
    "Gọi o912 345 678.",
    "Gọi 0912\u200b345678.",
    "Gọi ０９１２３４５６７８.",
    "Gọi không chín một. Hai ba bốn. Năm sáu bảy tám.",
    "Gọi khong chin mot hai ba bon nam sau bay tam.",
    "Gọi 09 rồi 12 345 678.",
    "Gọi chín một một.",
    "Gọi 9 1 1.",
    "Gọi 911.",
    "Gọi 1900 1234.",
    "Gọi 0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣.",
    "Gọi ⁰⁹¹²³⁴⁵⁶⁷⁸.",
    "Gọi ⑨①①.",
    "Gọi 𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖.",
    "Gọi 0٩12345678.",
    "Gọi zero nine one two three four.",
    "Bấm số không, rồi số chín, rồi số một, rồi hai, rồi ba, rồi bốn.",
    "Gọi tám nghìn không trăm tám mươi tám.",
    "Gọi 8088.",
    "Liên hệ 3.823.123.",
    "Chuyển vào tài khoản 1234567890.",
    "Chuyển vào số tài khoản 0011 0042 3456 7.",
    "Gọi 113 9.",
    "Gọi một một ba chín.",
    "Gọi 113999.",
    "Gọi 156 789.",
    "Bấm *21*0912345678#.",
    "Gọi không, chín, một, hai, ba, bốn, năm, sáu, bảy, tám.",
    "Gọi không chín mười hai ba mươi tư năm mươi sáu bảy mươi tám.",
    "Gọi chín trăm mười hai ba trăm bốn mươi lăm sáu trăm bảy mươi tám.",
    "Số của công an: 0-9-1-2-3-4-5-6-7-8.",
    "Gọi +84912345678.",
    "Gọi (0208) 3823 123.",
    "Gọi 115.",
    "Gọi một một năm.",
    "Gọi KHÔNG CHÍN MỘT HAI BA BỐN.",
    "Gọi tám năm không sáu.",
    "Gọi 0912345678/113.",
    "Gọi 0912_345_678.",
    "Gọi 0912:345:678.",
    "Gọi 0912,345,678.",
    "Gọi không 9 một 2 ba 4.",
    "Số máy là 3823123.",
    "Theo công văn số 0912345678/KH-UBND.",
    "Gọi số một ngàn chín trăm.",
    "Vào evil.com nhé.",
    "Vào evil chấm com.",
    "Vào evil。com.",
    "Vào еvil.com.",
    "Vào evil[.]com.",
    "Vào evil dot com.",
    "Vào t.me/abc.",
    "Vào bit.ly/3x.",
    "Gửi thư a@b.vn.",
    "Gửi thư lừa a còng gờ meo chấm com.",
    "Vào https://chongluadao.vn@evil.com/x.",
    "Vào evil . com",
    "Vào EVIL.COM",
    "Truy cập www.evil.xyz.",
    "Vào vê kép vê kép vê kép chấm lừa chấm vê en.",
    "Tải tại evil.com.vn/app.apk",
    "Theo @luadao trên Telegram.",
    "Địa chỉ: 103.45.67.89.",
    "Vào evil gạch ngang bank chấm vê en.",
    "Mã QR dẫn tới evil chấm ích i dài dét.",
    "soạn ABC gửi 6789.",
    "Gọi bốn số một.",
    "Số 1414.",
    "Vào evil.соm",
    "Gọi 113 – 115.",
    "Hotline 19006600 (24/7)",
    "Nhắn Zalo số không chín tám bảy.",
    "luadao chấm cờ o mờ",
]


@pytest.mark.parametrize("sentence", ATTACKS)
def test_what_a_scammer_would_try_is_found(tmp_path, sentence):
    found = said(tmp_path, sentence)
    assert found
    assert {(file, line) for file, line, *_ in found} == {("viec-nhe.yaml", 13)}


ORDINARY = [
    "Một hai ba, cả nhà cùng đi.",
    "Ngày 20 tháng 11 năm 2024, lúc 17h30.",
    "Có 1.234 người mất 2.500.000.000 đồng.",
    "Công văn số 56/KH-UBND ngày 15/11/2024.",
    "Nghị định 49/2024/NĐ-CP, Điều 174.",
    "Mỗi năm một hai lần.",
    "Hai ba năm nay, cứ ba bốn tháng một lần.",
    "Có một không hai.",
    "Năm 2023 và năm 2024.",
    "Gọi 113. Nhắc lại: 113.",
    "Gọi 113 hai lần.",
    "Gọi một một ba. Nhắc lại, một một ba.",
    "Gọi một một ba hai lần.",
    "Gọi 113 hoặc 156.",
    "Gọi 113, 156.",
    "Từ 50–65 tuổi, 5-7 cuộc gọi mỗi ngày.",
    "Lãi 1,5 % một tháng, gấp 2–3 lần.",
    "Ba, bốn, năm người cùng đi.",
    "Ba bảy hai mươi mốt ngày.",
    "Giảm 30 % còn 299.000 đồng.",
    "Trời 12 độ, cao 1.500 m.",
    "Chấm dứt ngay. Chấm điểm sai. Nước chấm cơm.",
    "Nghe xong, đếm một, hai, ba rồi hãy trả lời.",
    "Năm một chín bốn lăm.",
    "Từ ba trăm đến năm trăm nghìn đồng.",
    "Hai trăm ba mươi nghìn người, sáu trăm xã.",
    "Không một ai, không hai lời.",
    "Không năm nào, không ba hoa.",
    "Lớp 6, 7, 8 và 9.",
    "Ngày 20, 21, 22 và 23 tháng 11.",
    "Gọi ngay cho con cháu, hỏi hai ba người.",
    "Trong số hai mươi tư kiểu lừa.",
    "Số tiền ba trăm triệu đồng.",
    "Gọi năm bảy lần không được.",
    "Mã OTP có sáu số, ví dụ 123456.",
    "Nhắn tin cho 5 người, gọi 2 người.",
    "Gọi hai mươi lăm người.",
    "Quý IV/2024, khóa XV.",
    "Một số ba bốn người.",
    "Chúng gọi năm lần bảy lượt.",
    "Chúng bảo bấm phím 1, phím 2.",
    "Bấm phím 1, rồi phím 2, rồi phím 3.",
    "Năm 2020, 2021, 2022 và 2023.",
    "Khung giờ 8h–11h30, 13h30–17h.",
    "Bước một, bước hai, bước ba.",
    "Hai phẩy năm phần trăm, ba phẩy một bốn.",
    "Mất bảy tám trăm triệu, một hai tỷ.",
    "Một là dừng lại, hai là kiểm tra, ba là báo tin.",
    "Gọi hai nghìn người.",
    "Gọi lúc 5 giờ 30.",
    "Nhà số 123.",
    "Biển số 20A-123.45.",
    "Mất một trăm hai mươi ba triệu bốn trăm năm mươi sáu nghìn đồng.",
    "Chương trình 135, quốc lộ 1B, đường tỉnh 265.",
    "Mã bưu điện 250000.",
    "Tổ 3, xóm 5, xã Phú Thượng.",
    "Số 5, đường Trần Hưng Đạo.",
    "Có hai số bốn.",
]


@pytest.mark.parametrize("sentence", ORDINARY)
def test_ordinary_counts_dates_and_sums_raise_no_alarm(tmp_path, sentence):
    assert said(tmp_path, sentence) == []


def _contact(**changes: str) -> str:
    contact = {"id": "cld", "kind": "domain", "value": "chongluadao.vn", "spoken": "chống lừa đảo chấm vê en",
               "use": "báo tin", "source": "thử", "verified": "2024-11-19", **changes}  # fmt: skip
    return CONTACTS + "  - " + "\n    ".join(f"{key}: {value}" for key, value in contact.items() if value) + "\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Vào chongluadao.vn.",
        "Vào trang ChongLuaDao.vn/bao-tin.",
        "Vào chống lừa đảo chấm vê en.",
        "Vào www.chongluadao.vn.",
    ],
)
def test_a_verified_address_may_be_said(tmp_path, sentence):
    assert faults(tmp_path, {"contacts.yaml": _contact()}, {MESSAGE: (LINE, sentence)}) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Vào lua.chongluadao.vn.",
        "Vào chongluadao.vn.com.",
        "Vào chongluadao.vn/0912345678.",
        "Theo @chongluadao.vn nhé.",
        "Vào chống lừa đảo chấm vê en chấm com.",
        "Gửi a@chongluadao.vn.",
    ],
)
def test_a_likeness_of_a_verified_address_may_not(tmp_path, sentence):
    assert faults(tmp_path, {"contacts.yaml": _contact()}, {MESSAGE: (LINE, sentence)})


STATES = {
    "unverified": (
        {"verified": ""},
        "“{}” is in the register, but nobody has verified it",
        "try it, then write “verified:” with the day at {}contacts.yaml:17, or take it out",
    ),
    "late": (
        {"verified": "2024-11-21"},
        "“{}” was verified on 2024-11-21, but is aired from 2024-11-20 on",
        "look at “verified:” at {}contacts.yaml:17, or write “first: 2024-11-21” in the message",
    ),
    "expired": (
        {"expires": "2024-11-20"},
        "“{}” expires on 2024-11-20, but may be aired until 2024-11-21",
        "verify it again and write the new day at {}contacts.yaml:17, or write “last: 2024-11-20” in the message",
    ),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("sentence", "column"), [("Vào chongluadao.vn.", 7), ("Vào chống lừa đảo chấm vê en.", 7)])
def test_a_contact_counts_on_the_days_on_which_it_is_aired(tmp_path, state, sentence, column):
    changes, message, hint = STATES[state]
    found = faults(tmp_path, {"contacts.yaml": _contact(**changes)}, {MESSAGE: (LINE, sentence)})
    segments = f"{(tmp_path / 'segments').as_posix()}/"
    assert found == [("viec-nhe.yaml", 13, column, message.format("chongluadao.vn"), hint.format(segments))]


def test_a_message_that_ends_before_its_contact_is_right(tmp_path):
    edits = {MESSAGE: ("source:", "last: 2024-11-20\nsource:")}
    contacts = CONTACTS.replace("    expires: 2025-11-19", "    expires: 2024-11-20")
    found = faults(tmp_path, {"contacts.yaml": contacts}, {MESSAGE: (LINE, "Gọi 156.")})
    assert ("viec-nhe.yaml", 13) in {(file, line) for file, line, *_ in found}
    folder = write_campaign(tmp_path / "other", {"contacts.yaml": contacts}, edits)
    (folder / MESSAGE).write_text(
        (folder / MESSAGE).read_text(encoding="utf-8").replace(LINE, "Gọi 156."), encoding="utf-8"
    )
    campaign = read(folder)
    assert not [f for f in unsafe(campaign, tuple(heard(campaign, "tone"))) if f.at.file.endswith("viec-nhe.yaml")]


def test_an_app_that_nobody_verified_is_found(tmp_path):
    contacts = _contact(id="vneid", kind="app", value="VNeID", spoken="vi en e ai đi", verified="")
    found = faults(tmp_path, {"contacts.yaml": contacts}, {MESSAGE: (LINE, "Mở VNeID ra.")})
    assert [message for *_, message, _hint in found] == ["“VNeID” is in the register, but nobody has verified it"]


AGREEMENT = {
    "digits": (
        {"kind": "phone", "value": '"0912345678"', "spoken": "không chín một hai, ba bốn năm, sáu bảy chín"},
        "the spoken form says 0912345679, but the value is 0912345678",
        "write every digit as a word, in its order",
    ),
    "no digits": (
        {"kind": "phone", "value": '"0912345678"', "spoken": "gọi công an"},
        "the spoken form says “gọi công an”, but the value is 0912345678",
        "write every digit as a word, in its order",
    ),
    "address": (
        {"spoken": "lừa đảo chấm com"},
        "the spoken form “lừa đảo chấm com” does not say chongluadao.vn",
        "say each part with its letters, and “chấm” for each dot",
    ),
    "ending": (
        {"spoken": "chống lừa đảo chấm com"},
        "the spoken form “chống lừa đảo chấm com” does not say chongluadao.vn",
        "say each part with its letters, and “chấm” for each dot",
    ),
    "app": (
        {"kind": "app", "value": "VNeID", "spoken": "gọi không chín một hai"},
        "the spoken form “gọi không chín một hai” does not say VNeID",
        "say the name, without a number",
    ),
}


@pytest.mark.parametrize("name", AGREEMENT)
def test_a_contact_must_be_said_as_it_is(tmp_path, name):
    changes, message, hint = AGREEMENT[name]
    assert faults(tmp_path, {"contacts.yaml": _contact(**changes)}) == [("contacts.yaml", 17, 5, message, hint)]


ENTRIES = {
    "number": (
        "{written: công an, spoken: công an số không chín một hai}",
        "“không chín một hai” will be heard as the number 0912, which is not in the register of contacts",
        _HIDDEN,
    ),
    "address": (
        "{written: công an, spoken: lừa đảo chấm com}",
        "“lừa đảo chấm com” will be heard as an address that is not in the register of contacts",
        "enter the address in contacts.yaml, or take it out",
    ),
    "another voice": (
        "{written: công an, spoken: chín một một, voices: [espeak]}",
        "“chín một một” will be heard as the number 911, which is not in the register of contacts",
        _HIDDEN,
    ),
    "wrong digits": (
        '{written: "113", spoken: một một bốn tư}',
        "“một một bốn tư” will be heard as the number 1144, which is not in the register of contacts",
        _HIDDEN,
    ),
    "too few": (
        '{written: "113", spoken: một một}',
        "the spoken form says 11, but the value is 113",
        "write every digit as a word, in its order",
    ),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_the_lexicon_cannot_bring_a_number_in(tmp_path, name):
    entry, message, hint = ENTRIES[name]
    found = faults(tmp_path, {"lexicon.yaml": f"{LEXICON}  - {entry}\n"})
    assert ("lexicon.yaml", 3, 5, message, hint) in found


PLACES = {
    "ident": ("campaign.yaml", "giọng máy tự động.", "gọi chín một một.", 14),
    "greeting": ("campaign.yaml", "Chào buổi chiều bà con!", "Chào bà con, gọi chín một một!", 17),
    "theme": ("campaign.yaml", "title: việc nhẹ lương cao", "title: gọi 0912345678", 16),
    "closing": ("campaign.yaml", "dừng lại, kiểm tra", "gọi chín một một", 22),
    "station": ("stations.yaml", "Xã Một", "Xã 0912345678", 14),
    "title": (MESSAGE, "title: Việc nhẹ", "title: Gọi 0912345678", 1),
}


@pytest.mark.parametrize("name", PLACES)
def test_every_text_that_is_heard_is_looked_at(tmp_path, name):
    file, old, new, line = PLACES[name]
    assert line in {place for _file, place, *_ in faults(tmp_path, edits={file: (old, new)})}


def test_a_recording_answers_for_the_contacts_that_it_names(tmp_path):
    contacts = CONTACTS.replace("    verified: 2024-11-19\n    expires: 2025-11-19\n", "")
    text = "title: Lời dặn\nsource: a\ncontacts: [156]\nrecordings:\n"
    text += "  tay: {file: recordings/a.wav, reader: A, consent: 2024-11-18}\n"
    found = faults(tmp_path, {"contacts.yaml": contacts, "messages/loi-dan.yaml": text})
    assert ("loi-dan.yaml", 1, 1, "“156” is in the register, but nobody has verified it") in {row[:4] for row in found}
