"""Texts in which the model's spans are given, so that a test shows one repair and nothing else."""

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.util import filter_spans

from reader.analysis.entities.component import entities
from reader.analysis.model import Entity

_MARK = re.compile(r"\{(\w+):(.*?)\}", re.S)


def _plain(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    spans, out, at = [], "", 0
    for match in _MARK.finditer(text):
        out += text[at : match.start()]
        spans.append((len(out), len(out) + len(match[2]), match[1]))
        out += match[2]
        at = match.end()
    return out + text[at:], spans


@pytest.fixture(scope="session")
def marked() -> Callable[[str], list[Entity]]:
    """``marked("{ORG:The Norvik Board} met")``: the entities, given these spans of the model."""
    nlp = spacy.blank("en")

    def find(text: str) -> list[Entity]:
        plain, spans = _plain(text)
        doc = nlp(plain)
        for token in doc:
            token.pos_ = "PROPN" if token.text[:1].isupper() else "NOUN" if token.is_alpha else "PUNCT"
        found = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in spans]
        doc.set_ents(filter_spans([span for span in found if span is not None]))
        return entities(doc)

    return find


@pytest.fixture(scope="session")
def kinds(marked) -> Callable[[str], dict[str, str]]:
    """The same, as mention -> kind."""
    return lambda text: {m.text: entity.kind for entity in marked(text) for m in entity.mentions}


@pytest.fixture(scope="session")
def forms(marked) -> Callable[[str], dict[str, list[str]]]:
    """The same, as canonical name -> the forms it is mentioned in."""
    return lambda text: {entity.name: [m.text for m in entity.mentions] for entity in marked(text)}
