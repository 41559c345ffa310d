"""What a phrase that names a source reports: "according to the ministry, ..."."""

from collections.abc import Iterator

from spacy.tokens import Token

from reader.analysis.quotes.attribution import Attribution, of_phrase, of_word
from reader.analysis.quotes.content import Content, trimmed
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_verbal


def by_phrase(page: Syntax, at: int) -> Iterator[Content]:
    """The longer part of the phrase's clause, before or after it."""
    attribution = of_phrase(page, at)
    if attribution is None or attribution.cue is None or attribution.source is None:
        return
    yield from _around(
        page, attribution.cue[0], max(attribution.source.right_edge.i + 1, attribution.cue[1]), attribution
    )


def by_view(page: Syntax, noun: Token) -> Iterator[Content]:
    """ "In the mayor's view, ...": the same of what is somebody's."""
    owner = rel.first(noun.lefts, rel.is_owner)
    if owner is not None and noun.head.lower_ == "in" and noun.lemma_.lower() in cues().views:
        yield from _around(page, noun.head.i, noun.right_edge.i + 1, of_word(noun, owner))


def _around(page: Syntax, start: int, end: int, attribution: Attribution) -> Iterator[Content]:
    """The longer of what stands before and after ``start:end`` in its clause."""
    first, last = _clause(page, start)
    lo, hi = max((first, start), (end, last), key=lambda part: part[1] - part[0])
    other = next((k for k in range(lo, hi) if page.doc[k].lower_ == "according"), None)
    if _is_quoted(page, lo, hi):
        return  # ""I am tired," he said, according to a transcript": whoever said it is named
    if other is None or lo == end:  # a second phrase of the clause has nothing left to report
        yield from trimmed(page, lo, hi if other is None else other, attribution)


def _is_quoted(page: Syntax, lo: int, hi: int) -> bool:
    """Whether a stretch begins with words in marks and goes on with who said them."""
    told = [at for at in range(lo, hi) if not page.marked[at]]
    return bool(told) and bool(page.marked[lo]) and any(cues().takes(page.doc[at], "quote") for at in told)


def _clause(page: Syntax, start: int) -> tuple[int, int]:
    """The clause a phrase belongs to: that of the verb it depends on, else its sentence."""
    sentence, verb = page.sentence_of(start), page.doc[start]
    while verb.head.i != verb.i and (verb.i == start or not is_verbal(verb)):
        verb = verb.head
    if rel.is_dependent_clause(verb) and verb.left_edge.i > sentence[0]:
        return verb.left_edge.i, verb.right_edge.i + 1
    return sentence
