"""The shipped campaign: its scripts are those of its words, and its sample approval stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadcast.build.approve import opened
from broadcast.build.scripts import write

ROOT = Path(__file__).parents[1]
MEND = 'broadcast approve all --by "Mẫu: người duyệt" --role "lãnh đạo" --note "Chữ ký mẫu, để chạy thử chương trình"'


@pytest.fixture(scope="module")
def approvals():
    return opened(ROOT / "segments", ROOT / "scripts")


def test_every_day_and_the_standby_programmes_are_approved(approvals):
    lacking = [str(subject) for subject in approvals.subjects if not approvals.verdict(subject).approved]
    assert lacking == [], MEND


def test_the_signature_says_that_it_is_a_sample(approvals):
    assert {(each.role, each.by) for each in approvals.signatures} == {("lãnh đạo", "Mẫu: người duyệt")}


def test_the_scripts_are_those_of_today(approvals, tmp_path):
    made = {path.name: path.read_bytes() for path in write(approvals, approvals.subjects, tmp_path)}
    there = {path.name: path.read_bytes() for path in (ROOT / "scripts").glob("*.md")}
    assert [name for name in sorted(made.keys() | there.keys()) if made.get(name) != there.get(name)] == [], MEND


def test_the_words_that_were_signed_are_kept(approvals):
    kept = sorted(path.name for path in (ROOT / "scripts" / "heard").iterdir())
    assert kept == sorted(Path(each.heard).name for each in approvals.signatures)


def test_the_docs_say_how_to_sign_again():
    assert MEND in (ROOT / "docs" / "approval.md").read_text(encoding="utf-8")
