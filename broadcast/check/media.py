"""Files beside the texts: jingles and recordings must be there and decode, and no message may lie there unread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from broadcast.campaign.campaign import Campaign
from broadcast.errors import BroadcastError, Fault, Place
from broadcast.i18n import _

_OF_THE_SYSTEM = {"thumbs.db", "desktop.ini"}


def unfit(campaign: Campaign) -> Iterator[Fault]:
    """Give the jingles and recordings that are missing, cannot be decoded, or that no station airs."""
    jingles = campaign.jingles
    for path, name in {path: name for name, path in jingles.paths.items()}.items():
        yield from _unheard(campaign.folder / path, jingles.places.get(name))
    aired = {language for station in campaign.stations for language in station.languages}
    for segment in campaign.segments:
        for recording in segment.recordings:
            yield from _unfit(campaign.folder / recording.path, recording.at)
            if recording.language not in aired:
                yield Fault(
                    _("no station airs the language “{language}”").format(language=recording.language),
                    recording.at,
                    _("add it to “languages” of a station in stations.yaml"),
                    "warning",
                )


def _unfit(path: Path, at: Place | None) -> Iterator[Fault]:
    """Judge a recording: what cannot be aired is a fault, what can but is poor a warning."""
    from broadcast.sound.recording import examine

    if not path.is_file():
        yield _missing(path, at)
        return
    for problem in examine(path).problems:
        yield Fault(
            _("{path} cannot be used: {reason}").format(path=path.as_posix(), reason=problem.message)
            if problem.severity == "error"
            else _("{path}: {reason}").format(path=path.as_posix(), reason=problem.message),
            at,
            problem.hint or None,
            problem.severity,
        )


def _missing(path: Path, at: Place | None) -> Fault:
    return Fault(
        _("the file {path} is missing").format(path=path.as_posix()), at, _("copy it there, or correct its name")
    )


def unread(campaign: Campaign) -> Iterator[Fault]:
    """Warn of files among the messages that are none: on Windows a message easily becomes “name.yaml.txt”."""
    for path in sorted((campaign.folder / "messages").iterdir()):
        name = path.name
        if path.suffix != ".yaml" and not (name.startswith((".", "~")) or name.casefold() in _OF_THE_SYSTEM):
            hint = _("rename it if it is a message, else keep it elsewhere")
            message = _("this file is not read: messages are the files that end in “.yaml”")
            yield Fault(message, Place(path.as_posix()), hint, "warning")


def _unheard(path: Path, at: Place | None) -> Iterator[Fault]:
    from broadcast.sound.decode import decode

    if not path.is_file():
        yield _missing(path, at)
        return
    try:
        decode(path)
    except BroadcastError as error:
        yield Fault(
            _("{path} cannot be used: {reason}").format(path=path.as_posix(), reason=error.message), at, error.hint
        )
