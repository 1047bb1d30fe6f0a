"""The judge of recordings: what people bring is made fit for air, and what cannot be is said while they can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from broadcast.i18n import _
from broadcast.sound import RATE, filters, level
from broadcast.sound.features import Features, features

if TYPE_CHECKING:
    import numpy.typing as npt

    from broadcast.errors import Severity

    Samples = npt.NDArray[np.float32]

Kind = Literal["unreadable", "silence", "short", "long", "not speech", "noise", "clipping", "gap", "faint"]

SHORTEST, LONGEST = 1.0, 180.0  # seconds of a message; a programme has 300
# Where these thresholds come from stands in docs/sound.md.
_SILENT = -55.0  # dB, of what should be speech
_FAINT = -40.0  # dB; what must be raised more than this brings its hiss along
_DEPTH, _VOICED, _MOVEMENT = 4.5, 0.25, 0.18
_NOISE = 18.0  # dB between speech and pauses
_CLIPPED = 0.001  # share of the samples that stand at the very top
_GAP = 4.0  # seconds of silence in the middle
_TRIM = 35.0  # dB below the speech, from where a recording's ends are cut off
_MARGIN = 0.15  # seconds that are left, so that soft consonants stay
_FADE = 0.02  # seconds
_RUMBLE = 80.0  # Hz
_TARGET, _CEILING = -16.0, -2.5  # LUFS, dBTP


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a recording, and what to do; a "warning" can be aired, an "error" cannot."""

    kind: Kind
    message: str
    hint: str
    severity: Severity = "error"


def prepare(samples: Samples) -> Samples:
    """Make a recording fit for a piece: cut silence off its ends, take the rumble out, bring it to −16 LUFS.

    Args:
        samples: float32, (samples,), −1…1, 44.1 kHz.

    Returns:
        Fewer samples, as a rule; none where there is only silence.
    """
    clean = _without_rumble(samples, RATE)
    found = features(clean, RATE)
    if found is None or found.top < _SILENT:
        return clean[:0]
    loud = np.flatnonzero(found.levels > max(found.top - _TRIM, found.floor + 3.0))
    start = max(round((loud[0] / 100 - _MARGIN) * RATE), 0)
    end = round((loud[-1] / 100 + 0.04 + _MARGIN) * RATE)
    return level.level(_faded(clean[start:end]), _TARGET, _CEILING)


def _without_rumble(samples: Samples, rate: int) -> Samples:
    """Take out what a cheap microphone adds below all voices: an offset, the hum of the mains, handling."""
    level = samples.mean(dtype=np.float64).astype(np.float32) if len(samples) else 0  # its start would be a click
    return filters.run(samples - level, rate, (("highpass", {"f": _RUMBLE, "width_type": "q", "width": 0.707}),))


def judge(samples: Samples, rate: int = RATE) -> tuple[Problem, ...]:
    """Say what is wrong with a recording as it was brought, before anything is done to it; () for a good one.

    Args:
        samples: float32, (samples,), −1…1.
        rate: in Hz.
    """
    found = features(_without_rumble(samples, rate), rate)
    if found is None:
        return (_short(len(samples) / rate),)
    if found.top < _SILENT:
        return (
            Problem("silence", _("nothing is heard in this recording"), _("speak closer to the phone, record again")),
        )
    spoken = found.levels > found.top - _TRIM
    seconds = float(np.flatnonzero(spoken)[-1] - np.flatnonzero(spoken)[0]) / 100
    problems = [_length(seconds), _speech(found), _noise(found), _clipping(samples), _gap(spoken), _faint(found)]
    return tuple(problem for problem in problems if problem)


def _short(seconds: float) -> Problem:
    message = _("this recording has only {seconds:.1f} s of speech").format(seconds=seconds)
    return Problem("short", message, _("record the whole message"))


def _length(seconds: float) -> Problem | None:
    if seconds < SHORTEST:
        return _short(seconds)
    if seconds <= LONGEST:
        return None
    message = _("this recording is {seconds:.0f} s long, at most {most:.0f} s can be aired")
    return Problem("long", message.format(seconds=seconds, most=LONGEST), _("make two messages of it"))


def _speech(found: Features) -> Problem | None:
    if found.depth >= _DEPTH and found.voiced >= _VOICED and found.movement >= _MOVEMENT:
        return None
    return Problem("not speech", _("this is not speech"), _("record a person who reads the message, without music"))


def _noise(found: Features) -> Problem | None:
    above = found.top - found.floor
    if above >= _NOISE:
        return None
    message = _("the noise is only {above:.0f} dB below the voice").format(above=above)
    return Problem("noise", message, _("record again in a quiet room, a hand's breadth from the mouth"), "warning")


def _clipping(samples: Samples) -> Problem | None:
    heights = np.abs(samples)
    highest = float(heights.max())
    share = float((heights > 0.985 * highest).mean()) if highest > 0.9 else 0.0
    if share < _CLIPPED:
        return None
    message = _("{share:.1%} of this recording is distorted: it was too loud").format(share=share)
    return Problem("clipping", message, _("record again, further from the mouth or less loudly"), "warning")


def _gap(spoken: npt.NDArray[np.bool_]) -> Problem | None:
    longest = int(np.diff(np.flatnonzero(spoken)).max(initial=0)) / 100
    if longest < _GAP:
        return None
    message = _("there are {seconds:.0f} s of silence in the middle").format(seconds=longest)
    return Problem("gap", message, _("cut them out or record again"), "warning")


def _faint(found: Features) -> Problem | None:
    if found.top >= _FAINT:
        return None
    message = _("this recording is very soft ({level:.0f} dB)").format(level=found.top)
    return Problem("faint", message, _("speak closer to the phone, record again"), "warning")


def _faded(samples: Samples) -> Samples:
    ramp = np.linspace(0, 1, min(round(_FADE * RATE), len(samples) // 2), dtype=np.float32)
    faded = samples.copy()
    faded[: len(ramp)] *= ramp
    faded[len(faded) - len(ramp) :] *= ramp[::-1]
    return faded
