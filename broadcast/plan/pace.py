"""How long words and music will run: plans are counted from syllables, programmes are measured later."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from broadcast.campaign.campaign import CueKind, SoundSettings
from broadcast.spoken import syllables

UNKNOWN_RECORDING = 40.0  # seconds; a message is written to run about that long


@dataclass(frozen=True, slots=True)
class Lengths:
    """Seconds of what is not speech; whoever can measure jingles or recordings passes better ones than these.

    `head` and `tail` are the silence around a programme, `signature` the opener alone before the ident,
    `lead` and `outro` the bed alone before and after words, `step` that to which idents are filled up,
    `frames` what encoding adds to each piece; `recordings` goes by the path that the segment names.
    """

    sting: float = 1.8
    closer: float = 7.5
    head: float = 1.5
    tail: float = 1.0
    signature: float = 3.0
    lead: float = 0.8
    outro: float = 1.0
    step: float = 0.5
    frames: float = 0.1
    recordings: Mapping[str, float] = field(default_factory=dict)


def speech(spoken: Iterable[str], sound: SoundSettings) -> float:
    """Count how long sentences run when they are spoken at the campaign's pace.

    Args:
        spoken: the sentences as they will be heard; a pause stands between two of them.
        sound: `pace` in syllables a minute, `pause` in seconds.

    Returns:
        Seconds; 0 for no sentence.
    """
    counts = [syllables(sentence) for sentence in spoken]
    return sum(counts) * 60 / sound.pace + max(0, len(counts) - 1) * sound.pause


def piece(kind: CueKind, words: float, lengths: Lengths, sound: SoundSettings) -> float:
    """Give the seconds of a whole piece with `words` seconds of speech: its music, and the silence after it."""
    match kind:
        case "ident":
            whole = lengths.head + lengths.signature + words + lengths.outro + sound.gap
            whole = math.ceil(whole / lengths.step) * lengths.step
        case "greeting" | "contacts":
            whole = lengths.lead + words + lengths.outro + sound.gap
        case "closing":
            whole = words + sound.pause + lengths.closer + lengths.tail
        case "sting":
            whole = lengths.sting + sound.gap
        case "message":
            whole = words + sound.gap
    return whole + lengths.frames
