"""What speaks for a kind of name: the label of the model, the words of the name, and the words around one mention of it.

Each rule gives kinds; what it weighs stands in `lexicon/entities_weights.yaml`. The weights of all rules that hold are added
up over the document, so that a name has one kind in all of it.

The examples of the rules give the model's spans, as `{ORG:Osric}`, so that each shows one rule and nothing else.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.trimming import POSSESSIVES, has_capital
from reader.analysis.entities.words import Piece, Words
from reader.analysis.model import EntityKind
from reader.analysis.rules import Order, name, reads, rule

_LABELS: dict[str, EntityKind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
DATELINE = "DATELINE"
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}$|(?:[A-Z]\.){3,}$")
_INITIAL = re.compile(r"[A-Z]\.(?:[A-Z]\.)*$")
_DESIGNATION = re.compile(r"[A-Z]+-?\d[\w-]*$|\d+[A-Z-][\w-]*$")
_AGE = re.compile(r"\d{2}$")
_LONG_NAME = 4  # words from which on an initial tells less


class Vote(NamedTuple):
    """What one rule says: a kind, and its weight (negative: it speaks against it)."""

    kind: EntityKind
    weight: float


class Reason(NamedTuple):
    """A vote with the name of its rule."""

    kind: EntityKind
    weight: float
    rule: str


Votes = tuple[Vote, ...]


def of_label(label: str) -> Iterator[Reason]:
    """What the model thinks of one mention; ``label`` is its own, `DATELINE`, or "" where it saw nothing."""
    return _first(_LABEL, label)


def of_name(text: str) -> Iterator[Reason]:
    """What the words of a name say by themselves."""
    parts = text.split(" ")
    return _all(_NAME if len(parts) > 1 else _WORD, text, parts)


def of_context(words: Words, piece: Piece) -> Iterator[Reason]:
    """What the words around one mention say."""
    yield from _first(_BEFORE, words, piece[0])
    yield from _behind(words, piece)
    yield from _all(_AROUND, words, piece)


def _all(order: Order[..., Votes], *asked: object) -> Iterator[Reason]:
    """The votes of all rules that hold."""
    for votes, by in order.answers(*asked):
        for kind, weight in votes:
            yield Reason(kind, weight, by)


def _first(order: Order[..., Votes], *asked: object) -> Iterator[Reason]:
    """The votes of the first rule that holds."""
    if (decision := order.first(*asked)) is not None:
        for kind, weight in decision.answer:
            yield Reason(kind, weight, decision.rule)


def _weight(key: str) -> float:
    weight: float = lexicon.load("entities_weights")[key]
    return weight


@cache
def _votes(key: str, *kinds: EntityKind) -> Votes:
    """The full weight for each of some kinds."""
    weight = _weight(key)
    return tuple(Vote(kind, weight) for kind in kinds)


@cache
def _shared(key: str, kinds: tuple[EntityKind, ...]) -> Votes:
    """The weight shared by some kinds: a "producer" makes films or cheese."""
    return tuple(Vote(kind, _weight(key) / len(kinds)) for kind in kinds)


# --- The label of the model.


@rule(
    "entities.dateline",
    "What stands in the dateline of a report is a place.",
    decides=[reads("NORVIK ARVIL, Norway (Wire) - Rain fell.", name("Norvik Arvil", kind="place"))],
    leaves=[reads("the board of {ORG:Norvik Arvil} met", name("Norvik Arvil", kind="organisation"))],
)
def dateline(label: str) -> Votes | None:
    return _votes("dateline", "place") if label == DATELINE else None


@rule(
    "entities.model",
    "The model takes it for a name of this kind.",
    decides=[reads("{GPE:Osrica} shone", name("Osrica", kind="place"))],
    leaves=[reads("the airline {PERSON:Osrica} shone", name("Osrica", kind="organisation"))],
)
def model(label: str) -> Votes | None:
    kind = _LABELS.get(label)
    return None if kind is None else _votes("label_other" if kind == "other" else "label", kind)


_LABEL: Order[[str], Votes] = Order("What does the model say?", dateline, model)


# --- The words of a name.


@rule(
    "entities.product_word",
    "A word that only products have in their names makes it a product.",
    decides=[reads("{ORG:Ford Mustang} sold", name("Ford Mustang", kind="other"))],
    leaves=[reads("the {ORG:Ford Foundation} paid", name("Ford Foundation", kind="organisation"))],
)
def product_word(text: str, parts: list[str]) -> Votes | None:
    if lexicon.words("entities_heads", "products").isdisjoint(parts):
        return None
    return _votes("product_word", "other")


@rule(
    "entities.listed",
    "A name of the lists of well-known names is what the list says.",
    decides=[reads("the {PERSON:Kremlin} said", name("Kremlin", kind="organisation"))],
    leaves=[reads("the clerk {PERSON:Kremlinski} spoke", name("Kremlinski", kind="person"))],
)
def listed(text: str, parts: list[str]) -> Votes | None:
    return _votes("listed", *lists.table("entities_heads", "known").get(text, ()))


@rule(
    "entities.well_known_place",
    "A country, region or city of the lists is a place.",
    decides=[reads("{ORG:Detroit} won", name("Detroit", kind="place"))],
    leaves=[reads("{ORG:Detroitski} won", name("Detroitski", kind="organisation"))],
)
def well_known_place(text: str, parts: list[str]) -> Votes | None:
    if text in lexicon.words("places", "countries"):
        return _votes("country", "place")
    if text in lexicon.words("places", "regions") or text in lexicon.words("places", "states"):
        return _votes("region", "place")
    return _votes("city", "place") if text in lexicon.words("places", "cities") else None


@rule(
    "entities.bare_head",
    "A single word that heads names tells its kind by itself.",
    decides=[reads("the {PERSON:Gazette} wrote", name("Gazette", kind="organisation"))],
    leaves=[reads("the {PERSON:Gazetta} wrote", name("Gazetta", kind="person"))],
)
def bare_head(text: str, parts: list[str]) -> Votes | None:
    return _votes("bare_head", *lists.table("entities_heads", "last").get(text, ()))


@rule(
    "entities.acronym",
    "Up to seven capitals, or letters with points, are mostly a body.",
    decides=[reads("{GPE:O.B.T.} rose", name("O.B.T.", kind="organisation"))],
    leaves=[reads("{GPE:Obt} rose", name("Obt", kind="place"))],
)
def acronym(text: str, parts: list[str]) -> Votes | None:
    return _votes("acronym", "organisation") if _ACRONYM.match(text) else None


@rule(
    "entities.inner_capital",
    "A single word that begins small and has a capital inside is a product.",
    decides=[reads("{ORG:gKettle} shone", name("gKettle", kind="other"))],
    leaves=[reads("{ORG:Gkettle} shone", name("Gkettle", kind="organisation"))],
)
def inner_capital(text: str, parts: list[str]) -> Votes | None:
    inside = text[:1].islower() and has_capital(text) and not _ACRONYM.match(text)
    return _votes("inner_capital", "other") if inside else None


@rule(
    "entities.legal_form",
    "A word such as “Ltd” anywhere in a name makes it a company.",
    decides=[reads("{PERSON:Norvik Energi AS} rose", name("Norvik Energi AS", kind="organisation"))],
    leaves=[reads("{PERSON:Norvik Energi} rose", name("Norvik Energi", kind="person"))],
)
def legal_form(text: str, parts: list[str]) -> Votes | None:
    table = lists.table("entities_heads", "any")
    return tuple(Vote(kind, _weight("legal_form")) for part in parts for kind in table.get(part, ()))


@rule(
    "entities.head",
    "The head of an English name tells its kind: the first word before “of” or “for”, else the last.",
    decides=[
        reads("{PERSON:Norvik University} rose", name("Norvik University", kind="organisation")),
        reads("{GPE:Ministry of Ports} said", name("Ministry of Ports", kind="organisation")),
        reads("{LOC:Treaty of Arvil Hill} signed", name("Treaty of Arvil Hill", kind="other")),
    ],
    leaves=[reads("{PERSON:University Norvik} rose", name("University Norvik", kind="person"))],
)
def head(text: str, parts: list[str]) -> Votes | None:
    first: tuple[EntityKind, ...] = ()
    if len(parts) > 2 and parts[1] in lexicon.words("entities_words", "head_behind"):
        first = lists.table("entities_heads", "first").get(parts[0], ())
    return _votes("head", *(first or lists.table("entities_heads", "last").get(parts[-1], ())))


@rule(
    "entities.opening",
    "The first word of a name tells its kind: “Mount …”, “Operation …”.",
    decides=[
        reads("{PERSON:Mount Arvil} is high", name("Mount Arvil", kind="place")),
        reads("{LOC:Operation Grey Heron} began", name("Operation Grey Heron", kind="other")),
    ],
    leaves=[reads("{PERSON:Arvil Mount} is high", name("Arvil Mount", kind="person"))],
)
def opening(text: str, parts: list[str]) -> Votes | None:
    return _votes("opening", *lists.table("entities_heads", "opening").get(parts[0], ()))


@rule(
    "entities.designation",
    "A number or a letter with a number behind a name makes it a thing: “747s”, “X-5”, an index and its number.",
    decides=[
        reads("{ORG:Boeing 747s} flew", name("Boeing 747s", kind="other")),
    ],
    leaves=[reads("{ORG:Boeing Pilots} flew", name("Boeing Pilots", kind="organisation"))],
)
def designation(text: str, parts: list[str]) -> Votes | None:
    if any(_DESIGNATION.match(part) for part in parts[1:]) or _is_numbered(parts):
        return _votes("designation", "other")
    return _votes("three_figures", "other") if parts[-1].isdigit() and len(parts[-1]) == 3 else None


def _is_numbered(parts: list[str]) -> bool:
    """ "Boeing 747s", "McDonnell Douglas 82": a maker and a number."""
    makers = lexicon.words("entities_heads", "makers")
    return any(
        part[0].isdigit() and " ".join(parts[:number]) in makers
        for number, part in enumerate(parts)
        if number
    )


@rule(
    "entities.ampersand",
    "An “&” stands in the names of firms.",
    decides=[reads("{PERSON:Osric & Vale} rose", name("Osric & Vale", kind="organisation"))],
    leaves=[reads("{PERSON:Osric Vale} rose", name("Osric Vale", kind="person"))],
)
def ampersand(text: str, parts: list[str]) -> Votes | None:
    return _votes("ampersand", "organisation") if "&" in parts else None


@rule(
    "entities.given_name",
    "A name of several words that begins with a given name is a person's.",
    decides=[reads("{ORG:Ana Osric} spoke", name("Ana Osric", kind="person"))],
    leaves=[reads("{ORG:Osric Ana} spoke", name("Osric Ana", kind="organisation"))],
)
def given_name(text: str, parts: list[str]) -> Votes | None:
    return _votes("given_name", "person") if parts[0] in lexicon.words("given_names", "given") else None


@rule(
    "entities.initial",
    "A letter with a point before the last word is a person's initial.",
    decides=[reads("{ORG:J. Osric} spoke", name("J. Osric", kind="person"))],
    leaves=[reads("{ORG:Jot Osric} spoke", name("Jot Osric", kind="organisation"))],
)
def initial(text: str, parts: list[str]) -> Votes | None:
    if not any(_INITIAL.match(part) for part in parts[:-1]):
        return None
    return _votes("initial" if len(parts) < _LONG_NAME else "initial_in_long", "person")


_WORD: Order[[str, list[str]], Votes] = Order(
    "What does a name of one word say?",
    product_word,
    listed,
    well_known_place,
    bare_head,
    acronym,
    inner_capital,
)
_NAME: Order[[str, list[str]], Votes] = Order(
    "What do the words of a longer name say?",
    product_word,
    listed,
    well_known_place,
    legal_form,
    head,
    opening,
    designation,
    ampersand,
    given_name,
    initial,
)


# --- Before a mention.


@rule(
    "entities.title_before",
    "Whoever stands behind a title is a person.",
    decides=[reads("Mr {ORG:Osric} spoke", name("Osric", kind="person"))],
    leaves=[reads("mr {ORG:Osric} spoke", name("Osric", kind="organisation"))],
)
def title_before(words: Words, start: int) -> Votes | None:
    word = words.at(start - 1)
    titles = lexicon.words("entities_titles", "titles")
    return _votes("title", "person") if word.istitle() and word.lower() in titles else None


@rule(
    "entities.held",
    "What one has a stake in is a firm, not a place.",
    decides=[reads("a stake in {GPE:Norvik} fell", name("Norvik", kind="organisation"))],
    leaves=[reads("a house in {GPE:Norvik} fell", name("Norvik", kind="place"))],
)
def held(words: Words, start: int) -> Votes | None:
    held_in = words.small(start - 1) in lexicon.words("entities_words", "held_in")
    holding = held_in and words.small(start - 2) in lexicon.words("entities_words", "holdings")
    return _votes("holding", "organisation") if holding else None


@rule(
    "entities.preposition_before",
    "A preposition of place stands before places.",
    decides=[reads("trains in {ORG:Arvil} stopped", name("Arvil", kind="place"))],
    leaves=[reads("shares in {ORG:Arvil} fell", name("Arvil", kind="organisation"))],
)
def preposition_before(words: Words, start: int) -> Votes | None:
    weight = lexicon.load("entities_weights")["preposition"].get(words.small(start - 1))
    return None if weight is None else (Vote("place", weight),)


@rule(
    "entities.direction_before",
    "What has a north or a south is a place.",
    decides=[reads("storms over southern {ORG:Arvil} went on", name("Arvil", kind="place"))],
    leaves=[reads("storms over {ORG:Arvil} went on", name("Arvil", kind="organisation"))],
)
def direction_before(words: Words, start: int) -> Votes | None:
    return (
        _votes("direction", "place")
        if words.small(start - 1) in lexicon.words("places", "directions")
        else None
    )


@rule(
    "entities.noun_before",
    "The noun before a name, or before its comma, says what it is: “the airline Norvik”.",
    decides=[
        reads("the lawyer {ORG:Osric} spoke", name("Osric", kind="person")),
        reads("its finance minister, {GPE:Osric}, spoke", name("Osric", kind="person")),
        reads("the airline {PERSON:Norvik} said", name("Norvik", kind="organisation")),
    ],
    leaves=[reads("the morning {ORG:Osric} spoke", name("Osric", kind="organisation"))],
)
def noun_before(words: Words, start: int) -> Votes | None:
    comma = words.small(start - 1) == ","
    kinds = lists.nouns().get(words.small(start - 2 if comma else start - 1), ())
    return _shared("noun_before_comma" if comma else "noun_before", kinds)


_BEFORE: Order[[Words, int], Votes] = Order(
    "What does the word before a mention say?",
    held,
    preposition_before,
    direction_before,
    title_before,
    noun_before,
)


# --- Behind a mention.


@rule(
    "entities.water_behind",
    "What a river or a lagoon is called by, or what bursts its banks, is a place.",
    decides=[
        reads("the {ORG:Orsel} lagoon rose", name("Orsel", kind="place")),
        reads("{ORG:Orsel} burst its banks", name("Orsel", kind="place")),
    ],
    leaves=[reads("{ORG:Orsel} rose", name("Orsel", kind="organisation"))],
)
def water_behind(words: Words, end: int) -> Votes | None:
    banks = words.small(end + 2) == "banks" and words.small(end + 1) in lexicon.words(
        "entities_words", "own_banks"
    )
    water = words.small(end) in lexicon.words("entities_words", "waters")
    return _votes("water", "place") if water or banks else None


@rule(
    "entities.business_behind",
    "What firms do speaks a little for a firm.",
    decides=[reads("the {PRODUCT:Osrica} acquired it", name("Osrica", kind="organisation"))],
    leaves=[reads("the {PRODUCT:Osrica} shone", name("Osrica", kind="other"))],
)
def business_behind(words: Words, end: int) -> Votes | None:
    doing = words.small(end) in lexicon.words("entities_words", "business")
    return _votes("business", "organisation") if doing else None


@rule(
    "entities.speech_behind",
    "Whoever says something is a person, or, less surely, a body.",
    decides=[reads("{PRODUCT:Osrica} replied", name("Osrica", kind="person"))],
    leaves=[reads("{PRODUCT:Osrica} shone", name("Osrica", kind="other"))],
)
def speech_behind(words: Words, end: int) -> Votes | None:
    if words.small(end) not in lexicon.words("entities_words", "speech"):
        return None
    return (*_votes("speech", "person"), *_votes("speech_of_body", "organisation"))


@rule(
    "entities.who_behind",
    "Whoever “who” is said of is a person.",
    decides=[
        reads("{ORG:Osric} who spoke", name("Osric", kind="person")),
        reads("{ORG:Osric}, who spoke", name("Osric", kind="person")),
    ],
    leaves=[reads("{ORG:Osric}, which spoke", name("Osric", kind="organisation"))],
)
def who_behind(words: Words, end: int) -> Votes | None:
    at = end + 1 if words.small(end) == "," else end
    said = words.small(at) == "who" or (at > end and words.small(at) == "whose")
    return _votes("who", "person") if said else None


@rule(
    "entities.based_behind",
    "What somebody is based or born in is a place.",
    decides=[reads("{ORG:Arvil}-based firms", name("Arvil", kind="place"))],
    leaves=[reads("{ORG:Arvil}-made boats", name("Arvil", kind="organisation"))],
)
def based_behind(words: Words, end: int) -> Votes | None:
    based = words.small(end) == "-" and words.small(end + 1) in lexicon.words("entities_words", "rooted")
    return _votes("based", "place") if based else None


@rule(
    "entities.state_behind",
    "A place is told from others of its name by its state: “Elgin, Ill.”.",
    decides=[reads("{ORG:Elgin}, Ill., is quiet", name("Elgin", kind="place"))],
    leaves=[reads("{ORG:Elgin}, ill, is quiet", name("Elgin", kind="organisation"))],
)
def state_behind(words: Words, end: int) -> Votes | None:
    state = words.small(end) == "," and words.at(end + 1) in lexicon.words("places", "states")
    return _votes("state_behind", "place") if state else None


@rule(
    "entities.age_behind",
    "An age between commas or in brackets is a person's.",
    decides=[reads("{ORG:Osric}, 46, spoke", name("Osric", kind="person"))],
    leaves=[reads("{ORG:Osric}, 46 miles off, spoke", name("Osric", kind="organisation"))],
)
def age_behind(words: Words, end: int) -> Votes | None:
    if not _AGE.match(words.small(end + 1)):
        return None
    if words.small(end) == "," and words.at(end + 2) in {",", ".", ")"}:
        return _votes("age", "person")
    return _votes("bracketed_age", "person") if words.small(end) == "(" and words.at(end + 2) == ")" else None


@rule(
    "entities.country_in_brackets",
    "Who competes for a country has it in brackets behind the name.",
    decides=[reads("1. {ORG:Velma Osric} (Norway) 7:21", name("Velma Osric", kind="person"))],
    leaves=[reads("1. {ORG:Velma Osric} (Arvil) 7:21", name("Velma Osric", kind="organisation"))],
)
def country_in_brackets(words: Words, end: int) -> Votes | None:
    countries = lexicon.words("places", "countries")
    country = words.small(end) == "(" and words.at(end + 2) == ")" and words.at(end + 1) in countries
    return _votes("bracketed_country", "person") if country else None


@rule(
    "entities.described_behind",
    "The noun phrase behind a name and its comma says what it is: “Norvik, an airline from the north,”.",
    decides=[
        reads("{ORG:Osric}, a retired lawyer from the north, spoke", name("Osric", kind="person")),
        reads(
            "{WORK_OF_ART:Hana Osric}, a 61-year-old basket weaver, spoke", name("Hana Osric", kind="person")
        ),
        reads("{PERSON:Norvik}, an airline from the north, said", name("Norvik", kind="organisation")),
    ],
    leaves=[reads("{PERSON:Norvik}, in an airline, spoke", name("Norvik", kind="person"))],
)
def described_behind(words: Words, end: int) -> Votes | None:
    article = words.small(end + 1) in lexicon.words("entities_words", "introducing")
    return _described(words, end + 2) if article and words.small(end) == "," else None


def _described(words: Words, at: int) -> Votes:
    """The head of a noun phrase, after its article: "a 61-year-old pharmacist", "an airline"."""
    noun = ""
    for number in range(at, at + 8):
        word = words.small(number)
        if word == "year" and words.small(number + 2) == "old":
            return _votes("year_old", "person")
        if word == "-" or word.isdigit():
            continue
        if word in lexicon.words("entities_words", "ceases") or not word[:1].isalpha():
            break
        noun = word
    return _shared("described", lists.nouns().get(noun, ()))


@rule(
    "entities.result_behind",
    "Who stands in a table of figures or a line of results is a club, also where it is called by its city.",
    decides=[
        reads("{GPE:Norvik} 2 {GPE:Arvil} 1", name("Norvik", kind="organisation")),
        reads("{GPE:Norvik} 10 6 3 1", name("Norvik", kind="organisation")),
        reads("{GPE:Detroit} 5, {GPE:Toledo} 3", name("Detroit", kind="organisation")),
    ],
    leaves=[reads("{GPE:Norway} 5 {GPE:Sweden} 3", name("Norway", kind="place"))],
)
def result_behind(words: Words, end: int, piece: Piece) -> Votes | None:
    text = words.surface(piece)
    person = text.split(" ")[0] in lexicon.words("given_names", "given")
    if person or text in lexicon.words("places", "countries"):
        return None
    row = [words.at(number) for number in range(end, end + 3)]
    scored = len(row[0]) < 3 and _scored_again(words, end, row[1])
    if scored or all(word[:1].isdigit() or word[:1] == "." for word in row):
        return _votes("result_of_known" if lists.is_known(text) else "result", "organisation")
    return None


def _scored_again(words: Words, at: int, following: str) -> bool:
    """Whether the score has another on its line: after it, or before it where it ends the line."""
    if following == ",":
        return words.at(at + 2)[:1].isupper() and any(words.at(at + n).isdigit() for n in (3, 4, 5))
    if following[:1].isupper():
        return any(words.at(at + n).isdigit() for n in (2, 3, 4))
    return ("\n" in following or not following) and any(words.at(at - n).isdigit() for n in (2, 3, 4))


@rule(
    "entities.noun_behind",
    "The noun behind a name, or behind its “'s”, says what has such a thing: “Norvik shares”.",
    decides=[
        reads("{GPE:Norvik} shares rose", name("Norvik", kind="organisation")),
        reads("the {ORG:Osric} administration said", name("Osric", kind="person")),
        reads("{ORG:Charling} peninsula", name("Charling", kind="place")),
    ],
    leaves=[reads("{GPE:Norvik} mornings rose", name("Norvik", kind="place"))],
)
def noun_behind(words: Words, end: int) -> Votes | None:
    return _votes("noun_behind", *lists.table("entities_nouns", "after").get(words.small(end), ()))


# By the sign that stands behind the mention, so that few are asked.
_BEHIND_COMMA: Order[[Words, int], Votes] = Order(
    "What does the apposition behind a mention say?",
    state_behind,
    age_behind,
    who_behind,
    described_behind,
)
_BEHIND_BRACKET: Order[[Words, int], Votes] = Order(
    "What does the bracket behind a mention say?", country_in_brackets, age_behind
)
_BEHIND_HYPHEN: Order[[Words, int], Votes] = Order("What does a hyphen behind a mention say?", based_behind)
_BEHIND_FIGURE: Order[[Words, int, Piece], Votes] = Order(
    "What do figures behind a mention say?", result_behind
)
_BEHIND_WORD: Order[[Words, int], Votes] = Order(
    "What does the word behind a mention say?",
    speech_behind,
    business_behind,
    water_behind,
    who_behind,
    noun_behind,
)
_SIGNS = {",": _BEHIND_COMMA, "(": _BEHIND_BRACKET, "-": _BEHIND_HYPHEN}


def _behind(words: Words, piece: Piece) -> Iterator[Reason]:
    end = piece[1] + (words.small(piece[1]) in POSSESSIVES)
    word = words.at(end)
    if word.isdigit():
        return _first(_BEHIND_FIGURE, words, end, piece)
    return _first(_SIGNS.get(word, _BEHIND_WORD), words, end)


# --- Around a mention.


@rule(
    "entities.maker_and_model",
    "A maker's name and one word more, after an article, is a product: “the Ford Osprey”.",
    decides=[reads("the {ORG:Ford Osprey} sold", name("Ford Osprey", kind="other"))],
    leaves=[reads("the {ORG:Ford Board} sold", name("Ford Board", kind="organisation"))],
)
def maker_and_model(words: Words, piece: Piece) -> Votes | None:
    start, end = piece
    if end - start != 2 or words.texts[start] not in lexicon.words("entities_heads", "makers"):
        return None
    led = words.small(start - 1) in lexicon.words("entities_words", "before_product")
    headed = any(words.texts[end - 1] in lists.table("entities_heads", key) for key in ("last", "any"))
    return _votes("maker_and_model", "other") if led and not headed else None


@rule(
    "entities.bare_the",
    "A name behind “the” with no noun behind it is no person's.",
    decides=[reads("they heard the {PERSON:Osrics}.", name("Osrics", kind="organisation"))],
    leaves=[reads("they heard the {PERSON:Osrics} men.", name("Osrics", kind="person"))],
)
def bare_the(words: Words, piece: Piece) -> Votes | None:
    bare = words.small(piece[0] - 1) == "the" and not words.is_noun(piece[1])
    return _votes("bare_the", "person") if bare else None


@rule(
    "entities.signs",
    "Who a byline names behind “by” or “and” is a person.",
    decides=[
        reads("By {ORG:Osric Vale} and {ORG:Norvik Feld}", name("Osric Vale", kind="person")),
        reads("By {ORG:Osric Vale} and {ORG:Norvik Feld}", name("Norvik Feld", kind="person")),
    ],
    leaves=[reads("Bought by {ORG:Osric Vale}", name("Osric Vale", kind="organisation"))],
)
def signs(words: Words, piece: Piece) -> Votes | None:
    before = words.small(piece[0] - 1).strip()
    if piece[0] not in words.signing or (
        before not in {"by", "and", "&", ""} and piece[0] - 1 in words.signing
    ):
        return None
    return _votes("signs", "person")


@rule(
    "entities.signs_too",
    "A name of several words that a byline has behind a comma may be a person too.",
    decides=[reads("By {ORG:Osric Vale}, {ORG:Norvik Feld}", name("Norvik Feld", kind="person"))],
    leaves=[reads("By {ORG:Osric Vale}, {ORG:Norvik Press}", name("Norvik Press", kind="organisation"))],
)
def signs_too(words: Words, piece: Piece) -> Votes | None:
    behind_comma = piece[0] in words.signing and words.small(piece[0] - 1) == ","
    return _votes("signs_too", "person") if behind_comma and piece[1] - piece[0] > 1 else None


_AROUND: Order[[Words, Piece], Votes] = Order(
    "What do the words on both sides of a mention say?", maker_and_model, bare_the, signs, signs_too
)
