"""The whole day of a station as one ZIP, for those who take files away by hand."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from broadcast.deliver.day import StationDay


def zipped(day: StationDay, folder: Path) -> bytes:
    """Pack a day's programmes, words, captions and sums, in play order.

    Stored, not deflated (MP3 does not shrink). The same files give the same bytes. One station's day
    is a few megabytes, and only one is held at a time.

    Args:
        day: a day whose files are all there (`day.present`).
        folder: where the manifest lies.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for programme in day.programmes:
            for path in (programme.file, programme.text, programme.captions):
                if (folder / path).is_file():
                    archive.writestr(_named(day, Path(path).name), (folder / path).read_bytes())
        sums = folder / day.station.id / "SHA256SUMS"
        if sums.is_file():
            archive.writestr(_named(day, sums.name), sums.read_bytes())
    return target.getvalue()


def _named(day: StationDay, name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(f"{day.stem}/{name}", (day.date.year, day.date.month, day.date.day, 0, 0, 0))
    info.create_system = 3  # Unix: the same bytes on every machine
    info.external_attr = 0o100644 << 16
    return info
