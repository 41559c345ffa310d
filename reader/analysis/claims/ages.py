"""Ages without their unit: "aged 5 to 11", "those under 30", "Ilse Brandt, 41, said"."""

import re
from dataclasses import replace
from functools import cache

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import COLLECTIVE, PLURALS, Tokens, end
from reader.analysis.lexicon.patterns import bounded

OLDEST = 125
PERSONAL = frozenset({"he", "she", "i", "who"})
COPULA_ENDS = re.compile(r"\s*(?:[.;!?)]|,(?!\d)|$|\s(?:and|but|now|today|when)\b)")
AGED = re.compile(r"\b(?:aged|ages?|at\s+the\s+age\s+of)(?:\s+(?:of|between|from))?\s+$", re.IGNORECASE)


@cache
def _persons() -> re.Pattern[str]:
    return re.compile(
        bounded(lexicon.load("units")["persons"]) + r"\s+(?:who\s+(?:are|were)\s+)?$", re.IGNORECASE
    )


def attach(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity in years, where it is somebody's age."""
    if quantity.unit or not quantity.is_written or not 0 < quantity.high <= OLDEST:
        return quantity
    return replace(quantity, unit="year", kind="measure") if _is_age(text, tokens, quantity) else quantity


def _is_age(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    lead = max(0, quantity.start - 40)
    if AGED.search(text, lead, quantity.start) or re.search(
        r"\bages?\s+of\s+$", text[lead : quantity.at], re.IGNORECASE
    ):
        return True
    if quantity.comparator != "=" and _persons().search(text, lead, quantity.start):
        return not _counts(tokens, quantity)
    return _after_name(text, tokens, quantity) or _is_somebodys(text, tokens, quantity)


def _is_somebodys(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "She is 41": a bare number that a person is."""
    number = tokens.before(quantity.to)
    if number is None or number.dep_ != "attr" or number.head.lemma_ != "be" or quantity.comparator != "=":
        return False
    subject = next((child for child in number.head.lefts if child.dep_ == "nsubj"), None)
    if subject is None or quantity.value == 1 or not COPULA_ENDS.match(text, quantity.to):
        return False
    return subject.lower_ in PERSONAL or tokens.entity_kind(end(subject)) == "person"


def _counts(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a plural follows that the number may count: "voters over 40 miles away"."""
    after = tokens.after(quantity.end)
    return after is not None and (after.tag_ in {*PLURALS, "CD", "JJ"} or after.lower_ in COLLECTIVE)


def _after_name(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "Ilse Brandt, 41, said", "his mother, 83, left": a bare number between commas right after a person."""
    if not re.match(r"[,.;)]", text[quantity.to :][:1]) or text[quantity.at - 2 : quantity.at] not in (
        ", ",
        " (",
    ):
        return False
    name = tokens.before(quantity.at - 2)
    if name is not None and name.tag_ == "NN" and name.lower_ in lexicon.words("sources", "persons"):
        return quantity.form == "digits" and text[quantity.to : quantity.to + 2] in (", ", ")")
    if name is None or name.tag_ != "NNP" or not name.text[0].isupper():
        return False
    kind = tokens.entity_kind(end(name))
    return kind == "person" if kind else name.ent_type_ in ("PERSON", "ORG", "")
