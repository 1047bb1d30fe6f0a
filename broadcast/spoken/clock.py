"""Times of day and lengths of time: 17h30, 5g, 05:30, 7h–11h45, 24/7."""

from __future__ import annotations

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables import words
from broadcast.spoken.tables.cues import RATIO_CUES
from broadcast.spoken.view import Piece, View

_HOUR = r"(2[0-4]|[01]?\d)"
_MINUTE = r"([0-5]\d)"
_ONE = Pattern(
    rf"{_HOUR}(?: ?(?:[hHgG]|giờ|Giờ|GIỜ) ?([0-5]\d(?!(?<= \d\d)/\d)|\d(?= ?[pP']))"
    r"(?:'|[pP][hH]?(?![^\W_])| ?(?:phút|PHÚT))?"
    rf"|:{_MINUTE}(?::{_MINUTE})?'?|[hH]|[gG])(?!(?![aApP][mM](?![^\W_]))[^\W_]|:\d|[.,]\d)"
)
_RANGE = Pattern(r" ?[-–~÷] ?")
_DOTTED = Pattern(rf"{_HOUR}\.([0-5][05])(?=[hHgG](?![^\W_]))")
_EXACT = Pattern(rf"{_HOUR}[hHgG]([0-5]\d)'([0-5]?\d)(?:\"|''|s(?![^\W_]))")
_LASTING = frozenset({"dài", "lượng", "clip", "phim"})
_GRAMLESS = Pattern(r" ?[-–] ?\d{1,2}g\d\d")
_SHORT = Pattern(rf"{_HOUR} ?[-–] ?(?={_HOUR} ?(?:h|g|giờ)(?:\d|(?![^\W_])))")
_NOON = Pattern(r" ?(am|pm)(?![^\W_])", 2)
_LENGTH = Pattern(r"(\d{1,3})p(?:(\d{1,2})s)?(?![^\W_])|(\d{1,3})s(?![^\W_])")
_LENGTHS = Pattern(r"(\d{1,3})('|[pP]|[sS]) ?[-–] ?(\d{1,3})\2(?![^\W_])")
_ROUND = Pattern(r"24(?:[hHgG]| giờ)?/(24|7)(?:[hHgG]| giờ)?(?![^\W_]|/)|7/7(?![^\W_]|/)")
_RATIO = Pattern(r"(\d{1,9}):(\d{1,3}(?:\.\d{3})+|\d{1,9})(?![\d:])")
_STANDARD = Pattern(r"(\d{1,5})-(\d{1,3}):((?:19|20)\d\d)(?![\d:])")
_TIME_CUES = words("lúc từ đến tới vào hồi trước sau khoảng khi sáng chiều tối trưa đêm hạn giờ và")
_TIME_AFTER = words("sáng chiều tối trưa đêm khuya hằng hàng ngày các thứ hôm mỗi")


def clock(view: View, start: int) -> Piece | None:
    """Read a time of day, or two with a dash between."""
    short = _SHORT.match(view.text, start)
    if short is not None:
        second = _one(view, short.end())
        if second is not None:
            return Piece(second[0], f"{view.number.cardinal(short[1])} đến {second[1]}", "time", "time-range")
    first = _one(view, start)
    if first is None:
        return None
    dash = _RANGE.match(view.text, first[0])
    second = _one(view, dash.end()) if dash else None
    if second is not None:
        return Piece(second[0], f"{first[1]} đến {second[1]}", "time", "time-range")
    return Piece(first[0], first[1], "time", "time")


def _one(view: View, start: int) -> tuple[int, str] | None:
    exact = _EXACT.match(view.text, start)
    if exact is not None:
        hour, minute, second = map(view.number.cardinal, exact.groups())
        return exact.end(), f"{hour} giờ {minute} phút {second} giây"
    dotted = _DOTTED.match(view.text, start)
    if dotted is not None:
        minute = f" {view.number.cardinal(dotted[2])} phút" if int(dotted[2]) else ""
        return dotted.end() + 1, f"{view.number.cardinal(dotted[1])} giờ{minute}"
    match = _ONE.match(view.text, start)
    if match is None or not _is_time(view, start, match.end(), match.group()):
        return None
    say = view.number.cardinal
    hour, after_h, after_colon, second = match.groups()
    if after_colon and not second and view.before(start)[-1:] and view.before(start)[-1] in _LASTING:
        return match.end(), f"{say(hour)} phút" + (f" {say(after_colon)} giây" if int(after_colon) else "")
    minute = after_h or after_colon
    said = f"{say(hour)} giờ"
    if minute and int(minute):
        said += f" {say(minute)} phút"
    if second and int(second):
        said += f" {say(second)} giây"
    noon = _NOON.match(view.text, match.end())
    if noon is None:
        return match.end(), said
    part = (
        "sáng" if noon[1].lower() == "am" else "trưa" if int(hour) == 12 else "tối" if 6 <= int(hour) < 12 else "chiều"
    )
    return noon.end(), f"{said} {part}"


def _is_time(view: View, start: int, end: int, written: str) -> bool:
    """Tell an hour from a weight (5g) and from a ratio (1:10)."""
    if ":" in written and view.tail(start).endswith(RATIO_CUES):
        return False
    if written[-1] in "gG" and _GRAMLESS.match(view.low, end):
        return True
    if written[-1] in "gG":
        before, after = view.before(start), view.after(end)
        return bool((before and before[-1] in _TIME_CUES) or (after and after[0] in _TIME_AFTER))
    return True


def minutes(view: View, start: int) -> Piece | None:
    """Read minutes and seconds of a length: 3p20s, 30s."""
    say = view.number.cardinal
    both = _LENGTHS.match(view.text, start)
    if both is not None:
        name = "giây" if both[2] in "sS" else "phút"
        return Piece(both.end(), f"{say(both[1])} {name} đến {say(both[3])} {name}", "time", "length")
    match = _LENGTH.match(view.text, start)
    if match is None:
        return None
    if match[3]:
        return Piece(match.end(), f"{say(match[3])} giây", "time", "length")
    said = f"{say(match[1])} phút"
    if match[2] and int(match[2]):
        said += f" {say(match[2])} giây"
    return Piece(match.end(), said, "time", "length")


def round_the_clock(view: View, start: int) -> Piece | None:
    """Read 24/7, 24/24, 24/24h and 7/7."""
    match = _ROUND.match(view.text, start)
    if match is None:
        return None
    if match.group() == "7/7":
        return Piece(match.end(), "bảy trên bảy", "time", "round-the-clock") if "24" in view.tail(start) else None
    second = "hai mươi tư" if match[1] == "24" else "bảy"
    hour = " giờ" if match.group()[-1] in "hgHGờ" else ""
    first_hour = " giờ" if match.group()[2] in "hgHG " else ""
    return Piece(match.end(), f"hai mươi tư{first_hour} trên {second}{hour}", "time", "round-the-clock")


def _first(view: View, digits: str) -> str:
    """Say the number of a standard, its nought too: QCVN 01."""
    return view.number.digits(digits) if digits[0] == "0" else view.number.cardinal(digits)


def ratio(view: View, start: int) -> Piece | None:
    """Read a ratio with a colon: 1:3, 1:50.000."""
    say = view.number.cardinal
    part = _STANDARD.match(view.text, start)
    if part is not None and view.before(start)[-1:] in (("tcvn",), ("qcvn",)):
        return Piece(
            part.end(), f"{_first(view, part[1])} gạch ngang {say(part[2])}, {say(part[3])}", "document", "standard"
        )
    match = _RATIO.match(view.text, start)
    if match is None:
        return None
    if view.before(start)[-1:] in (("tcvn",), ("qcvn",), ("iso",)):
        return Piece(match.end(), f"{_first(view, match[1])}, {say(match[2])}", "document", "standard")
    return Piece(match.end(), f"{say(match[1])} trên {say(match[2].replace('.', ''))}", "ratio", "ratio")


def minute_after_hour(view: View, start: int) -> Piece | None:
    """Say the minutes of `7 giờ 15` with their unit."""
    text = view.text
    if (
        not text[start : start + 2].isdigit()
        or text[start + 2 : start + 3].isdigit()
        or int(text[start : start + 2]) > 59
    ):
        return None
    before, after = view.before(start), view.after(start + 2)
    if len(before) < 2 or before[-1] != "giờ" or not before[-2].isdigit() or not text[:start].endswith("giờ "):
        return None
    if (
        not view.ends(start + 2)
        or (after and after[0] in ("phút", "ngày", "người", "tháng"))
        or text[start + 2 : start + 3] in ("/", "-", ":")
    ):
        return None
    return Piece(start + 2, f"{view.number.cardinal(text[start : start + 2])} phút", "time", "minute")
