"""The event of a time: its clause in one line, the subject named, the time itself left out."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from spacy.tokens import Span, Token

from reader.analysis.entities.index import Names
from reader.analysis.timeline.clauses import Clause, subject_of
from reader.analysis.timeline.comparisons import comparison_of, measured_by
from reader.analysis.timeline.page import Page
from reader.analysis.timeline.wording import LONGEST, line, text_of, tidied
from reader.analysis.timeline.words import words

_ENOUGH = 40  # words: more than a line holds
_HELPERS = frozenset({"aux", "auxpass", "neg", "prt"})
_COMPLEMENTS = frozenset(
    {
        "dobj",
        "dative",
        "attr",
        "acomp",
        "oprd",
        "agent",
        "xcomp",
        "prep",
        "advmod",
        "ccomp",
        "pobj",
        "nsubj",
        "nsubjpass",
    }
)
_LEFT_OUT = frozenset(
    {"relcl", "advcl", "parataxis", "punct", "cc", "conj", "appos", "mark", "npadvmod", "intj", "dep"}
)
# Conjoined names and things belong together; conjoined clauses do not.
_KEPT_IN_PHRASES = frozenset({"cc", "conj", "punct", "npadvmod"})


class Events:
    """Puts the events of one document into words.

    Args:
        times: the spans of all expressions, none of whose words belong in an event.
    """

    def __init__(self, page: Page, times: Iterable[Span]) -> None:
        self._page, self._doc = page, page.doc
        self._times = {i for span in times for i in range(span.start, span.end)}

    @cached_property
    def _names(self) -> Names:
        return Names(self._doc._.article_entities)

    @cached_property
    def _mentions(self) -> dict[int, str]:
        """Who speaks, by the offset of the words that name them, pronouns among them."""
        speakers = {speaker.id: speaker.name for speaker in self._doc._.article_speakers}
        quotes = [
            quote for quote in self._doc._.article_quotes if quote.mention and quote.speaker in speakers
        ]
        return {quote.mention.start: speakers[quote.speaker] for quote in quotes}

    def event(self, clause: Clause, span: Span) -> str | None:
        """The event of one time, None where nothing but the time is said."""
        if clause.noun is not None:
            said = text_of(self._phrase(clause.noun))
            owner = self._owner(clause, span)
            return line(f"{owner} {said}" if owner else said)
        if clause.verb is None:
            sentence = self._page.sentence(span[0])[:_ENOUGH]
            told = [token for token in sentence if not token.is_space and token.i not in self._times]
            return line(text_of(tidied(told)))
        if compared := comparison_of(span):
            return self._compared(clause.verb, compared)
        return self._clause(clause.verb)

    def _compared(self, verb: Token, phrase: Span) -> str | None:
        """ "Turnout, compared with 69 per cent": what is measured, and what it was then."""
        measured = measured_by(verb)
        whole = self._subject(measured, verb) if measured is not None and measured.i < phrase.start else ""
        return line(f"{whole}, {text_of(tidied([token for token in phrase if token.i not in self._times]))}")

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
        return f"{self._subject(subject)}’s" if subject is not None and named else ""

    def _clause(self, verb: Token) -> str | None:
        """Subject, verb and complements, shortened from the end until they fit a line."""
        subject = subject_of(verb)
        parts = [self._subject(subject, verb)] if subject is not None else []
        parts.append(text_of(self._verb(verb)))
        kept = [text_of(self._phrase(child)) for child in self._complements(verb, subject)]
        if (
            verb.dep_ == "relcl"
            and subject != verb.head
            and not any(child.dep_ == "dobj" for child in verb.children)
        ):
            kept.insert(0, text_of(self._phrase(verb.head, verb)))  # "an email he sent": he sent an email
        while kept and len(" ".join([*parts, *kept])) > LONGEST and len(kept) > 1:
            kept.pop()
        return line(" ".join(part for part in [*parts, *kept] if part))

    def _verb(self, verb: Token) -> list[Token]:
        """The verb with its helpers; a relative clause keeps them, its pronoun goes."""
        own = [child for child in verb.children if child.dep_ in _HELPERS and child.i not in self._times]
        return sorted([*own, verb], key=lambda token: token.i)

    def _complements(self, verb: Token, subject: Token | None) -> Iterator[Token]:
        """What the clause says besides subject and verb: not what leads up to it, nor what it quotes."""
        start = min(verb.i, subject.i if subject is not None else verb.i)
        for child in verb.children:
            if (
                child.dep_ not in _COMPLEMENTS
                or child.i in self._times
                or child.i < start
                or child == subject
            ):
                continue
            if child.dep_ in ("nsubj", "nsubjpass") or child.tag_ in ("WDT", "WP", "WRB"):
                continue
            if child.dep_ == "ccomp" and (child.i < verb.i or self._quoted(child)):
                continue
            if child.dep_ in ("prep", "agent") and not self._phrase(child)[1:]:
                continue
            yield child

    def _quoted(self, token: Token) -> bool:
        return any(other.text in words("tense", "marks") for other in token.subtree)

    def _phrase(self, head: Token, without: Token | None = None) -> list[Token]:
        """The words below a head, in order, without times and clauses of their own."""
        found: list[Token] = []
        waiting = [head]
        while waiting:
            token = waiting.pop()
            if token.i in self._times or token.is_space or token == without:
                continue
            found.append(token)
            for child in token.children:
                kept = child.dep_ not in _LEFT_OUT or _belongs(child, token)
                if kept and not self._only_time(child):
                    waiting.append(child)
        found.sort(key=lambda token: token.i)
        return list(tidied(found))

    def _only_time(self, token: Token) -> bool:
        """Whether a preposition leads to nothing but a time."""
        if token.dep_ != "prep" and token.pos_ != "ADP":
            return False
        below = [child for child in token.children if not child.is_punct]
        return bool(below) and all(child.i in self._times for child in below)

    def _subject(self, subject: Token, verb: Token | None = None) -> str:
        """The subject's words; a pronoun's by the name of whom it stands for."""
        if subject.pos_ == "PRON" or subject.tag_ in ("PRP", "DT"):
            return self._mentions.get(subject.idx) or self._antecedent(subject) or subject.text
        return text_of(self._phrase(subject, verb))

    def _antecedent(self, pronoun: Token) -> str | None:
        """The person, or for "it" the place or organisation, named last before a pronoun."""
        kinds = {"he": ("person",), "she": ("person",), "it": ("place", "organisation")}.get(pronoun.lower_)
        if kinds is None:
            return None
        before = self._page.sentence_before(pronoun)
        near = [pair for pair in self._names.within(before.start_char, pronoun.idx) if pair[1].kind in kinds]
        if not near:
            return self._named_subject(before)
        subjects = [entity for mention, entity in near if self._is_subject(mention.start, mention.end)]
        return (subjects or [near[-1][1]])[-1].name

    def _named_subject(self, sentence: Span) -> str | None:
        """The subject of a sentence, where it is a name."""
        subject = subject_of(sentence.root)
        return text_of(self._phrase(subject)) if subject is not None and subject.pos_ == "PROPN" else None

    def _is_subject(self, start: int, end: int) -> bool:
        span = self._doc.char_span(start, end, alignment_mode="expand")
        return span is not None and span.root.dep_ in ("nsubj", "nsubjpass")


def _belongs(child: Token, head: Token) -> bool:
    """Whether what is left out of clauses stays here: in a phrase of nouns, and the "that" of a statement."""
    if child.text == "-":
        return True
    if child.dep_ == "mark":
        return head.dep_ == "ccomp"
    return child.dep_ in _KEPT_IN_PHRASES and head.pos_ not in ("VERB", "AUX")
