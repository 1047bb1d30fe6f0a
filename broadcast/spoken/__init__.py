"""Written Vietnamese → the words a newsreader says; pure, one file for each kind of token.

The readers are imported with the first text: whoever only counts syllables must not pay for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcast.campaign.lexicon import Lexicon, Region
from broadcast.spoken.reading import CONTACT_KINDS, Foreign, Reading, Token
from broadcast.spoken.sentences import Span, sentences
from broadcast.spoken.syllable import syllables

if TYPE_CHECKING:
    from broadcast.spoken.reader import Voice

__all__ = ["CONTACT_KINDS", "Foreign", "Reading", "Span", "Token", "read", "sentences", "syllables"]

_EMPTY = Lexicon()
_VOICES: dict[tuple[int, str, str, str], tuple[Lexicon, Voice]] = {}
_KEPT = 16


def read(
    text: str, lexicon: Lexicon = _EMPTY, *, region: Region = "bac", foreign: Foreign = "respell", voice: str = ""
) -> Reading:
    """Read a written text as a newsreader says it.

    Args:
        text: anything that stands in notices, in any normal form; offsets of tokens refer to it as given.
        lexicon: the campaign's own pronunciations; they win over every rule.
        region: whose number words are used, and which regional entries of the lexicon hold.
        foreign: `keep` loan words for a voice that reads English, or `respell` them for one that does not.
        voice: name of the voice, for entries of the lexicon that hold for some voices only.
    """
    # Keyed by identity: hashing a lexicon of hundreds of entries would cost more than the reading.
    key = (id(lexicon), region, foreign, voice)
    held = _VOICES.get(key)
    if held is None or held[0] is not lexicon:
        from broadcast.spoken.reader import Voice

        if len(_VOICES) >= _KEPT:
            _VOICES.clear()
        held = _VOICES[key] = (lexicon, Voice(lexicon, region, foreign, voice))
    return held[1].read(text)
