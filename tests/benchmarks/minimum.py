"""The bare minimum: every distinct piece encoded once with lameenc, and the programmes' bytes copied.

`python minimum.py OUT COPY` takes a finished build, and prints the CPU seconds of the two. Decoding the pieces
back to samples is not counted, nor are imports.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import lameenc
import numpy as np
from measure import cpu

from broadcast.build.render import Rendered
from broadcast.build.store import FOLDER, Store
from broadcast.sound import FRAME, RATE
from broadcast.sound.encode import QUALITY, heard


def encoded(pcm: bytes, bitrate: int) -> int:
    """Encode 16-bit samples as plainly as lameenc allows; give the bytes that came out."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_bit_rate(bitrate)
    encoder.set_quality(QUALITY)
    return len(encoder.encode(pcm)) + len(encoder.flush())


def main() -> None:
    """Measure the encoding, then the copying."""
    out, copies = Path(sys.argv[1]), Path(sys.argv[2])
    store, spent = Store(out / FOLDER), 0.0
    for path in sorted((out / FOLDER / "piece").glob("*/*")):
        record = store.get("piece", path.name)
        assert record
        piece = Rendered.of(record)
        pcm = np.rint(np.clip(heard(piece.frames), -1, 1) * 32_767).astype("<i2").tobytes()
        begun = cpu()
        encoded(pcm, round(len(piece.frames) * 8 / (len(piece.blocks) * FRAME / RATE) / 1000))
        spent += cpu() - begun
    copies.mkdir()
    begun = cpu()
    for number, path in enumerate(sorted(out.glob("????-??-??/*/*.mp3"))):
        shutil.copyfile(path, copies / f"{number}.mp3")
    sys.stdout.write(f"{spent} {cpu() - begun}\n")


if __name__ == "__main__":
    main()
