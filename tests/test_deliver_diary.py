"""The diary: what was confirmed is kept for good, never mixed with what was planned, and filed as an office does."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import multiprocessing
import stat
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
import sites
from programs import run

from broadcast.deliver import airing, codes, diary, office
from broadcast.deliver.airing import Airing, confirmed, note
from broadcast.deliver.closing import closing, minutes
from broadcast.deliver.document import MOTTO, NATION
from broadcast.errors import BroadcastError

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime.datetime(2024, 11, 21, 8, 0, tzinfo=ZONE)
SUM = hashlib.sha256(b"a programme").hexdigest()
WORDS = "Mất điện: trạm biến áp Đình Cả hỏng, thợ hẹn chữa xong trước buổi chiều"


@pytest.fixture(scope="module")
def campaign():
    return sites.campaign()


def said(slot="05:30", at="05:31", reason="", *, station="dinh-ca", by="Hoàng Văn Ất", now=NOW, sha256=""):
    return Airing(station, sites.FIRST, slot, at, reason, by, now, sha256)


def test_the_last_confirmation_counts_and_the_first_stays(tmp_path):
    note(tmp_path, said(at="05:30"))
    note(tmp_path, said(at="05:45"))
    assert airing.read(tmp_path)[said().key].at == "05:45"
    assert (tmp_path / airing.NAME).read_bytes().count(b"\n") == 2
    assert stat.S_IMODE((tmp_path / airing.NAME).stat().st_mode) == 0o600


def test_a_journal_of_an_earlier_version_is_read(tmp_path):
    note(tmp_path, said())
    path = tmp_path / airing.NAME
    path.write_text(path.read_text("utf-8").replace(', "sha256": ""', ""), "utf-8")
    assert "sha256" not in path.read_text("utf-8")
    assert airing.read(tmp_path) == {said().key: said()}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["--slot", "05:30", "--at", "05:31"], True),
        (["--slot", "05:30", "--not", "mất điện"], False),
    ],
)
def test_the_command_keeps_the_sum_of_what_was_aired(filed, tmp_path, words, kept):
    from click.testing import CliRunner

    from broadcast.cli.aired import aired

    place = ["--campaign", "segments", "--out", str(filed[0]), "--keys", str(tmp_path)]
    told = CliRunner().invoke(aired, ["--station", "dinh-ca", "--date", str(sites.FIRST), *words, *place])
    assert told.output == "confirmed: dinh-ca, 2024-11-20 05:30\n"
    heard = airing.read(tmp_path)["dinh-ca", sites.FIRST, "05:30"].sha256
    file = filed[0] / f"{sites.FIRST}/dinh-ca/20241120_0530_dinh-ca.mp3"
    assert heard == (hashlib.sha256(file.read_bytes()).hexdigest() if kept else "")


def test_the_command_says_when_it_does_not_know_the_file(tmp_path):
    from click.testing import CliRunner

    from broadcast.cli.aired import aired

    words = ["--station", "dinh-ca", "--date", str(sites.FIRST), "--slot", "05:30", "--at", "05:31"]
    place = ["--campaign", "segments", "--out", str(tmp_path / "none"), "--keys", str(tmp_path)]
    assert CliRunner().invoke(aired, [*words, *place]).output == (
        "confirmed: dinh-ca, 2024-11-20 05:30\n"
        f"no file for this slot stands in {tmp_path / 'none'}: the diary will have no SHA-256 of it\n"
    )
    assert airing.read(tmp_path)["dinh-ca", sites.FIRST, "05:30"].sha256 == ""


def test_a_line_that_was_torn_by_a_power_cut_spoils_no_other(tmp_path):
    note(tmp_path, said())
    path = tmp_path / airing.NAME
    whole = path.read_bytes()
    for cut in range(len(whole)):
        path.write_bytes(whole + whole[:cut])
        note(tmp_path, said("17:00", "17:02"))
        assert [each.at for each in airing.read(tmp_path).values()] == ["05:31", "17:02"]
        assert path.read_bytes().startswith(whole)


def _many(folder, number):
    for each in range(20):
        note(folder, said(by=f"{number}-{each}"))


def test_many_may_confirm_at_once(tmp_path):
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_many, args=(tmp_path, number)) for number in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    lines = (tmp_path / airing.NAME).read_text("utf-8").splitlines()
    assert len(lines) == len(set(lines)) == 80


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"at": ""}, "say either when it was aired, or why it was not"),
        ({"reason": "mất điện"}, "say either when it was aired, or why it was not"),
        ({"at": "25:00"}, "25:00 is not a time of day"),
        ({"at": "", "reason": "a" * 301}, "a reason or a name has at most 300 letters"),
        ({"slot": "17:00", "at": "17:00", "now": NOW.replace(day=20)},
         "17:00 on 2024-11-20 is still to come: it cannot be confirmed yet"),
    ],
)  # fmt: skip
def test_what_cannot_be_true_is_refused(wrong, message):
    with pytest.raises(BroadcastError) as caught:
        confirmed(said(**wrong))
    assert caught.value.message == message


def test_a_code_is_kept_as_a_hash_and_opens_one_station(tmp_path):
    code = codes.make(tmp_path, "dinh-ca")
    assert code not in (tmp_path / codes.NAME).read_text()
    assert stat.S_IMODE((tmp_path / codes.NAME).stat().st_mode) == 0o600
    known = codes.read(tmp_path)
    assert known.right("dinh-ca", f" {code.lower().replace('-', ' ')} ")
    assert not known.right("than-sa", code)
    assert not known.right("dinh-ca", "")
    again = codes.make(tmp_path, "dinh-ca")
    assert not codes.read(tmp_path).right("dinh-ca", code)
    assert codes.revoke(tmp_path, "dinh-ca")
    assert not codes.read(tmp_path).right("dinh-ca", again)


@pytest.fixture(scope="module")
def filed(tmp_path_factory, campaign):
    """Give a built day, and what two stations said of it."""
    out = tmp_path_factory.mktemp("filed")
    sites.lay(out, sites.day(sites.FIRST))
    spoken = (said(sha256=SUM), said("17:00", "", f"={WORDS}", by="Nông Thị Ền"), said(station="than-sa", at="05:30"))
    return out, {each.key: each for each in spoken}


def _diary(filed, campaign):
    return diary.diary(filed[0], campaign, "dinh-ca", diary.week("2024-W47"), filed[1])


def test_the_diary_tells_planned_from_aired(filed, campaign):
    rows = _diary(filed, campaign).tables[0].rows
    assert len(rows) == 10  # the campaign begins on the Wednesday
    assert [row[2] for row in rows[:2]] == ["05:30", "17:00"]
    assert (rows[0][5], rows[0][6], rows[0][7]) == ("05:31", "", "Hoàng Văn Ất")
    assert (rows[1][5], rows[1][6]) == ("", f"={WORDS}")
    assert [row[8] for row in rows[:3]] == [SUM, "", ""]
    assert rows[2][5] == ""
    assert rows[0][3].startswith("Công an không làm việc qua điện thoại; ")


@pytest.mark.parametrize("text", ["2024-W47", "2024-11-20", "2024-11-24"])
def test_a_week_is_told_by_number_or_day(text):
    assert diary.week(text) == (datetime.date(2024, 11, 18), datetime.date(2024, 11, 24))


def test_minutes_are_those_that_were_confirmed(filed, campaign):
    found = tuple(diary.slots(*_named(filed, campaign)))
    assert not minutes(campaign, found)  # no segment of the campaign has the test's ids
    one = replace(campaign, segments=(replace(campaign.segments[0], id="message-2.0", topics=("14", "6")),))
    spent = minutes(one, found)
    assert spent == {
        (topic, station, sites.FIRST): pytest.approx(1 / 60)
        for topic in ("14", "6")
        for station in ("dinh-ca", "than-sa")
    }


def _named(filed, campaign):
    return filed[0], campaign, filed[1]


def test_the_closing_report_counts_and_gives_the_reasons(filed, campaign):
    made = closing(filed[0], campaign, filed[1])
    stations = {row[0]: row[1:5] for row in made.tables[0].rows}
    assert stations["Thị trấn Đình Cả"] == (2, 1, 1, 20)
    assert stations["Xã Thần Sa"] == (2, 1, 0, 21)
    assert made.tables[-1].rows == (("20/11/2024", "17:00", "Thị trấn Đình Cả", f"={WORDS}", "Nông Thị Ền"),)
    assert len(made.tables) == 3 + len(campaign.stations)
    assert [len(table.head) == len(table.widths) for table in made.tables] == [True] * len(made.tables)


def test_the_pdf_has_every_letter_and_mark(filed, campaign, tmp_path):
    path = tmp_path / "diary.pdf"
    path.write_bytes(office.written(_diary(filed, campaign), "pdf"))
    text = " ".join(run("pdftotext", "-layout", path, "-").decode().split())
    assert SUM in text.replace(" ", "") or SUM in "".join(run("pdftotext", path, "-").decode().split())
    for words in (NATION, MOTTO, "ỦY BAN NHÂN DÂN HUYỆN VÕ NHAI", "Nông Thị Ền"):
        assert words in text
    letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    path.write_bytes(office.pdf(office.Document(("A", "B"), letters, (letters.upper(),), (), "", ("C",))))
    found = "".join(run("pdftotext", path, "-").decode().split())
    assert letters in found
    assert letters.upper() in found
    assert b"DejaVuSerifCondensed" in run("pdffonts", path)


def test_the_workbook_opens_and_words_are_no_formula(filed, campaign):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(office.written(closing(filed[0], campaign, filed[1]), "xlsx")))
    assert len(book.worksheets) == 3 + len(campaign.stations)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    values = {cell.value for cell in cells}
    assert {f"={WORDS}", NATION, "Xã Thần Sa"} <= values
    assert book.worksheets[0].page_setup.paperSize == 9


def test_the_csv_is_utf8_for_excel_and_harmless(filed, campaign):
    data = office.written(_diary(filed, campaign), "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    assert {f"'={WORDS}", SUM} <= set(cells)
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


def test_the_page_to_print_escapes_what_was_written(filed, campaign):
    hostile = said("17:00", "", sites.HOSTILE)
    page = office.written(_diary((filed[0], {hostile.key: hostile}), campaign), "html")
    assert b"<script" not in page
    assert b"&lt;script&gt;alert(1)" in page
