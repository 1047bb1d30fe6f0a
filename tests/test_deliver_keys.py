"""Who is believed: keys, signatures, and old days that come back."""

from __future__ import annotations

import base64
import datetime
import stat
import subprocess

import programs
import pytest
import signed
from click.testing import CliRunner

from broadcast.cli.keys import keys as command
from broadcast.deliver import keys, signature
from broadcast.deliver.keys import UntrustedError
from broadcast.deliver.signature import SignedFile, Statement
from broadcast.errors import BroadcastError

FILES = (SignedFile("a.mp3", 3, "0" * 64), SignedFile("a.txt", 0, "1" * 64))
SAID = Statement(signed.FIRST, "dinh-ca", 1732060800, FILES)


@pytest.fixture
def key(tmp_path):
    return keys.new(tmp_path / "own")


def _message(text):
    """Give what is signed: all lines but the last one."""
    return b"".join(text.splitlines(keepends=True)[:-1])


def test_only_the_owner_reads_the_secret(tmp_path, key):
    path = tmp_path / "own" / keys.SECRET
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert keys.load(tmp_path / "own").public == key.public
    assert "PRIVATE" not in repr(key)


def test_a_secret_that_others_can_read_is_refused(tmp_path, key):
    path = tmp_path / "own" / keys.SECRET
    path.chmod(0o644)
    with pytest.raises(BroadcastError) as caught:
        keys.load(tmp_path / "own")
    assert caught.value.message == f"others can read the secret key {path}"


def test_a_key_is_never_replaced(tmp_path, key):
    with pytest.raises(BroadcastError, match="holds a key already"):
        keys.new(tmp_path / "own")
    assert keys.load(tmp_path / "own").public == key.public


@pytest.mark.parametrize("mark", [".git", "segments/campaign.yaml", "campaign.yaml", "broadcast-key.pem"])
def test_no_secret_lies_in_a_project_or_a_site(tmp_path, mark):
    (tmp_path / mark).parent.mkdir(exist_ok=True)
    (tmp_path / mark).touch()
    with pytest.raises(BroadcastError) as caught:
        keys.new(tmp_path / "deep" / "keys")
    assert caught.value.message.endswith(f"{tmp_path} holds {mark}, so it is copied or published")
    assert not (tmp_path / "deep").exists()


def test_a_statement_is_read_back(key):
    assert signature.read(signature.written(SAID, key), (key.public,), "x") == SAID


def test_every_altered_byte_is_noticed(key):
    text = signature.written(SAID, key)
    for at in range(len(_message(text))):
        altered = text[:at] + bytes([text[at] ^ 1]) + text[at + 1 :]
        with pytest.raises(UntrustedError):
            signature.read(altered, (key.public,), "x")


@pytest.mark.parametrize(
    "change", [(b"\n", b"\r\n"), (b"file", b"file "), (b"a.txt", b"../a.txt"), (b"a.txt", b"A.MP3")]
)
def test_another_form_is_no_signature_even_when_signed(key, change):
    message = _message(signature.written(SAID, key)).replace(*change)
    made = message + b"signature " + base64.b64encode(key.sign(message)) + b"\n"
    with pytest.raises(UntrustedError, match=r"is not a signature of broadcast|names a file twice"):
        signature.read(made, (key.public,), "x")


def test_an_unknown_key_is_refused_by_its_name(tmp_path, key):
    other = keys.new(tmp_path / "other")
    with pytest.raises(UntrustedError) as caught:
        signature.read(signature.written(SAID, other), (key.public,), "x")
    assert caught.value.message == f"x is signed with key {other.public.id}, which is not trusted here"
    assert caught.value.exit_code == 5


def test_a_key_cannot_borrow_the_name_of_another(tmp_path, key):
    other = keys.new(tmp_path / "other")
    text = signature.written(SAID, other).replace(other.public.id.encode(), key.public.id.encode())
    with pytest.raises(UntrustedError, match="x was altered: its signature does not hold"):
        signature.read(text, (key.public,), "x")


def test_an_old_day_is_no_new_day():
    with pytest.raises(UntrustedError) as caught:
        signature.expect(SAID, signed.SECOND, "dinh-ca", "x")
    assert caught.value.message == "x is for dinh-ca on 2024-11-20, not for dinh-ca on 2024-11-21"


def test_openssl_agrees(tmp_path, key):
    text = signature.written(SAID, key)
    message = _message(text)
    (tmp_path / "message").write_bytes(message)
    (tmp_path / "signature").write_bytes(base64.b64decode(text.removeprefix(message).removeprefix(b"signature ")))
    (tmp_path / "key.pem").write_bytes(key.public.pem)
    said = subprocess.run(
        [programs.program("openssl"), "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin",
         "-in", "message", "-sigfile", "signature"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Signature Verified Successfully" in said.stdout, said.stderr


def test_signing_again_writes_only_what_changed(tmp_path, key):
    out = tmp_path / "out"
    folder = signed.lay(out, key)
    assert (out / keys.PUBLISHED).read_bytes() == key.public.pem
    path = folder / "dinh-ca" / signature.FILES
    before = path.read_bytes()
    later = signed.NOW + datetime.timedelta(hours=1)
    assert signed.sign(out, signed.FIRST, key, later) == 0
    assert path.read_bytes() == before
    (folder / "dinh-ca" / "20241120_0530_dinh-ca.txt").write_text("Lời khác.", "utf-8")
    assert signed.sign(out, signed.FIRST, key, later) == 1
    said = signature.read(path.read_bytes(), (key.public,), "x")
    assert said.serial == int(later.timestamp())
    assert [file.name for file in said.files][:2] == ["20241120_0530_dinh-ca.mp3", "20241120_1700_dinh-ca.mp3"]


def test_the_serial_grows_when_the_clock_is_set_back(tmp_path, key):
    folder = signed.lay(tmp_path / "out", key)
    text = folder / "dinh-ca" / "20241120_0530_dinh-ca.txt"
    text.write_text("Lời khác.", "utf-8")
    signed.sign(tmp_path / "out", signed.FIRST, key, signed.NOW - datetime.timedelta(days=3))
    said = signature.read((folder / "dinh-ca" / signature.FILES).read_bytes(), (key.public,), "x")
    assert said.serial == int(signed.NOW.timestamp()) + 1


def test_what_lies_in_the_folder_and_is_not_the_days_is_not_signed(tmp_path, key):
    folder = signed.lay(tmp_path / "out", key)
    (folder / "dinh-ca" / "20241120_0530_zzz.mp3").write_bytes(b"scam")
    assert signed.sign(tmp_path / "out", signed.FIRST, key, signed.NOW) == 0


def test_trust_is_pinned_after_the_name_was_compared(tmp_path, key):
    (tmp_path / keys.PUBLISHED).write_bytes(key.public.pem)
    station = tmp_path / "station"
    arguments = ["trust", str(tmp_path), "--keys", str(station)]
    no = CliRunner().invoke(command, arguments, input="n\n")
    assert no.exit_code == 1
    assert keys.trusted(station) == ()
    yes = CliRunner().invoke(command, arguments, input="y\n")
    assert yes.output.endswith(f"trusted from now on: {key.public.spelled}\n")
    assert keys.pinned(station) == (key.public,)


def test_another_key_than_the_named_one_is_not_trusted(tmp_path, key):
    other = keys.new(tmp_path / "other")
    (tmp_path / keys.PUBLISHED).write_bytes(other.public.pem)
    words = ["trust", str(tmp_path), "--id", key.public.spelled, "--keys", str(tmp_path / "s")]
    done = CliRunner().invoke(command, words)
    assert isinstance(done.exception, BroadcastError)
    assert done.exception.message == f"{tmp_path / 'broadcast-key.pem'} holds another key: {other.public.spelled}" or (
        done.exception.message == f"{tmp_path} holds another key: {other.public.spelled}"
    )


def test_a_new_key_of_the_district_replaces_the_old(tmp_path, key):
    other = keys.new(tmp_path / "other")
    keys.trust(tmp_path / "s", key.public)
    keys.trust(tmp_path / "s", other.public, alone=True)
    assert keys.trusted(tmp_path / "s") == (other.public,)


def test_without_a_trusted_key_nothing_is_believed(tmp_path):
    with pytest.raises(UntrustedError, match="this computer trusts no key yet"):
        keys.pinned(tmp_path)
