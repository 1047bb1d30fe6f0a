"""The naive way to the same specification: every programme by itself, with pydub and the ffmpeg program.

`python naive.py SEGMENTS FOLDER COUNT` makes COUNT programmes spread over the campaign and prints the CPU seconds
that they took, imports, reading and planning not counted. It is given every advantage: the sentences are
joined in one go, each jingle is decoded once in its life, ffmpeg encodes as fast as the product does (LAME
quality 7), and one filter chain serves the whole programme instead of each voice.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from measure import cpu
from pydub import AudioSegment

from broadcast.build.cookbook import Cookbook, Recipe, Sources, Speaker
from broadcast.campaign import read
from broadcast.plan import plan
from broadcast.voices import MachineSettings, Night, find

RATE = 44_100
HEAD, TAIL = 1.5, 1.0  # seconds of silence around a programme
SIGNATURE, LEAD, OUTRO, FADE = 3.0, 0.8, 1.0, 0.8  # of music before and after words, as the product has them


class Studio:
    """Makes programmes the way a short script would."""

    def __init__(self, segments: Path, folder: Path) -> None:
        self.campaign = read(segments)
        self.voice = find(self.campaign.voices[-1], MachineSettings(), Night(offline=True))
        self.folder = folder
        self.music = {
            name: AudioSegment.from_file(segments / getattr(self.campaign.jingles, name)).set_frame_rate(RATE)
            for name in ("opener", "bed", "sting", "closer")
        }

    def recipes(self, count: int) -> list[Recipe]:
        """Choose programmes evenly from the whole campaign."""
        planned = plan(self.campaign)
        book = Cookbook(planned, Sources(self.campaign.folder), Speaker.of(self.voice))
        rundowns = planned.rundowns
        return [book.recipe(rundowns[number * len(rundowns) // count]) for number in range(count)]

    def say(self, sentences: tuple[str, ...]) -> AudioSegment:
        """Speak sentences with pauses between them."""
        row = AudioSegment.silent(0, frame_rate=self.voice.rate)
        for number, sentence in enumerate(sentences):
            spoken = self.voice.speak(sentence)
            if number:
                row += AudioSegment.silent(round(self.campaign.sound.pause * 1000), frame_rate=spoken.rate)
            pcm = (spoken.samples * 32_767).astype("<i2").tobytes()
            row += AudioSegment(pcm, sample_width=2, frame_rate=spoken.rate, channels=1)
        return row.set_frame_rate(RATE)

    def over(self, speech: AudioSegment, music: AudioSegment, lead: float) -> AudioSegment:
        """Put speech over music that makes way for it."""
        length = round(lead * 1000) + len(speech) + round(OUTRO * 1000)
        bed = (music * (length // len(music) + 1))[:length]
        begin = round(lead * 1000)
        bed = bed.fade(to_gain=self.campaign.sound.bed_gain, start=begin - round(FADE * 1000), end=begin)
        return bed.fade_out(round(OUTRO * 1000)).overlay(speech, position=begin)

    def whole(self, recipe: Recipe) -> AudioSegment:
        """Join the pieces of a programme."""
        gap = AudioSegment.silent(round(self.campaign.sound.gap * 1000), frame_rate=RATE)
        row = AudioSegment.silent(round(HEAD * 1000), frame_rate=RATE)
        for piece in recipe.pieces:
            speech = self.say(tuple(words for take in piece.takes for words in take.sentences))
            match piece.kind:
                case "ident":
                    row += self.over(speech, self.music["opener"] + self.music["bed"], SIGNATURE)
                case "greeting" | "contacts":
                    row += self.over(speech, self.music["bed"], LEAD)
                case "sting":
                    row += self.music["sting"]
                case "closing":
                    row += speech + self.music["closer"]
                case "message":
                    row += speech
            row += gap
        return row + AudioSegment.silent(round(TAIL * 1000), frame_rate=RATE)

    def make(self, recipe: Recipe, name: str) -> None:
        """Make one programme: filtered, brought to its loudness, limited and exported by ffmpeg."""
        raw, mp3 = self.folder / f"{name}.wav", self.folder / f"{name}.mp3"
        self.whole(recipe).set_channels(1).export(raw, format="wav")
        profile, sound = recipe.head.pieces[0].profile, self.campaign.sound
        chain = (
            f"highpass=f={profile.high_pass},treble=f={profile.presence_from}:g={profile.presence},"
            f"acompressor=ratio={profile.ratio}:threshold=0.1"
        )
        said = _ffmpeg("-i", str(raw), "-af", f"{chain},ebur128=peak=true:framelog=verbose", "-f", "null", "-")
        gain = sound.loudness - float(said[said.rindex("Summary:") :].split("I:")[1].split()[0])
        limit = 10 ** ((sound.true_peak - 1) / 20)
        levelled = f"{chain},volume={gain}dB,alimiter=limit={limit}:level=disabled"
        encoder = ("-c:a", "libmp3lame", "-b:a", f"{profile.bitrate}k", "-compression_level", "7", "-write_xing", "0")
        _ffmpeg("-i", str(raw), "-af", levelled, "-ar", str(RATE), "-ac", "1", *encoder, str(mp3))
        raw.unlink()


def _ffmpeg(*arguments: str) -> str:
    done = subprocess.run(["ffmpeg", "-y", "-hide_banner", "-nostats", *arguments], capture_output=True, check=True)
    return done.stderr.decode()


def main() -> None:
    """Make the sample and print what it took."""
    segments, folder, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True)
    studio = Studio(segments, folder)
    recipes = studio.recipes(count)
    begun = cpu()
    for number, recipe in enumerate(recipes):
        studio.make(recipe, str(number))
    sys.stdout.write(f"{cpu() - begun}\n")


if __name__ == "__main__":
    main()
