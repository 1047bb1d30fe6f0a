"""`broadcast recordings`: what is recorded, what is missing and for whom, and the sheet to read from."""

from __future__ import annotations

from pathlib import Path

import pytest
from campaigns import write_campaign
from click.testing import CliRunner

from broadcast.cli.recordings import recordings
from broadcast.errors import BroadcastError

RECORDING = "{file: recordings/viec-nhe.wav, reader: Nông Thị Hoa, consent: 2024-11-18}"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    write_campaign(
        tmp_path / "segments",
        edits={
            "stations.yaml": (
                'kind: commune, gso_code: "05716", languages: [vi]',
                "kind: commune, languages: [tay, vi]",
            ),
            "messages/viec-nhe.yaml": (
                "source:",
                f"recordings:\n  tay: {RECORDING}\nsource:",
            ),
        },
    )


def _invoke(*args: str):
    return CliRunner(mix_stderr=False).invoke(recordings, args)


def test_what_is_recorded_and_what_is_missing_and_for_whom() -> None:
    result = _invoke()
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "vi: 0 recorded, 0 missing, 6 spoken by the voice",
        "  aired by 2 stations: dai-huyen, xa-mot",
        "tay: 1 recorded, 5 missing, 0 spoken by the voice",
        "  aired by 1 station: xa-mot",
        "  unfit     viec-nhe: recordings/viec-nhe.wav, 0.0 s, read by Nông Thị Hoa, consent of 2024-11-18",
        "            there is no such file",
        "  missing   cong-an-gia: Công an không làm việc qua điện thoại; for all of them",
        "  missing   lenh-bat: Lệnh bắt không gửi qua điện thoại; for all of them",
        "  missing   nguoi-mau: Tuyển người mẫu nhí phải nộp tiền; for all of them",
        "  missing   nop-phi: Vay tiền mà phải nộp tiền trước; for all of them",
        "  missing   phat-nguoi: Tiền phạt không đòi qua điện thoại; for all of them",
    ]


def test_one_station_that_airs_only_vietnamese() -> None:
    assert _invoke("--station", "dai-huyen").stdout.splitlines() == [
        "vi: 0 recorded, 0 missing, 6 spoken by the voice",
        "  aired by 1 station: dai-huyen",
    ]


def test_the_sheet_holds_every_missing_message_whole() -> None:
    sheet = _invoke("--language", "tay", "--sheet").stdout
    assert sheet.startswith("TỜ ĐỌC THU ÂM: TIẾNG TÀY\nChiến dịch thử nghiệm phòng lừa đảo\n")
    assert "Có 5 tin." in sheet
    assert "   Cần công an, ông bà bấm số 113.\n      đọc là: Cần công an, ông bà bấm số một một ba.\n" in sheet
    assert "Tên tệp: recordings/cong-an-gia-tay.m4a" in sheet
    assert "Việc nhẹ, lương cao" not in sheet
    assert "Ngày đồng ý: ....." in sheet


def test_the_printed_page_says_the_same(tmp_path: Path) -> None:
    result = _invoke("--language", "tay", "-o", "sheet.html")
    assert result.stdout == "sheet.html: 5 messages to record\n"
    page = (tmp_path / "sheet.html").read_text("utf-8")
    assert page.count('<div class="message">') == 5
    assert "Nó xưng là công an, nói to, nói nhanh, dọa bắt người." in page
    assert "http" not in page


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["--language", "nung"],
            "no station airs the language “nung”\n    add it to “languages” of a station in stations.yaml",
        ),
        (["--station", "xa-mo"], "unknown station xa-mo\n    did you mean xa-mot?"),
        (["--sheet", "-o", "x.doc"], "x.doc is neither .txt nor .html\n    write -o sheet.html or -o sheet.txt"),
    ],
)
def test_recordings_refuses_with_a_reason(args: list[str], message: str) -> None:
    result = _invoke(*args)
    assert isinstance(result.exception, BroadcastError)
    assert str(result.exception) == message
