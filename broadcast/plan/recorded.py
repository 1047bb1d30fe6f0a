"""What people must record: the messages that each language lacks, and the stations that wait for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.segment import Recording, Segment
from broadcast.campaign.station import Station

VOICED = "vi"  # the one language that engines speak: there a recording is a wish, elsewhere it is needed


@dataclass(frozen=True, slots=True)
class Need:
    """One message in one language: the stations that would air it, and its recording if there is one."""

    segment: Segment
    language: str
    stations: tuple[Station, ...]
    recording: Recording | None

    @property
    def missing(self) -> bool:
        """Tell whether stations wait for it: there is neither a recording nor an engine that speaks it."""
        spoken = self.language == VOICED and self.segment.text is not None
        return bool(self.stations) and self.recording is None and not spoken


def languages(campaign: Campaign) -> tuple[str, ...]:
    """Give the languages that stations air or that something is recorded in, in the order of the files."""
    aired = (language for station in campaign.stations for language in station.languages)
    recorded = (each.language for segment in campaign.segments for each in segment.recordings)
    return tuple(dict.fromkeys([*aired, *recorded]))


def needs(campaign: Campaign, language: str, station: str = "") -> Iterator[Need]:
    """Give every message that stations would air in a language, in the order of the files.

    Args:
        campaign: as it was read.
        language: such as "tay".
        station: only this one, by its id.
    """
    for segment in campaign.segments:
        waiting = tuple(
            each
            for each in campaign.stations
            if language in each.languages and station in ("", each.id) and _may_air(segment, each)
        )
        recording = next((each for each in segment.recordings if each.language == language), None)
        if waiting or (recording and not station):
            yield Need(segment, language, waiting, recording)


def _may_air(segment: Segment, station: Station) -> bool:
    return station.id in (segment.stations or (station.id,)) and station.kind in (segment.kinds or (station.kind,))
