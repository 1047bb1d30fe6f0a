"""The words that users read, in their language: gettext with English msgids."""

from __future__ import annotations

import gettext as _gettext
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN = "broadcast"
LOCALE_DIR = Path(__file__).with_name("locale")

_chosen: ContextVar[str | None] = ContextVar("language", default=None)


@cache
def _catalogue(language: str | None) -> _gettext.NullTranslations:
    languages = [language] if language else None  # None: LANGUAGE, LC_ALL, LC_MESSAGES, LANG
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
