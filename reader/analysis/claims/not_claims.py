"""Numbers that assert no amount: dates, telephone numbers, names, years and points in time, "one of the", "zero tolerance"."""

import bisect
import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from spacy.tokens import Doc, Token

from reader.analysis import lexicon
from reader.analysis.claims.numbers import paragraphs
from reader.analysis.claims.quantity import COLLECTIVE, PARAGRAPH_BREAK, Quantity, Tokens
from reader.analysis.claims.units import unit_after, unit_table
from reader.analysis.lexicon.patterns import alternatives, one_of
from reader.analysis.model import TimelineEntry
from reader.analysis.rules import Order, claim, no, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words
from reader.analysis.syntax.antecedents import noun_said_of
from reader.analysis.syntax.phrases import counts, following
from reader.article.model import HEADINGS
from reader.late import late

WORDS: dict[str, Any] = lexicon.load("not_claims")
_FILE = "not_claims"
_SMALL = 10


class Case(NamedTuple):
    """A number of a text.

    ``counted``: whether its sentence counted something before, so that this may be one more of it: "won 18 seats, the
    Farmers' Party 11".
    """

    tokens: Tokens
    number: Quantity
    counted: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether neither a unit nor a scale is written with it, nor how exact it is."""
        number = self.number
        plain = number.unit is None and number.scale == 1 and number.is_written
        return plain and number.start == number.at


# --- Names.

_WORD_HYPHEN = re.compile(r"\w[-–]")
_FREE_HYPHEN = late(rf"\b{one_of(_FILE, 'free_hyphen')}[-–]$", re.IGNORECASE)
_ORDINAL_END = late(rf"\s{one_of(_FILE, 'ordinal_ends')}\b")
_AND_ANOTHER = late(rf"\W+{one_of(_FILE, 'and', 'beside_another')}\s+(?:\w+\s+)?{one_of(_FILE, 'another')}\b")
_DIALLED = late(
    rf"\b{one_of(_FILE, 'dialling')}\s+(?:{one_of(_FILE, 'dialling_on')}\s+){{0,2}}$", re.IGNORECASE
)
_ENDS_CLAUSE = late(rf"\s*(?:[,.;]|{one_of(_FILE, 'and')}\b|$)")


@cache
def _label() -> re.Pattern[str]:
    always = [word for word in WORDS["labels"] if word not in WORDS["capital_only"]]
    capital = [form for word in WORDS["capital_only"] for form in (word.title(), word.upper())]
    return re.compile(
        rf"(?:(?<!\w)|^)(?:(?i:{alternatives(always)})|{alternatives(capital)})"
        rf"(?:\s+(?:{one_of(_FILE, 'numbering')})\s?|[\s-]?)$"
    )


@rule(
    "claims.no_part_of_word",
    "Digits that touch a letter which is no unit are part of a word or a name: 19th, F-16, 4G.",
    decides=[
        reads("The A40 boats were late.", no(claim("40 boats"))),
        reads("The F-1600 boats were late.", no(claim("1600 boats"))),
    ],
    leaves=[reads("The wall is 12ft high.", claim("12ft"))],
)
def part_of_word(case: Case) -> bool | None:
    """Digits with letters around them."""
    text, number = case.tokens.text, case.number
    before, after = text[max(0, number.at - 2) : number.at], text[number.to : number.to + 1]
    if number.form == "words" or number.start < number.at:
        return False
    if before[-1:].isalpha() or before[-1:].isdigit():
        return True
    if _WORD_HYPHEN.fullmatch(before) and not _FREE_HYPHEN.search(text[max(0, number.at - 5) : number.at]):
        return not before[0].isdigit()
    if _ORDINAL_END.match(text, number.to, number.to + 4):
        return True
    return number.end == number.to and (
        after.isalpha() or (after in ("°", "'", "’") and text[number.to + 1 : number.to + 2].isalpha())
    )


@rule(
    "claims.no_label",
    'A number after a word such as "page" or "Flight" is a label.',
    decides=[reads("She opened chapter 1400.", no(claim("1400")))],
    leaves=[reads("The book has 1400 chapters.", claim("1400 chapters"))],
)
def label(case: Case) -> bool | None:
    """ "Page 12", "category 4 hurricane"."""
    number = case.number
    if number.kind in ("money", "percent") or number.start != number.at:
        return False
    return _label().search(case.tokens.text, max(0, number.at - 24), number.at) is not None


@rule(
    "claims.no_base",
    'A bare number behind "per" is what a rate is for: 1,190 per 100,000.',
    decides=[reads("It reached 1,190 cases per 100,000.", no(claim("100,000")))],
    leaves=[reads("It reached 100,000 cases.", claim("100,000 cases"))],
)
def base(case: Case) -> bool | None:
    """ "Per 100,000"."""
    before = case.tokens.before(case.number.at)
    return (
        before is not None
        and before.lower_ in lexicon.words(_FILE, "per")
        and case.number.start == case.number.at
    )


@rule(
    "claims.no_dialled",
    "A number that is to be called, or a text sent to, is a telephone's: call 911.",
    decides=[reads("Anyone in need can text 7417.", no(claim("7417")))],
    leaves=[reads("The mill sent 7417 texts.", claim("7417 texts"))],
)
def dialled(case: Case) -> bool | None:
    """ "Dial 988"."""
    number = case.number
    return case.is_bare and _DIALLED.search(case.tokens.text, max(0, number.at - 30), number.at) is not None


@rule(
    "claims.no_called",
    "Three figures before calls, or a line to call, are the number that is dialled: 911 calls.",
    decides=[reads("She was without a way to make 911 calls.", no(claim("911 calls")))],
    leaves=[reads("She made 912 calls.", claim("912 calls"))],
)
def called(case: Case) -> bool | None:
    """ "The 999 line"."""
    text, number = case.tokens.text, case.number
    if number.kind != "count" or text[number.at : number.to] not in lexicon.words(_FILE, "dialled"):
        return False
    return (number.unit or "").split()[-1].lower() in lexicon.words(_FILE, "dialled_for")


@rule(
    "claims.no_word_in_name",
    "A number word with a capital inside a sentence is part of a name: the Big Four.",
    decides=[reads("She left the Seven Oaks for good.", no(claim("Seven Oaks")))],
    leaves=[reads("She left seven oaks for good.", claim("seven oaks"))],
)
def word_in_name(case: Case) -> bool | None:
    """ "Seven Network"."""
    token = case.tokens.at(case.number.at) if case.number.form == "words" else None
    if token is None or not case.tokens.text[case.number.at].isupper() or token.is_sent_start:
        return False
    if case.number.kind == "measure" and case.tokens.text[case.number.to + 1 : case.number.to + 2].isupper():
        return True  # "Ninety Mile Beach"
    return words.is_name(token) or words.is_in_name(token)


@rule(
    "claims.no_model",
    "Digits within a longer name are a model or a make: 787 Dreamliner, Trent 900 engines.",
    decides=[
        reads("Ostby bought a 787 Skyhook.", no(claim("787 Skyhook"))),
        reads("The firm tests Trent 900 engines.", no(claim("900 engines"))),
    ],
    leaves=[reads("The firm tests 900 engines.", claim("900 engines"))],
)
def model(case: Case) -> bool | None:
    """ "HIV 2 drug", "737 replacement"."""
    tokens, number, _ = case
    plain = number.form == "digits" and number.scale == 1 and number.start == number.at
    if number.kind != "count" or not plain or number.value == 1:
        return False
    head, before = tokens.before(number.end), tokens.before(number.at)
    if head is None or words.is_plural_name(head) or head.lower_ in COLLECTIVE:
        return False
    named = before is not None and _is_name_word(before) and before.idx + len(before) + 1 == number.at
    if words.is_plural_thing(head):
        return named and before is not None and rel.is_compound_or_nominal(before) and before.head.i == head.i
    return (
        named or (words.is_singular_name(head) and head.text[0].isupper()) or _is_series(tokens, head, number)
    )


def _is_name_word(token: Token) -> bool:
    capitals = token.text.isupper() and len(token) > 1
    return token.sent_start != 1 and (words.is_singular_name(token) or capitals)


def _is_series(tokens: Tokens, head: Token, number: Quantity) -> bool:
    """ "737 replacement": three digits right before a singular."""
    first = tokens.after(number.to)
    close = first is not None and first.i == head.i
    return number.to - number.at == 3 and words.is_singular_thing(head) and close


@rule(
    "claims.no_part_of_name",
    "A bare number right after a name, or before one, is part of it: Apple Watch 5, S&P 500, 737 Max.",
    decides=[reads("Brandt wears the Tollund Clock 5000.", no(claim("5000")))],
    leaves=[reads("The Greens won 18 seats, the Farmers Party 11.", claim("11"))],
)
def part_of_name(case: Case) -> bool | None:
    """Beside a name, unless something was counted and the number ends its clause."""
    tokens, number, counted = case
    text = tokens.text
    if not case.is_bare:
        return False
    before, after = tokens.before(number.at), tokens.after(number.to)
    if before is not None and text[before.idx + len(before) : number.at].strip() == "":
        if words.is_any_name(before) and before.text[0].isupper() and before.sent_start != 1:
            return not (counted and _ENDS_CLAUSE.match(text, number.to))
        if before.text == "&":
            return True
    named = after is not None and words.is_singular_name(after) and after.text[0].isupper()
    return after is not None and named and text[number.to : after.idx] in (" ", "-")


# --- Times.

_AWAY = late(rf"\s+{one_of(_FILE, 'away')}\s+(?:[A-Za-z])", re.IGNORECASE)
_LASTING = late(rf"\b{one_of(_FILE, 'lasting')}\s+$", re.IGNORECASE)


@rule(
    "claims.no_year",
    "Four digits that may be a year, or a time of day, are the timeline's.",
    decides=[reads("The boats left port at 1730.", no(claim("1730")))],
    leaves=[reads("The flood cost 1834 homes.", claim("1834 homes"))],
)
def year(case: Case) -> bool | None:
    """ "In 2019"."""
    tokens, number, _ = case
    if not _looks_like_year(number):
        return False
    before, token = tokens.before(number.at), tokens.at(number.at)
    if token is not None and counts(token):
        return False
    dated = token is not None and words.is_date(token)
    if number.unit is None:
        return dated or number.low >= 1800 or (before is not None and before.lower_ in WORDS["year_before"])
    if number.low < 1900 or number.unit.split()[-1].lower() in {*COLLECTIVE, *WORDS["many"]}:
        return False
    return dated or (before is not None and before.lower_ in WORDS["year_opens"])


def _looks_like_year(number: Quantity) -> bool:
    """Four digits, with neither currency nor comparator before them nor a measure behind."""
    plain = number.form == "digits" and number.scale == 1 and number.to - number.at == 4
    alone = number.kind is None or (number.kind == "count" and number.start == number.at)
    return plain and alone and isinstance(number.low, int) and 1000 <= number.low <= 2199


@rule(
    "claims.no_time_away",
    'A length of time before "after" or "before" and what happened then is a point in time.',
    decides=[reads("The pier burned six hours before landfall.", no(claim("six hours")))],
    leaves=[reads("The pier burned for six hours before help came.", claim("six hours"))],
)
def time_away(case: Case) -> bool | None:
    """ "20 years after the war"; not "for 20 years before"."""
    text, number = case.tokens.text, case.number
    if not unit_table().is_time(number.unit) or not _AWAY.match(text, number.end):
        return False
    return not _LASTING.search(text, max(0, number.start - 24), number.start)


# --- Words that count nothing.


@rule(
    "claims.no_one",
    '"One" counts nothing in "one of the", "no one", "one day", "the one who", nor without what it would count.',
    decides=[
        reads("One of the boats sank.", no(claim("One of the boats"))),
        reads("At one point the boat stopped.", no(claim("one point"))),
        reads("Each one boat was wet.", no(claim("one boat"))),
    ],
    leaves=[
        reads("One boat sank on Friday.", claim("One boat")),
        reads("It sank within one hour.", claim("within one hour")),
    ],
)
def one(case: Case) -> bool | None:
    """By what stands before and behind it."""
    tokens, number, _ = case
    if not _is_one(number):
        return False
    before, after = tokens.before(number.at), tokens.after(number.to)
    if after is None or after.lower_ in WORDS["one_after"]:
        return True
    if number.kind == "measure":
        return False
    if number.unit is None or after.lower_ == "of" or tokens.text[number.to] in "-–":
        return True
    if _AND_ANOTHER.match(tokens.text, number.end, tokens.sentence_end(number.at)):
        return True
    return before is not None and before.lower_ in WORDS["one_before"]


@rule(
    "claims.no_single_source",
    "One who says something is a source and no count: one resident said.",
    decides=[reads("One resident said the pier was shut.", no(claim("One resident")))],
    leaves=[reads("One resident drowned.", claim("One resident"))],
)
def single_source(case: Case) -> bool | None:
    """ "One resident said"."""
    noun = (
        case.tokens.before(case.number.end)
        if _is_one(case.number) and case.number.kind != "measure"
        else None
    )
    if noun is None or not rel.is_active_subject(noun):
        return False
    return noun.head.lemma_ in lexicon.load("claim_sources")["reporting"]


def _is_one(number: Quantity) -> bool:
    return number.form == "words" and number.value == 1 and number.kind not in ("money", "percent")


@rule(
    "claims.no_zero",
    '"Zero" before what is not counted means none of it: zero tolerance.',
    decides=[reads("The port has zero tolerance for theft.", no(claim("zero tolerance")), no(claim("zero")))],
    leaves=[reads("The port saw zero thefts.", claim("zero thefts"))],
)
def zero(case: Case) -> bool | None:
    """Nothing in the plural follows."""
    number = case.number
    if number.form != "words" or number.value != 0 or (number.kind and number.kind != "count"):
        return False
    head = case.tokens.before(number.end)
    return head is None or not words.is_plural_thing(head)


@rule(
    "claims.no_ordinal",
    'Of persons and what they make "a third" says which in an order.',
    decides=[
        reads("Anna Brandt added a third.", no(claim("a third"))),
        reads("Two men fled. A third, Marta Lind, told police.", no(claim("A third"))),
    ],
    leaves=[reads("Turnout fell by a third.", claim("a third"))],
)
def ordinal(case: Case) -> bool | None:
    """ "Brandt added a third", a goal; "a third, Marta Lind"."""
    tokens, number, _ = case
    last = tokens.at(number.to - 1) if number.form == "fraction" and not number.unit else None
    if last is None or last.lower_ not in WORDS["ordinals"]:
        return False
    if words.is_person(last.head) or _is_person_named(tokens, last, number):
        return True
    if not rel.is_object(last) or any(child.lower_ == "of" for child in last.rights):
        return False
    doer = noun_said_of(last.head)
    return doer is not None and words.is_person(doer)


def _is_person_named(tokens: Tokens, last: Token, number: Quantity) -> bool:
    """ "A third, Marta Lind, told"; not "fell by a third, Marta Lind said"."""
    name = tokens.after(number.to + 1) if tokens.text[number.to : number.to + 2] == ", " else None
    while name is not None and words.is_person(name):
        after = following(name)
        if after is not None and after.text == ",":
            return not rel.is_governed(last)
        name = after
    return False


IN_WORDS = Order("Are the digits part of a word?", part_of_word)
NO_AMOUNTS = Order(
    "Does a number assert no amount?",
    label,
    base,
    dialled,
    called,
    word_in_name,
    model,
    part_of_name,
    year,
    time_away,
    one,
    single_source,
    zero,
    ordinal,
)


def is_in_verbless_head(doc: Doc, number: Quantity) -> bool:
    """Whether it is a count below ten, in words, in a headline or subhead that has no verb."""
    article = doc._.article
    if (
        article is None
        or number.form != "words"
        or number.high >= _SMALL
        or number.kind not in (None, "count")
    ):
        return False
    blocks = (block for block in article.blocks if block.start <= number.at < block.end)
    head = next((block for block in blocks if block.kind in HEADINGS), None)
    if head is None:
        return False
    span = doc.char_span(head.start, head.end, alignment_mode="expand")
    return span is not None and not any(words.is_verbal(token) for token in span)


def not_in_words(text: str, tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """Those that are no digits in a word: "19th", "F-16", "4G"."""
    return [number for number in quantities if IN_WORDS.first(Case(tokens, number)) is None]


def without(text: str, tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities that are no names, years, or points in time, and count something."""
    kept: list[Quantity] = []
    counted_until = -1
    for number in quantities:
        case = Case(tokens, number, number.at < counted_until)
        if NO_AMOUNTS.first(case) is None and not is_in_verbless_head(tokens.doc, number):
            kept.append(number)
            if number.kind == "count":
                counted_until = tokens.sentence_end(number.at)
    return kept


def not_inside(text: str, tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """Those that do not lie inside the one before."""
    out: list[Quantity] = []
    for quantity in quantities:
        if not out or quantity.at >= out[-1].end:
            out.append(quantity)
    return out


# --- Stretches whose numbers are never amounts: dates of the timeline, telephone numbers, addresses, labels.

_REST_OF_RANGE = re.compile(r"(?:\s?[-–]\s?[0-9]{4})?")  # what a range of numbers goes on with


def _telephones() -> Iterator[str]:
    yield r"(?<![\w.,-])\+[0-9][0-9\s().-]{6,16}[0-9]"
    yield r"(?<![\w.,-])0[0-9]{1,3}-[0-9]{3,4}-[0-9]{3,4}\b"
    yield r"(?<![\w.,-])\(?0?[0-9]{3}\)?[-.\s]?[0-9]{3}[-.][0-9]{4}\b"
    yield r"(?<![\w.,-])[0-9]{3}-[0-9]{4}\b|(?<![\w.,-])0[0-9]{2,4}[\s-][0-9]{3,4}(?:[\s-][0-9]{3,4})?\b"


def _addresses() -> Iterator[str]:
    """10 Mill Lane; postal codes after a figure."""
    street = alternatives(word.capitalize() for word in WORDS["streets"])
    yield rf"\b[0-9]{{1,5}}[A-Za-z]?\s+(?:[NSEW]{{1,2}}\.?\s+)?(?:(?:[A-Z][\w'’-]*|[0-9]{{1,3}}(?:st|nd|rd|th))\s+){{1,3}}{street}(?!\w)"
    yield r"\b[0-9]{5}\s+(?:ZIP|zip)\b"


def _labels() -> Iterator[str]:
    """List numbering; hashtags and handles; 24/7; 3.40 o'clock, in which the timeline sees no time."""
    yield r"\b[0-9]{1,2}(?:\.[0-9]{2})?\s?o['’]clock\b|\([0-3]?[0-9]\.[01]?[0-9]\.(?:[0-9]{2,4})?\)"
    yield rf"(?:^|{PARAGRAPH_BREAK})\s*\(?[0-9]{{1,3}}[.)](?=\s)|[#@]\w+|\b24/7\b"


def _postal_codes() -> Iterator[str]:
    yield r"\b[A-Z]{2}\s[0-9]{5}\b(?!\s+[a-z])|\b[A-Z]{2,6}-[0-9]{4}-[0-9]{3,}"


@cache
def _masks() -> re.Pattern[str]:
    """Everything masked, as one pattern.

    A mask begins with a figure or a sign, or with a capital: the two are tried apart, each only where it can begin, for
    to try all of it at every letter is slow.
    """
    figures = "|".join(f"(?:{part})" for kind in (_telephones, _addresses, _labels) for part in kind())
    return re.compile(
        rf"(?=[0-9(+#@{PARAGRAPH_BREAK}]|^)(?:{figures})|(?<![A-Za-z])(?=[A-Z])(?:{''.join(_postal_codes())})"
    )


def outside(doc: Doc, text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities that no masked stretch touches."""
    dates = [(date.start, date.end) for date in doc._.article_timeline if _is_date(date, text)]
    dateline = doc._.article.dateline if doc._.article is not None else None
    masked = _masked(text, [quantity.at for quantity in quantities])
    return _free(quantities, sorted([*dates, *([dateline] if dateline else []), *masked]))


def _is_date(entry: TimelineEntry, text: str) -> bool:
    """Whether it is a day, a year or a time of day; not the "year" of "1200 parts per million"."""
    if entry.type not in ("DATE", "TIME"):
        return False
    range_ = _REST_OF_RANGE.match(text, entry.end) if entry.value.isdigit() else None
    return range_ is None or unit_after(text, range_.end()) is None


def _masked(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """The masked stretches of the paragraphs that hold one of the places, which are in order."""
    for start, end in paragraphs(text):
        held = bisect.bisect_left(places, start)
        if held < len(places) and places[held] < end:
            yield from (match.span() for match in _masks().finditer(text, start, end))


def _free(quantities: list[Quantity], masks: list[tuple[int, int]]) -> list[Quantity]:
    """The quantities whose number no mask touches; masks in text order."""
    starts = [start for start, _ in masks]
    ends = list(accumulate((end for _, end in masks), max))  # one mask may hold another

    def free(quantity: Quantity) -> bool:
        before = bisect.bisect_left(starts, quantity.to) - 1
        return before < 0 or ends[before] <= quantity.at

    return [quantity for quantity in quantities if free(quantity)]
