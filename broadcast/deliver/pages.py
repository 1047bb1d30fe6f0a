"""The pages that people open: values in, HTML out; every text is escaped, none can become markup."""

from __future__ import annotations

import datetime
import hashlib
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from broadcast.build.manifest import ManifestPiece, ManifestProgramme
from broadcast.deliver import shown
from broadcast.deliver.airing import Airing, Key
from broadcast.deliver.day import StationDay, Status, hour, statuses
from broadcast.deliver.record import DayRecord, Entry
from broadcast.i18n import DOMAIN, LOCALE_DIR, _, ngettext, speaking

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(__file__).with_name("templates")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


@dataclass(frozen=True, slots=True)
class Card:
    """A slot of the day page: its programme, or why there is none."""

    slot: str
    start: int  # seconds since 1970
    seconds: float
    status: Status
    programme: ManifestProgramme | None
    reason: str
    audio: str = ""
    name: str = ""
    captions: str = ""
    words: str = ""
    text: str = ""
    pieces: tuple[ManifestPiece, ...] = ()
    said: Airing | None = None


@dataclass(frozen=True, slots=True)
class HubDay:
    """A day in the list of a station's days."""

    date: datetime.date
    theme: str
    entries: tuple[Entry, ...]


def day_page(  # noqa: PLR0913, PLR0917 - what the page shows, and how
    day: StationDay, texts: Mapping[str, str], archive: int, language: str = "vi", root: str = "../../",
    said: Mapping[Key, Airing] | None = None,
) -> str:  # fmt: skip
    """Render a station's page of one day.

    Args:
        day: what the manifest says.
        texts: the words of each programme, by slot ("HH:MM").
        archive: bytes of the day's ZIP; 0 when there is none.
        language: "vi" or "en".
        root: the way from the page to the site's root.
        said: what was confirmed, where confirmations are taken; None where they are not.
    """
    with speaking(language):
        hub = f"{root}stations/{quote(day.station.id)}/index.html{_query(language)}"
        cards = tuple(_card(day, slot, status, texts.get(slot, "")) for slot, status in statuses(day))
        if said is not None:
            cards = tuple(replace(card, said=said.get((day.station.id, day.date, card.slot))) for card in cards)
        return render(
            "day",
            language,
            root,
            day.title,
            day=day,
            cards=cards,
            archive=archive,
            hub=hub,
            names=status_names(),
            taking=said is not None,
        )


def station_page(station: str, name: str, title: str, days: Iterable[HubDay], language: str = "vi") -> str:
    """Render the page of a station that is kept on a phone: it goes to the day's page by itself."""
    with speaking(language):
        return render(
            "station", language, "../../", title, station=station, name=name, days=tuple(days), names=status_names()
        )


def home_page(title: str, days: Iterable[DayRecord], language: str = "vi") -> str:
    """Render the site's first page: all days, with how many programmes are ready."""
    with speaking(language):
        return render("home", language, "", title, days=tuple(days), names=status_names())


def refused_page(day: StationDay | None, said: str, back: str, language: str = "vi") -> str:
    """Render what an operator sees whose confirmation was not taken, in the address of its form.

    Args:
        day: the station's day, where there is one.
        said: what is wrong, and on further lines what to do.
        back: the address of the page with the form.
        language: "vi" or "en".
    """
    with speaking(language):
        heading = f"{day.station.name} · {shown.day(day.date)}" if day else _("Confirm what was aired")
        lines = [line.strip() for line in said.splitlines()]
        title = day.title if day else ""
        return render("refused", language, "../../../", title, heading=heading, lines=lines, back=back)


@cache
def revision() -> str:
    """Hash the templates, this module and the catalogue: when they change, every page is made again."""
    hashed = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(TEMPLATES.iterdir()):
        hashed.update(path.read_bytes())
    words = LOCALE_DIR / "vi" / "LC_MESSAGES" / f"{DOMAIN}.mo"
    hashed.update(words.read_bytes() if words.is_file() else b"")
    return hashed.hexdigest()[:12]


def status_names() -> dict[str, str]:
    """Name each status in one or two words."""
    return {
        "ready": _("Ready"),
        "previous": _("Earlier one"),
        "standby": _("Standby"),
        "missing": _("Missing"),
        "late": _("Late"),
    }


def _card(day: StationDay, slot: str, status: Status, text: str) -> Card:
    start = int(day.starts(slot).timestamp())
    programme = next((each for each in day.programmes if hour(each.slot) == slot), None)
    if programme is None:
        why = next((each.reason for each in day.missing if hour(each.slot) == slot), "")
        return Card(slot, start, 0, status, None, why or _("no programme has been made for this slot"))
    reasons = {
        "previous": _("Today's could not be made: this is the last approved programme of this slot. It may be aired."),
        "standby": _("Today's could not be made: this is the standby programme. It may be aired."),
    }
    return Card(
        slot,
        start,
        round(programme.seconds, 1),
        status,
        programme,
        reasons.get(status, ""),
        audio=quote(day.near(programme.file)),
        name=posixpath.basename(programme.file),
        captions=quote(day.near(programme.captions)),
        words=quote(day.near(programme.text)),
        text=text,
        pieces=tuple(_named(piece) for piece in programme.pieces if piece.kind != "sting"),
    )


def _named(piece: ManifestPiece) -> ManifestPiece:
    kinds = {"ident": _("Station ident"), "greeting": _("Greeting"), "closing": _("Closing")}
    title = kinds.get(piece.kind) or piece.title or _("Whom to call")
    return ManifestPiece(piece.kind, piece.id, title, piece.start, piece.seconds)


def render(page: str, language: str, root: str, title: str, **values: object) -> str:
    """Render a template with what every page has: the policy, the way to the root, the script's words."""
    query = _query(language)
    return (
        environment()
        .get_template(f"{page}.html")
        .render(
            values,
            page=page,
            language=language,
            root=root,
            title=title,
            policy=POLICY,
            words=_spoken_by_script(language),
            link=lambda path: quote(str(path)) + query,
        )
    )


def _query(language: str) -> str:
    return "" if language == "vi" else f"?lang={language}"


@cache
def _spoken_by_script(_language: str) -> Markup:
    """Give the words that the page's script shows, as JSON for an attribute; it knows no language itself."""
    from jinja2.utils import htmlsafe_json_dumps

    words = {
        "today": _("Today"),
        "tomorrow": _("Tomorrow"),
        "yesterday": _("Yesterday"),
        "next": _("Next programme"),
        "nextOn": _("Next programme on {date}"),
        "onAir": _("On air now"),
        "in": _("in {time}"),
        "left": _("{time} left"),
        "daysHours": _("{days} d {hours} h"),
        "hoursMinutes": _("{hours} h {minutes} min"),
        "minutesSeconds": _("{minutes} min {seconds} s"),
        "turnNext": _("Next"),
        "turnOnAir": _("On air"),
        "turnOver": _("Aired time is over"),
        "before": _("The campaign has not begun: it runs from {first} to {last}. This is its first day."),
        "after": _("The campaign is over: it ran from {first} to {last}. This is its last day."),
        "otherDay": _("This is not today's page. Today is {date}."),
        "noToday": _("Today's programmes ({date}) have not been made yet."),
        "nightRan": _("It ran at {time} on {date}."),
        "nightBefore": _("The campaign had not begun; there was nothing to make."),
        "nightAfter": _("The campaign was over; there was nothing to make."),
        "nightTroubles": _("Things that went wrong: {count}; the night's summary names them and says what to do."),
        "nightGreen": _("Stations that have everything: {count}"),
        "listen": _("Listen"),
        "pause": _("Pause"),
        "late": _("Late"),
        "noSound": _("The sound could not be opened. Is the file there, and the line up?"),
        "weekdays": "|".join((_("Sun"), _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"))),
    }
    return htmlsafe_json_dumps(words)


@cache
def environment() -> Environment:
    """Give the templates, in which every text is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from broadcast.deliver.compiled import Compiled

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        bytecode_cache=Compiled(),
    )
    environment.globals.update(_=_, ngettext=ngettext, shown=shown)
    return environment
