"""Keep broadcast/locale, the words that users read, complete: gather them, keep what is translated, compile.

python docs/catalogue.py        writes broadcast.po and broadcast.mo, and names what is not translated yet

A word is gathered from `_` and `ngettext` in the program and its templates, from the lines of the list of commands,
and from click, whose own words ("Usage:", "Missing argument …") our catalogue translates too.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from broadcast.cli import COMMANDS
from broadcast.i18n import DOMAIN, LOCALE_DIR

LANGUAGE = "vi"
PO = LOCALE_DIR / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"_": None, "ngettext": (1, 2)}
PROGRAM = LOCALE_DIR.parent
CLICK = Path(click.__file__).parent
UNSEEN = ("Usage:",)  # click says it inside an f-string, where Babel does not look before Python 3.12
# The catalogue has no clock: the same words are the same bytes, and two branches merge.
BEGUN = datetime.datetime(2024, 11, 15, tzinfo=datetime.UTC)


def words() -> Iterator[str | tuple[str, ...]]:
    """Give every msgid that users can meet; a message that counts is a pair."""
    for folder, methods in (
        (PROGRAM, [("**/templates/*.html", "jinja2"), ("**.py", "python")]),
        (CLICK, [("**.py", "python")]),
    ):
        found = extract_from_dir(folder, methods, keywords=KEYWORDS, comment_tags=())
        yield from (tuple(text) if isinstance(text, tuple) else text for _file, _line, text, _notes, _context in found)
    yield from (*UNSEEN, *COMMANDS.values())


def template() -> Catalog:
    """Give the catalogue of all words, without a translation."""
    made = Catalog(project=DOMAIN, domain=DOMAIN, creation_date=BEGUN, revision_date=BEGUN, fuzzy=False)
    for word in words():
        made.add(word)
    return made


def kept() -> Catalog:
    """Give the catalogue as it stands in the repository."""
    with PO.open("rb") as file:
        return read_po(file, locale=LANGUAGE, domain=DOMAIN)


def updated(old: Catalog, new: Catalog) -> Catalog:
    """Give all words of `new` with what `old` has of translations; nothing is guessed."""
    made = Catalog(
        locale=LANGUAGE, project=DOMAIN, domain=DOMAIN, creation_date=BEGUN, revision_date=BEGUN, fuzzy=False,
        header_comment="# The words of broadcast in Vietnamese; docs/catalogue.py keeps this file.",
        last_translator="broadcast", language_team="vi",
    )  # fmt: skip
    for message in new:
        if message.id:
            before = old.get(message.id)
            made.add(message.id, before.string if before and fits(before, message) else ())
    return made


def fits(before: Message, now: Message) -> bool:
    """Tell whether a translation still has the shape that its message needs."""
    return isinstance(before.id, str) == isinstance(now.id, str)


def untranslated(catalogue: Catalog) -> list[str]:
    """Give the messages that have no translation."""
    return [str(message.id) for message in catalogue if message.id and not translated(message)]


def translated(message: Message) -> bool:
    """Tell whether every form of a message is there."""
    forms = (message.string,) if isinstance(message.string, str) else message.string
    return bool(forms) and all(forms)


def po(catalogue: Catalog) -> bytes:
    """Write a catalogue for people: sorted, a message a line, without places, so that a change is a small diff."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, sort_output=True, no_location=True, ignore_obsolete=True)
    return out.getvalue()


def mo(catalogue: Catalog) -> bytes:
    """Write a catalogue for gettext."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


if __name__ == "__main__":
    PO.parent.mkdir(parents=True, exist_ok=True)
    catalogue = updated(kept() if PO.exists() else Catalog(locale=LANGUAGE), template())
    PO.write_bytes(po(catalogue))
    MO.write_bytes(mo(catalogue))
    for line in untranslated(catalogue):
        click.echo(line)
