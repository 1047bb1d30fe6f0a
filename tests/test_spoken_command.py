"""`broadcast spoken`: one line for each line, faults on standard error, always exit 0."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from broadcast.cli.spoken import spoken
from broadcast.errors import BroadcastError


def run(*arguments: str, lines: str | bytes = "", where=None):
    return CliRunner(mix_stderr=False).invoke(spoken, ["--campaign", str(where or "nowhere"), *arguments], input=lines)


def test_a_text_as_argument():
    result = run("Gọi", "113")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Gọi một một ba\n", "")


def test_as_many_lines_as_came():
    result = run(lines="Gọi 113\n\n  \nNgày 20/11\u2028sau\x0bđó\r\nhết")
    assert result.exit_code == 0
    assert len(result.stdout.split("\n")) == 6
    assert result.stdout.startswith("Gọi một một ba\n\n\nNgày hai mươi tháng mười một")


def test_bytes_that_are_no_text_still_give_a_line():
    result = run(lines=b"\xff\xfe abc\n\x00\n")
    assert result.exit_code == 0
    assert result.stdout.count("\n") == 2


def test_what_cannot_be_read_is_named():
    result = run("Ban QXZ họp")
    assert result.exit_code == 0
    assert result.stdout == "Ban quy ích dét họp\n"
    assert result.stderr == (
        "cannot read QXZ in full; give it to lexicon.yaml: {written: QXZ, spoken: …, match_case: true}\n"
    )


def test_what_cannot_be_read_of_many_lines_is_named_with_line_and_column():
    result = run(lines="Gọi 113\nBan QXZ họp\n")
    assert result.stdout == "Gọi một một ba\nBan quy ích dét họp\n"
    assert result.stderr.startswith("2:5: cannot read QXZ in full; ")


def test_explain_shows_every_token():
    assert run("--explain", "Gọi 113").stdout.splitlines() == [
        "Gọi một một ba",
        "  0–4  word/plain  'Gọi ' → 'Gọi'",
        "  4–7  shortcode/shortcode  '113' → 'một một ba'  = 113",
    ]


def test_a_voice_that_reads_vietnamese_only_gets_respelt_words():
    assert run("--voice", "espeak", "mở Facebook").stdout == "Mở phây búc\n"
    assert run("mở Facebook").stdout == "Mở Facebook\n"


def test_an_unknown_voice_is_an_error():
    result = run("--voice", "nobody", "x")
    assert isinstance(result.exception, BroadcastError)
    assert result.exception.message == "unknown voice nobody"


def test_the_lexicon_of_the_campaign(tmp_path):
    (tmp_path / "lexicon.yaml").write_text("lexicon:\n  - {written: QXZ, spoken: quản xá}\n", encoding="utf-8")
    assert run("Ban QXZ", where=tmp_path).stdout == "Ban quản xá\n"


@pytest.mark.parametrize("region", ["bac", "trung", "nam"])
def test_regions(region):
    thousand = "ngàn" if region == "nam" else "nghìn"
    assert run("--region", region, "1.000").stdout == f"Một {thousand}\n"
