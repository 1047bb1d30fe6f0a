"""Small whole days for the tests of pages and server: tiny MP3s, their words, and the manifest."""

from __future__ import annotations

import datetime
import hashlib
import math
import struct
from dataclasses import replace
from functools import cache
from pathlib import Path

import lameenc

from broadcast import campaign as campaigns
from broadcast.build.manifest import Manifest, ManifestPiece, ManifestProgramme, ManifestStation, Missing, dump
from broadcast.campaign.campaign import Campaign

SECONDS = 12
FIRST = datetime.date(2024, 11, 20)
HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(2)>"'&]]>{{7*7}}"""
STATIONS = (
    ManifestStation("huyen-vo-nhai", "Huyện Võ Nhai", "district"),
    ManifestStation("dinh-ca", "Thị trấn Đình Cả", "commune"),
    ManifestStation("than-sa", "Xã Thần Sa", "commune"),
    ManifestStation("cuc-duong", "Xã Cúc Đường", "commune"),
)
TITLES = (
    ("ident", "", 0.0),
    ("greeting", "", 1.0),
    ("message", "Công an không làm việc qua điện thoại", 2.0),
    ("sting", "", 4.5),
    ("message", "Khóa SIM vì chưa chuẩn hóa thuê bao", 5.0),
    ("sting", "", 7.0),
    ("message", "Người lạ gọi video vay tiền", 7.5),
    ("contacts", "", 9.0),
    ("closing", "", 10.5),
)
WORDS = (
    "Đây là bản đọc tự động của Đài truyền thanh {station}.\n\n"
    "Công an không làm việc qua điện thoại. Ai gọi điện xưng là công an, đòi chuyển tiền, đều là lừa đảo.\n"
    "Hãy dập máy và gọi một một ba.\n\n{more}\n"
)


def campaign() -> Campaign:
    """Give the shipped campaign, in its dates of 2024."""
    return campaigns.read(Path(__file__).parents[1] / "segments")


def day(date: datetime.date = FIRST, stations: tuple[ManifestStation, ...] = STATIONS, more: str = "") -> Manifest:
    """Give a day with programmes for every station, but standby at one and none at another."""
    programmes = tuple(
        programme(date, station.id, slot, "standby" if (station.id, slot) == ("than-sa", "0530") else "fresh", more)
        for station in stations
        for slot in ("0530", "1700")
        if (station.id, slot) != ("cuc-duong", "1700")
    )
    absent = any(station.id == "cuc-duong" for station in stations)
    missing = (Missing("cuc-duong", "1700", "lời đọc chưa được duyệt"),) if absent else ()
    return Manifest(
        1,
        "vo-nhai-2024",
        "Chiến dịch tuyên truyền phòng, chống lừa đảo trực tuyến",
        "Asia/Ho_Chi_Minh",
        date,
        "Nhận biết cuộc gọi giả danh công an",
        ("0530", "1700"),
        stations,
        missing,
        programmes,
    )


def programme(date: datetime.date, station: str, slot: str, rung: str, more: str) -> ManifestProgramme:
    """Give one programme as the build would write it, its sound made by `sound`."""
    data = pitched(station, slot)
    stem = f"{station}/{date:%Y%m%d}_{slot}_{station}"
    pieces = tuple(
        ManifestPiece(kind, f"{kind}-{at}", title + more * (kind == "message"), at, 1.0)  # type: ignore[arg-type]
        for kind, title, at in TITLES
    )
    key = hashlib.sha256((stem + more).encode()).hexdigest()
    return ManifestProgramme(
        station, slot, f"{stem}.mp3", f"{stem}.txt", f"{stem}.vtt", len(data), hashlib.sha256(data).hexdigest(),
        float(SECONDS), -16.0, -1.6, "eSpeak NG 1.52", rung, key, "LĐ-7F3A 19/11/2024", pieces,  # type: ignore[arg-type]
    )  # fmt: skip


def pitched(station: str, slot: str) -> bytes:
    """Give the sound of a programme; the many stations share one."""
    return sound("tram" if station.startswith("tram-") else f"{station}{slot}")


@cache
def sound(key: str) -> bytes:
    """Make a short MP3: a tone whose pitch comes from the key."""
    pitch = 300 + hashlib.sha256(key.encode()).digest()[0] * 4
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(44100)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    period = [int(9000 * math.sin(2 * math.pi * pitch * n / 44100)) for n in range(44100)]
    return bytes(encoder.encode(struct.pack("<44100h", *period) * SECONDS)) + bytes(encoder.flush())


def lay(out: Path, manifest: Manifest, words: str = "") -> Path:
    """Write a day as the build does; give its folder."""
    folder = out / manifest.date.isoformat()
    names = {station.id: station.name for station in manifest.stations}
    for station in manifest.stations:
        (folder / station.id).mkdir(parents=True, exist_ok=True)
        (folder / station.id / "SHA256SUMS").unlink(missing_ok=True)
    for each in manifest.programmes:
        (folder / each.file).write_bytes(pitched(each.station, each.slot))
        text = WORDS.format(station=names[each.station], more=words)
        (folder / each.text).write_text(text, "utf-8")
        (folder / each.captions).write_text(f"WEBVTT\n\n00:00.000 --> 00:02.000\n{names[each.station]}\n", "utf-8")
        with (folder / each.station / "SHA256SUMS").open("a") as sums:
            sums.write(f"{each.sha256}  {Path(each.file).name}\n")
    (folder / "manifest.json").write_bytes(dump(manifest))
    return folder


def many(count: int, date: datetime.date = FIRST) -> Manifest:
    """Give a day of `count` stations."""
    stations = tuple(ManifestStation(f"tram-{n:04}", f"Xã thứ {n}", "commune") for n in range(count))
    return replace(day(date, stations), stations=stations)
