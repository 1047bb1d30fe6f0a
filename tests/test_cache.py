"""What is kept between runs is used only when it is whole and of this very program; nothing ever depends on it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from broadcast import cache
from broadcast.deliver import pages

NOW = 1_732_000_000.0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BROADCAST_CACHE", str(tmp_path))
    return tmp_path


def test_a_value_is_made_once_for_each_key(folder: Path) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [cache.recall("plans", Path("x"), key, make) for key in (b"a", b"a", b"b", b"b", b"a")] == [1, 1, 2, 2, 3]
    assert cache.recall("plans", Path("y"), b"a", make) == 4


def test_what_is_not_settled_is_not_kept(folder: Path) -> None:
    assert cache.recall("plans", Path("x"), b"a", lambda: 1, lambda: False) == 1
    assert cache.recall("plans", Path("x"), b"a", lambda: 2) == 2


@pytest.mark.parametrize(
    "spoilt", [lambda data: data[:-1], lambda data: data + b"x", lambda data: b"", lambda data: data[:20]]
)
def test_damaged_bytes_are_none(folder: Path, spoilt) -> None:
    cache.keep("plans", "name", b"key", b"payload")
    assert cache.kept("plans", "name", b"key") == b"payload"
    assert cache.kept("plans", "name", b"yek") is None
    path = folder / "plans" / "name"
    path.write_bytes(spoilt(path.read_bytes()))
    assert cache.kept("plans", "name", b"key") is None


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("BROADCAST_CACHE", str(tmp_path / "file"))
    assert cache.recall("plans", Path("x"), b"a", lambda: 1) == 1
    assert cache.recall("plans", Path("x"), b"a", lambda: 2) == 2


def test_what_was_not_used_for_long_is_forgotten(folder: Path) -> None:
    for name, days in (("old", 40), ("fresh", 5)):
        cache.keep("plans", name, b"key", b"payload")
        os.utime(folder / "plans" / name, (NOW - days * 86_400,) * 2)
    (folder / "recordings.json").write_text("{}")
    os.utime(folder / "recordings.json", (0, 0))
    size = (folder / "plans" / "old").stat().st_size
    assert cache.forget(30 * 86_400, NOW) == (1, size)
    assert sorted(path.name for path in folder.rglob("*")) == ["fresh", "plans", "recordings.json"]
    assert cache.forget(30 * 86_400, NOW) == (0, 0)


def _compiled() -> str:
    """Load a template as a new process does."""
    pages.environment.cache_clear()
    return pages.environment().get_template("station.html").root_render_func.__code__.co_filename


def test_templates_are_compiled_once_and_again_when_what_was_kept_is_damaged(folder: Path) -> None:
    first = _compiled()
    kept = sorted((folder / "templates").iterdir())
    marks = [path.stat().st_mtime_ns for path in kept]
    assert len(kept) == 1
    assert _compiled() == first
    assert [path.stat().st_mtime_ns for path in kept] == marks
    whole = kept[0].read_bytes()
    kept[0].write_bytes(whole[:-9])
    assert _compiled() == first
    assert kept[0].read_bytes() == whole
    pages.environment.cache_clear()
