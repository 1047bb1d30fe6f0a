"""A campaign's folder: its files found, read and checked in one pass, or all their faults together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from broadcast.campaign import assembly
from broadcast.campaign.complaint import validate
from broadcast.campaign.filed import Filed, Files
from broadcast.campaign.located import Document, compose
from broadcast.campaign.path import leads_out
from broadcast.campaign.reference import unfit
from broadcast.campaign.schema import CampaignFile, ContactsFile, LexiconFile, MessageFile, StationsFile
from broadcast.campaign.typed import is_slug, nearest_slug
from broadcast.errors import BroadcastError, Fault, Faults, Place
from broadcast.files import because, mend, read_regular
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.campaign.campaign import Campaign
    from broadcast.campaign.lexicon import Lexicon

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass
class Folder:
    """A segments folder while it is read; `faults` grows."""

    path: Path
    faults: list[Fault] = field(default_factory=list)

    def load(self, path: Path, model: type[_Model]) -> Filed[_Model]:
        """Read one file, keeping its faults."""
        name = path.as_posix()
        try:
            if path.is_symlink() and leads_out(path, self.path):
                return self._broken(
                    name, _("the file is a link that leads out of the campaign's folder"), _("put the file itself here")
                )
            document = compose(read_regular(path), name)
        except FileNotFoundError:
            return self._broken(name, _("the file is missing"), _("write it; docs/format.md shows an example"))
        except OSError as error:
            return self._broken(name, _("the file cannot be read: {reason}").format(reason=because(error)), mend(path))
        values, faults = validate(document, model)
        self.faults += faults
        return Filed(values, document)

    def messages(self) -> Iterator[tuple[str, Path]]:
        """Give the ids and paths of all messages, in the order of their ids."""
        folder = self.path / "messages"
        if not folder.is_dir():
            self._broken(
                folder.as_posix(), _("the folder is missing"), _("make it, with one YAML file for each message")
            )
            return
        if not any(folder.glob("*.y*ml")):
            hint = _("write one YAML file for each; docs/format.md shows one")
            self._broken(folder.as_posix(), _("there is no message here"), hint)
        for path in sorted(folder.iterdir()):
            if path.is_dir() or path.name.startswith((".", "~")) or path.suffix.casefold() not in (".yaml", ".yml"):
                if path.is_dir() and not path.name.startswith("."):
                    self._broken(
                        path.as_posix(),
                        _("a folder stands among the messages"),
                        _("move its files to messages/ itself"),
                    )
                continue
            if path.suffix != ".yaml":
                self._broken(
                    path.as_posix(),
                    _("the file's name does not end in “.yaml”"),
                    _("rename it to {name}").format(name=f"{path.stem}.yaml"),
                )
                continue
            yield path.stem, path

    def named(self, path: Path) -> bool:
        """Tell whether a message's file name can be its id."""
        if not is_slug(path.stem):
            self._broken(
                path.as_posix(),
                _("“{found}” cannot be the id of a message").format(found=path.stem),
                _(
                    "rename the file: at most 40 small letters a–z without diacritics, digits and single "
                    "hyphens, as in “{example}.yaml”"
                ).format(example=nearest_slug(path.stem) or "cong-an-gia"),
            )
        return is_slug(path.stem)

    def _broken(self, name: str, message: str, hint: str) -> Filed[_Model]:
        self.faults.append(Fault(message, Place(name), hint))
        return Filed(None, Document(name, None, ""))


def read(path: Path, without: Collection[str] = ()) -> Campaign:
    """Read a campaign's folder into frozen values.

    Args:
        path: the folder.
        without: ids of messages that are passed over, as if their files were not there.

    Raises:
        Faults: with every fault of every file.
    """
    folder = _folder(path)
    files = Files(
        path,
        folder.load(path / "campaign.yaml", CampaignFile),
        folder.load(path / "stations.yaml", StationsFile),
        folder.load(path / "contacts.yaml", ContactsFile),
        folder.load(path / "lexicon.yaml", LexiconFile),
        {
            name: folder.load(file, MessageFile)
            for name, file in folder.messages()
            if name not in without and folder.named(file)
        },
    )
    folder.faults += unfit(files)
    if folder.faults:
        raise Faults(folder.faults)
    return assembly.campaign(files)


def read_lexicon(path: Path) -> Lexicon:
    """Read only how words are pronounced.

    Raises:
        Faults: with every fault of lexicon.yaml.
    """
    folder = _folder(path)
    filed = folder.load(path / "lexicon.yaml", LexiconFile)
    if folder.faults:
        raise Faults(folder.faults)
    return assembly.lexicon(filed)


def demand(path: Path) -> None:
    """Refuse a path at which no campaign's folder is.

    Raises:
        BroadcastError: there is none.
    """
    if not path.is_dir():
        raise BroadcastError(
            _("there is no campaign in {folder}").format(folder=path),
            hint=_("go to the folder that holds “segments”, or name it with --campaign"),
        )


def _folder(path: Path) -> Folder:
    demand(path)
    return Folder(path)
