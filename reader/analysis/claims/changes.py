"""Which quantities are changes: "rose 3%", "a 96 per cent drop", "64 cents higher", "doubled"."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from spacy.strings import get_string_id
from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity, Tokens
from reader.analysis.lexicon.patterns import bounded, squeeze
from reader.analysis.model import Change
from reader.analysis.numerals import MULTIPLES
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words
from reader.analysis.syntax.phrases import end

LEXICON: dict[str, Any] = lexicon.load("changes")
Forms = dict[str, Change]
DIRECTIONS: tuple[Change, Change] = ("up", "down")


def _inflected(verb: str) -> set[str]:
    """The regular forms of a verb, a particle after it kept: "edge up", "edged up"."""
    base, _, particle = verb.partition(" ")
    stem = base[:-1] if base.endswith("e") else base
    forms = {base, stem + "ing", stem + "ed"}
    forms |= {base + "es"} if base.endswith(("ch", "sh", "s", "x", "o")) else {base + "s"}
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", base):
        forms |= {base + base[-1] + "ing", base + base[-1] + "ed"}
    if base.endswith("y") and base[-2] not in "aeiou":
        forms |= {base[:-1] + "ied", base[:-1] + "ies"}
    forms |= {form for form, lemma in LEXICON["irregular"].items() if lemma == base}
    return {f"{form} {particle}".strip() for form in forms}


@cache
def forms(kind: str) -> Forms:
    """Every form of the verbs listed under ``kind``, with its direction."""
    return {form: way for way in DIRECTIONS for verb in LEXICON[kind][way] for form in _inflected(verb)}


@cache
def movements() -> Forms:
    """Every form of every verb of change."""
    return {**forms("verbs"), **forms("transitive"), **forms("gaining")}


@cache
def moving() -> frozenset[str]:
    """Every form of every verb that says that an amount moved, whichever way and however far."""
    return frozenset({*movements(), *multiplying(), *LEXICON["passing"]})


@cache
def nouns() -> Forms:
    """The nouns, singular and plural."""
    return {form: way for way in DIRECTIONS for noun in LEXICON["nouns"][way] for form in (noun, noun + "s")}


@cache
def adverbs() -> Forms:
    """ "up", "lower" and so on."""
    return {word: way for way in DIRECTIONS for word in LEXICON["adverbs"][way]}


@cache
def _any_change() -> re.Pattern[str]:
    return re.compile(bounded({*moving(), *nouns(), "up", "down"}), re.IGNORECASE)


@cache
def _verb_before() -> re.Pattern[str]:
    words = bounded({*movements(), "up", "down"})
    return re.compile(words + r"(?:\s+(?:by|a|an|another|\w+ly))*\s*$", re.IGNORECASE)


def is_led_by_change(text: str, end: int) -> bool:
    """Whether the number that begins at ``end`` is the change a verb speaks of."""
    return bool(_verb_before().search(text, max(0, end - 40), end))


def has_change_before(text: str, end: int) -> bool:
    """Whether a word of change stands shortly before ``end``, with no number or stop in between."""
    window = re.sub(r"\b(?:19|20)[0-9]{2}\b", "", text[max(0, end - 70) : end])
    window = re.split(r"[.;:!?]\s|[0-9]", window)[-1]
    return bool(_any_change().search(window))


COMPARED = re.compile(r"\s+(?:the|that|those|its|their|his|her|what|as|previous|last|this)\b", re.IGNORECASE)
TIMES = re.compile(
    r"\s+times\b(?=\s+(?:as|the|that|those|its|their|his|her|what|more|higher|larger|bigger|greater|over|less|longer|faster|worse|better|earnings|book|sales|revenue)\b)"
)


@cache
def multiplying() -> dict[str, tuple[float, Change]]:
    """Every form of the verbs of multiplying, with factor and direction."""
    out: dict[str, tuple[float, Change]] = {}
    ways: tuple[Change, Change] = ("up", "down")
    for way in ways:
        for verb, factor in MULTIPLES[way].items():
            stem = verb[:-1] if verb.endswith("e") else verb
            for form in (verb, verb + "s", stem + "ed", stem + "ing", verb + "d"):
                out[form] = (factor, way)
    return out


@cache
def _multiplying_ids() -> frozenset[int]:
    """The verbs of multiplying as spaCy numbers them in every vocabulary."""
    return frozenset(map(get_string_id, multiplying()))


def find_multiples(tokens: Tokens) -> list[Quantity]:
    """The multiples of the Doc that stand in words of their own."""
    text, doc, words = tokens.text, tokens.doc, _multiplying_ids()
    # The numbers of all words: a token object for each would cost more than the rest of this.
    places = (place for place, word in enumerate(doc.to_array("LOWER").tolist()) if word in words)
    return [found for place in places if (found := _multiple(text, doc[place]))]


def _multiple(text: str, token: Token) -> Quantity | None:
    start, stop = int(token.idx), end(token)
    if text[stop : stop + 1] in ("-", "‑") or text[start - 1 : start] == "-":
        return None
    factor, way = multiplying()[token.lower_]
    quantity = Quantity(start, stop, start, stop, factor, "multiple", kind="ratio")
    if (
        COMPARED.match(text, stop)
        and token.lower_ in ("double", "triple", "treble", "quadruple")
        and not words.is_verb(token)
    ):
        return quantity
    inflected = token.lower_.endswith(("ed", "ing"))
    if words.is_verb_form(token) or (inflected and words.is_verb_or_thing(token)):
        return (
            replace(quantity, change=way)
            if not words.is_participle(token) or not rel.is_adjectival(token)
            else None
        )
    return None


def as_ratio(text: str, quantity: Quantity) -> Quantity:
    """ "three times the usual amount": a ratio, not something that happened three times."""
    match = TIMES.match(text, quantity.to)
    return (
        replace(quantity, end=match.end(), unit="times", kind="ratio")
        if match and not quantity.unit
        else quantity
    )


WINDOW = 60
_WORD = re.compile(r"\w+")
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
def _leading() -> re.Pattern[str]:
    words = {*movements(), *adverbs()}
    between = bounded(LEXICON["between"])
    return re.compile(rf"({bounded(words)})(?P<between>(?:\s+{between})*)[\s-]*$", re.IGNORECASE)


@cache
def _bases() -> frozenset[str]:
    """The verbs as the lexicon lists them, which many nouns look like."""
    lists = (LEXICON[kind][way] for kind in ("verbs", "transitive") for way in DIRECTIONS)
    return frozenset(verb for verbs in lists for verb in verbs)


@cache
def _far_before() -> re.Pattern[str]:
    """ "raised rates by", "rose in May by": the amount after "by", a few words behind its verb."""
    words = bounded(movements())
    return re.compile(rf"({words})(?:\s+[\w'’&.-]+){{1,6}}\s+(?P<between>by)\s+(?:an?\s+)?$", re.IGNORECASE)


@cache
def _following() -> re.Pattern[str]:
    comparative = [word for word in adverbs() if word.endswith("er")]
    words, comparatives = bounded({*nouns(), *comparative}), bounded(comparative)
    beside = r"[\s-](?:(?:[a-z]+|year-on-year|year-over-year)\s)?"
    return re.compile(rf"(?:{beside}({words})(?!-)|[,)]\s({comparatives})\b(?!\s+than))", re.IGNORECASE)


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(r"(?:,|\b(?:is|are|was|were|been|be|stood|stands|closed|finished))\s+$", re.IGNORECASE)


@cache
def _not_up() -> re.Pattern[str]:
    return re.compile(bounded(LEXICON["not_up"]) + r"\s+$", re.IGNORECASE)


def mark(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence with their changes; one set beside a change shares it."""
    out: list[Quantity] = []
    for quantity in quantities:
        change = (
            quantity.change
            or _own_change(text, quantity)
            or (_shared_change(text, out[-1], quantity) if out else None)
        )
        if change and out and not out[-1].change and RESTATED.fullmatch(text, out[-1].end, quantity.start):
            out[-1] = replace(out[-1], change=change)
        out.append(quantity if change == quantity.change else replace(quantity, change=change))
    return out


def _own_change(text: str, quantity: Quantity) -> Change | None:
    if quantity.form == "vague" or (quantity.kind == "measure" and _is_time(quantity)):
        return None
    before = text[max(0, quantity.start - WINDOW) : quantity.start]
    return _from_verb(before, quantity) or _from_noun(text, quantity)


def _from_verb(before: str, quantity: Quantity) -> Change | None:
    match = _moved(before)
    if not match:
        return None
    word, by = squeeze(match[1].lower()), re.search(r"\bby\b", match["between"] or "", re.IGNORECASE)
    if word in adverbs():
        return adverbs()[word] if _is_adverb(before[: match.start(1)], word, quantity) else None
    if not by and word in _bases() and NOUNLIKE.search(before[: match.start(1)]):
        return None
    counted = quantity.kind == "count" or (
        quantity.kind is None and quantity.form not in ("fraction", "multiple")
    )
    intransitive, transitive = forms("verbs").get(word), forms("transitive").get(word)
    if intransitive and (by or not counted):
        return intransitive
    rate = quantity.unit in RATES or quantity.form == "fraction"
    if transitive and (by or rate):
        return transitive
    return forms("gaining").get(word) if rate else None


def _moved(before: str) -> re.Match[str] | None:
    """The word of change that the last words of ``before`` are, or belong to."""
    words = _WORD.findall(before.lower())
    if not words:
        return None
    near = _leading().search(before) if words[-1] in _last_words() else None
    return near or (_far_before().search(before) if "by" in words[-2:] else None)


@cache
def _last_words() -> frozenset[str]:
    """What a phrase that ``_leading`` finds can end in."""
    phrases = {*movements(), *adverbs(), *LEXICON["between"]}
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase.lower())[-1:])


def _is_adverb(before: str, word: str, quantity: Quantity) -> bool:
    """Whether "up" or "down" says which way, and does not belong to a verb: "made up", "turned down two appeals"."""
    if quantity.kind == "count" and not _standing().search(before):
        return False
    return word != "up" or not _not_up().search(before)


def _from_noun(text: str, quantity: Quantity) -> Change | None:
    if quantity.kind == "count" or (quantity.kind is None and quantity.form != "fraction"):
        return None
    after = _following().match(text, quantity.end, quantity.end + 40)
    if not after:
        than = THAN_BEFORE.match(text, quantity.end)
        return None if not than else "up" if than[1].lower() == "more" else "down"
    word = (after[1] or after[2]).lower()
    return nouns().get(word) or adverbs().get(word)


def _shared_change(text: str, previous: Quantity, quantity: Quantity) -> Change | None:
    """The change of the quantity before, where this one restates it, or stands in its place in a second clause."""
    if not previous.change or previous.form == "multiple":
        return None
    gap = text[previous.end : quantity.start]
    if len(gap) > WINDOW:
        return None
    if JOINED.fullmatch(gap) and (previous.unit != quantity.unit or "and" in gap):
        return previous.change
    same = previous.unit == quantity.unit and previous.unit in RATES
    return previous.change if same and PARALLEL.search(gap) and not _movement().search(gap) else None


@cache
def _movement() -> re.Pattern[str]:
    return re.compile(bounded(movements()), re.IGNORECASE)


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
