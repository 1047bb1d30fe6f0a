"""What reading gives: the words to say, and for every word the written span it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from broadcast.campaign.lexicon import Pronunciation

Foreign = Literal["keep", "respell"]

CONTACT_KINDS = frozenset({"phone", "shortcode", "hotline", "domain", "email", "account", "url"})
"""Kinds of token through which a listener can be led to somebody; the safety check looks at these."""

_NATIVE = frozenset(
    {"word", "space", "sign", "abbreviation", "cardinal", "decimal", "ordinal", "roman", "range", "date", "time",
     "money", "percent", "shortcode", "hotline", "lexicon"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One written span and what is said for it.

    `start` and `end` are offsets into the text as it was given; the spans of all tokens, put together, are
    that text. `value` is what a contact amounts to: digits only for numbers, lower-case ASCII for addresses.
    `entry` is the entry of the lexicon that decided, when one did.
    """

    written: str
    start: int
    end: int
    spoken: str
    kind: str
    rule: str
    value: str = ""
    entry: Pronunciation | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it will be heard.

    `text` holds spoken words in NFC and the pauses `, . ? ! … ; :`, nothing else; `unread` are the tokens
    that could not be read in full, in their order.
    """

    text: str
    tokens: tuple[Token, ...]
    unread: tuple[Token, ...] = ()

    @property
    def native(self) -> bool:
        """Tell whether nothing in it could be a foreign word: then every voice gets the same words."""
        return all(token.kind in _NATIVE for token in self.tokens)

    @property
    def changed(self) -> bool:
        """Tell whether a listener hears other words than a reader sees; case and pauses do not count."""
        return any(_letters(token.written) != _letters(token.spoken) for token in self.tokens)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum() or char in "%&@+#*/")
