"""The settings file: what it sets, and what is said of what it cannot set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from textual import keys as textual_keys

from reader.config import Problem, Settings, as_yaml, load_settings, set_value, settings_file
from reader.config.keys import known, normal

BINDINGS = {"quote.next": "s", "quote.previous": "S", "line.down": "j,down", "list.down": "j", "export": "x"}

BOMB = b"a: &a [1]\n" + b"".join(
    b"%c: &%c [*%c, *%c, *%c]\n" % (n, n, n - 1, n - 1, n - 1) for n in range(98, 122)
)


@pytest.fixture
def load(tmp_path):
    """``load(text)``: the settings of a file with this text, and each problem as "line: reason"."""

    def loaded(text: str) -> tuple[Settings, list[str]]:
        file = tmp_path / "settings.yaml"
        file.write_text(text, "utf-8")
        settings, problems = load_settings(file, lambda: BINDINGS)
        assert all(problem.file == file for problem in problems)
        return settings, [f"{problem.line}: {problem.reason}" for problem in problems]

    return loaded


def test_no_file_sets_nothing_and_needs_no_yaml(tmp_path):
    asked = (
        "import sys; from pathlib import Path; from reader.config import load_settings, Settings;"
        f"print(load_settings(Path({str(tmp_path / 'none.yaml')!r})) == (Settings(), ()),"
        " {'yaml', 'textual'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True set()"


def test_a_plain_file_is_read_without_the_yaml_library(tmp_path):
    (tmp_path / "settings.yaml").write_text("# evenings\ntheme: sepia\nmeasure: 64\npanels:\n  - claims\n")
    asked = (
        "import sys; from pathlib import Path; from reader.config import load_settings, Settings;"
        f"print(load_settings(Path({str(tmp_path / 'settings.yaml')!r}))"
        " == (Settings(theme='sepia', measure=64, panels=('claims',)), ()), 'yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False"


def test_what_is_wrong_in_a_plain_file_is_said_with_its_line(load):
    assert load("theme: sepia\nmeasure: 6\n")[1] == ["2: measure must be a whole number from 20 to 300"]


def test_the_folder_of_the_file_follows_the_environment(monkeypatch):
    monkeypatch.setenv("READER_CONFIG_DIR", "/somewhere")
    assert settings_file() == Path("/somewhere/settings.yaml")


def test_a_file_says_only_what_differs(load):
    settings, problems = load("theme: sepia\nmeasure: 64\npanels: [timeline, speakers]\n")
    assert problems == []
    assert settings == Settings(theme="sepia", measure=64, panels=("speakers", "timeline"))


def test_an_empty_file_is_no_problem(load):
    assert load("# nothing yet\n") == (Settings(), [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme: dark\nmeasur: 60\n", "2: there is no setting 'measur'; did you mean 'measure'?"),
        ("measure: wide\n", "1: measure must be a whole number from 20 to 300"),
        ("measure: 4\n", "1: measure must be a whole number from 20 to 300"),
        ("measure: true\n", "1: measure must be a whole number from 20 to 300"),
        ("animation: 1\n", "1: animation must be true or false"),
        ("\npanels: [clams]\n", "2: panels must be a list of some of: speakers, claims, timeline, entities"),
        ("theme: [a]\n", "1: theme must be a name"),
        ("keys: s\n", "1: keys must hold lines of the form action: key"),
        ("- a\n- b\n", "1: must hold lines of the form name: value"),
        ("? [a]\n: b\n", "1: a list stands where a name must stand"),
        ("theme: dark\nkeys: {? {a: b} : c}\n", "2: a mapping stands where a name must stand"),
        ("2: 3\n", "1: there is no setting '2'"),
        ("theme: dark\ntheme: light\n", "2: theme is given a second time, after line 1; the last one counts"),
    ],
)
def test_what_cannot_be_followed_is_named_by_its_line_and_the_rest_still_counts(load, text, said):
    settings, problems = load(text + "" if text.startswith("-") else text + "panel_width: 50\n")
    assert problems == [said]
    assert text.startswith("-") or settings.panel_width == 50


def test_broken_yaml_names_the_line(load):
    settings, problems = load("theme: dark\nmeasure: [60\nanimation: true\n")
    assert settings == Settings()
    assert len(problems) == 1 and problems[0].startswith("3: is not YAML")


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00theme", b"a: &a [*a]", b"\x00", b"x" * 300_000, BOMB, b"panels: " + b"[" * 5000]
)
def test_a_file_that_is_no_settings_file_is_one_problem_and_never_an_error(tmp_path, content):
    file = tmp_path / "settings.yaml"
    file.write_bytes(content)
    settings, problems = load_settings(file)
    assert settings == Settings() and len(problems) == 1


def _folder(path: Path) -> None:
    path.mkdir()


def _circle(path: Path) -> None:
    path.symlink_to(path)


def _leading_nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("gone.yaml"))


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("put", "why"),
    [
        (_folder, "it is a folder"),
        (os.mkfifo, "it is a pipe"),
        (_device, "it is a device"),
        (_circle, "Too many levels of symbolic links"),
        (_leading_nowhere, "No such file or directory"),
    ],
    ids=lambda each: each.__name__.strip("_") if callable(each) else "",
)
def test_what_is_no_file_is_one_problem_and_is_never_waited_for(tmp_path, put, why):
    path = tmp_path / "settings.yaml"
    put(path)
    assert load_settings(path) == (Settings(), (Problem(path, None, f"cannot be read: {why}"),))
    if put is not _leading_nowhere:
        with pytest.raises(OSError, match=why):
            set_value("theme", "sepia", path)


@pytest.mark.skipif(os.geteuid() == 0, reason="who may read everything")
def test_what_nobody_may_read_is_one_problem(tmp_path):
    path = tmp_path / "settings.yaml"
    path.write_text("theme: sepia\n")
    path.chmod(0)
    assert load_settings(path)[1] == (Problem(path, None, "cannot be read: Permission denied"),)


def test_a_link_to_the_file_stays_one(tmp_path):
    file, link = tmp_path / "dotfiles.yaml", tmp_path / "settings.yaml"
    file.write_text("theme: light\n")
    link.symlink_to(file)
    set_value("theme", "sepia", link)
    assert link.is_symlink() and file.read_text() == "theme: sepia\n"


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ("n", "n"),
        ("[n, f2]", "n,f2"),
        ("n, Ctrl+D", "n,ctrl+d"),
        ("'?'", "question_mark"),
        ("','", "comma"),
        ("7", "7"),
    ],
)
def test_keys_are_written_as_people_write_them(load, given, keys):
    settings, problems = load(f"keys:\n  export: {given}\n")
    assert (settings.keys, problems) == ({"export": keys}, [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("quote.nxt: n", "there is no action 'quote.nxt' to give a key; did you mean 'quote.next'?"),
        ("quote.next: spacebar", "quote.next has 'spacebar', which is not the name of a key"),
        ("quote.next: control+x", "quote.next has 'control+x', which is not the name of a key"),
        ("quote.next: {a: b}", "quote.next must be a key, or a list of keys"),
        ("quote.next: x", "quote.next cannot have the key 'x': export has it"),
        ("quote.next: [n, j]", "quote.next cannot have the key 'j': line.down has it"),
    ],
)
def test_a_key_that_cannot_be_given_is_named_and_the_action_keeps_its_own(load, line, said):
    settings, problems = load(f"theme: dark\nkeys:\n  {line}\n")
    assert (settings.keys, problems) == ({}, [f"3: {said}"])


def test_two_actions_may_swap_their_keys(load):
    settings, problems = load("keys: {quote.next: S, quote.previous: s}\n")
    assert (settings.keys, problems) == ({"quote.next": "S", "quote.previous": "s"}, [])


def test_lists_and_the_article_may_share_a_key(load):
    assert load("keys: {list.down: x}\n")[1] == []


def test_keys_are_named_as_textual_names_them():
    for character in "abzZ09/?[]-+_@,.;:'\"<>#*!$%&()=^`{|}~\\":
        assert normal(character) == textual_keys._character_to_key(character), character
        assert known(normal(character))


def test_every_setting_is_written_with_what_it_means_and_reads_back_the_same(tmp_path):
    settings = Settings(theme="sepia", panels=(), keys={"quote.next": "n,down"})
    file = tmp_path / "settings.yaml"
    file.write_text(as_yaml(settings), "utf-8")
    assert load_settings(file) == (settings, ())
    assert set(yaml.safe_load(as_yaml(settings))) == set(Settings.__dataclass_fields__)


def test_setting_one_value_leaves_the_rest_of_the_file_alone(tmp_path):
    file = tmp_path / "new" / "settings.yaml"
    set_value("theme", "sepia", file)
    file.write_text("# mine\ntheme: light # for the train\nmeasure: 60", "utf-8")
    set_value("theme", "night", file)
    set_value("panel_width", 50, file)
    assert file.read_text("utf-8") == "# mine\ntheme: night\nmeasure: 60\npanel_width: 50\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"theme: dark\nmeasure: 6\xff\n", "2: is not UTF-8, which a text of YAML has to be"),
        (b"theme: dark\nmeasure: 6\x00\n", "2: is not YAML: it has the character U+0000"),
    ],
)
def test_what_is_no_text_is_named_by_its_line(tmp_path, content, said):
    file = tmp_path / "settings.yaml"
    file.write_bytes(content)
    (problem,) = load_settings(file)[1]
    assert f"{problem.line}: {problem.reason}" == said


NINES, WIDE = "9" * 5_000, f"0x{'f' * 5_000}"


@pytest.mark.parametrize(
    "text",
    [
        f"theme: {NINES}",
        f"theme: {WIDE}",
        f"keys:\n  quit: {NINES}",
        f"keys: {{quit: [{WIDE}]}}",
        f"keys: {{quit: [{NINES}, 7, 1.5, null]}}",
        f"animation: {WIDE}",
        f"? {WIDE}\n: 1",
        'theme: ["\\ud800"]',
        'keys: {"\\ud800": q}',
        'keys: {quit: "\\ud800"}',
        'keys: {quit: ["ctrl+\\udfff"]}',
        "keys: {quit: 0001-01-01 00:00:00 +99:99}",
        "keys: {quit: !!binary '='}",
        "theme: !!python/name:os.system",
        "theme: 2026-02-31",
        "theme: .nan",
    ],
    ids=lambda text: text[:20],
)
def test_values_that_no_person_writes_are_problems_like_any_other(load, text):
    settings, problems = load(text + "\n")
    assert settings.keys == {} or "quit" not in settings.keys
    assert all(len(problem) < 6_000 and problem.isprintable() for problem in problems)
    assert (
        problems or settings.theme != Settings().theme
    )  # a name that no theme has is said where themes are known
