"""What a voice is: spoken words go in, samples come out, and a failure says what can still be hoped for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from broadcast.errors import BroadcastError, Place
from broadcast.i18n import _

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Kind = Literal["transient", "budget", "gone", "refused"]
Foreign = Literal["keep", "respell"]

MOST_CHARACTERS = 2_000  # of one sentence: ten times what an ear can follow


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """The sound of one sentence: samples float32, (n,), −1…1, at `rate` Hz, without silence at the ends."""

    samples: npt.NDArray[np.float32]
    rate: int

    @property
    def seconds(self) -> float:
        """Give the length in seconds."""
        return len(self.samples) / self.rate


@dataclass(frozen=True, slots=True)
class Status:
    """Whether a voice can speak now; if not, the reason and what to do about it."""

    ready: bool
    reason: str = ""
    mend: str = ""


READY = Status(True)


class VoiceError(BroadcastError):
    """A sentence was not spoken.

    Attributes:
        kind: "transient": this sentence failed after its retries, a later one may succeed;
            "budget": what may be asked of the service this night is spent, go on the next night;
            "gone": the voice can do nothing more in this run;
            "refused": this voice will never speak this sentence.
    """

    def __init__(self, kind: Kind, message: str, at: Place | None = None, hint: str | None = None) -> None:
        super().__init__(message, at, hint)
        self.kind: Kind = kind


def ends_the_night(error: BroadcastError) -> bool:
    """Tell whether an error means that its voice will speak nothing more in this run."""
    return isinstance(error, VoiceError) and error.kind in ("gone", "budget")


@runtime_checkable
class Voice(Protocol):
    """Something that speaks Vietnamese. `speak` may be called from several threads."""

    @property
    def name(self) -> str:
        """The name that campaigns use, such as "espeak"."""

    @property
    def key(self) -> str:
        """Name, version of engine and data, and every setting that changes the sound: part of cache keys."""

    @property
    def foreign(self) -> Foreign:
        """Tell how foreign words should reach this voice: as they are written, or respelled in Vietnamese."""

    @property
    def licence(self) -> str:
        """Name the licence or the terms under which its sound may be used."""

    @property
    def network(self) -> bool:
        """Tell whether it needs a network."""

    @property
    def rate(self) -> int:
        """Give the usual sample rate of its sound in Hz; 0 when it is known only from the sound."""

    def status(self) -> Status:
        """Tell whether it can speak; cheap, and at most 3 s once a run for a voice of the network."""

    def speak(self, sentence: str) -> Speech:
        """Speak one sentence of spoken Vietnamese.

        Raises:
            VoiceError: it was not spoken; `kind` says what may be tried next.
        """


def clean(sentence: str) -> str:
    """Give the sentence as an engine may have it: NFC, one line, no control characters, no brackets.

    Engines read `[[…]]` as phonemes, `<…>` as SSML and stop at a NUL.

    Raises:
        VoiceError: nothing in it can be said, or it is too long (kind "refused").
    """
    composed = unicodedata.normalize("NFC", sentence)
    plain = "".join(" " if _unspeakable(sign) else sign for sign in composed)
    words = " ".join(plain.split())
    if not any(sign.isalnum() for sign in words):
        raise VoiceError("refused", _("nothing to say in {sentence!r}").format(sentence=sentence[:60]))
    if len(words) > MOST_CHARACTERS:
        raise VoiceError(
            "refused",
            _("a sentence of {length} characters is too long to be spoken").format(length=len(words)),
            hint=_("split it; at most {most} characters").format(most=MOST_CHARACTERS),
        )
    return words


def _unspeakable(sign: str) -> bool:
    return sign in "[]<>{}&|\\" or unicodedata.category(sign)[0] == "C"
