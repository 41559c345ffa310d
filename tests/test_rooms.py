"""The lines between the rooms: which part of reader never imports which library."""

import subprocess
import sys

import pytest

LINES = {
    "reader": ("spacy", "textual", "yaml", "click"),
    "reader.article": ("spacy", "textual", "trafilatura", "httpx", "markdown_it"),
    "reader.analysis.pipeline": ("textual",),
    "reader.engine.desk": ("textual",),
    "reader.engine.process": ("spacy", "textual", "yaml"),
    "reader.export.document": ("spacy", "textual"),
    "reader.export.yaml_text": ("spacy", "textual"),
    "reader.export.plain": ("spacy", "textual"),
    "reader.cli": ("spacy", "textual", "trafilatura", "httpx"),
}


@pytest.mark.parametrize("module", LINES)
def test_importing_a_room_does_not_bring_in_what_it_must_not_know(module):
    asked = f"import sys, {module}; print([name for name in {LINES[module]} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
