"""`broadcast preview`: one message as it will be aired, for the ears of those who wrote it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli import soundfile
from broadcast.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcast.build.hearing import Hearing
    from broadcast.campaign.campaign import Campaign
    from broadcast.campaign.station import Station
    from broadcast.voices import Night, Voice


@click.command(help=_("Make the message SEGMENT (its file's name) as it will be aired, into a file to listen to."))
@click.argument("segment")
@click.option("--voice", "name", default="", help=_("Only this voice; by default the best of the campaign's."))
@click.option("--horn", is_flag=True, help=_("As it will sound 80 m from a horn: narrow band, echo, wind."))
@click.option("--station", default="", help=_("For this station; by default the first that airs it."))
@click.option("-o", "output", type=click.Path(path_type=Path), default=Path("preview.mp3"), show_default=True,
              help=_("The file to write, .wav or .mp3."))  # fmt: skip
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              help=_("The campaign's folder."))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True,
              help=_("The folder for finished programmes."))  # fmt: skip
@click.option("--offline", is_flag=True, help=_("Do not try the voices of the network."))
def preview(  # noqa: PLR0913 - an argument for each option
    segment: str, *, name: str, horn: bool, station: str, output: Path, folder: Path, out: Path, offline: bool
) -> None:
    """Make one message, and tell its words, its length and its stations."""
    from broadcast.build.allowance import tonight
    from broadcast.build.hearing import airing, hear, message
    from broadcast.build.store import FOLDER
    from broadcast.campaign import read

    soundfile.accept(output)
    campaign = read(folder)
    chosen = message(campaign, segment)
    stations = airing(campaign, chosen)
    night = tonight(out, datetime.datetime.now(campaign.zone), offline=offline)
    hearing = hear(campaign, chosen, _station(stations, station), _voices(campaign, name, night), out / FOLDER)
    _write(output, hearing, horn)
    for line in _told(hearing):
        click.echo(line)
    for line in _summary(hearing, output, stations):
        click.echo(line, err=True)


def _station(stations: Sequence[Station], name: str) -> Station:
    from broadcast.errors import BroadcastError

    if not name:
        return stations[0]
    for station in stations:
        if station.id == name:
            return station
    raise BroadcastError(
        _("the station {name} does not air this message").format(name=name),
        hint=_("these do: {names}").format(names=", ".join(station.id for station in stations)),
    )


def _voices(campaign: Campaign, name: str, night: Night) -> tuple[Voice, ...]:
    """Give the campaign's voices, or the one that is meant: with the campaign's settings if it has some."""
    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.voices import find, machine

    choices = tuple(choice for choice in campaign.voices if name in ("", choice.name)) or (VoiceChoice(name),)
    settings = machine.read()
    return tuple(find(choice, settings, night) for choice in choices)


def _write(output: Path, hearing: Hearing, horn: bool) -> None:
    """Write the very frames that are aired, unless another sound or format is asked for."""
    from broadcast.files import write_whole
    from broadcast.sound.encode import heard
    from broadcast.sound.horn import from_afar

    if not horn and output.suffix.lower() == ".mp3":
        write_whole(output, hearing.sound.frames)
        return
    samples = heard(hearing.sound.frames)
    soundfile.write(output, from_afar(samples) if horn else samples)


def _told(hearing: Hearing) -> Iterator[str]:
    for take in hearing.takes:
        if take.recording:
            yield _("[recording, {language}: {file}]").format(language=take.language, file=take.recording.path.name)
        yield from take.sentences


def _summary(hearing: Hearing, output: Path, stations: Sequence[Station]) -> Iterator[str]:
    for voice, reason in hearing.refusals:
        yield _("the voice {voice} did not speak it: {reason}").format(voice=voice, reason=reason)
    spoken = _("spoken by {voice}").format(voice=hearing.voice) if hearing.voice else _("from recordings only")
    yield _("{path}: {seconds:.1f} s, {loudness:.1f} LUFS, {spoken}").format(
        path=output, seconds=hearing.sound.seconds, loudness=hearing.sound.lufs, spoken=spoken
    )
    yield ngettext("aired by {count} station: {names}", "aired by {count} stations: {names}", len(stations)).format(
        count=len(stations), names=", ".join(station.id for station in stations)
    )
