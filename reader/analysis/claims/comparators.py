"""Reads how exact a number says it is: "no more than", "an estimated", "or so"."""

import re
from dataclasses import replace
from functools import cache
from typing import Any, cast

from reader.analysis import lexicon
from reader.analysis.claims import changewords
from reader.analysis.claims.quantity import Quantity
from reader.analysis.lexicon.patterns import alternatives, bounded, squeeze
from reader.analysis.model import Comparator

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
    verbs = changewords.verbs("verbs")
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
