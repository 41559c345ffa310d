"""What is promised, announced or denied without a clause: "vowed to ...", "announced a ban", "denied taking bribes"."""

from collections.abc import Iterator

from spacy.tokens import Token

from reader.analysis.quotes.attribution import of_word
from reader.analysis.quotes.content import Content, trimmed
from reader.analysis.quotes.reporting import turned_down
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer_before
from reader.analysis.syntax.polarity import denied_from
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_base, is_gerund, is_noun


def infinitive(page: Syntax, verb: Token) -> Iterator[Content]:
    """ "Vowed to do it", "urged them to do it": what is to be done."""
    for child in verb.rights:
        if rel.is_infinitive_clause(child) and is_base(child) and not page.marked[child.i]:
            if denied_from(child) is not None and any(map(rel.is_content, child.rights)):
                return  # "refused to confirm that ...": the clause is reported, as not confirmed
            to = next((token for token in child.lefts if token.lower_ == "to"), None)
            source = doer_before(page, verb)
            if to is not None and source is not None:
                before = to.nbor(-1)
                first = before.i if rel.is_negating(before) and before.i > verb.i else to.i
                end, why_not = child.right_edge.i + 1, turned_down(verb, source)
                yield from trimmed(page, first, end, of_word(verb, source), why_not)
            return


def thing(page: Syntax, verb: Token) -> Iterator[Content]:
    """ "Announced a new ban", "denied the charges": what is said, when it is more than a word or two."""
    for child in verb.rights:
        if rel.is_open_clause(child) and is_gerund(child) and not page.marked[child.i]:
            yield from _deed(page, verb, child)
            return
        if rel.is_object(child) and is_noun(child) and not page.marked[child.i]:
            lo, hi = child.left_edge.i, child.right_edge.i + 1
            source = doer_before(page, verb)
            if cues().lemma(child) in cues().won.get(cues().lemma(verb), ()):
                return  # "claimed victory": nothing is said
            hi = _until(verb, hi)
            if source is not None and hi - lo > 2 and not any(page.marked[lo:hi]):
                yield from trimmed(page, lo, hi, of_word(verb, source), turned_down(verb, source))
            return


def _deed(page: Syntax, verb: Token, deed: Token) -> Iterator[Content]:
    """ "Denied taking bribes", "proposed closing the pier": what is said to be done."""
    source = doer_before(page, verb)
    if source is not None:
        lo, hi = deed.left_edge.i, deed.right_edge.i + 1
        yield from trimmed(page, lo, hi, of_word(verb, source), turned_down(verb, source))


def _until(verb: Token, hi: int) -> int:
    """ "Promised a review by May": the end of what is promised, with when and how it will be."""
    if not (cues().takes(verb, "object") and cues().takes(verb, "infinitive")):
        return hi
    more = next(
        (child for child in verb.rights if child.left_edge.i == hi and rel.is_prepositional(child)), None
    )
    return hi if more is None else more.right_edge.i + 1
