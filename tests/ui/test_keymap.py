"""The keys as they come: the settings file is checked against them."""

from itertools import combinations
from pathlib import Path

import pytest

from reader.config import load_settings
from reader.config.keys import known, together
from reader.ui.bindings import default_keys
from reader.ui.keytable import page

KEYS = default_keys()


@pytest.mark.parametrize("id", KEYS)
def test_every_key_is_one_that_can_be_pressed(id):
    assert all(known(key) for key in KEYS[id].split(","))


def test_no_two_actions_of_one_place_share_a_key():
    pairs = ((one, other) for one, other in combinations(KEYS, 2) if together(one, other))
    clashes = [pair for pair in pairs if set(KEYS[pair[0]].split(",")) & set(KEYS[pair[1]].split(","))]
    assert clashes == []


def test_a_settings_file_is_checked_against_the_real_keys(tmp_path):
    file = tmp_path / "settings.yaml"
    file.write_text("keys: {quote.next: x, list.down: n}\n", "utf-8")
    settings, problems = load_settings(file, default_keys)
    assert dict(settings.keys) == {"list.down": "n"}
    assert [problem.reason for problem in problems] == ["quote.next cannot have the key 'x': export has it"]


def test_a_key_of_the_list_of_notes_is_none_of_those_that_move_through_every_list(tmp_path):
    file = tmp_path / "settings.yaml"
    file.write_text("keys: {list.down: n, marks.delete: n, marks.undo: k, marks.reword: l}\n", "utf-8")
    settings, problems = load_settings(file, default_keys)
    assert dict(settings.keys) == {"list.down": "n", "marks.reword": "l"}
    assert [problem.reason for problem in problems] == [
        "marks.delete cannot have the key 'n': list.down has it",
        "marks.undo cannot have the key 'k': list.up has it",
    ]


def test_the_documentation_lists_every_key():
    written = Path(__file__).parents[2] / "docs" / "keys.md"
    assert written.read_text("utf-8") == page(), "renew it: python -m reader.ui.keytable > docs/keys.md"
    assert all(f"`{id}`" in page() for id in KEYS)
