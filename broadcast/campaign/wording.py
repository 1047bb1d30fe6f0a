"""The words around the messages: a greeting for every slot, and blanks that something fills."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from broadcast.campaign.mention import unknown
from broadcast.campaign.typed import closest
from broadcast.errors import Fault, Place
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.campaign.filed import Filed
    from broadcast.campaign.schema import CampaignFile, StationsFile

_OF_TURN = ("date", "weekday", "hour", "theme", "campaign", "organiser")
BLANKS = {
    "ident": ("station", "campaign", "organiser"),  # one sound for all days, as it is another for every station
    "greeting": _OF_TURN,
    "contacts": _OF_TURN,
    "closing": _OF_TURN,
}
_BLANK = re.compile(r"\{(\w*)\}")


def unfit(filed: Filed[CampaignFile]) -> Iterator[Fault]:
    """Give the faults of the campaign's own words."""
    yield from _greetings(filed)
    yield from _blanks(filed)


def _greetings(filed: Filed[CampaignFile]) -> Iterator[Fault]:
    names = [f"{slot:%H:%M}" for slot in (each.at for each in filed.sound.slots)]
    greetings = filed.sound.words.greeting
    for name in greetings:
        if name and name.zfill(5) not in names:
            yield Fault(
                unknown("slot", name), filed.document.find(("words", "greeting", name))[0], closest(name, names)
            )
    for name in names:
        if "" not in greetings and name not in greetings and name.lstrip("0") not in greetings:
            yield Fault(
                _("the slot at {slot} has no greeting").format(slot=name),
                filed.document.find(("words", "greeting"))[0],
                _('write one under “greeting:”: “"{slot}": Kính chào bà con!”').format(slot=name),
            )


def _blanks(filed: Filed[CampaignFile]) -> Iterator[Fault]:
    words = filed.sound.words
    yield from _unfilled(words.ident.text, BLANKS["ident"], filed.at("words", "ident"))
    if "{station}" not in words.ident.text:
        yield Fault(
            _("the ident does not name the station"),
            filed.at("words", "ident"),
            _("write {blank} where the station's name is to be heard").format(blank="{station}"),
        )
    for slot, scalar in words.greeting.items():
        yield from _unfilled(scalar.text, BLANKS["greeting"], filed.at("words", "greeting", slot))
    yield from _unfilled(words.contacts.text, BLANKS["contacts"], filed.at("words", "contacts"))
    yield from _unfilled(words.closing.text, BLANKS["closing"], filed.at("words", "closing"))


def station_idents(filed: Filed[StationsFile]) -> Iterator[Fault]:
    """Give the faults of idents that stations bring themselves."""
    for row, station in enumerate(filed.values.stations if filed.values else ()):
        if station.ident:
            yield from _unfilled(station.ident.text, BLANKS["ident"], filed.at("stations", row, "ident"))


def _unfilled(text: str, blanks: Collection[str], place: Place) -> Iterator[Fault]:
    """Complain of every blank that nothing fills there, and of braces that hold none."""
    hint = _("these may stand here: {blanks}").format(blanks=", ".join("{" + blank + "}" for blank in blanks))
    for blank in _BLANK.finditer(text):
        if blank[1] not in blanks:
            yield Fault(_("nothing fills “{blank}” here").format(blank=blank[0]), place, hint)
    if re.search(r"[{}]", _BLANK.sub("", text)):
        yield Fault(_("a brace stands alone"), place, hint)
