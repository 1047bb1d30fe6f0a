"""A station's day as a play list, for players that air the files in order."""

from __future__ import annotations

from urllib.parse import quote

from broadcast.deliver.day import StationDay, hour


def m3u8(day: StationDay) -> bytes:
    """Give the day's programmes in the order of their slots, as extended M3U in UTF-8.

    Paths are relative to the list, which lies beside the files.
    """
    lines = ["#EXTM3U"]
    for programme in day.programmes:
        title = " ".join(f"{hour(programme.slot)} {day.station.name}, {day.theme or day.title}".split())
        lines.append(f"#EXTINF:{round(programme.seconds)},{title}")
        lines.append(quote(day.near(programme.file)))
    return "\n".join(lines).encode() + b"\n"
