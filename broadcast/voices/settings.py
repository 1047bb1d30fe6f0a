"""The settings of a voice, as people write them in a campaign, turned into checked values."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable
from dataclasses import Field, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, cast

from broadcast.errors import Fault, Faults
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.campaign.campaign import VoiceChoice


class _Settings(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


S = TypeVar("S", bound=_Settings)


def number(default: float, low: float, high: float) -> Any:
    """Declare a setting that is a number from `low` to `high`; whole if the three are."""
    return field(default=default, metadata={"low": low, "high": high})


def word(default: str, choices: Iterable[str] = ()) -> Any:
    """Declare a setting that is a word, one of `choices` if there are any."""
    return field(default=default, metadata={"choices": tuple(choices)})


def read(choice: VoiceChoice, kind: type[S]) -> S:
    """Turn the settings of `choice` into a `kind`, a frozen dataclass declared with `number` and `word`.

    Raises:
        Faults: a setting is unknown, doubled, not a number or out of bounds.
    """
    known = {each.name: each for each in fields(cast("Any", kind))}
    values: dict[str, object] = {}
    faults: list[Fault] = []
    for name, text in choice.settings:
        problem = _unknown(choice.name, name, known) if name not in known else None
        if problem is None:
            value = _value(name, text, known[name])
            if not isinstance(value, tuple):
                values[name] = value
                continue
            problem = value
        faults.append(Fault(problem[0], choice.at, problem[1]))
    if faults:
        raise Faults(faults)
    return kind(**values)


def nearest(name: str, known: Iterable[str]) -> str:
    """Give a hint for a name that is not known: the nearest one, or all that there are."""
    names = {each.casefold(): each for each in sorted(known)}
    close = difflib.get_close_matches(name.casefold(), names, n=1)
    if close:
        return _("did you mean {name}?").format(name=names[close[0]])
    return _("known: {names}").format(names=", ".join(names.values()))


def _unknown(voice: str, name: str, known: dict[str, Field[Any]]) -> tuple[str, str]:
    if not known:
        return _("the voice {voice} has no setting {name}").format(voice=voice, name=name), _("it has no settings")
    return _("the voice {voice} has no setting {name}").format(voice=voice, name=name), nearest(name, known)


def _value(name: str, text: str, setting: Field[Any]) -> float | str | tuple[str, str]:
    limits = setting.metadata
    if "low" not in limits:
        return _word(name, text, limits)
    try:
        value = int(text) if isinstance(setting.default, int) else float(text)
    except ValueError:
        expected = _("write a whole number") if isinstance(setting.default, int) else _("write a number")
        return _("{name} is not a number: {text}").format(name=name, text=text), expected
    if not limits["low"] <= value <= limits["high"]:
        hint = _("from {low} to {high}").format(low=limits["low"], high=limits["high"])
        return _("{name} is out of bounds: {text}").format(name=name, text=text), hint
    return value


def _word(name: str, text: str, limits: types.MappingProxyType[Any, Any]) -> str | tuple[str, str]:
    choices = limits.get("choices", ())
    if choices and text not in choices:
        return _("{name} cannot be {text}").format(name=name, text=text), nearest(text, choices)
    return text
