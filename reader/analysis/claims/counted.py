"""What a number counts: "26 armed criminals", "two of the four boxes", "a 12-page report"; and ages without their unit."""

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import COLLECTIVE, QUOTES, Quantity, Tokens
from reader.analysis.claims.units import per, unit_after, unit_table
from reader.analysis.lexicon.patterns import bounded, squeeze
from reader.analysis.numerals import CARDINAL, PLAIN
from reader.analysis.rules import Order, claim, no, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words
from reader.analysis.syntax.phrases import end, following

REACH = 9  # tokens between a number and the head of what it counts
DETERMINERS = frozenset(lexicon.load("counting")["determiners"])
# "a 150-strong choir": how many there are in it.
STRONG = re.compile(r"[\s-]strong\b(?!-)", re.IGNORECASE)
_BRACKET = 60  # characters back in which a bracket may begin
_ABBREVIATION = re.compile(r"\s([b-df-hj-np-tv-z]{2,3}|[a-z][b-df-hj-np-tv-z]{2}|[A-Z]{2,4})(?=[,;)])")
_MEASURED = re.compile(
    rf"[\s\xa0](?P<money>[A-Z]{{0,3}}[$£€¥]\s?)?(?:(?:{PLAIN})(?:\s(?:million|billion|thousand)\b|(?:m|bn|k)\b)?|(?:{CARDINAL})(?:-(?:{CARDINAL}))?(?=[\s-]))",
    re.IGNORECASE,
)
OR_TWO = re.compile(r"\b(?:an?|another)\s+([a-z]+)\s+or\s+$")


@rule(
    "claims.counts_strength",
    "A 150-strong choir counts how many are in it.",
    decides=[reads("A 150-strong choir sang.", claim("150-strong", kind="count"))],
    leaves=[reads("They held 150 stronger men.", claim("150 stronger men", unit="stronger men"))],
)
def strength(text: str, tokens: Tokens, quantity: Quantity) -> Quantity | None:
    """ "150-strong"."""
    strong = STRONG.match(text, quantity.to)
    return replace(quantity, end=strong.end(), kind="count") if strong else None


@rule(
    "claims.counts_hyphened",
    "A number with a hyphen counts the noun it is joined to: a 12-page report.",
    decides=[reads("She wrote a 12-page report.", claim("12-page", unit="page"))],
    leaves=[reads("She got 12 on-time boats.", claim("12 on-time boats", unit="on-time boats"))],
)
def hyphened(text: str, tokens: Tokens, quantity: Quantity) -> Quantity | None:
    """ "A 12-page report", "a seven-member board"."""
    word = tokens.after(quantity.to + 1) if _has_hyphen(text, quantity) else None
    if word is None or word.idx != quantity.to + 1 or not words.is_noun(word) or not word.is_alpha:
        return None
    if word.lower_ in lexicon.load("not_claims")["hyphenated"]:
        return None
    return replace(quantity, unit=word.text, kind="count", end=end(word))


class Counting(NamedTuple):
    """A number before words, the first of them, and the noun it counts, if there is one."""

    text: str
    quantity: Quantity
    first: Token
    head: Token | None


@rule(
    "claims.counts_noun",
    "A number counts the noun it stands before, with the words between.",
    decides=[
        reads("Police held 26 armed criminals.", claim("26 armed criminals", unit="armed criminals")),
        reads("Two of the four boxes fell.", claim("four boxes", unit="boxes")),
    ],
    leaves=[reads("Brandt missed the 235,000 forecast.", no(claim("235,000 forecast")))],
)
def noun_behind(counting: Counting) -> Quantity | None:
    """ "26 “armed criminals”"."""
    text, quantity, first, head = counting
    if head is None:
        return None
    of = first.idx - quantity.end > 2 and text[quantity.end : first.idx].split()[:1] == ["of"]
    if of and any(words.is_numeral(token) for token in first.doc[first.i : head.i]):
        return None  # "of the country's 10 million children": the children have a number of their own
    stop, after = end(head), following(head)
    quoted = any(token.text in QUOTES for token in first.doc[first.i : head.i])
    if after is not None and after.text in QUOTES and quoted:
        stop = end(after)
    unit = squeeze(re.sub(r"[\"“”„«»]|(?<!\w)['‘’]|['‘’](?!\w)", "", text[first.idx : stop]))
    unit, stop = per(text, unit, stop)
    return replace(quantity, unit=unit, kind="count", end=stop)


@rule(
    "claims.counts_state",
    'A number before a state such as "dead" counts people in it.',
    decides=[reads("The fire left nine dead.", claim("nine dead", unit="dead"))],
    leaves=[reads("They found nine dead fish.", claim("nine dead fish", unit="dead fish"))],
)
def state(counting: Counting) -> Quantity | None:
    """ "Eleven dead"."""
    _, quantity, first, head = counting
    after = following(first)
    noun_follows = after is not None and words.goes_on_phrase(after)
    if head is not None or noun_follows or first.lower_ not in lexicon.load("states")["states"]:
        return None
    return replace(quantity, unit=first.lower_, kind="count", end=end(first))


@rule(
    "claims.counts_or_two",
    '"Two" of "a boat or two" counts the noun before it.',
    decides=[reads("They sold a boat or two on Monday.", claim("two", unit="boat"))],
    leaves=[reads("They sold a boat and two rafts on Monday.", claim("two rafts", unit="rafts"))],
)
def or_two(counting: Counting) -> Quantity | None:
    """ "Another day or two"."""
    text, quantity, _, head = counting
    before = OR_TWO.search(text, max(0, quantity.start - 40), quantity.start) if head is None else None
    if not before:
        return None
    known = unit_table().called(before[1])
    return replace(quantity, unit=known.name if known else before[1], kind=known.kind if known else "count")


@rule(
    "claims.counts_measured",
    "A number before a measure or a sum counts the plural behind both: two 10-year sentences, six £50 notes.",
    decides=[
        reads("He got two 10-year sentences.", claim("two", unit="sentences"), claim("10-year", unit="year")),
        reads("The raid found six £50 notes.", claim("six", unit="notes"), claim("£50", unit="pound")),
    ],
    leaves=[reads("It rose to 40 from 13 four years ago.", no(claim("13", unit="years")))],
)
def measured(text: str, tokens: Tokens, quantity: Quantity) -> Quantity | None:
    """ "Ten 500-pound bombs", "20 $700,000 buses"."""
    whole = quantity.is_one_number and isinstance(quantity.value, int) and quantity.low > 1
    amount = _MEASURED.match(text, quantity.to) if whole else None
    if amount is None:
        return None
    at = amount.end()
    if not amount["money"]:
        unit = unit_after(text, at)
        word = tokens.after(at + 1) if text[at : at + 1] == "-" else None
        if unit is None and (word is None or not words.is_noun(word)):
            return None
        at = unit[1] if unit is not None else end(word) if word is not None else at
    first = tokens.after(at)
    if first is None or first.is_sent_start or text[at : first.idx].strip(" -"):
        return None
    head = _walk(first, quantity)
    if head is None or not words.is_plural_thing(head) or first.lower_ in ("old", "ago"):
        return None
    return replace(quantity, unit=squeeze(text[first.idx : end(head)]), kind="count")


@rule(
    "claims.counts_abbreviated",
    "An abbreviation behind a number in a bracket is its unit as written: (14.2 ppg, 6.1 rpg).",
    decides=[
        reads("Brandt (14.2 ppg, 6.1 rpg) leads.", claim("6.1 rpg", unit="rpg")),
        reads("Tove Lund (0.6 WAR) leads the list.", claim("0.6 WAR", unit="WAR")),
    ],
    leaves=[reads("Tove Lund (2 boats) leads the list.", claim("2 boats", unit="boats"))],
)
def abbreviated(text: str, tokens: Tokens, quantity: Quantity) -> Quantity | None:
    """ "0.6 WAR"."""
    lead = text[max(0, quantity.start - _BRACKET) : quantity.start]
    inside = lead.rfind("(") > lead.rfind(")")
    short = _ABBREVIATION.match(text, quantity.to) if inside and quantity.form == "digits" else None
    return replace(quantity, unit=short[1], kind="measure", end=short.end()) if short else None


JOINED = Order("What counts a number that is joined to a word?", strength, hyphened, abbreviated, measured)
BEHIND = Order("What does a number count?", noun_behind, state, or_two)


def attach(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity with the thing it counts as its unit, where the text names it."""
    if quantity.unit or quantity.form == "multiple":
        return quantity
    joined = JOINED.first(text, tokens, quantity)
    if joined is not None or _has_hyphen(text, quantity):
        return quantity.decided(joined)
    first = tokens.after(quantity.end)
    if first is None or first.is_sent_start or text[quantity.end : first.idx].strip():
        return quantity
    if first.lower_ == "of" and quantity.form != "fraction":
        first = _past_determiners(following(first))
    if first is None or quantity.form == "fraction" or _is_amount(text, first) or words.is_conjunction(first):
        return quantity
    if first.lower_ in lexicon.load("counting")["not_before"] and _opens_time(first):
        return quantity
    return quantity.decided(BEHIND.first(Counting(text, quantity, first, _head(tokens, quantity, first))))


def _opens_time(first: Token) -> bool:
    """ "3.1 last year", and the "to" of "4 to 6": not "50 previous years"."""
    after = following(first)
    return first.lower_ == "to" or (
        after is not None and words.is_singular_thing(after) and unit_table().is_time(after.lower_)
    )


def _has_hyphen(text: str, quantity: Quantity) -> bool:
    return text[quantity.to : quantity.to + 1] in ("-", "‑") and quantity.end == quantity.to


def _is_amount(text: str, token: Token) -> bool:
    """Whether the word begins an amount of its own: "up from 13 four years ago"."""
    return words.is_numeral(token) and (token.is_alpha or unit_after(text, end(token)) is not None)


def _past_determiners(token: Token | None) -> Token | None:
    """The first word of the noun phrase proper: past "the" and "its". None where another number leads it."""
    for _ in range(6):
        if token is None:
            return None
        if words.opens_amount(token):
            return None
        if token.lower_ in DETERMINERS or words.is_determiner(token):
            token = following(token)
            continue
        return token
    return token


def _head(tokens: Tokens, quantity: Quantity, first: Token) -> Token | None:
    """The noun that is counted: by the parse where it says so, else the noun the next words end in."""
    number = tokens.at(quantity.to - 1)
    parsed = number and _parsed_head(number, first)
    head = parsed or _walk(first, quantity)
    if (
        head is not None
        and words.is_singular_thing(head)
        and head.i > first.i
        and words.is_singular_thing(first)
        and quantity.low != 1
        and head.lower_ not in COLLECTIVE
    ):
        return first  # "a 12 page document", where the hyphen is missing
    return None if head is not None and _is_odd(head, first, quantity) else head


def _is_odd(head: Token, first: Token, quantity: Quantity) -> bool:
    """Whether a lone singular cannot be what so many are counted of: "above the 235,000 forecast"."""
    alone = head.i == first.i and words.is_singular_thing(head) and head.lower_ not in COLLECTIVE
    return alone and quantity.low >= 1000


def _parsed_head(number: Token, first: Token) -> Token | None:
    token = number
    for _ in range(4):
        head = token.head
        if not rel.is_of_number(token) or head.i < token.i:
            return None
        if (
            words.is_noun(head)
            and rel.is_before_noun(token)
            and head.i >= first.i
            and not words.is_numeral(head)
        ):
            head = _of_compound(head)
            return head if head.i - first.i < REACH and _clear(first, head) else None
        token = head
    return None


def _of_compound(noun: Token) -> Token:
    """ "Two coalition lawmakers": the parse may give the number to the first noun."""
    whole = noun.head
    return whole if rel.is_compound(noun) and whole.i == noun.i + 1 and words.is_plural_thing(whole) else noun


def _clear(first: Token, head: Token) -> bool:
    """Whether nothing between the number and the head parts them: no comma, bracket, verb or number with a unit."""
    between = first.doc[first.i : head.i]
    return not any(
        t.text in ",;:()–—"
        or words.is_possessive_pronoun(t)
        or t.lower_ == "to"
        or rel.parts_phrase(t)
        or (t.is_sent_start and t.i != first.i)
        for t in between
    )


def _walk(first: Token, quantity: Quantity) -> Token | None:
    """The last noun of the run of modifiers and nouns that begins at ``first``."""
    last: Token | None = None
    token: Token | None = first
    for _ in range(REACH):
        if token is not None and words.is_noun(token) and (last is None or _goes_on(last, token)):
            last = token
        elif token is None or not _may_modify(token):
            break
        token = following(token)
    if last is None:
        return None
    plural = words.is_plural(last) or last.lower_ in COLLECTIVE
    return last if plural or quantity.low == 1 else None


def _goes_on(last: Token, noun: Token) -> bool:
    """Whether a noun belongs to the one before it: after a plural only a common one does."""
    return not words.is_plural(last) or words.is_common_or_plural(noun)


def _may_modify(token: Token) -> bool:
    if token.lower_ in lexicon.words("counting", "opening"):
        return False
    if words.is_conjunction(token) and token.lower_ == "and":
        return _joins_modifiers(token)
    return (
        words.is_adjective(token)
        or token.text in QUOTES
        or token.text == "-"
        or words.is_participle_or_mark(token)
        or (rel.is_adverbial(token) and words.is_adjective(token.head))
    )


def _joins_modifiers(link: Token) -> bool:
    """ "Danish and Finnish farmers", "Skoda and Seat cars"."""
    before, after = link.nbor(-1) if link.i else None, following(link)
    if before is None or after is None or not (words.is_adjective(before) or words.is_singular_name(before)):
        return False
    noun = following(after)
    alike = words.is_adjective(after) or words.is_singular_name(after)
    return alike and noun is not None and words.is_plural_thing(noun)


OLDEST = 125
PERSONAL = frozenset({"he", "she", "i", "who"})
AGE_OF = re.compile(r"\bages?\s+of\s+$", re.IGNORECASE)
COPULA_ENDS = re.compile(
    r"\s*(?:[.;!?)]|,(?!\d)|$|\s(?:and|but|now|today|when|in|on|next|this|tomorrow|her|his|their|my|he|she|they)\b)"
)
AGED = re.compile(r"\b(?:aged|ages?|at\s+the\s+age\s+of)(?:\s+(?:of|between|from))?\s+$", re.IGNORECASE)


@cache
def _persons() -> re.Pattern[str]:
    return re.compile(
        bounded(
            {*lexicon.load("units")["persons"], *(f"{noun}s" for noun in lexicon.words("sources", "persons"))}
        )
        + r"\s+(?:who\s+(?:are|were)\s+)?$",
        re.IGNORECASE,
    )


@rule(
    "claims.age_said",
    'A bare number behind "aged" or "at the age of" is years.',
    decides=[reads("The school takes children aged 5 to 11.", claim("5 to 11", unit="year"))],
    leaves=[reads("The school takes 11 children.", claim("11 children", unit="children"))],
)
def age_said(text: str, tokens: Tokens, quantity: Quantity) -> bool | None:
    """ "Aged 5 to 11"."""
    lead = max(0, quantity.start - 40)
    return bool(AGED.search(text, lead, quantity.start) or AGE_OF.search(text[lead : quantity.at]))


@rule(
    "claims.age_bound",
    "A bare bound behind persons is their age: those under 30.",
    decides=[reads("Those under 30 stayed at home.", claim("under 30", unit="year"))],
    leaves=[reads("Voters over 40 miles away stayed at home.", claim("over 40 miles", unit="mile"))],
)
def age_bound(text: str, tokens: Tokens, quantity: Quantity) -> bool | None:
    """ "Adults over 65"."""
    lead = max(0, quantity.start - 40)
    bound = quantity.comparator != "=" and _persons().search(text, lead, quantity.start) is not None
    return bound and not _counts_what_follows(tokens, quantity)


@rule(
    "claims.age_beside_name",
    "A bare number between commas right behind a person is their age.",
    decides=[
        reads("Ilse Brandt, 41, sank.", claim("41", unit="year")),
        reads("His mother, 83, left.", claim("83", unit="year")),
    ],
    leaves=[reads("The boat, 41, sank.", no(claim("41", unit="year")))],
)
def age_beside_name(text: str, tokens: Tokens, quantity: Quantity) -> bool | None:
    """ "Ilse Brandt, 41, said"."""
    bound = quantity.comparator != "=" and _persons().search(
        text, max(0, quantity.start - 40), quantity.start
    )
    return not bound and _after_name(text, tokens, quantity)


@rule(
    "claims.age_of_subject",
    "A bare number that a person is, at the end of a clause, is their age: she is 41.",
    decides=[reads("She is 41.", claim("41", unit="year"))],
    leaves=[reads("The answer is 41.", no(claim("41", unit="year")))],
)
def age_of_subject(text: str, tokens: Tokens, quantity: Quantity) -> bool | None:
    """ "She is 41"."""
    return _is_somebodys(text, tokens, quantity)


@rule(
    "claims.age_of_age",
    "A bare number that an age or a life expectancy is, is years.",
    decides=[reads("The average age of the crew is 34.", claim("34", unit="year"))],
    leaves=[reads("The average size of the crew is 3,400.", claim("3,400", unit=None))],
)
def age_of_age(text: str, tokens: Tokens, quantity: Quantity) -> bool | None:
    """ "Life expectancy is around 81"."""
    number = tokens.before(quantity.to)
    verb = number if number is None else number.head
    while verb is not None and not words.is_verbal(verb) and verb.head.i != verb.i:
        verb = verb.head
    # Asked before its children: of a Doc that nobody parsed they may lie outside of it.
    if verb is None or verb.lemma_ != "be":
        return False
    subject = rel.first(verb.lefts, rel.is_active_subject)
    return subject is not None and subject.lower_ in lexicon.words("counting", "ages")


AGES = Order("Is a bare number an age?", age_said, age_bound, age_beside_name, age_of_subject, age_of_age)


def attach_age(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity in years, where it is somebody's age."""
    if quantity.unit or not quantity.is_written or not 0 < quantity.high <= OLDEST:
        return quantity
    decision = AGES.first(text, tokens, quantity)
    if decision is None:
        return quantity
    return replace(quantity, unit="year", kind="measure", why=(*quantity.why, decision.rule))


def _is_somebodys(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "She is 41": a bare number that a person is."""
    number = tokens.before(quantity.to)
    if (
        number is None
        or not (rel.is_attribute(number) or rel.is_object(number))
        or quantity.comparator != "="
    ):
        return False
    if number.head.lemma_ not in lexicon.words("counting", "turning"):
        return False
    subject = next((child for child in number.head.lefts if rel.is_active_subject(child)), None)
    if subject is None or quantity.value == 1 or not COPULA_ENDS.match(text, quantity.to):
        return False
    return subject.lower_ in PERSONAL or tokens.entity_kind(end(subject)) == "person"


def _counts_what_follows(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a plural follows that the number may count: "voters over 40 miles away"."""
    after = tokens.after(quantity.end)
    return after is not None and (words.may_be_counted(after) or after.lower_ in COLLECTIVE)


def _is_of_game(name: Token) -> bool:
    return any(token.lower_ in lexicon.words("counting", "play") for token in name.sent)


def _after_name(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "Ilse Brandt, 41, said", "his mother, 83, left": a bare number between commas right after a person."""
    if not re.match(r"[,.;)]", text[quantity.to :][:1]) or text[quantity.at - 2 : quantity.at] not in (
        ", ",
        " (",
    ):
        return False
    name = tokens.before(quantity.at - 2)
    if text[quantity.at - 1] == "(" and name is not None and _is_of_game(name):
        return False  # a shirt number
    if (
        name is not None
        and words.is_singular_thing(name)
        and name.lower_ in lexicon.words("sources", "persons")
    ):
        return quantity.form == "digits" and text[quantity.to : quantity.to + 2] in (", ", ")")
    if name is None or not words.is_singular_name(name) or not name.text[0].isupper():
        return False
    kind = tokens.entity_kind(end(name))
    return kind == "person" if kind else words.may_be_person(name)
