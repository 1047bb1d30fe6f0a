"""`broadcast prune`: free space, and never what a kept day needs."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from broadcast.cli.options import Amount, Day, standing
from broadcast.i18n import _, ngettext


@click.command(help=_("Remove days that are over, old sound that no day needs, and records that have rotted."))
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True, metavar="DIR",
              help=_("The folder of finished programmes"))  # fmt: skip
@click.option("--before", type=Day(), help=_("Remove the days before this date; none is removed if it is not given"))
@click.option("--age", type=Amount(0), default=30.0, show_default=True, metavar="DAYS",
              help=_("Remove sound that no day needs and remembered plans, unused for so many days"))  # fmt: skip
@click.option("--room", type=Amount(0, 1e9), metavar="MB",
              help=_("Then remove the oldest that no day needs, until the store takes no more than this"))  # fmt: skip
@click.option("--wait", type=Amount(0), default=0.0, help=_("Seconds to wait for another run"))
def prune(out: Path, before: datetime.date | None, age: float, room: float | None, wait: float) -> None:
    """Prune under the lock of builds, and count what went."""
    from broadcast.build.lock import alone
    from broadcast.build.store import FOLDER
    from broadcast.night.prune import Wish
    from broadcast.night.prune import prune as run

    wish = Wish(before, age, None if room is None else round(room * 1e6))
    with alone(standing(out) / FOLDER, wait):
        done = run(out, wish, datetime.datetime.now(datetime.UTC))
    for day in done.days:
        click.echo(_("removed: the day {day}").format(day=day))
    if done.remembered:
        line = ngettext("{count} plan or page removed that was remembered and not used for so long",
                        "{count} plans and pages removed that were remembered and not used for so long",
                        done.remembered)  # fmt: skip
        click.echo(line.format(count=done.remembered))
    click.echo(
        _("{records} records of the store removed, {rotten} that had rotted; {megabytes:.1f} MB are free again").format(
            records=done.records, rotten=done.rotten, megabytes=done.bytes / 1e6
        )
    )
