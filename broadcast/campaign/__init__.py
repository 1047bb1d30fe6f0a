"""What people write, read into frozen values.

`read` gives a whole campaign, `read_lexicon` only its pronunciations; both import the reader when they are
called, because a stage that only needs the values must not pay for it.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadcast.campaign.campaign import Campaign
    from broadcast.campaign.lexicon import Lexicon


def read(folder: Path, without: Collection[str] = ()) -> Campaign:
    """Read a campaign's folder, without the messages of these ids; raises `Faults` with every fault of every file."""
    from broadcast.campaign.folder import read as read_folder

    return read_folder(folder, without)


def read_lexicon(folder: Path) -> Lexicon:
    """Read only the pronunciations of a campaign's folder; raises `Faults`."""
    from broadcast.campaign.folder import read_lexicon as read_entries

    return read_entries(folder)
