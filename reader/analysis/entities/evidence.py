"""What speaks for a kind: the words of a name, and the words around one mention of it.

Each piece of evidence is a kind and a weight; a label of the model weighs 1. Weights were
set by hand: 4 and more is as good as certain, below 1 only tips a balance.
"""

import re
from collections.abc import Iterator

from reader.analysis.entities import lists
from reader.analysis.entities.repairs import POSSESSIVES, has_capital
from reader.analysis.entities.words import Piece, Words
from reader.analysis.model import EntityKind

Evidence = Iterator[tuple[EntityKind, float]]

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
_PREPOSITIONS = {
    "in": 1.5,
    "near": 1.5,
    "across": 2.0,
    "throughout": 2.0,
    "from": 0.4,
    "to": 0.3,
    "into": 0.4,
    "at": 0.2,
}
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}$|(?:[A-Z]\.){3,}$")
_INITIAL = re.compile(r"[A-Z]\.(?:[A-Z]\.)*$")
_DESIGNATION = re.compile(r"[A-Z]+-?\d[\w-]*$|\d+[A-Z-][\w-]*$")
_AGE = re.compile(r"\d{2}$")


def of_label(label: str) -> Evidence:
    """What the model thinks of one mention."""
    if label == DATELINE:
        yield "place", 4.0
    elif label in _LABELS:
        yield _LABELS[label], 0.6 if _LABELS[label] == "other" else 1.0


def of_name(name: str) -> Evidence:
    """What the words of a name say by themselves."""
    parts = name.split(" ")
    if not lists.words("entities_heads", "products").isdisjoint(parts):
        yield "other", 4.0
    for kind in lists.table("entities_heads", "known").get(name, ()):
        yield kind, 4.0
    yield from _gazetteer(name)
    if len(parts) == 1:
        for kind in lists.table("entities_heads", "last").get(name, ()):
            yield kind, 2.0
        if _ACRONYM.match(name):
            yield "organisation", 1.5
        elif name[0].islower() and has_capital(name):
            yield "other", 1.5
    else:
        yield from _parts(parts)


def _gazetteer(name: str) -> Evidence:
    if name in lists.words("places", "countries"):
        yield "place", 5.0
    elif name in lists.words("places", "regions") or name in lists.words("places", "states"):
        yield "place", 3.5
    elif name in lists.words("places", "cities"):
        yield "place", 3.0


def _parts(parts: list[str]) -> Evidence:
    for part in parts:
        for kind in lists.table("entities_heads", "any").get(part, ()):
            yield kind, 20.0
    head: tuple[EntityKind, ...] = ()
    if len(parts) > 2 and parts[1] in {"of", "for", "de"}:
        head = lists.table("entities_heads", "first").get(parts[0], ())
    for kind in head or lists.table("entities_heads", "last").get(parts[-1], ()):
        yield kind, 4.0
    for kind in lists.table("entities_heads", "opening").get(parts[0], ()):
        yield kind, 2.5
    if any(_DESIGNATION.match(part) for part in parts[1:]) or (parts[-1].isdigit() and _is_maker(parts)):
        yield "other", 5.0
    elif parts[-1].isdigit() and len(parts[-1]) == 3:
        yield "other", 2.0
    if "&" in parts:
        yield "organisation", 2.0
    if parts[0] in lists.words("given_names", "given"):
        yield "person", 2.5
    if any(_INITIAL.match(part) for part in parts[:-1]):
        yield "person", 2.5 if len(parts) < 4 else 1.5


def _is_maker(parts: list[str]) -> bool:
    return " ".join(parts[:-1]) in lists.words("entities_heads", "makers")


def of_context(words: Words, piece: Piece) -> Evidence:
    """What the words around one mention say."""
    yield from _before(words, piece[0])
    yield from _after(words, piece)
    if _is_product(words, piece):
        yield "other", 4.0
    if words.small(piece[0] - 1) == "the" and not words.is_noun(piece[1]):
        yield "person", -1.5


def _is_product(words: Words, piece: Piece) -> bool:
    """ "the Ford Osprey": a maker's name and one word more, after an article."""
    start, end = piece
    maker = end - start == 2 and words.texts[start] in lists.words("entities_heads", "makers")
    return (
        maker and words.small(start - 1) in {"a", "an", "the", "new"} and not _has_head(words.texts[end - 1])
    )


def _has_head(word: str) -> bool:
    return any(word in lists.table("entities_heads", key) for key in ("last", "any"))


def _before(words: Words, start: int) -> Evidence:
    word = words.at(start - 1)
    small = word.lower()
    if small in {"in", "of"} and words.small(start - 2) in lists.words("entities_words", "holdings"):
        yield "organisation", 3.0
    elif small in _PREPOSITIONS:
        yield "place", _PREPOSITIONS[small]
    elif small in lists.words("places", "directions"):
        yield "place", 2.5
    elif word.istitle() and small in lists.words("entities_titles", "titles"):
        yield "person", 4.0
    elif small in lists.nouns():
        kinds = lists.nouns()[small]
        for kind in kinds:
            yield kind, 3.0 / len(kinds)


def _after(words: Words, piece: Piece) -> Evidence:
    end = piece[1]
    word = words.small(end)
    if word in POSSESSIVES:
        word = words.small(end + 1)
    if word in lists.words("entities_words", "speech"):
        yield "person", 0.8
        yield "organisation", 0.3
    elif word in lists.words("entities_words", "business"):
        yield "organisation", 0.7
    elif word == "-" and words.small(end + 1) in {"based", "born"}:
        yield "place", 3.0
    elif word == ",":
        yield from _apposition(words, end + 1)
    elif word == "(":
        yield from _in_bracket(words, end + 1)
    elif word.isdigit():
        yield from _in_results(words, piece)
    elif word == "who":
        yield "person", 2.0
    else:
        for kind in lists.table("entities_nouns", "after").get(word, ()):
            yield kind, 1.5


def _in_bracket(words: Words, at: int) -> Evidence:
    """ "Ilse Brandt (Norway)": who or what competes for a country; "Ilse Brandt (49)"."""
    word = words.at(at)
    if words.at(at + 1) == ")":
        if word in lists.words("places", "countries"):
            yield "person", 2.5
        elif _AGE.match(word):
            yield "person", 2.0


def _in_results(words: Words, piece: Piece) -> Evidence:
    """A line of a table, "Norvik 10 6 3 1 21", or of results, "Norvik 2 Arvil 1": clubs, also named by a city."""
    name, at = words.surface(piece), piece[1]
    if name in lists.words("places", "countries") or name.split(" ")[0] in lists.words(
        "given_names", "given"
    ):
        return
    row = [words.at(number) for number in range(at, at + 3)]
    scored = len(row[0]) < 3 and _scored_again(words, at, row[1])
    if scored or all(word[:1].isdigit() or word[:1] == "." for word in row):
        yield "organisation", 4.5 if lists.is_known(name) else 2.0


def _scored_again(words: Words, at: int, following: str) -> bool:
    """Whether the score has another on its line: after it, or before it where it ends the line."""
    if following == ",":
        return words.at(at + 2)[:1].isupper() and any(words.at(at + n).isdigit() for n in (3, 4, 5))
    if following[:1].isupper():
        return any(words.at(at + n).isdigit() for n in (2, 3, 4))
    return ("\n" in following or not following) and any(words.at(at - n).isdigit() for n in (2, 3, 4))


def _apposition(words: Words, at: int) -> Evidence:
    """What follows a name and a comma: an age, "who", "an airline", "its chief executive"."""
    first = words.small(at)
    if words.at(at) in lists.words("places", "states"):
        yield "place", 4.0
    elif _AGE.match(first) and words.at(at + 1) in {",", ".", ")"}:
        yield "person", 4.0
    elif first in {"who", "whose"}:
        yield "person", 2.0
    elif first in {"a", "an", "the", "another"}:
        head = ""
        for number in range(at + 1, at + 9):
            word = words.small(number)
            if word in lists.words("entities_words", "ceases") or not word[:1].isalpha():
                break
            head = word
        for kind in lists.nouns().get(head, ()):
            yield kind, 3.0 / len(lists.nouns()[head])
