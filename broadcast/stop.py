"""Being told to stop: Ctrl+C and the system's SIGTERM end a run at once, and as what they are, whatever they strike."""

from __future__ import annotations

import signal
import sys
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_asked = [False]


def listen() -> None:
    """Let a signal raise KeyboardInterrupt and be remembered; one that whoever started us ignores stays ignored."""
    for each in _SIGNALS:
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, _stop)
    sys.unraisablehook = _unraisable


def silent() -> None:
    """Let a signal end the process without a word, as while it starts and when all is said."""
    for each in _SIGNALS:
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, signal.SIG_DFL)


def asked() -> bool:
    """Tell whether a signal came."""
    return _asked[0]


def heed() -> None:
    """Stop now if it was asked for: for guards, since what a signal strikes may turn it into an error of its own.

    An import that is struck says ImportError, a program that is struck along with us has failed, and a callback from C
    swallows it.

    Raises:
        KeyboardInterrupt: a signal came.
    """
    if asked():
        raise KeyboardInterrupt


def _unraisable(told: sys.UnraisableHookArgs) -> None:
    """Say nothing of a stop that struck where nobody can be told, as in a callback: it is remembered."""
    if not isinstance(told.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(told)


def _stop(_number: int, _frame: FrameType | None) -> None:
    _asked[0] = True
    raise KeyboardInterrupt
