"""The words that will be heard, one by one, each with the token and the place that it came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from broadcast.check.heard import Sentence
from broadcast.errors import Place
from broadcast.spoken import Token

_PART = re.compile(r"(?P<word>[^\W_]+)|(?P<pause>[,.;:?!…])")
# letters of other scripts that look like Latin ones
_FOREIGN, _LATIN = "авсԁеɡһіјкмпорѕтухαεηικνορτυχ", "abcdeghijkmnopstyxaenikvoptux"
LOOKALIKE = str.maketrans(_FOREIGN, _LATIN)


@dataclass(frozen=True, slots=True)
class Word:
    """One heard word in small letters; `pause` tells whether one stands before it."""

    text: str
    token: Token
    pause: bool
    sentence: Sentence
    offset: int

    @property
    def place(self) -> Place:
        """Give the place in the file from which the word came."""
        return self.sentence.place(self.offset)


def words(sentences: Sequence[Sentence]) -> Iterator[Word]:
    """Give the heard words of a text in their order; a sentence begins after a pause."""
    pause = True
    for sentence in sentences:
        for token in sentence.reading.tokens:
            exact = len(token.spoken) == len(token.written)
            for part in _PART.finditer(token.spoken):
                if part["pause"]:
                    pause = True
                    continue
                offset = token.start + (part.start() if exact else 0)
                yield Word(plain(part["word"]), token, pause, sentence, offset)
                pause = False
        pause = True


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Give a word in small Latin letters: full-width and look-alike letters become what they look like."""
    return unicodedata.normalize("NFKC", word).lower().translate(LOOKALIKE)


@lru_cache(maxsize=20_000)
def toneless(word: str) -> str:
    """Give a word without diacritics, as people type in a hurry."""
    bare = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return bare.replace("đ", "d")
