"""The frame of every programme: everything around the messages, as cues that all stations share."""

from __future__ import annotations

from broadcast.campaign.campaign import Campaign, CueKind
from broadcast.campaign.segment import Recording, Segment, Text
from broadcast.campaign.station import Station
from broadcast.plan.calendar import of_station, of_turn
from broadcast.plan.cue import Cue, Line
from broadcast.plan.demand import Turn
from broadcast.plan.pace import UNKNOWN_RECORDING, Lengths, piece, speech
from broadcast.plan.reader import Reader
from broadcast.plan.reason import Reason

_PATTERN = Reason("pattern")


class Frame:
    """Makes the cues of a campaign; the same piece is always the same object."""

    def __init__(self, campaign: Campaign, lengths: Lengths) -> None:
        self._campaign = campaign
        self._lengths = lengths
        self._reader = Reader(campaign)
        self._cues: dict[str, Cue] = {}
        self._idents: dict[str, Cue] = {}
        self._messages: dict[tuple[str, tuple[str, ...]], tuple[tuple[Line, ...], float]] = {}
        seconds = piece("sting", 0.0, lengths, campaign.sound)
        self.sting = Cue("sting", "sting", "Nhạc ngắt", (), seconds, Reason("between"), languages=())

    def cue(self, kind: CueKind, turn: Turn) -> Cue:
        """Give the cue of a kind that is no ident and no message, at a turn."""
        if kind == "sting":
            return self.sting
        words = self._campaign.words
        if kind == "greeting":
            text = words.greeting.get(turn.slot.id) or words.greeting.get("")
            return self._framed(kind, "Lời chào", text, turn)
        if kind == "contacts":
            return self._framed(kind, "Nơi báo tin", words.contacts, turn)
        return self._framed(kind, "Lời kết", words.closing, turn)

    def _framed(self, kind: CueKind, title: str, text: Text | None, turn: Turn) -> Cue:
        always = kind != "greeting" and not (text and _of_turn(text))
        name = kind if always else f"{kind}-{turn.date}-{turn.slot.id}"
        if name not in self._cues:
            values = of_turn(self._campaign, turn.date, turn.slot, turn.theme)
            lines = self._reader.lines(text, values) if text else ()
            self._cues[name] = Cue(kind, name, title, lines, self._seconds(kind, lines), _PATTERN)
        return self._cues[name]

    def _seconds(self, kind: CueKind, lines: tuple[Line, ...]) -> float:
        words = speech((line.spoken for line in lines), self._campaign.sound)
        return piece(kind, words, self._lengths, self._campaign.sound)

    def ident(self, station: Station) -> Cue:
        """Give a station's ident, one object for all dates and slots."""
        if station.id not in self._idents:
            lines = self._reader.lines(self._ident_text(station), of_station(self._campaign, station))
            seconds = self._seconds("ident", lines)
            self._idents[station.id] = Cue("ident", station.id, station.name, lines, seconds, _PATTERN)
        return self._idents[station.id]

    def _ident_text(self, station: Station) -> Text:
        if station.ident is None:
            return self._campaign.words.ident
        at = station.at
        return Text(station.ident, at.file if at else "", (at.line if at else 0,))

    def message(self, segment: Segment, languages: tuple[str, ...], why: Reason) -> Cue:
        """Give the cue of a message that is heard in `languages`."""
        lines, seconds = self._spoken(segment, languages)
        return Cue("message", segment.id, segment.title, lines, seconds, why, segment, languages)

    def seconds(self, segment: Segment, languages: tuple[str, ...]) -> float:
        """Give how long a message runs in `languages`, with the silence after it."""
        return self._spoken(segment, languages)[1]

    def _spoken(self, segment: Segment, languages: tuple[str, ...]) -> tuple[tuple[Line, ...], float]:
        key = (segment.id, languages)
        if key not in self._messages:
            recorded = {each.language: each for each in segment.recordings}
            lines = self._reader.lines(segment.text) if segment.text and "vi" in languages else ()
            takes = [self._take(recorded.get(language), lines) for language in languages]
            words = sum(takes) + self._campaign.sound.gap * (len(takes) - 1)
            self._messages[key] = lines, piece("message", words, self._lengths, self._campaign.sound)
        return self._messages[key]

    def _take(self, recording: Recording | None, lines: tuple[Line, ...]) -> float:
        words = speech((line.spoken for line in lines), self._campaign.sound)
        if recording is None:
            return words
        return self._lengths.recordings.get(recording.path, words or UNKNOWN_RECORDING)


def _of_turn(text: Text) -> bool:
    """Tell whether a text has a blank that date, slot or theme fill."""
    return any(f"{{{name}}}" in text.written for name in ("date", "weekday", "hour", "theme"))


def heard(segment: Segment, station: Station) -> tuple[str, ...]:
    """Give the languages in which a station airs a message, in the station's order; none: it does not."""
    if segment.stations and station.id not in segment.stations:
        return ()
    if segment.kinds and station.kind not in segment.kinds:
        return ()
    recorded = {each.language for each in segment.recordings} | ({"vi"} if segment.text else set())
    return tuple(language for language in station.languages if language in recorded)
