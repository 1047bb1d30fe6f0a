"""`broadcast plan`: show what is aired when and where, and why."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from broadcast.cli.options import Day
from broadcast.i18n import _


@click.command(help=_("Show what is aired when and where, and why; and whether every promise is kept."))
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              help=_("The campaign's folder."))  # fmt: skip
@click.option("--date", type=Day(), help=_("One day, message by message, each with its reason."))
@click.option("--station", help=_("Only this station, by its id."))
@click.option("--json", "as_json", is_flag=True, help=_("The same for programs."))
def plan(folder: Path, date: datetime.date | None, station: str | None, as_json: bool) -> None:
    """Show the grid and the coverage, or one day in full; a broken promise is a fault."""
    from broadcast.build.earlier import planned
    from broadcast.cli import grid
    from broadcast.errors import Faults
    from broadcast.plan.coverage import faults
    from broadcast.plan.listing import listing

    made = planned(folder)
    if as_json:
        click.echo(listing(made, date, station))
    else:
        click.echo("\n".join(grid.day(made, date, station) if date else grid.whole(made, station)))
    found = faults(made)
    for fault in found:
        if fault.severity == "warning" and not as_json:
            click.echo(str(fault), err=True)
    broken = [fault for fault in found if fault.severity == "error"]
    if broken:
        raise Faults(broken)
