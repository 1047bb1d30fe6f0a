"""A file's bytes made into text, once: UTF-8, NFC, plain line ends, nothing that hides or explodes."""

from __future__ import annotations

import re
import unicodedata

from broadcast.errors import Fault, Place
from broadcast.i18n import _

LARGEST = 1 << 20  # bytes; the campaign's largest file has 10 thousand
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?")
_EXOTIC = re.compile("[\x85\u2028\u2029]")  # YAML counts them as line ends, editors' programs do not
_FAR = re.compile("[^\x00-\u02ff\u1e00-\u1eff\u2000-\u20cf]{100,}")
# PNG, JPEG, GIF, PDF, Word (old and new), RTF, MP3, Ogg, FLAC, WAV
_OTHERS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"{\\rtf",
    b"ID3", b"OggS", b"fLaC", b"RIFF",
)  # fmt: skip
_MARKS = 30  # UAX #15, stream-safe text: more marks on one letter are no writing


class Unreadable(Exception):
    """A file that cannot be read further, and the fault that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def decode(data: bytes, file: str) -> str:
    """Give a file's text in NFC with plain line ends.

    Raises:
        Unreadable: too large, not UTF-8, or holding control characters.
    """
    if len(data) > LARGEST:
        raise Unreadable(
            Fault(
                _("the file is too large: {size} KB").format(size=len(data) // 1024),
                Place(file),
                _("at most 1024 KB can be read; is this the right file?"),
            )
        )
    text = _BREAKS.sub("\n", _unicode(data, file)).replace("\ufeff", "")
    if found := UNPRINTABLE.search(text):
        raise Unreadable(
            Fault(
                _("the text holds an invisible control character (U+{code:04X})").format(code=ord(found.group())),
                position(text, found.start(), file),
                _("delete it and write the word again"),
            )
        )
    return _composed(_EXOTIC.sub(" ", text), file)


def _unicode(data: bytes, file: str) -> str:
    if data.startswith(_OTHERS):
        hint = _("put it elsewhere; the words of a document go into a file of plain text")
        raise Unreadable(Fault(_("this is a picture, a recording or a document, not a text"), Place(file), hint))
    hint = _("in the editor's program, choose “Save as” and the encoding UTF-8")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(Fault(_("the file is not UTF-8 but UTF-16"), Place(file, 1, 1), hint))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n?|\n", data[: error.start])) + 1
        message = _("the file is not UTF-8: byte 0x{byte:02X}").format(byte=data[error.start])
        raise Unreadable(Fault(message, Place(file, line), hint)) from None


def _composed(text: str, file: str) -> str:
    """Compose letters and diacritics (NFC), unless endless marks would make that take for ever."""
    for run in _FAR.finditer(text):
        marks = 0
        for offset, char in enumerate(run.group(), run.start()):
            marks = marks + 1 if unicodedata.combining(char) else 0
            if marks > _MARKS:
                raise Unreadable(
                    Fault(
                        _("a letter carries too many diacritics"),
                        position(text, offset, file),
                        _("delete the word and write it again"),
                    )
                )
    return unicodedata.normalize("NFC", text)


def position(text: str, offset: int, file: str) -> Place:
    """Give the place of a character of a file's text."""
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
