"""The event of a time: its clause in one line, the subject named, the time itself left out."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.timeline.clauses import Clause, subject_of
from reader.analysis.timeline.comparisons import comparison_of, measured_by
from reader.analysis.timeline.page import Page
from reader.analysis.timeline.phrases import phrase, set_off, spans
from reader.analysis.timeline.subjects import Subjects
from reader.analysis.timeline.wording import LONGEST, line, text_of, tidied

_ENOUGH = 40  # words: more than a line holds
_HELPERS = frozenset({"aux", "auxpass", "neg", "prt"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "ccomp", "xcomp", "agent"})
_COMPLEMENTS = _OBJECTS | {"acomp", "oprd", "prep", "advmod", "pobj"}
_LEADING = frozenset({"prep", "agent"})  # they say something only with what follows them
# What a time is where the clause says nothing without it: "the trial lasts six weeks".
_SAID_OF_IT = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})


class Events:
    """Puts the events of one document into words.

    Args:
        times: the spans of all expressions, whose words belong in no event but as its subject or object.
    """

    def __init__(self, page: Page, times: Iterable[Span]) -> None:
        self._page = page
        self._times = {i for span in times if not _needed(span) for i in range(span.start, span.end)}
        self._subjects = Subjects(page, self._times)

    def event(self, clause: Clause, span: Span) -> str | None:
        """The event of one time, None where nothing but the time is said."""
        if clause.noun is not None:
            said = text_of(phrase(clause.noun, self._times))
            owner = self._owner(clause, span)
            return line(f"{owner} {said}" if owner else said)
        if clause.verb is None:
            sentence = self._page.sentence(span[0])[:_ENOUGH]
            told = [token for token in sentence if not token.is_space and token.i not in self._times]
            return line(text_of(tidied(told)))
        if compared := comparison_of(span):
            return self._compared(clause.verb, compared)
        return self._clause(clause.verb)

    def _compared(self, verb: Token, figures: Span) -> str | None:
        """ "Turnout, compared with 69 per cent": what is measured, and what it was then."""
        measured = measured_by(verb)
        before = measured is not None and measured.i < figures.start
        whole = self._subjects.name(measured, verb) if measured is not None and before else ""
        told = [token for token in figures if token.i not in self._times]
        return line(f"{whole}, {text_of(tidied(told))}")

    def _owner(self, clause: Clause, span: Span) -> str:
        """ "Orrin's" for the independence of the clause's subject, where the noun names no owner."""
        noun = clause.noun
        if noun is None or clause.verb is None or noun.i != span.start - 1 or any(noun.children):
            return ""
        subject = subject_of(clause.verb)
        named = (
            subject is not None
            and subject.pos_ == "PROPN"
            and not any(c.dep_ == "prep" for c in subject.children)
        )
        return f"{self._subjects.name(subject)}’s" if subject is not None and named else ""

    def _clause(self, verb: Token) -> str | None:
        """Subject, verb and complements, shortened from the end until they fit a line."""
        subject = subject_of(verb)
        inside = self._verb(verb)
        parts = [self._subjects.name(subject, verb)] if subject is not None else []
        parts.append(text_of(inside))
        kept = [text_of(said) for said in self._complements(verb, subject, inside)]
        if verb.dep_ == "relcl" and subject != verb.head and _lacks_object(verb):
            kept.insert(0, text_of(phrase(verb.head, self._times, verb)))
        while kept and len(" ".join([*parts, *kept])) > LONGEST and len(kept) > 1:
            kept.pop()
        return line(" ".join(part for part in [*parts, *kept] if part))

    def _verb(self, verb: Token) -> list[Token]:
        """The verb with its helpers and what stands between them ("was already asleep")."""
        own = [child for child in verb.children if child.dep_ in _HELPERS and child.i not in self._times]
        first = min((child.i for child in own), default=verb.i - 1)
        between = [child for child in verb.children if child.dep_ == "advmod" and first <= child.i < verb.i]
        inside = [child for child in between if child.i not in self._times]
        return sorted([*own, *inside, verb], key=lambda token: token.i)

    def _complements(self, verb: Token, subject: Token | None, inside: list[Token]) -> Iterator[list[Token]]:
        """What the clause says besides subject and verb: not what leads up to it, nor what it quotes."""
        start = min(verb.i, subject.i if subject is not None else verb.i)
        for child in verb.children:
            if child.dep_ not in _COMPLEMENTS and not (spans(child, verb) or _measures(child)):
                continue
            if child.i in self._times or child.i < start or child in inside:
                continue
            if child == subject or _is_aside(child, verb):
                continue
            said = phrase(child, self._times)
            if said[1:] or child.dep_ not in _LEADING:
                yield said


def _lacks_object(verb: Token) -> bool:
    """Whether a relative clause is about its object, "an email he sent"; not about a place, "where the lake dropped"."""
    return not any(child.tag_ == "WRB" or child.dep_ == "dobj" for child in verb.children)


def _is_aside(child: Token, verb: Token) -> bool:
    """What says nothing of the event itself: a question word, a statement that is quoted, an afterthought."""
    if child.tag_ in ("WDT", "WP", "WRB"):
        return child.i < verb.i
    if child.dep_ == "ccomp":
        return child.i < verb.i or any(other.text in words("tense", "marks") for other in child.subtree)
    return child.dep_ not in _OBJECTS and set_off(child)


def _measures(child: Token) -> bool:
    """ "fell 3%", "moved ten yards"."""
    return child.dep_ == "npadvmod" and any(word.like_num for word in child.subtree)


def _needed(span: Span) -> bool:
    """Whether a time is what its clause is about: "the trial lasted six weeks", "Monday is too late"."""
    head = span.root.head
    if head.pos_ not in ("VERB", "AUX"):
        return False
    return span.root.dep_ in _SAID_OF_IT or head.lemma_ in words("tense", "lasting")
