"""What a number counts: "26 armed criminals", "two of the four boxes", "a 12-page report"."""

import re
from dataclasses import replace

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import NOUNS, QUOTES, Tokens, end, next_to
from reader.analysis.claims.units import per
from reader.analysis.claims.words import squeeze

REACH = 9  # tokens between a number and the head of what it counts
COLLECTIVE = {
    "people",
    "staff",
    "police",
    "personnel",
    "troops",
    "cattle",
    "crew",
    "aircraft",
    "sheep",
    "fish",
    "vessels",
    "offspring",
}
DETERMINERS = {
    "the",
    "a",
    "an",
    "these",
    "those",
    "this",
    "that",
    "all",
    "its",
    "their",
    "his",
    "her",
    "our",
    "my",
    "your",
    "such",
    "some",
    "any",
}
OPENING = {"of", "more", "other"}


def attach(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity with the thing it counts as its unit, where the text names it."""
    if quantity.unit or quantity.form == "multiple":
        return quantity
    if text[quantity.to : quantity.to + 1] in ("-", "‑") and quantity.end == quantity.to:
        return _hyphenated(tokens, quantity)
    first = tokens.after(quantity.end)
    if first is None or first.is_sent_start or text[quantity.end : first.idx].strip():
        return quantity
    if first.lower_ == "of" and quantity.form != "fraction":
        first = _past_determiners(next_to(first))
    head = first and quantity.form != "fraction" and _head(tokens, quantity, first)
    return _counting(text, quantity, first, head) if first and head else quantity


def _hyphenated(tokens: Tokens, quantity: Quantity) -> Quantity:
    word = tokens.after(quantity.to + 1)
    if word is None or word.idx != quantity.to + 1 or word.pos_ not in NOUNS or not word.is_alpha:
        return quantity
    if word.lower_ in lexicon.load("not_claims")["hyphenated"]:
        return quantity
    return replace(quantity, unit=word.text, kind="count", end=end(word))


def _past_determiners(token: Token | None) -> Token | None:
    """The first word of the noun phrase proper: past "the", "its", "the country's 10 million"."""
    for _ in range(6):
        if token is None:
            return None
        if token.lower_ in DETERMINERS or token.tag_ in ("DT", "PDT", "CD", "$"):
            token = next_to(token)
            continue
        return token
    return token


def _head(tokens: Tokens, quantity: Quantity, first: Token) -> Token | None:
    """The noun that is counted: by the parse where it says so, else the noun the next words end in."""
    number = tokens.at(quantity.to - 1)
    parsed = number and _parsed_head(number, first)
    return parsed or _walk(first, quantity)


def _parsed_head(number: Token, first: Token) -> Token | None:
    token = number
    for _ in range(4):
        head = token.head
        if token.dep_ not in ("nummod", "compound", "quantmod", "amod", "nmod") or head.i < token.i:
            return None
        if (
            head.pos_ in NOUNS
            and token.dep_ in ("nummod", "nmod", "amod", "compound")
            and head.i >= first.i
            and head.tag_ != "CD"
        ):
            return head if head.i - first.i < REACH and _clear(first, head) else None
        token = head
    return None


def _clear(first: Token, head: Token) -> bool:
    """Whether nothing between the number and the head parts them: no comma, bracket, verb or number with a unit."""
    between = first.doc[first.i : head.i]
    return not any(
        t.text in ",;:()–—" or t.dep_ in ("ROOT", "prep") or (t.is_sent_start and t.i != first.i)
        for t in between
    )


def _walk(first: Token, quantity: Quantity) -> Token | None:
    """The last noun of the run of modifiers and nouns that begins at ``first``."""
    last, token, steps = None, first, 0
    current: Token | None = token
    while current is not None and steps < REACH:
        if current.pos_ in NOUNS and not (
            last is not None and last.tag_ in ("NNS", "NNPS") and current.tag_ not in ("NNS", "NNPS", "NN")
        ):
            last = current
        elif not _may_modify(current):
            break
        current, steps = next_to(current), steps + 1
    if last is None:
        return None
    plural = last.tag_ in ("NNS", "NNPS") or last.lower_ in COLLECTIVE
    return last if plural or quantity.low == 1 else None


def _may_modify(token: Token) -> bool:
    return (
        token.pos_ == "ADJ"
        or token.text in QUOTES
        or token.text == "-"
        or token.tag_ in ("VBN", "VBG", "POS")
        or (token.dep_ == "advmod" and token.head.pos_ == "ADJ")
    )


def _counting(text: str, quantity: Quantity, first: Token, head: Token) -> Quantity:
    stop = end(head)
    after = next_to(head)
    if (
        after is not None
        and after.text in QUOTES
        and any(t.text in QUOTES for t in first.doc[first.i : head.i])
    ):
        stop = end(after)
    unit = squeeze(re.sub(r"[\"“”„«»]|(?<!\w)['‘’]|['‘’](?!\w)", "", text[first.idx : stop]))
    unit, stop = per(text, unit, stop)
    return replace(quantity, unit=unit, kind="count", end=stop)
