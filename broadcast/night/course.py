"""The course of a night: check, scripts, build, publish, examine what stands; each fault noted, none the end of it."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadcast import stop
from broadcast.build.lock import BusyError, alone
from broadcast.build.store import FOLDER
from broadcast.deliver import keys, record, rot, site
from broadcast.errors import BroadcastError, Fault
from broadcast.files import UnwritableError
from broadcast.i18n import _
from broadcast.night import examine, healing, space
from broadcast.night.hours import Hours, hours
from broadcast.night.reading import reading
from broadcast.night.report import FAULTS, NOT_APPROVED, UNWRITABLE, Report, Trouble
from broadcast.night.timely import timely

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from broadcast.build.outcome import Outcome
    from broadcast.campaign.campaign import Campaign
    from broadcast.deliver.keys import SigningKey
    from broadcast.night.order import Means, Order, Tell
    from broadcast.plan import Plan

LOCK = "night.lock"


@dataclass(slots=True)
class _Found:
    """What has come of the night so far."""

    troubles: list[Trouble] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def trouble(self, error: BroadcastError) -> int:
        code = error.exit_code if error.exit_code in (UNWRITABLE, NOT_APPROVED) else FAULTS
        for fault in error.faults:
            self.fault(fault, code)
        return code

    def fault(self, fault: Fault, code: int) -> None:
        message = f"{fault.at}: {fault.message}" if fault.at else fault.message
        trouble = Trouble(message, fault.hint or "", code)
        if trouble not in self.troubles:
            self.troubles.append(trouble)


class Night:
    """One night over one campaign."""

    def __init__(self, order: Order, means: Means, tell: Tell, run: str) -> None:
        self._order = order
        self._means = means
        self._tell = tell
        self._run = run
        self._found = _Found()
        self._begun = means.clock()
        self._plan: Plan | None = None
        self._lost = healing.Lost()

    def spend(self) -> Report:
        """Do all that can be done, and report.

        Raises:
            BusyError: another night is at work.
        """
        try:
            with alone(self._order.out / FOLDER, self._order.wait, LOCK):
                return self._course()
        except UnwritableError as error:  # not even the lock can be written: look at what stands
            self._noted("lock", error)
            times = self._hours()
            return self._report(times, self._examine(times))

    def _course(self) -> Report:
        self._read()
        times = self._hours()
        self._tell("hours", dates=[f"{date}" for date in times.dates], until=times.deadline.isoformat())
        if times.state == "made":
            self._make(times)
            self._publish()
        slots = self._examine(times)
        spoilt = self._spoilt(times, slots)
        if self._plan and spoilt:
            slots = self._heal(times, spoilt)
            spoilt = self._spoilt(times, slots)
        for path in sorted(set(spoilt) - {slot.path for slot in slots}):  # those make their station red already
            message = _("{file} is not as it was made").format(file=path.relative_to(self._order.out))
            self._found.fault(Fault(message, hint=_("look at the disk, and who may write there")), FAULTS)
        self._found.notes += self._lost.notes(self._found.outcomes)
        return self._report(times, slots)

    def _read(self) -> None:
        """Read and plan; leave out broken messages, and say so."""
        with self._noting("check"):
            read = reading(self._order.folder, self._order.out)
            self._plan = read.plan
            for fault in read.faults:
                self._found.fault(fault, FAULTS)
            if read.left_out and read.plan:
                names = ", ".join(read.left_out)
                self._found.notes.append(_("left out of tonight's plan: {names}").format(names=names))
            self._tell("check", faults=len(read.faults), left_out=read.left_out, planned=read.plan is not None)

    def _hours(self) -> Hours:
        campaign = self._plan.campaign if self._plan else None
        zone = campaign.zone if campaign else examine.zone(self._order.out) or ZoneInfo("UTC")
        span = (campaign.first, campaign.last) if campaign else None
        return hours(self._means.now, zone, self._order.until, span, self._order.date)

    def _make(self, times: Hours) -> None:
        if self._plan is None:
            return
        if not any(trouble.code == FAULTS for trouble in self._found.troubles):
            with self._noting("scripts"):
                self._scripts(self._plan, times)
        with self._noting("build"):
            if not self._found.outcomes:
                self._lost = healing.lost(self._order.out, times.dates)
            space.enough(self._plan, self._means.free(self._order.out), len(times.dates))
            space.reserve(self._order.out)
            self._build(self._plan, times)

    def _scripts(self, plan: Plan, times: Hours) -> None:
        from broadcast.night.scripts import write

        self._tell("scripts", written=write(plan, times.dates, self._order.scripts))

    def _build(self, plan: Plan, times: Hours) -> None:
        from broadcast.build.run import Order as Build
        from broadcast.build.run import build

        seconds = (times.deadline - self._means.now).total_seconds()
        voices = timely(self._means.ladder(plan.campaign), lambda: seconds - (self._means.clock() - self._begun))
        scripts = self._order.scripts
        order = Build(times.dates, jobs=self._order.jobs, wait=max(self._order.wait, 1.0), scripts=scripts)
        done = build(plan, voices, self._order.out, order)
        self._found.outcomes.append(done)
        for refused in done.refused:
            self._found.trouble(refused)
        for each in done.withheld:
            message = _("{day}: not approved: {lacking}").format(day=each.subject, lacking="; ".join(each.lacking))
            hint = _("read the script and sign: broadcast approve {day}").format(day=each.subject)
            self._found.fault(Fault(message, hint=hint), NOT_APPROVED)
        for voice, reason in done.notes.items():
            note = _("the voice {voice} did not speak everything: {reason}").format(voice=voice, reason=reason)
            if note not in self._found.notes:
                self._found.notes.append(note)
        self._tell("build", made=done.made, kept=done.kept, failed=done.failed, voices=done.voices)

    def _publish(self) -> None:
        """Publish and sign; on a disk that is full the reserve is given up for it."""
        if self._plan is None:
            return
        with self._noting("publish"):
            try:
                self._published(self._plan.campaign)
            except UnwritableError:
                space.release(self._order.out)
                self._published(self._plan.campaign)

    def _published(self, campaign: Campaign) -> None:
        order = self._order
        folder = order.keys if self._key() else None
        if not order.base and record.lost(order.out):
            self._found.notes.append(
                _("what was noted of the site was lost: if it has an address, give it again (broadcast publish --url)")
            )
        done = site.publish(order.out, campaign, self._means.now, base=order.base or None, keys=folder)
        self._tell("publish", days=done.days, written=done.written, removed=done.removed)

    def _examine(self, times: Hours) -> tuple[examine.Slot, ...]:
        campaign = self._plan.campaign if self._plan else None
        key = self._key()
        why = {
            (failure.date, failure.station, f"{failure.slot[:2]}:{failure.slot[2:]}"): failure.reason.splitlines()[0]
            for outcome in self._found.outcomes
            for failure in outcome.failures
        }
        slots: list[examine.Slot] = []
        names = [name for name, _shown in examine.named(self._order.out, times.dates, campaign)]
        for date in times.dates:
            mine = {(station, slot): reason for (day, station, slot), reason in why.items() if day == date}
            day = examine.Day(self._order.out, date, key.public if key else None, mine)
            hours_of = [f"{slot.at:%H:%M}" for slot in campaign.slots] if campaign else []
            slots += day.examine(names, hours_of)
        counted = {colour: sum(slot.colour == colour for slot in slots) for colour in ("green", "amber", "red")}
        self._tell("examine", **counted)
        return tuple(slots)

    def _key(self) -> SigningKey | None:
        with self._noting("keys"):
            return keys.load(self._order.keys)
        return None

    def _spoilt(self, times: Hours, slots: Sequence[examine.Slot]) -> list[Path]:
        """Name each file that must be made again."""
        found = [slot.path for slot in slots if slot.path]
        with self._noting("examine"):
            found += healing.spoilt(self._order.out, times.dates) if times.dates else ()
        return list(dict.fromkeys(found))

    def _heal(self, times: Hours, spoilt: Sequence[Path]) -> tuple[examine.Slot, ...]:
        """Take away files that are not what was made, so that they are made again; then look once more."""
        names = healing.named(spoilt)
        self._found.notes.append(_("not whole on the disk, and made again: {names}").format(names=names))
        self._tell("heal", files=[path.name for path in spoilt])
        for path in spoilt:
            rot.forget(self._order.out, path, times.dates)
        self._make(times)
        self._publish()
        return self._examine(times)

    def _report(self, times: Hours, slots: Sequence[examine.Slot]) -> Report:
        named = examine.named(self._order.out, times.dates, self._plan.campaign if self._plan else None)
        outcomes = self._found.outcomes
        voices: dict[str, int] = {}
        for outcome in outcomes:
            for voice, count in outcome.voices.items():
                voices[voice] = voices.get(voice, 0) + count
        return Report(
            run=self._run,
            began=self._means.now,
            seconds=round(self._means.clock() - self._begun, 3),
            state=times.state,
            dates=times.dates,
            made=sum(outcome.made for outcome in outcomes),
            kept=outcomes[-1].kept if outcomes else 0,
            voices=voices,
            stations=examine.reports(named, slots) if times.dates else (),
            troubles=tuple(self._found.troubles),
            notes=tuple(self._found.notes),
            signed=self._key() is not None,
        )

    @contextmanager
    def _noting(self, step: str) -> Iterator[None]:
        """Note an error of this step and go on: what follows still has something to do, unless we are told to stop."""
        stop.heed()
        try:
            yield
        except BusyError:
            raise
        except BroadcastError as error:
            stop.heed()
            self._noted(step, error)
        except Exception as error:  # noqa: BLE001 - the guard of the night: one step must not take the others along
            stop.heed()
            self._tell("fault", step=step, traceback=traceback.format_exc())
            hint = _("this is a fault of the program: its log, night {run}, says more").format(run=self._run)
            self._noted(step, BroadcastError(_("{step} failed: {error!r}").format(step=step, error=error), hint=hint))

    def _noted(self, step: str, error: BroadcastError) -> None:
        code = self._found.trouble(error)
        self._tell("trouble", step=step, error=str(error), code=code)
