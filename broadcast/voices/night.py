"""One run's surroundings: its clock, its patience with the network, and what it may still ask of free services."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from broadcast.voices.voice import Status

PROBE_SECONDS = 3.0  # for all probes of a run together


@dataclass(slots=True)
class Budget:
    """What was asked of each service in the night `night` (any name; the build takes the date).

    The caller keeps `state()` between runs and gives it back to `restore`; another night starts at nothing.
    `keep` is given the state after each request, so that a run that is killed has asked for what it has
    asked for. Safe for threads.
    """

    night: str = ""
    keep: Callable[[dict[str, object]], None] = lambda _state: None
    _used: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def restore(
        cls,
        state: Mapping[str, object],
        night: str,
        keep: Callable[[dict[str, object]], None] = lambda _state: None,
    ) -> Budget:
        """Take up the state that was kept; damaged or of another night, it counts for nothing."""
        used = state.get("used")
        if state.get("night") != night or not isinstance(used, Mapping):
            return cls(night, keep)
        return cls(night, keep, {str(name): count for name, count in used.items() if isinstance(count, int)})

    def state(self) -> dict[str, object]:
        """Give what must be kept, as plain JSON values."""
        return {"night": self.night, "used": dict(self._used)}

    def used(self, service: str) -> int:
        """Tell how many requests the service has had."""
        return self._used.get(service, 0)

    def spend(self, service: str, limit: int) -> bool:
        """Count one request if `limit` allows it; False when the night's requests are spent."""
        with self._lock:
            if self.used(service) >= limit:
                return False
            self._used[service] = self.used(service) + 1
            self.keep(self.state())
            return True


@dataclass(slots=True)
class Night:
    """Everything of a run that is not the campaign's: given by tests, real by default.

    `clock` in seconds, monotonic; `sleep` waits seconds; `chance` gives 0…1; `offline` forbids the network.
    """

    budget: Budget = field(default_factory=Budget)
    offline: bool = False
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    _patience: float = PROBE_SECONDS
    _probed: dict[str, Status] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.offline = self.offline or os.environ.get("BROADCAST_OFFLINE", "") not in ("", "0")

    def probe(self, service: str, ask: Callable[[float], Status], silent: Status) -> Status:
        """Ask a service once whether it is there; every probe of the run shares 3 s.

        Args:
            service: the name under which the answer is remembered.
            ask: is given the seconds that are left, and answers; it may hang (a name that is not resolved).
            silent: the answer when none came in time.
        """
        with self._lock:
            if service not in self._probed:
                begun = time.monotonic()  # a hanging probe takes real seconds, whatever a test's clock says
                self._probed[service] = _within(self._patience, ask) or silent
                self._patience = max(0.0, self._patience - (time.monotonic() - begun))
            return self._probed[service]


def _within(seconds: float, ask: Callable[[float], Status]) -> Status | None:
    if seconds <= 0:
        return None
    answers: list[Status] = []
    thread = threading.Thread(target=lambda: answers.append(ask(seconds)), daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else None
