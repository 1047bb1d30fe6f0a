"""`broadcast voices`: each voice, whether it can speak here, and what it needs; `install` fetches a model."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.voices.registry import Installed


@click.group(invoke_without_command=True, help=_("Show the voices, and what each needs."))
@click.option("--offline", is_flag=True, help=_("Do not try the network"))
@click.option("--json", "as_json", is_flag=True, help=_("Show the voices as JSON, for programs"))
@click.pass_context
def voices(ctx: click.Context, offline: bool, as_json: bool) -> None:
    """Show the voices, and what each needs."""
    if ctx.invoked_subcommand:
        return
    from broadcast.voices import Night, installed, machine

    found = installed(machine.read(), Night(offline=offline))
    if as_json:
        import json

        click.echo(json.dumps([_plain(each) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        for line in _lines(each):
            click.echo(line)


def _plain(each: Installed) -> dict[str, object]:
    voice = each.voice
    return {
        "name": each.name,
        "ready": each.status.ready,
        "reason": each.status.reason,
        "mend": each.status.mend,
        "rate": voice.rate if voice else 0,
        "licence": voice.licence if voice else "",
        "network": voice.network if voice else False,
    }


def _lines(each: Installed) -> list[str]:
    voice = each.voice
    state = _("ready") if each.status.ready else _("not ready: {reason}").format(reason=each.status.reason)
    lines = [f"{each.name:<10} {state}"]
    if each.status.mend and not each.status.ready:
        lines.append(" " * 11 + _("mend: {mend}").format(mend=each.status.mend))
    if voice:
        needs = _("needs a network") if voice.network else _("works without a network")
        rate = _("{rate} Hz").format(rate=voice.rate) if voice.rate else _("the model's sample rate")
        lines.append(" " * 11 + f"{rate}; {needs}; " + _("licence: {licence}").format(licence=voice.licence))
    return lines


@voices.command(
    help=_("Fetch the public Piper model NAME, such as vi_VN-vais1000-medium; a fetch that was cut goes on.")
)
@click.argument("name")
@click.option("--again", is_flag=True, help=_("Fetch it even if it is there"))
def install(name: str, again: bool) -> None:
    """Fetch the public Piper model NAME, such as vi_VN-vais1000-medium; a fetch that was cut goes on."""
    from broadcast.voices import machine
    from broadcast.voices.install import Wire
    from broadcast.voices.install import install as fetch

    settings = machine.read()
    done = fetch(name, settings.models, Wire(settings.proxy, _progress), again=again)
    if sys.stderr.isatty():
        click.echo(err=True)
    click.echo(
        _("{path} is ready ({megabytes:.1f} MB); licence: {licence}").format(
            path=done.model, megabytes=done.bytes / 1e6, licence=done.licence
        )
    )
    click.echo(
        _("write it into campaign.yaml: voices: [{entry}, espeak]").format(entry=f"{{name: piper, model: {name}}}")
    )


def _progress(name: str, here: int, whole: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{name}: {here / 1e6:.1f} / {whole / 1e6:.1f} MB", nl=False, err=True)
