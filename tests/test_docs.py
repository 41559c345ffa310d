"""What the documentation says is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from reader.cli.environment import STATUSES, VARIABLES
from reader.cli.group import main
from reader.ui.keytable import page

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TEXTS = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]


def test_the_page_of_keys_lists_the_keys_there_are():
    assert (DOCS / "keys.md").read_text("utf-8") == page()


def test_every_page_of_the_table_of_contents_is_there():
    def pages(nav):
        for entry in nav:
            value = next(iter(entry.values())) if isinstance(entry, dict) else entry
            yield from pages(value) if isinstance(value, list) else [value]

    listed = set(pages(yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]))
    assert len(listed) > 10
    assert listed == {path.name for path in DOCS.glob("*.md")}


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.name)
def test_every_command_and_option_in_a_text_exists(text):
    for words, rest in commands(text):
        options = {o for p in main.commands[words].params for o in p.opts} | {"--help"}
        assert set(re.findall(r"(?<=\s)--[a-z-]+", rest)) <= options, (words, rest)


def test_the_texts_show_every_command_and_many_options():
    """So that the test above cannot pass by finding nothing."""
    shown = [found for text in TEXTS for found in commands(text)]
    assert {words for words, _ in shown} >= set(main.commands) - {"open"}
    assert sum(len(re.findall(r"(?<=\s)--[a-z-]+", rest)) for _, rest in shown) >= 5


def test_every_option_that_is_named_by_itself_is_one_of_some_command():
    named = {name for text in TEXTS for name in re.findall(r"`(--[a-z][a-z-]+)", text.read_text("utf-8"))}
    assert len(named) > 8
    assert named <= {o for command in main.commands.values() for p in command.params for o in p.opts}


def commands(text):
    """Each command a text shows, with what follows it."""
    shown = re.findall(r"\breader (\w[\w-]*)((?: [^`|\n]*)?)", "\n".join(_code(text.read_text("utf-8"))))
    return [(words, rest) for words, rest in shown if words in main.commands]


def _code(markdown: str) -> list[str]:
    return [
        *re.findall(r"```.*?```|`[^`\n]+`", markdown, re.S),
        *re.findall(r"^ {4}\S.*$", markdown, re.M),
    ]


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(text):
    for target in links(text):
        assert (text.parent / target).exists(), target


def test_the_texts_have_links_and_pictures():
    """So that the test above cannot pass by finding nothing."""
    found = {target for text in TEXTS for target in links(text)}
    assert len(found) > 20
    assert {Path(target).name for target in found} >= {"reading.svg", "served.png"}


def links(text):
    """The files a text leads to."""
    targets = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text.read_text("utf-8"))
    return [target for target in targets if "://" not in target]


def test_every_picture_is_shown_somewhere():
    shown = {Path(target).name for text in TEXTS for target in links(text)}
    assert {path.name for path in (DOCS / "pictures").iterdir()} <= shown


def test_every_variable_and_exit_status_is_told():
    text = (DOCS / "commands.md").read_text("utf-8").replace("`", "")
    for name, says in {**VARIABLES, **STATUSES}.items():
        assert f"| {name} | {says} |" in text


def test_help_names_every_command():
    said = CliRunner().invoke(main, ["--help"]).output
    assert all(name in said for name in main.commands)


def test_no_text_names_where_packages_come_from():
    hosts = re.compile(r"--(?:extra-)?index-url|--find-links|--trusted-host|\bpypi\.org", re.I)
    named = {
        path.name for path in (*TEXTS, ROOT / "CONTRIBUTING.md") if hosts.search(path.read_text("utf-8"))
    }
    assert named == set()


def test_the_documentation_builds_without_a_warning(tmp_path):
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", tmp_path / "site"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr[-2000:]
    assert (tmp_path / "site" / "api" / "index.html").stat().st_size > 20_000


def test_what_is_promised_is_the_same_in_both_places():
    assert (ROOT / "SECURITY.md").read_text("utf-8") == (ROOT / "docs" / "security.md").read_text("utf-8")
