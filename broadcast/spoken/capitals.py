"""Words in capitals: abbreviations, shouting, letters to spell, and what nobody knows."""

from __future__ import annotations

from broadcast.spoken.abbreviation import by_next, composed, known, sunday
from broadcast.spoken.letters import spell
from broadcast.spoken.meaning import around_word, before_word, by_number, by_topic
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.syllable import fold_tone, is_plain, is_syllable
from broadcast.spoken.tables.cues import SYNTAX_CUES
from broadcast.spoken.tables.initialisms import SPELT, SPELT_OUT
from broadcast.spoken.tables.letters import LETTERS
from broadcast.spoken.tables.loans import LOANS
from broadcast.spoken.tables.meanings import AFTER, GLUED, SINGING, SUNG
from broadcast.spoken.view import Piece, View

_WORD = Pattern(r"[^\W\d_]+")
_WORDS_NEAR = Pattern(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_SYNTAX = Pattern(r"[A-ZĐ]{1,10}(?: [A-ZĐ0-9]{1,10}){0,3}(?= ?[(\[<]| gửi| gui| đến| tới| \w| *[.,;\"]|$)")
_SENT = Pattern(
    r"[A-ZĐ]{1,6} ?(?:[(\[<][^)\]>\n]{1,60}[)\]>] ?|\d{9,11} )"
    r"[^.\n]{0,80}?(?:gửi|gui|đến) (?:số |đầu số )?\d{3,5}(?!\d)"
    r"|[A-Z]{1,8}(?: [A-Z0-9]{1,10}){0,2} (?:gửi|gui) (?:số |đầu số )?\d{3,5}"
    r"(?=[,;)\"]| ?\(| ?$|\.(?!\d)| (?:để|de|hoặc)\b)"
)
_CLUSTER = Pattern(r"[bcdfghjklmnpqrstvwxz]{3}")
_HIDDEN = frozenset({"ông", "bà", "anh", "chị", "em", "cháu", "cụ", "cô", "chú", "bác"})
_HEADS = frozenset(
    {"CT", "PCT", "BT", "PBT", "CA", "GĐ", "PGĐ", "HT", "PHT", "CB", "CC", "GV", "HS", "SV", "BS", "CCB", "NCT"}
)
_NEAR = 40
_SHIFT = Pattern(r" ?\d{1,2}(?!\d)")
_BEARERS = frozenset({"bão", "cơn", "tên", "hãng", "hiệu", "tàu", "áp", "dụng"})


def capitals(view: View, start: int) -> Piece | None:
    """Read a word in capitals that begins at a place."""
    match = _WORD.match(view.text, start)
    if match is None:
        return None
    word, end = match.group(), match.end()
    low = word.lower()
    if len(word) == 1:
        return _single(view, start, word, end)
    if _in_syntax(view, start, word):
        return Piece(end, spell(word, view.number), "letters", "message-syntax")
    shouting = _shouted(view, start, end)
    if (
        is_syllable(low)
        and (shouting or len(word) > 2 or not word.isascii() or not _model(view, start, word, end))
        and around_word(view, word, view.before(start)[-1:], end) is None
        and (word not in known() or (shouting and not _police(view, start, word, end)))
    ):
        return Piece(end, low, "word", "shout")
    return _in_tables(view, start, word, end) or _unknown(view, word, end, shouting=shouting)


def _unknown(view: View, word: str, end: int, *, shouting: bool) -> Piece:
    """Read capitals that stand in no table: a word among shouted ones, else letters."""
    low = word.lower()
    if (shouting and is_syllable(low, toneless=True)) or fold_tone(low)[1]:
        return Piece(end, low, "word", "shout")
    if shouting and word not in SPELT_OUT and _sounded(low):
        return Piece(end, low, "foreign", "shout", unread=view.respell and not is_plain(low))
    return _spelt(view, word, end)


def _sounded(low: str) -> bool:
    """Tell a foreign word in capitals, which has vowels everywhere, from letters to spell: VACCINE, PRO MAX."""
    vowels = sum(char in "aeiou" for char in low)
    return len(low) > 3 and low.isascii() and not _CLUSTER.search(low) and vowels * 7 >= len(low) * 2


def _in_tables(view: View, start: int, word: str, end: int) -> Piece | None:
    low, before = word.lower(), view.before(start)[-1:]
    if _model(view, start, word, end) or _initials(view, word, before, end):
        return Piece(end, spell(word, view.number), "letters", "model-or-initials")
    around = around_word(view, word, before, end)
    if around is not None:
        return Piece(end, around, "abbreviation", "word-beside")
    meaning = by_number(view, start, word, end) or before_word(view, word, end) or by_topic(view, start, word)
    if meaning is not None:
        return Piece(end, meaning, "abbreviation", "before-word")
    if word in known():
        return Piece(end, _known(view, word, end), "abbreviation", "letters" if word in SPELT else "abbreviation")
    if low in LOANS:
        return Piece(end, LOANS[low] if view.respell else low, "loan", "loan")
    whole = composed(word)
    return Piece(end, whole, "abbreviation", "composed") if whole else None


def _initials(view: View, word: str, before: tuple[str, ...], end: int) -> bool:
    """Tell the initials of somebody whose name is kept back from an office: bà TH (SN 1960), ông NVA."""
    if not before or before[0] not in _HIDDEN or (word, before) in AFTER:
        return False
    told = view.text[end : end + 1] == "," or view.text[end : end + 2] == " ("
    return len(word) < 5 and (word not in known() or (told and len(word) < 4 and word not in _HEADS))


def _model(view: View, start: int, word: str, end: int) -> bool:
    """Tell the letters of a kind or a model, at a number without a space, from an abbreviation: GS55, DT2, 5SL."""
    if word in SPELT_OUT and view.text[max(0, start - 1) : start].isdigit():
        return True
    glued = len(word) < 4 and view.text[end : end + 1].isdigit()
    return glued and word not in GLUED and word not in SPELT and word.lower() not in LOANS


def _police(view: View, start: int, word: str, end: int) -> bool:
    """Keep CA an abbreviation among shouted words, unless it sings or works a shift."""
    after, before = view.after(end)[:1], view.before(start)[-1:]
    shift = _SHIFT.match(view.text, end) is not None or view.text[max(0, start - 2) : start].strip()[-1:].isdigit()
    counted = shift or view.text[start - 1 : start] == "/"
    return word == "CA" and not (counted or set(after) & SINGING or set(before) & SUNG)


def _known(view: View, word: str, end: int) -> str:
    if word in ("QL", "TL"):
        following = view.text[end : end + 2].strip(" -")[:1]
        return known()[word] if following.isdigit() else {"QL": "quản lý", "TL": "thừa lệnh"}[word]
    if word == "CN" and sunday(view, end - 2):
        return "chủ nhật"
    if word == "TT":
        return by_next(view, word, end) or "thông tư"
    if (
        word == "CN"
        and view.text[end : end + 1] == " "
        and view.text[end + 1 : end + 2].isupper()
        and view.text[end + 2 : end + 3].islower()
    ):
        return "chi nhánh"
    return known()[word]


def _spelt(view: View, word: str, end: int) -> Piece:
    low = word.lower()
    spoken = spell(word, view.number) or low
    if len(word) > 3 and word not in SPELT_OUT and is_plain(low):
        return Piece(end, low, "word", "name-in-capitals")
    if word in SPELT_OUT:
        return Piece(end, spoken, "letters", "letters")
    if not view.respell and _named(view, end - len(word), low):
        return Piece(end, word.title(), "foreign", "name-in-capitals")
    return Piece(end, spoken, "unread", "unknown-capitals", unread=True)


def _named(view: View, start: int, low: str) -> bool:
    """Tell the name of a storm or of a maker from letters: bão số 3 (YAGI)."""
    sounded = len(low) > 3 and 1 < sum(char in "aeiouy" for char in low) < len(low)
    return sounded and bool(_BEARERS & set(view.before(start)[-4:]))


def _single(view: View, start: int, word: str, end: int) -> Piece | None:
    """Read one capital: the name of the letter, but a vowel is its own name."""
    low = word.lower()
    if low in LETTERS and view.text[end : end + 1] == "'" and view.text[end + 1 : end + 2].isalpha():
        vowel = low in "aăâeêioôơuưy"
        return Piece(end + 1, low if vowel else {"k": "cờ", "đ": "đờ"}.get(low, f"{low}ờ"), "word", "highland-name")
    if low in "aăâeêioôơuưy" or fold_tone(low)[1]:
        return (
            Piece(_initial_end(view, end), low, "word", "letter")
            if low != "y" and not fold_tone(low)[1] and low not in "ăâ"
            else None
        )
    spoken = spell(word, view.number)
    return Piece(_initial_end(view, end), spoken, "letters", "letter") if spoken else None


def _initial_end(view: View, end: int) -> int:
    """Take the full stop of an initial with it when the sentence goes on: `Bà N. bị lừa`."""
    if view.text[end : end + 1] != ".":
        return end
    following = view.text[end + 1 : end + 3].lstrip()[:1]
    return end + 1 if following.islower() or following in tuple("([,;") else end


def _in_syntax(view: View, start: int, word: str) -> bool:
    """Hold for the key words of a text message to send: soạn LD … gửi 5656."""
    if start < view.spell_until:
        return word.lower() not in LOANS and (not is_syllable(word.lower()) or word in known())
    if not word.isupper() or not (view.tail(start, 6).endswith(SYNTAX_CUES) or _SENT.match(view.text, start)):
        return False
    match = _SYNTAX.match(view.text, start)
    if match is None or not _sent(view, match.end()):
        return False
    view.spell_until = match.end()
    return word.lower() not in LOANS and (not is_syllable(word.lower()) or len(word) < 3)


def _sent(view: View, end: int) -> bool:
    near = view.low[end : end + 160]
    before = view.low[max(0, end - 90) : end]
    return any(word in near for word in ("gửi", "đến ", "tới ")) or "cú pháp" in before


def _shouted(view: View, start: int, end: int) -> bool:
    """Tell whether the words next to one in capitals are Vietnamese words in capitals too."""
    near = view.text[max(0, start - _NEAR) : start] + " " + view.text[end : end + _NEAR]
    return any(
        word.isupper() and word not in known() and is_syllable(word.lower()) for word in _WORDS_NEAR.findall(near)
    )
