"""Rows of digits that are a name, not a quantity: accounts, identity numbers, OTPs, plates."""

from __future__ import annotations

from broadcast.spoken.letters import spell
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.phone import say_row
from broadcast.spoken.tables.cues import ACCOUNT_CUES, CODE_CUES, COUNTED, FILLERS
from broadcast.spoken.tables.letters import LETTERS
from broadcast.spoken.view import Piece, View

_ROW = Pattern(r"\d{3,}(?:[ .\-]\d{2,6}){0,7}(?!\d|[,/]\d|%)")
_LONG = Pattern(r"\d{8,}(?!\d)")
_PLATE = Pattern(r"\d{2}[A-ZĐ]{1,2}\d?[ \-–.]?\d{3}\.?\d{2}(?![^\W_])|\d{2}[A-ZĐ]\d[ \-–.]\d{4}(?![^\W_])")
_LABELLED = Pattern(r"[^\W_]{2,12}(?![^\W_])")
_FORCE = Pattern(r"[A-ZĐ]{1,3}0\d{1,3}(?![^\W_])")
_VIRUS = Pattern(r"(?:[A-Z]\d){2,4}(?![^\W_])")
_NIGHTS = Pattern(r"(\d{1,2})N ?(\d{1,2})Đ(?![^\W_])")
_MASKED = Pattern(r"\d{2,6}(?:[ .\-]?\d{2,6}){0,2}(?:[ .\-]?[xX*]{2,7}){1,3}[ .\-]?\d{0,6}(?![^\W_])")
_RUNS = Pattern(r"\d+|[^\W\d_]+")
_MIXED = Pattern(r"[A-Z0-9]{1,20}(?:[.\-][A-Z0-9]{1,20}){0,4}(?![^\W_])")
_SERIAL = Pattern(r"[A-Z]{1,4}\d{5,16}(?![^\W_])")
_APART = Pattern(r"([A-Z]{1,2}) (\d{6,9})(?![^\W_])")
_KEYWORD = Pattern(r"[A-Z]{1,6}\d{1,4}(?![^\W_])")
_SIGNED_RUNS = Pattern(r"\d+|[^\W\d_]+|[.\-]")
_CODE_SIGNS = {".": "chấm", "-": "gạch ngang"}
_SECRETS = frozenset({"otp", "pin", "mã", "khẩu", "cvv"})
_NAMED = {
    "CMT8": "Cách mạng tháng Tám",
    "km2": "ki lô mét vuông",
    "m2": "mét vuông",
    "m3": "mét khối",
    "cm2": "xăng ti mét vuông",
    "cm3": "xăng ti mét khối",
    "T2": "thứ hai",
    "T3": "thứ ba",
    "T4": "thứ tư",
    "T5": "thứ năm",
    "T6": "thứ sáu",
    "T7": "thứ bảy",
    "B2B": "bi tu bi",
}
_RULES = (" quy tắc", " thông điệp", " nguyên tắc", " thực hiện", " biện pháp", " khẩu hiệu")
_PHONE_CUES = (
    " thoại",
    " sđt",
    " đt",
    " hotline",
    " nóng",
    " tổng đài",
    " gọi",
    " zalo",
    " máy",
    " tel",
    " fax",
    " liên hệ",
    " viber",
    " số",
    " alo",
    " di động",
)


def code(view: View, start: int) -> Piece | None:
    """Read digits after a word that says they are a code; the long rows also without one."""
    match = _ROW.match(view.text, start)
    if match is None or not view.ends(match.end()):
        return _long(view, start)
    tail = _cue_tail(view, start)
    end = match.end()
    after = view.after(end)
    if (after and after[0] in COUNTED) or view.alone(start, end):
        return _long(view, start)
    written = match.group()
    value = "".join(char for char in written if char.isdigit())
    if tail.endswith(ACCOUNT_CUES) and len(value) >= 6:
        return Piece(end, _say(view, written), "account", "account", value)
    if (tail.endswith(CODE_CUES) and len(value) >= 3) or (written == value and _announced(view, start)):
        return Piece(end, _say(view, written), "code", "code", value)
    if (
        len(value) >= 6
        and tail.endswith(_PHONE_CUES)
        and (" " in written or "." in written or len(value) >= 7)
        and not _thousands(written)
    ):
        return Piece(end, _say(view, written), "phone", "phone-cue", value)
    return _long(view, start)


def _announced(view: View, start: int) -> bool:
    """Hold for digits behind a colon in a sentence about a secret code: `OTP gồm 6 số: 482913`."""
    return view.text[max(0, start - 2) : start].rstrip().endswith(":") and bool(
        _SECRETS & set(view.before(start)[-10:])
    )


def _thousands(written: str) -> bool:
    groups = written.split(".")
    return len(groups) > 1 and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def _long(view: View, start: int) -> Piece | None:
    """Take a long bare row of digits for an account: nobody writes quantities so."""
    match = _LONG.match(view.text, start)
    if match is None or not view.ends(match.end()):
        return None
    after = view.after(match.end())
    row = match.group()
    if row[0] != "0" and (view.alone(start, match.end()) or (after and after[0] in COUNTED) or row.endswith("000000")):
        return None
    return Piece(match.end(), say_row(view, row), "account", "long-row", row)


def _cue_tail(view: View, start: int) -> str:
    words = view.before(start)
    count = len(words)
    while count and len(words) - count < 3 and (words[count - 1] in FILLERS or words[count - 1] == "nhân"):
        count -= 1
    return "".join(f" {word}" for word in words[max(0, count - 4) : count])


def _say(view: View, written: str) -> str:
    groups = [group for group in _split(written) if group]
    if len(groups) == 1:
        return say_row(view, groups[0])
    return ", ".join(view.number.digits(group) for group in groups)


def _split(written: str) -> list[str]:
    for sign in ".-":
        written = written.replace(sign, " ")
    return written.split(" ")


def labelled(view: View, start: int) -> Piece | None:
    """Read letters and digits written as one: A05, PC02, H5N1, CMT8, 3N2Đ."""
    match = _LABELLED.match(view.text, start)
    if match is None:
        return None
    written = match.group()
    if written in _NAMED:
        return Piece(match.end(), _NAMED[written], "abbreviation", "named")
    if written == "5K" and view.tail(start).endswith(_RULES):
        return Piece(match.end(), "năm ca", "letters", "letters-and-digits")
    nights = _NIGHTS.match(view.text, start)
    if nights is not None:
        say = view.number.cardinal
        return Piece(nights.end(), f"{say(nights[1])} ngày {say(nights[2])} đêm", "measure", "days-and-nights")
    sent = _KEYWORD.match(view.text, start) and view.tail(start).endswith((" soạn", " cú pháp", " soạn tin"))
    if not sent and not _FORCE.match(view.text, start) and not _VIRUS.match(view.text, start):
        return None
    words = [
        view.number.digits(part) if part.isdigit() else spell(part, view.number) for part in _RUNS.findall(written)
    ]
    return Piece(match.end(), " ".join(words), "letters", "letters-and-digits")


def alphanumeric(view: View, start: int) -> Piece | None:
    """Read a code of letters and digits: a passport, a parcel, a file at the one-stop office."""
    apart = _APART.match(view.text, start)
    if apart is not None and view.before(start)[-1:] in (("số",), ("seri",)):
        return Piece(
            apart.end(),
            f"{spell(apart[1], view.number)} {say_row(view, apart[2])}",
            "code",
            "letters-and-digits",
            f"{apart[1].lower()}{apart[2]}",
        )
    match = _MIXED.match(view.text, start)
    if match is None or not _has_both(match.group()):
        return None
    written = match.group()
    if not _SERIAL.match(view.text, start) and not (
        len(written) > 4 and _cue_tail(view, start).endswith(CODE_CUES + ACCOUNT_CUES)
    ):
        return None
    words = []
    for part in _SIGNED_RUNS.findall(written):
        words.append(_CODE_SIGNS.get(part) or (say_row(view, part) if part.isdigit() else spell(part, view.number)))
    return Piece(
        match.end(), " ".join(words), "code", "letters-and-digits", "".join(filter(str.isalnum, written)).lower()
    )


def _has_both(written: str) -> bool:
    return any(map(str.isdigit, written)) and any(map(str.isalpha, written))


def masked(view: View, start: int) -> Piece | None:
    """Read a number of which some digits are hidden: 0912xxx678."""
    match = _MASKED.match(view.text, start)
    if match is None:
        return None
    words = [
        view.number.digits(part) if part.isdigit() else spell(part, view.number)
        for part in _RUNS.findall(match.group())
    ]
    return Piece(match.end(), ", ".join(words), "code", "masked")


def plate(view: View, start: int) -> Piece | None:
    """Read a number plate: 20A-123.45."""
    match = _PLATE.match(view.text, start)
    if match is None:
        return None
    words = []
    for char in match.group():
        if char.isdigit():
            words.append(view.number.digits(char))
        elif char.isalpha():
            words.append(f"{LETTERS[char.lower()]}")
        elif char != ".":
            words.append(",")
    spoken = " ".join(words).replace(" ,", ",")
    return Piece(match.end(), spoken, "code", "plate")
