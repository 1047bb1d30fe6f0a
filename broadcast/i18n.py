"""The words that users read, in their language: gettext with English msgids."""

from __future__ import annotations

import gettext as _gettext
import locale
import os
import re
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DOMAIN = "broadcast"
LOCALE_DIR = Path(__file__).with_name("locale")
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # in the order in which gettext asks them

_SOURCE = re.compile(r"(en|C|POSIX)(?![A-Za-z])")  # en, en_GB.UTF-8, C.UTF-8

_chosen: ContextVar[str | None] = ContextVar("language", default=None)


@cache
def _catalogue(language: str | None) -> _gettext.NullTranslations:
    languages = [language] if language else wanted(os.environ, _of_settings())
    return _gettext.translation(DOMAIN, LOCALE_DIR, languages, fallback=True)


def _(message: str) -> str:
    """Translate `message` into the language chosen by `speaking`, else by the locale variables."""
    return _catalogue(_chosen.get()).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a message that counts; `number` chooses the form."""
    return _catalogue(_chosen.get()).ngettext(singular, plural, number)


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Choose the language of `_` inside the block (the web pages: "vi"); None follows the locale."""
    token = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(token)


def lend() -> None:
    """Let click, which asks gettext's own domain, speak from our catalogue and in the same language."""
    os.environ["LANGUAGE"] = ":".join(wanted(os.environ, _of_settings())) or "C"
    _gettext.bindtextdomain(DOMAIN, str(LOCALE_DIR))
    _gettext.textdomain(DOMAIN)


def wanted(environment: Mapping[str, str], settings: str | None) -> list[str]:
    """Give the languages that a user wants, the dearest first, as far as English: the msgids need no catalogue.

    Args:
        environment: the variables; the first of gettext's that is set counts.
        settings: the language of the machine's settings, where these set no variable.
    """
    named = next((environment[name] for name in VARIABLES if environment.get(name)), settings or "")
    return list(takewhile(lambda each: not _SOURCE.match(each), filter(None, named.split(":"))))


def of_windows(environment: Mapping[str, str], language: int) -> str | None:
    """Name the language of Windows' settings, which sets no variable; None when one does, or it is unknown.

    Args:
        environment: the variables; one that names a language wins.
        language: the number that Windows gives (GetUserDefaultUILanguage): 0x042A is Vietnamese.
    """
    if any(environment.get(name) for name in VARIABLES):
        return None
    return locale.windows_locale.get(language)


def _of_settings() -> str | None:
    if sys.platform != "win32":
        return None
    import ctypes

    return of_windows(os.environ, ctypes.windll.kernel32.GetUserDefaultUILanguage())
