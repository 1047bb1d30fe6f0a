"""`broadcast serve`: show the operators' pages to the network, read-only."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import click

from broadcast.cli.options import folder_option, own
from broadcast.errors import BroadcastError
from broadcast.i18n import _


class Network(click.ParamType):
    """An address, or a network of them, as 10.0.0.2 or 10.0.0.0/24."""

    name = "address"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the address as it is usually written; anything else is a usage error."""
        try:
            network = ipaddress.ip_network(str(value))
        except ValueError:
            self.fail(
                _("{value} is not an address or a network; write it like 10.0.0.2 or 10.0.0.0/24").format(value=value),
                param, ctx,
            )  # fmt: skip
        return str(network if network.num_addresses > 1 else network.network_address)


@click.command(help=_("Show the operators' pages to the network, read-only."))
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True, metavar="DIR",
              help=_("The folder with the site"))  # fmt: skip
@click.option(
    "--host", default="127.0.0.1", show_default=True, help=_("The address to listen at; 0.0.0.0 for every network")
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help=_("The port to listen at"))
@click.option("--confirm", is_flag=True, help=_("Let operators confirm on the page what was aired, with their codes"))
@click.option(
    "--proxy", "proxies", type=Network(), multiple=True,
    help=_("The address of a reverse proxy in front, whose X-Forwarded-For is believed; may be given again"),
)  # fmt: skip
@folder_option
def serve(  # noqa: PLR0913 - an argument for each option
    out: Path, host: str, port: int, *, confirm: bool, proxies: tuple[str, ...], folder: Path | None
) -> None:
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
        proxies,
    )
