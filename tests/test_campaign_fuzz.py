"""Whatever stands in the files, reading gives a campaign or faults, never another exception."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from campaigns import tiny_files, write_campaign
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from broadcast.campaign import read
from broadcast.campaign.located import compose
from broadcast.errors import Faults

FILES = [path for path in tiny_files() if path.endswith(".yaml")]
SIGNS = st.sampled_from(
    [
        *"-:?[]{},&*#!|>'\"%@`~ \t\n\r\\.0123456789",
        "\n  ",
        ": ",
        "- ",
        "--- ",
        "\u00a0",
        "\ufeff",
        "\u0301",
        "ệ",
        "\x00",
    ]
)
YAMLISH = st.lists(
    SIGNS | st.sampled_from(["text", "id", "stations", "yes", "null", "2024-11-20", "05:30", "<<"]), max_size=60
).map("".join)


@settings(deadline=None, max_examples=400)
@given(
    st.binary(max_size=200)
    | YAMLISH.map(str.encode)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@example(b"\xef\xbb\xbf")
@example(b"%YAML 3.0\n---\na: 1\n")
def test_any_bytes_give_a_document(data):
    document = compose(data, "f.yaml")
    assert document.root is not None or document.faults
    assert all(fault.message and fault.at for fault in document.faults)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), YAMLISH, st.floats(0, 1), st.integers(0, 40))
def test_any_damage_to_a_file_gives_faults_or_a_campaign(file, damage, where, cut):
    with tempfile.TemporaryDirectory() as folder:
        segments = write_campaign(Path(folder) / "segments")
        text = (segments / file).read_text(encoding="utf-8")
        at = int(where * len(text))
        (segments / file).write_bytes((text[:at] + damage + text[at + cut :]).encode("utf-8", "surrogatepass"))
        with contextlib.suppress(Faults):
            read(segments)
