"""How a free service is asked: slowly, seldom, again after a failure, and not at all when it says so."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from broadcast.i18n import _
from broadcast.voices import settings
from broadcast.voices.voice import VoiceError

if TYPE_CHECKING:
    from broadcast.voices.night import Night

T = TypeVar("T")

JITTER = 0.25  # of every wait, so that offices with the same clock do not ask in the same second
FIRST_WAIT = 2.0  # seconds after the first failure; doubled after each further one
LONGEST_WAIT = 60.0  # a service that wants more is left alone for the night
SENTENCES_IN_A_ROW = 3  # that fail after all their tries: then the service is taken for gone


class Failure(Exception):
    """One request that gave no sound.

    Args:
        reason: what happened, in words for people.
        wait: the seconds that the service asks for (Retry-After), if it does.
        final: asking again in this run is of no use.
    """

    def __init__(self, reason: str, wait: float | None = None, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait
        self.final = final


@dataclass(frozen=True, slots=True)
class Manners:
    """What is asked of a service at most; the settings that every voice of the network shares.

    Seconds from request to request, tries for one piece, requests a night, minutes a run, and seconds to
    wait for an answer. No run takes longer than its minutes and the time-out of its last request.
    """

    pace: float = settings.number(1.0, 0.0, 60.0)
    tries: int = settings.number(4, 1, 10)
    requests: int = settings.number(1_500, 0, 100_000)
    minutes: float = settings.number(45.0, 0.1, 600.0)
    timeout: float = settings.number(10.0, 0.1, 60.0)


class Service:
    """One service and what it has borne so far; requests follow each other, from however many threads."""

    def __init__(self, name: str, manners: Manners, night: Night) -> None:
        self._name = name
        self._manners = manners
        self._night = night
        self._lock = threading.Lock()
        self._begun: float | None = None
        self._next = 0.0
        self._failed = 0
        self._gone = ""

    def ask(self, request: Callable[[], T]) -> T:
        """Make a request, several times if it fails.

        Raises:
            VoiceError: "transient" after the last try, "budget" when the night's requests or minutes are spent,
                "gone" when the service wants a long rest or nothing has succeeded for three sentences.
        """
        with self._lock:
            attempt = 0
            while True:
                self._admit()
                try:
                    answer = request()
                except Failure as failure:
                    attempt += 1
                    self._bear(failure, attempt)
                else:
                    self._failed = 0
                    self._next = self._night.clock() + self._spread(self._manners.pace)
                    return answer

    def _admit(self) -> None:
        if self._gone:
            raise VoiceError("gone", self._gone)
        now = self._night.clock()
        self._begun = now if self._begun is None else self._begun
        wait = max(0.0, self._next - now)
        if now + wait - self._begun >= self._manners.minutes * 60:
            raise VoiceError(
                "budget",
                _("{service} has had its {minutes:g} minutes of this run").format(
                    service=self._name, minutes=self._manners.minutes
                ),
                hint=_("what it has spoken is kept; the next night goes on from there"),
            )
        if not self._night.budget.spend(self._name, self._manners.requests):
            raise VoiceError(
                "budget",
                _("{service} has had its {requests} requests of this night").format(
                    service=self._name, requests=self._manners.requests
                ),
                hint=_("what it has spoken is kept; the next night goes on from there"),
            )
        if wait:
            self._night.sleep(wait)

    def _bear(self, failure: Failure, attempt: int) -> None:
        wait = max(failure.wait or 0.0, self._spread(FIRST_WAIT * 2 ** (attempt - 1)))
        self._next = self._night.clock() + wait
        if failure.final or wait > LONGEST_WAIT:
            self._gone = _("{service} is of no use this night: {reason}").format(
                service=self._name, reason=failure.reason
            )
            raise VoiceError("gone", self._gone) from failure
        if attempt < self._manners.tries:
            return
        self._failed += 1
        if self._failed >= SENTENCES_IN_A_ROW:
            self._gone = _("{service} has failed for {count} sentences in a row: {reason}").format(
                service=self._name, count=self._failed, reason=failure.reason
            )
        raise VoiceError(
            "transient",
            _("{service} failed {count} times: {reason}").format(
                service=self._name, count=self._manners.tries, reason=failure.reason
            ),
        ) from failure

    def _spread(self, seconds: float) -> float:
        return seconds * (1 + JITTER * (2 * self._night.chance() - 1))
