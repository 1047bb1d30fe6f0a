"""Checking: everything that a campaign which reads without a fault can still have wrong, in one pass."""

from __future__ import annotations

from broadcast.campaign.campaign import Campaign
from broadcast.check import airing, manner, media
from broadcast.check.heard import heard
from broadcast.check.naming import unlike
from broadcast.check.register import Register
from broadcast.check.safety import unsafe
from broadcast.check.unproven import gathered
from broadcast.errors import Fault, Faults
from broadcast.plan import Plan
from broadcast.sound.lengths import planned
from broadcast.voices.machine import MachineSettings


def check(campaign: Campaign, machine: MachineSettings | None = None, plan: Plan | None = None) -> tuple[Fault, ...]:
    """Give every fault and warning of a campaign, in the order of their places, each once.

    Texts are read as every voice of the ladder gets them; what a recording says cannot be checked.

    Args:
        campaign: as it was read.
        machine: what the administrator set on this machine; the usual settings when left out.
        plan: the campaign's, where it is made already.
    """
    found: list[Fault] = []
    for voice in _voices(campaign):
        texts = tuple(heard(campaign, voice))
        found += unsafe(campaign, texts)
        found += manner.unfit(texts, campaign.sound.pace)
        found += unlike(texts, Register(campaign.contacts))
    found += (*media.unfit(campaign), *media.unread(campaign))
    found += airing.unfit(plan or planned(campaign), machine or MachineSettings())
    told: dict[str, Fault] = {}
    for fault in Faults(gathered(found)).faults:
        told.setdefault(str(fault), fault)  # the same in one line is told once, whatever the column
    return tuple(told.values())


def _voices(campaign: Campaign) -> tuple[str, ...]:
    """Name the voices that may read differently: all of the ladder where the lexicon tells them apart."""
    names = tuple(choice.name for choice in campaign.voices)
    return names if any(entry.voices for entry in campaign.lexicon.entries) else names[:1]
