"""`broadcast check`: read everything, show every fault, say by the exit code whether there is one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from broadcast.errors import BroadcastError, Fault
from broadcast.i18n import _, ngettext


@click.command(help=_("Read everything and show every fault with its file and line."))
@click.option(
    "--campaign",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("segments"),
    show_default=True,
    metavar="DIR",
    help=_("The folder with campaign.yaml"),
)
@click.option("--strict", is_flag=True, help=_("Take warnings for faults"))
@click.option("--json", "as_json", is_flag=True, help=_("Show the faults as JSON, for programs"))
@click.pass_context
def check(ctx: click.Context, folder: Path, strict: bool, as_json: bool) -> None:
    """Read everything and show every fault with its file and line."""
    faults = _all(folder)
    if as_json:
        click.echo(json.dumps([_plain(fault) for fault in faults], ensure_ascii=False, indent=2))
    else:
        for fault in sorted(faults, key=lambda each: each.severity == "error"):  # errors last, where they are seen
            click.echo(_shown(fault))
        click.echo(_summary(faults))
    if any(strict or fault.severity == "error" for fault in faults):
        ctx.exit(1)


def _all(folder: Path) -> Sequence[Fault]:
    """Read and check; a campaign that cannot be read has the faults of its reading."""
    from broadcast.campaign import read
    from broadcast.check import check as examine
    from broadcast.voices import machine

    try:
        campaign = read(folder)
    except BroadcastError as error:
        return error.faults
    return examine(campaign, machine.read())


def _shown(fault: Fault) -> str:
    if fault.severity == "error":
        return str(fault)
    return str(Fault(_("warning: {message}").format(message=fault.message), fault.at, fault.hint))


def _plain(fault: Fault) -> dict[str, object]:
    from broadcast.check.unproven import Unproven

    at = fault.at
    places = fault.places if isinstance(fault, Unproven) else ()
    return {
        "file": at.file if at else None,
        "line": at.line or None if at else None,
        "column": at.column or None if at else None,
        "severity": fault.severity,
        "message": fault.message,
        "hint": fault.hint,
        **({"places": [str(place) for place in places]} if places else {}),
    }


def _summary(faults: Sequence[Fault]) -> str:
    errors = sum(fault.severity == "error" for fault in faults)
    warnings = len(faults) - errors
    if not faults:
        return _("no fault found")
    return ", ".join(
        [
            ngettext("{count} fault", "{count} faults", errors).format(count=errors),
            ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
        ]
    )
