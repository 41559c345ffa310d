"""Whose a figure is where a verb names who puts it so: "puts the damage at £3m", "says £20m", "had expected 40 boats".

They are reports of a figure, no quotations: claims attribute by them, and no panel lists them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.reports import Reason, Report
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.polarity import is_nobody
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_money_sign, is_noun


@dataclass(frozen=True, slots=True)
class Way:
    """A way to put a figure: the list of its verbs in the lexicon, and the words under the verb that hold the figure."""

    verbs: tuple[str, ...]
    holds: Callable[[Token], bool]


def _is_at(child: Token) -> bool:
    """ "At £3m" of "puts the damage at £3m"."""
    placed = rel.is_prepositional(child) and child.lower_ == "at"
    return placed and any(map(rel.is_object, child.head.children))


def _is_named(child: Token) -> bool:
    """The object of "says £20m", which the model may take for a measure."""
    return rel.is_object(child) or (rel.is_adverbial_noun(child) and any(map(is_money_sign, child.subtree)))


_WAYS = (
    Way(("reporting",), rel.is_content),  # "says the damage is £3m"
    Way(("placing",), _is_at),
    Way(("naming", "foreseeing"), _is_named),
)


def figures(view: Syntax) -> list[Report]:
    """What verbs put as somebody's figure, and what looks so and is nobody's, in text order."""
    known, doc = _ways_by_lemma(), view.doc
    ways = ((at, known[lemma]) for at, lemma in enumerate(view.lemmas) if lemma in known)
    return [report for at, row in ways for report in _of_verb(view, doc[at], row)]


def _of_verb(view: Syntax, verb: Token, ways: tuple[Way, ...]) -> Iterator[Report]:
    for way in ways:
        for child in filter(way.holds, verb.children):
            places = [token.i for token in child.subtree]  # also those that the parse hangs across others
            start, end = view.span(min(places), max(places) + 1)
            source, turned_down = _source(verb, child)
            yield Report(start, end, None if source is None else source.i, verb.i, turned_down=turned_down)


def _source(verb: Token, said: Token) -> tuple[Token | None, Reason | None]:
    """Who says so, and why nobody does: it is denied, nobody is named, or only by a pronoun."""
    found = next((child for child in verb.children if rel.is_subject(child) and child.i != said.i), None)
    if any(map(rel.is_negating, verb.children)):
        return found, "denied"
    if found is None or not rel.is_active_subject(found):
        return None, "unnamed"
    if is_nobody(found):
        return found, "nobody"
    return (found, None) if is_noun(found) else (found, "pronoun")


@cache
def _ways_by_lemma() -> dict[int, tuple[Way, ...]]:
    """The ways in which each verb puts a figure, by the number of its lemma."""
    by_lemma: dict[int, tuple[Way, ...]] = {}
    for way in _WAYS:
        for verb in {verb for name in way.verbs for verb in lexicon.words("claim_sources", name)}:
            by_lemma[get_string_id(verb)] = (*by_lemma.get(get_string_id(verb), ()), way)
    return by_lemma
