"""`broadcast report`: the weekly diary of a station, and the closing report of the campaign, as offices file them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from broadcast.cli.options import folder_option, own
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.deliver.document import Document


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give both reports the same options."""
    for option in (
        folder_option,
        click.option("--to", type=click.Path(path_type=Path), default=Path(), metavar="DIR",
                     help=_("The folder for the files; here if not given")),
        click.option("--form", "forms", multiple=True, type=click.Choice(["html", "pdf", "xlsx", "csv"]),
                     help=_("Only this form; may be given again; all four if not given")),
        click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True,
                     metavar="DIR", help=_("The folder of the finished days")),
        click.option("--campaign", "segments", type=click.Path(path_type=Path), default=Path("segments"),
                     show_default=True, metavar="DIR", help=_("The folder with campaign.yaml")),
    ):  # fmt: skip
        command = option(command)
    return command


@click.group(help=_("Write what was aired into documents that an office files: a page to print, PDF, XLSX and CSV."))
def report() -> None:
    """Hold both reports together."""


@report.command(help=_("Write the diary of a station's week."))
@click.option("--station", required=True, help=_("The station's id"))
@click.option("--week", "text", required=True, metavar="WEEK", help=_("The week, like 2024-W47, or any day of it"))
@_common
def diary(  # noqa: PLR0913, PLR0917 - click calls it by name
    station: str, text: str, segments: Path, out: Path, forms: tuple[str, ...], to: Path, folder: Path | None
) -> None:
    """Make the diary and write it."""
    from broadcast.campaign import read
    from broadcast.deliver import airing, diary

    days = diary.week(text)
    made = diary.diary(out, read(segments), station, days, airing.read(own(folder)))
    _write(made, f"nhat-ky_{station}_{days[0]:%Y%m%d}", forms, to)


@report.command(help=_("Write the closing report: minutes by topic, commune and day; what was not aired, and why."))
@_common
def campaign(segments: Path, out: Path, forms: tuple[str, ...], to: Path, folder: Path | None) -> None:
    """Make the closing report and write it."""
    from broadcast.campaign import read
    from broadcast.deliver import airing
    from broadcast.deliver.closing import closing

    found = read(segments)
    _write(closing(out, found, airing.read(own(folder))), f"bao-cao_{found.id}", forms, to)


def _write(document: Document, stem: str, forms: tuple[str, ...], to: Path) -> None:
    from broadcast.deliver.office import FORMS, written
    from broadcast.files import write_whole

    for form in forms or FORMS:
        path = to / f"{stem}.{form}"
        write_whole(path, written(document, form))
        click.echo(_("written: {path}").format(path=path))
