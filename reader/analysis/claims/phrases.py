"""The words of a noun phrase, as a person would name the thing."""

from collections.abc import Callable

from spacy.tokens import Token

from reader.analysis.claims.tokens import NOUNS, end, next_to
from reader.analysis.lexicon.patterns import squeeze

MODIFIERS = {"compound", "amod", "nmod", "poss", "nummod"}
UNNAMED = {"DT", "PRP$", "CD", "$", "WP$", "PDT"}
LONGEST_OF = 6  # tokens of an "of" phrase that is still part of a name for the thing

Within = Callable[[Token], bool]


def phrase(text: str, noun: Token, within: Within) -> str:
    """The noun with its modifiers and a short "of" phrase, without its determiner.

    Args:
        text: the text of the Doc.
        noun: the head of the phrase.
        within: whether a token belongs to an amount, and so not to the phrase.
    """
    left = noun
    while left.i > noun.left_edge.i and not left.is_sent_start and _belongs(left.nbor(-1), noun, within):
        left = left.nbor(-1)
    while left.i > 1 and left.nbor(-1).text == "-" and _touches(left.nbor(-2)) and _touches(left.nbor(-1)):
        left = left.nbor(-2)  # "ex-treasurer" is one word, however the parse hangs its parts
    while left.i < noun.i and (left.tag_ in UNNAMED or left.is_punct or left.tag_ == "POS"):
        left = left.nbor()
    return squeeze(text[left.idx : _stop(noun, within)])


def _joined(noun: Token) -> Token | None:
    """The next part of a hyphened word: "mother-in-law"."""
    hyphen = next_to(noun)
    if hyphen is None or hyphen.text != "-" or noun.whitespace_ or hyphen.whitespace_:
        return None
    part = next_to(hyphen)
    return part if part is not None and part.is_alpha else None


def _touches(token: Token) -> bool:
    """Whether no space stands between the word and the next."""
    return not token.whitespace_ and token.text[-1:].strip() != "" and not token.like_num


def _belongs(token: Token, noun: Token, within: Within) -> bool:
    if within(token) or (
        token.pos_ in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ") and token.dep_ not in ("amod", "cc", "nmod")
    ):
        return False
    return noun.is_ancestor(token)


def _stop(noun: Token, within: Within) -> int:
    while (part := _joined(noun)) is not None:
        noun = part
    of = next_to(noun)
    if of is None or of.lower_ != "of" or not 0 < of.right_edge.i - of.i < LONGEST_OF:
        return end(noun)
    inside = of.doc[of.i : of.right_edge.i + 1]
    return end(noun) if any(within(token) for token in inside) else end(of.right_edge)


def object_of(preposition: Token) -> Token | None:
    """The noun a preposition governs, unless it is a date."""
    for child in preposition.children:
        if child.dep_ == "pobj" and child.pos_ in NOUNS and child.ent_type_ not in ("DATE", "TIME"):
            return child
    return None
