"""The music of the jingles, written down so that it can be read, sung, changed and rendered again.

The scale is điệu Bắc on D, in the singers' names: hò D, xự E, xang G, xê A, cống B. All four pieces share one motif of
six notes. It sings the campaign's three steps, and each note stands where the tone of its syllable stands in speech:

    dừng  lại     kiểm  tra     báo   tin
    G     D       D>E   A       B>D   A      (huyền low, nặng lowest, hỏi dips and rises, sắc climbs, ngang even)

One token is one note, `pitch marks / beats`, at 120 beats a minute (a beat is half a second):
    G5/1      a note          -/1       a rest           D3&A3/4   together, rolled from below
    D5>E5/1   struck on D, pressed up to E (nhấn)        D4..D6/1  a run over the scale's strings (á)
    marks     ~ shaken (rung)   + with its lower octave just before (song thanh)   ' from the scale note above
              ! louder   ? softer
"""

from __future__ import annotations

from dataclasses import dataclass

SCALE = "DEGAB"
BEAT = 0.5  # seconds


@dataclass(frozen=True)
class Instrument:
    """A General MIDI sound as it is used here: `ring` is how long (s) a string sounds on; what is `blown` swells."""

    program: int
    volume: int
    reverb: int = 40
    ring: float = 0.0
    blown: bool = False


@dataclass(frozen=True)
class Part:
    """What one instrument plays, from `start` (beats) on, at the MIDI velocity `loud`."""

    instrument: Instrument
    loud: int
    notes: str
    start: float = 0.0


@dataclass(frozen=True)
class Piece:
    """One jingle: `beats` long, `pickup` beats of them before its first bar, ending in a fade of `fade` seconds."""

    name: str
    beats: float
    parts: tuple[Part, ...]
    pickup: float = 0.0
    fade: float = 0.5
    loops: bool = False
    tone: str = "highpass=f=70:p=2"


TRANH = Instrument(program=107, volume=100, ring=2.4)  # đàn tranh: koto
STEEL = Instrument(program=15, volume=50, ring=1.6)  # its steel strings: hammered dulcimer, far back
BAU = Instrument(program=26, volume=84, reverb=60, ring=2.6)  # đàn bầu, which is electric too: a mellow electric guitar
SAO = Instrument(program=73, volume=92, reverb=60, blown=True)  # sáo trúc: flute
CHIME = Instrument(program=8, volume=76, reverb=60, ring=1.8)  # chuông: celesta
LOW = Instrument(program=46, volume=100, reverb=45, ring=2.4)  # the bass of the plucked strings: harp
SOFT = Instrument(program=24, volume=100, reverb=45, ring=2.0)  # nylon guitar, for what stays behind a voice
GLOW = Instrument(program=11, volume=70, reverb=60, ring=2.0)  # vibraphone under the plucked notes, so that they last
BREATH = Instrument(program=89, volume=52, reverb=50)  # a pad that is felt more than heard
TRONG = Instrument(program=116, volume=92, reverb=30, ring=1.0)  # trống: taiko
MO = Instrument(program=115, volume=74, reverb=45, ring=0.2)  # mõ: wood block

OPENER = Piece(
    "opener",
    beats=17,
    pickup=1,
    fade=0.6,
    parts=(
        Part(
            TRANH,
            100,
            """A4..D6/.5 G5/.5 D5+!/1.5 D5>E5/.5 A5+!/1.5 B5>D6/.5 A5+!~/1.5
               D5?/.25 E5?/.25 G5?/.5 A5??/.5 D5?/1 B4?/.5 A4?/1.5 -/.5
               D4??/.5 A4??/.5 B4??/.5 D5??/1 A4??/.5 G4??/.5 A4???/2""",
            start=-1,
        ),
        Part(STEEL, 70, "-/.5 G5/.5 D5/1.5 E5/.5 A5/1.5 -/.5 A5/2", start=-1),
        Part(CHIME, 74, "D6/2 A6?/2 D6&A6/2 -/3.5 A5?/.5 D6??/2"),
        Part(SAO, 82, "B5>D6/.5 A5~/1.75 B5??/.25 A5??'/.5 G5??/.5 E5~??/1.5 -/.5 D5???~/2.5", start=3.5),
        Part(LOW, 92, "D4&A4/2 A3&E4/2 D3&A3&D4!/4 G3&D4??/2 E3&B3??/2 A3&E4???/4"),
        Part(TRONG, 84, "D4/2 A3/2 D4!/.75 D4?/.25 A3?/1 D4??/4 A3???/2"),
        Part(MO, 88, "-/1 A5/.25 A5?/.75 -/1 A5/.25 A5?/.75 -/1 A5?/.25 A5??/1.75 A5??/1"),
        Part(BAU, 60, "-/9.5 D4>E4?/.5 A4?~/2.5 B3??/.5 A3??/2"),
    ),
)

STING = Piece(
    "sting",
    beats=3.6,
    fade=0.7,
    parts=(
        Part(TRANH, 98, "G5/.2 D5+!/.4 D5>E5/.2 A5+!/.4 B5>D6/.2 A5+!~/2"),
        Part(STEEL, 66, "-/.2 D5/.4 -/.2 A5/.4 -/.2 A5/2"),
        Part(CHIME, 72, "-/.6 A5?/.8 D6&A6/2"),
        Part(LOW, 84, "-/.2 D4/.6 A4/.6 D4&A4/2"),
        Part(MO, 84, "-/.8 A5?/.6 A5/.25 A5?/.3"),
        Part(TRONG, 70, "-/1.4 D4/1"),
    ),
)

CLOSER = Piece(
    "closer",
    beats=15,
    pickup=1,
    fade=1.2,
    parts=(
        Part(
            TRANH,
            98,
            """A4..D6?/.5 G5/.5 D5+!/1.5 D5>E5/.5 A5+!/1.5 B5>D6/.5 A5+~!/1.5
               B5/.5 A5'/.5 G5+/1 G5>A5?/.5 G5?/.55 E5+~/1.15 D5+!/2.4 D4..D6??/1.2""",
            start=-1,
        ),
        Part(STEEL, 66, "-/.5 G5/.5 D5/1.5 E5/.5 A5/1.5 -/.5 A5/1.5 -/4.2 D5/2", start=-1),
        Part(SAO, 80, "-/2 A5?/1.25 -/.25 B5>D6/.5 A5~/1.5 B5/.5 A5'/.5 G5/1.5 G5?/.55 E5~/1.15 D5~/2.2"),
        Part(CHIME, 72, "D6?/2 A6??/2 D6&A6/5.2 -/.5 A5?/.5 D6?/1.2 A6??/.4 D7??/2"),
        Part(LOW, 90, "D4&A4/2 A3&E4/2 D3&A3&D4/2 G3&D4/2 E3&B3/1.2 A3&E4/1 D3&A3&D4!/4"),
        Part(TRONG, 84, "D4/2 A3/2 D4/1.5 A3?/.5 D4?/2 A3?/2.2 D4!/2"),
        Part(MO, 86, "-/1 A5/.25 A5?/.75 -/1 A5/.25 A5?/.75 -/1 A5?/.25 A5??/.75 -/3.2 A5?/.8 A5?/.5 A5??/.4 A5??/.3"),
        Part(BAU, 66, "-/10.2 A4>D5~/3.5"),
    ),
)

BED = Piece(
    "bed",
    beats=64,
    loops=True,
    fade=0.02,
    tone="highpass=f=110:p=2,lowpass=f=720:p=2,lowpass=f=720:p=2",
    parts=(
        Part(
            SOFT,
            58,
            """D4????/1 A4???/1 D5??/.5 E5?/1 A4?/.5   D4/1 A4/1 B4/1 A4?/1
               D4/1 A4/1 D5/1 E5?/.5 D5?/.5    D4/1 A4/1 D5?/1 A4?/1
               G4/1 D5/1 G4?/.5 E5/1 D5?/.5    G4/1 D5/1 E5/1 D5?/1
               D4/1 A4/1 D5/1 A4?/1            D4/1 A4/1 B4/.5 D5/1 A4?/.5
               E4/1 B4/1 D5/.5 E5/1 B4?/.5     E4/1 B4/1 E5?/1 D5?/1
               A4/1 E5/1 D5/1 E5?/.5 D5?/.5    A4?/1 E5/1 A4?/1 E5?/1
               G4/1 D5/1 E5/.5 D5/1 B4?/.5     A4/1 E5/1 D5/1 B4?/1
               D4/1 A4/1 D5/1 A4?/1            D4?/1 A4??/1 D5???/1 A4????/1""",
        ),
        Part(
            GLOW,
            62,
            """-/2 D5?/2 -/2 B4/2 -/2 D5/2 A4?/2 D5?/2 -/2 G4/2 -/2 E5?/2 -/2 D5/2 -/2 B4?/2
               -/2 D5/2 -/2 E5?/2 -/2 D5/2 -/2 A4?/2 -/2 E5?/2 -/2 D5/2 -/2 D5?/2 A4?/2 D5???/2""",
        ),
        Part(LOW, 48, "-/2 D3&A3??/6 D3&A3/8 G3&D4/8 D3&A3/8 E3&B3/8 A3&E4/8 G3&D4/4 A3&E4/4 D3&A3/8"),
        Part(
            BREATH,
            58,
            """-/2 D4&A4/13.5 -/.5 D4&G4/7.5 -/.5 D4&A4/7.5 -/.5
               E4&B4/7.5 -/.5 E4&A4/7.5 -/.5 D4&G4/4 E4&A4/3.5 -/.5 D4&A4/4""",
        ),
        Part(
            BAU,
            50,
            """-/6 G4/.5 D4~/3.5   -/4 D4>E4/.5 A4~/3.5   -/4 B4?/.5 A4~/3.5   -/4 D4>E4?/.5 D4~?/3.5
               -/4 G4?/.5 E4~/3.5   -/4 E4?/.5 D4?/.5 E4~/3   D4>E4?/.5 G4?/3.5 A4?/.5 E4~?/3.5   -/2""",
        ),
        Part(MO, 40, "-/15 A4?/1 -/15 A4?/1 -/15 A4?/1 -/7 A4?/.5 A4??/.5"),
    ),
)

PIECES = (OPENER, STING, CLOSER, BED)
