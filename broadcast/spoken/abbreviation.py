"""Abbreviations: UBND, TP., Th.S, V/v, TT&TT; those with two meanings by the words around them."""

from __future__ import annotations

from functools import cache

from broadcast.spoken.letters import spell
from broadcast.spoken.meaning import around_word
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.abbreviations import DOTTED, OFFICES, PAPERS, SLASHED, SMALL
from broadcast.spoken.tables.contexts import DEFAULTS
from broadcast.spoken.tables.fields import FIELDS
from broadcast.spoken.tables.initialisms import SPELT
from broadcast.spoken.tables.meanings import ACTING, CENTRES, HEADS, LEVELS, PERSONS, STANDING, TITLES
from broadcast.spoken.tables.others import OTHERS
from broadcast.spoken.tables.sectors import SECTORS
from broadcast.spoken.view import Piece, View

_DOTS = Pattern(r"[^\W\d_]{1,6}(?:\.[^\W\d_]{1,6}){0,3}\.?")
_SLASH = Pattern(r"[^\W\d_]{1,3}/[^\W\d_]{1,3}(?![^\W_])")
_JOINED = Pattern(r"[^\W\d_]{1,8}(?:[&\-,/][^\W\d_&]{1,8}){1,4}(?![^\W_])")
_AND = Pattern(r"([A-ZĐ]{1,8}) ?& ?([A-ZĐ]{1,8})(?![^\W_])")
_ETC = Pattern(r"v\.v\.{0,3}…?|vv\.{2,3}|v\.v…", 2)
_INITIALS = Pattern(r"(?:[A-ZĐ]\.){2,5}[A-ZĐ]?(?![^\W_])|[A-ZĐ]\.[A-ZĐ](?![^\W_])")
_TRADE = {"VT": "vận tải", "CN": "công nghệ", "TT": "thông tin"}
_PLACE_ONLY = frozenset({"H", "Q", "P", "X", "Đ", "T", "Ng", "KP", "Kp", "Tr", "tr"})
ROOM = Pattern(r" ?(?:\d{3,4}(?!\d)|\d{1,2},? ?(?:dãy|tầng|nhà|khu|tòa|lầu|khoa))", 2)
_CLOSING = " .…\n\"')]}»”’"
_PLACES = Pattern(r"(?<![^\W_])(?:xóm|xã|thôn|phường|tdp) ")
_WEEK = Pattern(r"(?<![^\W_])(?:t[2-7]|thứ (?:\d|bảy|hai|ba|tư|năm|sáu)|nghỉ)(?![^\W_])")
_WEEKDAY = Pattern(r"(?:t[2-7]|bảy|thứ [^\W_]{1,4}|nghỉ)[ ,]{0,2}(?:và|đến|-|–|&|\+)? ?$")
_CULTURE = Pattern(r"(?:TT ?)?VH ?[,\-–&] ?TT ?[,&\-–] ?(TT|DL)(?![^\W_])")
_PAID = frozenset({"trước", "truoc", "tiền", "cước", "hóa", "nợ", "bằng", "không", "đơn", "khi", "sau"})
_FIELD = Pattern(r" ?([A-ZĐ]{2,6})(?![^\W_])")
_SMALL = frozenset({"h", "t", "x", "p", "q", "tx", "tt"})


@cache
def known() -> dict[str, str]:
    """Give all abbreviations that are written without signs."""
    return {**SECTORS, **OTHERS, **DEFAULTS, **FIELDS, **PAPERS, **OFFICES, **SPELT, **SMALL}


@cache
def composed(word: str) -> str | None:
    """Take capitals apart into an office and what it is for: SGDĐT, BCĐCĐS, UBNDX; None when a part is unknown."""
    for cut in (4, 3, 2, 1):
        head, rest = word[:cut], word[cut:]
        if head in ("C", "H") and rest[:1] in tuple("ĐNST"):
            continue  # CĐSP, HĐTĐ: no cục, no hội
        if head in HEADS and len(rest) > 2 and (rest in FIELDS or rest in OFFICES or rest in PAPERS):
            return f"{HEADS[head]} {known()[rest]}"
    for cut in (2, 1):
        head, level = word[:-cut], word[-cut:]
        if level in LEVELS and len(head) > 2 and head in OFFICES:
            return f"{OFFICES[head]} {LEVELS[level]}"
    return None


def dotted(view: View, start: int) -> Piece | None:
    """Read an abbreviation with full stops; the last one stays a full stop only at the end of a text."""
    row = None if view.low.startswith("v.v", start) else _INITIALS.match(view.text, start)
    if row is not None and row.group().rstrip(".") not in DOTTED:
        return _initials(view, row.group(), row.end())
    etc = _ETC.match(view.text, start)
    if etc is not None:
        return _etc(view, start, etc.end())
    match = _DOTS.match(view.text, start)
    if match is None or "." not in match.group():
        return None
    written = match.group()
    bare = written.rstrip(".")
    found = DOTTED.get(bare)
    if found is None:
        return _initial(view, start, bare)
    return _dotted(view, start, bare, found, match.end())


def _initials(view: View, written: str, end: int) -> Piece | None:
    """Read the initials of a person whose name is kept back: `bà V.T.H`."""
    following = view.text[end : end + 2].lstrip()[:1]
    stop = written.endswith(".") and (not following or following.isupper())
    bare = written.replace(".", "")
    if len(bare) > 3 and bare in known():
        return Piece(end - stop, known()[bare], "abbreviation", "dotted")  # U.B.N.D
    return Piece(end - stop, spell(written, view.number), "letters", "initials")


def _dotted(view: View, start: int, bare: str, found: str, end: int) -> Piece | None:
    following = view.text[end : end + 2].lstrip(" ")[:1]
    named = len(bare) == 1 and view.before(start)[-1:] and view.before(start)[-1] in PERSONS
    if (
        named
        or (bare in _SMALL and not _small(view, start, following))
        or (bare in _PLACE_ONLY and not (following.isupper() or following.isdigit()))
    ):
        return None
    if view.text[end - 1] != ".":
        if bare not in known():
            return Piece(end, found, "abbreviation", "dotted") if "." in bare else None
        return Piece(end, found if "." in bare else known()[bare], "abbreviation", "dotted")
    if not view.text[end:].strip(_CLOSING) if end + 80 > len(view.text) else False:
        if bare in known() and bare.isupper():
            return None  # the full stop ends the sentence, and the capitals are read by what stands around
        return Piece(end - 1, known().get(bare, found), "abbreviation", "dotted")
    return _before_more(view, start, bare, found, end)


def _before_more(view: View, start: int, bare: str, found: str, end: int) -> Piece:
    """Read a dotted abbreviation that something follows; where the word before decides, the full stop is one."""
    week = bare == "CN" and _WEEK.search(view.low[max(0, start - 40) : start]) is not None
    sun = bare == "CN" and (week or sunday(view, start))
    around = "chủ nhật" if sun else around_word(view, bare, view.before(start)[-1:], end)
    if around is not None:
        return Piece(end - (around != found), around, "abbreviation", "dotted")
    return Piece(end, _meant(view, bare, end) or found, "abbreviation", "dotted")


def _meant(view: View, bare: str, end: int) -> str | None:
    """Give what a dotted abbreviation means by what follows, when that decides."""
    if bare == "Ng" and view.text[end : end + 2].lstrip()[:1].isupper():
        return "Nguyễn"
    if bare == "P" and (ROOM.match(view.text, end) or office(view, end)):
        return "phòng"
    acting = bare in ACTING and view.after(end)[:1] and view.after(end)[0] in TITLES
    return ACTING[bare] if acting else by_next(view, bare, end)


def office(view: View, end: int) -> bool:
    """Hold for the letters of a field: P.VHTT is an office, P. Quang Trung a ward."""
    match = _FIELD.match(view.text, end)
    return match is not None and match[1] in known() and not {match[1]} & (PAPERS.keys() | DOTTED.keys())


def sunday(view: View, start: int) -> bool:
    """Tell CN of a list of weekdays from all else that it may mean: nghỉ T7, CN."""
    return _WEEKDAY.search(view.low[max(0, start - 16) : start]) is not None


def _small(view: View, start: int, following: str) -> bool:
    """Tell h. Võ Nhai from the letter that opens an item of a list."""
    if not following.isupper() or view.line_start(start):
        return False
    return view.text[max(0, start - 2) : start] in (", ", "- ", "– ") or view.text[max(0, start - 1) : start] == "("


def _initial(view: View, start: int, bare: str) -> Piece | None:
    """Read what begins as a dotted abbreviation and goes on with a name: `TP.HCM`, `Q.Tân Bình`."""
    head, _, rest = bare.partition(".")
    if not rest or head not in DOTTED:
        joined = bare.replace(".", "")
        if "." in bare and joined.isupper() and joined in known():
            return Piece(start + len(bare), known()[joined], "abbreviation", "dotted")
        return None
    if not rest[0].isupper():
        return None
    end = start + len(head) + 1
    return Piece(end, _meant(view, head, end) or DOTTED[head], "abbreviation", "dotted")


def _etc(view: View, start: int, end: int) -> Piece:
    last = view.text[end - 1]
    stop = "." if last in ".…" and (end >= view.content[1]) else ""
    return Piece(end, f"vân vân{stop}", "abbreviation", "et-cetera")


def by_next(view: View, short: str, end: int) -> str | None:
    """Decide what TT means: thường trực of a body, trung tâm of a work, thị trấn of a place."""
    if short != "TT":
        return None
    after = view.after(end)
    if not after:
        return "thị trấn" if _PLACES.search(view.low[max(0, end - 40) : end]) else "thông tin"
    if f"{' '.join(after[:2])} ".startswith(STANDING):
        return "thường trực"
    if after[0] in _PAID or after[0] == "số":
        return "thông tư" if after[0] == "số" else "thanh toán"
    named = view.text[end : end + 3].strip()[:1].isupper() and after[0] not in ("huyện", "xã", "tỉnh")
    away = not named and (view.before(end)[-2:-1] == ("cách",) or view.tail(end, 4).endswith(" về tt"))
    if after[0] in CENTRES or away:
        return "trung tâm"
    return "thị trấn" if named else None


def slashed(view: View, start: int) -> Piece | None:
    """Read V/v, Đ/c, T/M."""
    match = _SLASH.match(view.text, start)
    if match is None or match.group() not in SLASHED:
        return None
    end = match.end()
    if view.text[end : end + 1] == "." and view.text[end + 1 : end + 2].isalnum():
        end += 1
    return Piece(end, SLASHED[match.group()], "abbreviation", "slashed")


def _unsigned(written: str) -> str | None:
    """Find capitals that are known without their sign: TN-MT."""
    bare = written.replace("-", "")
    return known().get(bare) if len(bare) > 3 and bare.isupper() and bare.isalpha() else None


def joined(view: View, start: int) -> Piece | None:
    """Read GD&ĐT, LĐ-TB&XH: whole when known, else each part with và for the sign."""
    culture = _CULTURE.match(view.text, start)
    if culture is not None:
        centre = "trung tâm " if culture.group().startswith("TT") else ""
        last = "truyền thông" if culture[1] == "TT" else "du lịch"
        return Piece(culture.end(), f"{centre}văn hóa, thể thao và {last}", "abbreviation", "joined")
    match = _JOINED.match(view.text, start)
    while match is not None:
        written = match.group()
        found = known().get(written) or _unsigned(written)
        if found:
            return Piece(match.end(), found, "abbreviation", "joined")
        cut = max(written.rfind(sign) for sign in "&-,/")
        match = _JOINED.match(view.text, start, start + cut) if cut > 0 else None
    both = _AND.match(view.text, start)
    if both is None or not all(part in known() for part in both.groups()):
        return None
    first, second = (_TRADE.get(part) or known()[part] for part in both.groups())
    return Piece(both.end(), f"{first} và {second}", "abbreviation", "joined")
