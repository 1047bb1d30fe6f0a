"""The campaign's lexicon: longest first, whole words, case, voices and regions."""

from __future__ import annotations

from broadcast.campaign.lexicon import Lexicon, Pronunciation
from broadcast.spoken import read


def test_the_longest_entry_wins_and_only_whole_words_count():
    lexicon = Lexicon(
        (Pronunciation("Thần", "một"), Pronunciation("Thần Sa", "hai"), Pronunciation("Thần Sa xã", "ba"))
    )
    assert read("Thần Sa xã, Thần Sa, Thần, Thầnn", lexicon).text.startswith("Ba, hai, một, ")


def test_case_counts_only_when_asked():
    exact = Lexicon((Pronunciation("LD", "lừa đảo", match_case=True),))
    assert read("LD", exact).text == "Lừa đảo"
    assert read("ld", exact).text != "Lừa đảo"
    loose = Lexicon((Pronunciation("combo", "com bô"),))
    assert read("Combo COMBO", loose).text == "Com bô com bô"


def test_old_and_new_tone_marks_and_nfd_are_the_same_word():
    lexicon = Lexicon((Pronunciation("Hòa Bình", "x"),))
    assert [read(text, lexicon).text for text in ("Hoà Bình", "Hòa Bình", "Ho\u0300a Bi\u0300nh")] == ["x", "x", "x"]


def test_voices_and_regions_restrict_an_entry():
    lexicon = Lexicon(
        (
            Pronunciation("app", "áp", voices=("espeak",)),
            Pronunciation("heo", "lợn", regions=("bac",)),
            Pronunciation("app", "ứng dụng"),
        )
    )
    assert read("app", lexicon, voice="espeak").text == "Áp"
    assert read("app", lexicon, voice="gtts").text == "Ứng dụng"
    assert read("heo", lexicon, region="bac").text == "Lợn"
    assert read("heo", lexicon, region="nam").text == "Heo"


def test_a_token_names_its_entry():
    entry = Pronunciation("VNeID", "vi en e ai đi", match_case=True)
    (token,) = read("VNeID", Lexicon((entry,))).tokens
    assert token.entry is entry
    assert (token.kind, token.rule) == ("lexicon", "lexicon")


def test_an_unknown_abbreviation_is_unread_until_the_lexicon_knows_it():
    assert [token.written for token in read("Ban QXZ họp").unread] == ["QXZ"]
    assert read("Ban QXZ họp", Lexicon((Pronunciation("QXZ", "quản xá"),))).unread == ()
