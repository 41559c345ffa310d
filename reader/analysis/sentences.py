"""Sentences for pipelines that part none."""

from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

_sentencizer = Sentencizer()


def part(doc: Doc) -> None:
    """Part a Doc at its full stops, where neither a parser nor anything else has parted it."""
    if len(doc) and not doc.has_annotation("SENT_START"):
        _sentencizer(doc)
