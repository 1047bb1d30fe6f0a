"""`broadcast keys`: make the district's key, show which keys count here, trust the district's on a station's PC."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.cli.options import folder_option, own, patience, standing
from broadcast.errors import BroadcastError
from broadcast.files import because
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.deliver.keys import PublicKey


@click.group(help=_("Make and trust the keys that prove whose files these are."))
def keys() -> None:
    """Hold the three commands together."""


@keys.command("new", help=_("Make the district's signing key, once, on the machine that builds."))
@folder_option
def _new(folder: Path | None) -> None:
    """Make the key and say what to do with it."""
    from broadcast.deliver.keys import SECRET, new

    made = new(own(folder))
    click.echo(_("a signing key was made: {path}").format(path=own(folder) / SECRET))
    click.echo(_("its name: {name}").format(name=made.public.spelled))
    click.echo(_("keep a copy of the file in a safe; stations trust it by: broadcast keys trust ADDRESS"))


@keys.command("show", help=_("Show the signing key's name, and the keys trusted here."))
@folder_option
def _show(folder: Path | None) -> None:
    """Name the keys; the secret is never shown."""
    from broadcast.deliver.keys import load, trusted

    signing = load(standing(folder) if folder else own(folder))
    if signing:
        click.echo(_("signs here: {name}").format(name=signing.public.spelled))
    for key in trusted(own(folder)):
        click.echo(_("trusted here: {name}").format(name=key.spelled))
    if not signing and not trusted(own(folder)):
        click.echo(_("there is no key in {folder}").format(folder=own(folder)))


@keys.command("trust", help=_("Trust the district's key: SOURCE is its site's address or the key's file."))
@click.argument("source")
@click.option("--id", "name", metavar="NAME", help=_("The key's name as the district gave it, instead of the question"))
@click.option("--replace", is_flag=True, help=_("Forget all other keys: the district has a new one"))
@folder_option
def _trust(source: str, name: str | None, replace: bool, folder: Path | None) -> None:
    """Pin a key after a person has compared its name."""
    from broadcast.deliver.keys import named, trust

    key = _published(source)
    if name is None:
        click.echo(_("the key's name: {name}").format(name=key.spelled))
        click.confirm(_("Did the district tell you this very name, by telephone or on paper?"), abort=True)
    elif named(name) != key.id:
        raise BroadcastError(
            _("{source} holds another key: {name}").format(source=source, name=key.spelled),
            hint=_("do not trust it; ask the district"),
        )
    trust(own(folder), key, alone=replace)
    click.echo(_("trusted from now on: {name}").format(name=key.spelled))


def _published(source: str) -> PublicKey:
    """Read a public key from a site, a folder or a file."""
    from broadcast.deliver.keys import PUBLISHED, read_public

    if source.startswith(("http://", "https://")):
        return read_public(_asked(source.removesuffix(PUBLISHED)), source)
    path = Path(source)
    path = path / PUBLISHED if path.is_dir() else path
    try:
        return read_public(path.read_bytes(), str(path))
    except OSError as error:
        raise BroadcastError(_("{path} cannot be read: {reason}").format(path=path, reason=because(error))) from error


def _asked(site: str) -> bytes:
    from broadcast.deliver.download import gather
    from broadcast.deliver.keys import PUBLISHED
    from broadcast.deliver.line import AbsentError, Line

    with Line(site) as line:
        click.echo(_("asking {address} for the key; a bad line may take minutes").format(address=line.base), err=True)
        try:
            return gather(line, PUBLISHED, 10_000, patience(10))
        except AbsentError as error:
            raise BroadcastError(
                _("there is no key at {source}").format(source=f"{line.base}/{PUBLISHED}"),
                hint=_("give the address of the site's first page"),
            ) from error
