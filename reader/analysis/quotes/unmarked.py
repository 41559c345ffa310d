"""All that a page reports without marks. The search looks at every token, so it goes over numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.strings import get_string_id

from reader.analysis.quotes import according, reported
from reader.analysis.quotes.content import Content
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_thing, is_verb


@dataclass(frozen=True, slots=True)
class Lemmas:
    """The lemmas of the cues of each kind and all of them, by the numbers every vocabulary of spaCy has for them."""

    all: frozenset[int]
    verbs: frozenset[int]
    nouns: frozenset[int]
    views: frozenset[int]
    phrases: frozenset[int]


def unmarked(page: Syntax) -> list[Content]:
    """What the cues of a page report: by verbs, by nouns, by phrases, each in text order."""
    known, marked = lemmas(), page.marked
    cued = [page.doc[at] for at, lemma in enumerate(page.lemmas) if lemma in known.all and not marked[at]]
    verbs = (cue for cue in cued if is_verb(cue) and cue.lemma in known.verbs)
    nouns = [cue for cue in cued if is_thing(cue)]
    found = [content for verb in verbs for content in reported.by_verb(page, verb)]
    found += [c for noun in nouns if noun.lemma in known.nouns for c in reported.by_noun(page, noun)]
    found += [c for noun in nouns if noun.lemma in known.views for c in according.by_view(page, noun)]
    found += [c for cue in cued if cue.lemma in known.phrases for c in according.by_phrase(page, cue.i)]
    return found


@cache
def lemmas() -> Lemmas:
    """The lemmas of the lexicon, numbered once."""
    verbs = _numbers([*cues().verbs, *cues().lemmas])
    nouns, views = _numbers(cues().nouns), _numbers(cues().views)
    phrases = _numbers([*cues().sources, "accord"])
    return Lemmas(verbs | nouns | views | phrases, verbs, nouns, views, phrases)


def _numbers(words: Iterable[str]) -> frozenset[int]:
    return frozenset(get_string_id(word) for word in words)
