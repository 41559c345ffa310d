"""All that a page reports without marks, by verbs, nouns and phrases: "said that ...", "..., he said", "vowed to ...", "according to X"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Token

from reader.analysis.quotes.attribution import Attribution, of_phrase, of_word
from reader.analysis.quotes.content import Content, after_semicolon, contested, trimmed
from reader.analysis.quotes.reporting import turned_down
from reader.analysis.stance import stances
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import RELATIVE
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer, doer_after, doer_before, goes_on
from reader.analysis.syntax.nouns import is_mute
from reader.analysis.syntax.polarity import denied_from
from reader.analysis.syntax.saidwhen import begins
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import (
    is_base,
    is_finite,
    is_gerund,
    is_noun,
    is_past,
    is_past_form,
    is_thing,
    is_verb,
    is_verbal,
    is_without_tense,
    opens_question,
)

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


# --- What is promised, announced or denied without a clause.


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


# --- What a cue interrupts or ends.


def around(page: Syntax, verb: Token) -> Iterator[Content]:
    """The longer part of the sentence that the cue interrupts or ends."""
    source = doer_after(page, verb) if is_finite(verb) else None
    if source is None or _has_object(verb, source) or is_mute(source):
        return
    if source.i < verb.i and source.lower_ in RELATIVE:
        return  # "..., who said of it": the clause that "who" hangs on is not what was said
    lo, hi = page.extent_of(source)
    parts = _parts(page, verb, min(lo, verb.i), max(hi, verb.i + 1))
    if parts:
        yield from trimmed(page, *max(parts, key=lambda part: part[1] - part[0]), of_word(verb, source))


def _parts(page: Syntax, verb: Token, start: int, end: int) -> list[tuple[int, int]]:
    """What may be reported before and after a cue and its subject, which take up ``start:end``."""
    doc, (first, last) = page.doc, page.sentence_of(verb.i)
    first = after_semicolon(page, first, start)
    asked = is_past_form(doc[first]) and cues().lemma(doc[first]) in stances()["asking"]
    if asked or start <= first or doc[start - 1].text != ",":
        return []  # "Asked whether ..., he said"
    parts = [(first, start - 1)]
    if end < last and doc[end].text == ",":
        parts.append((end + 1, last))
        bare = not any(map(is_verbal, page.tokens(first, start - 1)))
        if bare and end + 1 < len(doc) and not page.marked[end + 1]:
            return parts[1:]  # "Her husband, she added, had ...": a subject alone is not what was said
    return [part for part in parts if not any(page.marked[part[0] : part[1]])]


def _has_object(verb: Token, source: Token) -> bool:
    """Whether the verb has what it reports already: "..., she wrote a book"; "told reporters" has not."""
    if cues().lemma(verb) in cues().addressing:
        return False
    return any(rel.is_object_or_deed(child) and child.i != source.i for child in verb.rights)


# --- Phrases that name a source.


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
    first, last = _clause_around(page, start)
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


def _clause_around(page: Syntax, start: int) -> tuple[int, int]:
    """The clause a phrase belongs to: that of the verb it depends on, else its sentence."""
    sentence, verb = page.sentence_of(start), page.doc[start]
    while verb.head.i != verb.i and (verb.i == start or not is_verbal(verb)):
        verb = verb.head
    if rel.is_dependent_clause(verb) and verb.left_edge.i > sentence[0]:
        return verb.left_edge.i, verb.right_edge.i + 1
    return sentence


# --- All of them.


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
    found = [content for verb in verbs for content in by_verb(page, verb)]
    found += [c for noun in nouns if noun.lemma in known.nouns for c in by_noun(page, noun)]
    found += [c for noun in nouns if noun.lemma in known.views for c in by_view(page, noun)]
    found += [c for cue in cued if cue.lemma in known.phrases for c in by_phrase(page, cue.i)]
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
