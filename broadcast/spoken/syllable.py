"""What a Vietnamese syllable is: tells shouting from abbreviations, and our own words from foreign ones."""

from __future__ import annotations

from functools import lru_cache

from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables import words

_TONED = {
    toned: (plain, tone)
    for plain, row in {
        "a": "àáảãạ",
        "ă": "ằắẳẵặ",
        "â": "ầấẩẫậ",
        "e": "èéẻẽẹ",
        "ê": "ềếểễệ",
        "i": "ìíỉĩị",
        "o": "òóỏõọ",
        "ô": "ồốổỗộ",
        "ơ": "ờớởỡợ",
        "u": "ùúủũụ",
        "ư": "ừứửữự",
        "y": "ỳýỷỹỵ",
    }.items()
    for tone, toned in enumerate(row, 1)
}
_SHARP, _HEAVY = 2, 5  # sắc and nặng: the only tones of a syllable that ends in a stop

_ONSETS = (
    "ngh",
    "ng",
    "nh",
    "ch",
    "gh",
    "gi",
    "kh",
    "ph",
    "qu",
    "th",
    "tr",
    "b",
    "c",
    "d",
    "đ",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "x",
)
_RIMES = words(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê
    êch êm ên êng ênh êp êt êu ơng i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam
    oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn
    ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uê uêch uênh uc ui um un ung uôc uôi uôm uôn uông uôt up ut uơ
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên
    yêng yêt yêu
    """
)
_AFTER_QU = frozenset("aăâeêiôyơ")  # ô in quốc
_FRONT = frozenset("eêiy")
_BARE = str.maketrans("ăâêôơưđ", "aaeooud")


def fold_tone(word: str) -> tuple[str, int]:
    """Take the tone off a lower-case NFC syllable: `hoà` and `hòa` → (`hoa`, 1); two tones give −1."""
    plain, tone = [], 0
    for char in word:
        base, mark = _TONED.get(char, (char, 0))
        plain.append(base)
        if mark:
            tone = mark if tone == 0 else -1
    return "".join(plain), tone


@lru_cache(maxsize=20_000)
def is_syllable(word: str, *, toneless: bool = False) -> bool:
    """Tell whether a lower-case NFC word is spelt as a Vietnamese syllable.

    With `toneless` a stop may stand without its tone (`cap`, `duoc`), as in addresses and in messages
    typed without marks; the letters ă â ê ô ơ ư đ may then be bare too.
    """
    if len(word) > 7:
        return False
    plain, tone = fold_tone(word)
    if tone < 0:
        return False
    for onset in _ONSETS:
        if plain.startswith(onset) and _fits(onset, plain[len(onset) :], tone, toneless):
            return True
    return _fits("", plain, tone, toneless)


def _fits(onset: str, rime: str, tone: int, toneless: bool) -> bool:
    if rime not in (_bare_rimes() if toneless else _RIMES):
        return False
    if not toneless and rime.endswith(("c", "ch", "p", "t")) and tone not in (_SHARP, _HEAVY):
        return False
    return _spelt(onset, rime)


def _spelt(onset: str, rime: str) -> bool:
    """Hold the spelling rules of k, gh, ngh (before e ê i y only), c, ng (elsewhere) and qu."""
    front = rime[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "qu":
        return rime[0] in _AFTER_QU
    if onset == "g":
        return not front or rime[0] == "i"
    return onset != "gi" or rime[0] != "i"


@lru_cache(maxsize=1)
def _bare_rimes() -> frozenset[str]:
    return _RIMES | {rime.translate(_BARE) for rime in _RIMES}


_PECULIAR = words(
    """
    đắk đăk lắk lăk nông krông kon pleiku plei buôn pắc bó h'mông hmông mông ê-đê gia-rai jrai blao brâu cil cơ-ho
    k'ho m'nông mnông ea h'leo búk xtiêng raglai chăm khmer pác nặm nậm kạn rơ-măm rơ măm hre hrê xơ-đăng sê pôn mdrắk
    đrắk krắk cư kuin súp búng
    """
)
"""Words of the country's other languages that stand in Vietnamese text and are read as they are."""


@lru_cache(maxsize=20_000)
def is_plain(low: str) -> bool:
    """Tell whether any Vietnamese voice can say a small-letter word from its letters."""
    return is_syllable(low, toneless=True) or low in _PECULIAR or _readable(low)


def _readable(low: str) -> bool:
    """Tell whether a foreign word falls into syllables that we can say: ca-me-ra, com-bo."""
    if len(low) > 24:
        return False
    reach = [True] + [False] * len(low)
    for end in range(1, len(low) + 1):
        reach[end] = any(
            reach[start] and is_syllable(low[start:end], toneless=True) and (end - start > 1)
            for start in range(max(0, end - 6), end)
        )
    return reach[-1]


_WORD = Pattern(r"[^\W\d_]+")


def syllables(text: str) -> int:
    """Count the syllables of spoken text; a foreign word counts its groups of vowels."""
    return sum(_count(match.group()) for match in _WORD.finditer(text))


@lru_cache(maxsize=20_000)
def _count(word: str) -> int:
    if is_syllable(word.lower()):
        return 1
    plain, _ = fold_tone(word.lower())
    vowels = [char in "aăâeêioôơuưy" for char in plain]
    return max(1, sum(now and not before for before, now in zip([False, *vowels], vowels, strict=False)))
