"""Rows of digits that are a name, not a quantity: accounts, identity numbers, OTPs, plates."""

from __future__ import annotations

from broadcast.spoken.letters import spell
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.phone import say_row
from broadcast.spoken.tables.cues import ACCOUNT_CUES, CODE_CUES, COUNTED, FILLERS
from broadcast.spoken.tables.letters import LETTERS
from broadcast.spoken.view import Piece, View

_ROW = Pattern(r"\d{3,}(?:[ .\-]\d{2,6}){0,7}(?:(?<=[ .\-]\d{4})[ .\-]\d)?(?!\d|[,/]\d|%)")
_BUDGET = Pattern(r"\d{3,5}(?:\.\d{1,8}){2,5}(?![^\W_]|[.,]\d)")
_LOCAL = Pattern(r"\d{1,3}(?:[ .]\d{2,4}){1,3}(?![^\W_]|[.,/\-]\d)")
_LONG = Pattern(r"\d{8,}(?!\d)")
_GROUPED = Pattern(
    r"0\d{2,3}(?:[ .\-]\d{2,4}){2,4}(?![^\W_]|[.,/]\d)"
    r"|(?!(?:19|20)\d\d[ \-](?:19|20))\d{4}(?:[ \-]\d{4}){3}(?![^\W_]|[.,/]\d)"
)
_PLATE = Pattern(r"\d{2}-?[A-ZĐ]{1,2}\d?(?:[ \-–.]| [-–] )?\d{3}\.?\d{2}(?![^\W_])|\d{2}[A-ZĐ]\d[ \-–.]\d{4}(?![^\W_])")
_MASKED = Pattern(
    r"(?:\+ ?\d{1,3} ?|(?=\d\d))\d{1,6}(?:[ .\-]?\d{1,6}){0,3}(?:[ .\-]?[xX*]{2,7}){1,3}"
    r"(?:(?:[.\-]?| (?=\d{3}))\d{1,6}){0,3}(?![^\W_])"
    r"|0\d{1,3}x(?![^\W_])|[xX*]{4,12}(?:[ \-][xX*]{4}){0,3}[ \-]?\d{3,6}(?![^\W_])"
)
_RUNS = Pattern(r"\d+|[^\W\d_]+")
_SECRETS = frozenset({"thuc", "otp", "pin", "mã", "khẩu", "cvv"})
_LOCAL_CUES = (" thoại", " sđt", " đt", " hotline", " nóng", " đài", " máy", " tel", " fax")
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
    tail = cue_tail(view, start)
    end = match.end()
    after = () if "(" in view.text[end : end + 2] else view.after(end)
    if (after and after[0] in COUNTED) or view.alone(start, end):
        return _long(view, start)
    written = match.group()
    value = "".join(char for char in written if char.isdigit())
    if tail.endswith(ACCOUNT_CUES) and len(value) >= 6:
        return Piece(end, _say(view, written), "account", "account", value)
    dashed = written[0] == "0" and "-" in written and view.before(start)[-1:] == ("số",)  # thẻ ngành số 043-817
    if (
        dashed
        or (tail.endswith(CODE_CUES) and len(value) >= 3)
        or (
            written.replace(" ", "") == value
            and len(value) < 10
            and (_announced(view, start) or _numbered(view, start, value))
        )
    ):
        return Piece(end, _say(view, written), "code", "code", value)
    if (
        len(value) >= 6
        and tail.endswith(_PHONE_CUES)
        and (" " in written or "." in written or len(value) >= 7)
        and not _thousands(written)
    ):
        return Piece(end, _say(view, written), "phone", "phone-cue", value)
    return _long(view, start)


def budget(view: View, start: int) -> Piece | None:
    """Read an account of the treasury, whose groups are no thousands: 3713.0.1054322.91049."""
    match = _BUDGET.match(view.text, start)
    if match is None or _thousands(match.group()):
        return None
    return Piece(match.end(), _say(view, match.group()), "account", "budget", match.group().replace(".", ""))


def local(view: View, start: int) -> Piece | None:
    """Read a number without its area code after a word for telephones: ĐT 3 823 456."""
    match = _LOCAL.match(view.text, start)
    if match is None or not view.tail(start).endswith(_LOCAL_CUES):
        return None
    value = "".join(filter(str.isdigit, match.group()))
    if not 6 <= len(value) <= 8 or (_thousands(match.group()) and value.endswith("000")):
        return None
    return Piece(match.end(), _say(view, match.group()), "phone", "phone-cue", value)


def _announced(view: View, start: int) -> bool:
    """Hold for digits that a sentence about a secret code ends with: `OTP gồm 6 số: 482913`, `ma OTP la 583021`."""
    near = view.before(start)
    if "khẩu" in near[-4:] or (view.last and view.last.kind == "code" and start - view.last.end < 3):
        return True
    led = view.text[max(0, start - 2) : start].rstrip().endswith(":") or near[-1:] in (
        ("la",),
        ("là",),
        ("dụ",),
        ("vd",),
    )
    return led and bool(_SECRETS & set(near[-10:]))


def _numbered(view: View, start: int, value: str) -> bool:
    """Hold for six digits and more, without points, that are some thing's number: đồng hồ nước số 1234567."""
    return len(value) >= 6 and view.before(start)[-1:] == ("số",)


def _thousands(written: str) -> bool:
    groups = written.split(".")
    return len(groups) > 1 and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def _long(view: View, start: int) -> Piece | None:
    """Take a long bare row of digits for an account: nobody writes quantities so."""
    grouped = _GROUPED.match(view.text, start)
    if grouped is not None:
        value = "".join(filter(str.isdigit, grouped.group()))
        return Piece(grouped.end(), _say(view, grouped.group()), "account", "grouped-row", value)
    match = _LONG.match(view.text, start)
    if match is None or not view.ends(match.end()):
        return None
    after = view.after(match.end())
    row = match.group()
    if row[0] != "0" and (view.alone(start, match.end()) or (after and after[0] in COUNTED) or row.endswith("000000")):
        return None
    return Piece(match.end(), say_row(view, row), "account", "long-row", row)


def cue_tail(view: View, start: int) -> str:
    """Give the last words before a place, those that may stand between a cue and its number left out."""
    words = view.before(start)
    count = len(words)
    while (
        count
        and len(words) - count < 3
        and (words[count - 1] in FILLERS or words[count - 1] == "nhân" or words[count - 1].isdigit())
    ):
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


def masked(view: View, start: int) -> Piece | None:
    """Read a number of which some digits are hidden: 0912xxx678."""
    match = _MASKED.match(view.text, start)
    if match is None:
        return None
    words = [
        view.number.digits(part) if part.isdigit() else spell(part, view.number)
        for part in _RUNS.findall(match.group())
    ]
    plus = "cộng " if match.group()[0] == "+" else ""
    if plus and words and match.group().lstrip("+ ").startswith("84") and len(words[0].split()) > 2:
        words[0] = words[0].replace("tám bốn ", "tám bốn, ", 1)
    return Piece(match.end(), plus + ", ".join(words), "code", "masked")


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
