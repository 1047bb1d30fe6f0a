"""Microsoft's voices through the edge-tts package: the most natural ones without a fee, blocked some night."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from broadcast.i18n import _
from broadcast.voices import settings
from broadcast.voices.reception import checked, decoded
from broadcast.voices.service import Failure, Manners, Service
from broadcast.voices.voice import Foreign, Speech, Status, VoiceError, clean

if TYPE_CHECKING:
    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.voices.machine import MachineSettings
    from broadcast.voices.night import Night

SPEAKERS = {"HoaiMy": "vi-VN-HoaiMyNeural", "NamMinh": "vi-VN-NamMinhNeural"}
_MEND = "pip install --upgrade edge-tts"


@dataclass(frozen=True, slots=True)
class EdgeSettings(Manners):
    """What changes the sound (speed in per cent, pitch in Hz, both added), beside what is asked at most."""

    speaker: str = settings.word("HoaiMy", SPEAKERS)
    speed: int = settings.number(-10, -50, 50)
    pitch: int = settings.number(0, -50, 50)
    timeout: float = settings.number(20.0, 0.1, 60.0)  # a sentence comes whole: longer than a piece of it


class Edge:
    """One sentence, one request."""

    name = "edge"
    foreign: Foreign = "keep"
    network = True
    rate = 24_000

    def __init__(self, chosen: EdgeSettings, proxy: str, night: Night) -> None:
        self._chosen = chosen
        self._proxy = proxy
        self._night = night
        self._service = Service("edge", chosen, night)

    @property
    def licence(self) -> str:
        """Name whose terms hold; a free service gives no right to broadcast."""
        return _("Microsoft's terms; no right to broadcast is given (docs/voices.md)")

    @property
    def key(self) -> str:
        """Name what changes the sound; not edge-tts's version, which only carries Microsoft's."""
        return f"edge/1/{self._chosen.speaker}/{self._chosen.speed}/{self._chosen.pitch}"

    def status(self) -> Status:
        """Tell whether the package is here and Microsoft answers."""
        if find_spec("edge_tts") is None:
            return Status(False, _("the package edge-tts is missing"), "pip install 'broadcast[edge]'")
        if self._night.offline:
            return Status(False, _("the network is switched off (BROADCAST_OFFLINE)"), _("unset BROADCAST_OFFLINE"))
        silent = Status(False, _("no answer within 3 s"), _("look after the network, or set proxy in config.toml"))
        return self._night.probe("edge", self._probe, silent)

    def speak(self, sentence: str) -> Speech:
        """Speak one sentence; float32 at 24 kHz."""
        words = clean(sentence)
        if self._night.offline:
            raise VoiceError("gone", _("the network is switched off (BROADCAST_OFFLINE)"))
        return self._service.ask(partial(self._ask, words))

    def _ask(self, words: str) -> Speech:
        return checked(decoded(self._request(words), self.rate), words)

    def _request(self, words: str) -> bytes:
        import asyncio

        import aiohttp
        from edge_tts.exceptions import EdgeTTSException

        try:
            return asyncio.run(asyncio.wait_for(self._stream(words), self._chosen.timeout))
        except aiohttp.WSServerHandshakeError as error:
            reason = _("the answer was {status}").format(status=error.status)
            wait = error.headers.get("Retry-After", "") if error.headers else ""
            if error.status == 403:
                reason = _("Microsoft refuses this release of edge-tts ({mend})").format(mend=_MEND)
            raise Failure(
                reason, float(wait) if wait.isdecimal() else None, final=error.status in (403, 404)
            ) from error
        except aiohttp.ClientSSLError as error:
            raise Failure(_("the certificate is not to be trusted")) from error
        except TimeoutError as error:
            raise Failure(_("no answer in time")) from error
        except EdgeTTSException as error:
            raise Failure(_("an answer without a sound")) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise Failure(_("no connection")) from error

    async def _stream(self, words: str) -> bytes:
        from edge_tts import Communicate

        seconds = math.ceil(self._chosen.timeout)  # the package takes whole ones; the request as a whole ends in time
        asked = Communicate(
            words,
            SPEAKERS[self._chosen.speaker],
            rate=f"{self._chosen.speed:+d}%",
            pitch=f"{self._chosen.pitch:+d}Hz",
            proxy=self._proxy or None,
            connect_timeout=seconds,
            receive_timeout=seconds,
        )
        return b"".join([chunk["data"] async for chunk in asked.stream() if chunk["type"] == "audio"])

    def _probe(self, seconds: float) -> Status:
        from edge_tts import constants

        from broadcast.voices.session import Session, reach

        return reach(Session(self._proxy, seconds), f"https://{constants.BASE_URL}", seconds)


def make(choice: VoiceChoice, machine: MachineSettings, night: Night) -> Edge:
    """Make the voice that a campaign asks for."""
    return Edge(settings.read(choice, EdgeSettings), machine.proxy, night)
