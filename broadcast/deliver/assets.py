"""The files that all pages share, and the campaign's clock for their script."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from broadcast.campaign.campaign import Campaign
from broadcast.deliver.record import DayRecord

HERE = Path(__file__).with_name("static")
NIGHT = "assets/night.js"  # what the last night came to; nights write it
NAMES = ("site.css", "site.js", "icon.svg", "icon-180.png", "icon-192.png", "icon-512.png")


def write(out: Path, campaign: Campaign, days: Sequence[DayRecord], save: Callable[[Path, bytes], None]) -> None:
    """Put styles, script, icons and `campaign.js` into `out/assets` through `save(path, bytes)`."""
    for name in NAMES:
        save(out / "assets" / name, (HERE / name).read_bytes())
    save(out / "assets" / "campaign.js", clock(campaign, [day.date for day in days]))


def clock(campaign: Campaign, made: Sequence[datetime.date]) -> bytes:
    """Give the campaign's days and slots as a script, so that pages opened from a disk know them too.

    `slots` are pairs: seconds since 1970, seconds that the slot lasts.
    """
    values = {
        "zone": campaign.zone.key,
        "first": campaign.first.isoformat(),
        "last": campaign.last.isoformat(),
        "days": [date.isoformat() for date in made],
        "slots": [
            [int(datetime.datetime.combine(date, slot.at, campaign.zone).timestamp()), round(slot.seconds)]
            for date in _days(campaign)
            for slot in sorted(campaign.slots, key=lambda slot: slot.at)
        ],
    }
    return f"window.BROADCAST = {json.dumps(values)};\n".encode()


def _days(campaign: Campaign) -> Iterator[datetime.date]:
    for number in range((campaign.last - campaign.first).days + 1):
        yield campaign.first + datetime.timedelta(days=number)
