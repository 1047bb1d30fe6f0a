"""Sentences of notices and warnings, and the public sets: each must read exactly as it stands there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from broadcast.spoken import read

GOLDEN = Path(__file__).with_name("golden") / "spoken"


def cases(name: str) -> list[tuple[str, str]]:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()[1:]
    return [(written, spoken) for written, spoken, *_rest in (line.split("\t") for line in lines)]


def plain(spoken: str) -> str:
    """Fold what regions and schools say differently without another meaning."""
    words = re.sub(r"[,.;:?!…]", " ", spoken).lower().replace("tỉ", "tỷ").replace("lẻ", "linh")
    return re.sub(r"(nghìn|triệu|tỷ) không trăm (?=linh|\S+ mươi|mười)", r"\1 ", " ".join(words.split()))


def test_notices_read_as_they_stand(request):
    path = GOLDEN / "notices.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    if request.config.getoption("--bless"):
        rows[1:] = [[row[0], read(row[0], foreign="keep").text, *row[2:]] for row in rows[1:]]
        path.write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8", newline="\n")
    wrong = [(row[0], row[1], got) for row in rows[1:] if (got := read(row[0], foreign="keep").text) != row[1]]
    assert wrong == []
    assert len(rows) > 400


@pytest.mark.parametrize("name", ["public/icu_cldr_vi.tsv", "public/humanizer_vi.tsv"])
def test_numbers_of_the_public_sets(name):
    wrong = [
        (written, spoken, got)
        for written, spoken in cases(name)
        if plain(got := read(written).text) not in {plain(choice) for choice in spoken.split(" | ")}
    ]
    assert wrong == []


def test_every_case_is_the_same_in_nfd_and_with_other_spaces():
    for written, spoken in cases("notices.tsv"):
        other = unicodedata.normalize("NFD", written).replace(" ", "\u00a0")
        assert read(other, foreign="keep").text == spoken


def test_a_text_without_foreign_words_reads_alike_for_every_voice():
    alike = 0
    for name in ("notices.tsv", "public/nemo_tn.tsv"):
        for written, _spoken in cases(name):
            reading = read(written)
            if reading.native:
                alike += 1
                assert read(written, foreign="keep").text == reading.text
    assert alike > 500


def test_every_reading_reads_as_itself():
    for _written, spoken in cases("notices.tsv"):
        assert read(spoken, foreign="keep").text == spoken
