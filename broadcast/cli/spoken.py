"""`broadcast spoken`: show written Vietnamese as it will be spoken, one line for each line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcast.campaign.lexicon import Lexicon, Region
    from broadcast.spoken import Foreign, Reading, Token


@click.command(help=_("Show TEXT, or each line of standard input, as it will be spoken."))
@click.argument("text", nargs=-1)
@click.option("--explain", is_flag=True, help=_("show each token, its class, its rule and its lexicon entry"))
@click.option("--voice", default="", help=_("read for this voice: its lexicon entries, its way with foreign words"))
@click.option("--region", type=click.Choice(["bac", "trung", "nam"]), default="bac", help=_("number words of a region"))
@click.option("--campaign", type=click.Path(path_type=Path), default=Path("segments"), help=_("folder of the campaign"))
def spoken(text: tuple[str, ...], explain: bool, voice: str, region: Region, campaign: Path) -> None:
    """Show written Vietnamese as it will be spoken."""
    from broadcast.spoken import read

    lexicon = _lexicon(campaign)
    foreign = _foreign(voice)
    for number, line in enumerate([" ".join(text)] if text else _lines(), 1):
        reading = read(line, lexicon, region=region, foreign=foreign, voice=voice)
        _show(reading, explain)
        _report(reading, "" if text else f"{number}:")


def _lines() -> Iterator[str]:
    """Give the lines of standard input; only a line feed ends one, bytes that are no UTF-8 are replaced."""
    for raw in click.get_binary_stream("stdin"):
        yield raw.decode("utf-8", "replace").removesuffix("\n")


def _lexicon(campaign: Path) -> Lexicon:
    from broadcast.campaign.lexicon import Lexicon

    if not (campaign / "lexicon.yaml").is_file():
        return Lexicon()
    from broadcast.campaign import read_lexicon

    return read_lexicon(campaign)


def _foreign(voice: str) -> Foreign:
    """Ask the voice how it wants foreign words; without a voice they stay as people write them.

    Raises:
        BroadcastError: there is no such voice.
    """
    if not voice:
        return "keep"
    from broadcast.campaign.campaign import VoiceChoice
    from broadcast.voices import MachineSettings, find

    return find(VoiceChoice(voice), MachineSettings()).foreign


def _show(reading: Reading, explain: bool) -> None:
    sys.stdout.write(reading.text + "\n")
    if explain:
        for token in reading.tokens:
            if token.kind != "space":
                sys.stdout.write(_explained(token) + "\n")


def _report(reading: Reading, line: str) -> None:
    """Write what could not be read to standard error, with line and column when lines were read."""
    for token in reading.unread:
        message = _("cannot read {written} in full; give it to lexicon.yaml: {entry}")
        entry = f"{{written: {token.written}, spoken: …, match_case: true}}"
        place = f"{line}{token.start + 1}: " if line else ""
        click.echo(place + message.format(written=token.written, entry=entry), err=True)


def _explained(token: Token) -> str:
    place = f"  {token.start}–{token.end}"
    entry = f"  ← {token.entry.written}" + (f" ({token.entry.at})" if token.entry.at else "") if token.entry else ""
    value = f"  = {token.value}" if token.value else ""
    return f"{place}  {token.kind}/{token.rule}  {token.written!r} → {token.spoken!r}{value}{entry}"


if __name__ == "__main__":
    spoken()
