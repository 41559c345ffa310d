"""The event of a time: its clause in one line, the subject named, the time itself left out."""

from collections.abc import Collection, Iterable, Iterator, Set
from functools import cached_property

from spacy.tokens import Span, Token

from reader.analysis.entities.index import Names
from reader.analysis.lexicon import words
from reader.analysis.rules import Order, reads, rule, when
from reader.analysis.timeline.clauses import Clause, subject_of
from reader.analysis.timeline.page import Page
from reader.analysis.timeline.wording import LONGEST, line, phrase, set_off, spans, text_of, tidied

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

    def event(self, clause: Clause, span: Span) -> tuple[str | None, tuple[str, ...]]:
        """The event of one time, None where nothing but the time is said, and the rules that chose its words."""
        if clause.noun is None and clause.verb is not None and (compared := COMPARED.first(span)):
            return self._compared(clause.verb, compared.answer), (*clause.why, compared.rule)
        return self._told(clause, span), clause.why

    def _told(self, clause: Clause, span: Span) -> str | None:
        if clause.noun is not None:
            said = text_of(phrase(clause.noun, self._times))
            owner = self._owner(clause, span)
            return line(f"{owner} {said}" if owner else said)
        if clause.verb is None:
            sentence = self._page.sentence(span[0])[:_ENOUGH]
            told = [token for token in sentence if not token.is_space and token.i not in self._times]
            return line(text_of(tidied(told)))
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


_KINDS = {"he": ("person",), "she": ("person",), "it": ("place", "organisation")}
_OF_THE_SPEAKER = frozenset({"am", "'m", "’m", "have", "'ve", "’ve", "do"})  # forms that go with "I" alone


class Subjects:
    """Names the subjects of one document.

    Args:
        times: the places of words that say when, which are no part of a name.
    """

    def __init__(self, page: Page, times: Set[int]) -> None:
        self._page, self._doc, self._times = page, page.doc, times

    @cached_property
    def _names(self) -> Names:
        return Names(self._doc._.article_entities)

    @cached_property
    def _speakers(self) -> dict[str | None, str]:
        return {speaker.id: speaker.name for speaker in self._doc._.article_speakers}

    @cached_property
    def _mentions(self) -> dict[int, str]:
        """Who speaks, by the offset of the words that name them, pronouns among them."""
        quotes = [quote for quote in self._doc._.article_quotes if quote.mention]
        return {
            quote.mention.start: self._speakers[quote.speaker]
            for quote in quotes
            if quote.speaker in self._speakers
        }

    def name(self, subject: Token, verb: Token | None = None) -> str:
        """The subject's words; a pronoun's by the name of whom it stands for."""
        if subject.lower_ == "i":
            return self._speaker_at(subject, verb) or subject.text
        alone = not any(child.dep_ in ("conj", "preconj") for child in subject.children)
        if alone and (subject.pos_ == "PRON" or subject.tag_ in ("PRP", "DT")):
            if subject.lower_ == "it" and verb is not None and _stands_for_nothing(verb):
                return subject.text
            return self._mentions.get(subject.idx) or self._antecedent(subject) or subject.text
        return text_of(phrase(subject, self._times, verb))

    def _speaker_at(self, pronoun: Token, verb: Token | None) -> str | None:
        """Who says "I", where the verb's form goes with a name as well."""
        forms = {verb.lower_, *(child.lower_ for child in verb.children)} if verb is not None else set()
        if forms & _OF_THE_SPEAKER or (verb is not None and verb.tag_ == "VBP"):
            return None
        quotes = [quote for quote in self._doc._.article_quotes if quote.kind == "direct"]
        said = next((quote for quote in quotes if quote.start <= pronoun.idx < quote.end), None)
        return self._speakers.get(said.speaker) if said else None

    def _antecedent(self, pronoun: Token) -> str | None:
        """The person, or for "it" the place or organisation, named last before a pronoun."""
        kinds = _KINDS.get(pronoun.lower_)
        if kinds is None:
            return None
        before = self._page.sentence_before(pronoun)
        near = [pair for pair in self._names.within(before.start_char, pronoun.idx) if pair[1].kind in kinds]
        if not near:
            return self._named_subject(before, kinds)
        subjects = [entity for mention, entity in near if self._is_subject(mention.start, mention.end)]
        return (subjects or [near[-1][1]])[-1].name

    def _named_subject(self, sentence: Span, kinds: Collection[str]) -> str | None:
        """The subject of a sentence, where it is a name of what can be meant."""
        subject = subject_of(sentence.root)
        if subject is None or subject.pos_ != "PROPN":
            return None
        known = [entity.kind for _, entity in self._names.within(subject.idx, subject.idx + len(subject))]
        if known and known[0] not in kinds:
            return None
        return text_of(phrase(subject, self._times))

    def _is_subject(self, start: int, end: int) -> bool:
        span = self._doc.char_span(start, end, alignment_mode="expand")
        return span is not None and span.root.dep_ in ("nsubj", "nsubjpass")


def _stands_for_nothing(verb: Token) -> bool:
    """ "it was clear that he lied", "it is the mayor who lied", "it took them five hours"."""
    if verb.lemma_ == "take":
        return True
    if verb.lemma_ != "be":
        return False
    attributes = [child for child in verb.children if child.dep_ == "attr"]
    clauses = [child.dep_ for child in verb.children] + [
        under.dep_ for one in attributes for under in one.children
    ]
    return bool({"ccomp", "csubj", "relcl"} & set(clauses))


# The last word of comparisons in twos, with the list of the lexicon that the first is from.
_FIRST_OF_TWO = {"from": "updown", "with": "compared", "to": "compared"}
_REACH = 10  # words from "compared with" to the time


@rule(
    "timeline.figure_compared",
    "A time that ends a comparison is that of the earlier figure: up from 13 four years ago, compared with 9 in 2019.",
    decides=[
        reads(
            "Turnout rose to 71 per cent, compared with 69 per cent in 2019.",
            when("2019", event="Turnout, compared with 69 per cent"),
        )
    ],
    leaves=[reads("Turnout rose to 71 per cent in 2019.", when("2019", event="Turnout rose to 71 per cent"))],
)
def comparison_of(span: Span) -> Span | None:
    """The phrase a time stands at the end of, from "up from" to the figure; None where it ends no such phrase."""
    doc = span.doc
    end = _figure_end(span)
    figure = False
    for i in range(end - 1, max(end - 1 - _REACH, 0), -1):
        if (start := _comparator(doc[i])) is not None:
            return doc[start:end] if figure else None
        if doc[i].pos_ in ("VERB", "AUX") or doc[i].is_sent_start or doc[i].text in (",", ";", ":", "–", "—"):
            return None
        figure = figure or doc[i].like_num
    return None


def measured_by(verb: Token) -> Token | None:
    """Whose figure a clause gives: its object where that is a thing ("a dividend of …"), else its subject."""
    for child in verb.children:
        counted = any(word.like_num for word in child.lefts)
        if child.dep_ == "dobj" and child.pos_ == "NOUN" and not counted:
            return child
    return subject_of(verb)


def _figure_end(span: Span) -> int:
    """Where the words before a time end, its preposition and article left out."""
    end = span.start
    while end and span.doc[end - 1].pos_ in ("ADP", "DET") and _comparator(span.doc[end - 1]) is None:
        end -= 1
    return end


def _comparator(token: Token) -> int | None:
    """Where the comparison begins whose last word this is."""
    word = token.lower_
    if word in words("tense", "versus"):
        return token.i
    firsts = _FIRST_OF_TWO.get(word)
    if firsts and token.i and token.nbor(-1).lower_ in words("tense", firsts):
        return token.i - 1
    return None


COMPARED: "Order[[Span], Span]" = Order(
    "Does a time belong to a figure that is compared with?", comparison_of
)
