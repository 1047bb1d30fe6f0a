"""Draw broadcast/sound/cover.png, the picture that players show: a horn, red and yellow, 240 × 240.

python docs/cover.py
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np

SIDE, FINE = 240, 4  # pixels; each is the mean of 4 × 4
RED, YELLOW, WHITE = 0, 1, 2
COLOURS = np.array([[176, 28, 34], [255, 205, 40], [255, 250, 240]], float)
MIDDLE = 120


def drawn() -> np.ndarray:
    """Give the drawing as RGB, uint8, (240, 240, 3), in steps of 17 so that the palette stays small."""
    y, x = np.mgrid[0 : SIDE * FINE, 0 : SIDE * FINE] / FINE
    picture = np.full(x.shape, RED)
    across = abs(y - MIDDLE)
    cone = (x > 78) & (x < 150) & (across < 12 + (x - 78) * 0.62)
    body = (x >= 44) & (x <= 78) & (across < 17)
    grip = (x > 56) & (x < 72) & (y >= MIDDLE) & (y < 176)
    picture[cone | body | grip] = WHITE
    picture[(x >= 150) & (x < 160) & (across < 62)] = YELLOW
    far, angle = np.hypot(x - 150, y - MIDDLE), abs(np.arctan2(y - MIDDLE, x - 150))
    for radius in (30, 48, 66):
        picture[(abs(far - radius) < 3.6) & (angle < 0.62) & (x > 166)] = YELLOW
    picture[(y > 206) & (y < 212) & (x > 40) & (x < 200)] = YELLOW
    smooth = COLOURS[picture].reshape(SIDE, FINE, SIDE, FINE, 3).mean((1, 3))
    return (np.round(smooth / 17) * 17).astype(np.uint8)


def png(picture: np.ndarray) -> bytes:
    """Write RGB, uint8, (height, width, 3), as a PNG with a palette."""
    colours, which = np.unique(picture.reshape(-1, 3), axis=0, return_inverse=True)
    rows = which.astype(np.uint8).reshape(picture.shape[:2])
    data = b"".join(b"\0" + row.tobytes() for row in rows)
    header = struct.pack(">IIBBBBB", rows.shape[1], rows.shape[0], 8, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", colours.tobytes()), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )


if __name__ == "__main__":
    target = Path(__file__).resolve().parent.parent / "broadcast" / "sound" / "cover.png"
    target.write_bytes(png(drawn()))
