"""`broadcast script`: write the daily scripts for reading and signing."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from broadcast.cli.options import Day
from broadcast.i18n import _, ngettext


@click.command(help=_("Write scripts/<date>.md: what every station says that day, for reading and signing."))
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              help=_("The campaign's folder."))  # fmt: skip
@click.option("--date", "dates", type=Day(), multiple=True, help=_("Only this date; may be given again."))
@click.option("--to", type=click.Path(path_type=Path), default=Path("scripts"), show_default=True,
              help=_("The folder for the scripts."))  # fmt: skip
def script(folder: Path, dates: tuple[datetime.date, ...], to: Path) -> None:
    """Write the script of each date, whole; one that is the same already is left alone."""
    from broadcast.build import scripts
    from broadcast.build.earlier import planned
    from broadcast.campaign.content import Content
    from broadcast.plan.approvals import Approvals

    plan = planned(folder)
    approvals = Approvals(plan, (), Content(plan.campaign.folder).found)
    subjects = dates or approvals.subjects
    changed = len(scripts.write(approvals, subjects, to))
    click.echo(
        ngettext(
            "{count} script in {folder}: {changed} written, {kept} already right",
            "{count} scripts in {folder}: {changed} written, {kept} already right",
            len(subjects),
        ).format(count=len(subjects), folder=to, changed=changed, kept=len(subjects) - changed)
    )
