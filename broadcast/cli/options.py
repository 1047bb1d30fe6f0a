"""What several commands take from the person or the machine alike: a day, the folder of the keys, patience."""

from __future__ import annotations

import datetime
import math
import os
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.deliver.patience import Patience

folder_option = click.option(
    "--keys",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=_("The folder of the keys; by default among your own settings"),
)


def standing(folder: Path) -> Path:
    """Give a folder that must be there: what a mistyped one has is nothing, and nothing would be done with success.

    Raises:
        click.UsageError: it is not there, or something else is.
    """
    if not folder.is_dir():
        raise click.UsageError(_("{folder} is not a folder").format(folder=folder))
    return folder


class Day(click.ParamType):
    """A date as people write it for programs: 2024-11-20."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Turn the option's text into a date; anything else is a usage error."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(_("{value} is not a date; write it like 2024-11-20").format(value=value), param, ctx)


class Amount(click.FloatRange):
    """A number that one can count with: click's own takes “nan” and “inf” for numbers."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Turn the option's text into a number; anything else is a usage error."""
        number: float = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(_("{value} is not a number").format(value=value), param, ctx)
        return number


def own(folder: Path | None) -> Path:
    """Give the folder of the keys: the option's, else this user's own."""
    from broadcast.deliver.keys import own_folder

    return folder or own_folder(os.environ)


def patience(minutes: float = 240) -> Patience:
    """Give a run's patience with the real clock."""
    from broadcast.deliver.patience import Bounds, Patience

    return Patience(Bounds(total=minutes * 60), time.monotonic, time.sleep, random.random)
