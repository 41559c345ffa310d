"""Number words that count nothing: "one of the", "no one", "zero tolerance", "added a third"."""

from typing import Any

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.subjects import subject
from reader.analysis.claims.tokens import Tokens, next_to

WORDS: dict[str, Any] = lexicon.load("not_claims")


def is_one(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "one of the", "no one", "one day", "at one point", "the one who"."""
    if quantity.form != "words" or quantity.value != 1 or quantity.kind in ("money", "percent"):
        return False
    before, after = tokens.before(quantity.at), tokens.after(quantity.to)
    if after is None or after.lower_ in WORDS["one_after"]:
        return True
    if quantity.kind == "measure":
        return False
    if (
        quantity.unit is None
        or after.lower_ == "of"
        or _speaks(tokens, quantity)
        or text[quantity.to] in "-–"
    ):
        return True
    return before is not None and before.lower_ in WORDS["one_before"]


def _speaks(tokens: Tokens, quantity: Quantity) -> bool:
    """ "one resident said": a source, not a count."""
    noun = tokens.before(quantity.end)
    return (
        noun is not None
        and noun.dep_ == "nsubj"
        and noun.head.lemma_ in lexicon.load("claim_sources")["reporting"]
    )


def is_ordinal(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "Brandt added a third", a goal, "a third, Marta Lind": of persons and what they make, "third" says which."""
    if quantity.form != "fraction" or quantity.unit:
        return False
    last = tokens.at(quantity.to - 1)
    if last is None or last.lower_ not in WORDS["ordinals"]:
        return False
    if last.head.ent_type_ == "PERSON" or _is_named(text, tokens, last, quantity):
        return True
    if last.dep_ != "dobj" or any(child.lower_ == "of" for child in last.rights):
        return False
    doer = subject(last.head)
    return doer is not None and doer.ent_type_ == "PERSON"


def _is_named(text: str, tokens: Tokens, last: Token, quantity: Quantity) -> bool:
    """ "A third, Marta Lind, told"; not "fell by a third, Marta Lind said"."""
    name = tokens.after(quantity.to + 1) if text[quantity.to : quantity.to + 2] == ", " else None
    while name is not None and name.ent_type_ == "PERSON":
        following = next_to(name)
        if following is not None and following.text == ",":
            return last.dep_ not in ("pobj", "dobj", "npadvmod")
        name = following
    return False


def is_zero(tokens: Tokens, quantity: Quantity) -> bool:
    """ "zero tolerance": none, of what is not counted."""
    if quantity.form != "words" or quantity.value != 0 or (quantity.kind and quantity.kind != "count"):
        return False
    head = tokens.before(quantity.end)
    return head is None or head.tag_ != "NNS"
