"""What each kind of value looks like when people type it, and its conversion from the typed text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic_core import PydanticCustomError, core_schema

from broadcast.campaign.located import Scalar
from broadcast.i18n import _

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*\Z", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,12}\Z", re.ASCII)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")  # no file of these names can be on a Windows stick
_PAUSES = frozenset(" ,.;:?!…")
_TRUE = frozenset({"yes", "y", "on", "1", "có", "đúng"})
_FALSE = frozenset({"no", "n", "off", "0", "không", "sai"})


@dataclass(frozen=True, eq=False)
class Typed:
    """How one kind of value is converted, and what JSON Schema says of it."""

    convert: Callable[[object], Any]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Convert by our own function alone."""
        return core_schema.no_info_plain_validator_function(self.convert)

    def __get_pydantic_json_schema__(self, core: object, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Publish what an editor's program may expect."""
        return dict(self.schema)


def wrong(message: str, hint: str) -> PydanticCustomError:
    """Give the error that carries our own words through pydantic."""
    return PydanticCustomError("ours", "{message}", {"message": message, "hint": hint})


def closest(found: str, known: Iterable[str]) -> str:
    """Hint at the known word that was probably meant, else at all of them."""
    import difflib

    words = list(dict.fromkeys(known))
    near = difflib.get_close_matches(found.casefold(), [word.casefold() for word in words], 1, 0.6)
    if near and not found.isdecimal():  # a number is not misspelt: 115 is not nearly 156
        meant = next(word for word in words if word.casefold() == near[0])
        return _("did you mean “{word}”?").format(word=meant)
    return _("one of: {words}").format(words=", ".join(words))


def typed(node: object) -> str:
    """Give the text that was typed, in one line.

    Raises:
        PydanticCustomError: nothing was typed, or a list or mapping.
    """
    if not isinstance(node, Scalar):
        found = _("a mapping") if isinstance(node, dict) else _("a list")
        raise wrong(_("one value is expected, found {found}").format(found=found), _("write one value after “key: ”"))
    text = " ".join(node.text.split())
    if not text or node.empty:
        raise wrong(
            _("the value is empty"), _("write it after “key: ”, in quotes if it begins with “#”, or remove the key")
        )
    return text


def is_slug(text: str) -> bool:
    """Tell whether `text` can name files on every system: ASCII, short, and no name that Windows keeps for itself."""
    return bool(_SLUG.match(text)) and len(text) <= 40 and not _RESERVED.match(text)


def nearest_slug(text: str) -> str:
    """Give the id that is nearest to a name, as in “Đình Cả” → “dinh-ca”; empty when none is near."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    near = "-".join(re.findall(r"[a-z0-9]+", "".join(sign for sign in bare if not unicodedata.combining(sign))))
    return near if is_slug(near) else ""


def straight(node: object) -> str:
    """Give the text of a value that is no sentence.

    Raises:
        PydanticCustomError: quotes belong to it that YAML does not know, curly ones or one without the other.
    """
    text = typed(node)
    plain = text.strip("“”„‘’\"'")
    if plain and plain != text:
        raise wrong(
            _("{found} holds quotes that do not belong there").format(found=text), _("write {iso}").format(iso=plain)
        )
    return text


def _slug(node: object) -> str:
    text = straight(node)
    if not is_slug(text):
        rule = _("use at most 40 small letters a–z without diacritics, digits and single hyphens, as in “{example}”")
        raise wrong(
            _("“{found}” cannot be an id").format(found=text), rule.format(example=nearest_slug(text) or "dinh-ca")
        )
    return text


def _key(node: object) -> str:
    text = straight(node)
    if not _KEY.match(text):
        raise wrong(
            _("“{found}” cannot be a key").format(found=text),
            _("use letters a–z without diacritics, digits and hyphens, as in “{example}”").format(
                example=nearest_slug(text) or "cong-nhan"
            ),
        )
    return text


def _language(node: object) -> str:
    text = typed(node)
    if not _LANGUAGE.match(text):
        raise wrong(
            _("“{found}” cannot be a language").format(found=text),
            _("use small letters without diacritics: vi, tay, nung, dao, mong"),
        )
    return text


def _flag(node: object) -> bool:
    text = typed(node)
    if text in ("true", "false"):
        return text == "true"
    meant = text.casefold()
    hint = "true" if meant in _TRUE | {"true"} else "false" if meant in _FALSE | {"false"} else _("true or false")
    raise wrong(_("“{found}” is neither true nor false").format(found=text), _("write {iso}").format(iso=hint))


def number(low: float, high: float, *, whole: bool = False) -> Typed:
    """Give the kind of numbers from `low` to `high`."""

    def convert(node: object) -> float:
        text = straight(node)
        if not _NUMBER.match(text):
            meant = text.replace(",", ".")
            hint = (
                _("write {iso}").format(iso=meant)
                if _NUMBER.match(meant)
                else _("write digits only, from {low} to {high}").format(low=low, high=high)
            )
            raise wrong(_("“{found}” is not a number").format(found=text), hint)
        value = float(text[:40])
        if whole and value != int(value):
            raise wrong(
                _("“{found}” is not a whole number").format(found=text), _("write {iso}").format(iso=round(value))
            )
        if not low <= value <= high:
            raise wrong(
                _("{found} is out of range").format(found=text), _("from {low} to {high}").format(low=low, high=high)
            )
        return int(value) if whole else value

    return Typed(convert, {"type": "integer" if whole else "number", "minimum": low, "maximum": high})


def choice(*words: str) -> Typed:
    """Give the kind of value that is one of a few words."""

    def convert(node: object) -> str:
        text = straight(node)
        if text not in words:
            raise wrong(_("“{found}” is not known here").format(found=text), closest(text, words))
        return text

    return Typed(convert, {"enum": list(words)})


def _words(node: object) -> object:
    typed(node)
    return node


def _reading(node: object) -> str:
    text = typed(node)
    alien = next((sign for sign in text if not _said(sign)), None)
    if alien is None and any(sign.isalpha() for sign in text):
        return text
    if alien is None:
        raise wrong(_("“{found}” holds no word").format(found=text), _("write the words that are said"))
    hint = (
        _("write numbers in words, as in “một một ba”")
        if alien.isnumeric()
        else _("write words, and between them only spaces and the signs of a pause: , . ; : ? !")
    )
    raise wrong(_("“{found}” holds “{sign}”, which is no word that can be said").format(found=text, sign=alien), hint)


def _said(sign: str) -> bool:
    latin = sign.isalpha() and unicodedata.name(sign, "").startswith("LATIN ")
    return latin or sign in _PAUSES or unicodedata.combining(sign) > 0


def kind(convert: Callable[[object], Any], of: str | list[str] = "string", **schema: object) -> Typed:
    """Give the kind of value that `convert` makes of typed text, with its JSON Schema."""
    return Typed(convert, {"type": of, **schema})


Line = Annotated[str, kind(typed, minLength=1)]
Reading = Annotated[str, kind(_reading, minLength=1, pattern="^[^0-9]+$")]
Words = Annotated[Scalar, kind(_words, minLength=1)]
Slug = Annotated[str, kind(_slug, pattern="^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=40)]
Key = Annotated[str, kind(_key, ["string", "integer"], pattern="^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$")]
Digits = Annotated[str, kind(typed, ["string", "integer"])]
Language = Annotated[str, kind(_language, pattern="^[a-z]{2,12}$")]
Flag = Annotated[bool, kind(_flag, "boolean")]
Setting = Annotated[str, kind(typed, ["string", "number", "boolean"])]
