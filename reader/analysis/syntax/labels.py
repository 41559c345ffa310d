"""The labels of the model as questions; nobody outside this package makes any.

They compare numbers, which every vocabulary of spaCy has in common, and so cost no more than reading a label as text.
"""

from collections.abc import Callable

from spacy.strings import get_string_id
from spacy.tokens import Token

Question = Callable[[Token], bool]
"""Asked of one word."""


def part_of_speech(names: str) -> Question:
    """Whether a word is one of these parts of speech: ``part_of_speech("NOUN PROPN")``."""
    ids = frozenset(map(get_string_id, names.split()))
    return lambda token: token.pos in ids


def form(names: str) -> Question:
    """Whether a word has one of these finer tags: ``form("VBD VBZ")``."""
    ids = frozenset(map(get_string_id, names.split()))
    return lambda token: token.tag in ids


def relation(names: str) -> Question:
    """Whether a word hangs on its head by one of these labels: ``relation("nsubj nsubjpass")``."""
    ids = frozenset(map(get_string_id, names.split()))
    return lambda token: token.dep in ids
