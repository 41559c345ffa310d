"""Finds multiples that are no numerals: "doubled", "a doubling of", "double the".

A verb of multiplying is a change by that factor; "double the", "three times the" is a ratio.
"""

import re
from dataclasses import replace
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import end
from reader.analysis.model import Change
from reader.analysis.numerals.words import MULTIPLES
from reader.analysis.text import text_of

COMPARED = re.compile(r"\s+(?:the|that|those|its|their|his|her|what|as|previous|last|this)\b", re.IGNORECASE)
TIMES = re.compile(
    r"\s+times\b(?=\s+(?:as|the|that|those|its|their|his|her|what|more|higher|larger|bigger|greater|over|less|longer|faster|worse|better|earnings|book|sales|revenue)\b)"
)


@cache
def verbs() -> dict[str, tuple[float, Change]]:
    """Every form of the verbs, with factor and direction."""
    out: dict[str, tuple[float, Change]] = {}
    ways: tuple[Change, Change] = ("up", "down")
    for way in ways:
        for verb, factor in MULTIPLES[way].items():
            stem = verb[:-1] if verb.endswith("e") else verb
            for form in (verb, verb + "s", stem + "ed", stem + "ing", verb + "d"):
                out[form] = (factor, way)
    return out


@cache
def _ids() -> frozenset[int]:
    """The verbs as spaCy numbers them in every vocabulary."""
    return frozenset(map(get_string_id, verbs()))


def find(doc: Doc) -> list[Quantity]:
    """The multiples of the Doc that stand in words of their own."""
    text, words = text_of(doc), _ids()
    # The numbers of all words: a token object for each would cost more than the rest of this.
    places = (place for place, word in enumerate(doc.to_array("LOWER").tolist()) if word in words)
    return [found for place in places if (found := _read(text, doc[place]))]


def _read(text: str, token: Token) -> Quantity | None:
    start, stop = int(token.idx), end(token)
    if text[stop : stop + 1] in ("-", "‑") or text[start - 1 : start] == "-":
        return None
    factor, way = verbs()[token.lower_]
    quantity = Quantity(start, stop, start, stop, factor, "multiple", kind="ratio")
    if (
        COMPARED.match(text, stop)
        and token.lower_ in ("double", "triple", "treble", "quadruple")
        and token.pos_ != "VERB"
    ):
        return quantity
    inflected = token.lower_.endswith(("ed", "ing"))
    if token.tag_ in ("VBD", "VBN", "VBP", "VBZ", "VB", "VBG") or (
        inflected and token.pos_ in ("VERB", "NOUN")
    ):
        return replace(quantity, change=way) if token.tag_ != "VBN" or token.dep_ != "amod" else None
    return None


def times(text: str, quantity: Quantity) -> Quantity:
    """ "three times the usual amount": a ratio, not something that happened three times."""
    match = TIMES.match(text, quantity.to)
    return (
        replace(quantity, end=match.end(), unit="times", kind="ratio")
        if match and not quantity.unit
        else quantity
    )
