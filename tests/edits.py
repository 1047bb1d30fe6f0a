"""Random edits to an approved campaign: its approval ends exactly when what is heard changes, never otherwise.

`python tests/edits.py --edits 1000` prints how many it made of each kind, and every one that was judged wrongly.

What is heard is judged by the sound of whole builds, and by nothing of the approval's own: two tone voices, one that
is given foreign words as they are written and one that gets them respelt, make every programme before and after the
edit; a day is heard as before when the MP3 frames of all its programmes are, tags left out. The tone of a sentence
comes from its words in small letters: no listener hears capitals.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import random
import shutil
import sys
import tempfile
import wave
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from approved import sign
from campaigns import CAMPAIGN, LEXICON, STATIONS, write_campaign

from broadcast.build.approve import opened
from broadcast.build.ready import ready
from broadcast.build.run import Order, build
from broadcast.campaign.campaign import VoiceChoice
from broadcast.errors import BroadcastError
from broadcast.voices import MachineSettings, Night, Speech, find
from broadcast.voices.tone import Tone, ToneSettings

WORDS = ("nhà", "đường", "xa", "vội", "chậm", "hỏi", "nói", "nhìn", "sáng", "chiều", "mẹ", "con", "làng", "chợ", "nước")
SIGNS = ".,!?;:…"
UNHEARD_SIGNS = "“”*"
DIGITS = {"113": "một một ba", "156": "một năm sáu"}
STATIONS_WITH_TAY = STATIONS.replace("languages: [vi], profile: horn", "languages: [vi, tay], profile: horn")
TAY = "recordings: {tay: {file: recordings/phat-nguoi.wav, reader: Nông Thị Hoa, consent: 2024-11-18}}\n"


class Voice:
    """A tone voice that hears no capitals, under the name of a ladder's voice."""

    licence, network = Tone.licence, Tone.network

    def __init__(self, foreign: str) -> None:
        self._tone = Tone(ToneSettings())
        self.name, self.foreign = "tone", foreign
        self.rate, self.status, self.key = self._tone.rate, self._tone.status, f"{foreign} {self._tone.key}"

    def speak(self, sentence: str) -> Speech:
        """Sound two tones: of one alone, two sentences in 240 would have the same."""
        words = " ".join(sentence.casefold().split())
        first, second = (self._tone.speak(each).samples for each in (words, words[::-1]))
        return Speech(np.concatenate([first[: len(first) // 2], second[len(first) // 2 :]]), self.rate)


def spoken(words: str) -> bytes:
    """Give a WAV file in which somebody speaks: a recording must be speech."""
    speech = find(VoiceChoice("espeak"), MachineSettings(), Night(offline=True)).speak(words)
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(speech.rate)
        file.writeframes((speech.samples * 20_000).astype("<i2").tobytes())
    return buffer.getvalue()


@dataclass
class Bench:
    """An approved campaign, a copy to be edited, and the sound of every day of it."""

    root: Path
    before: dict[str, str] = field(default_factory=dict)

    @property
    def segments(self) -> Path:
        return self.root / "segments"

    def lay(self) -> None:
        """Write the campaign, approve it, and listen to it."""
        loan = ("Người thân bị dụ đi", "Gặp lời mời qua Zalo, bà con nhớ hỏi lại.\n  Người thân bị dụ đi")
        write_campaign(
            self.root / "right",
            {
                "stations.yaml": STATIONS_WITH_TAY,
                "lexicon.yaml": LEXICON + "  - {written: biên bản, spoken: tờ biên bản}\n",
                "campaign.yaml": CAMPAIGN,
                "recordings/phat-nguoi.wav": spoken("Cảnh sát giao thông xử phạt bằng giấy tờ. Đòi tiền là lừa đảo."),
            },
            {"messages/viec-nhe.yaml": loan, "messages/phat-nguoi.yaml": ("text: |", TAY + "text: |")},
        )
        self.reset()
        sign(self.segments)
        self.before = self.sound()

    def reset(self) -> None:
        """Take every edit back."""
        shutil.rmtree(self.segments, ignore_errors=True)
        shutil.copytree(self.root / "right", self.segments)

    def sound(self) -> dict[str, str]:
        """Build with both voices, everything approved; give a hash of the sound of each day and of the standby."""
        where = self.root / "other-scripts"
        sign(self.segments, where=where)
        heard: dict[str, str] = {}
        for foreign in ("keep", "respell"):
            out = self.root / foreign
            plan = ready(self.segments, out)
            dates = tuple(dict.fromkeys(turn.date for turn in plan.turns))
            outcome = build(plan, [Voice(foreign)], out, Order(dates, scripts=where))
            assert not outcome.failed
            assert not outcome.withheld
            for day in (*map(str, dates), "standby"):
                heard[day] = heard.get(day, "") + _sound(out / day)
        return heard

    def approved(self) -> dict[str, bool]:
        """Ask which days are approved still, by the signatures of before."""
        approvals = opened(self.segments)
        return {str(subject): approvals.verdict(subject).approved for subject in approvals.subjects}


def _sound(folder: Path) -> str:
    hashed = hashlib.sha256()
    for path in sorted(folder.rglob("*.mp3")):
        data = path.read_bytes()
        tag = 10 + sum(byte << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
        hashed.update(f"{path.name}\n".encode())
        hashed.update(data[tag:])
    return hashed.hexdigest()


class Editor:
    """Makes random edits of each kind."""

    def __init__(self, segments: Path, chance: random.Random) -> None:
        self._segments = segments
        self._chance = chance

    def kinds(self) -> dict[str, Callable[[], None]]:
        """Give the kinds of edits by their names."""
        return {
            "a word": self.word,
            "a sign": self.sign,
            "an order": self.order,
            "a recording's byte": self.byte,
            "a lexicon entry": self.entry,
            "a comment": self.comment,
            "white space": self.space,
            "capitals": self.capitals,
            "spelt out": self.spelt,
            "a title": self.title,
        }

    def _message(self) -> Path:
        return self._chance.choice(sorted((self._segments / "messages").iterdir()))

    def _lines(self, change: Callable[[list[str]], None]) -> None:
        """Change the lines of a message's text."""
        path = self._message()
        head, mark, text = path.read_text("utf-8").partition("text: |\n")
        lines = text.splitlines()
        change(lines)
        path.write_text(head + mark + "\n".join(lines) + "\n", "utf-8")

    def _words(self, change: Callable[[str], str], fit: Callable[[str], bool] = str.isalpha) -> None:
        """Change one word of one line."""

        def edit(lines: list[str]) -> None:
            at = self._chance.randrange(len(lines))
            words = lines[at].split(" ")
            chosen = [number for number, word in enumerate(words) if fit(word)]
            if chosen:
                number = self._chance.choice(chosen)
                words[number] = change(words[number])
                lines[at] = " ".join(words)

        self._lines(edit)

    def word(self) -> None:
        self._words(lambda _word: self._chance.choice(WORDS))

    def sign(self) -> None:
        sign = self._chance.choice(SIGNS + UNHEARD_SIGNS)
        if sign in UNHEARD_SIGNS:
            self._words(lambda word: f"“{word}”")
        else:
            self._words(lambda word: word[:-1] + sign, lambda word: word[-1:] in SIGNS and word[:-1].isalpha())

    def order(self) -> None:
        def swap(lines: list[str]) -> None:
            first, second = self._chance.sample(range(len(lines)), 2)
            lines[first], lines[second] = lines[second], lines[first]

        name = self._chance.choice(("", "", "stations.yaml", "lexicon.yaml"))
        if not name:
            return self._lines(swap)
        path = self._segments / name
        head, *rows = path.read_text("utf-8").splitlines()
        return self._write(path, [head, *rows[::-1]])

    def byte(self) -> None:
        path = self._segments / "recordings" / "phat-nguoi.wav"
        data = bytearray(path.read_bytes())
        data[self._chance.randrange(1_001, len(data) // 2, 2)] ^= 0x20  # the high byte of a sample
        path.write_bytes(data)

    def entry(self) -> None:
        path = self._segments / "lexicon.yaml"
        spoken = self._chance.choice(WORDS)
        written = self._chance.choice(("tiền", "máy", "Zalo", "điện thoại", "voi rừng", "xe lửa", "công an xã", "phạt"))
        voices = self._chance.choice(("", "", ", voices: [piper]"))
        row = f"  - {{written: {written}, spoken: {spoken}{voices}}}"
        rows = path.read_text("utf-8").splitlines()
        if self._chance.random() < 0.3:
            rows = [each for each in rows if "biên bản" not in each]  # an entry goes
        else:
            rows.append(row)
        self._write(path, rows)

    def comment(self) -> None:
        path = self._chance.choice(sorted(self._segments.rglob("*.yaml")))
        rows = path.read_text("utf-8").splitlines()
        self._write(path, [f"# ghi chú {self._chance.random()}", *rows, "# hết"])

    def space(self) -> None:
        def widen(lines: list[str]) -> None:
            at = self._chance.randrange(len(lines))
            kind = self._chance.randrange(3)
            if kind == 0:
                lines[at] = "  " + lines[at].strip().replace(" ", "  ", self._chance.randrange(1, 4))
            elif kind == 1:
                lines[at] += "  "
            else:
                lines.insert(at, "")

        self._lines(widen)

    def capitals(self) -> None:
        self._words(str.upper, lambda word: word.isalpha() and word.islower() and not word.isascii())

    def spelt(self) -> None:
        def spell(word: str) -> str:
            return DIGITS[word.strip(".,")] + word[3:]

        self._words(spell, lambda word: word.strip(".,") in DIGITS and len(word) <= 4)

    def title(self) -> None:
        path = self._message()
        key = self._chance.choice(("title: ", "source: "))
        rows = path.read_text("utf-8").splitlines()
        self._write(path, [row + " khác" if row.startswith(key) else row for row in rows])

    def _write(self, path: Path, rows: list[str]) -> None:
        path.write_text("\n".join(rows) + "\n", "utf-8")


@dataclass
class Tally:
    """How many edits of each kind were heard, were not, and could not be aired at all; and the wrong verdicts."""

    heard: Counter[str] = field(default_factory=Counter)
    unheard: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Count the edits that were judged."""
        return self.heard.total() + self.unheard.total()

    def lines(self) -> Iterator[str]:
        """Give a line for each kind, then the sum."""
        for kind in sorted(self.heard.keys() | self.unheard.keys() | self.refused.keys()):
            yield f"{kind:<20} {self.heard[kind]:>4} heard {self.unheard[kind]:>4} not {self.refused[kind]:>4} refused"
        yield f"{self.count} edits judged; {len(self.wrong)} wrong verdicts"
        yield from self.wrong


def edited(bench: Bench, edits: int, chance: random.Random) -> Tally:
    """Edit, listen and ask, again and again; an edit that the campaign's check refuses is not counted."""
    tally = Tally()
    kinds = Editor(bench.segments, chance).kinds()
    names = list(kinds)
    while tally.count < edits:
        kind = names[(tally.count + tally.refused.total()) % len(names)]
        kinds[kind]()
        try:
            after = bench.sound()
        except BroadcastError:
            tally.refused[kind] += 1
            bench.reset()
            continue
        approved = bench.approved()
        same = {day: after[day] == sound for day, sound in bench.before.items()}
        (tally.unheard if all(same.values()) else tally.heard)[kind] += 1
        wrong = [day for day in same if same[day] != approved[day]]
        if wrong:
            tally.wrong.append(f"{kind}, edit {tally.count}: {', '.join(wrong)}: heard as before {same}, {approved}")
        bench.reset()
        if tally.count % 50 == 0:
            sys.stderr.write(f"{tally.count} edits judged, {len(tally.wrong)} wrong verdicts so far\n")
    return tally


def main() -> None:
    """Make the edits that were asked for, and say what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.lay()
        tally = edited(bench, chosen.edits, random.Random(chosen.seed))  # noqa: S311 - the same edits each time
    sys.stdout.writelines(f"{line}\n" for line in tally.lines())
    sys.exit(1 if tally.wrong else 0)


if __name__ == "__main__":
    main()
