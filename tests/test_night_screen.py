"""Every line that a night can say stands in a test, word for word; those of rare nights stand here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from nights import lines, place, spent  # noqa: F401

import broadcast
from broadcast.build.ready import ready
from broadcast.build.run import Order, build
from broadcast.voices.tone import Tone, ToneSettings

HERE, NIGHT = Path(__file__).parent, Path(broadcast.__file__).with_name("night")


def msgids(path: Path) -> Iterator[str]:
    """Give the messages of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            words = (word.value for word in node.args if isinstance(word, ast.Constant))
            yield from (word for word in words if isinstance(word, str))


def written(path: Path) -> Iterator[str]:
    """Give the texts of a test module; what is filled in at run time is one sign."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("path", sorted(NIGHT.glob("*.py")), ids=lambda path: path.stem)
def test_every_message_of_the_night_is_asserted(path):
    texts = [text for test in HERE.glob("test_night_*.py") for text in written(test)]
    for message in msgids(path):
        form = re.compile(".+?".join(map(re.escape, re.split(r"\{[^}]*\}", message))), re.DOTALL)
        assert any(form.search(text) for text in texts), message


def test_one_programme_is_one_programme(place):  # noqa: F811
    place.sound().unlink()
    assert lines(place.night())[3:5] == [
        "1 programme spoken by tone",
        "stations: 2 green, 0 amber, 0 red; programmes: 1 made, 7 kept",
    ]


def test_a_slot_that_was_never_made_is_red(place):  # noqa: F811
    path = place.segments / "campaign.yaml"
    path.write_text(path.read_text().replace('"17:00"', '"17:15"').replace("at: 17:00", "at: 17:15"))
    report = place.night(free=1_000_000)  # too little for anything to be made
    assert lines(report)[1:3] == [
        "✖ red  Huyện Thử (dai-huyen)",
        "      2024-11-20 17:15: nothing stands: the manifest does not name it",
    ]


def test_sound_that_was_not_signed_anew_is_red(place):  # noqa: F811
    path = place.segments / "campaign.yaml"
    path.write_text(path.read_text().replace("Xin nhớ ba bước", "Xin nhớ kỹ ba bước"))
    from approved import sign

    sign(place.segments)
    plan = ready(place.segments, place.out)
    dates = (plan.campaign.first,)
    assert build(plan, [Tone(ToneSettings())], place.out, Order(dates, scripts=place.order.scripts)).made == 4
    path.unlink()  # so that nothing is signed again
    said = lines(place.night())
    assert "      2024-11-20 05:30: the signature is not about xa-mot/20241120_0530_xa-mot.mp3 as it stands" in said


def test_a_day_that_is_not_signed_is_red(place):  # noqa: F811
    path = place.day() / "xa-mot" / "files.sig"
    path.unlink()
    (place.segments / "campaign.yaml").unlink()
    assert lines(place.night())[1:4] == [
        "● green  Huyện Thử (dai-huyen)",
        "✖ red  Xã Một (xa-mot)",
        f"      2024-11-20: {path} is missing: the day is not signed",
    ]


def test_a_day_of_which_nothing_is_written_is_red(place):  # noqa: F811
    (place.day() / "manifest.json").write_text("{")
    place.sound(date="2024-11-21").unlink()
    (place.segments / "campaign.yaml").unlink()
    nothing = f"      2024-11-20: {place.day() / 'manifest.json'} is not a manifest of broadcast"
    assert lines(place.night())[1:6] == [
        "✖ red  Huyện Thử (dai-huyen)",
        nothing,
        "✖ red  Xã Một (xa-mot)",
        nothing,
        "      2024-11-21 05:30: xa-mot/20241121_0530_xa-mot.mp3 is missing",
    ]
