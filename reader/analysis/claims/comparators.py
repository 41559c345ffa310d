"""How exact a number says it is: "no more than", "an estimated", "or so"; and a denied bound turned round."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, cast

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims import changes
from reader.analysis.claims.quantity import Quantity, Tokens
from reader.analysis.claims.units import unit_table
from reader.analysis.lexicon.patterns import alternatives, bounded, squeeze
from reader.analysis.model import Comparator
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words
from reader.analysis.syntax.clauses import STEPS
from reader.analysis.syntax.polarity import is_denied

LEXICON: dict[str, Any] = lexicon.load("comparators")
WINDOW = 48
_ARTICLE = re.compile(r"\san?\s+$", re.IGNORECASE)


@cache
def _forms(side: str) -> dict[str, Comparator]:
    return {phrase: cast(Comparator, sign) for sign, phrases in LEXICON[side].items() for phrase in phrases}


@cache
def _before() -> re.Pattern[str]:
    between = alternatives(LEXICON["between"])
    phrase = alternatives(_forms("before"))
    return re.compile(rf"(?<![\w])({phrase})(?:\s+{between})?[\s-]*(?:(?:between|from)\s)?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s?({alternatives(_forms('after'))})(?!\w)", re.IGNORECASE)


def attach(text: str, quantity: Quantity) -> Quantity:
    """The quantity with its comparator, the span grown over the words that say it."""
    window = text[max(0, quantity.start - WINDOW) : quantity.start]
    match = _before().search(window)
    if match and (
        _is_particle(window[: match.start(1)], match[1]) or _is_place(text, window, match, quantity)
    ):
        match = None  # "edged up to 4.2%", "talks over a 6.5% rise"
    if match and quantity.comparator == "=":
        return _prefixed(text, quantity, len(window) - match.start(1), match[1])
    return quantity


@cache
def _with_up() -> re.Pattern[str]:
    verbs = changes.forms("verbs")
    return re.compile(
        alternatives(verb[:-3] for verb in verbs if verb.endswith(" up")) + r"\s+$", re.IGNORECASE
    )


def _is_place(text: str, window: str, match: re.Match[str], quantity: Quantity) -> bool:
    """Whether a preposition leads to a thing with a number: "a row over a 6.5 per cent rise", "under two metres of snow"."""
    if quantity.unit is None or match[1].lower() not in LEXICON["prepositions"]:
        return False
    named = quantity.form == "digits" and _ARTICLE.search(window) is not None
    return named or (match[1].lower() == "under" and _covers().match(text, quantity.end) is not None)


@cache
def _covers() -> re.Pattern[str]:
    return re.compile(rf"\s+of\s+{bounded(LEXICON['covering'])}", re.IGNORECASE)


def _is_particle(before: str, phrase: str) -> bool:
    """Whether the "up" of "up to" belongs to the verb before it."""
    return squeeze(phrase.lower()) == "up to" and bool(_with_up().search(before))


def attach_after(text: str, quantity: Quantity) -> Quantity:
    """The quantity with a comparator that ends it: "40 or more", "40 boats or so"."""
    match = _after().match(text, quantity.end, quantity.end + 24) if quantity.comparator == "=" else None
    if not match:
        return quantity
    to = match.end() if quantity.end == quantity.to else quantity.to
    return replace(quantity, comparator=_forms("after")[squeeze(match[1].lower())], end=match.end(), to=to)


def _prefixed(text: str, quantity: Quantity, back: int, phrase: str) -> Quantity:
    sign = _forms("before")[squeeze(phrase.lower())]
    inner = replace(quantity, comparator=sign, start=quantity.start - back)
    window = text[max(0, inner.start - WINDOW) : inner.start]
    outer = _before().search(window)
    if sign == "~" and outer and _forms("before")[squeeze(outer[1].lower())] != "~":
        # "more than an estimated 400": the bound says more.
        return _prefixed(text, inner, len(window) - outer.start(1), outer[1])
    return inner


# What makes it an age, or a point in time.
MEASURED = re.compile(
    r"[\s-]*(?:old|ago|later|earlier|of\s+age|late|long|apart|behind|ahead)\b", re.IGNORECASE
)


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(
        alternatives(lexicon.load("bounds")["lasting"]) + r"(?:\s+(?:for|been))?\s+$", re.IGNORECASE
    )


def set_apart_during(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity as exact as it is, where the "over" before it is "during"."""
    over = re.match(r"over\s+", text[quantity.start : quantity.at], re.IGNORECASE)
    if not over or not unit_table().is_time(quantity.unit) or not _is_during(text, tokens, quantity):
        return quantity
    return replace(quantity, start=quantity.start + over.end(), comparator="=")


def _is_during(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    before = tokens.before(quantity.start)
    end = text[quantity.end : quantity.end + 12]
    if MEASURED.match(end) or text[quantity.end - 3 : quantity.end].lower() == "old":
        return False
    first = tokens.at(quantity.start)
    if before is None or (first is not None and first.is_sent_start):
        return end.startswith(",")
    if words.leads_on(before) and before.lower_ != ")":
        return False
    return not _lasting().search(text, max(0, quantity.start - 24), quantity.start)


DENYING: dict[str, list[str]] = lexicon.load("bounds")["denying"]
EXCEEDING, REACHING, ATTAINING = (set(DENYING[kind]) for kind in ("exceeding", "reaching", "attaining"))
LEAVING_OUT, PREPOSITIONS, LIMITS = (set(DENYING[kind]) for kind in ("leaving_out", "prepositions", "limits"))
TURNED: dict[Comparator, Comparator] = {">": "<=", ">=": "<", "<": ">=", "<=": "<", "=": "<", "~": "<"}


def turn_denied(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity, its comparator turned round where its verb is denied."""
    number = tokens.at(quantity.at)
    if number is None:
        return quantity
    path = list(_path(number, quantity))
    verb = path[-1] if path and words.is_verbal(path[-1]) else None
    own = _bounding(tokens, quantity)
    if own is None and verb is not None and _is_passive(verb, path, quantity):
        own = verb
        quantity = replace(quantity, comparator=">" if verb.lemma_ in EXCEEDING else quantity.comparator)
    if own is not None:
        over = own.lemma_.lower() in EXCEEDING
        sign: Comparator = "<=" if over else TURNED[quantity.comparator]
        return replace(quantity, comparator=sign) if is_denied(own, quantity.holds) else quantity
    if quantity.comparator == "=" or verb is None:
        return quantity
    return _turned(text, quantity, path, verb)


def _turned(text: str, quantity: Quantity, path: list[Token], verb: Token) -> Quantity:
    """The quantity that says its bound in words of its own: "more than", "at least"."""
    phrase = text[quantity.start : quantity.at].lower()
    subject = any(rel.is_subject_or_clause(token) for token in path[:-1])
    if not _may_turn(phrase, quantity, verb) or _is_elsewhere(path, verb, quantity):
        return quantity
    if not is_denied(verb, quantity.holds, above=subject, willed=verb.lemma_ in ATTAINING):
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
    outside = (token for token in path if words.is_preposition(token) or rel.is_prepositional(token))
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
        if words.is_verbal(token) and not quantity.at <= token.idx < quantity.to:
            return
        if token.head.i == token.i or rel.is_added_clause(token):
            return
        token = token.head


def _bounding(tokens: Tokens, quantity: Quantity) -> Token | None:
    """The verb right before the amount that says a bound itself: "exceed", or "reach" for a bare number."""
    first = tokens.at(quantity.start)
    if first is not None and quantity.start < quantity.at and first.lemma_.lower() in EXCEEDING:
        return first
    before = tokens.before(quantity.start)
    while before is not None and words.is_small(before) and before.lower_ in ("a", "the", "even", "an"):
        before = tokens.before(before.idx)
    if before is None or words.is_noun(before) or quantity.comparator not in ("=", "~", ">="):
        return None
    lemma = before.lemma_.lower()
    return before if lemma in REACHING or (lemma in EXCEEDING and quantity.kind != "count") else None


def _is_passive(verb: Token, path: list[Token], quantity: Quantity) -> bool:
    """Whether the amount itself is exceeded, or reached."""
    over = verb.lemma_ in EXCEEDING or verb.lemma_ in REACHING
    noun = path[-2] if over and len(path) > 1 else None
    return noun is not None and rel.is_passive_subject(noun) and noun.idx < quantity.to
