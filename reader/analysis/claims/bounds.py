"""Turns a bound round that stands under a negation: "will not exceed £40" is at most £40."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.negation import is_denied
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.subjects import STEPS
from reader.analysis.claims.tokens import NOUNS, Tokens
from reader.analysis.model import Comparator

WORDS: dict[str, list[str]] = lexicon.load("bounds")["denying"]
EXCEEDING, REACHING, ATTAINING = (set(WORDS[kind]) for kind in ("exceeding", "reaching", "attaining"))
LEAVING_OUT, PREPOSITIONS, LIMITS = (set(WORDS[kind]) for kind in ("leaving_out", "prepositions", "limits"))
TURNED: dict[Comparator, Comparator] = {">": "<=", ">=": "<", "<": ">=", "<=": "<", "=": "<", "~": "<"}
VERBS = ("VERB", "AUX")


def turn(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity, its comparator turned round where its verb is denied."""
    number = tokens.at(quantity.at)
    if number is None:
        return quantity
    path = list(_path(number, quantity))
    verb = path[-1] if path and path[-1].pos_ in VERBS else None
    own = _bounding(tokens, quantity)
    if own is None and verb is not None and _is_passive(verb, path, quantity):
        own = verb
        quantity = replace(quantity, comparator=">" if verb.lemma_ in EXCEEDING else quantity.comparator)
    if own is not None:
        over = own.lemma_.lower() in EXCEEDING
        sign: Comparator = "<=" if over else TURNED[quantity.comparator]
        return replace(quantity, comparator=sign) if is_denied(own, quantity) else quantity
    if quantity.comparator == "=" or verb is None:
        return quantity
    return _turned(text, quantity, path, verb)


def _turned(text: str, quantity: Quantity, path: list[Token], verb: Token) -> Quantity:
    """The quantity that says its bound in words of its own: "more than", "at least"."""
    phrase = text[quantity.start : quantity.at].lower()
    subject = any(token.dep_ in ("nsubj", "nsubjpass", "csubj") for token in path[:-1])
    if not _may_turn(phrase, quantity, verb) or _is_elsewhere(path, verb, quantity):
        return quantity
    if not is_denied(verb, quantity, above=subject, willed=verb.lemma_ in ATTAINING):
        return quantity
    low = phrase.startswith(("as low", "as few", "as little"))  # "not as low as 40" is more
    return replace(quantity, comparator=">" if low else TURNED[quantity.comparator])


def _may_turn(phrase: str, quantity: Quantity, verb: Token) -> bool:
    """Whether a negation of the verb is one of the bound."""
    if verb.lemma_ in LEAVING_OUT:
        return False
    if quantity.comparator == "~":
        return phrase.startswith(("close to", "near ", "anywhere near")) and verb.lemma_ in ATTAINING
    if quantity.comparator == "<=":
        return phrase.startswith("as ") and verb.lemma_ in ATTAINING
    return quantity.comparator != ">=" or verb.lemma_ in ATTAINING


def _is_elsewhere(path: list[Token], verb: Token, quantity: Quantity) -> bool:
    """Whether a preposition makes the amount how long, or where, something is denied."""
    outside = (token for token in path if token.pos_ == "ADP" or token.dep_ == "prep")
    apart = {t.lower_ for t in outside if not quantity.start <= t.idx < quantity.at} - PREPOSITIONS
    limited = quantity.kind == "money" or (
        quantity.comparator == ">" and any(child.lower_ in LIMITS for child in verb.children)
    )
    return bool(apart - {"for"} if limited else apart)


def _path(number: Token, quantity: Quantity) -> Iterator[Token]:
    """From the number up to the first verb outside the claim."""
    token = number
    for _ in range(STEPS):
        yield token
        if token.pos_ in VERBS and not quantity.at <= token.idx < quantity.to:
            return
        if token.head.i == token.i or token.dep_ in ("relcl", "acl", "advcl"):
            return
        token = token.head


def _bounding(tokens: Tokens, quantity: Quantity) -> Token | None:
    """The verb right before the amount that says a bound itself: "exceed", or "reach" for a bare number."""
    first = tokens.at(quantity.start)
    if first is not None and quantity.start < quantity.at and first.lemma_.lower() in EXCEEDING:
        return first
    before = tokens.before(quantity.start)
    while (
        before is not None
        and before.pos_ in ("DET", "ADV", "ADP")
        and before.lower_ in ("a", "the", "even", "an")
    ):
        before = tokens.before(before.idx)
    if before is None or before.pos_ in NOUNS or quantity.comparator not in ("=", "~", ">="):
        return None
    lemma = before.lemma_.lower()
    return before if lemma in REACHING or (lemma in EXCEEDING and quantity.kind != "count") else None


def _is_passive(verb: Token, path: list[Token], quantity: Quantity) -> bool:
    """Whether the amount itself is exceeded, or reached."""
    over = verb.lemma_ in EXCEEDING or verb.lemma_ in REACHING
    noun = path[-2] if over and len(path) > 1 else None
    return noun is not None and noun.dep_ == "nsubjpass" and noun.idx < quantity.to
