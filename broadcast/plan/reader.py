"""Reading for a plan: every distinct sentence is cut out and read once, however often it is aired."""

from __future__ import annotations

from collections.abc import Mapping

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.segment import Text
from broadcast.errors import Place
from broadcast.plan.calendar import fill
from broadcast.plan.cue import Line
from broadcast.spoken import read, sentences


class Reader:
    """Turns the campaign's texts into lines; remembers what it has read."""

    def __init__(self, campaign: Campaign) -> None:
        self._lexicon = campaign.lexicon
        self._region = campaign.region
        self._voice = campaign.voices[0].name if campaign.voices else ""
        self._spoken: dict[str, str] = {}

    def spoken(self, sentence: str) -> str:
        """Read one sentence for the campaign's first voice."""
        known = self._spoken.get(sentence)
        if known is None:
            reading = read(sentence, self._lexicon, region=self._region, voice=self._voice)
            known = self._spoken[sentence] = reading.text
        return known

    def lines(self, text: Text, values: Mapping[str, str] | None = None) -> tuple[Line, ...]:
        """Cut a text into its sentences and read them; `values` fill its blanks."""
        return tuple(
            self.line(fill(span.text, values or {}), text.place(span.start)) for span in sentences(text.written)
        )

    def line(self, written: str, at: Place | None) -> Line:
        """Read one sentence; line ends inside it become spaces."""
        written = " ".join(written.split())
        return Line(written, self.spoken(written), at)
