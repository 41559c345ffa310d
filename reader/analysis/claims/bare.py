"""Numbers without a unit of their own: whether they assert an amount, and what they count.

Rows say of which amount beside it a number has its unit: in a list from the amount behind it, else from one before it that
it is set against, of which it is a part, or of which the same is said. The words around them are in ``bare_numbers.yaml``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims import changes
from reader.analysis.claims.quantity import Quantity, Tokens, gap
from reader.analysis.claims.units import per, unit_table
from reader.analysis.lexicon import words as words_of
from reader.analysis.lexicon.patterns import alternatives, one_of
from reader.analysis.rules import Order, claim, no, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words
from reader.analysis.syntax.antecedents import noun_said_of
from reader.analysis.syntax.clauses import governing_verb
from reader.analysis.syntax.phrases import following
from reader.late import late

RECENT = 12  # how many amounts back a unit is looked for
LEAD = 30  # characters before a number in which it is said what it is set against
RATIOS = frozenset({"percent", "percentage point", "basis point"})
UNSAID = frozenset({None, "others"})  # what leaves open what is counted
_WORDS = "bare_numbers"
_HEDGES = rf"(?:{one_of(_WORDS, 'hedges')}\s+)?"


class Beside(NamedTuple):
    """A number without a unit beside an amount whose unit it may have."""

    tokens: Tokens
    number: Quantity
    donor: Quantity

    @property
    def lead(self) -> str:
        """The words right before the number, behind the other amount."""
        return self.tokens.text[max(self.donor.end, self.number.start - LEAD) : self.number.start]

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words right behind the number are such."""
        return pattern.match(self.tokens.text, self.number.end) is not None


# --- In a list, from the amount behind it.

_LISTED = late(
    rf"-?,?\s*(?:(?:{one_of(_WORDS, 'links')}|-|–)\s*)?(?:{one_of(_WORDS, 'link_leads')}\s)?", re.IGNORECASE
)
_MOVED = late(rf",?\s+{alternatives(words_of('concepts', 'ways'))}\s+", re.IGNORECASE)
_PART_OF = late(r"\s+(?:out\s+)?of\s+(?:[\w'’-]+\s+){0,4}", re.IGNORECASE)


def is_list(between: str) -> bool:
    """Whether what stands between two numbers makes them members of one list: "4- and 6-inch", "8 or $9"."""
    return _LISTED.fullmatch(between) is not None


@rule(
    "claims.unit_of_list",
    "A number in a list has the unit that only the last of the list is written with.",
    decides=[reads("The shop sells 4- and 6-inch screens.", claim("4", unit="inch"))],
    leaves=[reads("The shop sold 40 boats and 6-inch screens.", claim("40 boats", unit="boats"))],
)
def of_list(beside: Beside) -> Quantity | None:
    """ "Four-, five- and six-cylinder"."""
    between = gap(beside.tokens.text, beside.number, beside.donor, under=14)
    if beside.donor.unit in RATIOS and beside.number.high >= 1000:
        return None  # "1.26 million, or about 31 percent"
    return beside.donor if is_list(between) else None


@rule(
    "claims.unit_of_move",
    "A level right before how far it moved has the unit that is no share: 9,410, up 31 points.",
    decides=[reads("The lake index (9,410, up 31 points) closed early.", claim("9,410", unit="point"))],
    leaves=[reads("The lake index (9,410, up 3 percent) closed early.", claim("9,410", unit=None))],
)
def of_move(beside: Beside) -> Quantity | None:
    """ "9,410 up 31 points"."""
    moved = _MOVED.fullmatch(gap(beside.tokens.text, beside.number, beside.donor, under=14))
    return (
        beside.donor if moved and beside.donor.unit not in RATIOS and beside.donor.kind != "count" else None
    )


@rule(
    "claims.unit_of_whole",
    "A number that is so many of an amount has the amount's unit.",
    decides=[
        reads("They have spent 280 million of the 1.5 billion shekels.", claim("280 million", unit="shekel"))
    ],
    leaves=[
        reads(
            "They spent 280 million on bridges and lent 1.5 billion shekels.", claim("280 million", unit=None)
        )
    ],
)
def of_whole(beside: Beside) -> Quantity | None:
    """ "Fewer than 100 of an estimated 2.5m birds"."""
    between = gap(beside.tokens.text, beside.number, beside.donor, under=40)
    return beside.donor if _PART_OF.fullmatch(between) else None


FROM_NEXT = Order("Has a number the unit of the amount behind it?", of_move, of_list, of_whole)

# --- From an amount before it.

# "Than the old truck's 180", "to Millbrook's nine".
_POSSESSED = rf"{one_of(_WORDS, 'possessors')}\s+(?:[\w-]+\s+){{0,3}}[\w-]+['’]s"
_COMPARED = late(rf"{one_of(_WORDS, 'compared')}\s*{_HEDGES}$", re.IGNORECASE)
_AGAINST = late(
    rf"(?:{one_of(_WORDS, 'against')}|{_POSSESSED}|^\s*of|[,(;–-])\s*(?:{one_of(_WORDS, 'hedges', 'articles')}\s+)?$",
    re.IGNORECASE,
)
_OWNED = late(rf"{_POSSESSED}\s*$", re.IGNORECASE)
_LEVEL = late(rf"\b{one_of(_WORDS, 'level')}\s*$", re.IGNORECASE)
_MORE = late(
    rf"\s+of\s+{one_of(_WORDS, 'them')}\b"
    rf"|\s+{one_of(_WORDS, 'further')}(?=\s*(?:[,.;:)]|$)|\s+{one_of(_WORDS, 'after_further')}\b)",
    re.IGNORECASE,
)
_ELLIPSIS = late(rf"\s+{one_of(_WORDS, 'helpers')}(?:\s+not|n['’]t)?\s*(?:[.;,!?]|$)", re.IGNORECASE)
_IN_PLACE = late(rf"\s+{one_of(_WORDS, 'places')}\b", re.IGNORECASE)
_JOINED = late(rf"(?:,|;|\b{one_of(_WORDS, 'joined')})\s+{_HEDGES}$", re.IGNORECASE)
_ENDS_GAP = late(rf"\s*(?:[.;,!?)]|$|\s+{one_of(_WORDS, 'ends_gap')}\b)")
_PARTED_FROM_ALL = late(rf"(?:[^.;:!?]{{0,80}},)?\s+{_HEDGES}")


@rule(
    "claims.counts_others",
    "So many others are what was counted before.",
    decides=[
        reads(
            "At least 11 people were killed and some 30 others hurt.", claim("some 30 others", unit="people")
        )
    ],
    leaves=[reads("It cost £40m and hurt five others.", claim("five others", unit="others"))],
)
def others(beside: Beside) -> Quantity | None:
    """Only what is called "others" has a unit here."""
    return beside.donor if beside.number.unit else None


@rule(
    "claims.counts_compared",
    "A number that is compared with a count counts the same.",
    decides=[
        reads("The ward treated 41 patients, compared with 38 a year earlier.", claim("38", unit="patients"))
    ],
    leaves=[
        reads("The ward treated 41 patients, and 380 was its budget.", no(claim("380", unit="patients")))
    ],
)
def compared(beside: Beside) -> Quantity | None:
    """ "Compared with 63", "up from 38"."""
    return beside.donor if _COMPARED.search(beside.lead) or _OWNED.search(beside.lead) else None


@rule(
    "claims.counts_of_ellipsis",
    "A number before a helping verb that ends its clause counts what was counted before.",
    decides=[reads("Some 60 members voted, but 40 did not.", claim("40", unit="members"))],
    leaves=[reads("Some 60 members voted, but 40 did not know why.", claim("40", unit=None))],
)
def of_ellipsis(beside: Beside) -> Quantity | None:
    """ "40 did not"."""
    return beside.donor if beside.follows(_ELLIPSIS) else None


@rule(
    "claims.counts_more",
    "So many more, and so many of them, are what was counted before.",
    decides=[reads("It hired 200 drivers and will hire 50 more.", claim("50", unit="drivers"))],
    leaves=[reads("It hired 200 drivers and will hire 50 more cooks.", no(claim("50", unit="drivers")))],
)
def more(beside: Beside) -> Quantity | None:
    """ "Of them", "50 more"."""
    return beside.donor if beside.follows(_MORE) else None


@rule(
    "claims.counts_of_gap",
    "A number that ends a clause without a verb counts what the clause before it counted.",
    decides=[reads("The Greens took three seats and independents two.", claim("two", unit="seats"))],
    leaves=[reads("The Greens took three seats and came second.", claim("three seats"))],
)
def of_gap(beside: Beside) -> Quantity | None:
    """The verb is left out with what it counts."""
    text, number = beside.tokens.text, beside.number
    before = beside.tokens.before(number.start)
    if before is None or not _ENDS_GAP.match(text[number.end : number.end + 14]):
        return None
    stands = words.is_noun(before) or before.lower_ in lexicon.words(_WORDS, "before_gap")
    return beside.donor if stands else None


@rule(
    "claims.counts_said_of",
    "A number of which a verb says something counts what a verb beside it was said of, where that is people or it is further ones.",
    decides=[
        reads("Three people died and 17 were injured when the roof fell in.", claim("17", unit="people")),
        reads("Of the ten judges who heard the case, six were new.", claim("six", unit="judges")),
    ],
    leaves=[reads("Twenty-six men were charged and 300 were fined.", claim("300", unit=None))],
)
def said_of(beside: Beside) -> Quantity | None:
    """Of "26 men were charged and 300 were fined" nobody knows whether the 300 are men."""
    tokens, number, donor = beside
    if not (subject_of_many(tokens, number) or befallen(tokens, number)):
        return None
    word, noun = tokens.at(number.to - 1), tokens.at(donor.end - 1)
    if word is None or noun is None:
        return None
    if rel.is_prepositions_object(noun) and noun.head.lower_ == "of" and noun.head.is_sent_start:
        return donor if _PARTED_FROM_ALL.fullmatch(tokens.text, donor.end, number.start) else None
    beside_it = word.head.head == noun.head or noun.head.head == word.head
    listed = lexicon.words(_WORDS, "beside_further")
    further = noun.lower_ == "people" or any(child.lower_ in listed for child in word.children)
    fits = further and rel.is_subject(noun) and rel.is_subject(word) and beside_it
    return donor if fits else None


@rule(
    "claims.counts_in_place",
    "A number with a place or time of its own, joined to a count, counts the same.",
    decides=[
        reads(
            "It cut 3,700 jobs in Ostby, 1,600 in Varnholm and 40 at sea.",
            claim("1,600", unit="jobs"),
            claim("40", unit="jobs"),
        )
    ],
    leaves=[reads("It cut 3,700 jobs in Ostby when 1,600 in Varnholm sat idle.", claim("1,600", unit=None))],
)
def in_place(beside: Beside) -> Quantity | None:
    """ "3,700 jobs in Ostby, 1,600 in Varnholm"."""
    return beside.donor if beside.follows(_IN_PLACE) and _JOINED.search(beside.lead) else None


@rule(
    "claims.unit_against_time",
    "A number that is compared with a length of time is one.",
    decides=[reads("The trip took six hours, compared with four by train.", claim("four", unit="hour"))],
    leaves=[reads("The trip took six hours, and 40 were injured.", claim("40", unit=None))],
)
def against_time(beside: Beside) -> Quantity | None:
    """Other words between them would say nothing of time."""
    if not unit_table().is_time(beside.donor.unit) or _is_level_of_change(beside):
        return None
    return beside.donor if _COMPARED.search(beside.lead) else None


@rule(
    "claims.unit_against",
    "A number set against money, a share or a measure has its unit.",
    decides=[reads("Support was 41 percent, up from 38.", claim("38", unit="percent"))],
    leaves=[reads("Support was 41 percent when 38 were ill.", claim("38", unit=None))],
)
def against(beside: Beside) -> Quantity | None:
    """ "41 percent from 38"."""
    if unit_table().is_time(beside.donor.unit) or _is_level_of_change(beside):
        return None
    return beside.donor if _AGAINST.search(beside.lead) else None


def _is_level_of_change(beside: Beside) -> bool:
    """ "Rose 3% to 280": the level behind a change is in another unit than a share."""
    return beside.donor.change is not None and _LEVEL.search(beside.lead) is not None


SAME_COUNT = Order(
    "Does a number count what an amount before it counts?",
    others,
    compared,
    of_ellipsis,
    more,
    of_gap,
    said_of,
    in_place,
)
SAME_MEASURE = Order("Has a number the unit of the measure before it?", against_time, against)


@rule(
    "claims.unit_of_level",
    "The level behind a change has the unit that is no share: rose 64 points, or 1.4%, to 4,577.",
    decides=[reads("The index rose 64 points, or 1.4%, to 4,577.", claim("4,577", unit="point"))],
    leaves=[reads("The index rose 1.4% to 4,577.", claim("4,577", unit=None))],
)
def of_level(beside: Beside, earlier: Sequence[Quantity]) -> Quantity | None:
    """The last amount that is no share."""
    if beside.donor.kind == "count" or not _is_level_of_change(beside):
        return None
    level = next((q for q in earlier[: -RECENT - 1 : -1] if q.unit and q.unit not in RATIOS), beside.donor)
    return level if level.unit not in RATIOS else None


OF_LEVEL = Order("Which unit has a level behind a change?", of_level)

# --- From the verb it hangs on, and its subject.

_CLIMB = 5  # steps up the parse from a level to its verb, which misreads "from 120 to 310" in several ways
_NUMBER_OF = late(
    rf"\bnumbers?\s+of\s+(?:{one_of(_WORDS, 'owners')}\s+)?((?:[\w’'-]+\s+)??[a-z]+(?:s|{one_of(_WORDS, 'people')})|{one_of(_WORDS, 'states')})\b",
    re.IGNORECASE,
)
_DURING = late(
    r"\b(?:in|over|for|during|within|through)\s+(?:(?:the|its|last|past|first)\s+){0,2}$", re.IGNORECASE
)
_LEVEL_OF = late(rf"\b{one_of(_WORDS, 'level_of')}\s+$")


@rule(
    "claims.level_of_counted",
    "A number that something moved from or to counts what moved, where that is a plural one counts.",
    decides=[
        reads(
            "Complaints rose from 120 in 2023 to 310 in 2025.",
            claim("120", unit="complaints"),
            claim("310", unit="complaints"),
        ),
    ],
    leaves=[reads("Shares rose from 120 to 310.", claim("310", unit=None))],
)
def level_of_counted(tokens: Tokens, number: Quantity) -> Quantity | None:
    """ "Complaints", not "prices" or "the toll"."""
    verb = None if number.unit or number.kind else _moving_verb(tokens, number)
    noun = verb and _mover(verb)
    if noun is None or not words.is_plural_thing(noun) or noun.lower_ in lexicon.load("changes")["measured"]:
        return None
    parts = [child for child in noun.lefts if rel.is_adjectival_or_compound(child)] + [noun]
    named = " ".join(
        word.lower_ if word.is_sent_start and not words.is_in_entity(word) else word.text for word in parts
    )
    return replace(number, unit=named, kind="count")


@rule(
    "claims.number_of",
    "A level counts what its subject is the number of: the number of beds fell to 210.",
    decides=[reads("The number of beds fell to 210.", claim("210", unit="beds"))],
    leaves=[reads("The cost of beds fell to 210.", claim("210", unit=None))],
)
def number_of(tokens: Tokens, number: Quantity) -> Quantity | None:
    """The words between the two are of a level."""
    if number.unit or number.kind or not number.is_written:
        return None
    begin = tokens.sentence_start(number.at)
    counted = _NUMBER_OF.search(tokens.text, max(begin, number.start - 160), number.start)
    level = counted and _LEVEL_OF.search(tokens.text[counted.end() : number.start])
    return replace(number, unit=counted[1], kind="count") if counted and level else None


LEVELS = Order("What does a level count?", level_of_counted)
NUMBERS_OF = Order("What is the number of?", number_of)


def _mover(verb: Token) -> Token | None:
    """What is moved, or moves: the object of a verb, else its subject, of two the nearer."""
    own = [child for child in verb.lefts if rel.is_subject(child) and words.is_noun(child)]
    moved = next((child for child in verb.rights if rel.is_object(child)), None)
    return moved or (own[-1] if own else noun_said_of(verb))


def _moving_verb(tokens: Tokens, number: Quantity) -> Token | None:
    """The verb of movement that a number after "from" or "to" hangs on."""
    if not number.is_one_number:
        return None
    before, token = tokens.before(number.start), tokens.at(number.to - 1)
    if before is None or token is None or before.lower_ not in ("from", "to"):
        return None
    for _ in range(_CLIMB):
        token = token.head
        if words.is_verb(token):
            return token if token.lower_ in changes.moving() else None
    return None


def carry_over(text: str, tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, in order, with the units that are carried over."""
    out: list[Quantity] = []
    for quantity in _chain(tokens, quantities):
        level = quantity.decided(LEVELS.first(tokens, quantity))
        out.append(_from_earlier(tokens, level, out) if level.unit in UNSAID else level)
    return [quantity.decided(NUMBERS_OF.first(tokens, quantity)) for quantity in out]


def _chain(tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """Units handed back along a list, from its last member: "four-, five- and six-cylinder"."""
    done: list[Quantity] = []
    after: Quantity | None = None
    for quantity in reversed(quantities):
        if after is not None and after.unit and not quantity.unit and quantity.is_written:
            after = quantity.sharing(FROM_NEXT.first(Beside(tokens, quantity, after)))
        else:
            after = quantity
        done.append(after)
    return done[::-1]


def _from_earlier(tokens: Tokens, number: Quantity, earlier: list[Quantity]) -> Quantity:
    """With the unit of the last earlier quantity that this one is set against, if there is one."""
    recent = (_known(tokens, quantity) for quantity in earlier[: -RECENT - 1 : -1])
    donor = _donor(tokens, number, [quantity for quantity in recent if quantity.unit])
    if donor is None or not number.is_written or _has_noun(tokens, number):
        return number
    beside = Beside(tokens, number, donor)
    if donor.kind == "count":
        return _with_rate(tokens.text, number, number.sharing(SAME_COUNT.first(beside)))
    if number.unit:
        return number
    return number.sharing(OF_LEVEL.first(beside, earlier) or SAME_MEASURE.first(beside))


def _donor(tokens: Tokens, number: Quantity, recent: list[Quantity]) -> Quantity | None:
    """The nearest earlier amount that may share its unit: no aside in brackets, and no stretch of time in which something was so."""
    for donor in recent:
        text = tokens.text
        aside = text[donor.start - 1 : donor.start] == "(" and text.startswith(")", donor.end)
        during = unit_table().is_time(donor.unit) and _DURING.search(
            text, max(0, donor.start - 24), donor.start
        )
        if len(recent) == 1 or not (aside or during):
            return donor
    return None


def _with_rate(text: str, number: Quantity, shared: Quantity) -> Quantity:
    """ "14 thefts, compared with an average of 9 per month"."""
    if shared.unit == number.unit or not shared.unit:
        return shared
    unit, end = per(text, shared.unit, shared.end)
    return replace(shared, unit=unit, end=end)


def _known(tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity; a share with what it is a share of as its unit: "one in five homes"."""
    noun = tokens.after(quantity.end) if quantity.form == "fraction" and not quantity.unit else None
    return (
        replace(quantity, unit=noun.text, kind="count")
        if noun is not None and words.is_plural_thing(noun)
        else quantity
    )


def _has_noun(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a noun follows at once that the number may belong to."""
    after = tokens.after(quantity.end)
    return (
        after is not None
        and words.is_noun(after)
        and not tokens.text[quantity.end : after.idx].strip()
        and not after.is_sent_start
    )


# --- Recalled from shortly before, perhaps a sentence back.

_ENDS_OBJECT = late(rf"\s*(?:[.;!?)]|,(?!\d)|$|\s{one_of(_WORDS, 'ends_object')}\b)")
_OF_THE_SAME = late(rf"\s+of\s+{one_of(_WORDS, 'the_same')}\s+")
_OF_THEM = late(rf"\s+of\s+{one_of(_WORDS, 'them')}\b(?!\s+{one_of(_WORDS, 'not_them')}\b)")
_OF_THOSE = late(rf"\bOf\s+{one_of(_WORDS, 'those')}(?:\s+[\w-]+){{0,4}},\s+{_HEDGES}$")
_RECALLED = 300  # characters: about two sentences
_MILLION = 1_000_000


class Recalling(NamedTuple):
    """A number without a unit, the number behind it in its sentence, and what was told shortly before."""

    tokens: Tokens
    number: Quantity
    after: Quantity | None
    near: list[Quantity]


@rule(
    "claims.counts_object_again",
    "An object that is only a number counts what the object counted just before counts.",
    decides=[reads("The town asked for 30 buses. It wanted 22.", claim("22", unit="buses"))],
    leaves=[reads("The town asked for 30 buses. It won £22.", claim("£22", unit="pound"))],
)
def object_again(recalling: Recalling) -> Quantity | None:
    """Both are objects, and the number ends its clause."""
    tokens, quantity, _, near = recalling
    number = tokens.before(quantity.to)
    if (
        number is None
        or not words.is_numeral(number)
        or not rel.is_object(number)
        or not _ENDS_OBJECT.match(tokens.text, quantity.to)
    ):
        return None
    return near[-1] if near and near[-1].kind == "count" and _is_object(tokens, near[-1]) else None


def _is_object(tokens: Tokens, counted: Quantity) -> bool:
    """ "Ordered 30 buses", "asked for 30 buses"."""
    noun = tokens.before(counted.end)
    if noun is None:
        return False
    return rel.is_object(noun) or (rel.is_prepositions_object(noun) and noun.head.lower_ == "for")


@rule(
    "claims.counts_of_the_whole",
    "Two of the four counts what was four before.",
    decides=[reads("The firm runs four ferries. Two of the four sank.", claim("Two", unit="ferries"))],
    leaves=[reads("The firm runs five ferries. Two of the four sank.", no(claim("Two", unit="ferries")))],
)
def of_the_whole(recalling: Recalling) -> Quantity | None:
    """The count of as many that came before."""
    tokens, quantity, after, near = recalling
    if after is None or after.unit or not _OF_THE_SAME.fullmatch(tokens.text[quantity.end : after.start]):
        return None
    return next((q for q in reversed(near) if q.kind == "count" and q.value == after.value), None)


@rule(
    "claims.counts_of_them",
    "So many of them, or of those, count what was counted last, where there were as many.",
    decides=[
        reads(
            "Inspectors found 41 defects. Seventeen of them were serious.", claim("Seventeen", unit="defects")
        )
    ],
    leaves=[
        reads(
            "Inspectors found nine defects. Seventeen of them had been hired.", claim("Seventeen", unit=None)
        )
    ],
)
def of_them(recalling: Recalling) -> Quantity | None:
    """ "41 defects. Seventeen of them", "of those, 17"."""
    tokens, quantity, _, near = recalling
    last = near[-1] if near else None
    if last is None or last.kind != "count" or last.high < quantity.low:
        return None
    before = _OF_THOSE.search(tokens.text, max(last.end, quantity.start - 60), quantity.start)
    return last if before or _OF_THEM.match(tokens.text, quantity.end) else None


@rule(
    "claims.money_again",
    "A sum without a currency, of what costs or pays so much, is in the one of the sum told just before.",
    decides=[
        reads("Rents brought £70 million. Freight cost 40 million more.", claim("40 million", unit="pound"))
    ],
    leaves=[reads("Rents brought £70 million. The lake holds 40 million.", claim("40 million", unit=None))],
)
def money_again(recalling: Recalling) -> Quantity | None:
    """ "The weak currency knocked 35 million off profit"."""
    tokens, quantity, _, near = recalling
    word = tokens.before(quantity.to) if quantity.scale >= _MILLION else None
    last = next((q for q in reversed(near) if q.kind == "money"), None)
    if word is None or last is None:
        return None
    verb = governing_verb(word.head)
    return last if verb is not None and verb.lemma_.lower() in lexicon.words(_WORDS, "paying") else None


RECALLED = Order(
    "What told shortly before does a number count?", object_again, of_the_whole, of_them, money_again
)


def recall(text: str, tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with what they count, recalled from their sentence or from the last one that has any."""
    out: list[Quantity] = []
    previous: list[Quantity] = []
    for _, inside in tokens.by_sentence(quantities, lambda quantity: quantity.at):
        previous = _recall(tokens, list(inside), previous)
        out += previous
    return out


def _recall(tokens: Tokens, known: list[Quantity], previous: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence."""
    out: list[Quantity] = []
    for quantity, after in zip(known, [*known[1:], None], strict=True):
        if quantity.unit is None and quantity.is_written:
            near = [q for q in (*previous, *out) if q.start > quantity.start - _RECALLED]
            out.append(quantity.sharing(RECALLED.first(Recalling(tokens, quantity, after, near))))
        else:
            out.append(quantity)
    return out


# --- Whether it asserts an amount at all.

_REACH = 32  # characters before a number in which such words are looked for
_CAME_TO = late(rf"\b(?:{one_of(_WORDS, 'came_to_at')}\s+at|{one_of(_WORDS, 'came_to')})\s+$", re.IGNORECASE)
_COUNTED = late(
    rf"\b(?:{one_of(_WORDS, 'counted')}|{one_of(_WORDS, 'margins')}\s+by)\s+(?:{one_of(_WORDS, 'small')}\s+)?$",
    re.IGNORECASE,
)
_TOTAL_OF = late(rf"\b{one_of(_WORDS, 'totals')}\s+of\s+$", re.IGNORECASE)
_BETWEEN = late(rf"{one_of(_WORDS, 'between')}\b", re.IGNORECASE)
_ENDS_RANGE = late(rf"\s*(?:[.,;:)”\"]|$)|\s+{one_of(_WORDS, 'further')}\b")
_SET_AGAINST = late(
    rf"[^.;!?]{{0,40}}?\b{one_of(_WORDS, 'set_against')}\s+"
    rf"|\s+(?P<where>{one_of(_WORDS, 'where')})\s+[\w’' ]{{1,24}},?\s+{one_of(_WORDS, 'joined')}\s+(?:{one_of(_WORDS, 'then')}\s+)?"
)
_DEFINITE = frozenset(lexicon.load("counting")["definite"])
_ASIDE = frozenset(
    {",", "–", "—", "―", "-", ")"}
)  # after an age or the number of a point: "Brandt, 40, left"


@rule(
    "claims.bare_set_against",
    "A bare number set against a bare one that asserts an amount asserts one.",
    decides=[
        reads("The ward counted 31 last year, against 26 before.", claim("26")),
        reads("The ward counted 31 in March and 112 in April.", claim("112")),
    ],
    leaves=[reads("The ward counted 31 last year. It met in room 26.", no(claim("26")))],
)
def set_against(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "31 last year, against 26 before", "37 in March and 112 in April"."""
    between = before and _SET_AGAINST.fullmatch(tokens.text, before.end, number.start)
    if not between:
        return False
    return between["where"] is None or tokens.text.startswith(f" {between['where']} ", number.end)


@rule(
    "claims.bare_large",
    "A bare number of a thousand and more, and one with decimals, asserts an amount.",
    decides=[reads("Brandt won 4,577.", claim("4,577")), reads("Brandt scored 5.75.", claim("5.75"))],
    leaves=[reads("Brandt won 57.", no(claim("57")))],
)
def large(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """No name of a thing is so large."""
    return number.low >= 1000 or isinstance(number.low, float)


@rule(
    "claims.bare_change",
    "A bare number by which something changed asserts an amount.",
    decides=[reads("The index fell by 40.", claim("40", change="down"))],
    leaves=[reads("The index fell on bus 40.", no(claim("40")))],
)
def changed(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "Fell by 40"."""
    return number.change is not None


@rule(
    "claims.bare_strength",
    "A 150-strong choir asserts how many there are in it.",
    decides=[reads("The 150-strong choir sang.", claim("150-strong"))],
    leaves=[reads("The 150 strongmen sang.", no(claim("150-strong")))],
)
def strength(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "150-strong"."""
    return tokens.text[number.to : number.end].endswith("strong")


@rule(
    "claims.bare_came_to",
    "A bare number that something stood at, reached or totalled asserts an amount.",
    decides=[reads("The toll stood at 41.", claim("41")), reads("The count hit 210.", claim("210"))],
    leaves=[reads("The bus stood in bay 41.", no(claim("41")))],
)
def came_to(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "Stood at 41", "hit 210"."""
    return _CAME_TO.search(tokens.text, max(0, number.start - _REACH), number.start) is not None


@rule(
    "claims.bare_tallied",
    "A bare number that was counted, or by which something was won or lost, asserts an amount.",
    decides=[
        reads("The ward recorded 31 in May.", claim("31")),
        reads("The motion failed by just 12.", claim("12")),
    ],
    leaves=[reads("She lived in Area 12.", no(claim("12")))],
)
def tallied(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "Recorded 31", "failed by 12"."""
    return _COUNTED.search(tokens.text, max(0, number.start - _REACH), number.start) is not None


@rule(
    "claims.bare_total",
    "A bare number that is an average, a toll or a total asserts an amount.",
    decides=[reads("The mayor had given a toll of 26.", claim("26"))],
    leaves=[reads("The mayor lives in the house of 26.", no(claim("26")))],
)
def total(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "A toll of 26", "an average of 240"."""
    return _TOTAL_OF.search(tokens.text, max(0, number.start - _REACH), number.start) is not None


@rule(
    "claims.bare_between",
    'A bare range with "between" that ends its clause asserts an amount: score between 40 and 60.',
    decides=[reads("Most pupils score between 40 and 60.", claim("between 40 and 60", value=(40, 60)))],
    leaves=[reads("The road between 40 and 60 is shut.", no(claim("between 40 and 60")))],
)
def between_two(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "Expects between five and ten more"."""
    opens = isinstance(number.value, tuple) and _BETWEEN.match(tokens.text, number.start, number.at)
    return bool(opens and _ENDS_RANGE.match(tokens.text, number.end))


@rule(
    "claims.bare_said_of_many",
    "A bare number of which a verb in the plural says something counts people or things.",
    decides=[reads("The roof fell in and 17 were injured.", claim("17"))],
    leaves=[
        reads("The two met on Friday.", no(claim("two"))),
        reads("Seven is the answer.", no(claim("Seven"))),
    ],
)
def said_of_many(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "17 were injured", "eight remain"."""
    return subject_of_many(tokens, number)


@rule(
    "claims.bare_befallen",
    "A bare number that is killed, hurt, arrested counts people.",
    decides=[reads("The crash near Ostby killed four.", claim("four"))],
    leaves=[reads("The crash near Ostby blocked road four.", no(claim("four")))],
)
def befallen_many(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "The crash killed four"."""
    return befallen(tokens, number)


@rule(
    "claims.bare_level",
    "A bare number that something moved from or to asserts an amount.",
    decides=[reads("The death toll has risen to 12.", claim("12"))],
    leaves=[reads("The bus goes from 5 to 9.", no(claim("9")))],
)
def level(tokens: Tokens, number: Quantity, before: Quantity | None) -> bool | None:
    """ "The toll has risen to 12"."""
    return _moving_verb(tokens, number) is not None


ASSERTS = Order(
    "Does a bare number assert an amount?",
    set_against,
    strength,
    changed,
    large,
    came_to,
    tallied,
    total,
    between_two,
    said_of_many,
    befallen_many,
    level,
)


def asserting(text: str, tokens: Tokens, known: list[Quantity]) -> list[Quantity]:
    """The quantities that assert something: all that have a unit or say how exact they are, and bare numbers by the rules."""
    kept: list[Quantity] = []
    for number in known:
        before = kept[-1] if kept and not kept[-1].unit else None
        if number.unit or not number.is_written or number.scale > 1 or number.comparator != "=":
            kept.append(number)
        elif (decision := ASSERTS.first(tokens, number, before)) is not None:
            kept.append(replace(number, why=(*number.why, decision.rule)))
    return kept


def subject_of_many(tokens: Tokens, number: Quantity) -> bool:
    """Whether a number without a noun is the subject of a verb that says something of so many."""
    word = _countable(tokens, number)
    return word is not None and rel.is_subject(word) and _is_said_of_many(word.head)


def befallen(tokens: Tokens, number: Quantity) -> bool:
    """Whether a number without a noun is the object of a verb of what is done to people."""
    word = _countable(tokens, number)
    befalls = lexicon.load("claim_sources")["befalls"]
    return word is not None and rel.is_object(word) and word.head.lemma_.lower() in befalls


def _countable(tokens: Tokens, number: Quantity) -> Token | None:
    """The word of a number of two or more that neither picks out some told of nor stands aside."""
    word = tokens.at(number.to - 1) if number.is_one_number and number.low >= 2 else None
    if word is None or not words.is_numeral(word) or any(child.lower_ in _DEFINITE for child in word.lefts):
        return None
    after = following(word)
    return None if after is not None and after.text in _ASIDE else word


def _is_said_of_many(verb: Token) -> bool:
    """Whether a verb goes with a plural: "15 were positive", "eight remain", "31 survived", not "42 is the answer"."""
    if not words.is_verbal(verb):
        return False
    forms = [verb, *(child for child in verb.children if rel.is_helping(child))]
    return not any(words.is_third_person(form) or form.lower_ == "was" for form in forms)
