"""Turn the score into segments/jingles/*.flac, so that a changed note is one command away from the air.

It needs Debian's fluidsynth and fluid-soundfont-gm (MIT) and, beside the project, mido from PyPI; see README.md here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from mastering import RATE, decoded, loudness, mastered, write_flac
from performance import perform
from score import PIECES, Piece

SOUND_FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
HERE = Path(__file__).resolve().parent
JINGLES = HERE.parent.parent / "segments" / "jingles"
ROOM = {"room-size": 0.55, "damp": 0.35, "width": 0.6, "level": 0.55}  # a village hall: horns add their own


def synthesised(piece: Piece, folder: Path) -> Path:
    """Have fluidsynth play a piece; return its WAV."""
    score, sound = folder / f"{piece.name}.mid", folder / f"{piece.name}.wav"
    perform(piece).save(score)
    settings = [word for name, value in ROOM.items() for word in ("-o", f"synth.reverb.{name}={value}")]
    switches = ["-niq", "-g", "0.4", "-C", "0", "-R", "1", "-r", str(RATE), "-O", "float", "-T", "wav"]
    command = ["fluidsynth", *switches, *settings, "-F", str(sound), str(SOUND_FONT), str(score)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (the command is written above)
    return sound


def main(names: list[str]) -> None:
    """Render the named pieces, or all."""
    JINGLES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for piece in PIECES:
            if names and piece.name not in names:
                continue
            sound = mastered(decoded(synthesised(piece, Path(folder))), piece)
            path = JINGLES / f"{piece.name}.flac"
            write_flac(path, sound)
            size = path.stat().st_size
            sys.stdout.write(f"{path.name}: {len(sound) / RATE:.2f} s, {loudness(sound):.1f} LUFS, {size} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
