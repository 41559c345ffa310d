"""What speaks for a kind of name: the label of the model, the words of the name, and the words around one mention of it.

Each piece of evidence is a kind and a weight; a label of the model weighs 1. Weights were set by hand: 4 and more is as good as
certain, below 1 only tips a balance."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.trimming import POSSESSIVES, has_capital
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
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}$|(?:[A-Z]\.){3,}$")
_INITIAL = re.compile(r"[A-Z]\.(?:[A-Z]\.)*$")
_DESIGNATION = re.compile(r"[A-Z]+-?\d[\w-]*$|\d+[A-Z-][\w-]*$")


def of_label(label: str) -> Evidence:
    """What the model thinks of one mention."""
    if label == DATELINE:
        yield "place", 4.0
    elif label in _LABELS:
        yield _LABELS[label], 0.6 if _LABELS[label] == "other" else 1.0


def of_name(name: str) -> Evidence:
    """What the words of a name say by themselves."""
    parts = name.split(" ")
    if not lexicon.words("entities_heads", "products").isdisjoint(parts):
        yield "other", 6.0
    if name in lists.known():
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
    if name in lexicon.words("places", "countries"):
        yield "place", 5.0
    elif name in lexicon.words("places", "regions") or name in lexicon.words("places", "states"):
        yield "place", 3.5
    elif name in lexicon.words("places", "cities"):
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
    if any(_DESIGNATION.match(part) for part in parts[1:]) or _is_numbered(parts):
        yield "other", 5.0
    elif parts[-1].isdigit() and len(parts[-1]) == 3:
        yield "other", 2.0
    if "&" in parts:
        yield "organisation", 2.0
    if parts[0] in lexicon.words("given_names", "given"):
        yield "person", 2.5
    if any(_INITIAL.match(part) for part in parts[:-1]):
        yield "person", 2.5 if len(parts) < 4 else 1.5


def _is_numbered(parts: list[str]) -> bool:
    """ "Boeing 747s", "McDonnell Douglas 82": a maker and a number."""
    makers = lexicon.words("entities_heads", "makers")
    return any(
        part[0].isdigit() and " ".join(parts[:number]) in makers
        for number, part in enumerate(parts)
        if number
    )


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
_AGE = re.compile(r"\d{2}$")


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
    maker = end - start == 2 and words.texts[start] in lexicon.words("entities_heads", "makers")
    return (
        maker and words.small(start - 1) in {"a", "an", "the", "new"} and not _has_head(words.texts[end - 1])
    )


def _has_head(word: str) -> bool:
    return any(word in lists.table("entities_heads", key) for key in ("last", "any"))


def _before(words: Words, start: int) -> Evidence:
    word = words.at(start - 1)
    small = word.lower()
    if small in {"in", "of"} and words.small(start - 2) in lexicon.words("entities_words", "holdings"):
        yield "organisation", 3.0
    elif small in _PREPOSITIONS:
        yield "place", _PREPOSITIONS[small]
    elif small in lexicon.words("places", "directions"):
        yield "place", 2.5
    elif word.istitle() and small in lexicon.words("entities_titles", "titles"):
        yield "person", 4.0
    else:  # "the airline Norvik", "its minister, Osric"
        noun, weight = (words.small(start - 2), 1.5) if small == "," else (small, 3.0)
        kinds = lists.nouns().get(noun, ())
        for kind in kinds:
            yield kind, weight / len(kinds)


def _after(words: Words, piece: Piece) -> Evidence:
    end = piece[1]
    word = words.small(end)
    if word in POSSESSIVES:
        word = words.small(end + 1)
    if (told := _told_after().get(word)) is not None:
        yield from told
    elif word == "-" and words.small(end + 1) in {"based", "born"}:
        yield "place", 3.0
    elif word == ",":
        yield from _apposition(words, end + 1)
    elif word == "(":
        yield from _in_bracket(words, end + 1)
    elif word.isdigit():
        yield from _in_results(words, piece)
    elif _bursts(words, end):
        yield "place", 4.0
    else:
        for kind in lists.table("entities_nouns", "after").get(word, ()):
            yield kind, 1.5


@cache
def _told_after() -> Mapping[str, tuple[tuple[EntityKind, float], ...]]:
    """Words that by themselves say what the name before them is: "Norvik flows"."""
    return {
        **dict.fromkeys(lexicon.words("entities_words", "waters"), (("place", 4.0),)),
        **dict.fromkeys(lexicon.words("entities_words", "business"), (("organisation", 0.7),)),
        **dict.fromkeys(lexicon.words("entities_words", "speech"), (("person", 0.8), ("organisation", 0.3))),
        "who": (("person", 2.0),),
    }


def _bursts(words: Words, at: int) -> bool:
    """ "Burst its banks": a river."""
    return words.small(at + 2) == "banks" and words.small(at + 1) in {"its", "their"}


def _in_bracket(words: Words, at: int) -> Evidence:
    """ "Ilse Brandt (Norway)": who or what competes for a country; "Ilse Brandt (49)"."""
    word = words.at(at)
    if words.at(at + 1) == ")":
        if word in lexicon.words("places", "countries"):
            yield "person", 2.5
        elif _AGE.match(word):
            yield "person", 2.0


def _in_results(words: Words, piece: Piece) -> Evidence:
    """A line of a table, "Norvik 10 6 3 1 21", or of results, "Norvik 2 Arvil 1": clubs, also named by a city."""
    name, at = words.surface(piece), piece[1]
    if name in lexicon.words("places", "countries") or name.split(" ")[0] in lexicon.words(
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
    if words.at(at) in lexicon.words("places", "states"):
        yield "place", 4.0
    elif _AGE.match(first) and words.at(at + 1) in {",", ".", ")"}:
        yield "person", 4.0
    elif first in {"who", "whose"}:
        yield "person", 2.0
    elif first in {"a", "an", "the", "another"}:
        yield from _described(words, at + 1)


def _described(words: Words, at: int) -> Evidence:
    """The head of a noun phrase, after its article: "a 61-year-old pharmacist", "an airline"."""
    head = ""
    for number in range(at, at + 8):
        word = words.small(number)
        if word == "year" and words.small(number + 2) == "old":
            yield "person", 4.0
            return
        if word == "-" or word.isdigit():
            continue
        if word in lexicon.words("entities_words", "ceases") or not word[:1].isalpha():
            break
        head = word
    kinds = lists.nouns().get(head, ())
    for kind in kinds:
        yield kind, 3.0 / len(kinds)
