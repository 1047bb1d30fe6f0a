"""Addresses on the web, e-mails, hashtags and file names, said so that a listener can type them."""

from __future__ import annotations

import re

from broadcast.spoken.label import compound, label
from broadcast.spoken.letters import spell
from broadcast.spoken.pattern import Pattern
from broadcast.spoken.tables.addresses import ENDINGS, ENGLISH, FILES, STRONG_ENDINGS
from broadcast.spoken.tables.loans import ALWAYS
from broadcast.spoken.view import Piece, View

_DOT = r"(?:\.|\[\.\]|\(\.\)| \. )"
_NAME = r"[^\W_](?:[\w\-]{0,61}[^\W_])?"
_EMAIL = Pattern(rf"([\w.+\-]{{1,64}})(?:@| @ |\[at\]|\(at\))({_NAME}(?:{_DOT}{_NAME}){{1,6}})")
_URL = Pattern(r"(?:h(?:tt|xx)ps?://|www\.)[^\s<>\"]{1,2000}", re.IGNORECASE)
_SCHEME = Pattern(r"(https?)://(?![^\s<>\"'”’),.;…])", re.IGNORECASE)
_DOMAIN = Pattern(rf"({_NAME}(?:{_DOT}{_NAME}){{1,6}})(?::\d{{2,5}})?(/[^\s<>\"]{{0,500}})?")
_KINDS = "|".join(FILES)
_FILE = Pattern(rf"([\w\-]{{1,60}})?\.((?:{_KINDS})(?:\.(?:{_KINDS})){{0,2}})(?![^\W_])", re.IGNORECASE)
_IP = Pattern(r"\d{1,3}(?:\.\d{1,3}){3}(?![\d.]\d)")
_SUFFIX = Pattern(r"\.[a-z]{2,8}(?:\.[a-z]{2,8}){0,2}(?![^\W_])")
_HASHTAG = Pattern(r"#(?=\w{0,40}[^\W\d_])(\w{1,80})")
_HANDLE = Pattern(r"@([^\W_][\w.\-]{0,60})")
_CAMEL = Pattern(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|_")
_PATH = Pattern(r"[^\W_]+|[\W_]")
_DOTS = Pattern(r"\[\.\]|\(\.\)| \. ")
_TRAIL = ".,;:!?…)]}'\""
_PATH_SIGNS = {
    "/": "gạch chéo",
    ".": "chấm",
    "-": "gạch ngang",
    "_": "gạch dưới",
    "?": "hỏi",
    "=": "bằng",
    "&": "và",
    "%": "phần trăm",
    "#": "thăng",
    "@": "a còng",
    "+": "cộng",
    ":": "hai chấm",
    "~": "ngã",
    ",": "phẩy",
    "!": "chấm than",
    "*": "sao",
}


def address(view: View, start: int) -> Piece | None:
    """Read an e-mail, a URL or its beginning, a domain or a file name."""
    return (
        _email(view, start)
        or _scheme(view, start)
        or _url(view, start)
        or ip(view, start)
        or file_name(view, start)
        or domain(view, start)
    )


def _scheme(view: View, start: int) -> Piece | None:
    """Read what safe addresses begin with, where it stands alone: bắt đầu bằng https://."""
    match = _SCHEME.match(view.text, start)
    if match is None:
        return None
    words = f"{spell(match[1].upper(), view.number)} hai chấm gạch chéo gạch chéo"
    return Piece(match.end(), words, "url", "scheme")


def _email(view: View, start: int) -> Piece | None:
    match = _EMAIL.match(view.text, start)
    if match is None:
        return None
    host, end = _trimmed(match[2], match.end())
    if "." not in host:
        return None
    words = f"{_spoken_path(view, match[1])} a còng {_host(view, host)}"
    return Piece(end, words, "email", "email", f"{_plain(match[1])}@{_ascii(host)}")


def _url(view: View, start: int) -> Piece | None:
    match = _URL.match(view.text, start)
    if match is None:
        return None
    written = match.group().rstrip(_TRAIL)
    rest = written.partition("://")[2] or written
    host, slash, path = rest.partition("/")
    if not host or not any(char.isalnum() for char in host):
        return None
    words = _host(view, host) + _path(view, slash + path)
    return Piece(start + len(written), words, "url", "url", _ascii(host) + slash + path)


def domain(view: View, start: int) -> Piece | None:
    """Read a name with a known ending: chongluadao.vn, and the path behind it."""
    match = _DOMAIN.match(view.text, start)
    if match is None:
        return None
    host, end = match[1], match.end(1)
    while not _known(host):
        cut = max(host.rfind("."), host.rfind(" . "))
        if cut <= 0 or "." not in host[:cut]:
            return None
        host, end = host[:cut].rstrip(" [("), start + cut
        if not _known(host):
            return None
    name = _DOTS.sub(".", host)
    path = ""
    if end == match.end(1) and match[2]:
        path = match[2].rstrip(_TRAIL)
        end = match.start(2) + len(path) if path else end
    kind = "url" if len(path) > 1 else "domain"
    return Piece(
        end,
        _host(view, name) + _path(view, path if len(path) > 1 else ""),
        kind,
        "domain",
        _ascii(name) + (path if len(path) > 1 else ""),
    )


def _known(host: str) -> bool:
    name = _DOTS.sub(".", host)
    first, _, ending = name.rpartition(".")
    low = ending.lower()
    if low not in ENDINGS or not first or not any(char.isalpha() for char in first):
        return False
    if not first.isascii() or name != host:
        return low in STRONG_ENDINGS and ending != ending.title()
    return ending.islower() or (ending.isupper() and first.isupper() and low in STRONG_ENDINGS)


def _trimmed(host: str, end: int) -> tuple[str, int]:
    name = _DOTS.sub(".", host)
    return name, end


def _host(view: View, host: str) -> str:
    parts = host.split(".")
    words = [label(view, part) for part in parts[:-1] if part]
    ending = parts[-1].lower()
    if len(words) > 1 and parts[-2].lower() in ("gov", "edu", "com", "net", "org", "co"):
        words[-1] = _ending(view, parts[-2].lower())
    name, _, port = ending.partition(":")
    words.append(_ending(view, name) if name in ENDINGS else label(view, name))
    if port.isdigit():
        words[-1] += f" hai chấm {view.number.digits(port)}"
    return " chấm ".join(words)


def _ending(view: View, ending: str) -> str:
    return ending if not view.respell and ending in ENGLISH - ALWAYS else ENDINGS[ending]


def _path(view: View, path: str) -> str:
    spoken = _spoken_path(view, path.rstrip("/"))
    return f" {spoken}" if spoken else ""


def _spoken_path(view: View, path: str) -> str:
    parts = _PATH.findall(path)
    words, at = [], 0
    while at < len(parts):
        run = compound(parts, at)
        words += run or [_PATH_SIGNS.get(parts[at], "") if not parts[at][0].isalnum() else label(view, parts[at])]
        at += len(run) or 1
    return " ".join(word for word in words if word)


def _plain(text: str) -> str:
    return text.lower()


def _ascii(host: str) -> str:
    """Give a host in lower-case ASCII; names with other letters in the form the network uses."""
    low = host.lower()
    if low.isascii():
        return low
    try:
        return low.encode("idna").decode("ascii")
    except UnicodeError:
        return low.encode("ascii", "ignore").decode("ascii")


def ip(view: View, start: int) -> Piece | None:
    """Read a numeric address."""
    match = _IP.match(view.text, start)
    if match is None or not view.ends(match.end()):
        return None
    parts = match.group().split(".")
    thousands = all(len(part) == 3 for part in parts[1:]) and not view.tail(start).endswith((" ip", " chỉ"))
    if thousands or any(int(part) > 255 for part in parts):
        return None
    return Piece(match.end(), " chấm ".join(view.number.digits(part) for part in parts), "url", "ip", match.group())


def file_name(view: View, start: int) -> Piece | None:
    """Read a file name or a bare extension: VNeID.apk, .exe."""
    match = _FILE.match(view.text, start)
    if match is None or (not match[1] and not view.starts(start)):
        return None
    name = _spoken_path(view, match[1]) + " " if match[1] else ""
    kinds = " ".join(f"chấm {FILES[kind]}" for kind in match[2].lower().split("."))
    return Piece(match.end(), name + kinds, "file", "file")


def ending(view: View, start: int) -> Piece | None:
    """Read an ending that is talked about: .xyz, ".gov.vn"."""
    match = _SUFFIX.match(view.low, start)
    if match is None or not view.starts(start):
        return None
    parts = match.group()[1:].split(".")
    if not all(part in ENDINGS for part in parts):
        return None
    words = " ".join(f"chấm {_ending(view, part)}" for part in parts)
    return Piece(match.end(), words, "ending", "ending")


def hashtag(view: View, start: int) -> Piece | None:
    """Read a hashtag, its run-together words apart."""
    match = _HASHTAG.match(view.text, start)
    if match is None:
        return None
    words = " ".join(label(view, part) for part in _CAMEL.split(match[1]) if part)
    return Piece(match.end(), f"thăng {words}", "hashtag", "hashtag", match[1].lower())


def handle(view: View, start: int) -> Piece | None:
    """Read the name of an account on a network: @congan."""
    match = _HANDLE.match(view.text, start)
    if match is None:
        return None
    written = match.group().rstrip(".-")
    return Piece(
        start + len(written), f"a còng {_spoken_path(view, written[1:])}", "account", "handle", written[1:].lower()
    )
