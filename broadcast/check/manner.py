"""Texts must be fit for the ear: something to say, short sentences, a good length, nothing left unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from broadcast.check.heard import Heard
from broadcast.errors import Fault
from broadcast.i18n import _
from broadcast.plan.demand import URGENT
from broadcast.spoken import syllables

LONGEST_SENTENCE = 25  # syllables
SHORTEST_MESSAGE, LONGEST_MESSAGE = 90, 130  # syllables
IDENT_SECONDS = 8.0


def unfit(texts: Iterable[Heard], pace: float) -> Iterator[Fault]:
    """Give what is hard to hear; `pace` is in syllables a minute."""
    for text in texts:
        if text.kind == "title":
            continue
        yield from _unread(text)
        yield from _lengths(text, pace)


def _unread(text: Heard) -> Iterator[Fault]:
    for sentence in text.sentences:
        for token in sentence.reading.unread:
            sign = token.written.strip()
            yield Fault(
                _("nobody knows how to read “{sign}”").format(sign=sign),
                sentence.place(token.start),
                _('write it as it is said, or add to lexicon.yaml: - {{written: "{sign}", spoken: …}}').format(
                    sign=sign
                ),
            )


def _least(text: Heard) -> int:
    """Give how many syllables a message has at least: an urgent one may be as short as what it has to say."""
    return 1 if text.segment and text.segment.bulletin_class == URGENT else SHORTEST_MESSAGE


def _lengths(text: Heard, pace: float) -> Iterator[Fault]:
    total = 0
    for sentence in text.sentences:
        count = syllables(sentence.reading.text)
        total += count
        if count > LONGEST_SENTENCE:
            yield Fault(
                _("the sentence has {count} syllables, too long for the ear").format(count=count),
                sentence.place(0),
                _("at most {most}: make two of it").format(most=LONGEST_SENTENCE),
                "warning",
            )
    place = text.sentences[0].place(0) if text.sentences else text.at
    if not total:
        yield Fault(_("the text has nothing to say"), place, _("write its words, or remove it"))
    elif text.kind == "message" and not _least(text) <= total <= LONGEST_MESSAGE:
        yield Fault(
            _("the message has {count} syllables").format(count=total),
            place,
            _("{least} to {most} are good to hear").format(least=SHORTEST_MESSAGE, most=LONGEST_MESSAGE),
            "warning",
        )
    elif text.kind == "ident" and total * 60 / pace > IDENT_SECONDS:
        yield Fault(
            _("the ident lasts {seconds:.0f} seconds").format(seconds=total * 60 / pace),
            place,
            _("at most {most:.0f}: it is spoken over the opener, anew for every station").format(most=IDENT_SECONDS),
            "warning",
        )
