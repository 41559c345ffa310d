"""Which quantities are changes: "rose 3%", "a 96 per cent drop", "64 cents higher", "doubled"."""

import re
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity, Tokens
from reader.analysis.claims.units import unit_table
from reader.analysis.lexicon.patterns import bounded, squeeze
from reader.analysis.model import Change
from reader.analysis.numerals import MULTIPLES
from reader.analysis.rules import Order, claim, no, reads, rule
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


@cache
def _scaled() -> re.Pattern[str]:
    rising = bounded(form for form in movements() if form.endswith("ing"))
    return re.compile(rf"{rising}\s+{bounded(LEXICON['scales'])}\s+of", re.IGNORECASE)


def is_led_by_change(text: str, end: int) -> bool:
    """Whether the number that begins at ``end`` is the change a verb speaks of."""
    return bool(_verb_before().search(text, max(0, end - 40), end))


def has_change_before(text: str, end: int) -> bool:
    """Whether a word of change stands shortly before ``end``, with no number or stop in between."""
    window = re.sub(r"\b(?:19|20)[0-9]{2}\b", "", text[max(0, end - 70) : end])
    window = re.split(r"[.;:!?]\s|[0-9]", window)[-1]
    window = _scaled().sub("", window)  # "a rising scale of fines" changes nothing
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


@rule(
    "claims.multiplied",
    'A verb of multiplying is a change by its factor, and "double the …" a ratio.',
    decides=[
        reads("Turnout doubled.", claim("doubled", value=2, change="up")),
        reads("She paid double the fare.", claim("double", value=2, change=None)),
    ],
    leaves=[reads("She booked a double room.", no(claim("double")))],
)
def multiplied(text: str, token: Token) -> Quantity | None:
    """ "Halved", "a doubling of"."""
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


MULTIPLES_IN_WORDS = Order("Does a word say how many times?", multiplied)


def find_multiples(tokens: Tokens) -> list[Quantity]:
    """The multiples of the Doc that stand in words of their own."""
    text, doc, words = tokens.text, tokens.doc, _multiplying_ids()
    # The numbers of all words: a token object for each would cost more than the rest of this.
    places = (place for place, word in enumerate(doc.to_array("LOWER").tolist()) if word in words)
    decided = (MULTIPLES_IN_WORDS.first(text, doc[place]) for place in places)
    return [replace(one.answer, why=(one.rule,)) for one in decided if one is not None]


def as_ratio(text: str, quantity: Quantity) -> Quantity:
    """ "three times the usual amount": a ratio, not something that happened three times."""
    match = TIMES.match(text, quantity.to)
    return (
        replace(quantity, end=match.end(), unit="times", kind="ratio")
        if match and not quantity.unit
        else quantity
    )


WINDOW = 60
_BY = re.compile(r"\bby\b", re.IGNORECASE)
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
# "The euro slipped 0.3% and sterling 0.4%", "closed 0.4% higher and London's blue chips 0.6%".
_NEXT_ONE = re.compile(r"(?:\s+(?:higher|lower))?\s+and\s+(?:[\w'’&.-]+\s+){1,4}")
_AGAINST = re.compile(r"\s+to\s+\w+")
# "Rise between 3% and 4% and oils between 5% and 6%".
_GAP = re.compile(r"\s+and\s+(?:[a-z]+\s+){1,2}")
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
    return re.compile(
        rf"({words})(?:\s+[\w'’&-]+(?:\.\w+)*){{1,6}}\s+(?P<between>by)\s+(?:an?\s+)?$", re.IGNORECASE
    )


@cache
def _following() -> re.Pattern[str]:
    comparative = [word for word in adverbs() if word.endswith("er")]
    words, comparatives = bounded({*nouns(), *comparative}), bounded(comparative)
    word = rf"(?!{bounded(LEXICON['not_beside'])})(?:[a-z]+|year-on-year|year-over-year)\s"
    beside = rf"[\s-](?:{word}){{0,2}}"
    return re.compile(rf"(?:{beside}({words})(?!-)|[,)]\s({comparatives})\b(?!\s+than))", re.IGNORECASE)


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(r"(?:,|\b(?:is|are|was|were|been|be|stood|stands|closed|finished))\s+$", re.IGNORECASE)


@cache
def _not_up() -> re.Pattern[str]:
    return re.compile(bounded(LEXICON["not_up"]) + r"\s+$", re.IGNORECASE)


class Moving(NamedTuple):
    """A quantity, and the one before it in its sentence."""

    text: str
    quantity: Quantity
    previous: Quantity | None

    @property
    def before(self) -> str:
        """The words before it."""
        return self.text[max(0, self.quantity.start - WINDOW) : self.quantity.start]

    @property
    def is_no_time(self) -> bool:
        """Whether it may change something: neither vague nor a length of time."""
        return self.quantity.form != "vague" and not (
            self.quantity.kind == "measure" and unit_table().is_time(self.quantity.unit)
        )


@rule(
    "claims.change_of_adverb",
    '"Up" or "down" right before an amount says which way it moved, unless it belongs to a verb.',
    decides=[reads("Shares in Tollund were down 2.5%.", claim("2.5%", change="down"))],
    leaves=[reads("Women make up 5% of the crew.", claim("5%", change=None))],
)
def of_adverb(moving: Moving) -> Change | None:
    """ "Up 3%"; not "made up", "turned down two appeals"."""
    match = _moved(moving.before) if moving.is_no_time else None
    word = squeeze(match[1].lower()) if match else ""
    if match is None or word not in adverbs() or (word == "off" and moving.quantity.unit not in RATES):
        return None
    return adverbs()[word] if _is_adverb(moving.before[: match.start(1)], word, moving.quantity) else None


@rule(
    "claims.change_of_verb",
    'An amount right behind a verb of change, or behind "by", is the change: rose 3%, cut it by 40.',
    decides=[
        reads("Copper prices rose 5%.", claim("5%", change="up")),
        reads("Arrests fell by 40.", claim("40", change="down")),
    ],
    leaves=[reads("The mill cut 1,200 jobs.", claim("1,200 jobs", change=None))],
)
def of_verb(moving: Moving) -> Change | None:
    """Of a verb that takes an object only a rate is the change; "the value of the contract" has none."""
    match = _moved(moving.before) if moving.is_no_time else None
    word = squeeze(match[1].lower()) if match else ""
    if match is None or word in adverbs():
        return None
    quantity, by = moving.quantity, _BY.search(match["between"] or "")
    if not by and word in _bases() and NOUNLIKE.search(moving.before[: match.start(1)]):
        return None
    bare = quantity.kind is None and quantity.form not in ("fraction", "multiple")
    if (quantity.unit or "").split(" ")[-1] in LEXICON["voted"] and _AGAINST.match(moving.text, quantity.end):
        return None  # "fell by eight votes to five"
    intransitive, transitive = forms("verbs").get(word), forms("transitive").get(word)
    if intransitive and (by or not (quantity.kind == "count" or bare) or _is_unlisted(moving)):
        return intransitive
    rate = quantity.unit in RATES or quantity.form == "fraction"
    if transitive and (by or rate):
        return transitive
    gained = rate or (quantity.kind == "money" and _LEVEL_BEHIND.match(moving.text, quantity.end))
    return forms("gaining").get(word) if gained else None


_LEVEL_BEHIND = re.compile(r",?\s+to\s+(?:[A-Z]{0,3}[$£€¥]?)?[0-9]")


def _is_unlisted(moving: Moving) -> bool:
    """Whether what is counted is a unit that no list has, for a level follows: "rose 14 sen to RM12.10"."""
    quantity = moving.quantity
    return bool(quantity.kind == "count" and quantity.unit and _LEVEL_BEHIND.match(moving.text, quantity.end))


@rule(
    "claims.change_of_sign",
    "A share with a sign before it, and no verb between it and whose it is, is the change: Tollund +2.5%.",
    decides=[
        reads("Tollund +2.5%, Marrow -1.2%.", claim("2.5%", change="up"), claim("-1.2%", change="down"))
    ],
    leaves=[reads("Growth was -1.2%.", claim("-1.2%", change=None))],
)
def of_sign(moving: Moving) -> Change | None:
    """ "Tollund +2.5%"."""
    text, quantity, _ = moving
    if quantity.unit not in RATES:
        return None
    if text[quantity.at - 1 : quantity.at] == "+":
        return "up"
    negative = not isinstance(quantity.value, tuple) and quantity.low < 0 and text[quantity.at] in "-−–"
    return "down" if negative and _NAMED.search(text[: quantity.start][-40:]) else None


# A name and nothing else before it, from the start or a comma on.
_NAMED = re.compile(r"(?:^|[,;(¶]\s?)(?:[A-Z][\w.&'’-]*\s?){0,4}$")


@rule(
    "claims.change_of_noun",
    "An amount right before a noun of change, or a comparative, is the change: a 96 per cent drop, 64 cents higher.",
    decides=[
        reads("The mill reported a 6 percent fall in orders.", claim("6 percent", change="down")),
        reads("The bond closed 64 cents higher.", claim("64 cents", change="up")),
    ],
    leaves=[reads("The mill reported a 6 percent share of orders.", claim("6 percent", change=None))],
)
def of_noun(moving: Moving) -> Change | None:
    """ "A 5% rise"."""
    quantity = moving.quantity
    after = _following().match(moving.text, quantity.end, quantity.end + 40) if _may_follow(moving) else None
    if after and quantity.form == "fraction" and len(after[0].split()) > 2:
        return None
    word = (after[1] or after[2]).lower() if after else ""
    return nouns().get(word) or adverbs().get(word)


@rule(
    "claims.change_than",
    "More or less than at an earlier time is a change: a third less than last year.",
    decides=[reads("The mill made a third less than last year.", claim("a third", change="down"))],
    leaves=[reads("The mill made a third less than its rival.", claim("a third", change=None))],
)
def of_comparison(moving: Moving) -> Change | None:
    """ "20% more than in 2019"."""
    than = THAN_BEFORE.match(moving.text, moving.quantity.end) if _may_follow(moving) else None
    return None if not than else "up" if than[1].lower() == "more" else "down"


def _may_follow(moving: Moving) -> bool:
    """Whether words behind it may say which way: of counts, and of bare numbers but fractions, they do not."""
    quantity = moving.quantity
    counted = quantity.kind == "count" or (quantity.kind is None and quantity.form != "fraction")
    return moving.is_no_time and not counted


@rule(
    "claims.change_shared",
    "An amount that restates a change, or stands in its place in a second clause, is one as well.",
    decides=[
        reads("The index rose 64 points, or 1.4%.", claim("1.4%", change="up")),
        reads("Fares rose by 3% in May, and rents by 2%.", claim("2%", change="up")),
    ],
    leaves=[reads("Fares rose by 3% in May, and rents took 2%.", claim("2%", change=None))],
)
def of_change_before(moving: Moving) -> Change | None:
    """ "Cut jobs and pay by 5% and 3%"."""
    text, quantity, previous = moving
    if previous is None or not previous.change or previous.form == "multiple":
        return None
    between = text[previous.end : quantity.start]
    if len(between) > WINDOW:
        return None
    over_level = any(
        map(str.isdigit, text[previous.to : previous.end])
    )  # "9% at 4.9 billion, or 7% in crowns"
    if JOINED.fullmatch(between) and (previous.unit != quantity.unit or "and" in between or over_level):
        return previous.change
    if (
        quantity.unit in RATES
        and previous.unit in RATES
        and _NEXT_ONE.fullmatch(between)
        and not _movement().search(between)
    ):
        return previous.change
    same = previous.unit == quantity.unit and previous.unit in RATES
    if (
        same
        and isinstance(previous.value, tuple)
        and isinstance(quantity.value, tuple)
        and _GAP.fullmatch(between)
    ):
        return previous.change
    return previous.change if same and PARALLEL.search(between) and not _movement().search(between) else None


CHANGES: Order[[Moving], Change] = Order(
    "Which way did it change?", of_adverb, of_sign, of_verb, of_noun, of_comparison, of_change_before
)


def mark(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence with their changes; one set beside a change shares it."""
    out: list[Quantity] = []
    for quantity in quantities:
        previous = _last_change(text, out) if quantity.unit in RATES else out[-1] if out else None
        decision = None if quantity.change else CHANGES.first(Moving(text, quantity, previous))
        marked = quantity if decision is None else _changed(quantity, decision.answer, decision.rule)
        restates = out and marked.change and RESTATED.fullmatch(text, out[-1].end, quantity.start)
        if restates and marked.change and not out[-1].change and out[-1] is previous:
            out[-1] = _changed(out[-1], marked.change, of_change_before.name)
        out.append(marked)
    return out


_TO_LEVEL = re.compile(r"\s+(?:to|at)\s+")


def _last_change(text: str, out: list[Quantity]) -> Quantity | None:
    """The quantity before, or the change whose level that is, as if it ended there: "slipped 0.3% to $1.03 and sterling 0.4%"."""
    if (
        len(out) > 1
        and not out[-1].change
        and out[-2].change
        and _TO_LEVEL.fullmatch(text, out[-2].end, out[-1].start)
    ):
        return replace(out[-2], end=out[-1].end)
    return out[-1] if out else None


def _changed(quantity: Quantity, change: Change, by: str) -> Quantity:
    return replace(quantity, change=change, why=(*quantity.why, by))


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


@cache
def _movement() -> re.Pattern[str]:
    return re.compile(bounded(movements()), re.IGNORECASE)
