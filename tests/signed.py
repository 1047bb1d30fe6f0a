"""Signed days for the tests of fetch, verify and stick: a key, a site in small, and what may lie in a folder."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace
from pathlib import Path

import sites

from broadcast.build.manifest import Manifest, ManifestStation, load
from broadcast.deliver import keys
from broadcast.deliver.day import station_days
from broadcast.deliver.patience import Bounds, Patience
from broadcast.deliver.playlists import m3u8
from broadcast.deliver.signing import Signer
from broadcast.files import write_whole

STATION = "dinh-ca"
FIRST = sites.FIRST
SECOND = FIRST + datetime.timedelta(days=1)
NOW = datetime.datetime(2024, 11, 19, 21, 0, tzinfo=datetime.UTC)
STATIONS = (
    ManifestStation(STATION, "Thị trấn Đình Cả", "commune"),
    ManifestStation("than-sa", "Xã Thần Sa", "commune"),
)


class Clock:
    """Time that passes when somebody sleeps, and not otherwise."""

    def __init__(self):
        self.now = 0.0
        self.naps = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.naps.append(seconds)
        self.now += seconds


def patience(clock=None, chance=lambda: 0.0, **bounds) -> Patience:
    """Give patience on a clock of our own."""
    clock = clock or Clock()
    return Patience(Bounds(**bounds), clock, clock.sleep, chance)


def lay(
    out: Path, key: keys.SigningKey, date: datetime.date = FIRST, now: datetime.datetime = NOW, edition: str = ""
) -> Path:
    """Write a day as build and publish do, and sign it; another `edition` has other sound."""
    manifest = sites.day(date, STATIONS)
    folder = sites.lay(out, manifest, edition)
    if edition:
        manifest = _other_sound(folder, manifest, edition)
    for day in station_days(manifest):
        (folder / day.station.id / f"{day.stem}.m3u8").write_bytes(m3u8(day))
    sign(out, date, key, now)
    return folder


def sign(out: Path, date: datetime.date, key: keys.SigningKey, now: datetime.datetime) -> int:
    """Sign a day as publishing does; give how many signatures were written."""
    folder = out / date.isoformat()
    signer = Signer(out, folded(key, out.parent), now)
    made = sum(signer.station(day, folder, write_whole) for day in station_days(load(folder / "manifest.json")))
    return made + signer.manifest(folder, date, write_whole)


def folded(key: keys.SigningKey, beside: Path) -> Path:
    """Put a key into a folder as `keys.new` does."""
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    folder = beside / f"key-{key.public.id}"
    folder.mkdir(exist_ok=True)
    path = folder / keys.SECRET
    path.write_bytes(key.secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    path.chmod(0o600)
    return folder


def _other_sound(folder: Path, manifest: Manifest, edition: str) -> Manifest:
    made = []
    for each in manifest.programmes:
        data = sites.sound(f"{each.station}{each.slot}{edition}")
        (folder / each.file).write_bytes(data)
        made.append(replace(each, bytes=len(data), sha256=hashlib.sha256(data).hexdigest()))
    changed = replace(manifest, programmes=tuple(made))
    (folder / "manifest.json").write_bytes(sites.dump(changed))
    return changed
