"""One part of an address as words: known names, run-together Vietnamese taken apart, letters else."""

from __future__ import annotations

from functools import lru_cache

from broadcast.spoken.letters import spell
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.syllable import is_syllable
from broadcast.spoken.tables.addresses import COMPOUNDS as OWN
from broadcast.spoken.tables.addresses import LABELS
from broadcast.spoken.tables.compounds import TYPED
from broadcast.spoken.tables.letters import LETTERS
from broadcast.spoken.tables.loans import ALWAYS, LOANS
from broadcast.spoken.view import View
from broadcast.spoken.word import humps

COMPOUNDS = {**TYPED, **OWN}
_PIECES = Pattern(r"[^\W\d_]+|\d+|[-_]")
_NAMES = {"-": "gạch ngang", "_": "gạch dưới"}
_UNSOUNDED = frozenset("bcdghklmnpqrstvx")
_LONGEST = 63
_LETTERS_ONLY = 4  # sms, atms: too short for a word with its s
_SYLLABLE = 7


def label(view: View, written: str) -> str:
    """Say one label; its signs have names, its digits are said one by one."""
    low = written.lower()
    if low in LABELS:
        return low if _kept(view, low) else LABELS[low]
    if low != written and any(map(str.isdigit, written)) and any(map(_jumbled, _PIECES.findall(written[:2000]))):
        return spell(written, view.number)
    words = []
    for piece in _PIECES.findall(written[:2000]):
        if piece in "-_":
            words.append("gạch ngang" if piece == "-" else "gạch dưới")
        elif piece[0].isdigit():
            words.append(view.number.digits(piece) if piece.isascii() else "")
        else:
            words += _said(view, _parts(piece))
    return " ".join(words)


def _jumbled(piece: str) -> bool:
    """Tell letters of a random token from a name: XyZ."""
    return len(piece) < 4 and not (piece.islower() or piece.isupper() or piece.istitle()) and piece.isalpha()


def compound(parts: list[str], at: int) -> list[str]:
    """Find a known compound whose words stand apart by dashes: tra-cuu → tra, gạch ngang, cứu; empty when none."""
    for count in (5, 4, 3, 2):
        run = parts[at : at + 2 * count - 1]
        signs = run[1::2]
        if len(run) < 2 * count - 1 or not set(signs) <= set(_NAMES):
            continue
        found = COMPOUNDS.get("".join(run[::2]).lower(), "").split()
        if len(found) == count:
            return [word for pair in zip(found, [*map(_NAMES.get, signs), ""], strict=True) for word in pair if word]
    return []


def _parts(piece: str) -> list[str]:
    """Take CamelCase apart; all small or all capital letters stay together."""
    if piece.islower() or piece.isupper() or piece[1:].islower():
        return [piece]
    if len(piece) <= _LONGEST and (piece.lower() in COMPOUNDS or _known_apart(piece.lower())):
        return [piece.lower()]
    return humps(piece)


def _said(view: View, parts: list[str]) -> list[str]:
    """Say the humps of a name, known compounds first: CAHVoNhai → xê a hát, võ nhai."""
    words, at = [], 0
    while at < len(parts):
        for count in (5, 4, 3, 2):
            run = "".join(parts[at : at + count]).lower()
            if at + count <= len(parts) and run in COMPOUNDS:
                words.append(COMPOUNDS[run])
                at += count
                break
        else:
            words.append(_word(view, parts[at]))
            at += 1
    return words


def _word(view: View, piece: str) -> str:
    low = piece.lower()
    if low in LABELS and not _kept(view, low):
        return LABELS[low]
    if low in COMPOUNDS:
        return COMPOUNDS[low]
    if piece.isupper() and len(piece) < 4:
        return spell(piece, view.number)
    if low in LOANS:
        return low if _kept(view, low) else LOANS[low]
    if is_syllable(low) and len(low) > 1:
        return low
    apart = _loans(view, low) or (_apart(low) if len(low) <= _LONGEST else None)
    return apart or spell(piece, view.number)


def _loans(view: View, low: str) -> str:
    """Say a loan word with its s, or two that are typed as one: scams, checkscam; nothing for anything else."""
    if low[-1:] == "s" and len(low) > _LETTERS_ONLY and low[:-1] in LOANS:
        return low if _kept(view, low[:-1]) else f"{LOANS[low[:-1]]} ét"
    return " ".join(part if _kept(view, part) else LOANS[part] for part in _joined(low))


@lru_cache(maxsize=4096)
def _joined(low: str) -> tuple[str, ...]:
    cuts = range(3, min(len(low) - 2, _LONGEST))
    return next(((low[:cut], low[cut:]) for cut in cuts if low[:cut] in LOANS and low[cut:] in LOANS), ())


def _kept(view: View, low: str) -> bool:
    return not view.respell and low in LOANS and low not in ALWAYS


@lru_cache(maxsize=4096)
def _apart(low: str) -> str | None:
    """Split run-together words into the fewest known compounds and syllables; None when letters are left."""
    if low.endswith("vn") and low[:-2] in COMPOUNDS.keys() | LOANS.keys():
        return f"{COMPOUNDS.get(low[:-2]) or LOANS[low[:-2]]} vê en"
    for cut in (4, 3, 2):  # letters before a place: ttytvonhai
        if low[cut:] in COMPOUNDS and low[:cut].isascii() and _UNSOUNDED.issuperset(low[:cut].replace("tyt", "tt")):
            return " ".join([*(LETTERS[char] for char in low[:cut]), COMPOUNDS[low[cut:]]])
    for cut in (2, 3):  # and behind one: congantn
        if low[:-cut] in COMPOUNDS and low[-cut:].isascii() and _UNSOUNDED.issuperset(low[-cut:]):
            return " ".join([COMPOUNDS[low[:-cut]], *(LETTERS[char] for char in low[-cut:])])
    best: list[tuple[int, tuple[str, ...]] | None] = [None] * (len(low) + 1)
    best[0] = (0, ())
    for end in range(1, len(low) + 1):
        for start in range(max(0, end - 20), end):
            before, part = best[start], low[start:end]
            cost = _cost(part) if before is not None else None
            if before is not None and cost is not None:
                total = before[0] + cost
                now = best[end]
                if now is None or total < now[0]:
                    best[end] = (total, (*before[1], COMPOUNDS.get(part, part)))
    found = best[len(low)]
    return " ".join(found[1]) if found else None


def _known_apart(low: str) -> bool:
    """Tell whether run-together words hold a compound that we know, and so their marks."""
    apart = _apart(low)
    return apart is not None and not apart.isascii()


def _cost(part: str) -> int | None:
    if part in COMPOUNDS:
        return 2
    if LOANS.get(part, part) != part:
        return None  # by itself it would be read as the loan word that it is: ip
    if 2 <= len(part) <= _SYLLABLE and is_syllable(part, toneless=True):
        return 3 if len(part) > 2 else 4
    return None
