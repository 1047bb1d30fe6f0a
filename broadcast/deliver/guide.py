"""HUONG-DAN.txt: what an operator reads on the stick, in Vietnamese, in the oldest Notepad."""

from __future__ import annotations

from pathlib import Path

from broadcast.deliver.day import StationDay, hour

NAME = "HUONG-DAN.txt"
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_TEMPLATE = Path(__file__).with_name("templates") / "huong-dan.txt"


def guide(day: StationDay, folder: str) -> bytes:
    """Write the guide of a station's day.

    UTF-8 with a byte order mark and CRLF: Notepad before Windows 10 shows diacritics and lines only so.

    Args:
        day: what is on the stick.
        folder: the name of the folder there.
    """
    weekday = _WEEKDAYS[day.date.weekday()]
    programmes = [f"  {hour(each.slot)}  {Path(each.file).name}  ({_length(each.seconds)})" for each in day.programmes]
    missing = [f"  {hour(each.slot)}" for each in day.missing]
    text = _TEMPLATE.read_text("utf-8").format(
        title=day.title,
        station=day.station.name,
        day=f"{weekday}, {day.date.day}/{day.date.month}/{day.date.year}",
        folder=folder,
        programmes="\n".join(programmes) + "\n",
        missing="\n".join(["GIỜ KHÔNG CÓ CHƯƠNG TRÌNH", *missing, "", ""]) if missing else "",
    )
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} phút {rest:02} giây"
