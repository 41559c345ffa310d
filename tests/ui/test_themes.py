"""Every shipped theme can be read by eye, and a person's own is checked before it is believed."""

import itertools
import os
import subprocess
import sys

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from reader.config import Problem
from reader.resources import folder
from reader.ui import theme_files, themes
from reader.ui.palette import variables
from reader.ui.themes import MARKS, ROLES

SHIPPED = sorted(path.stem for path in folder("themes").glob("*.yaml"))
TEXT = ("foreground", "text-muted", *(f"text-{role}" for role in ROLES))
TEXT = (*TEXT, *(name for name in MARKS if name not in ("current", "hit", "hit-current", "said")))

# The sixteen colours as xterm has them; every terminal lets a person set its own.
XTERM = [
    "#000000",
    "#cd0000",
    "#00cd00",
    "#cdcd00",
    "#0000ee",
    "#cd00cd",
    "#00cdcd",
    "#e5e5e5",
    "#7f7f7f",
    "#ff0000",
    "#00ff00",
    "#ffff00",
    "#5c5cff",
    "#ff00ff",
    "#00ffff",
    "#ffffff",
]


@pytest.fixture
def own(tmp_path, monkeypatch):
    """``own(text)``: a person's own theme "mine" with this text, loaded."""
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path))
    (tmp_path / "themes").mkdir()

    def load(text: str) -> themes.Loaded:
        (tmp_path / "themes" / "mine.yaml").write_text(text, "utf-8")
        return themes.load("mine")

    return load


@pytest.fixture(autouse=True)
def no_own_themes(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path))


def colour(theme: Theme, name: str) -> Color:
    """What a variable looks like, the sixteen colours as xterm has them."""
    made = Color.parse(variables({**theme.to_color_system().generate(), **theme.variables})[name])
    if made.ansi is None:
        return made
    if made.ansi == -1:
        ground = name == "background"
        return Color.parse("#000000" if ground == theme.dark else "#ffffff")
    return Color.parse(XTERM[made.ansi])


def contrast(one: Color, other: Color) -> float:
    """WCAG 2's contrast ratio, 1 to 21."""
    lower, higher = sorted(luminance(each) for each in (one, other))
    return (higher + 0.05) / (lower + 0.05)


def luminance(shown: Color) -> float:
    parts = [part / 255 for part in (shown.r, shown.g, shown.b)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_there_are_at_least_eight_and_all_of_them_load():
    loaded = themes.load_all()
    assert loaded.problems == ()
    assert [theme.name for theme in loaded.themes] == SHIPPED
    assert len(SHIPPED) >= 8 and theme_files.DEFAULT in SHIPPED
    assert all(loaded.about[name] for name in SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_everything_that_is_read_stands_out_from_the_background(name):
    (theme,) = themes.load(name).themes
    ground = colour(theme, "background")
    faint = {each: contrast(colour(theme, each), ground) for each in TEXT}
    assert {each: ratio for each, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", SHIPPED)
def test_selected_words_can_be_read_and_are_seen_to_be_selected(name):
    (theme,) = themes.load(name).themes
    page, text = colour(theme, "background"), colour(theme, "foreground")
    ground = colour(theme, "screen-selection-background")
    if theme.ansi:
        text = colour(theme, "screen-selection-foreground")
    assert contrast(text, page + ground) >= 4.5
    assert contrast(page, page + ground) >= 1.25


@pytest.mark.parametrize("name", SHIPPED)
def test_the_caret_can_be_read(name):
    (theme,) = themes.load(name).themes
    assert contrast(colour(theme, "background"), colour(theme, "accent")) >= 4.5


@pytest.mark.parametrize("name", SHIPPED)
def test_text_stands_out_from_what_marks_it(name):
    (theme,) = themes.load(name).themes
    read = ("foreground",) if theme.ansi else TEXT
    pairs = [
        *itertools.product(read, ("current", "primary-muted", *(() if theme.ansi else ("said",)))),
        ("foreground", "hit"),
        ("background", "hit-current"),
    ]
    faint = {pair: contrast(*(colour(theme, each) for each in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


def test_a_shipped_theme_needs_no_yaml_library():
    asked = "import sys; from reader.ui import theme_files, themes; themes.load_all(); print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_persons_own_theme_may_leave_out_all_but_three_colours(own):
    loaded = own('colours: {background: "#000", foreground: white, primary: "#88aaff", claim: ansi_red}\n')
    assert loaded.problems == ()
    (theme,) = loaded.themes
    assert (theme.name, theme.variables["claim"]) == ("mine", "ansi_red")


def test_a_persons_own_theme_replaces_a_shipped_one_of_its_name(tmp_path):
    (tmp_path / "themes").mkdir()
    text = (folder("themes") / "light.yaml").read_text("utf-8").replace("about:", "about: My own")
    (tmp_path / "themes" / "dark.yaml").write_text(text, "utf-8")
    assert themes.load("dark").about["dark"].startswith("My own")


GOOD = 'dark: true\ncolours:\n  background: "#101010"\n  foreground: "#eeeeee"\n  primary: "#88aaff"\n'


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (GOOD + '  claim: "#12345"\n', 6, "claim is '#12345', which is not a colour"),
        (GOOD + "  claim: #123456\n", 6, "claim has no value; a colour that begins with # needs quotes"),
        (GOOD + '  claim: "#12345680"\n', 6, "claim is '#12345680', which is not a colour"),
        (GOOD + "  clam: red\n", 6, "there is no colour 'clam'; did you mean 'claim'?"),
        (GOOD + "author: me\n", 6, "a theme has no 'author'"),
        ("dark: maybe\n" + GOOD.partition("\n")[2], 1, "dark must be true or false"),
        (GOOD.replace("  primary", "  # primary"), None, "colours lacks 'primary'"),
        ("colours: red\n", 1, "colours must be lines of the form name: colour"),
        ("dark: [\n", 2, "is not YAML"),
        ("", None, "colours lacks 'background'"),
    ],
)
def test_a_wrong_theme_does_not_load_and_says_file_line_and_reason(own, text, line, reason):
    loaded = own(text)
    assert loaded.themes == ()
    problem = loaded.problems[0]
    assert (problem.file.name, problem.line) == ("mine.yaml", line)
    assert reason in str(problem)


def test_one_wrong_theme_does_not_keep_the_others_away(own):
    own("colours: red\n")
    loaded = themes.load_all()
    assert [theme.name for theme in loaded.themes] == SHIPPED
    assert len(loaded.problems) == 1


def test_an_unknown_name_is_a_problem_that_lists_the_names():
    (problem,) = themes.load("drak").problems
    assert "did you mean 'dark'?" in str(problem) and "sepia" in str(problem)


def test_an_unknown_name_points_to_the_line_of_the_settings_that_has_it(tmp_path):
    (tmp_path / "settings.yaml").write_text("measure: 60\ntheme: mauve\n", "utf-8")
    (problem,) = themes.load("mauve").problems
    assert (problem.file.name, problem.line) == ("settings.yaml", 2)


def test_a_file_that_is_no_yaml_is_said_to_be_that_and_no_more(own):
    (problem,) = own("colours: {background: red\nprimary: red\n").problems
    assert "not YAML" in str(problem) and "line 1 is not closed" in str(problem)


@pytest.mark.parametrize(
    ("put", "why"),
    [
        (os.mkfifo, "it is a pipe"),
        (os.mkdir, "it is a folder"),
        (lambda path: path.symlink_to(path), "Too many levels of symbolic links"),
    ],
    ids=["pipe", "folder", "circle"],
)
def test_a_theme_that_is_no_file_is_one_problem_and_is_never_waited_for(tmp_path, put, why):
    path = tmp_path / "themes" / "mauve.yaml"
    path.parent.mkdir()
    put(path)
    assert themes.load("mauve").problems == (Problem(path, None, f"cannot be read: {why}"),)
    assert themes.load_all().problems == themes.load("mauve").problems


def test_what_stands_for_a_colour_and_is_none_is_not_shown_as_python_has_it(own):
    said = [problem.reason for problem in own(GOOD + "  claim: 2026-01-02\n  ? [a]\n  : red\n").problems]
    assert said == [
        "a list stands where a name must stand",
        'claim is not a colour such as "#1a2b3c" or ansi_blue',
    ]


def test_textuals_own_themes_are_themes():
    assert themes.exists("nord") and themes.exists("dark") and not themes.exists("mauve")


def test_a_wrong_theme_of_a_shipped_name_leaves_the_shipped_one(tmp_path):
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "sepia.yaml").write_text("colours: red\n", "utf-8")
    loaded = themes.load("sepia")
    assert [theme.name for theme in loaded.themes] == ["sepia"]
    assert len(loaded.problems) == 1


@pytest.mark.parametrize(
    ("name", "worn", "problems"),
    [("sepia", "sepia", 0), ("nord", "nord", 0), ("sephia", theme_files.DEFAULT, 1)],
)
async def test_a_theme_that_cannot_be_put_on_leaves_the_default_and_a_reason(name, worn, problems):
    app: App[None] = App()
    async with app.run_test():
        assert len(themes.put_on(app, name)) == problems
        assert app.theme == worn


# What a file of somebody else may hold

TITLE = "\x1b]0;mine now\x07"
PLAIN = "colours: {background: '#000000', foreground: '#ffffff', primary: '#00ff00'}\n"


def test_what_a_theme_says_of_itself_is_harmless(own):
    loaded = own(f'about: "\\e]0;mine now\\a \\uD800 {"e" + chr(0x20DD) * 50} {"long " * 200}"\n{PLAIN}')
    assert loaded.problems == ()
    about = loaded.about["mine"]
    assert not set(about) & set("\x1b\x07\ud800") and len(about) <= 200
    assert chr(0x20DD) * 5 not in about


@pytest.mark.parametrize("name", [TITLE, "a\nb", "\u202eetad", "e" + "\u0488" * 9, "x" * 90, " "])
def test_a_file_whose_name_a_terminal_would_obey_is_no_theme_and_that_is_said(own, tmp_path, name):
    (tmp_path / "themes" / f"{name}.yaml").write_text(PLAIN)
    assert name not in theme_files.files()
    assert not themes.exists(name)
    said = [str(problem) for problem in themes.load_all().problems]
    assert len(said) == 1 and "is no name for a theme" in said[0]
    assert not set(said[0]) & set("\x1b\x07\n\u202e")
    assert TITLE not in themes.unknown(TITLE)
