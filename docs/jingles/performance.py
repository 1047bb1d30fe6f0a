"""Notes on paper are not yet music: this plays the score the way hands do, and writes the hands' movements as MIDI."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import mido
from score import BEAT, SCALE, Instrument, Part, Piece

TICKS = 960  # a second: 480 a beat at mido's own 120 beats a minute
SEMITONES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
BEND_RANGE = 12  # semitones each way
Event = tuple[float, int, mido.Message]  # seconds, order among those of one moment, what happens
TOKEN = re.compile(r"(?P<pitch>-|[A-G]\d(?:(?:>|\.\.|&)[A-G]\d)*)(?P<marks>[~+'!?]*)/(?P<beats>\d*\.?\d+)")


@dataclass(frozen=True)
class Note:
    """One struck or blown note: seconds, MIDI key, velocity; pressed up from `slide` semitones below, or shaken."""

    at: float
    long: float
    key: int
    loud: float
    slide: int = 0
    shaken: bool = False


def key_of(pitch: str) -> int:
    """Return the MIDI key of a pitch such as `A4` (69)."""
    return 12 * (int(pitch[1]) + 1) + SEMITONES[pitch[0]]


def strings() -> list[int]:
    """Return the keys of the scale over all octaves, lowest first."""
    return sorted(key_of(f"{name}{octave}") for name in SCALE for octave in range(8))


def run(first: str, last: str, at: float, long: float, loud: float) -> Iterator[Note]:
    """Sweep over the strings from first to last, a little faster and louder towards the end."""
    keys = [key for key in strings() if key_of(first) <= key <= key_of(last)]
    for index, key in enumerate(keys):
        way = index / len(keys)
        yield Note(at + long * (1.25 * way - 0.25 * way * way), long, key, loud * (0.5 + 0.32 * way))


def ornamented(note: Note, marks: str) -> Iterator[Note]:
    """Add the small notes that stand before a note."""
    if "+" in marks:
        yield replace(note, at=note.at - 0.022, key=note.key - 12, loud=note.loud * 0.72, shaken=False, slide=0)
    if "'" in marks:
        above = min(key for key in strings() if key > note.key)
        yield Note(note.at - 0.075, 0.08, above, note.loud * 0.7)
    yield note


def token_notes(token: str, at: float, loud: float) -> tuple[float, list[Note]]:
    """Read one token of the score; return its length in seconds and its notes."""
    match = TOKEN.fullmatch(token)
    if match is None:
        raise ValueError(f"not a note: {token}")
    pitch, marks = match["pitch"], match["marks"]
    long = float(match["beats"]) * BEAT
    loud *= 1.14 ** marks.count("!") * 0.8 ** marks.count("?")
    if pitch == "-":
        return long, []
    if ".." in pitch:
        first, last = pitch.split("..")
        return long, list(run(first, last, at, long, loud))
    if "&" in pitch:
        keys = [key_of(name) for name in pitch.split("&")]
        return long, [Note(at + 0.018 * i, long, key, loud * (0.86 + 0.07 * i)) for i, key in enumerate(keys)]
    names = pitch.split(">")
    slide = key_of(names[-1]) - key_of(names[0])
    note = Note(at, long, key_of(names[-1]), loud, slide, "~" in marks)
    return long, list(ornamented(note, marks))


def part_notes(part: Part, at: float, chance: random.Random) -> Iterator[Note]:
    """Play a part from `at` seconds on, never quite on the beat and never twice as loud as the same."""
    clock = at + part.start * BEAT
    for token in part.notes.split():
        long, notes = token_notes(token, clock, part.loud)
        early, push = chance.gauss(0, 0.006), chance.gauss(1, 0.045)
        for note in notes:
            loud = min(124.0, max(12.0, note.loud * push))
            yield replace(note, at=max(0.0, note.at + early), loud=loud, long=max(note.long, part.instrument.ring))
        clock += long


def bends(note: Note) -> Iterator[tuple[float, int]]:
    """Yield the string's pull under a note as (seconds, MIDI bend)."""
    steps = int(note.long / 0.01)
    for step in range(steps):
        now = step * 0.01
        risen = 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, (now - 0.05) / 0.11)))
        bend = -note.slide * (1 - risen)
        if note.shaken:
            grown = min(1.0, max(0.0, (now - 0.16) / 0.3))
            bend += 0.32 * grown * math.sin(2 * math.pi * 5.4 * now)
        yield note.at + now, round(8191 * bend / BEND_RANGE)


def breaths(note: Note) -> Iterator[tuple[float, int]]:
    """Yield the breath under a blown note as (seconds, MIDI expression): it swells for a third and falls away."""
    steps = int(note.long / 0.02)
    for step in range(steps):
        way = step / steps
        level = 0.72 + 0.28 * min(1.0, 3 * way) - 0.42 * max(0.0, (way - 0.4) / 0.6)
        yield note.at + 0.02 * step, round(127 * level)


def set_up(channel: int, instrument: Instrument) -> Iterator[mido.Message]:
    """Yield the messages that give a channel its instrument, level, reverb and bend range."""
    yield mido.Message("program_change", channel=channel, program=instrument.program)
    settings = ((7, instrument.volume), (91, instrument.reverb), (101, 0), (100, 0), (6, BEND_RANGE), (38, 0))
    for control, value in settings:
        yield mido.Message("control_change", channel=channel, control=control, value=value)


def perform(piece: Piece) -> mido.MidiFile:
    """Play a piece; one that loops is played twice over, so that its second time holds the first one's echo."""
    free = iter([*range(9), *range(10, 16)])  # 9 is General MIDI's drum kit
    events: list[Event] = []
    for part in piece.parts:
        notes: list[Note] = []
        for turn in range(2 if piece.loops else 1):
            chance = random.Random(f"{piece.name} {part.instrument.program}")  # noqa: S311 (the same hands each time)
            notes += part_notes(part, (piece.pickup + turn * piece.beats) * BEAT, chance)
        events += part_events(part.instrument, sorted(notes, key=lambda note: note.at), free)
    return written(events)


def part_events(instrument: Instrument, notes: list[Note], free: Iterator[int]) -> Iterator[Event]:
    """Yield a part's messages; what is pulled or blown takes turns on two channels, since a bend moves a channel."""
    plain = next(free)
    moved = [note for note in notes if instrument.blown or note.slide or note.shaken]
    pulled = [next(free), next(free)] if moved else []
    for channel in (plain, *pulled):
        for message in set_up(channel, instrument):
            yield 0.0, 0, message
    for note in notes:
        channel = plain
        if note in moved:
            channel = pulled[0]
            pulled.reverse()
            for at, pitch in bends(note):
                yield at, 1, mido.Message("pitchwheel", channel=channel, pitch=pitch)
        for at, level in breaths(note) if instrument.blown else ():
            yield at, 1, mido.Message("control_change", channel=channel, control=11, value=level)
        yield note.at, 2, mido.Message("note_on", channel=channel, note=note.key, velocity=round(note.loud))
        yield note.at + note.long, 3, mido.Message("note_off", channel=channel, note=note.key)


def written(events: list[Event]) -> mido.MidiFile:
    """Write timed messages as a MIDI file, in order of time, with rest at the end for the echo to die in."""
    track = mido.MidiTrack()
    now = 0
    for at, _, message in sorted(events, key=lambda event: event[:2]):
        tick = round(at * TICKS)
        track.append(message.copy(time=tick - now))
        now = tick
    track.append(mido.MetaMessage("end_of_track", time=4 * TICKS))
    return mido.MidiFile(ticks_per_beat=round(TICKS * BEAT), tracks=[track])
