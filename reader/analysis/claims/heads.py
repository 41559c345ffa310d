"""Small counts in a head without a verb, which assert nothing: "Two brothers, one boat"."""

from spacy.tokens import Doc

from reader.analysis.claims.quantity import Quantity
from reader.article.model import HEADINGS

_SMALL = 10


def is_in_verbless_head(doc: Doc, quantity: Quantity) -> bool:
    """Whether it is a count below ten, in words, in a headline or subhead that has no verb."""
    article = doc._.article
    if article is None or quantity.form != "words" or quantity.high >= _SMALL:
        return False
    if quantity.kind not in (None, "count"):
        return False
    blocks = (block for block in article.blocks if block.start <= quantity.at < block.end)
    head = next((block for block in blocks if block.kind in HEADINGS), None)
    if head is None:
        return False
    span = doc.char_span(head.start, head.end, alignment_mode="expand")
    return span is not None and not any(token.pos_ in ("VERB", "AUX") for token in span)
