"""Every build publishes: the site stands when it ends, signed if there is a key, and only what changed is written."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path

import pytest
import sites
from built import command, finished, place  # noqa: F401  # fixtures

from broadcast.build.lock import alone
from broadcast.deliver import keys, signature
from broadcast.deliver.site import publish
from broadcast.deliver.verify import verify

NOW = datetime.datetime.fromisoformat("2024-11-19T22:00:00+07:00")


@pytest.fixture
def own(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    keys.new(folder)
    return folder


@pytest.fixture(scope="module")
def campaign():
    return sites.campaign()


def state(out):
    return {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file() and path.name != "lock"}


def test_a_build_leaves_a_signed_site_and_a_second_one_touches_nothing(place, own):  # noqa: F811
    words = ("build", "--campaign", place.segments, "--out", place.out)
    done = command(*words, BROADCAST_KEYS=str(own))
    assert done.returncode == 0, done.stderr
    manifest = json.loads((place.out / "2024-11-20" / "manifest.json").read_bytes())
    for station in manifest["stations"]:
        for name in ("index.html", signature.FILES):
            assert (place.out / "2024-11-20" / station["id"] / name).is_file()
        assert (place.out / "stations" / station["id"] / "feed.xml").is_file()
    assert (place.out / "index.html").is_file()
    examined = verify(place.out, keys.trusted(own))
    assert len(examined) == 2 * (1 + len(manifest["stations"]))
    assert all(each.sound for each in examined)
    before = state(place.out)
    assert command(*words, BROADCAST_KEYS=str(own)).returncode == 0
    assert state(place.out) == before


def test_builds_remember_the_address_and_the_archives(place):  # noqa: F811
    words = ("--campaign", place.segments, "--out", place.out)
    done = command("publish", *words, "--url", "https://dai.example/loa/", "--no-zip")
    assert done.returncode == 0, done.stderr
    station = json.loads((place.out / "2024-11-20" / "manifest.json").read_bytes())["stations"][0]["id"]
    feed = place.out / "stations" / station / "feed.xml"
    assert b'url="https://dai.example/loa/2024-11-21/' in feed.read_bytes()
    before = state(place.out)
    assert command("build", *words).returncode == 0
    assert state(place.out) == before
    assert command("publish", *words, "--url", "").stdout.startswith("2 days, ")
    assert b'url="../../2024-11-21/' in feed.read_bytes()


def test_publishing_waits_for_a_build_that_is_at_work(place, monkeypatch):  # noqa: F811
    from click.testing import CliRunner

    from broadcast.build.lock import BusyError
    from broadcast.cli import publish as publishing

    monkeypatch.setattr(publishing, "WAIT", 0.1)
    with alone(place.out / ".store", 0):
        done = CliRunner().invoke(
            publishing.publish, ["--campaign", str(place.segments), "--out", str(place.out)]
        )
    assert isinstance(done.exception, BusyError)


def test_only_the_station_that_changed_is_signed_again(tmp_path, campaign, own):
    first = sites.many(20)
    folder = sites.lay(tmp_path / "out", first)
    done = publish(tmp_path / "out", campaign, NOW, keys=own)
    assert done.signed == 21
    before = {path: path.read_bytes() for path in folder.rglob("*.sig")}
    (folder / "tram-0007" / "20241120_0530_tram-0007.txt").write_text("Lời khác.", "utf-8")
    sites.lay(tmp_path / "out", _other_key(first, "tram-0007"), "khác")
    done = publish(tmp_path / "out", campaign, NOW + datetime.timedelta(hours=1), keys=own)
    assert done.signed == 2
    differ = {path.relative_to(folder).as_posix() for path in before if path.read_bytes() != before[path]}
    assert differ == {"manifest.json.sig", "tram-0007/files.sig"}


def _other_key(manifest, station):
    made = tuple(replace(each, key="new") if each.station == station else each for each in manifest.programmes)
    return replace(manifest, programmes=made)


def test_a_key_that_comes_later_signs_what_stands_and_writes_no_page(tmp_path, campaign, own):
    folder = sites.lay(tmp_path / "out", sites.day())
    publish(tmp_path / "out", campaign, NOW)
    assert list(folder.rglob("*.sig")) == []
    pages = {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")}
    done = publish(tmp_path / "out", campaign, NOW, keys=own)
    assert (done.written, done.signed) == (0, 5)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")} == pages


def test_without_the_key_a_signature_that_no_longer_fits_is_taken_away(tmp_path, campaign, own):
    folder = sites.lay(tmp_path / "out", sites.day())
    publish(tmp_path / "out", campaign, NOW, keys=own)
    sites.lay(tmp_path / "out", _other_key(sites.day(), "dinh-ca"))
    publish(tmp_path / "out", campaign, NOW)
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*.sig")}
    assert left == {f"{name}/files.sig" for name in ("huyen-vo-nhai", "than-sa", "cuc-duong")}


def test_a_day_that_was_withdrawn_takes_its_pages_along(tmp_path, campaign, own):
    folder = sites.lay(tmp_path / "out", sites.day())
    publish(tmp_path / "out", campaign, NOW, keys=own)
    mine = folder / "dinh-ca" / "ghi chú.txt"
    mine.write_text("của tôi")
    (folder / "manifest.json").unlink()
    publish(tmp_path / "out", campaign, NOW, keys=own)
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {name for name in left if not name.endswith((".mp3", ".txt", ".vtt", "SHA256SUMS"))} == set()
    assert "dinh-ca/ghi chú.txt" in left


class PowerCutError(BaseException):
    """The computer goes off."""


@pytest.mark.parametrize("cut", [*range(6), 17, 29])
def test_power_may_fail_at_any_write(tmp_path, campaign, monkeypatch, cut):
    whole, out = tmp_path / "whole", tmp_path / "out"
    for folder in (whole, out):
        sites.lay(folder, sites.day())
    publish(whole, campaign, NOW)
    real, left = Path.replace, [cut]

    def failing(path, target):
        left[0] -= 1
        if left[0] < 0:
            raise PowerCutError
        return real(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", failing)
        patched.setattr(Path, "unlink", lambda path, missing_ok=False: None)  # nobody tidies up either
        with pytest.raises(PowerCutError):
            publish(out, campaign, NOW)
    assert not [path for path in out.rglob(".tmp~*") if ".store" not in path.parts]
    publish(out, campaign, NOW)
    assert tree(out) == tree(whole)


def tree(out):
    files = (path for path in out.rglob("*") if path.is_file() and ".store" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
