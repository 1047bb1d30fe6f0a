"""`broadcast recordings`: what is recorded, what is missing and for whom, and the sheet that a reader reads from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.errors import BroadcastError
from broadcast.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcast.campaign.campaign import Campaign
    from broadcast.plan.recorded import Need


@click.command(help=_("Show for each language and station which recordings there are, which are missing and for whom."))
@click.option("--language", default="", help=_("Only this language, such as tay."))
@click.option("--station", default="", help=_("Only what this station airs, by its id."))
@click.option(
    "--sheet", is_flag=True, help=_("Print the sheet that a reader reads from: the messages that are missing.")
)
@click.option("-o", "output", type=click.Path(path_type=Path), help=_("Write the sheet to this file: .txt, or .html."))
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              help=_("The campaign's folder."))  # fmt: skip
def recordings(language: str, station: str, sheet: bool, output: Path | None, folder: Path) -> None:
    """Show the recordings, or print the sheet of those that are missing."""
    from broadcast.campaign import read
    from broadcast.plan.recorded import needs

    campaign = read(folder)
    found = {name: tuple(needs(campaign, name, station)) for name in _languages(campaign, language, station)}
    if sheet or output:
        _sheet(campaign, [need for group in found.values() for need in group if need.missing], output)
        return
    for name, group in found.items():
        for line in _shown(campaign, name, group):
            click.echo(line)


def _languages(campaign: Campaign, language: str, station: str) -> tuple[str, ...]:
    from broadcast.plan.recorded import languages
    from broadcast.voices.settings import nearest

    stations = {each.id: each for each in campaign.stations}
    if station and station not in stations:
        raise BroadcastError(_("unknown station {name}").format(name=station), hint=nearest(station, stations))
    known = stations[station].languages if station else languages(campaign)
    if language and language not in known:
        hint = _("add it to “languages” of a station in stations.yaml")
        raise BroadcastError(_("no station airs the language “{language}”").format(language=language), hint=hint)
    return (language,) if language else known


def _shown(campaign: Campaign, language: str, needs: Sequence[Need]) -> Iterator[str]:
    """Give the lines of one language: a summary, what is recorded, what is missing."""
    stations = [each for each in campaign.stations if any(each in need.stations for need in needs)]
    recorded = [need for need in needs if need.recording]
    missing = [need for need in needs if need.missing]
    yield _("{language}: {recorded} recorded, {missing} missing, {voiced} spoken by the voice").format(
        language=language,
        recorded=len(recorded),
        missing=len(missing),
        voiced=len(needs) - len(recorded) - len(missing),
    )
    yield ngettext("  aired by {count} station: {names}", "  aired by {count} stations: {names}", len(stations)).format(
        count=len(stations), names=", ".join(each.id for each in stations) or "—"
    )
    for need in recorded:
        yield from _heard(campaign, need)
    for need in missing:
        waiting = ", ".join(each.id for each in need.stations)
        names = _("all of them") if len(need.stations) == len(stations) else waiting
        yield _("  missing   {name}: {title}; for {stations}").format(
            name=need.segment.id, title=need.segment.title, stations=names
        )


def _heard(campaign: Campaign, need: Need) -> Iterator[str]:
    """Give the line of a recording, and below it what is wrong with it."""
    from broadcast.sound.recording import examine

    recording = need.recording
    if recording is None:
        return
    found = examine(campaign.folder / recording.path)
    bad = any(problem.severity == "error" for problem in found.problems)
    yield _("  {state}  {name}: {file}, {seconds:.1f} s, read by {reader}, consent of {consent}").format(
        state=_("unfit   ") if bad else _("recorded"),
        name=need.segment.id,
        file=recording.path,
        seconds=found.seconds,
        reader=recording.reader,
        consent=recording.consent,
    )
    for problem in found.problems:
        yield f"            {problem.message}" + (f" ({problem.hint})" if problem.hint else "")


def _sheet(campaign: Campaign, needs: Sequence[Need], output: Path | None) -> None:
    from broadcast.files import write_whole
    from broadcast.plan.sheet import page, text

    if output is None:
        click.echo(text(campaign, needs), nl=False)
        return
    if output.suffix.lower() not in (".txt", ".html"):
        raise BroadcastError(
            _("{path} is neither .txt nor .html").format(path=output), hint=_("write -o sheet.html or -o sheet.txt")
        )
    written = page(campaign, needs) if output.suffix.lower() == ".html" else text(campaign, needs)
    write_whole(output, written.encode())
    click.echo(ngettext("{path}: {count} message to record", "{path}: {count} messages to record", len(needs)).format(
        path=output, count=len(needs)))  # fmt: skip
