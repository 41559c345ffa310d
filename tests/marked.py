"""Texts in which the model's spans are given, ``{ORG:Norvik Board}``, so that a test shows one repair or rule and nothing else."""

import functools
import re

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

_MARK = re.compile(r"\{([A-Z_]+):(.*?)\}", re.S)


@functools.cache
def _blank() -> Language:
    return spacy.blank("en")


def has_marks(text: str) -> bool:
    return _MARK.search(text) is not None


def marked_doc(text: str) -> Doc:
    """A Doc of a text with these spans of the model and no others, whose words are nouns, names with a capital, or signs."""
    plain, spans = _plain(text)
    doc = _blank()(plain)
    for token in doc:
        token.pos_ = "PROPN" if token.text[:1].isupper() else "NOUN" if token.is_alpha else "PUNCT"
    found = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in spans]
    doc.set_ents(filter_spans([span for span in found if span is not None]))
    return doc


def _plain(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    spans, out, at = [], "", 0
    for match in _MARK.finditer(text):
        out += text[at : match.start()]
        spans.append((len(out), len(out) + len(match[2]), match[1]))
        out += match[2]
        at = match.end()
    return out + text[at:], spans
