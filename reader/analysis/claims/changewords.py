"""The forms of the words that say that an amount grew or shrank."""

import re
from functools import cache
from typing import Any

from reader.analysis import lexicon
from reader.analysis.claims import multiples
from reader.analysis.lexicon.patterns import bounded
from reader.analysis.model import Change

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
def verbs(kind: str) -> Forms:
    """Every form of the verbs listed under ``kind``, with its direction."""
    return {form: way for way in DIRECTIONS for verb in LEXICON[kind][way] for form in _inflected(verb)}


@cache
def movements() -> Forms:
    """Every form of every verb of change."""
    return {**verbs("verbs"), **verbs("transitive"), **verbs("gaining")}


@cache
def moving() -> frozenset[str]:
    """Every form of every verb that says that an amount moved, whichever way and however far."""
    return frozenset({*movements(), *multiples.verbs(), *LEXICON["passing"]})


@cache
def nouns() -> Forms:
    """The nouns, singular and plural."""
    return {form: way for way in DIRECTIONS for noun in LEXICON["nouns"][way] for form in (noun, noun + "s")}


@cache
def adverbs() -> Forms:
    """ "up", "lower" and so on."""
    return {word: way for way in DIRECTIONS for word in LEXICON["adverbs"][way]}


@cache
def _any() -> re.Pattern[str]:
    return re.compile(bounded({*moving(), *nouns(), "up", "down"}), re.IGNORECASE)


@cache
def _verb_before() -> re.Pattern[str]:
    words = bounded({*movements(), "up", "down"})
    return re.compile(words + r"(?:\s+(?:by|a|an|another|\w+ly))*\s*$", re.IGNORECASE)


def right_before(text: str, end: int) -> bool:
    """Whether the number that begins at ``end`` is the change a verb speaks of."""
    return bool(_verb_before().search(text, max(0, end - 40), end))


def before(text: str, end: int) -> bool:
    """Whether a word of change stands shortly before ``end``, with no number or stop in between."""
    window = re.sub(r"\b(?:19|20)[0-9]{2}\b", "", text[max(0, end - 70) : end])
    window = re.split(r"[.;:!?]\s|[0-9]", window)[-1]
    return bool(_any().search(window))
