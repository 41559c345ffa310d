"""``reader config`` shows the settings, and says what is wrong with them."""

import pytest
from click.testing import CliRunner

from reader.cli.group import main


@pytest.fixture
def run(tmp_path):
    def run(settings):
        (tmp_path / "settings.yaml").write_text(settings, "utf-8")
        return CliRunner(env={"READER_CONFIG_DIR": str(tmp_path)}).invoke(main, ["config"])

    return run


def test_settings_that_are_right_are_shown(run):
    done = run("theme: sepia\nmeasure: 60\n")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "theme: sepia" in done.stdout


def test_one_of_the_themes_of_textual_is_right(run):
    assert run("theme: nord\n").exit_code == 0


def test_a_theme_that_is_not_there_is_told_with_its_line_and_what_may_be_meant(run, tmp_path):
    done = run("measure: 60\ntheme: sepai\n")
    assert done.exit_code == 1
    assert f"{tmp_path / 'settings.yaml'}:2: there is no theme 'sepai'; did you mean 'sepia'?" in done.stderr


def test_whatever_is_wrong_is_told_and_the_exit_status_says_so(run):
    done = run("mesure: 60\n")
    assert done.exit_code == 1
    assert "there is no setting 'mesure'; did you mean 'measure'?" in done.stderr
