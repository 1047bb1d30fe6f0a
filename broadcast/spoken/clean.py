"""Text made even before it is read: NFC, plain spaces and dashes, no invisible signs; offsets are kept.

Unicode is normalised cluster by cluster and never over the whole text: canonical ordering of endless
combining marks takes quadratic time, and a cluster longer than 30 marks (UAX #15, stream-safe text) is cut.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from broadcast.spoken.pattern import Pattern

_EVEN = Pattern(r"[\n -~À-ÏÑ-ÖØ-ÝÞà-ïñ-öø-ýþĂăĐđĨĩŨũƠơƯưẠ-ỹ…₫€£¥°•–]*")
_TIGHT = Pattern(
    "(?<![0-9–-])([0-9]{1,2}–[0-9]{1,2})(?![0-9–-])|(?<=[0-9A-ZĐƯ])–(?=[0-9A-ZĐƯ])|(?<=[0-9a-z])–(?=[0-9])"
    "|(?<=[0-9])–(?=[0-9a-zA-Z])|(?<=[ (])–(?=[0-9])|(?<=[a-z])–(?=[a-z]{2,40}\\.)|^–(?=[0-9])"
)
_CLUSTER = Pattern("[^\u0300-\u036f][\u0300-\u036f]{1,30}|[\u0300-\u036f]+|[\\s\\S]")
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\ufe0e\ufe0f\u061c\u180e\u2061\u2062\u2063\u2064"
)
_SAME = {
    **dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2012\u2014\u2015\u2e3a\u2e3b", "–"),
    **dict.fromkeys("“”„‟«»″❝❞〝〞＂", '"'),
    **dict.fromkeys("‘’‚‛′´`ʼʹ", "'"),
    **dict.fromkeys("●▪▫◦■□◆◇►▶‣⁃∙⚫⬤○★☆✓✔✅➢➤❖✦", "•"),
    **dict.fromkeys("º˚⁰", "°"),
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"),
    "ð": "đ",
    "Ð": "Đ",
    "Ɖ": "Đ",
    "ɖ": "đ",
    "İ": "I",
    "ı": "i",
    "․": ".",
    "‥": "…",
    "⋯": "…",
    "℃": "°C",
    "℉": "°F",
}

_RAISED = {
    "²": "^2",
    "³": "^3",
    "¹": "^1",
    "½": " 1/2",
    "¼": " 1/4",
    "¾": " 3/4",
    "⅓": " 1/3",
    "⅔": " 2/3",
    "★": " sao",
    "⭐": " sao",
}
"""Behind a digit these are a power or go with a whole number."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Even text; `origin[i]` is where its character `i` begins in the given one (None: the same place)."""

    text: str
    origin: tuple[int, ...] | None = None

    def place(self, index: int) -> int:
        """Give the offset in the given text of a place in the even one."""
        return self.origin[index] if self.origin else index


def clean(given: str) -> Clean:
    """Make text even without losing where each character came from."""
    even = _EVEN.match(given)
    if even is not None and even.end() == len(given) and "  " not in given:
        return Clean(_tight(given))
    text: list[str] = []
    origin: list[int] = []
    for match in _CLUSTER.finditer(given):
        even_chars = _even(match.group())
        if match.group() in _RAISED and text and text[-1].isdigit():
            even_chars = _RAISED[match.group()]
        for char in even_chars:
            if char == " " and text and text[-1] == " ":
                continue  # rows of spaces say no more than one
            text.append(char)
            origin.append(match.start())
    return Clean(_tight("".join(text)), (*origin, len(given)))


def _tight(text: str) -> str:
    """Make a long dash inside a code, a number or a name a hyphen; between two short numbers it may be a range."""
    return _TIGHT.sub(lambda match: match[1] or "-", text) if "–" in text else text


def _even(cluster: str) -> str:
    """Compose a letter with its marks; a mark that composes with nothing says nothing and goes."""
    if len(cluster) == 1:
        return _one(cluster)
    if "\u0300" <= cluster[0] <= "\u036f":
        return ""
    letter = unicodedata.normalize("NFKC", cluster[0]) if cluster[0] >= "\uff00" else cluster[0]  # 𝗞𝗵𝗼̂𝗻𝗴
    return _one(unicodedata.normalize("NFC", letter + cluster[1:])[0])


def _one(char: str) -> str:
    if char < "\x7f":
        return char if char >= " " or char == "\n" else "\n" if char in "\r\x0b\x0c" else " "
    if char in _SAME:
        return _SAME[char]
    if char in _INVISIBLE or "\u0300" <= char <= "\u036f":
        return ""
    # What a sign is made of may itself be one of those that are written otherwise: U+0374 is U+02B9.
    return "".join(_SAME.get(part, part) for part in _by_category(char))


def _by_category(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Zs", "Cc"):
        return " "
    if category in ("Cf", "Cs", "Co", "Cn"):
        return ""
    if category[0] == "N":
        return _number(char)
    compatible = unicodedata.normalize("NFKC", char)
    if compatible.isascii() and (char >= "\uff00" or category[0] == "L"):
        return compatible  # bold and full-width letters, ligatures: 𝐙𝐚𝐥𝐨, ﬁ
    return unicodedata.normalize("NFC", char)


def _number(char: str) -> str:
    """Give ASCII for every other digit: full width, Arabic, circled, Roman signs, m² and ½."""
    compatible = unicodedata.normalize("NFKC", char).replace("⁄", "/")
    if compatible.isascii():
        return compatible
    value = unicodedata.numeric(char, -1)
    return str(int(value)) if value >= 0 and value == int(value) else ""
