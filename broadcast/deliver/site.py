"""The static site in `audio_out/`: everything that operators and their programs open, made from the manifests."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from pathlib import Path

from broadcast.build.manifest import NAME as MANIFEST
from broadcast.build.store import FOLDER
from broadcast.campaign.campaign import Campaign
from broadcast.deliver import assets, edition, pages, record
from broadcast.deliver.hub import daily_files, identities, lasting_files
from broadcast.deliver.keys import PUBLISHED
from broadcast.deliver.published import Published, Wanted
from broadcast.deliver.record import DayRecord
from broadcast.deliver.signing import Signer


def publish(  # noqa: PLR0913 - two places, a moment, and three wishes that stand alone
    out: Path,
    campaign: Campaign,
    now: datetime.datetime,
    *,
    archives: bool | None = None,
    base: str | None = None,
    keys: Path | None = None,
) -> Published:
    """Bring the site in `out` up to date with the manifests there; write and sign only what changed.

    The pages know no clock: their script does. `now` only decides which days still get a ZIP, and is in
    new signatures.

    Args:
        out: the folder of the days.
        campaign: names, dates and slots.
        now: an aware instant.
        archives: whether to make ZIPs for today and later days; None as the last time (at first: yes).
        base: the address under which the site will be reached, for the feeds; "" leaves links relative;
            None as the last time.
        keys: the folder with the district's key; without a key nothing is signed.

    Raises:
        BroadcastError: a manifest or the key cannot be read, or the disk refuses.
    """
    old = record.load_site(out)
    zipped = old.archives if archives is None else archives
    address = old.base if base is None else base.rstrip("/")
    wanted = Wanted(now.astimezone(campaign.zone).date(), Signer(out, keys, now), zipped, address)
    done = Published(out / FOLDER / "unfinished")
    days = [edition.bring(out / date.isoformat(), wanted, done) for date in dates(out)]
    _withdraw(out, done)
    assets.write(out, campaign, days, done.write)
    home = _first(out, campaign, days, done, old)
    stations = _stations(out, campaign, days, wanted, done, old)
    marks = done.marks(out, old.files, (out / PUBLISHED,))
    new = record.SiteRecord(stations, home, wanted.base, wanted.archives, marks)
    if new != old:
        record.save_site(out, new, done.keep)
    done.days, done.stations = len(days), len(new.stations)
    return done


def _withdraw(out: Path, done: Published) -> None:
    """Remove the pages of days that have no manifest any more."""
    for path in out.glob(f"????-??-??/{record.NAME}"):
        if not (path.parent / MANIFEST).is_file():
            edition.withdraw(path.parent, done)


def dates(out: Path) -> list[datetime.date]:
    """Give the days that have a manifest, in order."""
    found = []
    for path in out.glob(f"????-??-??/{MANIFEST}"):
        try:
            found.append(datetime.date.fromisoformat(path.parent.name))
        except ValueError:  # a folder of someone else's
            continue
    return sorted(found)


def _first(out: Path, campaign: Campaign, days: list[DayRecord], done: Published, old: record.SiteRecord) -> str:
    """Write the first page, if what it is made of changed; give the hash of that."""
    if not (out / assets.NIGHT).is_file():  # pages ask for it before the first night too
        done.keep(out / assets.NIGHT, b"window.NIGHT = null;\n")
    home = _home(campaign, days)
    if home != old.home or "index.html" not in old.files or not (out / "index.html").is_file():
        done.write(out / "index.html", pages.home_page(campaign.title, days).encode())
    return home


def _home(campaign: Campaign, days: list[DayRecord]) -> str:
    """Hash everything that the first page is made of."""
    parts = [pages.revision(), campaign.title, *(f"{day.date} {day.source}" for day in days)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _stations(  # noqa: PLR0913, PLR0917 - what there is, what is wished, what was done before
    out: Path, campaign: Campaign, days: list[DayRecord], wanted: Wanted, done: Published, old: record.SiteRecord
) -> Mapping[str, tuple[str, str]]:
    """Write those files of the stations that are made of something that changed; give the hashes of each."""
    new: dict[str, tuple[str, str]] = {}
    for station in sorted({name for day in days for name in day.stations}):
        folder = out / "stations" / station
        stands = f"stations/{station}/index.html" in old.files and (folder / "index.html").is_file()
        lasting, daily = old.stations.get(station, ("", "")) if stands else ("", "")
        new[station] = identities(station, campaign, days, wanted.base)
        if new[station][0] != lasting:
            done.write_all(folder, lasting_files(station, campaign, days))
        if new[station][1] != daily:
            done.write_all(folder, daily_files(station, campaign, days, wanted.base))
    for station in old.stations.keys() - new.keys():
        folder = out / "stations" / station
        for path in sorted(folder.glob("*")):
            done.remove(path)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return new
