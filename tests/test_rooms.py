"""The lines between the rooms: which part of reader never imports which library, or which other part."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import reader

LINES = {
    "reader": ("spacy", "textual", "yaml", "click"),
    "reader.article": ("spacy", "textual", "trafilatura", "httpx", "markdown_it"),
    "reader.analysis.pipeline": ("textual",),
    "reader.engine.desk": ("textual",),
    "reader.engine.process": ("spacy", "textual", "yaml"),
    "reader.export.document": ("spacy", "textual"),
    "reader.export.formats": ("spacy", "textual"),
    "reader.export.yaml_text": ("spacy", "textual"),
    "reader.export.plain": ("spacy", "textual"),
    "reader.export.story": ("spacy", "textual"),
    "reader.batch.run": ("spacy", "textual"),
    "reader.shelf": ("spacy", "textual"),
    "reader.shelf.applying": ("spacy", "textual"),
    "reader.config": ("spacy", "textual"),
    "reader.story": ("spacy", "textual"),
    "reader.ui.app": ("spacy",),
    "reader.ui.early.showing": ("spacy", "textual", "asyncio", "click"),
    "reader.cli": ("spacy", "textual", "trafilatura", "httpx"),
}

# What each room may know of the others: data flows from these to it, and never back.
KNOWS = {
    "article": set(),
    "analysis": {"article"},
    "config": {"article"},
    "engine": {"article", "analysis"},
    "export": {"article", "analysis", "story"},
    "story": {"article", "analysis"},
    "shelf": {"article", "analysis", "config"},
    "batch": {"article", "analysis", "engine", "export", "shelf"},
    "web": set(),
    "ui": {"article", "analysis", "engine", "config", "shelf", "story"},
    "cli": {"article", "analysis", "engine", "export", "batch", "config", "shelf", "ui", "web"},
}
# Tools for every room, which know none of them.
COMMON = (
    "atomic",
    "checked",
    "folders",
    "late",
    "mistakes",
    "plain_flow",
    "plain_yaml",
    "pythons",
    "resources",
    "signals",
)
HOUSE = Path(reader.__file__).parent


@pytest.mark.parametrize("module", LINES)
def test_importing_a_room_does_not_bring_in_what_it_must_not_know(module):
    asked = f"import sys, {module}; print([name for name in {LINES[module]} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_room_has_its_place_in_the_flow_of_data():
    assert {path.parent.name for path in HOUSE.glob("*/__init__.py")} == set(KNOWS)


@pytest.mark.parametrize("room", KNOWS)
def test_a_room_imports_only_what_stands_to_its_left(room):
    against = {
        f"{path.relative_to(HOUSE)} imports {name}"
        for path in (HOUSE / room).rglob("*.py")
        for name in parts_of_reader(path)
        if name not in {room, "__version__", *COMMON, *KNOWS[room]}
    }
    assert against == set()


@pytest.mark.parametrize("module", COMMON)
def test_what_every_room_may_use_knows_no_room(module):
    assert set(parts_of_reader(HOUSE / f"{module}.py")) <= {"__version__", *COMMON}


def test_no_module_imports_in_a_circle():
    """Wherever in a file it is imported, for types only too; the front doors of the packages lead everywhere."""
    modules = {name_of(path): path for path in HOUSE.rglob("*.py") if path.name != "__init__.py"}
    graph = {name: set(imported_by(path)) & (modules.keys() - {name}) for name, path in modules.items()}
    assert tuple(TopologicalSorter(graph).static_order())


def name_of(path: Path) -> str:
    """ "reader.ui.app" of reader/ui/app.py."""
    return ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)


def imported_by(path: Path) -> Iterator[str]:
    """Every module a file may import from, and whatever is imported from it, which may be a module too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def parts_of_reader(path: Path) -> Iterator[str]:
    """ "article" for ``from reader.article.model import Article``, wherever in a file it stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "reader":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from second_part(node.module)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield from second_part(alias.name)


def second_part(module: str | None) -> list[str]:
    """ "article" of "reader.article.model"; nothing of what is not ours."""
    parts = (module or "").split(".")
    return parts[1:2] if parts[0] == "reader" else []


def test_only_the_language_layer_reads_the_labels_of_the_model():
    reading = {
        path.relative_to(HOUSE / "analysis").parts[0]
        for path in (HOUSE / "analysis").rglob("*.py")
        if re.search(r"\.(?:dep|tag)_?\b(?!\")", path.read_text("utf-8"))
    }
    assert reading == {"syntax"}


def test_no_label_becomes_a_question_outside_the_language_layer():
    making = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if path.parent.name != "syntax" and "syntax.labels" in path.read_text("utf-8")
    }
    assert making == set()
