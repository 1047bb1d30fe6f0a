"""Google's voice through the gtts package: natural, free, and not to be relied upon."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from broadcast.i18n import _
from broadcast.voices import settings
from broadcast.voices.pieces import pieces
from broadcast.voices.reception import checked, decoded, joined
from broadcast.voices.service import Failure, Manners, Service
from broadcast.voices.voice import Foreign, Speech, Status, VoiceError, clean

if TYPE_CHECKING:
    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.voices.machine import MachineSettings
    from broadcast.voices.night import Night
    from broadcast.voices.session import Session

MOST = 100  # characters in one request: gtts.tts.gTTS.GOOGLE_TTS_MAX_CHARS
_SWAP = threading.Lock()


@dataclass(frozen=True, slots=True)
class GttsSettings(Manners):
    """What changes the sound (`tld`, the domain; `slow`), beside what is asked of the service at most."""

    tld: str = settings.word("com")
    slow: str = settings.word("no", ("no", "yes"))


class Gtts:
    """Sentences in pieces of at most 100 characters, one request each."""

    name = "gtts"
    foreign: Foreign = "keep"
    network = True
    rate = 24_000

    def __init__(self, chosen: GttsSettings, proxy: str, night: Night) -> None:
        self._chosen = chosen
        self._night = night
        self._proxy = proxy
        self._service = Service("gtts", chosen, night)
        self._kept: Session | None = None
        self._heard: dict[str, Speech] = {}

    @property
    def licence(self) -> str:
        """Name whose terms hold; a free service gives no right to broadcast."""
        return _("Google's terms; no right to broadcast is given (docs/voices.md)")

    @property
    def key(self) -> str:
        """Name what changes the sound; not gtts's version, which only carries Google's."""
        return f"gtts/1/{self._chosen.tld}/{self._chosen.slow}"

    def status(self) -> Status:
        """Tell whether Google answers, with a certificate of its own."""
        if self._night.offline:
            return Status(False, _("the network is switched off (BROADCAST_OFFLINE)"), _("unset BROADCAST_OFFLINE"))
        silent = Status(False, _("no answer within 3 s"), _("look after the network, or set proxy in config.toml"))
        return self._night.probe(f"gtts {self._chosen.tld}", self._probe, silent)

    def speak(self, sentence: str) -> Speech:
        """Speak one sentence; every piece is checked before the next is asked for."""
        words = clean(sentence)
        if self._night.offline:
            raise VoiceError("gone", _("the network is switched off (BROADCAST_OFFLINE)"))
        cut = pieces(words, MOST)
        if len(cut) == 1:
            return self._service.ask(partial(self._ask, words))
        return joined([(piece, self._heard.get(piece) or self._part(piece)) for piece in cut])

    def _part(self, piece: str) -> Speech:
        """Speak a part of a sentence, and remember it in this run: others share it, or a later part fails."""
        speech = self._heard[piece] = self._service.ask(partial(self._ask, piece))
        return speech

    def _ask(self, piece: str) -> Speech:
        return checked(decoded(self._request(piece), self.rate), piece)

    def _request(self, piece: str) -> bytes:
        from gtts import gTTS, gTTSError

        from broadcast.voices.session import blame, retry_after

        asked = gTTS(
            piece,
            tld=self._chosen.tld,
            lang="vi",
            slow=self._chosen.slow == "yes",
            lang_check=False,
            pre_processor_funcs=[],
            timeout=self._chosen.timeout,
        )
        try:
            with _SWAP, self._session().lent_to("gtts.tts"):
                sound = b"".join(asked.stream())
        except gTTSError as error:
            answer = error.rsp
            if answer is None:
                raise Failure(blame(error.__context__)) from error
            if answer.status_code == 200:
                raise Failure(_("an answer without a sound")) from error
            reason = _("the answer was {status}").format(status=answer.status_code)
            raise Failure(reason, retry_after(answer), final=answer.status_code in (403, 404)) from error
        except ValueError as error:  # base64 or UTF-8 that is not
            raise Failure(_("an answer without a sound")) from error
        if not sound:  # the page of a captive portal, for instance
            raise Failure(_("an answer without a sound"))
        return sound

    def _probe(self, seconds: float) -> Status:
        import gtts.tts

        from broadcast.voices.session import reach

        return reach(self._session(), gtts.tts._translate_url(tld=self._chosen.tld), seconds)

    def _session(self) -> Session:
        from broadcast.voices.session import Session

        if self._kept is None:
            self._kept = Session(self._proxy, 3 * self._chosen.timeout, self._night.clock)
        return self._kept


def make(choice: VoiceChoice, machine: MachineSettings, night: Night) -> Gtts:
    """Make the voice that a campaign asks for."""
    return Gtts(settings.read(choice, GttsSettings), machine.proxy, night)
