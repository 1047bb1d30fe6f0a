"""Whatever an editor writes into a message, the check gives faults, never another exception, and misses no number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from campaigns import write_campaign
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadcast.campaign import read
from broadcast.campaign.segment import Text
from broadcast.check import manner
from broadcast.check.heard import heard
from broadcast.check.safety import unsafe

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
WORDS = st.sampled_from(
    [*DIGITS, "mười", "mươi", "trăm", "nghìn", "gọi", "số", "bà con", "chấm", "vê en", "com", "a còng", "113", "156",
     "0912", "345.678", "20/11", "5.000đ", ".", ",", "\n", "{station}", "evil.com", "@", "*", "#", "ạ", "\u200b", "٣",
     "²", "½"]
)  # fmt: skip


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    return read(write_campaign(tmp_path_factory.mktemp("fuzz") / "segments"))


def faults(campaign, words):
    """Check the campaign with one message of other words."""
    text = Text(words, "f.yaml", tuple(range(1, words.count("\n") + 2)))
    changed = replace(campaign, segments=(replace(campaign.segments[0], text=text),), lexicon=campaign.lexicon)
    texts = [each for each in heard(changed, "tone") if each.kind == "message"]
    return [*unsafe(changed, texts), *manner.unfit(texts, 180)]


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120) | st.lists(WORDS, max_size=25).map(" ".join))
def test_any_text_gives_faults_at_places(campaign, words):
    for fault in faults(campaign, words):
        assert fault.message
        assert fault.at is not None


SEPARATORS = st.sampled_from([" ", ", ", ". ", " - ", "… ", "\n", " / ", "; "])


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 9), min_size=8, max_size=9), SEPARATORS, st.integers(0, 1023), st.booleans())
def test_no_telephone_number_gets_through_however_its_digits_are_mixed(campaign, number, separator, as_words, called):
    said = [DIGITS[digit] if as_words >> place & 1 else str(digit) for place, digit in enumerate([0, *number])]
    assert faults(campaign, f"Bà con {'gọi' if called else 'nhớ'} {separator.join(said)} nhé.")
