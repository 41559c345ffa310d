"""What speaks for a kind: the label of the model, and the words of a name.

Each piece of evidence is a kind and a weight; a label of the model weighs 1. Weights were
set by hand: 4 and more is as good as certain, below 1 only tips a balance. What stands around
a name is evidence too: see :mod:`reader.analysis.entities.context`.
"""

import re
from collections.abc import Iterator

from reader.analysis import lexicon
from reader.analysis.entities import lists
from reader.analysis.entities.repairs import has_capital
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
