"""What the screen needs of the inside of Textual, where a new version may change it without a word."""

import ast
import inspect
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

import reader.ui

CALLED = (
    (App, "_display", ("screen", "renderable")),
    (App, "_begin_update", ()),
    (App, "_end_update", ()),
    (App, "_press_keys", ("keys",)),
    (App, "_unnotify", ("notification", "refresh")),
    (Widget, "_size_updated", ("size", "virtual_size", "container_size", "layout")),
    (Compositor, "render_strips", ("size",)),
    (LinuxDriver, "start_application_mode", ()),
    (LinuxDriver, "write", ("data",)),
)
"""What is called, or said anew in a class of ours, and what it takes."""
HELD = {
    App: {"_keymap", "_notifications", "_driver", "_loop"},
    Screen: {"_compositor"},
    OptionList: {"_index_to_line"},
    LinuxDriver: {"attrs_before"},
}
"""What is read."""


@pytest.mark.parametrize("of, name, takes", CALLED, ids=[f"{of.__name__}.{name}" for of, name, _ in CALLED])
def test_what_is_called_is_there_and_takes_what_it_is_given(of, name, takes):
    parameters = tuple(inspect.signature(getattr(of, name)).parameters)[1:]
    assert parameters == takes


@pytest.mark.parametrize("of", HELD, ids=lambda of: of.__name__)
def test_what_is_read_is_set_by_the_class_itself_or_one_below_it(of):
    known = {name for each in of.__mro__ if each is not object for name in dir(each) + names_set_in(each)}
    assert HELD[of] <= known


def names_set_in(of: type) -> list[str]:
    """The attributes a class sets on itself."""
    tree = ast.parse(Path(inspect.getfile(of)).read_text("utf-8"))
    return [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)]


def test_nothing_else_of_the_inside_of_textual_is_used():
    used = {name for path in Path(reader.ui.__file__).parent.rglob("*.py") for name in foreign(path)}
    assert used <= {*(name for _, name, _ in CALLED), *(name for names in HELD.values() for name in names)}


def foreign(path: Path) -> set[str]:
    """The private names in a file that no file of ours defines: those of others, and those of their own class."""
    tree = ast.parse(path.read_text("utf-8"))
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    own |= {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    own |= {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.startswith("__")
        and node.attr not in own | {"_replace", "_asdict", "_fields"}
    }
