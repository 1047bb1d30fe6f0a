"""The closing report of a campaign: confirmed minutes by topic, commune and day; what was not aired, and why."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from broadcast.campaign.campaign import Campaign
from broadcast.deliver.airing import Airing, Key
from broadcast.deliver.diary import Aired, numbered, slots
from broadcast.deliver.document import Cell, Document, Table
from broadcast.i18n import _, speaking

Minutes = Mapping[tuple[str, str, datetime.date], float]  # by topic, station and day


def closing(out: Path, campaign: Campaign, said: Mapping[Key, Airing]) -> Document:
    """Make the closing report, in Vietnamese; minutes are those of programmes whose airing was confirmed."""
    found = tuple(slots(out, campaign, said))
    spent = minutes(campaign, found)
    with speaking("vi"):
        return Document(
            (campaign.organiser.upper(),),
            _("REPORT ON THE CAMPAIGN'S RADIO PROGRAMMES"),
            (
                campaign.title,
                _("From {first} to {last}").format(first=numbered(campaign.first), last=numbered(campaign.last)),
            ),
            (_stations(campaign, found), _topics(campaign, spent), *_days(campaign, spent), _silent(campaign, found)),
            "",
            (_("Drawn up by"), _("Head of the office")),
            landscape=True,
        )


def minutes(campaign: Campaign, found: Sequence[Aired]) -> Minutes:
    """Add up the minutes of confirmed messages; one with two topics counts for both."""
    topics = {segment.id: segment.topics for segment in campaign.segments}
    spent: defaultdict[tuple[str, str, datetime.date], float] = defaultdict(float)
    for each in found:
        if each.programme and each.said and each.said.aired:
            for piece in each.programme.pieces:
                for topic in topics.get(piece.id, ()) if piece.kind == "message" else ():
                    spent[topic, each.station, each.date] += piece.seconds / 60
    return spent


def _stations(campaign: Campaign, found: Sequence[Aired]) -> Table:
    counted: Counter[tuple[str, str]] = Counter()
    length: defaultdict[str, float] = defaultdict(float)
    for each in found:
        counted[each.station, "planned"] += each.programme is not None
        if each.said and each.said.aired:
            counted[each.station, "aired"] += 1
            length[each.station] += each.programme.seconds / 60 if each.programme else 0
        else:
            counted[each.station, "not" if each.said else "open"] += 1
    names = ("planned", "aired", "not", "open")
    rows: list[tuple[Cell, ...]] = [
        (station.name, *(counted[station.id, name] for name in names), round(length[station.id], 1))
        for station in campaign.stations
    ]
    total = (sum(counted[station.id, name] for station in campaign.stations) for name in names)
    rows.append((_("Total"), *total, round(sum(length.values()), 1)))
    head = (
        _("Station"), _("Programmes made"), _("Confirmed: aired"), _("Confirmed: not aired"), _("Not confirmed"),
        _("Minutes aired"),
    )  # fmt: skip
    return Table(_("1. Programmes by station"), head, tuple(rows), (30, 14, 14, 14, 14, 14))


def _topics(campaign: Campaign, spent: Minutes) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for topic, name in campaign.topics.items():
        of = [
            sum(value for (which, place, _date), value in spent.items() if (which, place) == (topic, station.id))
            for station in campaign.stations
        ]
        rows.append((topic, name, *(round(value, 1) for value in of), round(sum(of), 1)))
    head = (_("Number"), _("Topic"), *(_short(station.name) for station in campaign.stations), _("Total"))
    note = _("Minutes that were confirmed as aired. A message on two topics counts for both.")
    widths = (4, 30, *(66 / (len(campaign.stations) + 1) for _each in range(len(campaign.stations) + 1)))
    return Table(_("2. Minutes by topic and station"), head, tuple(rows), widths, note)


def _days(campaign: Campaign, spent: Minutes) -> Iterator[Table]:
    """Give a table for each station: topics against days."""
    dates = [
        campaign.first + datetime.timedelta(days=number) for number in range((campaign.last - campaign.first).days + 1)
    ]
    head = (_("Number"), _("Topic"), *(f"{date.day}/{date.month}" for date in dates), _("Total"))
    widths = (4, 36, *(60 / (len(dates) + 1) for _each in range(len(dates) + 1)))
    for station in campaign.stations:
        rows: list[tuple[Cell, ...]] = []
        for topic, name in campaign.topics.items():
            of = [spent.get((topic, station.id, date), 0.0) for date in dates]
            rows.append((topic, name, *(round(value, 1) for value in of), round(sum(of), 1)))
        title = _("3. Minutes by topic and day: {station}").format(station=station.name)
        yield Table(title, head, tuple(rows), widths)


def _silent(campaign: Campaign, found: Sequence[Aired]) -> Table:
    names = {station.id: station.name for station in campaign.stations}
    rows = tuple(
        (numbered(each.date), each.slot, names[each.station], each.said.reason, each.said.by)
        for each in found
        if each.said and not each.said.aired
    )
    head = (_("Day"), _("Planned"), _("Station"), _("Why not aired"), _("Confirmed by"))
    note = "" if rows else _("Nobody has confirmed that a programme was not aired.")
    return Table(_("4. What was not aired, and why"), head, rows, (12, 8, 24, 38, 18), note)


def _short(name: str) -> str:
    return name.removeprefix("Xã ").removeprefix("Thị trấn ").removeprefix("Huyện ")
