"""Reading for a plan: every distinct sentence is cut out and read once, however often it is aired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.segment import Text
from broadcast.errors import Place
from broadcast.plan.calendar import fill
from broadcast.plan.cue import Line
from broadcast.spoken import read, sentences

Others = tuple[tuple[str, str], ...]


class Reader:
    """Turns the campaign's texts into lines; remembers what it has read.

    A plan knows no voice: the words are those for a voice that only reads Vietnamese, whichever stands first
    on the ladder. Where other voices get other words, the line has those as well.
    """

    def __init__(self, campaign: Campaign) -> None:
        self._lexicon = campaign.lexicon
        self._region = campaign.region
        named = {name for entry in campaign.lexicon.entries for name in entry.voices}
        self._named = sorted(named & {choice.name for choice in campaign.voices})
        self._read: dict[str, tuple[str, Others]] = {}

    def lines(self, text: Text, values: Mapping[str, str] | None = None) -> tuple[Line, ...]:
        """Cut a text into its sentences and read them; `values` fill its blanks."""
        return tuple(
            self.line(fill(span.text, values or {}), text.place(span.start)) for span in sentences(text.written)
        )

    def line(self, written: str, at: Place | None) -> Line:
        """Read one sentence; line ends inside it become spaces."""
        written = " ".join(written.split())
        known = self._read.get(written)
        if known is None:
            reading = read(written, self._lexicon, region=self._region)
            native = reading.native and not self._named
            others = () if native else tuple(self._others(written, reading.text))
            known = self._read[written] = (reading.text, others)
        return Line(written, known[0], at, known[1])

    def _others(self, written: str, spoken: str) -> Iterator[tuple[str, str]]:
        """Give what voices get that read foreign words, and those with pronunciations of their own."""
        kept = read(written, self._lexicon, region=self._region, foreign="keep").text
        if kept != spoken:
            yield "", kept
        for name in self._named:
            own = read(written, self._lexicon, region=self._region, voice=name).text
            if own != spoken:
                yield name, own
            own = read(written, self._lexicon, region=self._region, foreign="keep", voice=name).text
            if own not in (kept, spoken):
                yield name, own
