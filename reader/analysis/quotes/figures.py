"""Whose a figure is where a verb names who puts it so: "puts the damage at £3m", "says £20m", "had expected 40 boats".

They are reports of a figure, no quotations: claims attribute by them, and no panel lists them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.reports import Reason, Report
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.antecedents import antecedents_of
from reader.analysis.syntax.clauses import agent, is_passive
from reader.analysis.syntax.doers import doer, is_time_or_amount
from reader.analysis.syntax.nouns import is_body
from reader.analysis.syntax.polarity import is_nobody
from reader.analysis.syntax.view import Syntax, view_of
from reader.analysis.syntax.words import is_amount, is_money_sign, is_noun, is_numeral, is_present

_ADDED = 8  # words of what a comma adds to a figure


@dataclass(frozen=True, slots=True)
class Way:
    """A way to put a figure: the list of its verbs in the lexicon, and the words under the verb that hold the figure."""

    verbs: tuple[str, ...]
    holds: Callable[[Token], bool]
    within: Callable[[Token], Iterable[Token]] = lambda verb: verb.children


def _is_at(child: Token) -> bool:
    """ "At £3m" of "puts the damage at £3m"."""
    placed = rel.is_prepositional(child) and child.lower_ == "at"
    return placed and any(map(rel.is_object, child.head.children))


def _is_named(child: Token) -> bool:
    """The object of "says £20m", which the model may take for a measure."""
    return rel.is_object(child) or (rel.is_adverbial_noun(child) and any(map(is_money_sign, child.subtree)))


def _is_found(child: Token) -> bool:
    """What a survey, a study or a poll found, object and all."""
    subject = doer(view_of(child.doc), child.head) if rel.is_object(child) else None
    return subject is not None and subject.lemma_.lower() in lexicon.words("claim_sources", "studies")


def _below_objects(verb: Token) -> Iterator[Token]:
    """What hangs on what a verb takes: the clause of "reminded members that it had cost £3m"."""
    return (below for child in verb.children if rel.is_object(child) for below in child.children)


def _is_reminder(clause: Token) -> bool:
    """A clause with "that" and a subject of its own, which the model has for a relative one."""
    own = rel.first(clause.children, rel.is_subject)
    opens = clause.left_edge.lower_ in lexicon.words("claim_sources", "opening")
    return rel.is_relative_clause(clause) and opens and own is not None and own != clause.left_edge


def _is_seen(child: Token) -> bool:
    """What a body sees coming: "it still sees free cash flow of £1bn"."""
    verb = child.head
    seer = rel.first(verb.children, rel.is_active_subject)
    if not rel.is_object(child) or not is_present(verb) or seer is None:
        return False
    meant = seer if is_noun(seer) else antecedents_of(verb.doc).head_of(seer, speaks=True)
    return meant is not None and (
        is_body(meant) or meant.lemma_.lower() in lexicon.words("claim_sources", "foreseers")
    )


_WAYS = (
    Way(("reminding",), _is_reminder, _below_objects),
    Way(("seeing",), _is_seen),
    Way(("reporting",), rel.is_content),  # "says the damage is £3m"
    Way(("placing",), _is_at),
    Way(("naming", "foreseeing"), _is_named),
    Way(("finding",), _is_found),
)


def figures(view: Syntax) -> list[Report]:
    """What verbs put as somebody's figure, and what looks so and is nobody's, in text order."""
    known, doc = _ways_by_lemma(), view.doc
    ways = ((at, known[lemma]) for at, lemma in enumerate(view.lemmas) if lemma in known)
    found = [report for at, row in ways for report in _of_verb(view, doc[at], row)]
    named = (doc[at] for at, word in enumerate(view.lemmas) if word == _ACCORDING)
    return sorted(
        [*found, *filter(None, (_according(view, token) for token in named))], key=lambda report: report.start
    )


_ACCORDING = get_string_id("accord")


def _according(view: Syntax, according: Token) -> Report | None:
    """What stands before ", according to the letter,"."""
    doc, at = view.doc, according.i
    lo = view.sentence_of(at)[0]
    if at <= lo + 1 or doc[at - 1].text != "," or view.marked[at]:
        return None
    to = rel.first(according.children, rel.is_prepositional)
    source = None if to is None else rel.object_of(to)
    begin = max((token.i + 1 for token in doc[lo : at - 1] if token.text == ";"), default=lo)
    if source is None or not is_noun(source) or is_amount(source):
        return None
    if rel.is_coordinator(doc[at - 2]):  # "it burst and, according to the police, 40 were hurt"
        behind = source.right_edge.i + 1
        if behind + 1 >= len(doc) or doc[behind].text != ",":
            return None
        start, end = view.span(behind + 1, view.sentence_of(at)[1])
        return Report(start, end, source.i, at)
    start, end = view.span(begin, at - 1)
    return Report(start, end, source.i, at)


def _of_verb(view: Syntax, verb: Token, ways: tuple[Way, ...]) -> Iterator[Report]:
    for way in ways:
        if "foreseeing" in way.verbs and (foreseen := _foreseen(verb)) is not None:
            amount, expecting = foreseen
            start, end = view.span(amount.left_edge.i, amount.i + 1)
            yield Report(start, end, expecting.i, verb.i)
        for child in filter(way.holds, way.within(verb)):
            places = [token.i for token in child.subtree]  # also those that the parse hangs across others
            if _is_at(child):
                places += [token.i for token in _beside(child)]
            if "finding" in way.verbs:  # "found rust in 61 of the 84 columns"
                places += [t.i for below in verb.rights if rel.is_prepositional(below) for t in below.subtree]
            start, end = view.span(min(places), max(places) + 1)
            source, turned_down = _source(verb, child)
            yield Report(start, end, None if source is None else source.i, verb.i, turned_down=turned_down)


def _beside(at: Token) -> list[Token]:
    """What a comma adds to the figure: "at 112, 30 of them children"."""
    after = at.right_edge.i + 1
    doc = at.doc
    if after + 1 >= len(doc) or doc[after].text != "," or not is_numeral(doc[after + 1]):
        return []
    rest = doc[after + 1 : after + 1 + _ADDED]
    stop = next((token.i for token in rest if token.text in ",;." or token.is_sent_start), rest.end)
    return [token for token in rest if token.i < stop]


def _foreseen(verb: Token) -> tuple[Token, Token] | None:
    """The amount that a clause says is expected, and by whom: "the 455 million expected by analysts", "the £6m that analysts had expected"."""
    if not rel.is_of_noun(verb):
        return None
    amount, own = verb.head, rel.first(verb.children, rel.is_active_subject)
    if not (
        is_numeral(amount)
        or any(map(is_money_sign, amount.children))
        or any(map(is_numeral, amount.children))
    ):
        return None
    source = (
        own if own is not None and rel.is_relative_clause(verb) else agent(verb) if is_passive(verb) else None
    )
    return (amount, source) if source is not None and is_noun(source) else None


def _source(verb: Token, said: Token) -> tuple[Token | None, Reason | None]:
    """Who says so, and why nobody does: it is denied, nobody is named, or only by a pronoun."""
    found = next((child for child in verb.children if rel.is_subject(child) and child.i != said.i), None)
    if found is not None and is_time_or_amount(found):  # "a survey that February found"
        meant = doer(view_of(verb.doc), verb)
        return (meant, None) if meant is not None and is_noun(meant) else (None, "unnamed")
    if any(map(rel.is_negating, verb.children)):
        return found, "denied"
    if found is None or not rel.is_active_subject(found):
        return None, "unnamed"
    if is_nobody(found):
        return found, "nobody"
    if is_noun(found):
        return found, None
    meant = antecedents_of(verb.doc).head_of(found, speaks=True)
    return (found, "pronoun") if meant is None or not is_noun(meant) else (meant, None)


@cache
def _ways_by_lemma() -> dict[int, tuple[Way, ...]]:
    """The ways in which each verb puts a figure, by the number of its lemma."""
    by_lemma: dict[int, tuple[Way, ...]] = {}
    for way in _WAYS:
        for verb in {verb for name in way.verbs for verb in lexicon.words("claim_sources", name)}:
            by_lemma[get_string_id(verb)] = (*by_lemma.get(get_string_id(verb), ()), way)
    return by_lemma
