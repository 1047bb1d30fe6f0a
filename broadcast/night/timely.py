"""Timeliness: a voice that stops at its hour, so that the next rung of the ladder still has time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from broadcast.i18n import _
from broadcast.voices.voice import Foreign, Speech, Status, Voice, VoiceError

if TYPE_CHECKING:
    from queue import SimpleQueue

# Of the time that is left, so much at most is kept for the last voice and for what comes after all voices.
LAST_VOICE = (0.25, 900.0)
AFTER_VOICES = (0.1, 300.0)


class Timely:
    """A voice that says no from its hour on, even in the midst of a sentence; `left` gives the seconds until then."""

    def __init__(self, voice: Voice, left: Callable[[], float]) -> None:
        self._voice = voice
        self._left = left

    @property
    def name(self) -> str:
        """Give the voice's own name."""
        return self._voice.name

    @property
    def key(self) -> str:
        """Give the voice's own key: the hour changes no sound."""
        return self._voice.key

    @property
    def foreign(self) -> Foreign:
        """Give how the voice wants foreign words."""
        return self._voice.foreign

    @property
    def licence(self) -> str:
        """Give the voice's terms."""
        return self._voice.licence

    @property
    def network(self) -> bool:
        """Tell whether it needs a network."""
        return self._voice.network

    @property
    def rate(self) -> int:
        """Give the voice's own rate in Hz."""
        return self._voice.rate

    def status(self) -> Status:
        """Tell whether it can speak; not after its hour."""
        return self._voice.status() if self._left() > 0 else Status(False, _late())

    def speak(self, sentence: str) -> Speech:
        """Speak one sentence, if it is spoken before the hour.

        Raises:
            VoiceError: of the voice, or kind "gone" when the hour has come.
        """
        left = self._left()
        if left <= 0:
            raise VoiceError("gone", _late())
        return _within(left, lambda: self._voice.speak(sentence))


def timely(voices: Sequence[Voice], left: Callable[[], float]) -> tuple[Voice, ...]:
    """Give each voice its hour: the last one may speak longest, and some time remains for writing.

    Args:
        voices: the ladder, best first.
        left: the seconds until the deadline, never growing.
    """
    begun = left()
    after = min(begun * AFTER_VOICES[0], AFTER_VOICES[1])
    last = after + min(begun * LAST_VOICE[0], LAST_VOICE[1])
    kept = [last] * (len(voices) - 1) + [after]
    return tuple(
        Timely(voice, lambda seconds=seconds: left() - seconds)  # type: ignore[misc]
        for voice, seconds in zip(voices, kept, strict=True)
    )


def _within(seconds: float, speak: Callable[[], Speech]) -> Speech:
    """Wait for a sentence no longer than that; an engine that hangs is left behind."""
    from queue import Empty, SimpleQueue

    answer: SimpleQueue[Speech | BaseException] = SimpleQueue()

    def work() -> None:
        try:
            answer.put(speak())
        except BaseException as error:  # noqa: BLE001 - handed over to who waits, and raised there
            answer.put(error)

    threading.Thread(target=work, daemon=True).start()
    try:
        got = answer.get(timeout=min(seconds, threading.TIMEOUT_MAX))
    except Empty:
        raise VoiceError("gone", _late()) from None
    if isinstance(got, BaseException):
        raise got
    return got


def _late() -> str:
    return _("its hour has come: what it had not spoken by then goes down the ladder")
