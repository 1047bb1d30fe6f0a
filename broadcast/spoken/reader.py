"""One pass over a text: at each place the first reader that knows what stands there takes it."""

from __future__ import annotations

from dataclasses import replace

from broadcast.campaign.lexicon import Lexicon, Region
from broadcast.spoken import word
from broadcast.spoken.alphabet import parted
from broadcast.spoken.clean import Clean, clean
from broadcast.spoken.heard import settled
from broadcast.spoken.kind import by_kind
from broadcast.spoken.lexicon import Matcher
from broadcast.spoken.number import numerals
from broadcast.spoken.order import DIGIT_READERS, SIGN_READERS, WORD_READERS
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.reading import CONTACT_KINDS, Foreign, Reading, Token
from broadcast.spoken.sign import sign
from broadcast.spoken.view import Piece, Reader, View, plain

_WORD = Pattern(r"[^\W\d_]+")
_SPACE = Pattern(r"[ \t]+")
_KEPT = frozenset(",.;:?!… \t")
_MOUTHS = ")(D-"
_GLUE = frozenset(".@/-_&'+:#0123456789[(")
_MEMO = 50_000
_CONTACTS = CONTACT_KINDS | {"file", "hashtag"}


class Voice:
    """How one voice reads: lexicon, region and foreign words settled, words it has met remembered."""

    def __init__(self, lexicon: Lexicon, region: Region, foreign: Foreign, voice: str) -> None:
        self._matcher = Matcher(lexicon, region, voice)
        self._number = numerals(region)
        self._respell = foreign == "respell"
        self._kinds: dict[str, str] = {}

    def read(self, given: str) -> Reading:
        """Read one text."""
        even = parted(clean(given))
        text = even.text
        low = text.lower()
        if len(low) != len(text):
            low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        view = View(text, low, self._number, self._respell)
        view.content = (len(text) - len(text.lstrip()), len(text.rstrip(" .")))
        pieces, spoken = settled(self._pieces(view), self._number)
        return _reading(given, even, pieces, spoken)

    def _pieces(self, view: View) -> list[tuple[int, Piece]]:
        text, pieces, start, run = view.text, [], 0, 0
        size = len(text)
        while start < size:
            skipped = self._skip(text, start)
            if skipped > start:
                start = skipped
                continue
            piece = self._piece(view, start)
            if piece is None:
                match = _WORD.match(text, start)
                start = match.end() if match else start + 1
                continue
            if start > run:
                pieces.append((run, plain(start, text[run:start])))
            pieces.append((start, piece))
            if piece.kind != "sign":
                view.last = piece
            start = run = piece.end
        if size > run:
            pieces.append((run, plain(size, text[run:])))
        return pieces

    def _skip(self, text: str, start: int) -> int:
        """Pass over spaces, pauses and words known to be plain; give the place of the next other thing."""
        size = len(text)
        while start < size:
            char = text[start]
            if char in _KEPT:
                following = text[start + 1 : start + 2]
                if (char == "." and following.isalnum()) or (char in ":;" and following in _MOUTHS and following):
                    return start
                start += 1
                continue
            match = _WORD.match(text, start)
            if match is None or self._kind(match.group()) != "plain":
                return start
            end = match.end()
            if end < size and (text[end] in _GLUE or text[end : end + 2] == " .") and self._glued(text, end):
                return start
            start = end
        return start

    def _glued(self, text: str, end: int) -> bool:
        following = text[end + 1 : end + 2]
        return text[end].isdigit() or following.isalnum() or text[end] in "@[(" or text[end : end + 2] == " ."

    def _kind(self, written: str) -> str:
        kind = self._kinds.get(written)
        if kind is None:
            if len(self._kinds) > _MEMO:
                self._kinds.clear()
            kind = "lexicon" if self._matcher and self._matcher.begins(written) else word.kind_of(written)
            self._kinds[written] = kind
        return kind

    def _piece(self, view: View, start: int) -> Piece | None:
        char = view.text[start]
        if char.isalpha():
            return self._letters(view, start)
        own = self._own(view, start, char)
        by_rule = _first(DIGIT_READERS if char.isdigit() else SIGN_READERS.get(char, ()), view, start)
        if own is not None:
            return _reconciled(own, by_rule)
        return by_rule or (None if char in _KEPT else sign(view, start))

    def _letters(self, view: View, start: int) -> Piece | None:
        match = _WORD.match(view.text, start)
        if match is None:
            return sign(view, start)
        written = match.group()
        own = self._own(view, start, written)
        by_rule = _first(WORD_READERS, view, start) if view.starts(start) else None
        if own is not None:
            return _reconciled(own, by_rule)
        if by_rule is not None:
            return by_rule
        kind = self._kind(written)
        return by_kind(view, start, written, kind if kind != "lexicon" else word.kind_of(written))

    def _own(self, view: View, start: int, first: str) -> Piece | None:
        """Find what the lexicon says at a place."""
        if not self._matcher or not self._matcher.begins(first):
            return None
        return self._matcher.find(view, start, first)


def _first(readers: tuple[Reader, ...], view: View, start: int) -> Piece | None:
    """Ask readers in their order; the first that knows has it."""
    for reader in readers:
        piece = reader(view, start)
        if piece is not None:
            return piece
    return None


def _reconciled(own: Piece, by_rule: Piece | None) -> Piece:
    """Let the lexicon win, but never so that a contact is hidden or an address is cut in two."""
    if by_rule is None or by_rule.kind not in _CONTACTS:
        return own
    if by_rule.end > own.end:
        return by_rule
    return replace(own, kind=by_rule.kind, value=by_rule.value) if by_rule.end == own.end else own


def _reading(given: str, even: Clean, pieces: list[tuple[int, Piece]], text: str) -> Reading:
    tokens: list[Token] = []
    unread: list[Token] = []
    for start, piece in pieces:
        first = even.place(start) if tokens else 0
        last = even.place(piece.end)
        spoken = piece.spoken if piece.kind != "space" else ""
        token = Token(given[first:last], first, last, spoken.strip(), piece.kind, piece.rule, piece.value, piece.entry)
        tokens.append(token)
        if piece.unread:
            unread.append(token)
    if given and not tokens:
        tokens.append(Token(given, 0, len(given), "", "space", "invisible"))
    return Reading(text, tuple(tokens), tuple(unread))
