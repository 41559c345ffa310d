"""Numbers that are part of a name, and so no claims: "Flight 93", "iPhone 14", "the Big Four"."""

import re
from functools import cache
from typing import Any

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import COLLECTIVE, Tokens
from reader.analysis.lexicon.patterns import alternatives

WORDS: dict[str, Any] = lexicon.load("not_claims")


WORD_HYPHEN = re.compile(r"\w[-–]")
FREE_HYPHEN = re.compile(r"\b(?:to|sub|of|the|a)[-–]$", re.IGNORECASE)
ORDINAL = re.compile(r"\s(?:st|nd|rd|th)\b")
ENDS_CLAUSE = re.compile(r"\s*(?:[,.;]|and\b|$)")


@cache
def _label() -> re.Pattern[str]:
    always = [word for word in WORDS["labels"] if word not in WORDS["capital_only"]]
    capital = [form for word in WORDS["capital_only"] for form in (word.title(), word.upper())]
    return re.compile(
        rf"(?:(?<!\w)|^)(?:(?i:{alternatives(always)})|{alternatives(capital)})(?:\s+(?:No\.?|no\.?|number)\s?|[\s-]?)$"
    )


def is_name(text: str, tokens: Tokens, quantity: Quantity, counted: bool = False) -> bool:
    """Whether the number names something instead of counting it.

    Args:
        counted: whether its sentence counted something before, so that this may be one more of it:
            "won 18 seats, the Farmers' Party 11".
    """
    bare = quantity.unit is None and quantity.scale == 1 and quantity.is_written
    if quantity.kind not in ("money", "percent") and _labelled(text, quantity):
        return True
    if quantity.form == "words" and _named_word(text, tokens, quantity):
        return True
    if _capital_head(tokens, quantity):
        return True
    return bare and quantity.start == quantity.at and _in_name(text, tokens, quantity, counted)


def _capital_head(tokens: Tokens, quantity: Quantity) -> bool:
    """ "787 Dreamliner", "HIV 2 drug", "Trent 900 engines", "737 replacement": digits within a longer name."""
    plain = quantity.form == "digits" and quantity.scale == 1 and quantity.start == quantity.at
    if quantity.kind != "count" or not plain or quantity.value == 1:
        return False
    head, before = tokens.before(quantity.end), tokens.before(quantity.at)
    if head is None or head.tag_ == "NNPS" or head.lower_ in COLLECTIVE:
        return False
    named = before is not None and _is_name_word(before) and before.idx + len(before) + 1 == quantity.at
    if head.tag_ == "NNS":
        return (
            named and before is not None and before.dep_ in ("compound", "nmod") and before.head.i == head.i
        )
    return named or (head.tag_ == "NNP" and head.text[0].isupper()) or _is_model(tokens, head, quantity)


def _is_name_word(token: Token) -> bool:
    return token.sent_start != 1 and (token.tag_ == "NNP" or (token.text.isupper() and len(token) > 1))


def _is_model(tokens: Tokens, head: Token, quantity: Quantity) -> bool:
    """ "737 replacement": three digits right before a singular."""
    first = tokens.after(quantity.to)
    return quantity.to - quantity.at == 3 and head.tag_ == "NN" and first is not None and first.i == head.i


def is_glued(text: str, quantity: Quantity) -> bool:
    """Digits that touch a letter which is no unit: "19th", "F-16", "4G"."""
    before, after = text[max(0, quantity.at - 2) : quantity.at], text[quantity.to : quantity.to + 1]
    if quantity.form == "words" or quantity.start < quantity.at:
        return False
    if before[-1:].isalpha() or before[-1:].isdigit():
        return True
    if WORD_HYPHEN.fullmatch(before) and not FREE_HYPHEN.search(text[max(0, quantity.at - 5) : quantity.at]):
        return not before[0].isdigit()
    if ORDINAL.match(text, quantity.to, quantity.to + 4):
        return True
    return quantity.end == quantity.to and (
        after.isalpha() or (after in ("°", "'", "’") and text[quantity.to + 1 : quantity.to + 2].isalpha())
    )


def _labelled(text: str, quantity: Quantity) -> bool:
    return (
        bool(_label().search(text, max(0, quantity.at - 24), quantity.at)) and quantity.start == quantity.at
    )


def _named_word(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """A number word with a capital inside a name: "the Big Four", "Seven Network"."""
    token = tokens.at(quantity.at)
    if token is None or not text[quantity.at].isupper() or token.is_sent_start:
        return False
    return token.pos_ == "PROPN" or token.ent_type_ in (
        "ORG",
        "WORK_OF_ART",
        "FAC",
        "PRODUCT",
        "EVENT",
        "GPE",
        "PERSON",
    )


def _in_name(text: str, tokens: Tokens, quantity: Quantity, counted: bool) -> bool:
    """A bare number right after a name: "Apple Watch 5", "S&P 500"; or before one: "737 Max"."""
    before, after = tokens.before(quantity.at), tokens.after(quantity.to)
    if before is not None and text[before.idx + len(before) : quantity.at].strip() == "":
        if before.tag_ in ("NNP", "NNPS") and before.text[0].isupper() and before.sent_start != 1:
            return not (counted and ENDS_CLAUSE.match(text, quantity.to))
        if before.text == "&":
            return True
    return (
        after is not None
        and after.tag_ == "NNP"
        and after.text[0].isupper()
        and text[quantity.to : after.idx] in (" ", "-")
    )
