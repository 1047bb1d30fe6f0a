"""What a night leaves: its state, numbers and log, and notices to real servers; none of them can fail the night."""

from __future__ import annotations

import contextlib
import dataclasses
import http.server
import json
import logging
import socket
import ssl
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from nights import EVENING, lines, place, spent  # noqa: F401
from served import served

from broadcast.build.store import FOLDER
from broadcast.errors import BroadcastError, Faults
from broadcast.night import log, notice, numbers, settings, shown, status, traces
from broadcast.night.report import Trouble
from broadcast.night.settings import Mail, Settings

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "status.json"


@pytest.fixture(scope="session")
def well(spent):  # noqa: F811
    """Give the report of a night in which all was well."""
    return spent.night()


@pytest.fixture(scope="session")
def bad(well):
    """Give the report of a night that somebody must look at."""
    return replace(well, troubles=(Trouble("the disk is full", "free some space", 74),))


class Box:
    """A mailbox behind a real SMTP server."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - aiosmtpd's own name
        self.mails.append(envelope)
        return "250 OK"


@pytest.fixture
def box():
    box = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    box.mail = Mail(server="127.0.0.1", port=port, security="none",
                    sender="may@huyen.vn", to=("truc@huyen.vn", "kt@huyen.vn"))  # fmt: skip
    yield box
    controller.stop()


@contextmanager
def hook(code=200):
    """Give the address of a server that takes what is posted, and what it got."""
    got = []

    class Hook(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            got.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(code)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_words):
            """Keep the tests' output clean."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Hook)
    with served(server) as address:
        yield f"{address}/hook", got


def test_the_schema_of_the_state_is_published(golden):
    golden(SCHEMA, json.dumps(status.schema(), ensure_ascii=False, indent=2) + "\n")


def test_the_state_follows_its_schema_and_comes_back(bad, tmp_path):
    status.save(tmp_path, bad)
    told = json.loads((tmp_path / "status.json").read_text(encoding="utf-8"))
    jsonschema.validate(told, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert (told["code"], told["counts"]) == (74, {"green": 2, "amber": 0, "red": 0})
    assert status.load(tmp_path) == status.Status.of(bad)


def test_the_numbers_are_for_prometheus(bad, well, tmp_path):
    numbers.save(tmp_path / "broadcast.prom", bad)
    said = (tmp_path / "broadcast.prom").read_text()
    assert "# TYPE broadcast_nightly_exit_code gauge\nbroadcast_nightly_exit_code 74\n" in said
    assert f"broadcast_nightly_last_run_timestamp_seconds {EVENING.timestamp():.0f}\n" in said
    assert 'broadcast_nightly_stations{colour="green"} 2\n' in said
    assert 'broadcast_nightly_programmes{done="kept"} 8\n' in said
    assert "broadcast_nightly_troubles 1\n" in said
    assert "broadcast_nightly_last_success_timestamp_seconds 1" not in said
    assert "broadcast_nightly_last_success_timestamp_seconds 1" in numbers.text(well)


def test_each_line_of_the_log_is_json_with_the_nights_id(tmp_path):
    with log.logged(tmp_path, "mot") as first:
        first("build", made=3, path=tmp_path)
    with log.logged(tmp_path, "hai") as second:
        second("trouble", error="đĩa đầy")
    told = [json.loads(line) for line in (tmp_path / FOLDER / log.NAME).read_text(encoding="utf-8").splitlines()]
    assert [(each["run"], each["event"], each["level"]) for each in told] == [
        ("mot", "build", "info"), ("hai", "trouble", "warning"),
    ]  # fmt: skip
    assert (told[0]["made"], told[1]["error"]) == (3, "đĩa đầy")


def test_the_log_is_rotated(tmp_path):
    with log.logged(tmp_path, "mot", 400) as told:
        for number in range(40):
            told("build", number=number)
    assert len(list((tmp_path / FOLDER).glob(f"{log.NAME}*"))) == 6


def test_a_log_that_cannot_be_written_ends_nothing(tmp_path, capsys):
    (tmp_path / FOLDER / log.NAME).mkdir(parents=True)
    with log.logged(tmp_path, "mot") as told:
        told("build")
    with log.logged(Path("/dev/full/x"), "mot") as told:
        told("build")
    handler = log._Quiet("/dev/full", maxBytes=0)
    handler.emit(logging.makeLogRecord({"msg": "x"}))
    with contextlib.suppress(OSError):  # what could not be written is tried once more on closing
        handler.close()
    assert capsys.readouterr() == ("", "")


def test_mail_brings_the_summary(box, bad):
    assert list(notice.send(bad, "Đài đỏ", Settings(mail=box.mail))) == []
    (envelope,) = box.mails
    assert (envelope.mail_from, envelope.rcpt_tos) == ("may@huyen.vn", ["truc@huyen.vn", "kt@huyen.vn"])
    from email import message_from_bytes, policy

    mail = message_from_bytes(envelope.content, policy=policy.default)
    assert mail["Subject"] == "broadcast: needs a look (2 green, 0 amber, 0 red)"
    assert mail.get_content().strip() == "Đài đỏ"


def test_mail_without_encryption_is_not_sent_where_it_was_asked_for(box, bad):
    mail = dataclasses.replace(box.mail, security="starttls")
    (said,) = notice.send(bad, "x", Settings(mail=mail))
    assert said == "the notice to 127.0.0.1 failed: STARTTLS extension not supported by server."
    assert box.mails == []


AUTHORITY = trustme.CA()


@contextmanager
def post_office(tmp_path, monkeypatch, security, certificate):
    """Run a mail server that asks for a password, on an encrypted line; give its box and how to reach it."""
    AUTHORITY.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    (tmp_path / "password").write_text("mat-khau-dung\n", "utf-8")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    box = Box()
    line = {"ssl_context": context} if security == "tls" else {"tls_context": context, "require_starttls": True}
    right = LoginPassword(b"may", b"mat-khau-dung")
    controller = Controller(
        box, hostname="127.0.0.1", port=port, **line,
        auth_require_tls=security != "tls",  # it does not know that the whole line is encrypted
        authenticator=lambda *said: AuthResult(success=said[-1] == right, handled=False),
    )  # fmt: skip
    controller.start()
    mail = Mail(server="localhost", port=port, security=security, sender="may@huyen.vn", to=("truc@huyen.vn",),
                user="may", password_file=tmp_path / "password")  # fmt: skip
    yield box, mail
    controller.stop()


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_mail_goes_by_an_encrypted_line_with_a_password(bad, tmp_path, monkeypatch, security):
    with post_office(tmp_path, monkeypatch, security, AUTHORITY.issue_cert("localhost")) as (box, mail):
        assert list(notice.send(bad, "Đài đỏ", Settings(mail=mail))) == []
        assert [envelope.rcpt_tos for envelope in box.mails] == [["truc@huyen.vn"]]
        mail.password_file.write_text("sai", "utf-8")
        assert list(notice.send(bad, "Đài đỏ", Settings(mail=mail))) == [
            "the notice to localhost failed: the server does not take this user and password: "
            "535 5.7.8 Authentication credentials invalid"
        ]
        mail.password_file.write_text("mật khẩu", "utf-8")
        assert list(notice.send(bad, "Đài đỏ", Settings(mail=mail))) == [
            "the notice to localhost failed: the user or the password has letters "
            "that a mail server does not get whole: write it in ASCII"
        ]
    assert len(box.mails) == 1


def test_a_mail_server_whose_name_cannot_be_one_is_said(bad):
    mail = Mail(server="mail..huyen.vn", sender="may@huyen.vn", to=("truc@huyen.vn",))
    assert list(notice.send(bad, "Đài đỏ", Settings(mail=mail))) == [
        "the notice to mail..huyen.vn failed: “mail..huyen.vn” cannot be the name of a server"
    ]


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_no_password_is_told_to_a_server_that_cannot_prove_its_name(bad, tmp_path, monkeypatch, security):
    for certificate, reason in (
        (trustme.CA().issue_cert("localhost"), "unable to get local issuer certificate"),
        (AUTHORITY.issue_cert("mail.huyen.vn"), "Hostname mismatch, certificate is not valid for 'localhost'."),
    ):
        with post_office(tmp_path, monkeypatch, security, certificate) as (box, mail):
            (said,) = notice.send(bad, "Đài đỏ", Settings(mail=mail))
        assert said == f"the notice to localhost failed: the server's certificate is not to be trusted: {reason}"
        assert box.mails == []


def test_people_whom_the_mail_server_does_not_know_are_named(box, bad, monkeypatch):
    async def handle_RCPT(*_words):  # noqa: N802 - aiosmtpd's own name
        return "550 no such mailbox"

    monkeypatch.setattr(box, "handle_RCPT", handle_RCPT, raising=False)
    (said,) = notice.send(bad, "x", Settings(mail=box.mail))
    assert said == (
        "the notice to 127.0.0.1 failed: the server does not take mail for "
        "truc@huyen.vn (550 no such mailbox), kt@huyen.vn (550 no such mailbox)"
    )


def test_the_wrong_kind_of_encryption_is_named(box, bad):
    (said,) = notice.send(bad, "x", Settings(mail=dataclasses.replace(box.mail, security="tls")))
    reason = said.rpartition("(")[2].removesuffix(")")  # OpenSSL's name for it, another one in another version
    assert reason.replace("_", "").isupper()
    words = f"no encrypted line to the server; look at “security” and “port” ({reason})"
    assert said == f"the notice to 127.0.0.1 failed: {words}"


def test_a_web_address_gets_the_summary_and_the_state(bad):
    with hook() as (address, got):
        assert list(notice.send(bad, "Đài đỏ", Settings(webhook=address))) == []
    ((headers, body),) = got
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    told = json.loads(body)
    assert told["text"] == "broadcast: needs a look (2 green, 0 amber, 0 red)\nĐài đỏ"
    assert told["status"]["code"] == 74


def test_a_web_address_that_says_no_is_named(bad):
    with hook(500) as (address, _got):
        said = list(notice.send(bad, "x", Settings(webhook=address)))
    assert said == [f"the notice to {address} failed: HTTP Error 500: Internal Server Error"]


def test_a_program_gets_the_summary_and_the_code(bad, tmp_path):
    code = (
        "import os, sys, pathlib\n"
        "pathlib.Path(sys.argv[1]).write_text(os.environ['BROADCAST_CODE'] + sys.stdin.read())"
    )
    program = (sys.executable, "-c", code, str(tmp_path / "got"))
    assert list(notice.send(bad, "x", Settings(program=program))) == []
    assert (tmp_path / "got").read_text() == "74x"


def test_programs_that_fail_are_named(bad):
    failing = (sys.executable, "-c", "import sys; sys.exit('no modem')")
    assert list(notice.send(bad, "x", Settings(program=failing))) == [
        f"the notice to {sys.executable} failed: it left with code 1: no modem"
    ]
    (said,) = notice.send(bad, "x", Settings(program=("/nowhere/sms",)))
    assert said == "the notice to /nowhere/sms failed: [Errno 2] No such file or directory: '/nowhere/sms'"
    sleeper = (sys.executable, "-c", "import time; time.sleep(60)")
    (said,) = notice.send(bad, "x", Settings(program=sleeper), 0.2)
    assert said == f"the notice to {sys.executable} failed: it took longer than 0 s"


@pytest.mark.parametrize(("when", "of_well", "of_bad"), [("failure", 0, 1), ("always", 1, 1), ("never", 0, 0)])
def test_notices_go_out_when_they_are_wanted(well, bad, when, of_well, of_bad):
    with hook() as (address, got):
        wanted = Settings(webhook=address, notify=when)
        list(notice.send(well, "x", wanted))
        assert len(got) == of_well
        list(notice.send(bad, "x", wanted))
        assert len(got) == of_well + of_bad


def test_a_notice_that_fails_is_said_and_the_code_stays(well, tmp_path):
    told = []
    wanted = Settings(notify="always", webhook="http://127.0.0.1:9/", metrics=tmp_path / "b.prom")
    said, code = traces.leave(well, tmp_path, wanted, lambda step, /, **figures: told.append(step))
    assert said[:-1] == tuple(lines(well))
    assert said[-1] == "the notice to http://127.0.0.1:9/ failed: <urlopen error [Errno 111] Connection refused>"
    assert (code, told) == (0, ["notice", "end"])
    assert (tmp_path / "assets" / "night.js").read_bytes() == shown.script(well)
    assert (tmp_path / "b.prom").is_file()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("{out}/2024-11-20/x.mp3: no permission", "audio_out/2024-11-20/x.mp3: no permission"),
        ("give the user the right to write in {out}", "give the user the right to write in audio_out"),
        ("{root}/segments/messages/a.yaml:3: unknown key", "segments/messages/a.yaml:3: unknown key"),
        ("the program /opt/voices/say is missing", "the program say is missing"),
        ("“/home/an/giọng/vi.onnx” is damaged", "“vi.onnx” is damaged"),
        (r"C:\Users\An\x.wav is empty", "x.wav is empty"),
        ("https://a.vn/b/c is silent on 20/11/2024, 1/2", "https://a.vn/b/c is silent on 20/11/2024, 1/2"),
        ("segments/contacts.yaml:7: expired", "segments/contacts.yaml:7: expired"),
    ],
)  # fmt: skip
def test_what_is_published_names_no_folder_of_the_machine(bad, tmp_path, text, seen):
    out = tmp_path / "audio_out"
    text = text.format(out=out, root=tmp_path)
    station = replace(bad.stations[0], reasons=(text,))
    report = replace(bad, stations=(station,), notes=(text,), troubles=(Trouble(text, text, 1),))
    said, _code = traces.leave(report, out, Settings(), lambda *_words, **_figures: None)
    assert any(text in line for line in said)
    state = status.load(out)
    assert {*state.notes, *state.stations[0].reasons} == {seen}
    assert state.troubles == (Trouble(seen, seen, 1),)
    assert json.dumps(seen, ensure_ascii=False) in (out / "assets" / "night.js").read_text(encoding="utf-8")


def test_a_state_that_cannot_be_written_is_said(well, tmp_path):
    (tmp_path / "status.json").mkdir()
    (tmp_path / "status.json" / "x").write_text("")
    said, code = traces.leave(well, tmp_path, Settings(), lambda *_words, **_figures: None)
    assert code == 74
    assert said[-1].startswith(f"{tmp_path / 'status.json'} cannot be written: ")


def test_the_administrators_settings_are_read(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text(
        'proxy = ""\n[nightly]\nuntil = "03:45"\nnotify = "always"\nwebhook = "https://chat.vn/x"\n'
        'program = ["/usr/local/bin/sms", "--to", "0123"]\nmetrics = "/var/lib/node_exporter/broadcast.prom"\n'
        '[nightly.mail]\nserver = "thu.vn"\nsender = "may@huyen.vn"\nto = ["truc@huyen.vn"]\n'
    )
    found = settings.read(path)
    assert (f"{found.until:%H:%M}", found.program[2], found.mail.security) == ("03:45", "0123", "starttls")
    assert settings.read(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[nightly]\nwebhok = ''\n", "nightly.webhok: there is no such key"),
        ("[nightly]\nwebhook = 'http://['\n", "nightly.webhook: it begins with https:// and names a server"),
        ("[nightly]\nwebhook = 'file:///etc/passwd'\n",
         "nightly.webhook: it begins with https:// and names a server"),
        ("[nightly.mail]\nserver = 'x'\nsender = 'y'\nto = []\n",
         "nightly.mail.to: the list is empty"),
        ("[nightly.mail]\nserver = 'x'\nto = ['y']\n",
         "nightly.mail.sender: the key is missing"),
        ("[nightly.mail]\nserver = 'x'\nsender = 'y'\nto = ['z']\nport = 0\n",
         "nightly.mail.port: the number is out of range"),
        ("[nightly.mail]\nserver = 'x'\nsender = 'y'\nto = ['z']\nport = 65536\n",
         "nightly.mail.port: the number is out of range"),
        ("[nightly]\nuntil = 'sớm'\n", "nightly.until: the value is of the wrong type"),
        ("[nightly]\nnotify = 'often'\n", "nightly.notify: one of: 'failure', 'always', 'never'"),
    ],
)  # fmt: skip
def test_wrong_settings_are_named(tmp_path, text, said):
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(Faults) as caught:
        settings.read(path)
    assert caught.value.message == said
    assert str(caught.value.faults[0].at) == str(path)
    assert caught.value.faults[0].hint == "see docs/nightly.md"


def test_settings_that_are_no_toml_are_named(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("[nightly\n")
    with pytest.raises(BroadcastError) as caught:
        settings.read(path)
    assert str(caught.value) == (
        f"{path}: the machine's settings cannot be read: Expected ']' at the end of a table declaration "
        "(at line 1, column 9)\n    it is a TOML file; see docs/nightly.md"
    )


def test_a_state_that_is_something_else_is_named(tmp_path):
    assert status.load(tmp_path) is None
    (tmp_path / "status.json").write_text("{}")
    with pytest.raises(BroadcastError) as caught:
        status.load(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path / 'status.json'} is not the state of a night\n    broadcast nightly writes it again"
    )


def test_a_night_may_stand_in_the_settings_of_the_machine(tmp_path, monkeypatch):
    from broadcast.voices import machine

    path = tmp_path / "config.toml"
    path.write_text('proxy = "http://p.vn"\n[nightly]\nnotify = "never"\n')
    assert machine.read(path).proxy == "http://p.vn"


def test_imports_of_a_night_are_late():
    code = "import sys, broadcast.cli as c; c.group(['nightly', '--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"numpy", "av", "pydantic", "smtplib"} & set(done.stdout.split())
