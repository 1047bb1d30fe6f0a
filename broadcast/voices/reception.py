"""What an engine or a service sent, taken for speech only after it was decoded and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcast.errors import BroadcastError
from broadcast.i18n import _
from broadcast.spoken.syllable import syllables
from broadcast.voices.service import Failure
from broadcast.voices.voice import Speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

# Seconds a syllable: an auctioneer's pace and a dictation's; services add up to 3 s of silence.
FASTEST, SLOWEST, SILENCES = 0.07, 0.8, 3.0
SILENT = 0.002  # −54 dBFS: quieter than the breath of any of the voices
FAINTEST = 0.02  # the peak of speech that can still be brought to the loudness of a programme
LONGEST = 120.0  # seconds
MARGIN = 0.01  # seconds kept before and after the sound


def decoded(data: bytes, rate: int) -> Speech:
    """Decode a sound of any format to one channel at `rate` Hz.

    Raises:
        Failure: it is no sound, it is cut short, or longer than any sentence.
    """
    from broadcast.sound.decode import decode

    try:
        return Speech(decode(data, rate, LONGEST), rate)
    except BroadcastError as error:
        raise Failure(error.message) from error


def checked(speech: Speech, words: str) -> Speech:
    """Trim the silence at both ends, and look whether this can be the sound of `words`.

    Raises:
        Failure: it is empty, silent, or far too short or too long for its syllables.
    """
    import numpy as np

    expected = max(syllables(words), 1)
    samples = trimmed(speech.samples, speech.rate)
    seconds = len(samples) / speech.rate
    if not samples.size or not np.isfinite(samples).all() or np.abs(samples).max() < FAINTEST:
        raise Failure(_("what came is silent"))
    if not FASTEST * expected <= seconds <= SLOWEST * expected + SILENCES:
        raise Failure(_("{seconds:.1f} s of sound cannot be {count} syllables").format(seconds=seconds, count=expected))
    return Speech(samples, speech.rate)


def trimmed(samples: Samples, rate: int) -> Samples:
    """Cut the silence at both ends down to 10 ms."""
    import numpy as np

    loud = np.flatnonzero(np.abs(samples) > SILENT)
    if not loud.size:
        return samples[:0]
    margin = round(rate * MARGIN)
    return samples[max(loud[0] - margin, 0) : loud[-1] + 1 + margin]


def joined(parts: Sequence[tuple[str, Speech]]) -> Speech:
    """Join the pieces of one sentence, with a breath after punctuation and hardly any elsewhere.

    Raises:
        Failure: the parts differ in their sample rate.
    """
    import numpy as np

    rate = parts[0][1].rate
    if any(speech.rate != rate for _words, speech in parts):
        raise Failure(_("the parts of one sentence came at several sample rates"))
    row: list[Samples] = []
    for words, speech in parts:
        row += [speech.samples, np.zeros(round(rate * (0.05 if words[-1].isalnum() else 0.2)), np.float32)]
    return Speech(np.concatenate(row[:-1]), rate)
