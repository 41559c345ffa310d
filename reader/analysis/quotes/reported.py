"""All that a page reports without marks, by verbs, nouns and phrases: "said that ...", "..., he said", "vowed to ...", "according to X"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Token

from reader.analysis.quotes.attribution import Attribution, of_phrase, of_word
from reader.analysis.quotes.content import CONTESTED, Content, after_semicolon, contested, trimmed
from reader.analysis.quotes.turning_down import turned_down
from reader.analysis.rules import Order, no, quote, reads, rule
from reader.analysis.stance import stances
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import RELATIVE
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer, doer_after, doer_before, goes_on
from reader.analysis.syntax.nouns import is_mute, nouns
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

_NEAR = 5  # words of "what the council called": by then the clause is another
_ANSWERS = frozenset({"yes", "no"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A verb of saying on its page, with the clause that the parse gives it as its content, if any."""

    page: Syntax
    verb: Token
    clause: Token | None

    def reported(self, lo: int, hi: int, source: Token | None) -> Content | None:
        """What stands in ``lo:hi`` as the words of a source, or as nobody's."""
        end = contested(self.page, lo, hi)
        said = of_word(self.verb, source)
        said = said if end == hi else replace(said, why=(*said.why, CONTESTED))
        return trimmed(self.page, lo, end, said, turned_down(self.verb, source))


# --- The clause that a verb takes.


@rule(
    "quotes.clause",
    "The clause that a verb of saying takes is what its subject reports: X said that …; …, X said.",
    decides=[
        reads(
            "Helen Brandt said that the bridge was old.",
            quote("that the bridge was old", speaker="Helen Brandt", kind="indirect"),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt crossed the bridge that her uncle had built.",
            no(quote("that her uncle had built")),
        )
    ],
)
def clause_of(telling: Telling) -> Content | None:
    """The content clause, before or after the verb."""
    clause = telling.clause
    return None if clause is None or _spoils(telling, clause) else _reported(telling, clause)


@rule(
    "quotes.told_clause",
    "A finite clause behind the one who is told, with a subject of its own, is told: told the jury she had seen it.",
    decides=[
        reads(
            "Father Nils Feld told the inquest he had warned the pilot.",
            quote("he had warned the pilot", speaker="Nils Feld", kind="indirect"),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt told the man who had seen the lorry.",
            no(quote("who had seen the lorry")),
        )
    ],
)
def told_clause(telling: Telling) -> Content | None:
    """What the parse takes for a clause about the jury."""
    verb = telling.verb
    if telling.clause is not None or cues().lemma(verb) not in cues().addressing:
        return None
    objects = (child for child in verb.rights if rel.is_told(child))
    clauses = (child for noun in objects for child in noun.rights if rel.is_relative_clause(child))
    clause = next((clause for clause in clauses if _is_bare(clause)), None)
    return None if clause is None or _spoils(telling, clause) else _reported(telling, clause)


@rule(
    "quotes.answer",
    "A bare yes or no behind a verb of saying is what was answered.",
    decides=[
        reads(
            "Asked whether she would resign, Helen Brandt said no.",
            quote("no", speaker="Helen Brandt", kind="indirect"),
        ),
    ],
    leaves=[reads("Helen Brandt said no trains were late.", no(quote("no")))],
)
def answer(telling: Telling) -> Content | None:
    """The answer, where the verb takes no clause."""
    page, verb = telling.page, telling.verb
    at, last = verb.i + 1, len(page.doc) - 1
    bare = at <= last and page.word(at).lower() in _ANSWERS and (at == last or page.doc[at + 1].is_punct)
    if telling.clause is not None or not bare or page.marked[at]:
        return None
    source = doer_before(page, verb)
    return None if source is None else telling.reported(at, at + 1, source)


def _content_of(page: Syntax, verb: Token) -> Token | None:
    """The clause a verb reports: not one that a colon parts from it ("Fares rise: Brandt said they double")."""
    clauses = [child for child in verb.children if rel.is_content(child)]
    clauses = [c for c in clauses if not _before_colon(page, c, verb) and not _is_perceived(c, verb)]
    near = (c for c in clauses if c.i > verb.i or not page.holds(";", c.i, verb.i))
    return next(near, clauses[0] if clauses else None)


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


def _is_bare(clause: Token) -> bool:
    """A finite clause that begins with its own subject: "she had seen it"."""
    subject = rel.first(clause.lefts, rel.is_subject)
    if subject is None or subject.left_edge.i != clause.left_edge.i:
        return False
    return subject.lower_ not in RELATIVE


def _reported(telling: Telling, clause: Token) -> Content | None:
    """What a clause before or after its verb reports."""
    page, verb = telling.page, telling.verb
    follows = clause.i < verb.i
    source = (doer_after if follows else doer_before)(page, verb)
    lo, hi = begins(clause), _end(clause)
    if follows:
        lo = after_semicolon(page, lo, verb.i)
        hi = min(hi, verb.i if source is None or source.i > verb.i else source.left_edge.i)
        if not _is_set_off(page, hi):
            return None
    return telling.reported(lo, hi, source)


def _is_set_off(page: Syntax, at: int) -> bool:
    """ "The bridge is old, he said", not "He struck before she added a third"."""
    return page.doc[at].is_punct or page.doc[at - 1].is_punct


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


def _spoils(telling: Telling, clause: Token) -> bool:
    """A clause that is no content: it is wholly in marks, or marked words or a colon part it from the verb."""
    page, verb = telling.page, telling.verb
    lo, hi = clause.left_edge.i, clause.right_edge.i + 1
    if page.holds(":", lo + 1, clause.i) and any(page.word(at) == ":" for at in range(lo + 1, clause.i)):
        return True  # "disputes that: it says ...": the parse joins two clauses
    while lo < clause.i and (rel.is_opener(page.doc[lo]) or page.doc[lo].is_punct):
        lo += 1
    if page.marked[clause.i] and all(page.marked[lo : clause.i]):
        return True
    return clause.i < verb.i and any(page.marked[hi : verb.i])


# --- What is promised, announced or denied without a clause.


@rule(
    "quotes.to_do",
    "What somebody vows, urges or refuses to do, or asks to be done, is reported: vowed to close it.",
    decides=[
        reads(
            "Helen Brandt vowed to close the bridge.",
            quote("to close the bridge", speaker="Helen Brandt", kind="indirect"),
        ),
    ],
    leaves=[reads("Helen Brandt went to close the bridge.", no(quote("to close the bridge")))],
)
def to_do(telling: Telling) -> Content | None:
    """ "Vowed to do it", "urged them to do it": what is to be done."""
    page, verb = telling.page, telling.verb
    child = next(
        (
            child
            for child in verb.rights
            if rel.is_infinitive_clause(child) and is_base(child) and not page.marked[child.i]
        ),
        None,
    )
    if child is None or (denied_from(child) is not None and any(map(rel.is_content, child.rights))):
        return None  # "refused to confirm that ...": the clause is reported, as not confirmed
    to = next((token for token in child.lefts if token.lower_ == "to"), None)
    source = doer_before(page, verb)
    if to is None or source is None:
        return None
    before = to.nbor(-1)
    first = before.i if rel.is_negating(before) and before.i > verb.i else to.i
    return telling.reported(first, child.right_edge.i + 1, source)


@rule(
    "quotes.deed",
    "What somebody denies, admits or proposes doing is reported: denied taking bribes.",
    decides=[
        reads(
            "Helen Brandt denied taking bribes from the firm.",
            quote("taking bribes from the firm", speaker="Helen Brandt", kind="indirect"),
        ),
    ],
    leaves=[
        reads("Helen Brandt stopped taking bribes from the firm.", no(quote("taking bribes from the firm")))
    ],
)
def deed(telling: Telling) -> Content | None:
    """What is said to be done, as a gerund."""
    said = _object(telling)
    if said is None or not rel.is_open_clause(said):
        return None
    source = doer_before(telling.page, telling.verb)
    return None if source is None else telling.reported(said.left_edge.i, said.right_edge.i + 1, source)


@rule(
    "quotes.thing",
    "What somebody announces, denies or proposes, when it is more than a word or two: announced a ban on lorries.",
    decides=[
        reads(
            "Helen Brandt announced a ban on lorries.",
            quote("a ban on lorries", speaker="Helen Brandt", kind="indirect"),
        ),
    ],
    leaves=[
        reads("Helen Brandt crossed a bridge for lorries.", no(quote("a bridge for lorries"))),
        reads("Helen Brandt claimed victory in the race.", no(quote("victory in the race"))),
    ],
)
def thing(telling: Telling) -> Content | None:
    """What is said, as a noun; what is won is not said: "claimed victory"."""
    page, verb, said = telling.page, telling.verb, _object(telling)
    if said is None or rel.is_open_clause(said):
        return None
    lo, hi = said.left_edge.i, _until(verb, said.right_edge.i + 1)
    if (
        cues().lemma(said) in cues().won.get(cues().lemma(verb), ())
        or (hi - lo <= 2 and not is_gerund(page.doc[lo]))  # but "denied misleading voters"
        or any(page.marked[lo:hi])
    ):
        return None
    source = doer_before(page, verb)
    return None if source is None else telling.reported(lo, hi, source)


def _object(telling: Telling) -> Token | None:
    """The noun or the gerund that a verb takes, outside marks."""
    for child in telling.verb.rights:
        is_deed = rel.is_open_clause(child) and is_gerund(child)
        if (is_deed or (rel.is_object(child) and is_noun(child))) and not telling.page.marked[child.i]:
            return child
    return None


def _until(verb: Token, hi: int) -> int:
    """ "Promised a review by May": the end of what is promised, with when and how it will be."""
    if not (cues().takes(verb, "object") and cues().takes(verb, "infinitive")):
        return hi
    more = next(
        (child for child in verb.rights if child.left_edge.i == hi and rel.is_prepositional(child)), None
    )
    return hi if more is None else more.right_edge.i + 1


# --- What a verb interrupts or ends.


@rule(
    "quotes.around",
    "A verb of saying that commas set off, without a clause of its own, reports the sentence that it interrupts or ends.",
    decides=[
        reads(
            "The bridge, Helen Brandt said, was too old for lorries.",
            quote("was too old for lorries", speaker="Helen Brandt", kind="indirect"),
        ),
    ],
    leaves=[
        reads("In the town by the bridge, Helen Brandt wrote a book.", no(quote("In the town by the bridge")))
    ],
)
def around(telling: Telling) -> Content | None:
    """The longer part of the sentence."""
    page, verb = telling.page, telling.verb
    source = doer_after(page, verb) if telling.clause is None and is_finite(verb) else None
    if source is None or _has_object(verb, source) or is_mute(source):
        return None
    if source.i < verb.i and source.lower_ in RELATIVE:
        return None  # "..., who said of it": the clause that "who" hangs on is not what was said
    lo, hi = page.extent_of(source)
    parts = _parts(page, verb, min(lo, verb.i), max(hi, verb.i + 1))
    if not parts:
        return None
    return trimmed(page, *max(parts, key=lambda part: part[1] - part[0]), of_word(verb, source))


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


@rule(
    "quotes.as_reported",
    "A clause with “as” and a verb of saying that takes nothing reports the sentence around it: as X reports, ….",
    decides=[
        reads(
            "As Helen Brandt reports for the Kolm Post, the first boats came to the harbour last week.",
            quote("the first boats came to the harbour last week", speaker="Helen Brandt"),
        ),
    ],
    leaves=[
        reads(
            "As Helen Brandt said goodbye, the first boats came to the harbour.",
            no(quote("the first boats came to the harbour")),
        )
    ],
)
def as_reported(telling: Telling) -> Content | None:
    """The longer part of the sentence."""
    page, verb = telling.page, telling.verb
    if telling.clause is not None or not rel.is_adverbial_clause(verb) or not is_finite(verb):
        return None
    opener, source = verb.left_edge, rel.first(verb.lefts, rel.is_active_subject)
    if (
        opener.lower_ != "as"
        or source is None
        or not cues().takes(verb, "quote")
        or _has_object(verb, source)
    ):
        return None
    first, last = page.sentence_of(verb.i)
    start, end = opener.i, verb.right_edge.i + 1
    if end < last and page.word(end) != "," and (start == first or page.word(start - 1) != ","):
        return None
    lo, hi = max((first, start), (end, last), key=lambda part: part[1] - part[0])
    if any(page.marked[lo:hi]):
        return None
    return telling.reported(lo, hi, source)


@rule(
    "quotes.in_letter",
    "The clause of a letter or a statement in which somebody says something is said: said in a letter that ….",
    decides=[
        reads(
            "Norvik Energi said in a letter that the pier was old.",
            quote("that the pier was old", speaker="Norvik Energi"),
        ),
    ],
    leaves=[
        reads(
            "Norvik Energi spoke of a letter that the mayor had lost.",
            no(quote("that the mayor had lost")),
        )
    ],
)
def in_letter(telling: Telling) -> Content | None:
    """What the parse takes for a clause about the letter, with a subject of its own."""
    page, verb = telling.page, telling.verb
    if telling.clause is not None:
        return None
    for preposition in filter(rel.is_prepositional, verb.rights):
        noun = rel.object_of(preposition)
        if noun is None or noun.lemma_.lower() not in cues().nouns | nouns().documents:
            continue
        for clause in filter(rel.is_of_noun, noun.rights):
            opener, subject = clause.left_edge, rel.first(clause.lefts, rel.is_subject)
            own = subject is not None and subject.lower_ not in RELATIVE
            if own and opener.lower_ == "that" and rel.is_opener(opener) and not page.marked[opener.i]:
                return telling.reported(opener.i, clause.right_edge.i + 1, doer_before(page, verb))
    return None


# --- Nouns of speech.


@rule(
    "quotes.noun_clause",
    "What a noun of speech says in a clause is its owner's, or whoever makes it: her claim that …; a claim by X that ….",
    decides=[
        reads(
            "Helen Brandt repeated her claim that the bridge was old.",
            quote("that the bridge was old", speaker="Helen Brandt", kind="indirect"),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt rejected the claim that the bridge was old.",
            no(quote("that the bridge was old", speaker="Helen Brandt")),
        )
    ],
)
def noun_clause(page: Syntax, noun: Token) -> Content | None:
    """The first clause with "that" of a noun whose owner is known."""
    for clause in noun.rights:
        if not rel.is_content_of_noun(clause) or page.marked[clause.left_edge.i]:
            continue
        if clause.left_edge.lower_ == "that" and rel.is_opener(clause.left_edge):
            owner = _owner(page, noun)
            if owner is not None:
                return trimmed(page, clause.left_edge.i, clause.right_edge.i + 1, of_word(noun, owner))
    return None


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


@rule(
    "quotes.in_view",
    "The clause around a phrase that says whose view it is: in the mayor's view, ….",
    decides=[
        reads(
            "In Helen Brandt's view, the bridge was too old for lorries.",
            quote("the bridge was too old for lorries", speaker="Helen Brandt", kind="indirect"),
        ),
    ],
    leaves=[
        reads(
            "In Helen Brandt's garden, the bridge was too old for lorries.",
            no(quote("the bridge was too old for lorries")),
        )
    ],
)
def in_view(page: Syntax, noun: Token) -> Content | None:
    """The longer of what stands before and after the phrase."""
    owner = rel.first(noun.lefts, rel.is_owner)
    if owner is None or noun.head.lower_ != "in" or noun.lemma_.lower() not in cues().views:
        return None
    return _around(page, noun.head.i, noun.right_edge.i + 1, of_word(noun, owner))


# --- Phrases that name a source.


@rule(
    "quotes.source_phrase",
    "The clause around a phrase that names a source: according to X, ….",
    decides=[
        reads(
            "According to Helen Brandt, the bridge was old.",
            quote("the bridge was old", speaker="Helen Brandt", kind="indirect"),
        ),
    ],
    leaves=[
        reads(
            "“I am tired,” Helen Brandt said, according to a transcript.",
            quote("“I am tired,”", speaker="Helen Brandt"),
        )
    ],
)
def source_phrase(page: Syntax, word: Token) -> Content | None:
    """The longer of what stands before and after the phrase."""
    attribution = of_phrase(page, word.i)
    if attribution is None or attribution.cue is None or attribution.source is None:
        return None
    end = max(attribution.source.right_edge.i + 1, attribution.cue[1])
    if end >= page.sentence_of(word.i)[1] - 1:  # the parse hangs the whole sentence on the name
        after = (
            at for at in range(attribution.source.i + 1, end) if page.word(at) == "," and not page.marked[at]
        )
        end = next(after, end)
    return _around(page, attribution.cue[0], end, attribution)


def _around(page: Syntax, start: int, end: int, attribution: Attribution) -> Content | None:
    """The longer of what stands before and after ``start:end`` in its clause."""
    first, last = _clause_around(page, start)
    lo, hi = max((first, start), (end, last), key=lambda part: part[1] - part[0])
    other = next((k for k in range(lo, hi) if page.doc[k].lower_ == "according"), None)
    if _is_quoted(page, lo, hi):
        return None  # ""I am tired," he said, according to a transcript": whoever said it is named
    if other is not None and lo != end:
        return None  # a second phrase of the clause has nothing left to report
    return trimmed(page, lo, hi if other is None else other, attribution)


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


# What a verb takes, by the name the lexicon has for it.
_BY_VERB = {
    "infinitive": Order("What does a verb report that is to be done?", to_do),
    "object": Order("What does a verb report without a clause?", deed, thing),
    "clause": Order(
        "What does a verb report in a clause, or in the sentence around it?",
        clause_of,
        told_clause,
        in_letter,
        as_reported,
        around,
        answer,
    ),
}
_BY_NOUN = Order("What does a noun of speech report?", noun_clause)
_BY_VIEW = Order("What is somebody's view?", in_view)
_BY_PHRASE = Order("What does a phrase report that names a source?", source_phrase)


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
    things = [cue for cue in cued if is_thing(cue)]
    found = [
        content
        for cue in cued
        if is_verb(cue) and cue.lemma in known.verbs
        for content in _by_verb(page, cue)
    ]
    for order, numbers, words in (
        (_BY_NOUN, known.nouns, things),
        (_BY_VIEW, known.views, things),
        (_BY_PHRASE, known.phrases, cued),
    ):
        decisions = (order.first(page, word) for word in words if word.lemma in numbers)
        found += [_by_rule(one.answer, one.rule) for one in decisions if one is not None]
    return found


def _without_cue(page: Syntax, content: Content) -> Content | None:
    """Content that holds its own cue: what follows it in "which critics said was unfair"; nothing in "what he said was a routine"."""
    if content.hi == content.lo + 1 and opens_question(page.doc[content.lo]):
        return None  # "did not know why"
    cue = content.attribution.cue
    inside = cue is not None and content.lo <= cue[0] < content.hi
    if page.word(content.lo).lower() == "what":
        near = page.tokens(content.lo + 1, min(content.lo + _NEAR, content.hi))
        named = any(cues().takes(token, "label") or cues().takes(token, "quote") for token in near)
        return None if inside or named else content
    if not inside or cue is None:
        return content
    return trimmed(page, cue[1], content.hi, content.attribution, content.turned_down)


def _by_verb(page: Syntax, verb: Token) -> Iterator[Content]:
    """What a verb reports in each of the ways that it takes something."""
    taken = cues().taken_by(verb)
    telling = Telling(page, verb, _content_of(page, verb) if "clause" in taken else None)
    for what, order in _BY_VERB.items():
        one = order.first(telling) if what in taken else None
        content = None if one is None else _without_cue(page, one.answer)
        if one is not None and content is not None:
            yield _by_rule(content, one.rule)


def _by_rule(content: Content, name: str) -> Content:
    """The content with the name of the rule that found it, before those that say whose it is."""
    said = content.attribution
    return replace(content, attribution=replace(said, why=(name, *said.why)))


@cache
def lemmas() -> Lemmas:
    """The lemmas of the lexicon, numbered once."""
    verbs = _numbers([*cues().verbs, *cues().lemmas])
    nouns, views = _numbers(cues().nouns), _numbers(cues().views)
    phrases = _numbers([*cues().sources, "accord"])
    return Lemmas(verbs | nouns | views | phrases, verbs, nouns, views, phrases)


def _numbers(words: Iterable[str]) -> frozenset[int]:
    return frozenset(get_string_id(word) for word in words)
