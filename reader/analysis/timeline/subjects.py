"""Who or what an event is said of, by name: pronouns give way to whom they stand for."""

from collections.abc import Collection, Set
from functools import cached_property

from spacy.tokens import Span, Token

from reader.analysis.entities.index import Names
from reader.analysis.timeline.clauses import subject_of
from reader.analysis.timeline.page import Page
from reader.analysis.timeline.phrases import phrase
from reader.analysis.timeline.wording import text_of

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
