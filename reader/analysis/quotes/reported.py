"""What verbs and nouns report: "said that ...", "..., he said", "vowed to ...", "his claim that ..."."""

from collections.abc import Iterator

from spacy.tokens import Token

from reader.analysis.quotes.around import around
from reader.analysis.quotes.attribution import of_word
from reader.analysis.quotes.bounds import after_semicolon, contested
from reader.analysis.quotes.content import Content, trimmed
from reader.analysis.quotes.deeds import infinitive, thing
from reader.analysis.quotes.reporting import turned_down
from reader.analysis.stance import stances
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import RELATIVE
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer, doer_after, doer_before, goes_on
from reader.analysis.syntax.saidwhen import begins
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_gerund, is_past, is_without_tense, opens_question

_ANSWERS = frozenset({"yes", "no"})


def by_verb(page: Syntax, verb: Token) -> Iterator[Content]:
    """The clause that a verb takes."""
    taken = cues().taken_by(verb)
    if "infinitive" in taken:
        yield from infinitive(page, verb)
    if "object" in taken:
        yield from thing(page, verb)
    if "clause" not in taken:
        return
    clause = _content_of(page, verb)
    if clause is None:
        yield from around(page, verb)
        yield from _answer(page, verb)
    elif not _spoils(page, clause, verb):
        yield from _clause(page, verb, clause)
    else:
        yield from _coordinated(page, verb, clause)


def _answer(page: Syntax, verb: Token) -> Iterator[Content]:
    """ "Asked whether he would go, he said no": a bare answer."""
    at, last = verb.i + 1, len(page.doc) - 1
    bare = at <= last and page.word(at).lower() in _ANSWERS and (at == last or page.doc[at + 1].is_punct)
    source = doer_before(page, verb) if bare and not page.marked[at] else None
    if source is not None:
        yield Content(at, at + 1, of_word(verb, source), turned_down(verb, source))


def _content_of(page: Syntax, verb: Token) -> Token | None:
    """The clause a verb reports: not one that a colon parts from it ("Fares rise: Brandt said they double")."""
    clauses = [child for child in verb.children if rel.is_content(child)]
    clauses = [c for c in clauses if not _before_colon(page, c, verb) and not _is_perceived(c, verb)]
    return clauses[0] if clauses else _told(verb)


def _before_colon(page: Syntax, clause: Token, verb: Token) -> bool:
    return page.holds(":", clause.i, verb.i) and any(
        page.word(at) == ":" and page.doc[at].head.i == verb.i for at in range(clause.i, verb.i)
    )


def _is_perceived(clause: Token, verb: Token) -> bool:
    """ "Has seen rents doubled", not "has seen that rents doubled": what happened before one's eyes."""
    if cues().lemma(verb) not in cues().perceiving or clause.i < verb.i:
        return False
    participle = is_without_tense(clause) or (is_past(clause) and clause.lower_.endswith("ed"))
    bare = not any(map(rel.opens_or_helps, clause.children))
    return participle and bare and not opens_question(clause.left_edge)


def _told(verb: Token) -> Token | None:
    """ "Told the jury she had seen it": the clause that the parse takes for one about the jury."""
    if cues().lemma(verb) not in cues().addressing:
        return None
    objects = (child for child in verb.rights if rel.is_told(child))
    clauses = (child for noun in objects for child in noun.rights if rel.is_relative_clause(child))
    return next((clause for clause in clauses if _is_bare(clause)), None)


def _is_bare(clause: Token) -> bool:
    """A finite clause that begins with its own subject: "she had seen it"."""
    subject = rel.first(clause.lefts, rel.is_subject)
    if subject is None or subject.left_edge.i != clause.left_edge.i:
        return False
    return subject.lower_ not in RELATIVE


def by_noun(page: Syntax, noun: Token) -> Iterator[Content]:
    """ "Her claim that ...": what the noun's clause says, by its owner or by whoever makes it."""
    for clause in noun.rights:
        if not rel.is_content_of_noun(clause) or page.marked[clause.left_edge.i]:
            continue
        if clause.left_edge.lower_ == "that" and rel.is_opener(clause.left_edge):
            owner = _owner(page, noun)
            if owner is not None:
                yield from trimmed(page, clause.left_edge.i, clause.right_edge.i + 1, of_word(noun, owner))


def _owner(page: Syntax, noun: Token) -> Token | None:
    """Whose claim it is: "the mayor's", "claims by the mayor"; else whoever makes it, not whoever rejects or faces it."""
    owner = rel.first(noun.lefts, rel.is_owner)
    if owner is not None:
        return owner
    makers = (child for by in noun.rights if by.lower_ == "by" for child in by.children)
    if (maker := rel.first(makers, rel.is_prepositions_object)) is not None:
        return maker
    others = stances()["denying"] | cues().raising
    if not rel.is_object(noun) or cues().lemma(noun.head) in others:
        return None
    return doer(page, noun.head)


def _clause(page: Syntax, verb: Token, clause: Token) -> Iterator[Content]:
    """The content clause, before or after the verb."""
    follows = clause.i < verb.i
    source = (doer_after if follows else doer_before)(page, verb)
    lo, hi = begins(clause), _end(clause)
    if follows:
        lo = after_semicolon(page, lo, verb.i)
        hi = min(hi, verb.i if source is None or source.i > verb.i else source.left_edge.i)
        if not _is_set_off(page, hi):
            return
    hi = contested(page, lo, hi)
    yield from trimmed(page, lo, hi, of_word(verb, source), turned_down(verb, source))


def _is_set_off(page: Syntax, at: int) -> bool:
    """ "The bridge is old, he said", not "He struck before she added a third"."""
    return page.doc[at].is_punct or page.doc[at - 1].is_punct


def _coordinated(page: Syntax, verb: Token, clause: Token) -> Iterator[Content]:
    """ "Said that "nobody asked" and that it was late": the further clauses of a cue whose first is in marks."""
    for child in clause.rights:
        first = child.left_edge if rel.is_further_clause(child) else None
        if first is not None and first.lower_ == "that" and rel.is_opener(first) and not page.marked[first.i]:
            source = doer_before(page, verb)
            hi = contested(page, first.i, _end(clause))
            yield from trimmed(page, first.i, hi, of_word(verb, source), turned_down(verb, source))
            return


def _end(clause: Token) -> int:
    """The end of a clause; ", adding that ..." and ", and asked ..." are the speaker's next word, not part of this one."""
    for child in clause.rights:
        if goes_on(child) and cues().is_cue(child):
            return max(other.i for other in clause.rights if other.text == "," and other.i < child.i)
        if rel.is_adverbial_clause(child) and is_gerund(child) and cues().takes(child, "quote"):
            before = child.left_edge.i - 1
            if clause.doc[before].text == ",":
                return before
    return clause.right_edge.i + 1


def _spoils(page: Syntax, clause: Token, verb: Token) -> bool:
    """A clause that is no content: it is wholly in marks, or marked words or a colon part it from the verb."""
    lo, hi = clause.left_edge.i, clause.right_edge.i + 1
    if page.holds(":", lo + 1, clause.i) and any(page.word(at) == ":" for at in range(lo + 1, clause.i)):
        return True  # "disputes that: it says ...": the parse joins two clauses
    while lo < clause.i and (rel.is_opener(page.doc[lo]) or page.doc[lo].is_punct):
        lo += 1
    if page.marked[clause.i] and all(page.marked[lo : clause.i]):
        return True
    return clause.i < verb.i and any(page.marked[hi : verb.i])
