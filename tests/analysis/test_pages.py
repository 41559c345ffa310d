"""The page on a component names each of its modules."""

import re
from pathlib import Path

import pytest

import reader

HOUSE = Path(reader.__file__).parent
PAGES = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("component", ["syntax", "quotes", "claims", "timeline"])
def test_the_page_on_a_component_names_its_modules(component):
    page = (PAGES / f"{component}.md").read_text("utf-8")
    named = {name.removesuffix(".py") for name in re.findall(r"`([\w.]+)`", page)}
    modules = {path.stem for path in (HOUSE / "analysis" / component).glob("*.py")}
    assert modules
    assert modules - {"__init__", "component"} <= named
