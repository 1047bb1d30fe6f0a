"""Keys: whose word a station takes for what it airs, and the secret with which the district gives it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadcast.errors import BroadcastError
from broadcast.files import unwritable, write_whole
from broadcast.i18n import _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SECRET = "signing-key.pem"  # noqa: S105  # a file name
TRUSTED = "trusted"
PUBLISHED = "broadcast-key.pem"
_ID = re.compile(r"[0-9a-f]{32}")
# what marks a folder that is copied, published or kept in git: no place for a secret
_SHARED = (".git", "campaign.yaml", "segments/campaign.yaml", "manifest.json", PUBLISHED)


class UntrustedError(BroadcastError):
    """Something is not what a trusted key signed; nothing of it was kept."""

    exit_code = 5


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that signatures are checked against; `raw` is 32 bytes (RFC 8032)."""

    raw: bytes

    @property
    def id(self) -> str:
        """Name the key: the first 128 bits of its SHA-256, as 32 hexadecimal digits."""
        return hashlib.sha256(self.raw).hexdigest()[:32]

    @property
    def spelled(self) -> str:
        """Give the name in groups of four, to be read out over the telephone."""
        return " ".join(self.id[at : at + 4] for at in range(0, 32, 4))

    @property
    def pem(self) -> bytes:
        """Give the key as PEM (RFC 8410), which OpenSSL reads too."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        return _public(self.raw).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def made(self, signature: bytes, message: bytes) -> bool:
        """Tell whether this key made the 64 bytes of `signature` for `message`."""
        from cryptography.exceptions import InvalidSignature

        try:
            _public(self.raw).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The district's secret; `repr` does not show it."""

    secret: Ed25519PrivateKey

    @property
    def public(self) -> PublicKey:
        """Give the half that stations know."""
        return PublicKey(self.secret.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Give the 64 bytes of an Ed25519 signature (RFC 8032)."""
        return self.secret.sign(message)


def own_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder of this user's keys: BROADCAST_KEYS, else where the system keeps settings."""
    if named := environment.get("BROADCAST_KEYS"):
        return Path(named)
    home = environment.get("APPDATA") or environment.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path("~/.config").expanduser()) / "broadcast"


def new(folder: Path) -> SigningKey:
    """Make the district's key in `folder`, readable by its owner alone, and trust it here.

    Raises:
        BroadcastError: a key is there already, or the folder belongs to a project or a site.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    _refuse_shared(folder)
    key = SigningKey(Ed25519PrivateKey.generate())
    pem = key.secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = folder / SECRET
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # the mode is given when the file is made: there is no moment at which others can read it
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise BroadcastError(
            _("{path} holds a key already").format(path=path),
            hint=_("stations trust that one; to begin anew, move the file away yourself"),
        ) from error
    except OSError as error:
        raise unwritable(path, error) from error
    trust(folder, key.public)
    return key


def load(folder: Path) -> SigningKey | None:
    """Read the district's key; None when this user has none.

    Raises:
        BroadcastError: the file is no Ed25519 key, or others can read it.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    path = folder / SECRET
    if not path.is_file():
        return None
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise BroadcastError(
            _("others can read the secret key {path}").format(path=path),
            hint=_("chmod 600 {path}; if anyone else uses this machine, make a new key").format(path=path),
        )
    try:
        secret = load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise no_key(str(path)) from error
    if not isinstance(secret, Ed25519PrivateKey):
        raise no_key(str(path))
    return SigningKey(secret)


def stamp(folder: Path) -> str:
    """Name the district's key file as it stands, without reading the secret; "" when there is none."""
    path = folder / SECRET
    if not path.is_file():
        return ""
    status = path.stat()
    return hashlib.sha256(f"{status.st_mtime_ns} {status.st_ino} {status.st_size}".encode()).hexdigest()[:16]


def read_public(pem: bytes, source: str) -> PublicKey:
    """Read a published key; `source` is named when it is none."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise no_key(source) from error
    if not isinstance(key, Ed25519PublicKey):
        raise no_key(source)
    return PublicKey(key.public_bytes_raw())


def trust(folder: Path, key: PublicKey, *, alone: bool = False) -> None:
    """Pin a key: from now on what it signed is taken here.

    Args:
        folder: the user's keys.
        key: the key to trust.
        alone: forget every other key, as after the district changed its own.
    """
    write_whole(folder / TRUSTED / f"{key.id}.pem", key.pem)
    if alone:
        for path in (folder / TRUSTED).glob("*.pem"):
            if path.stem != key.id:
                path.unlink()


def trusted(folder: Path) -> tuple[PublicKey, ...]:
    """Give the pinned keys, in the order of their names."""
    return tuple(read_public(path.read_bytes(), str(path)) for path in sorted((folder / TRUSTED).glob("*.pem")))


def pinned(folder: Path) -> tuple[PublicKey, ...]:
    """Give the pinned keys; that there is none is an error with its mend."""
    found = trusted(folder)
    if not found:
        raise UntrustedError(
            _("this computer trusts no key yet: nobody could say whose files these are"),
            hint=_("broadcast keys trust ADDRESS, and compare the key's name with the district by telephone"),
        )
    return found


def named(text: str) -> str:
    """Read a key's name as people write it, with spaces, dashes or capitals.

    Raises:
        BroadcastError: it is not 32 hexadecimal digits.
    """
    plain = re.sub(r"[\s:-]", "", text).lower()
    if not _ID.fullmatch(plain):
        raise BroadcastError(
            _("{text} is not the name of a key").format(text=text),
            hint=_("it has 32 digits 0-9 and a-f, as broadcast keys show gives it"),
        )
    return plain


def _refuse_shared(folder: Path) -> None:
    place = folder.absolute()
    for above in (place, *place.parents):
        found = next((mark for mark in _SHARED if (above / mark).exists()), None)
        if found:
            raise BroadcastError(
                _("no secret key is made in {folder}: {above} holds {mark}, so it is copied or published").format(
                    folder=folder, above=above, mark=found
                ),
                hint=_("leave --keys out: the key then lies among your own settings"),
            )


def _public(raw: bytes) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(raw)


def no_key(source: str) -> BroadcastError:
    """Say that something is no key."""
    return BroadcastError(
        _("{source} is not an Ed25519 key").format(source=source),
        hint=_("the district's key is the file {name} of its site").format(name=PUBLISHED),
    )
