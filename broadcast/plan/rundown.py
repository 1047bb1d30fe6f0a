"""Rundowns: who airs which cues on which date and at which hour, for a whole campaign."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from typing import overload

from broadcast.campaign.campaign import Campaign, Slot, Theme
from broadcast.campaign.segment import Segment
from broadcast.campaign.station import Station
from broadcast.errors import BroadcastError
from broadcast.i18n import _
from broadcast.plan.cue import Cue
from broadcast.plan.demand import Turn
from broadcast.plan.frame import Frame


@dataclass(frozen=True, slots=True)
class Rundown:
    """The ordered cues of one programme: one date, slot and station."""

    date: datetime.date
    slot: Slot
    station: Station
    theme: Theme | None
    cues: tuple[Cue, ...]

    @property
    def seconds(self) -> float:
        """Give the planned length of the programme, from the first silence to the last."""
        return sum(cue.seconds for cue in self.cues)

    @property
    def starts(self) -> tuple[float, ...]:
        """Give the planned seconds at which each cue begins."""
        starts = [0.0]
        for cue in self.cues[:-1]:
            starts.append(starts[-1] + cue.seconds)
        return tuple(starts)


@dataclass(frozen=True, slots=True)
class Programme:
    """What a group of stations airs at one turn; None stands for each station's own ident."""

    turn: Turn
    cues: tuple[Cue | None, ...]

    @property
    def messages(self) -> tuple[Segment, ...]:
        """Give the messages in the order in which they are aired."""
        return tuple(cue.segment for cue in self.cues if cue and cue.segment)


@dataclass(frozen=True, slots=True)
class Group:
    """Stations that air the same: they may air `messages` in the same languages."""

    stations: tuple[Station, ...]
    messages: tuple[Segment, ...]
    programmes: tuple[Programme, ...]


@dataclass(frozen=True)
class Plan:
    """The plan of a campaign. Only idents differ between the stations of a group; the rest is shared."""

    campaign: Campaign
    groups: tuple[Group, ...]
    frame: Frame

    @property
    def rundowns(self) -> Sequence[Rundown]:
        """Give every rundown, by date, slot and station; each is put together when it is asked for."""
        return _Rundowns(self, range(len(self.turns)))

    def on(self, date: datetime.date) -> Sequence[Rundown]:
        """Give the rundowns of one date, by slot and station.

        Raises:
            BroadcastError: the campaign has no such date.
        """
        return _Rundowns(self, self._of_date(date))

    def batches(self, date: datetime.date, count: int) -> Iterator[tuple[Rundown, ...]]:
        """Give the rundowns of one date in batches, each of so many stations with all their slots, by slot and station.

        Raises:
            BroadcastError: the campaign has no such date.
        """
        turns = self._of_date(date)
        stations = iter(self.campaign.stations)
        while batch := tuple(islice(stations, count)):
            yield tuple(self.rundown(turn, station) for turn in turns for station in batch)

    def _of_date(self, date: datetime.date) -> range:
        turns = [number for number, turn in enumerate(self.turns) if turn.date == date]
        if not turns:
            raise BroadcastError(
                _("{date} is not a date of the campaign").format(date=date),
                hint=_("its dates are {first} to {last}").format(first=self.campaign.first, last=self.campaign.last),
            )
        return range(turns[0], turns[-1] + 1)

    def of(self, date: datetime.date, station: Station | str) -> tuple[Rundown, ...]:
        """Give the rundowns of one date and station, by slot.

        Raises:
            BroadcastError: the campaign has no such date or station.
        """
        found = self.station(station if isinstance(station, str) else station.id)
        return tuple(self.rundown(turn, found) for turn in self._of_date(date))

    def station(self, name: str) -> Station:
        """Give a station of the campaign by its id.

        Raises:
            BroadcastError: there is none.
        """
        if name not in self._group:
            near = get_close_matches(name, self._group, 3)
            hint = _("did you mean {names}?").format(names=", ".join(near)) if near else None
            raise BroadcastError(
                _("unknown station {name}").format(name=name),
                hint=hint or _("the stations are those of stations.yaml, by their id"),
            )
        return next(each for each in self.campaign.stations if each.id == name)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Give the dates and slots of the plan, in order."""
        return tuple(programme.turn for programme in self.groups[0].programmes) if self.groups else ()

    @cached_property
    def _group(self) -> dict[str, Group]:
        return {station.id: group for group in self.groups for station in group.stations}

    def group(self, station: Station) -> Group:
        """Give the group in which a station is."""
        return self._group[station.id]

    def rundown(self, number: int, station: Station) -> Rundown:
        """Put together the rundown of a station at a turn, counted from 0."""
        programme = self._group[station.id].programmes[number]
        turn = programme.turn
        cues = tuple(cue or self.frame.ident(station) for cue in programme.cues)
        return Rundown(turn.date, turn.slot, station, turn.theme, cues)


class _Rundowns(Sequence[Rundown]):
    """Rundowns of some turns and all stations; none is kept, so that thousands take no memory."""

    def __init__(self, plan: Plan, turns: range) -> None:
        self._plan = plan
        self.turns = turns

    def __len__(self) -> int:
        return len(self.turns) * len(self._plan.campaign.stations)

    def __iter__(self) -> Iterator[Rundown]:
        for turn in self.turns:
            for station in self._plan.campaign.stations:
                yield self._plan.rundown(turn, station)

    @overload
    def __getitem__(self, index: int) -> Rundown: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Rundown, ...]: ...
    def __getitem__(self, index: int | slice) -> Rundown | tuple[Rundown, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        turn, station = divmod(index % len(self), len(self._plan.campaign.stations))
        return self._plan.rundown(self.turns[turn], self._plan.campaign.stations[station])
