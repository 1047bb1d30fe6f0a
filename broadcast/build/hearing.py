"""A hearing: one message as a station will air it, made before any programme is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcast.build.cookbook import Cookbook, Sources, Speaker
from broadcast.build.render import Rendered, Renderer
from broadcast.build.store import Store
from broadcast.errors import BroadcastError
from broadcast.i18n import _
from broadcast.plan import Lengths, Plan, Reason
from broadcast.plan.frame import Frame, heard
from broadcast.voices.settings import nearest
from broadcast.voices.voice import VoiceError

if TYPE_CHECKING:
    from pathlib import Path

    from broadcast.build.recipe import Take
    from broadcast.campaign.campaign import Campaign
    from broadcast.campaign.segment import Segment
    from broadcast.campaign.station import Station
    from broadcast.voices import Voice

UNFINISHED = "hearing"  # the store's folder of a hearing: one that goes on beside a build must not be swept


@dataclass(frozen=True, slots=True)
class Hearing:
    """A message that was made: its sound, its takes in their order, who spoke it, and why better voices did not.

    `voice` is "" where only recordings are heard.
    """

    sound: Rendered
    takes: tuple[Take, ...]
    voice: str
    refusals: tuple[tuple[str, str], ...]


def hear(campaign: Campaign, segment: Segment, station: Station, voices: Sequence[Voice], store: Path) -> Hearing:
    """Make the piece of a message for a station, with the first of `voices` that can speak all of it.

    What is asked of a voice is kept in `store`, where the build finds it.

    Raises:
        BroadcastError: no voice can speak it, a recording cannot be used, or the disk is full.
    """
    from broadcast.sound.profile import PROFILES

    frame = Frame(campaign, Lengths())
    cue = frame.message(segment, heard(segment, station), Reason("turn"))
    refusals: list[tuple[str, str]] = []
    for voice in voices:
        book = Cookbook(Plan(campaign, (), frame), Sources(campaign.folder), Speaker.of(voice))
        piece = book.piece(cue, PROFILES[station.profile])
        spoken = any(take.sentences for take in piece.takes)
        try:
            record = Renderer(Store(store, UNFINISHED), voice).render(piece)
        except VoiceError as error:
            refusals.append((voice.name, error.message))
            continue
        return Hearing(Rendered.of(record), piece.takes, voice.name if spoken else "", tuple(refusals))
    reasons = "; ".join(f"{name}: {reason}" for name, reason in refusals)
    raise BroadcastError(_("no voice can speak it: {reasons}").format(reasons=reasons), segment.at, "broadcast doctor")


def message(campaign: Campaign, name: str) -> Segment:
    """Give a message of the campaign by its id.

    Raises:
        BroadcastError: there is none.
    """
    found = {segment.id: segment for segment in campaign.segments}
    if name not in found:
        raise BroadcastError(_("unknown message {name}").format(name=name), hint=nearest(name, found))
    return found[name]


def airing(campaign: Campaign, segment: Segment) -> tuple[Station, ...]:
    """Give the stations that may air a message.

    Raises:
        BroadcastError: none may.
    """
    stations = tuple(station for station in campaign.stations if heard(segment, station))
    if not stations:
        raise BroadcastError(
            _("no station airs {name}").format(name=segment.id),
            segment.at,
            _("look at its “stations”, “kinds” and languages, and at those of stations.yaml"),
        )
    return stations
