"""The event of a time: its clause in one line, the subject named, the time itself left out."""

import re
from collections.abc import Iterable, Iterator, Set
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from reader.analysis.lexicon import words
from reader.analysis.rules import Order, reads, rule, when
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.antecedents import antecedents_of
from reader.analysis.syntax.clauses import subject as subject_of
from reader.analysis.syntax.phrases import is_length_of, is_set_off, words_of
from reader.analysis.syntax.view import Syntax
from reader.analysis.timeline.clauses import Clause

_ENOUGH = 40  # words: more than a line holds
LONGEST = 100  # characters, about one line of a panel

_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]’”])|\s+('s|’s|n't|n’t)\b")
_SPACE_AFTER = re.compile(r"([(\[“$£€])\s+")


class Events:
    """Puts the events of one document into words.

    Args:
        times: the spans of all expressions, whose words belong in no event but as its subject or object.
    """

    def __init__(self, view: Syntax, times: Iterable[Span]) -> None:
        self._view = view
        self._times = {i for span in times if not _needed(span) for i in range(span.start, span.end)}
        self._subjects = Subjects(view, self._times)

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
            sentence = _sentence(self._view, span[0])[:_ENOUGH]
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
            and word.is_name(subject)
            and not any(map(rel.is_prepositional, subject.children))
        )
        return f"{self._subjects.name(subject)}’s" if subject is not None and named else ""

    def _clause(self, verb: Token) -> str | None:
        """Subject, verb and complements, shortened from the end until they fit a line."""
        subject = subject_of(verb)
        inside = self._verb(verb)
        parts = [self._subjects.name(subject, verb)] if subject is not None else []
        parts.append(text_of(inside))
        kept = [text_of(said) for said in self._complements(verb, subject, inside)]
        if rel.is_relative_clause(verb) and subject != verb.head and _lacks_object(verb):
            kept.insert(0, text_of(phrase(verb.head, self._times, verb)))
        while kept and len(" ".join([*parts, *kept])) > LONGEST and len(kept) > 1:
            kept.pop()
        return line(" ".join(part for part in [*parts, *kept] if part))

    def _verb(self, verb: Token) -> list[Token]:
        """The verb with its helpers and what stands between them ("was already asleep")."""
        own = [child for child in verb.children if rel.is_part_of_verb(child) and child.i not in self._times]
        first = min((child.i for child in own), default=verb.i - 1)
        between = [child for child in verb.children if rel.is_adverbial(child) and first <= child.i < verb.i]
        inside = [child for child in between if child.i not in self._times]
        return sorted([*own, *inside, verb], key=lambda token: token.i)

    def _complements(self, verb: Token, subject: Token | None, inside: list[Token]) -> Iterator[list[Token]]:
        """What the clause says besides subject and verb: not what leads up to it, nor what it quotes."""
        start = min(verb.i, subject.i if subject is not None else verb.i)
        for child in verb.children:
            if not rel.is_complement(child) and not (is_length_of(child, verb) or _measures(child)):
                continue
            if child.i in self._times or child.i < start or child in inside:
                continue
            if child == subject or _is_aside(child, verb):
                continue
            said = phrase(child, self._times)
            if said[1:] or not rel.is_leading(child):
                yield said


def _lacks_object(verb: Token) -> bool:
    """Whether a relative clause is about its object, "an email he sent"; not about a place, "where the lake dropped"."""
    return not any(word.is_where(child) or rel.is_object(child) for child in verb.children)


def _is_aside(child: Token, verb: Token) -> bool:
    """What says nothing of the event itself: a question word, a statement that is quoted, an afterthought."""
    if word.is_question_word(child):
        return child.i < verb.i
    if rel.is_content(child):
        return child.i < verb.i or any(other.text in words("tense", "marks") for other in child.subtree)
    return not rel.is_taken(child) and is_set_off(child)


def _measures(child: Token) -> bool:
    """ "fell 3%", "moved ten yards"."""
    return rel.is_adverbial_noun(child) and any(part.like_num for part in child.subtree)


def _needed(span: Span) -> bool:
    """Whether a time is what its clause is about: "the trial lasted six weeks", "Monday is too late"."""
    head = span.root.head
    if not word.is_verbal(head):
        return False
    return rel.is_subject_or_object(span.root) or head.lemma_ in words("tense", "lasting")


class Subjects:
    """Names the subjects of one document.

    Args:
        times: the places of words that say when, which are no part of a name.
    """

    def __init__(self, view: Syntax, times: Set[int]) -> None:
        self._view, self._doc, self._times = view, view.doc, times

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
        if subject.lower_ in words("tense", "speaker"):
            return self._speaker_at(subject, verb) or subject.text
        alone = not any(map(rel.is_joined, subject.children))
        if alone and word.stands_for_another(subject):
            if subject.lower_ in words("tense", "empty") and verb is not None and _stands_for_nothing(verb):
                return subject.text
            return self._mentions.get(subject.idx) or self._antecedent(subject) or subject.text
        return text_of(phrase(subject, self._times, verb))

    def _speaker_at(self, pronoun: Token, verb: Token | None) -> str | None:
        """Who says "I", where the verb's form goes with a name as well."""
        forms = {verb.lower_, *(child.lower_ for child in verb.children)} if verb is not None else set()
        if forms & words("tense", "of_the_speaker") or (verb is not None and word.is_plain_present(verb)):
            return None
        quotes = [quote for quote in self._doc._.article_quotes if quote.kind == "direct"]
        said = next((quote for quote in quotes if quote.start <= pronoun.idx < quote.end), None)
        return self._speakers.get(said.speaker) if said else None

    def _antecedent(self, pronoun: Token) -> str | None:
        """The name or the words of what a pronoun stands for; None where nobody knows."""
        antecedents = antecedents_of(self._doc)
        head = antecedents.head_of(pronoun)
        if head is None or head.i in self._times:
            return None
        return antecedents.named.name(head) or text_of(phrase(head, self._times, pronoun))


def _stands_for_nothing(verb: Token) -> bool:
    """ "it was clear that he lied", "it is the mayor who lied", "it took them five hours"."""
    if verb.lemma_ in words("tense", "takes_time"):
        return True
    if verb.lemma_ != "be":
        return False
    attributes = filter(rel.is_attribute, verb.children)
    below = [*verb.children, *(under for one in attributes for under in one.children)]
    return any(map(rel.is_told_of_it, below))


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
        if word.is_verbal(doc[i]) or doc[i].is_sent_start or doc[i].text in (",", ";", ":", "–", "—"):
            return None
        figure = figure or doc[i].like_num
    return None


def measured_by(verb: Token) -> Token | None:
    """Whose figure a clause gives: its object where that is a thing ("a dividend of …"), else its subject."""
    for child in verb.children:
        counted = any(part.like_num for part in child.lefts)
        if rel.is_object(child) and word.is_thing(child) and not counted:
            return child
    return subject_of(verb)


def _figure_end(span: Span) -> int:
    """Where the words before a time end, its preposition and article left out."""
    end = span.start
    while end and _leads(span.doc[end - 1]) and _comparator(span.doc[end - 1]) is None:
        end -= 1
    return end


def _leads(token: Token) -> bool:
    return word.is_preposition(token) or word.is_article(token)


def _comparator(token: Token) -> int | None:
    """Where the comparison begins whose last word this is."""
    last = token.lower_
    if last in words("tense", "versus"):
        return token.i
    before = token.nbor(-1).lower_ if token.i else ""
    up_from = last in words("tense", "updown_from") and before in words("tense", "updown")
    compared = last in words("tense", "compared_with") and before in words("tense", "compared")
    return token.i - 1 if up_from or compared else None


COMPARED: "Order[[Span], Span]" = Order(
    "Does a time belong to a figure that is compared with?", comparison_of
)


# --- Words as a line.


def _sentence(view: Syntax, token: Token) -> Span:
    return view.doc[slice(*view.sentence_of(token.i))]


def phrase(head: Token, times: Set[int], without: Token | None = None) -> list[Token]:
    """The words below a head, in order, without those at the places of times and without one that is named."""
    return list(tidied(words_of(head, lambda token: token.i in times, without)))


def text_of(tokens: Iterable[Token]) -> str:
    """Tokens as text, with a space wherever words were left out."""
    parts: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None and (last.whitespace_ or token.i != last.i + 1):
            parts.append(" ")
        parts.append(token.text)
        last = token
    return _SPACE_AFTER.sub(r"\1", _SPACE_BEFORE.sub(r"\1\2", "".join(parts)))


def tidied(tokens: list[Token]) -> Iterator[Token]:
    """Without quotation marks, punctuation beside a gap, an "and" that leads nowhere, and the "at" of a time left out."""
    kept = {token.i for token in tokens}
    last = tokens[-1].i if tokens else 0
    for token in tokens:
        alone = rel.is_mark(token) and not {token.i - 1, token.i + 1} <= kept
        if alone or token.text in words("tense", "marks") or (rel.is_coordinator(token) and token.i == last):
            continue
        if not rel.is_prepositional(token) or token.i + 1 in kept or not _is_time(token.doc, token.i + 1):
            yield token


def _is_time(doc: Doc, at: int) -> bool:
    return at < len(doc) and (word.is_time(doc[at]) or doc[at].text[0].isdigit())


def line(text: str) -> str | None:
    """One line, cut at a word where it is too long; None for nothing."""
    whole = " ".join(text.split()).strip(" ,;:–—-")
    if len(whole) > LONGEST:
        whole = whole[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return whole or None
