"""How exact a number says it is: "no more than", "an estimated", "or so"; and a denied bound turned round."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple, cast

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims import changes
from reader.analysis.claims.quantity import Quantity, Tokens
from reader.analysis.claims.units import unit_table
from reader.analysis.lexicon.patterns import alternatives, bounded, squeeze
from reader.analysis.model import Comparator
from reader.analysis.rules import Order, claim, reads, rule
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
    reaching = alternatives(LEXICON["reaching"])
    return re.compile(
        rf"(?<![\w])({phrase})(?:\s+{between}|\s+(?P<reaching>{reaching}))?[\s-]*(?:(?:between|from)\s)?$",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s?({alternatives(_forms('after'))})(?!\w)", re.IGNORECASE)


def attach(text: str, quantity: Quantity) -> Quantity:
    """The quantity with its comparator, the span grown over the words that say it."""
    return quantity.decided(BEFORE.first(text, quantity))


@rule(
    "claims.exact_before",
    "The words right before a number say how exact it is: more than, up to, an estimated.",
    decides=[reads("More than 40 boats sank.", claim("More than 40 boats", comparator=">"))],
    leaves=[reads("Prices edged up to 4.2%.", claim("4.2%", comparator="="))],
)
def before_it(text: str, quantity: Quantity) -> Quantity | None:
    """ "No more than", "an estimated"; not "edged up to 4.2%", "talks over a 6.5% rise"."""
    window = text[max(0, quantity.start - WINDOW) : quantity.start]
    match = _before().search(window)
    if match and (
        _is_particle(window[: match.start(1)], match[1]) or _is_place(text, window, match, quantity)
    ):
        match = None
    if match and match[1].lower() in LEXICON["of_measures"] and quantity.kind != "measure":
        match = None  # "within four people"
    if match and match["reaching"] and _forms("before")[squeeze(match[1].lower())] != "~":
        match = None
    if match is None and quantity.comparator == "=":
        return _past(text, window, quantity)
    if match and quantity.comparator == "=":
        return _prefixed(text, quantity, len(window) - match.start(1), match[1])
    return None


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(LEXICON['passing'])}\s+|{bounded(changes.movements())}\s+past\s+)$", re.IGNORECASE
    )


@cache
def _passed() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(LEXICON['passed'])}\s+$", re.IGNORECASE)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"\s+{bounded(LEXICON['marks'])}", re.IGNORECASE)


def _past(text: str, window: str, quantity: Quantity) -> Quantity | None:
    """ "Climbed past 1,000", "passed the £1bn mark"."""
    if quantity.kind in ("money", "percent") and _passed().search(window):
        return replace(quantity, comparator=">")
    passing = _passing().search(window)
    if passing is None or not (passing[0].endswith("past ") or _marks().match(text, quantity.end)):
        return None
    start = quantity.start - len("past ") if passing[0].endswith("past ") else quantity.start
    return replace(quantity, start=start, comparator=">")


BEFORE = Order("How exact do the words before it say it is?", before_it)


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
    return quantity.decided(BEHIND.first(text, quantity))


@rule(
    "claims.exact_behind",
    "The words right behind a number, or what it counts, say how exact it is: or more, or so, at least.",
    decides=[
        reads("It took 40 or more boats.", claim("40 or more boats", comparator=">=")),
        reads("It took 40 boats or so.", claim("40 boats or so", comparator="~")),
    ],
    leaves=[reads("It took 40 boats or cars.", claim("40 boats", comparator="="))],
)
def behind_it(text: str, quantity: Quantity) -> Quantity | None:
    """ "40 or more"."""
    match = _after().match(text, quantity.end, quantity.end + 24) if quantity.comparator == "=" else None
    if not match:
        return None
    to = match.end() if quantity.end == quantity.to else quantity.to
    return replace(quantity, comparator=_forms("after")[squeeze(match[1].lower())], end=match.end(), to=to)


BEHIND = Order("How exact do the words behind it say it is?", behind_it)


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


@rule(
    "claims.over_is_during",
    '"Over" before a length of time, behind a verb or what it takes, is during it, unless the verb lasts so long.',
    decides=[reads("The clerk stole £90,000 over six years.", claim("six years", comparator="="))],
    leaves=[reads("The trial lasted over six years.", claim("over six years", comparator=">"))],
)
def during(text: str, tokens: Tokens, quantity: Quantity) -> Quantity | None:
    """ "Over six years" in which something was done."""
    over = re.match(r"over\s+", text[quantity.start : quantity.at], re.IGNORECASE)
    if not over or not unit_table().is_time(quantity.unit) or not _is_during(text, tokens, quantity):
        return None
    return replace(quantity, start=quantity.start + over.end(), comparator="=")


DURING = Order('Is "over" during?', during)


def set_apart_during(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity as exact as it is, where the "over" before it is "during"."""
    return quantity.decided(DURING.first(text, tokens, quantity))


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


class Bound(NamedTuple):
    """An amount, the words from its number up to its verb, and the verb, if there is one."""

    tokens: Tokens
    quantity: Quantity
    path: list[Token]
    verb: Token | None


@rule(
    "claims.bound_by_verb",
    "A denied verb that says a bound itself turns it round: will not exceed £40m is at most £40m.",
    decides=[
        reads("The bill will not exceed £40m.", claim("exceed £40m", comparator="<=")),
        reads("Turnout failed to reach 50%.", claim("50%", comparator="<")),
    ],
    leaves=[reads("The bill will exceed £40m.", claim("exceed £40m", comparator=">"))],
)
def by_verb(bound: Bound) -> Quantity | None:
    """ "Exceed", "reach", also "£40m must not be exceeded"."""
    tokens, quantity, path, verb = bound
    own = _bounding(tokens, quantity)
    if own is None and verb is not None and _is_passive(verb, path, quantity):
        own = verb
        quantity = replace(quantity, comparator=">" if verb.lemma_ in EXCEEDING else quantity.comparator)
    if own is None:
        return None
    over = own.lemma_.lower() in EXCEEDING
    sign: Comparator = "<=" if over else TURNED[quantity.comparator]
    denied = is_denied(own, quantity.holds)
    return replace(quantity, comparator=sign) if denied else quantity if quantity != bound.quantity else None


@rule(
    "claims.bound_turned",
    "A bound in words under a denied verb is its opposite: no bridge cost more than £40m.",
    decides=[reads("No bridge cost more than £40m.", claim("more than £40m", comparator="<="))],
    leaves=[reads("He failed to declare more than £40m.", claim("more than £40m", comparator=">"))],
)
def turned(bound: Bound) -> Quantity | None:
    """ "More than", "at least" in words of its own."""
    tokens, quantity, path, verb = bound
    if quantity.comparator == "=" or verb is None:
        return None
    if _bounding(tokens, quantity) is not None or _is_passive(verb, path, quantity):
        return None
    phrase = tokens.text[quantity.start : quantity.at].lower()
    subject = any(rel.is_subject_or_clause(token) for token in path[:-1])
    if not _may_turn(phrase, quantity, verb) or _is_elsewhere(path, verb, quantity):
        return None
    if not is_denied(verb, quantity.holds, above=subject, willed=verb.lemma_ in ATTAINING):
        return None
    low = phrase.startswith(("as low", "as few", "as little"))  # "not as low as 40" is more
    return replace(quantity, comparator=">" if low else TURNED[quantity.comparator])


BOUNDS = Order("What becomes of a bound that is denied?", by_verb, turned)


def turn_denied(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity, its comparator turned round where its verb is denied."""
    number = tokens.at(quantity.at)
    if number is None:
        return quantity
    path = list(_path(number, quantity))
    verb = path[-1] if path and words.is_verbal(path[-1]) else None
    return quantity.decided(BOUNDS.first(Bound(tokens, quantity, path, verb)))


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
