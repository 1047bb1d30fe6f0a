"""Dates and hours in the campaign's own words, and the blanks of its texts that they fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time

from broadcast.campaign.campaign import Campaign, Slot, Theme
from broadcast.campaign.station import Station

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_BLANK = re.compile(r"\{(\w+)\}")


def weekday(day: date) -> str:
    """Name the day of the week, as it stands in the middle of a Vietnamese sentence."""
    return _WEEKDAYS[day.weekday()]


def long_date(day: date) -> str:
    """Write a date out: "ngày 20 tháng 11 năm 2024"."""
    return f"ngày {day.day} tháng {day.month} năm {day.year}"


def hour(at: time) -> str:
    """Write a time out: "5 giờ 30 phút", "17 giờ"."""
    return f"{at.hour} giờ {at.minute} phút" if at.minute else f"{at.hour} giờ"


def of_turn(campaign: Campaign, day: date, slot: Slot, theme: Theme | None) -> dict[str, str]:
    """Give what fills the blanks of the words that are heard at one date and slot."""
    return {
        "campaign": campaign.title,
        "organiser": campaign.organiser,
        "date": long_date(day),
        "weekday": weekday(day),
        "hour": hour(slot.at),
        "theme": theme.title if theme else campaign.title,
    }


def of_station(campaign: Campaign, station: Station) -> dict[str, str]:
    """Give what fills the blanks of a station's ident."""
    return {"campaign": campaign.title, "organiser": campaign.organiser, "station": station.name}


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put the values into the blanks `{name}` of a text; a blank that nobody knows stays as it is."""
    return _BLANK.sub(lambda blank: values.get(blank[1], blank[0]), text)
