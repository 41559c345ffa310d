"""What the entities' tests share: what is found in a text whose spans of the model are given."""

from collections.abc import Callable

import pytest

from reader.analysis.entities.component import entities
from reader.analysis.model import Entity
from tests.marked import marked_doc


@pytest.fixture(scope="session")
def marked() -> Callable[[str], list[Entity]]:
    """``marked("{ORG:The Norvik Board} met")``: the entities, given these spans of the model."""
    return lambda text: entities(marked_doc(text))


@pytest.fixture(scope="session")
def kinds(marked) -> Callable[[str], dict[str, str]]:
    """The same, as mention -> kind."""
    return lambda text: {m.text: entity.kind for entity in marked(text) for m in entity.mentions}


@pytest.fixture(scope="session")
def forms(marked) -> Callable[[str], dict[str, list[str]]]:
    """The same, as canonical name -> the forms it is mentioned in."""
    return lambda text: {entity.name: [m.text for m in entity.mentions] for entity in marked(text)}
