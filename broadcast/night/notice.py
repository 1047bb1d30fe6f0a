"""Notices: the summary of a night goes to a web address, by mail or to a program; none of them can fail the night."""

from __future__ import annotations

import json
import os
import smtplib
import ssl
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import EmailMessage

from broadcast.i18n import _
from broadcast.night.report import COLOURS, Report
from broadcast.night.settings import Mail, Settings
from broadcast.night.status import Status, dump

WEB, MAIL, PROGRAM = 10.0, 15.0, 60.0  # seconds that each may take


def send(report: Report, summary: str, settings: Settings, patience: float = PROGRAM) -> Iterator[str]:
    """Send the summary where the administrator wants it; give the words for each way that failed.

    A program may take `patience` seconds.
    """
    if settings.notify == "never" or (settings.notify == "failure" and report.well):
        return
    ways: list[tuple[str, Callable[[], str]]] = []
    if settings.webhook:
        ways.append((settings.webhook, lambda: _web(settings.webhook, report, summary)))
    if mail := settings.mail:
        ways.append((mail.server, lambda: _mail(mail, report, summary)))
    if settings.program:
        ways.append((settings.program[0], lambda: _program(settings.program, report, summary, patience)))
    for name, way in ways:
        if reason := way():
            yield _("the notice to {name} failed: {reason}").format(name=name, reason=reason)


def subject(report: Report) -> str:
    """Give the mail's subject, so that the list of a mailbox says how the night was."""
    verdict = _("all is well") if report.well else _("needs a look")
    counts = _("{green} green, {amber} amber, {red} red").format(**{name: report.count(name) for name in COLOURS})
    return f"broadcast: {verdict} ({counts})"


def _web(address: str, report: Report, summary: str) -> str:
    """POST the summary as `text`, which chat services show, and the whole state beside it."""
    told = {"text": f"{subject(report)}\n{summary}", "status": json.loads(dump(Status.of(report)))}
    request = urllib.request.Request(  # noqa: S310 - the settings take http and https only
        address, json.dumps(told, ensure_ascii=False).encode(), {"Content-Type": "application/json; charset=utf-8"}
    )
    try:
        with urllib.request.urlopen(request, timeout=WEB) as answer:  # noqa: S310
            answer.read(1)
    except (OSError, ValueError) as error:  # a server's no is an OSError too
        return str(error)
    return ""


def _mail(mail: Mail, report: Report, summary: str) -> str:
    message = EmailMessage()
    message["Subject"] = subject(report)
    message["From"] = mail.sender
    message["To"] = ", ".join(mail.to)
    message.set_content(summary)
    try:
        with _server(mail) as server:
            if mail.user:
                server.login(mail.user, _password(mail))
            server.send_message(message)
    except UnicodeError as error:  # smtplib sends only ASCII there
        if getattr(error, "encoding", "idna") == "idna":
            return _("“{server}” cannot be the name of a server").format(server=mail.server)
        return _("the user or the password has letters that a mail server does not get whole: write it in ASCII")
    except (OSError, smtplib.SMTPException) as error:
        return _said(error)
    return ""


def _said(error: Exception) -> str:
    """Say what a mail server, or the line to it, did not like."""
    if isinstance(error, smtplib.SMTPResponseException):
        answer = error.smtp_error
        said = f"{error.smtp_code} {answer.decode('utf-8', 'replace') if isinstance(answer, bytes) else answer}"
        if isinstance(error, smtplib.SMTPAuthenticationError):
            return _("the server does not take this user and password: {said}").format(said=said)
        return said
    if isinstance(error, smtplib.SMTPRecipientsRefused):  # a dictionary, and as such it would be shown
        refused = (f"{name} ({code} {words.decode('utf-8', 'replace')})" for name, (code, words) in
                   error.recipients.items())  # fmt: skip
        return _("the server does not take mail for {names}").format(names=", ".join(refused))
    if isinstance(error, ssl.SSLCertVerificationError):
        return _("the server's certificate is not to be trusted: {reason}").format(reason=error.verify_message)
    if isinstance(error, ssl.SSLError):
        plain = _("no encrypted line to the server; look at “security” and “port” ({reason})")
        return plain.format(reason=error.reason)
    return str(error)


def _server(mail: Mail) -> smtplib.SMTP:
    if mail.security == "tls":
        return smtplib.SMTP_SSL(mail.server, mail.port, timeout=MAIL, context=ssl.create_default_context())
    server = smtplib.SMTP(mail.server, mail.port, timeout=MAIL)
    if mail.security == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except (OSError, smtplib.SMTPException):
            server.close()
            raise
    return server


def _password(mail: Mail) -> str:
    return mail.password_file.read_text("utf-8").strip() if mail.password_file else ""


def _program(command: tuple[str, ...], report: Report, summary: str, patience: float) -> str:
    """Run the administrator's program with the summary on its standard input."""
    environment = {**os.environ, "BROADCAST_RUN": report.run, "BROADCAST_CODE": str(report.code)}
    try:
        done = subprocess.run(  # noqa: S603 - a program of the administrator's, never of a campaign
            command, input=summary.encode(), capture_output=True, timeout=patience, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        return _("it took longer than {seconds:.0f} s").format(seconds=patience)
    except OSError as error:
        return str(error)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return _("it left with code {code}: {said}").format(code=done.returncode, said=said[-1] if said else "")
    return ""
