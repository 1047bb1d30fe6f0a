"""The words of a report: one screen that says what every station has, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from broadcast.i18n import _, ngettext
from broadcast.night.report import COLOURS, Colour, Report

LISTED = 24  # stations that are listed one by one; of more, the green ones are only counted
_SIGNS: dict[Colour, str] = {"green": "●", "amber": "▲", "red": "✖"}


def screen(report: Report) -> Iterator[str]:
    """Give the report's lines, the gravest last, where the eye falls."""
    yield _("night {run}: {what}").format(run=report.run, what=_what(report))
    yield from _stations(report)
    yield from (_("note: {note}").format(note=note) for note in report.notes)
    for trouble in report.troubles:
        yield _("trouble: {message}").format(message=trouble.message)
        if trouble.mend:
            yield _("    what to do: {mend}").format(mend=trouble.mend)
    if report.state == "made" and not report.signed:
        yield _("note: nothing is signed, for this machine has no key (broadcast keys new)")
    yield from _counts(report)


def _what(report: Report) -> str:
    if report.state == "before":
        return _("the campaign has not begun; there is nothing to make")
    if report.state == "after":
        return _("the campaign is over; there is nothing to make")
    return _("programmes for {dates}").format(dates=", ".join(f"{date:%d/%m/%Y}" for date in report.dates))


def _stations(report: Report) -> Iterator[str]:
    names = {"green": _("green"), "amber": _("amber"), "red": _("red")}
    many = len(report.stations) > LISTED
    for colour in COLOURS:
        for station in report.stations:
            if station.colour == colour and not (many and colour == "green"):
                yield f"{_SIGNS[colour]} {names[colour]}  {station.name} ({station.id})"
                yield from (f"      {reason}" for reason in station.reasons)


def _counts(report: Report) -> Iterator[str]:
    for voice, count in report.voices.items():
        yield ngettext("{count} programme spoken by {voice}", "{count} programmes spoken by {voice}", count).format(
            count=count, voice=voice
        )
    if report.state == "made":
        yield _("stations: {green} green, {amber} amber, {red} red; programmes: {made} made, {kept} kept").format(
            **{colour: report.count(colour) for colour in COLOURS}, made=report.made, kept=report.kept
        )
    yield _("{verdict} ({seconds:.1f} s, exit code {code})").format(
        verdict=_verdict(report), seconds=report.seconds, code=report.code
    )


def _verdict(report: Report) -> str:
    if report.well:
        return _("all is well")
    if report.count("red"):
        return _("somebody must act before the first slot: see the red stations above")
    return _("every station has something fit to air, but not everything went as wished")
