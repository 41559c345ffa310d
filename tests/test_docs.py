"""What the documentation says is what the program does."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from reader.cli import main
from reader.ui.keytable import page

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


def test_the_page_of_keys_lists_the_keys_there_are():
    assert (DOCS / "keys.md").read_text("utf-8") == page()


def test_every_page_of_the_table_of_contents_is_there():
    def pages(nav):
        for entry in nav:
            value = next(iter(entry.values())) if isinstance(entry, dict) else entry
            yield from pages(value) if isinstance(value, list) else [value]

    listed = set(pages(yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]))
    assert listed == {path.name for path in DOCS.glob("*.md")}


@pytest.mark.parametrize("text", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda path: path.name)
def test_every_command_and_option_in_a_text_exists(text):
    for words in re.findall(
        r"\breader (\w[\w-]*)((?: [^`|\n]*)?)", "\n".join(_code(text.read_text("utf-8")))
    ):
        command = main.commands.get(words[0])
        if command is None:
            continue
        options = {o for p in command.params for o in p.opts} | {"--help"}
        assert set(re.findall(r"(?<=\s)--[a-z-]+", words[1])) <= options, words


def _code(markdown: str) -> list[str]:
    return re.findall(r"```.*?```|`[^`\n]+`", markdown, re.S)


@pytest.mark.parametrize("text", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(text):
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text.read_text("utf-8")):
        if "://" not in target:
            assert (text.parent / target).exists(), target


def test_help_names_every_command():
    said = CliRunner().invoke(main, ["--help"]).output
    assert all(name in said for name in main.commands)
