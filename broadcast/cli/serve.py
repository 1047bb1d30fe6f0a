"""`broadcast serve`: show the operators' pages to the network, read-only."""

from __future__ import annotations

from pathlib import Path

import click

from broadcast.cli.options import folder_option, own
from broadcast.errors import BroadcastError
from broadcast.i18n import _


@click.command(help=_("Show the operators' pages to the network, read-only."))
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True, metavar="DIR",
              help=_("The folder with the site"))  # fmt: skip
@click.option(
    "--host", default="127.0.0.1", show_default=True, help=_("The address to listen at; 0.0.0.0 for every network")
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help=_("The port to listen at"))
@click.option("--confirm", is_flag=True, help=_("Let operators confirm on the page what was aired, with their codes"))
@folder_option
def serve(out: Path, host: str, port: int, confirm: bool, folder: Path | None) -> None:
    """Show the operators' pages to the network, read-only."""
    if not (out / "index.html").is_file():
        raise BroadcastError(
            _("there is no site in {folder}").format(folder=out), hint=_("run broadcast build, then broadcast publish")
        )
    from broadcast.web.server import run

    run(
        out,
        host,
        port,
        lambda address: click.echo(_("serving {folder} at {address}").format(folder=out, address=address)),
        own(folder) if confirm else None,
    )
