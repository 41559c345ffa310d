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
from reader.analysis.entities.trimming import MARKS, has_capital
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
_ROAD = re.compile(r"[A-Z]{1,3}-?\d{1,4}[A-Za-z]?$")
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
    return first_votes(_LABEL, label)


def of_name(text: str) -> Iterator[Reason]:
    """What the words of a name say by themselves."""
    parts = text.split(" ")
    return all_votes(_NAME if len(parts) > 1 else _WORD, text, parts)


def all_votes(order: Order[..., Votes], *asked: object) -> Iterator[Reason]:
    """The votes of all rules that hold."""
    for votes, by in order.answers(*asked):
        for kind, weight in votes:
            yield Reason(kind, weight, by)


def first_votes(order: Order[..., Votes], *asked: object) -> Iterator[Reason]:
    """The votes of the first rule that holds."""
    if (decision := order.first(*asked)) is not None:
        for kind, weight in decision.answer:
            yield Reason(kind, weight, decision.rule)


def weight_of(key: str) -> float:
    weight: float = lexicon.load("entities_weights")[key]
    return weight


@cache
def votes_for(key: str, *kinds: EntityKind) -> Votes:
    """The full weight for each of some kinds."""
    weight = weight_of(key)
    return tuple(Vote(kind, weight) for kind in kinds)


@cache
def shared_votes(key: str, kinds: tuple[EntityKind, ...]) -> Votes:
    """The weight shared by some kinds: a "producer" makes films or cheese."""
    return tuple(Vote(kind, weight_of(key) / len(kinds)) for kind in kinds)


# --- The label of the model.


@rule(
    "entities.dateline",
    "What stands in the dateline of a report is a place.",
    decides=[reads("NORVIK ARVIL, Norway (Wire) - Rain fell.", name("Norvik Arvil", kind="place"))],
    leaves=[reads("the board of {ORG:Norvik Arvil} met", name("Norvik Arvil", kind="organisation"))],
)
def dateline(label: str) -> Votes | None:
    return votes_for("dateline", "place") if label == DATELINE else None


@rule(
    "entities.model",
    "The model takes it for a name of this kind.",
    decides=[reads("{GPE:Osrica} shone", name("Osrica", kind="place"))],
    leaves=[reads("the airline {PERSON:Osrica} shone", name("Osrica", kind="organisation"))],
)
def model(label: str) -> Votes | None:
    kind = _LABELS.get(label)
    return None if kind is None else votes_for("label_other" if kind == "other" else "label", kind)


_LABEL: Order[[str], Votes] = Order("What does the model say?", dateline, model)


# --- The words of a name.


@rule(
    "entities.product_word",
    "A word that only products have in their names makes it a product.",
    decides=[reads("{ORG:Ford Mustang} sold", name("Ford Mustang", kind="other"))],
    leaves=[reads("the {ORG:Ford Foundation} paid", name("Ford Foundation", kind="organisation"))],
)
def product_word(text: str, parts: list[str]) -> Votes | None:
    headed = len(parts) > 1 and parts[-1] in lists.table("entities_heads", "first")
    if headed or lexicon.words("entities_heads", "products").isdisjoint(parts):
        return None
    return votes_for("product_word", "other")


@rule(
    "entities.listed",
    "A name of the lists of well-known names is what the list says.",
    decides=[reads("the {PERSON:Kremlin} said", name("Kremlin", kind="organisation"))],
    leaves=[reads("the clerk {PERSON:Kremlinski} spoke", name("Kremlinski", kind="person"))],
)
def listed(text: str, parts: list[str]) -> Votes | None:
    return votes_for("listed", *lists.table("entities_heads", "known").get(text, ()))


@rule(
    "entities.figure",
    "The last name of somebody whom reports name without more ado is a person’s.",
    decides=[reads("{ORG:Merkel} left", name("Merkel", kind="person"))],
    leaves=[reads("{ORG:Merkelov} left", name("Merkelov", kind="organisation"))],
)
def figure(text: str, parts: list[str]) -> Votes | None:
    return votes_for("figure", "person") if text in lexicon.words("entities_heads", "figures") else None


@rule(
    "entities.well_known_place",
    "A country, region or city of the lists is a place.",
    decides=[reads("{ORG:Detroit} won", name("Detroit", kind="place"))],
    leaves=[reads("{ORG:Detroitski} won", name("Detroitski", kind="organisation"))],
)
def well_known_place(text: str, parts: list[str]) -> Votes | None:
    if text in lexicon.words("places", "countries"):
        return votes_for("country", "place")
    if text in lexicon.words("places", "regions") or text in lexicon.words("places", "states"):
        return votes_for("region", "place")
    return votes_for("city", "place") if text in lexicon.words("places", "cities") else None


@rule(
    "entities.bare_head",
    "A single word that heads names tells its kind by itself.",
    decides=[reads("the {PERSON:Gazette} wrote", name("Gazette", kind="organisation"))],
    leaves=[reads("the {PERSON:Gazetta} wrote", name("Gazetta", kind="person"))],
)
def bare_head(text: str, parts: list[str]) -> Votes | None:
    return votes_for("bare_head", *lists.table("entities_heads", "last").get(text, ()))


@rule(
    "entities.acronym",
    "Up to seven capitals, or letters with points, are mostly a body.",
    decides=[reads("{GPE:O.B.T.} rose", name("O.B.T.", kind="organisation"))],
    leaves=[reads("{GPE:Obt} rose", name("Obt", kind="place"))],
)
def acronym(text: str, parts: list[str]) -> Votes | None:
    return votes_for("acronym", "organisation") if _ACRONYM.match(text) else None


@rule(
    "entities.letter_and_number",
    "A letter or two with a number is a road, a model or another thing.",
    decides=[reads("{ORG:B40} sold", name("B40", kind="other"))],
    leaves=[reads("{ORG:Bolt} sold", name("Bolt", kind="organisation"))],
)
def letter_and_number(text: str, parts: list[str]) -> Votes | None:
    return votes_for("letter_and_number", "other") if _ROAD.match(text) else None


@rule(
    "entities.inner_capital",
    "A single word that begins small and has a capital inside is a product.",
    decides=[reads("{ORG:gKettle} shone", name("gKettle", kind="other"))],
    leaves=[reads("{ORG:Gkettle} shone", name("Gkettle", kind="organisation"))],
)
def inner_capital(text: str, parts: list[str]) -> Votes | None:
    inside = text[:1].islower() and has_capital(text) and not _ACRONYM.match(text)
    return votes_for("inner_capital", "other") if inside else None


@rule(
    "entities.legal_form",
    "A word such as “Ltd” anywhere in a name makes it a company.",
    decides=[reads("{PERSON:Norvik Energi AS} rose", name("Norvik Energi AS", kind="organisation"))],
    leaves=[reads("{PERSON:Norvik Energi} rose", name("Norvik Energi", kind="person"))],
)
def legal_form(text: str, parts: list[str]) -> Votes | None:
    table = lists.table("entities_heads", "any")
    return tuple(Vote(kind, weight_of("legal_form")) for part in parts for kind in table.get(part, ()))


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
    if parts[-1].isdigit() and len(parts) > 2:
        parts = parts[:-1]
    first: tuple[EntityKind, ...] = ()
    if len(parts) > 2 and parts[1] in lexicon.words("entities_words", "head_behind"):
        first = lists.table("entities_heads", "first").get(parts[0], ())
    return votes_for("head", *(first or lists.table("entities_heads", "last").get(parts[-1], ())))


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
    return votes_for("opening", *lists.table("entities_heads", "opening").get(parts[0], ()))


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
        return votes_for("designation", "other")
    return votes_for("three_figures", "other") if parts[-1].isdigit() and len(parts[-1]) == 3 else None


def _is_numbered(parts: list[str]) -> bool:
    """ "Boeing 747s", "McDonnell Douglas 82": a maker and a number."""
    makers = lexicon.words("entities_heads", "makers")
    return any(
        part[0].isdigit() and " ".join(parts[:number]) in makers
        for number, part in enumerate(parts)
        if number
    )


@rule(
    "entities.number_behind",
    "A name that ends with a number is not a person’s.",
    decides=[reads("the {GPE:Osrica 88} rose", name("Osrica 88", kind="other"))],
    leaves=[reads("he thanked {PERSON:Osrica Vale}", name("Osrica Vale", kind="person"))],
)
def number_behind(text: str, parts: list[str]) -> Votes | None:
    if not parts[-1][:1].isdigit():
        return None
    return (*votes_for("number_behind", "other"), *votes_for("number_not_of", "person", "place"))


@rule(
    "entities.nickname",
    "A name with one in marks between its words is a person’s: “Maria “Lucky” Santos”.",
    decides=[reads("{ORG:Vale} “Red” {ORG:Villa} left", name("Vale “Red” Villa", kind="person"))],
    leaves=[reads("{ORG:Ana} left “Red” {ORG:Osric}", name("Osric", kind="organisation"))],
)
def nickname(text: str, parts: list[str]) -> Votes | None:
    marked = any(parts[at - 1] in MARKS and parts[at + 1] in MARKS for at in range(2, len(parts) - 2))
    return votes_for("nickname", "person") if marked else None


@rule(
    "entities.direction",
    "A north or an east at either end of a name is a place’s.",
    decides=[reads("{PERSON:Norvik East} voted", name("Norvik East", kind="place"))],
    leaves=[reads("{PERSON:Norvik Easton} voted", name("Norvik Easton", kind="person"))],
)
def direction(text: str, parts: list[str]) -> Votes | None:
    compass = lexicon.words("places", "compass_points")
    ends = len(parts) == 2 and (parts[0] in compass or parts[-1] in compass)
    return votes_for("direction_within", "place") if ends else None


@rule(
    "entities.ampersand",
    "An “&” stands in the names of firms.",
    decides=[reads("{PERSON:Osric & Vale} rose", name("Osric & Vale", kind="organisation"))],
    leaves=[reads("{PERSON:Osric Vale} rose", name("Osric Vale", kind="person"))],
)
def ampersand(text: str, parts: list[str]) -> Votes | None:
    return votes_for("ampersand", "organisation") if "&" in parts else None


@rule(
    "entities.given_name",
    "A name of several words that begins with a given name is a person's.",
    decides=[reads("{ORG:Ana Osric} spoke", name("Ana Osric", kind="person"))],
    leaves=[reads("{ORG:Osric Ana} spoke", name("Osric Ana", kind="organisation"))],
)
def given_name(text: str, parts: list[str]) -> Votes | None:
    return votes_for("given_name", "person") if parts[0] in lexicon.words("given_names", "given") else None


@rule(
    "entities.initial",
    "A letter with a point before the last word is a person's initial.",
    decides=[reads("{ORG:J. Osric} spoke", name("J. Osric", kind="person"))],
    leaves=[reads("{ORG:Jot Osric} spoke", name("Jot Osric", kind="organisation"))],
)
def initial(text: str, parts: list[str]) -> Votes | None:
    if not any(_INITIAL.match(part) for part in parts[:-1]):
        return None
    return votes_for("initial" if len(parts) < _LONG_NAME else "initial_in_long", "person")


_WORD: Order[[str, list[str]], Votes] = Order(
    "What does a name of one word say?",
    product_word,
    listed,
    figure,
    well_known_place,
    bare_head,
    acronym,
    letter_and_number,
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
    number_behind,
    nickname,
    direction,
    ampersand,
    given_name,
    initial,
)
