"""The command line: one command a file, imported when it is called."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys

import click

from broadcast import __version__, stop
from broadcast.errors import BroadcastError
from broadcast.i18n import _, lend

# name → module with a command object of the same name, and the line that --help shows
COMMANDS: dict[str, str] = {
    "check": "Read everything and show every fault with its file and line",
    "plan": "Show what is aired when and where, and why",
    "script": "Write the daily scripts for reading and signing",
    "approve": "Sign what will be heard, so that it may be aired",
    "spoken": "Show written Vietnamese as it will be spoken",
    "build": "Make the programmes of the campaign",
    "nightly": "Do all of it for the next two days, and say what every station has",
    "schedule": "Have this machine start the night by itself",
    "prune": "Free space: the store, and days that are over",
    "backup": "Put everything that cannot be made again into one file",
    "restore": "Take it out of that file again",
    "why": "Tell what would be made again, and for which reason",
    "voices": "Show the voices, and what each needs",
    "say": "Speak one text",
    "preview": "Hear one message as it will be aired",
    "recordings": "Show which recordings there are and which are missing",
    "publish": "Make the operators' pages, play lists and feeds from what is built",
    "serve": "Show the operators' pages to the network, read-only",
    "export": "Put a station's day onto a USB stick",
    "keys": "Make the key that signs the files, show it, trust it at a station",
    "codes": "Make the codes with which stations confirm what they aired",
    "aired": "Confirm what a station aired, when, or why not",
    "report": "Write the diary of a week, or the campaign's closing report",
    "fetch": "Fetch a station's files over a bad line",
    "verify": "Tell whether each file is what the district signed",
    "doctor": "Examine this machine, and say how to mend it",
}


STOPPED = 130  # as a shell has it: 128 and the number of SIGINT


class _Commands(click.Group):
    """A group that knows its commands by name and imports one only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"broadcast.cli.{cmd_name}")
        command = getattr(module, cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(line)) for name, line in COMMANDS.items()])


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_("Turn campaign messages, written as YAML, into finished loudspeaker programmes."),
)
@click.version_option(__version__, prog_name="broadcast", help=_("Show the version and exit."))
def group() -> None:
    """Hold the commands together."""


def main() -> None:
    """Run the program; faults become words on standard error and a non-zero exit."""
    for stream in (sys.stdout, sys.stderr):
        if stream:  # the shell may have closed it
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # LANG=C must not lose diacritics
    lend()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nobody else's code reads campaigns
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # programmes are made side by side; idle threads only spin
    gc.set_threshold(50_000)  # plans are many small values that stay: looking through them so often costs a tenth
    code = STOPPED
    try:
        stop.listen()
        code = _left()
    except KeyboardInterrupt:
        pass
    except Exception:
        if not stop.asked():
            raise
    stop.silent()
    if stop.asked() or code == STOPPED:
        click.echo(_("stopped; what is finished is kept"), err=True)
        sys.stdout.flush()
        # an interrupt that came through exec() makes the interpreter kill itself by SIGINT on its way out
        os._exit(STOPPED)
    sys.exit(code)


def _left() -> int:
    """Run the command; give the code with which it leaves."""
    try:
        code = group(standalone_mode=False)  # what a command left with through ctx.exit comes back as a number
    except BroadcastError as error:
        stop.heed()
        show(error)
        return error.exit_code
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return STOPPED
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename:
            raise
        return _unshown()
    return code if isinstance(code, int) else 0


def _unshown() -> int:
    """Say that the output, written into a file, found the disk full; give the code for that."""
    from broadcast.files import UnwritableError

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # what still waits to be written would end the interpreter with 120
    error = UnwritableError(
        _("the disk is full: what was to be shown was not written"), hint=_("free some space, or show it on the screen")
    )
    try:
        show(error)
    except OSError:  # both go to the full disk
        os.dup2(nowhere, 2)
    return error.exit_code


def show(error: BroadcastError) -> None:
    """Write every fault of `error` to standard error, as `path:line: message` with its hint."""
    click.echo(str(error), err=True)
