"""Campaigns with many stations: the shipped one, and as many invented communes as a province has."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

_FIRST = "An Bình Cao Đại Đông Gia Hà Hòa Hồng Hưng Kim Khánh Lâm Long Minh Nam Ngọc Phú Phúc Quang"
_SECOND = (
    "Bảo Châu Công Cường Dân Đạt Đô Đức Hải Hiệp Khê Lạc Lập Lộc Lợi Lương Mỹ Nghĩa Ninh Phong Phương Quý Sơn Tân Tâm "
    "Thành Thắng Thịnh Thọ Thuận Tiến Trung Trường Tường Văn Viên Vinh Vọng Xuân Yên Thái Thanh Thủy Trạch Trì Bắc "
    "Biên Bằng Chí Chính Cúc Duyên Giang Hạ Hoàng Hội Khai Kỳ La Liên Lĩnh Mai Mộc Nguyên Nhân Nội Phái Quan Sảng "
    "Sinh Tây Thượng Tràng Tú Vân Việt Xá Ái Âu Ba"
)


def widened(segments: Path, folder: Path, count: int) -> Path:
    """Copy a campaign and add communes until it has `count` stations, each with a name of its own."""
    shutil.copytree(segments, folder)
    path = folder / "stations.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    stations = sum(line.lstrip().startswith("- {id:") for line in lines)
    names = itertools.product(_FIRST.split(), _SECOND.split())
    for number in range(stations, count):
        name = " ".join(next(names))
        lines.append(f"  - {{id: xa-{number:04}, name: Xã {name}, kind: commune, languages: [vi], profile: horn}}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
