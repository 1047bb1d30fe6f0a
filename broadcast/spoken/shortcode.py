"""Numbers to dial or to send to that only the words around tell from quantities: 113, 5656, *101#, +84."""

from __future__ import annotations

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.phone import say_row
from broadcast.spoken.tables.cues import AFTER_CODE, COUNTED, EMERGENCY, FILLERS, NOT_CODE_BEFORE, SHORTCODE_CUES
from broadcast.spoken.view import Piece, View

_LONE_PLUS = Pattern(r"\(?\+ ?(\d{1,4})\)?(?![\d\w%]| ?%|[.,]\d)")
_PLAIN = Pattern(r"\d{3,6}(?!\d|[.,/:\-–]\d|[^\W_])")
_ROW = Pattern(r"\d{3,6}(?:[/,\-]\d{3,6}){1,6}(?![/,.\-]?\d|[^\W_])")
_DIGITS = Pattern(r"\d+")
_USSD = Pattern(r"(?:\*{1,2}|##)(#?\d{1,6}(?:[*#]\d{1,20}){0,4})#")
_KEYS = Pattern(r"[*#]|\d+")
_LINKS = Pattern(r"[ ,;/–-]{0,3}(?:hoặc|hay|và|đến|tới|số)?[ ,;/]{0,3}\(?")
_PREFIX_CUES = frozenset({"số", "mã", "vùng"})
_CALLING = frozenset({"gọi", "hotline", "đài"})
_ALSO = frozenset({"hoặc", "hay"})
_BRANDS = frozenset({"mobifone", "viettel", "vinaphone", "vietnamobile", "gmobile", "vnpt"})
_KINDS = ("phone", "shortcode", "hotline")


def shortcode(view: View, start: int) -> Piece | None:
    """Read a short code: three to six digits that the words around call a number to dial or to send to."""
    match = _PLAIN.match(view.text, start)
    if match is None:
        return None
    bracket = "(" in view.text[match.end() : match.end() + 2]  # what stands in brackets is not what is counted
    digits, after = match.group(), () if bracket else view.after(match.end())
    if view.alone(start, match.end()) or (after and after[0] in COUNTED and digits not in ("156", "5656")):
        return None
    if after and after[0] in COUNTED and after[:2] != ("của", "bộ"):
        return None
    branded = view.before(start)[-1:] and view.before(start)[-1] in _BRANDS
    if branded and len(digits) == 4 and digits[:2] in ("19", "20"):
        return None  # Viettel 2024
    if not (_dialled(view, start) or _linked(view, start) or _well_known(view, start, digits, after)):
        return None
    spoken = say_row(view, digits)
    return Piece(match.end(), spoken, "shortcode", "shortcode", digits)


def pair(view: View, start: int) -> Piece | None:
    """Read the first of several short codes that touch; the others follow by themselves: 156/5656, 113-114-115."""
    match = _ROW.match(view.text, start)
    if match is None or (view.after(match.end())[:1] and view.after(match.end())[0] in COUNTED):
        return None
    codes = _DIGITS.findall(match.group())
    well_known = EMERGENCY.issuperset(codes) and (len(codes) > 2 or "/" in match.group() or _linked(view, start))
    if not (well_known or ("/" in match.group() and _dialled(view, start))):
        return None
    end = start + len(codes[0])
    dashed = view.text[end] == "-"
    return Piece(end + dashed, say_row(view, codes[0]) + "," * dashed, "shortcode", "shortcode", codes[0])


def _dialled(view: View, start: int) -> bool:
    words = view.before(start)
    count = len(words)
    while count and len(words) - count < 3 and words[count - 1] in FILLERS:
        count -= 1
    tail = "".join(f" {word}" for word in words[max(0, count - 4) : count])
    if tail.endswith(SHORTCODE_CUES):
        return not tail.endswith(" công an") or count == len(words)
    if _CALLING & set(words[-12:]) and (
        not words or words[-1] in _ALSO or view.text[max(0, start - 2) : start] in (", ", "; ")
    ):
        return True
    if words and words[-1] in ("đến", "tới", "về", "số", "qua"):
        joined = " ".join(words[-12:])
        return any(
            cue in joined for cue in ("gọi", "nhắn", "gửi", "soạn", "tổng đài", "đường dây nóng", "đầu số", "phản ánh")
        )
    return False


def _linked(view: View, start: int) -> bool:
    """Hold for a number joined to a contact just read: 113 hoặc 156."""
    last = view.last
    if last is None or last.kind not in _KINDS or start - last.end > 14:
        return False
    match = _LINKS.match(view.low, last.end)
    return match is not None and match.end() == start


def _well_known(view: View, start: int, digits: str, after: tuple[str, ...]) -> bool:
    if digits not in EMERGENCY:
        return False
    words = view.before(start)
    if words and (words[-1] in NOT_CODE_BEFORE or words[-1].isdigit()):
        return words[-1] == "là" and "số" in words[-6:]
    if after[:2] == ("phản", "ánh") and after[2:] and after[2] in ("từ", "của", "về"):
        return False  # nhận 112 phản ánh từ các xã
    # A thing that follows directly is what is counted: 156 cử tri.
    return not after or after[0] in AFTER_CODE


def ussd(view: View, start: int) -> Piece | None:
    """Read a code that is typed on the telephone: *101#."""
    match = _USSD.match(view.text, start)
    if match is None:
        return None
    keys = _KEYS.findall(match.group())
    words = ["sao" if key == "*" else "thăng" if key == "#" else view.number.digits(key) for key in keys]
    return Piece(match.end(), " ".join(words), "shortcode", "ussd", "".join(filter(str.isdigit, match[1])))


def prefix(view: View, start: int) -> Piece | None:
    """Read a country's prefix that stands alone: +84, (+375)."""
    match = _LONE_PLUS.match(view.text, start)
    if match is None or not (_PREFIX_CUES & set(view.before(start)[-10:])):
        return None
    return Piece(match.end(), f"cộng {view.number.digits(match[1])}", "code", "prefix", match[1])
