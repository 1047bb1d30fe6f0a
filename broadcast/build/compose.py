"""Composition: which music stands before, under and after the words of each kind of piece."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from broadcast.campaign.campaign import CueKind, Jingles, SoundSettings
from broadcast.plan.cue import MUSIC
from broadcast.plan.pace import Lengths

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

FADE = 0.8  # seconds in which music makes way for words
_SET = Lengths()  # silences and music around words: what plans count with


def paths(kind: CueKind, jingles: Jingles) -> tuple[str, ...]:
    """Give the jingles of a kind of piece, as paths relative to the segments folder."""
    return tuple(getattr(jingles, name) for name in MUSIC.get(kind, ()))


def compose(kind: CueKind, speech: Samples, music: Sequence[Samples], settings: SoundSettings) -> tuple[Samples, float]:
    """Put the music of a kind of piece around its speech.

    Args:
        kind: what the piece is; it decides where the music stands.
        speech: float32, (samples,), −1…1, 44.1 kHz, processed and levelled; empty for a sting.
        music: the jingles of `MUSIC[kind]`, as `speech`.
        settings: the campaign's gains and gaps.

    Returns:
        The whole piece, as `speech`, with its silences; and the seconds before its first word.
    """
    from broadcast.sound import mix

    gain = settings.bed_gain
    gap = mix.silence(settings.gap)
    match kind:
        case "ident":
            whole = mix.over(speech, mix.join(music), lead=_SET.signature, gain_under=gain, tail=_SET.outro, fade=FADE)
            whole = mix.join([mix.silence(_SET.head), whole, gap])
            return mix.pad(whole, _SET.step), _SET.head + _SET.signature
        case "greeting" | "contacts":
            whole = mix.over(speech, music[0], lead=_SET.lead, gain_under=gain, tail=_SET.outro, fade=FADE)
            return mix.join([whole, gap]), _SET.lead
        case "sting":
            return mix.join([music[0], gap]), 0.0
        case "closing":
            return mix.join([speech, mix.silence(settings.pause), music[0], mix.silence(_SET.tail)]), 0.0
        case "message":
            return mix.join([speech, gap]), 0.0
