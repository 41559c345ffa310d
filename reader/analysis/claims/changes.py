"""Says which quantities are changes: "rose 3%", "a 96 per cent drop", "64 cents higher"."""

import re
from dataclasses import replace
from functools import cache

from reader.analysis.claims import changewords
from reader.analysis.claims.quantity import Quantity
from reader.analysis.lexicon.patterns import bounded, squeeze
from reader.analysis.model import Change

WINDOW = 60
WORD = re.compile(r"\w+")
# Before a word that is noun and verb alike, it is the noun: "the value of the contract".
NOUNLIKE = re.compile(
    r"\b(?:the|an?|its|their|his|her|our|this|that|every|each|any|no)\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
# "a third less than last year": compared with an earlier time, so it changed; "than men" it did not.
THAN_BEFORE = re.compile(
    r"\s+(more|less|fewer)\s+(?:[a-z]+\s+){0,2}?than\s+(?:(?:in|during|at|for|over|on)\s+)?"
    r"(?:(?:last|the\s+(?:same|previous|prior|year|month|week)|a\s+(?:year|month|week|decade)|(?:one|two|three|five|ten)\s+years)\b"
    r"|previously|before\b|(?:19|20)[0-9]{2}\b|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\b)",
)
RESTATED = re.compile(r",?\s+or\s+|\s\(")  # "132 points, or 1.7 per cent, lower"
# "rose 64 points, or 1.4%", "cut jobs and pay by 5% and 3%".
JOINED = re.compile(r",?\s+(?:or|and)\s+(?:by\s+)?|\s?\(")
# "rose by 3% in May, and exports by 2%", "3% in the north and 2% in the south".
PARALLEL = re.compile(
    r"(?:\band|,|;|\bbut)\s+(?:[\w&.-]+\s+){0,4}by\s+$|\s+(?:in|on|for|at|during|over)\s[\w\s-]{1,36},?\s+and\s+$"
)
RATES = {"percent", "percentage point", "basis point", "point"}


@cache
def _before() -> re.Pattern[str]:
    words = {*changewords.movements(), *changewords.adverbs()}
    between = bounded(changewords.LEXICON["between"])
    return re.compile(rf"({bounded(words)})(?P<between>(?:\s+{between})*)[\s-]*$", re.IGNORECASE)


@cache
def _bases() -> frozenset[str]:
    """The verbs as the lexicon lists them, which many nouns look like."""
    lists = (
        changewords.LEXICON[kind][way] for kind in ("verbs", "transitive") for way in changewords.DIRECTIONS
    )
    return frozenset(verb for verbs in lists for verb in verbs)


@cache
def _far_before() -> re.Pattern[str]:
    """ "raised rates by", "rose in May by": the amount after "by", a few words behind its verb."""
    words = bounded(changewords.movements())
    return re.compile(rf"({words})(?:\s+[\w'’&.-]+){{1,6}}\s+(?P<between>by)\s+(?:an?\s+)?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    comparative = [word for word in changewords.adverbs() if word.endswith("er")]
    words, comparatives = bounded({*changewords.nouns(), *comparative}), bounded(comparative)
    beside = r"[\s-](?:(?:[a-z]+|year-on-year|year-over-year)\s)?"
    return re.compile(rf"(?:{beside}({words})(?!-)|[,)]\s({comparatives})\b(?!\s+than))", re.IGNORECASE)


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(r"(?:,|\b(?:is|are|was|were|been|be|stood|stands|closed|finished))\s+$", re.IGNORECASE)


@cache
def _not_up() -> re.Pattern[str]:
    return re.compile(bounded(changewords.LEXICON["not_up"]) + r"\s+$", re.IGNORECASE)


def mark(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence with their changes; one set beside a change shares it."""
    out: list[Quantity] = []
    for quantity in quantities:
        change = (
            quantity.change or _own(text, quantity) or (_shared(text, out[-1], quantity) if out else None)
        )
        if change and out and not out[-1].change and RESTATED.fullmatch(text, out[-1].end, quantity.start):
            out[-1] = replace(out[-1], change=change)
        out.append(quantity if change == quantity.change else replace(quantity, change=change))
    return out


def _own(text: str, quantity: Quantity) -> Change | None:
    if quantity.form == "vague" or (quantity.kind == "measure" and _is_time(quantity)):
        return None
    before = text[max(0, quantity.start - WINDOW) : quantity.start]
    return _from_verb(before, quantity) or _from_noun(text, quantity)


def _from_verb(before: str, quantity: Quantity) -> Change | None:
    match = _moved(before)
    if not match:
        return None
    word, by = squeeze(match[1].lower()), re.search(r"\bby\b", match["between"] or "", re.IGNORECASE)
    if word in changewords.adverbs():
        return changewords.adverbs()[word] if _is_adverb(before[: match.start(1)], word, quantity) else None
    if not by and word in _bases() and NOUNLIKE.search(before[: match.start(1)]):
        return None
    counted = quantity.kind == "count" or (
        quantity.kind is None and quantity.form not in ("fraction", "multiple")
    )
    intransitive, transitive = changewords.verbs("verbs").get(word), changewords.verbs("transitive").get(word)
    if intransitive and (by or not counted):
        return intransitive
    rate = quantity.unit in RATES or quantity.form == "fraction"
    if transitive and (by or rate):
        return transitive
    return changewords.verbs("gaining").get(word) if rate else None


def _moved(before: str) -> re.Match[str] | None:
    """The word of change that the last words of ``before`` are, or belong to."""
    words = WORD.findall(before.lower())
    if not words:
        return None
    near = _before().search(before) if words[-1] in _last_words() else None
    return near or (_far_before().search(before) if "by" in words[-2:] else None)


@cache
def _last_words() -> frozenset[str]:
    """What a phrase that ``_before`` finds can end in."""
    phrases = {*changewords.movements(), *changewords.adverbs(), *changewords.LEXICON["between"]}
    return frozenset(word for phrase in phrases for word in WORD.findall(phrase.lower())[-1:])


def _is_adverb(before: str, word: str, quantity: Quantity) -> bool:
    """Whether "up" or "down" says which way, and does not belong to a verb: "made up", "turned down two appeals"."""
    if quantity.kind == "count" and not _standing().search(before):
        return False
    return word != "up" or not _not_up().search(before)


def _from_noun(text: str, quantity: Quantity) -> Change | None:
    if quantity.kind == "count" or (quantity.kind is None and quantity.form != "fraction"):
        return None
    after = _after().match(text, quantity.end, quantity.end + 40)
    if not after:
        than = THAN_BEFORE.match(text, quantity.end)
        return None if not than else "up" if than[1].lower() == "more" else "down"
    word = (after[1] or after[2]).lower()
    return changewords.nouns().get(word) or changewords.adverbs().get(word)


def _shared(text: str, previous: Quantity, quantity: Quantity) -> Change | None:
    """The change of the quantity before, where this one restates it, or stands in its place in a second clause."""
    if not previous.change or previous.form == "multiple":
        return None
    gap = text[previous.end : quantity.start]
    if len(gap) > WINDOW:
        return None
    if JOINED.fullmatch(gap) and (previous.unit != quantity.unit or "and" in gap):
        return previous.change
    same = previous.unit == quantity.unit and previous.unit in RATES
    return previous.change if same and PARALLEL.search(gap) and not _verbs().search(gap) else None


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(bounded(changewords.movements()), re.IGNORECASE)


def _is_time(quantity: Quantity) -> bool:
    return (quantity.unit or "") in (
        "year",
        "decade",
        "century",
        "month",
        "week",
        "fortnight",
        "day",
        "hour",
        "minute",
        "second",
    )
