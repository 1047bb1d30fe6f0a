"""`broadcast restore`: bring back what a backup holds."""

from __future__ import annotations

from pathlib import Path

import click

from broadcast.cli.backup import parts, places
from broadcast.i18n import _


@click.command(help=_("Bring back what a backup holds, after all of it was checked."))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@places
@click.option("--overwrite", is_flag=True, help=_("Replace files that are there with other content"))
def restore(file: Path, segments: Path, scripts: Path, folder: Path | None, overwrite: bool) -> None:
    """Restore, and say what came back."""
    from broadcast.night.archive import restore as bring

    done = bring(file, parts(segments, scripts, folder), overwrite=overwrite)
    counts = ", ".join(f"{name} {count}" for name, count in done.parts.items())
    click.echo(_("{counts} files are back").format(counts=counts))
    click.echo(_("what is built is not in a backup: run broadcast nightly"))
