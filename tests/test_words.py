"""Everything that users read goes through gettext, and its catalogue is complete: English msgids, Vietnamese words."""

from __future__ import annotations

import ast
import gettext
import importlib
import os
import re
import runpy
import string
import subprocess
import sys
import unicodedata
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from broadcast.cli import COMMANDS
from broadcast.errors import Faults
from broadcast.i18n import of_windows, speaking
from broadcast.night import settings

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "broadcast"
CATALOGUE = runpy.run_path(str(ROOT / "docs" / "catalogue.py"))
KEPT, SAID = CATALOGUE["kept"](), CATALOGUE["template"]()
MESSAGES = [message for message in KEPT if message.id]
MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted(PACKAGE.rglob("templates/*.html"))
MEND = "run `python docs/catalogue.py`, translate what it prints in broadcast.po, and run it again"


def forms(text):
    """Give a message's or a translation's forms."""
    return (text,) if isinstance(text, str) else tuple(text)


def ids(messages):
    return {message.id for message in messages if message.id}


def test_every_word_of_the_program_is_in_the_catalogue():
    assert sorted(map(str, ids(SAID) - ids(KEPT))) == [], MEND


def test_the_catalogue_holds_no_word_that_nobody_says():
    assert sorted(map(str, ids(KEPT) - ids(SAID))) == [], MEND
    assert not KEPT.obsolete


def test_every_word_is_translated_and_none_is_a_guess():
    assert CATALOGUE["untranslated"](KEPT) == [], MEND
    assert [message.id for message in MESSAGES if message.fuzzy] == []


def test_the_compiled_catalogue_holds_the_same():
    with CATALOGUE["MO"].open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in MESSAGES:
        singular, *plural = forms(message.id)
        said = compiled.ngettext(singular, plural[0], 2) if plural else compiled.gettext(singular)
        assert said == forms(message.string)[0], MEND


def test_the_catalogue_is_written_as_the_script_writes_it():
    assert CATALOGUE["PO"].read_bytes() == CATALOGUE["po"](CATALOGUE["updated"](KEPT, SAID)), MEND


def test_vietnamese_does_not_bend_its_words_for_number():
    assert KEPT.num_plurals == 1
    assert [message.id for message in MESSAGES if len(forms(message.string)) != 1] == []


def blanks(text):
    """Give the blanks of a text: those of str.format, and the old %(name)s of click."""
    try:
        braces = {(field, spec) for _text, field, spec, _as in string.Formatter().parse(text) if field is not None}
    except ValueError:  # a brace that is meant: such a message is never formatted
        braces = {(sign, "") for sign in re.findall(r"[{}]", text)}
    return braces | set(re.findall(r"%\((\w+)\)(\w)", text))


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: str(message.id)[:60])
def test_a_translation_fits_its_message(message):
    """The same blanks, or `format` breaks; the same end, or the sentence does not stop where it should."""
    last = forms(message.id)[-1]  # the only form that Vietnamese has is said of many, too
    for said in forms(message.string):
        assert blanks(said) == blanks(last)
        assert unicodedata.is_normalized("NFC", said)
        # One spelling throughout (hóa, khỏe, tùy), as in the segments.
        assert re.findall(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", said) == []
        for end in (".", ":", ",", "?"):
            assert said.rstrip().endswith(end) == last.rstrip().endswith(end)
        if re.match(r"\w[^A-Z]", said) and re.match(r"\w[^A-Z]", last):  # a name has its own capitals
            assert said[0].isupper() == last[0].isupper()


@cache
def every_call(module):
    """Parse a module, once for all tests, and give its calls."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def calls(module, *names):
    """Give the calls of functions or methods of these names in a module."""
    for node in every_call(module):
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        if name in names:
            yield node


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_gettext_gets_whole_words(module):
    """What is put together before `_` sees it is in no catalogue: no f-string, no variable, no sum."""
    for call in calls(module, "_", "ngettext"):
        words = call.args[:2] if getattr(call.func, "id", "") == "ngettext" else call.args[:1]
        if module == PACKAGE / "i18n.py" or ast.unparse(call) == "_(line)":  # the lines of COMMANDS
            continue
        assert all(isinstance(word, ast.Constant) for word in words), ast.unparse(call)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_word_that_gettext_gets_is_found_by_the_script(module):
    """Babel reads tokens, and before Python 3.12 an f-string is one token: what stands inside is not found."""
    known = {form for message in SAID if message.id for form in forms(message.id)}
    words = (word for call in calls(module, "_", "ngettext") for word in call.args if isinstance(word, ast.Constant))
    assert [word.value for word in words if word.value not in known] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_is_said_around_gettext(module):
    """A text with a space in it that goes to a person without `_` stays English for everyone."""
    said = []
    for call in calls(module, "Fault", "BroadcastError", "UsageError", "BadParameter", "echo", "confirm", "fail"):
        said += [*call.args[:1], *(word.value for word in call.keywords if word.arg in ("message", "hint", "label"))]
    for call in calls(module, "option", "argument", "command", "group", "version_option"):
        said += [word.value for word in call.keywords if word.arg in ("help", "short_help", "epilog", "prompt")]
    whole = [str(text.value) for text in said if isinstance(text, ast.Constant)]
    assert [text for text in whole if " " in text and not re.match("(pip install|broadcast) ", text)] == []
    assert [ast.unparse(text) for text in said if isinstance(text, ast.JoinedStr) and letters(text)] == []


def letters(text):
    """Tell whether an f-string has words of its own between its blanks."""
    own = " ".join(part.value for part in text.values if isinstance(part, ast.Constant))
    return bool(re.search(r"[^\W\d_]{2,}", re.sub(r"\b(MB|LUFS|dBTP)\b", "", own)))


class Seen(HTMLParser):
    """Collect what a person reads in a template, once what the program fills in is taken out."""

    def __init__(self):
        super().__init__()
        self.texts = []

    def handle_data(self, data):
        self.texts.append(data)

    def handle_starttag(self, tag, attrs):
        self.texts += [value or "" for name, value in attrs if name in ("aria-label", "title", "alt", "placeholder")]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(template):
    seen = Seen()
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    seen.feed(re.sub(r" data-[\w-]+=\"\"", "", text))  # a block that stands inside a tag of its parent
    words = set(re.findall(r"[^\W\d_]{2,}", " ".join(seen.texts)))
    assert words <= {"MP", "LUFS", "dBTP"}


def test_the_faults_in_docs_are_the_catalogue_s():
    text = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    told = re.findall(r"^- \*\*(.+?)\*\* · `(.+?)` · ", text, flags=re.MULTILINE)
    assert len(told) > 90
    assert [(vi, en, KEPT.get(en).string) for vi, en in told if KEPT.get(en).string != vi] == []


def run(*arguments, **variables):
    """Run the program in an environment of nothing but PATH and these variables."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-m", "broadcast", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, check=False, cwd=ROOT)


VIETNAMESE = [
    {"LANG": "vi_VN.UTF-8"}, {"LANGUAGE": "vi", "LANG": "en_US.UTF-8"}, {"LC_ALL": "vi_VN"}, {"LANGUAGE": "fr:vi:en"},
]  # fmt: skip
ENGLISH = [
    {}, {"LANG": "C"}, {"LANG": "en_US.UTF-8"}, {"LANG": "fr_FR.UTF-8"}, {"LANGUAGE": "en:vi"},
    {"LANGUAGE": "en_GB:vi", "LANG": "vi_VN"}, {"LC_ALL": "C.UTF-8", "LANG": "vi_VN"},
]  # fmt: skip


@pytest.mark.parametrize("variables", VIETNAMESE, ids=str)
def test_help_is_vietnamese_where_the_locale_is(variables):
    done = run("build", "--help", **variables)
    said = done.stdout.decode("utf-8")
    assert done.returncode == 0
    assert said.startswith("Cách dùng: ")
    assert "\nTùy chọn:\n" in said
    assert "Cho xem hướng dẫn này rồi thoát." in said
    assert "mặc định: segments" in said


@pytest.mark.parametrize("variables", ENGLISH, ids=str)
def test_help_is_english_elsewhere(variables):
    said = run("build", "--help", **variables).stdout.decode("utf-8")
    assert said.startswith("Usage: ")
    assert "\nOptions:\n" in said


def test_the_list_of_commands_is_vietnamese():
    said = " ".join(run("--help", LANGUAGE="vi").stdout.decode("utf-8").split())
    assert "Các lệnh: check Đọc tất cả và báo mọi lỗi, kèm tên tệp và số dòng plan Cho xem" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["buld"], "Lỗi: Không có lệnh 'buld'."),
        (["build", "--stattion", "x"], "Lỗi: Không có tùy chọn --stattion (Có thể là: --station)"),
        (["keys", "trust"], "Lỗi: Thiếu đối số 'SOURCE'."),
        (["build", "--date", "mai"], "Lỗi: Giá trị không đúng cho '--date': mai không phải ngày; viết như 2024-11-20"),
        (["build", "--jobs", "0"], "Lỗi: Giá trị không đúng cho '--jobs': 0 nằm ngoài khoảng 1<=x<=64."),
        (["build", "--date"], "Lỗi: Tùy chọn '--date' cần 1 đối số."),
        (["plan", "a", "b"], "Lỗi: Thừa đối số (a b)"),
    ],
    ids=str,
)
def test_a_wrong_use_is_told_in_vietnamese(arguments, said):
    done = run(*arguments, LANGUAGE="vi")
    assert done.returncode == 2
    assert said in done.stderr.decode("utf-8")


def test_a_fault_is_told_in_vietnamese(tmp_path):
    absent = tmp_path / "a"
    done = run("plan", "--campaign", str(absent), LANGUAGE="vi")
    assert done.returncode == 1
    assert done.stderr.decode("utf-8") == (
        f"không có chiến dịch nào trong {absent}\n    mở đúng thư mục có “segments”, hoặc chỉ rõ bằng --campaign\n"
    )


def test_windows_has_its_language_in_its_settings():
    assert of_windows({}, 0x042A) == "vi_VN"
    assert of_windows({"LANG": "en_US.UTF-8"}, 0x042A) is None
    assert of_windows({}, 0x0409) == "en_US"
    assert of_windows({}, 0xFFFF) is None


def test_the_catalogue_is_there_without_babel():
    from broadcast.i18n import _, ngettext

    with speaking("vi"):
        assert _("Standby") == "Dự phòng"
        assert {ngettext("{count} fault", "{count} faults", count) for count in (1, 2)} == {"{count} lỗi"}
    with speaking("en"):
        assert _("Standby") == "Standby"


def commands(command, name):
    """Give a command and those below it, by name."""
    yield name, command
    for below in getattr(command, "commands", {}).values():
        yield from commands(below, f"{name} {below.name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_went_through_gettext(name):
    """Without help=_(…) click shows the docstring, which is written for programmers."""
    top = getattr(importlib.import_module(f"broadcast.cli.{name}"), name)
    known = {form for message in MESSAGES for form in forms(message.id)}
    for path, command in commands(top, name):
        parts = [command.help] if command.help in known else command.help.split("\n\n")
        assert [part for part in parts if part not in known] == [], path
        texts = [option.help for option in command.params if getattr(option, "help", None)]
        assert [text for text in texts if text not in known] == [], path


def test_pydantic_says_nothing_in_english(tmp_path):
    """Its own messages know no language; ours stand in their place."""
    path = tmp_path / "config.toml"
    path.write_text(
        "[nightly]\nuntill = 1\nuntil = 'mai'\nnotify = 'no'\nwebhook = 'ftp://x'\nmail = {port = 0, to = []}\n",
        encoding="utf-8",
    )
    with speaking("vi"), pytest.raises(Faults) as found:
        settings.read(path)
    assert {str(fault).partition("\n")[0].removeprefix(f"{path}: nightly.") for fault in found.value.faults} == {
        "until: giá trị viết sai kiểu",
        "notify: chọn một trong: 'failure', 'always', 'never'",
        "webhook: phải bắt đầu bằng https:// và có tên máy chủ",
        "mail.server: thiếu khóa này",
        "mail.port: số nằm ngoài giới hạn",
        "mail.sender: thiếu khóa này",
        "mail.to: danh sách trống",
        "untill: không có khóa này",
    }
