"""`broadcast say`: one text, read and spoken as it would be on air, into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli import soundfile
from broadcast.errors import BroadcastError
from broadcast.i18n import _

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.campaign.lexicon import Lexicon
    from broadcast.voices import Voice

    Samples = npt.NDArray[np.float32]

PAUSE = 0.5  # seconds between sentences, as SoundSettings has it
_HEADROOM = 0.9


@click.command(help=_("Speak TEXT into a file, and show the words that were spoken."))
@click.argument("text")
@click.option("--voice", "name", default="", help=_("The voice; by default the first of the campaign's that is ready"))
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help=_("A setting of the voice"))
@click.option("-o", "output", type=click.Path(path_type=Path), default=Path("say.wav"), show_default=True,
              help=_("The file to write, .wav or .mp3"))  # fmt: skip
@click.option("--campaign", type=click.Path(path_type=Path), default=Path("segments"), show_default=True, metavar="DIR",
              help=_("The folder with campaign.yaml"))  # fmt: skip
def say(text: str, name: str, settings: tuple[str, ...], output: Path, campaign: Path) -> None:
    """Speak TEXT into a file, and show the words that were spoken."""
    soundfile.accept(output)
    voice = _voice(_choices(name, settings, campaign))
    words = _words(text, voice, campaign)
    samples = _spoken(words, voice)
    soundfile.write(output, samples)
    for sentence in words:
        click.echo(sentence)
    click.echo(_("{path}: {seconds:.1f} s, spoken by {voice}").format(
        path=output, seconds=len(samples) / soundfile.RATE, voice=voice.name), err=True)  # fmt: skip


def _choices(name: str, settings: tuple[str, ...], campaign: Path) -> tuple[VoiceChoice, ...]:
    from broadcast.campaign.campaign import VoiceChoice

    if name or settings or not (campaign / "campaign.yaml").is_file():
        pairs = [setting.partition("=") for setting in settings]
        return (VoiceChoice(name or "espeak", tuple((key, value) for key, _equals, value in pairs)),)
    from broadcast.campaign import read

    return read(campaign).voices


def _voice(choices: tuple[VoiceChoice, ...]) -> Voice:
    from broadcast.voices import Night, find, machine

    settings, night = machine.read(), Night()
    for choice in choices:
        voice = find(choice, settings, night)
        status = voice.status()
        if status.ready:
            return voice
        click.echo(_("{voice} is not ready: {reason}").format(voice=voice.name, reason=status.reason), err=True)
    raise BroadcastError(_("no voice is ready"), hint=status.mend)


def _words(text: str, voice: Voice, campaign: Path) -> tuple[str, ...]:
    from broadcast.spoken import read, sentences

    lexicon = _lexicon(campaign)
    readings = (read(span.text, lexicon, foreign=voice.foreign, voice=voice.name) for span in sentences(text))
    words = tuple(reading.text for reading in readings if any(sign.isalnum() for sign in reading.text))
    if not words:
        raise BroadcastError(_("nothing to say in {sentence!r}").format(sentence=text[:60]))
    return words


def _lexicon(campaign: Path) -> Lexicon:
    from broadcast.campaign.lexicon import Lexicon

    if not (campaign / "lexicon.yaml").is_file():
        return Lexicon()
    from broadcast.campaign import read_lexicon

    return read_lexicon(campaign)


def _spoken(words: tuple[str, ...], voice: Voice) -> Samples:
    """Speak the sentences one by one; 44.1 kHz, with pauses between, as loud as is sure not to clip."""
    import numpy as np

    from broadcast.sound.decode import resample

    pause = np.zeros(round(PAUSE * soundfile.RATE), np.float32)
    row: list[Samples] = []
    for sentence in words:
        speech = voice.speak(sentence)
        row += [resample(speech.samples, speech.rate, soundfile.RATE), pause]
    samples = np.concatenate(row[:-1])
    return samples * np.float32(_HEADROOM / max(float(np.abs(samples).max()), 1e-6))
