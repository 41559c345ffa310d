"""Numbers that stand for what they count: "17 were injured", "another five were missing", "the crash killed four"."""

import re

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.subjects import SUBJECTS
from reader.analysis.claims.tokens import Tokens, next_to

_DEFINITE = frozenset(lexicon.load("counting")["definite"])
# After an age or the number of a point: "Brandt, 40, left".
_ASIDE = frozenset({",", "–", "—", "―", "-", ")"})
_FURTHER = frozenset({"another", "further", "more", "others"})
# "Of the 40 passengers, 31 survived", "Of the ten judges who heard the case, six were new".
_PARTED_FROM_ALL = re.compile(r"(?:[^.;:!?]{0,80},)?\s+(?:only\s+|just\s+)?")


def counts(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a number without a noun is said of so many people or things."""
    if not quantity.is_one_number or quantity.low < 2:
        return False
    number = tokens.at(quantity.to - 1)
    if number is None or number.tag_ != "CD" or any(child.lower_ in _DEFINITE for child in number.lefts):
        return False
    following = next_to(number)
    if following is not None and following.text in _ASIDE:
        return False
    if number.dep_ in SUBJECTS:
        return _is_said_of_many(number.head)
    return number.dep_ == "dobj" and number.head.lemma_.lower() in lexicon.load("claim_sources")["befalls"]


def _is_said_of_many(verb: Token) -> bool:
    """Whether a verb goes with a plural: "15 were positive", "eight remain", "31 survived", not "42 is the answer"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    forms = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    return not any(form.tag_ == "VBZ" or form.lower_ == "was" for form in forms)


def counts_the_same(text: str, tokens: Tokens, quantity: Quantity, earlier: Quantity) -> bool:
    """Whether it counts what an earlier one of its sentence counts.

    "Three people died and 17 were injured", "two sailors drowned and another five were missing"; but of "26 men were
    charged and 300 were fined" nobody knows whether the 300 are men.
    """
    if not counts(tokens, quantity):
        return False
    number, noun = tokens.at(quantity.to - 1), tokens.at(earlier.end - 1)
    if number is None or noun is None:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.is_sent_start:
        return _PARTED_FROM_ALL.fullmatch(text, earlier.end, quantity.start) is not None
    beside = number.head.head == noun.head or noun.head.head == number.head
    further = noun.lower_ == "people" or any(child.lower_ in _FURTHER for child in number.children)
    return further and noun.dep_ in SUBJECTS and number.dep_ in SUBJECTS and beside
