"""What the plan shows: hours at which people rest, voices that nobody has, promises that cannot be kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from broadcast.campaign.campaign import Campaign, Slot
from broadcast.check.outgrown import outgrown
from broadcast.errors import BroadcastError, Fault, Place
from broadcast.i18n import _
from broadcast.plan import Plan
from broadcast.plan.coverage import faults as unkept
from broadcast.voices.machine import MachineSettings
from broadcast.voices.registry import find
from broadcast.voices.voice import Voice


def unfit(plan: Plan, machine: MachineSettings) -> Iterator[Fault]:
    """Give the faults that only the schedule as a whole has."""
    campaign = plan.campaign
    for slot in campaign.slots:
        yield from _quiet(slot, campaign)
    yield from _voices(campaign, machine)
    yield from unkept(plan)
    yield from outgrown(plan)


def _quiet(slot: Slot, campaign: Campaign) -> Iterator[Fault]:
    day = datetime(2000, 1, 1)  # noqa: DTZ001  # times of day are compared, no moment is meant
    start = datetime.combine(day, slot.at)
    end = start + timedelta(seconds=slot.seconds)
    for quiet_from, quiet_to in campaign.quiet:
        begin = datetime.combine(day, quiet_from)
        until = datetime.combine(day, quiet_to) + timedelta(days=quiet_to == time())
        if start < until and begin < end:
            yield Fault(
                _("the programme of {slot} falls into the quiet hours {begin}–{end}").format(
                    slot=f"{slot.at:%H:%M}", begin=f"{quiet_from:%H:%M}", end=f"{quiet_to:%H:%M}"
                ),
                slot.place,
                _("only urgent messages are aired then: choose another time, or change “quiet_hours”"),
                "warning",
            )


def _voices(campaign: Campaign, machine: MachineSettings) -> Iterator[Fault]:
    last = campaign.voices[-1]
    for choice in campaign.voices:
        try:
            voice = find(choice, machine)
        except BroadcastError as error:
            yield from error.faults
        else:
            yield from _silent(voice, choice.at) if choice is last else ()


def _silent(voice: Voice, at: Place | None) -> Iterator[Fault]:
    """Give the fault of a last voice that may fail: below it stands nothing that speaks."""
    hint = _("write “- espeak” as the last of “voices”: it works on every machine, without a network")
    if voice.network:
        yield Fault(_("a night can end in silence: the last voice, {voice}, needs a network").format(
            voice=voice.name), at, hint)  # fmt: skip
        return
    status = voice.status()
    if not status.ready:
        message = _("a night can end in silence: the last voice, {voice}, cannot speak here: {reason}")
        yield Fault(message.format(voice=voice.name, reason=status.reason), at, hint)
