"""`broadcast approve`: sign what will be heard, or see what is signed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcast.errors import BroadcastError
from broadcast.i18n import _

if TYPE_CHECKING:
    from broadcast.campaign.signature import Subject
    from broadcast.plan.approvals import Approvals


@click.command(
    help=_("""Sign what will be heard on DATE…, so that it may be aired; without DATE, show what is signed.

    DATE is a date such as 2024-11-20, a row of dates such as 2024-11-20..2024-11-30, “standby” or “all”.""")
)
@click.argument("dates", nargs=-1, metavar="[DATE]...")
@click.option("--by", metavar="NAME", help=_("Who signs."))
@click.option("--role", metavar="ROLE", help=_("In which role: one of those in the campaign's “approval”."))
@click.option("--note", default="", help=_("What is to be kept with the signature."))
@click.option("--campaign", "folder", type=click.Path(path_type=Path), default=Path("segments"), show_default=True,
              help=_("The campaign's folder."))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=Path("audio_out"), show_default=True,
              help=_("The folder for finished programmes."))  # fmt: skip
@click.option("--scripts", "where", type=click.Path(path_type=Path), metavar="DIR",
              help=_("The folder of scripts and approvals; by default beside the campaign's folder."))  # fmt: skip
def approve(  # noqa: PLR0913 - an argument for each option
    dates: tuple[str, ...], *, by: str | None, role: str | None, note: str, folder: Path, out: Path, where: Path | None
) -> None:
    """Show the state of every day, or sign some."""
    from broadcast.build.approve import Person, opened
    from broadcast.build.approve import approve as sign
    from broadcast.campaign.approvals import beside

    if dates and not (by and role):
        raise click.UsageError(_("who signs? give --by NAME and --role ROLE"))
    where = where or beside(folder)
    approvals = opened(folder, where)
    if not dates:
        for subject in approvals.subjects:
            click.echo("\n".join(_state(approvals, subject, where)))
        return
    subjects = list(chosen(approvals, dates))
    person = Person(" ".join((by or "").split()), " ".join((role or "").split()),
                    datetime.datetime.now(datetime.UTC), " ".join(note.split()))  # fmt: skip
    approvals = sign(approvals, subjects, person, where, out if out.is_dir() else None)
    for subject in dict.fromkeys((*subjects, "standby")):
        click.echo("\n".join(_state(approvals, subject, where)))


def chosen(approvals: Approvals, words: tuple[str, ...]) -> Iterator[Subject]:
    """Give the days that words name, in their order.

    Raises:
        BroadcastError: a word is no date of the campaign, no row of dates and none of the other words.
    """
    known = {str(subject): subject for subject in approvals.subjects}
    for word in words:
        first, dots, last = word.partition("..")
        if word == "all":
            yield from known.values()
        elif first in known and not dots:
            yield known[first]
        elif {first, last} <= known.keys() and first <= last:
            yield from (subject for name, subject in known.items() if first <= name <= last)
        else:
            campaign = approvals.plan.campaign
            raise BroadcastError(
                _("{date} is not a date of the campaign").format(date=word),
                hint=_("its dates are {first} to {last}").format(first=campaign.first, last=campaign.last),
            )


def _state(approvals: Approvals, subject: Subject, where: Path) -> Iterator[str]:
    """Give the lines that tell how a day stands: who signed it, or what is missing and which words changed."""
    from broadcast.check.outgrown import changes

    verdict = approvals.verdict(subject)
    signed = "; ".join(
        _("{name} ({role}), {at}").format(name=each.by, role=each.role, at=f"{each.at:%d/%m/%Y %H:%M}")
        for each in verdict.valid
    )
    if verdict.approved:
        codes = ", ".join(dict.fromkeys(verdict.heard.codes.values()))
        yield _("{day}: approved by {people}; codes {codes}").format(day=subject, people=signed, codes=codes)
        return
    yield _("{day}: not approved: {lacking}").format(day=subject, lacking="; ".join(verdict.lacking))
    if signed:
        yield "    " + _("signed so far by {people}").format(people=signed)
    yield from (f"    {fault.at}: {fault.message}" for fault in changes(verdict, where))
