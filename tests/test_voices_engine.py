"""The voices that need nothing: eSpeak NG, the tone, a program of the administrator's; and how voices are found."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcast.campaign.campaign import VoiceChoice
from broadcast.errors import BroadcastError, Faults, Place
from broadcast.voices import MachineSettings, Night, Status, Voice, VoiceError, find, installed, machine
from broadcast.voices.pieces import pieces
from broadcast.voices.registry import BUILT_IN
from broadcast.voices.tone import pitch

ROOT = Path(__file__).parent.parent
SENTENCE = "Kính chào bà con, mời bà con nghe chuyện hôm nay."
MACHINE = MachineSettings()


def _voice(name: str, **settings: str) -> Voice:
    return find(VoiceChoice(name, tuple(settings.items()), Place("campaign.yaml", 7)), MACHINE)


# eSpeak NG


def test_espeak_speaks_without_silence_at_the_ends() -> None:
    voice = _voice("espeak")
    assert voice.status() == Status(True)
    speech = voice.speak(SENTENCE)
    assert speech.rate == 22_050
    assert speech.samples.dtype == np.float32
    assert 2.5 < speech.seconds < 5.5
    assert np.abs(speech.samples[: 22_050 // 20]).max() > 0.002
    assert np.abs(speech.samples[-22_050 // 20 :]).max() > 0.002


def test_espeak_is_slower_at_a_lower_rate_and_says_so_in_its_key() -> None:
    slow, fast = _voice("espeak", rate="90"), _voice("espeak", rate="180")
    assert slow.key != fast.key
    assert slow.speak(SENTENCE).seconds > 1.4 * fast.speak(SENTENCE).seconds
    assert _voice("espeak", rate="90").key == slow.key


def test_espeak_says_the_same_from_many_threads() -> None:
    voices = [_voice("espeak", rate=rate) for rate in ("90", "180")]
    alone = [voice.speak(SENTENCE).seconds for voice in voices]
    with ThreadPoolExecutor(8) as pool:
        spoken = list(pool.map(lambda n: voices[n % 2].speak(SENTENCE).seconds, range(200)))
    for number, seconds in enumerate(spoken):
        assert seconds == pytest.approx(alone[number % 2], rel=0.03)


@pytest.mark.parametrize(
    "text",
    ["[[" + "a" * 3_000, "chào\0bà con", "<break time='600s'/> chào", "chào\nbà\ncon", "[[a:::]] chào", "a" * 500],
)
def test_espeak_survives_what_people_write(text: str) -> None:
    with contextlib.suppress(VoiceError):  # too long is refused
        assert _voice("espeak").speak(text).seconds < 120
    assert 2 < _voice("espeak").speak(SENTENCE).seconds < 6


def test_espeak_reads_past_a_nul_and_composes_letters() -> None:
    voice = _voice("espeak")
    whole = voice.speak("lừa đảo qua điện thoại").seconds
    assert voice.speak("lừa đảo\0qua điện thoại").seconds == pytest.approx(whole, rel=0.03)
    assert voice.speak("lừa đảo qua điện thoại").seconds == pytest.approx(whole, rel=0.03)


def test_a_variant_that_is_not_there_is_asked_back() -> None:
    with pytest.raises(BroadcastError) as caught:
        _voice("espeak", variant="klat2")
    assert str(caught.value) == "campaign.yaml:7: variant cannot be klat2\n    did you mean klatt2?"
    assert _voice("espeak", variant="klatt2").speak(SENTENCE).seconds > 2


def test_every_voice_refuses_what_cannot_be_said() -> None:
    for name in ("espeak", "tone"):
        with pytest.raises(VoiceError) as caught:
            _voice(name).speak(" …—! ")
        assert (caught.value.kind, str(caught.value)) == ("refused", "nothing to say in ' …—! '")
    with pytest.raises(VoiceError, match="a sentence of 2999 characters is too long to be spoken"):
        _voice("tone").speak("a " * 1_500)


# the tone


def test_the_tone_is_as_long_as_its_syllables_and_as_high_as_its_words() -> None:
    speech = _voice("tone", pace="240").speak(SENTENCE)
    assert speech.seconds == pytest.approx(11 * 60 / 240, abs=0.001)
    spectrum = np.abs(np.fft.rfft(speech.samples))
    assert np.argmax(spectrum) * speech.rate / len(speech.samples) == pytest.approx(pitch(SENTENCE), abs=1)
    assert pitch(SENTENCE) != pitch("Xin chào bà con.")


# a program


SPEAKER = """
import io, math, struct, sys, wave
words = sys.stdin.buffer.read().decode().split()
with wave.open(sys.stdout.buffer, "wb") as sound:
    sound.setnchannels(1); sound.setsampwidth(2); sound.setframerate(16000)
    count = len(words) * 4000
    sound.writeframes(b"".join(struct.pack("<h", round(9000 * math.sin(n / 8))) for n in range(count)))
"""


def _command(code: str, seconds: float = 60.0) -> Voice:
    return find(VoiceChoice("command"), MachineSettings((sys.executable, "-c", code), "CC0", seconds))


def test_a_command_reads_words_and_writes_wav() -> None:
    voice = _command(SPEAKER)
    assert (voice.status().ready, voice.licence) == (True, "CC0")
    speech = voice.speak(SENTENCE)
    assert speech.rate == 44_100
    assert speech.seconds == pytest.approx(11 * 0.25, abs=0.05)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import sys; sys.exit('no licence')", "it ended with 1: no licence"),
        ("print('hello')", "this is not a sound that can be read"),
        ("", "this file is empty"),
        ("import time; time.sleep(60)", "no sound within 0.5 s"),
    ],
)
def test_a_command_that_fails_says_why(code: str, reason: str) -> None:
    with pytest.raises(VoiceError) as caught:
        _command(code, 0.5 if "sleep" in code else 60).speak(SENTENCE)
    assert (caught.value.kind, str(caught.value)) == ("transient", f"{sys.executable} failed: {reason}")


def test_a_campaign_cannot_say_what_a_command_runs() -> None:
    with pytest.raises(BroadcastError) as caught:
        _voice("command", command="rm")
    assert str(caught.value) == (
        "campaign.yaml:7: the voice command takes no settings from a campaign\n"
        "    what it runs stands in the machine's config.toml"
    )


def test_a_command_that_is_not_there() -> None:
    voice = find(VoiceChoice("command"), MachineSettings(("no-such-program",)))
    assert voice.status().reason == "the program no-such-program is not there"
    assert _voice("command").status().reason == "no command is set"


# finding


def test_pyproject_and_registry_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["entry-points"]["broadcast.voices"] == BUILT_IN


def test_settings_are_checked_together() -> None:
    with pytest.raises(Faults) as caught:
        _voice("espeak", rat="125", pitch="101", gap="much", accent="vi-south")
    assert str(caught.value).splitlines() == [
        "campaign.yaml:7: accent cannot be vi-south",
        "    did you mean vi-vn-x-south?",
        "campaign.yaml:7: gap is not a number: much",
        "    write a whole number",
        "campaign.yaml:7: pitch is out of bounds: 101",
        "    from 0 to 99",
        "campaign.yaml:7: the voice espeak has no setting rat",
        "    did you mean rate?",
    ]


def test_an_unknown_voice_is_asked_back() -> None:
    with pytest.raises(BroadcastError) as caught:
        _voice("gTTs")
    assert str(caught.value) == "campaign.yaml:7: unknown voice gTTs\n    did you mean gtts?"


def test_finding_a_built_in_voice_reads_no_metadata() -> None:
    code = (
        "import sys; from broadcast.voices import find, MachineSettings; "
        "from broadcast.campaign.campaign import VoiceChoice; "
        "find(VoiceChoice('espeak'), MachineSettings()).key; "
        "sys.exit(' '.join({'importlib.metadata', 'requests', 'gtts', 'av'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "\n")


def test_a_plug_in_is_found_and_a_broken_one_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "loa-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: loa\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(
        "[broadcast.voices]\nloa = broadcast.voices.tone:make\nhong = no_such_module:make\n", "utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    assert find(VoiceChoice("loa"), MACHINE).speak(SENTENCE).seconds > 1
    found = {each.name: each for each in installed(MACHINE, Night(offline=True))}
    assert found["loa"].status.ready
    assert found["hong"].voice is None
    assert found["hong"].status == Status(
        False,
        "the voice hong of loa cannot be loaded: No module named 'no_such_module'",
        "install it again, or remove the package loa",
    )
    assert set(BUILT_IN) < set(found)


def test_a_name_that_is_never_resolved_takes_three_seconds_in_all() -> None:
    night = Night(_patience=0.05)
    silent = Status(False, "no answer within 3 s")
    import threading

    never = threading.Event()
    hang = lambda _seconds: Status(never.wait(10))  # noqa: E731
    assert night.probe("a", hang, silent) == silent
    assert night.probe("b", lambda _seconds: Status(True), silent) == silent
    assert night.probe("a", lambda _seconds: Status(True), silent) == silent
    never.set()


# the machine's settings


def test_the_machine_has_settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("BROADCAST_CONFIG", str(path))
    assert machine.read().command == ()
    path.write_text('command = ["say", "-w"]\nmodels = "voices"\nproxy = "http://proxy:3128"\n', "utf-8")
    assert machine.read() == MachineSettings(("say", "-w"), "", 60.0, tmp_path / "voices", "http://proxy:3128")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('comand = "x"', ":1: unknown key comand\n    did you mean command?"),
        ("\ncommand = 3", ':2: command has the wrong type\n    command = ["/usr/bin/read-aloud", "--wav"]'),
        ("command = 'a \"b'",
         ':1: command ends in the midst of a quotation\n    command = ["/usr/bin/read-aloud", "--wav"]'),
        ('models = "~khong-ai/x"',
         ":1: the folder ~khong-ai/x belongs to nobody who is known here\n    write the whole path"),
        ("proxy = 3", ":1: proxy has the wrong type\n    write a text between quotation marks"),
        ("command_seconds = 0", ":1: command_seconds has the wrong type\n    write a number of seconds, at most 600"),
    ],
)
def test_a_wrong_machine_file_is_explained(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BroadcastError) as caught:
        machine.read(path)
    assert str(caught.value) == f"{path}{message}"


def test_a_machine_file_that_is_no_toml(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(BroadcastError, match="the machine's settings cannot be read"):
        machine.read(path)


# pieces

_WORDS = st.lists(st.text(st.sampled_from("aăâ,.;:–-?1đếồ"), min_size=1, max_size=14), max_size=60)


@given(_WORDS)
def test_pieces_lose_nothing(words: list[str]) -> None:
    sentence = " ".join(words)
    cut = pieces(sentence)
    assert " ".join(cut) == sentence
    assert all(len(piece) <= 100 for piece in cut)
    fewest = -(-len(sentence) // 101) if sentence else 0
    assert fewest <= len(cut) <= 2 * fewest


def test_pieces_break_where_a_reader_breathes() -> None:
    assert pieces("Chào bà con.") == ("Chào bà con.",)
    assert pieces("một hai ba, bốn năm và sáu bảy", 20) == ("một hai ba,", "bốn năm và sáu bảy")
    assert pieces("một hai ba bốn năm và sáu bảy", 20) == ("một hai ba bốn năm", "và sáu bảy")
    assert pieces("") == ()
    assert pieces("a" * 250) == ("a" * 100, "a" * 100, "a" * 50)
