"""`broadcast script`: write the daily scripts for reading and signing."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from broadcast.cli.plan import Day, planned
from broadcast.i18n import _, ngettext


@click.command(help=_("Write scripts/<date>.md: what every station says that day, for reading and signing."))
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              help=_("The campaign's folder."))  # fmt: skip
@click.option("--date", "dates", type=Day(), multiple=True, help=_("Only this date; may be given again."))
@click.option("--to", type=click.Path(path_type=Path), default=Path("scripts"), show_default=True,
              help=_("The folder for the scripts."))  # fmt: skip
def script(folder: Path, dates: tuple[datetime.date, ...], to: Path) -> None:
    """Write the script of each date, whole; one that is the same already is left alone."""
    from broadcast.files import write_whole
    from broadcast.plan.script import script as words

    plan = planned(folder)
    days = dates or tuple(dict.fromkeys(turn.date for turn in plan.turns))
    texts = {to / f"{day}.md": words(plan, day).encode() for day in days}  # all of them before the first is written
    changed = [path for path, data in texts.items() if not path.is_file() or path.read_bytes() != data]
    for path in changed:
        write_whole(path, texts[path])
    click.echo(
        ngettext(
            "{count} script in {folder}: {changed} written, {kept} already right",
            "{count} scripts in {folder}: {changed} written, {kept} already right",
            len(texts),
        ).format(count=len(texts), folder=to, changed=len(changed), kept=len(texts) - len(changed))
    )
