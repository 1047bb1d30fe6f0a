"""The manifest and the sums: what they say is what lies there, and what the schema promises."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from built import finished, place  # noqa: F401 - fixtures

from broadcast.build import manifest
from broadcast.errors import BroadcastError

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "manifest.json"
DAYS = ("2024-11-20", "2024-11-21")


def test_the_published_schema_is_that_of_the_program(golden):
    golden(SCHEMA, json.dumps(manifest.schema(), ensure_ascii=False, indent=2) + "\n")


@pytest.mark.parametrize("day", DAYS)
def test_every_programme_is_in_it_with_its_files_sums_and_pieces(finished, day):  # noqa: F811
    folder = finished.out / day
    told = json.loads((folder / "manifest.json").read_bytes())
    assert set(told) == set(manifest.schema()["properties"])
    assert (told["campaign"], told["date"], told["missing"]) == ("thu-nghiem", day, [])
    places = [(each["station"], each["slot"]) for each in told["programmes"]]
    assert sorted(places) == [(name, slot) for name in ("dai-huyen", "xa-mot") for slot in ("05:30", "17:00")]
    for each in told["programmes"]:
        data = (folder / each["file"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (each["bytes"], each["sha256"])
        assert (each["voice"], each["rung"]) == ("tone", "fresh")
        assert (folder / each["text"]).is_file()
        assert (folder / each["captions"]).is_file()
        assert [piece["kind"] for piece in each["pieces"]][:2] == ["ident", "greeting"]
        ends = [piece["start"] + piece["seconds"] for piece in each["pieces"]]
        assert [piece["start"] for piece in each["pieces"]] == pytest.approx([0.0, *ends[:-1]], abs=0.002)
        assert ends[-1] == pytest.approx(each["seconds"], abs=0.002)
    assert manifest.load(folder / "manifest.json").theme == told["theme"]


@pytest.mark.parametrize("day", DAYS)
def test_the_sums_hold_and_name_every_file(finished, day):  # noqa: F811
    for station in ("dai-huyen", "xa-mot"):
        folder = finished.out / day / station
        command = ["sha256sum", "-c", "--strict", "SHA256SUMS"]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout
        named = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
        listed = {"SHA256SUMS", "index.html", f"{day.replace('-', '')}_{station}.m3u8"}
        assert named | listed == {path.name for path in folder.iterdir()}


def test_what_is_written_is_what_is_read(finished):  # noqa: F811
    path = finished.out / DAYS[0] / "manifest.json"
    assert manifest.dump(manifest.load(path)) == path.read_bytes()


def test_a_file_that_is_no_manifest_is_said_clearly(place):  # noqa: F811
    path = place.out / DAYS[0] / "manifest.json"
    path.write_text("{}")
    with pytest.raises(BroadcastError) as error:
        manifest.load(path)
    assert str(error.value) == (
        f"{path} is not a manifest of broadcast\n    run broadcast build: it makes the manifest again"
    )
    path.unlink()
    with pytest.raises(BroadcastError) as error:
        manifest.load(path)
    assert str(error.value) == f"{path} cannot be read: it is not there"
