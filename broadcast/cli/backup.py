"""`broadcast backup`: everything that cannot be made again, in one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from broadcast.cli.options import folder_option, own
from broadcast.i18n import _


def places(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that name what a backup holds."""
    for option in (
        click.option("--campaign", "segments", type=click.Path(path_type=Path), default=Path("segments"),
                     show_default=True, metavar="DIR", help=_("The folder with campaign.yaml")),
        click.option("--scripts", type=click.Path(path_type=Path), default=Path("scripts"), show_default=True,
                     metavar="DIR", help=_("The folder of the daily scripts and approvals")),
        folder_option,
    ):  # fmt: skip
        command = option(command)
    return command


def parts(segments: Path, scripts: Path, folder: Path | None) -> dict[str, Path]:
    """Give the parts of a backup and their folders: the last holds keys, accounts and the airing journal."""
    return {"segments": segments, "scripts": scripts, "own": own(folder)}


@click.command(help=_("Put texts, recordings, scripts, approvals, keys, accounts and the journal into one file."))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@places
def backup(file: Path, segments: Path, scripts: Path, folder: Path | None) -> None:
    """Write the file, read it back, and say what is in it."""
    from broadcast.campaign.folder import demand
    from broadcast.night.archive import backup as save

    demand(segments)  # a backup of nothing would look like one
    done = save(file, parts(segments, scripts, folder))
    counts = ", ".join(f"{name} {count}" for name, count in done.parts.items())
    click.echo(_("{file}: {counts} files, checked; {megabytes:.1f} MB").format(
        file=file, counts=counts, megabytes=done.bytes / 1e6))  # fmt: skip
    click.echo(_("it holds the secret key: keep it where only you can read it, and not on this machine"))
