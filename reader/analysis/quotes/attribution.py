"""What introduces a quotation: the cue and the words that say who, and whether those only heard it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.rules import quote, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import head_of
from reader.analysis.syntax.nouns import nouns
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_name


@dataclass(frozen=True, slots=True)
class Attribution:
    """What introduces a quotation.

    ``cue`` is its token span with the lemma, None when there is none here; ``source`` the head of
    the words that say who; ``carried`` when those words stand with another quotation; ``why`` the rules that found it.
    """

    cue: tuple[int, int] | None
    lemma: str = ""
    source: Token | None = None
    carried: bool = False
    why: tuple[str, ...] = ()


def of_word(cue: Token, source: Token | None) -> Attribution:
    """The attribution that one cue word makes; who hears something has not said it."""
    place = (cue.i, cue.i + 1)
    if only_heard.is_on and only_heard(cue, source):
        return Attribution(place, "hear", opener(cue), why=(only_heard.name,))
    return Attribution(place, cues().lemma(cue), source)


def of_phrase(page: Syntax, at: int) -> Attribution | None:
    """The attribution of a source phrase ("according to X") that begins at this token, if one does."""
    end = phrase_end(page, at)
    source = source_of(page, at, end) if end is not None else None
    if end is None or source is None:
        return None
    return Attribution((at, end), page.doc[at:end].text.lower(), source)


# --- Phrases that name a source.


def phrase_end(page: Syntax, at: int) -> int | None:
    """The token after the source phrase that begins at ``at``, if one does."""
    phrases = cues().sources.get(page.word(at).lower())
    if phrases is None:
        return None
    beyond = min(at + max(map(len, phrases)), len(page.doc) - 1)  # something has to follow
    said = tuple(page.word(number).lower() for number in range(at, beyond))
    return next((at + len(words) for words in phrases if said[: len(words)] == words), None)


def source_of(page: Syntax, start: int, end: int) -> Token | None:
    """The head of the noun phrase that the phrase ``start:end`` governs."""
    for child in page.doc[end - 1].children:
        if rel.is_prepositions_object(child) and not page.marked[child.i]:
            return child
    token = head_of(page, page.doc[end], page.paragraph_of(start).hi)
    return token if token is not None and not page.marked[token.i] else None


# --- Who only heard it.


_OPENS = frozenset({"case", "trial", "prosecution"})
_PROSECUTION = frozenset({"prosecution", "prosecutor"})


@rule(
    "quotes.only_heard",
    "What a court or a jury heard is whoever's is named as prosecuting, else nobody's.",
    decides=[
        reads(
            "Nils Feld sold the keys, a jury heard on Monday.",
            quote("Nils Feld sold the keys", speaker=None),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt heard that the pier was old.",
            quote("that the pier was old", speaker="Helen Brandt"),
        )
    ],
)
def only_heard(cue: Token, source: Token | None) -> bool:
    """Whether the subject of a cue is who was spoken to: "the court heard", a headline's "..., jury told"."""
    if source is None or not word.is_nominal(source) or source.lemma_.lower() not in nouns().hearers:
        return False
    lemma = cues().lemma(cue)
    if lemma == "hear":
        return True
    told_by_nobody = not any(rel.is_taken(child) and child.i > cue.i for child in cue.children)
    return lemma == "tell" and told_by_nobody


def opener(cue: Token) -> Token | None:
    """Whoever is named as prosecuting in the sentence of the cue, before it, or in the one before that."""
    for token in reversed(list(_before(cue))):
        if token.lower_ == "prosecuting" and (person := _named_before(token)) is not None:
            return person
        if token.lemma_ == "open" and any(child.lemma_ in _OPENS for child in token.rights):
            return rel.first(token.lefts, rel.is_active_subject)
        if token.lemma_.lower() in _PROSECUTION and rel.is_active_subject(token):
            return token
    return None


def _before(cue: Token) -> Iterator[Token]:
    start = cue.sent.start
    yield from cue.doc[cue.doc[max(start - 1, 0)].sent.start : cue.i]


def _named_before(token: Token) -> Token | None:
    """The last name before ", prosecuting"."""
    before = token.doc[max(token.i - 3, 0) : token.i]
    return next((word for word in reversed(before) if is_name(word)), None)
