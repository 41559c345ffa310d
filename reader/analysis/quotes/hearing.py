"""Courts and juries hear what others say: "the jury heard", "jury told" name nobody who spoke."""

from collections.abc import Iterator

from spacy.tokens import Token

from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.nouns import nouns
from reader.analysis.syntax.words import is_name

_OPENS = frozenset({"case", "trial", "prosecution"})
_PROSECUTION = frozenset({"prosecution", "prosecutor"})


def hears(cue: Token, lemma: str, source: Token | None) -> bool:
    """Whether the subject of a cue is who was spoken to: "the court heard", a headline's "..., jury told"."""
    if source is None or not word.is_nominal(source) or source.lemma_.lower() not in nouns().hearers:
        return False
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
