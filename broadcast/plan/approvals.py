"""The approvals of a plan: for each day, and for the standby programmes, what is heard and whether it may be aired."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from broadcast.campaign.signature import STANDBY, Signature, Subject
from broadcast.plan.approval import Heard, heard
from broadcast.plan.rundown import Plan, Rundown
from broadcast.plan.standby import standby
from broadcast.plan.verdict import Verdict, judge


class Approvals:
    """Judges each subject once, when it is asked for.

    Args:
        plan: of the whole campaign.
        signatures: everything that was signed.
        sound: gives the hash of a recording's or jingle's content by its path in the campaign's folder.
    """

    def __init__(self, plan: Plan, signatures: Iterable[Signature], sound: Callable[[str], str]) -> None:
        self.plan = plan
        self.signatures = tuple(signatures)
        self._sound = sound
        self._heard: dict[Subject, Heard] = {}
        self._verdicts: dict[Subject, Verdict] = {}

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Give everything that is signed: the days in their order, then the standby programmes."""
        return (*dict.fromkeys(turn.date for turn in self.plan.turns), STANDBY)

    def verdict(self, subject: Subject) -> Verdict:
        """Judge the signatures of a day or of the standby programmes.

        Raises:
            BroadcastError: the campaign has no such date.
        """
        if subject not in self._verdicts:
            given = (each for each in self.signatures if each.subject == subject)
            self._verdicts[subject] = judge(self.plan.campaign.approval, self.heard(subject), given)
        return self._verdicts[subject]

    def heard(self, subject: Subject) -> Heard:
        """Give what is heard on a day, or when the standby programmes are aired.

        Raises:
            BroadcastError: the campaign has no such date.
        """
        if subject not in self._heard:
            name = STANDBY if subject == STANDBY else ""
            self._heard[subject] = heard(self.plan, self._rundowns(subject), self._sound, name)
        return self._heard[subject]

    def code(self, rundown: Rundown) -> str:
        """Give the code of a programme of the plan."""
        return self.heard(rundown.date).codes[rundown.slot.id, rundown.station.id]

    def standby_code(self, rundown: Rundown) -> str:
        """Give the code of a standby programme."""
        return self.heard(STANDBY).codes[rundown.slot.id, rundown.station.id]

    def _rundowns(self, subject: Subject) -> Iterable[Rundown]:
        return standby(self.plan) if not isinstance(subject, date) else self.plan.on(subject)
