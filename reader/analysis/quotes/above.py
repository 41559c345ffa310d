"""Attributions over the parse: the cue on which the words inside the marks depend."""

from collections.abc import Iterator

from spacy.tokens import Token

from reader.analysis.quotes.attribution import Attribution, of_word
from reader.analysis.quotes.bounds import parted
from reader.analysis.quotes.place import Place
from reader.analysis.rules import quote, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer_before
from reader.analysis.syntax.words import is_thing


@rule(
    "quotes.cue_above",
    "The outermost cue whose content the marked words are part of: X called the bridge “…”.",
    decides=[
        reads(
            "Helen Brandt's claim about “a rusty ladder” went unheard.",
            quote("“a rusty ladder”", speaker="Helen Brandt"),
        ),
    ],
    leaves=[reads("Helen Brandt climbed “a rusty ladder”.", quote("“a rusty ladder”", speaker=None))],
)
def outermost(place: Place) -> Attribution | None:
    """The nearest cue above, or the outermost of those whose content the nearer one is part of."""
    found: Attribution | None = None
    inner: Token | None = None
    for below, above in _path(place):
        if place.page.marked[above.i] or (inner is not None and not _rules(place, above, below, inner)):
            continue
        if (made := _made_by(place, above)) is not None:
            found, inner = made, above
    return found


def _rules(place: Place, above: Token, below: Token, inner: Token) -> bool:
    """Whether the cue found so far stands in the content of the word above it."""
    return rel.is_content(below) and not parted(place.page, above, inner)


def _path(place: Place) -> Iterator[tuple[Token, Token]]:
    """Word and head, from the head of the stretch up to the root of its sentence."""
    lo, hi = place.page.tokens_of(place.stretch.start, place.stretch.end)
    inside = place.page.tokens(lo, hi)
    token = next((t for t in inside if not t.is_punct and not lo <= t.head.i < hi), None)
    while token is not None and token.head.i != token.i:
        yield token, token.head
        token = token.head


def _made_by(place: Place, word: Token) -> Attribution | None:
    """The attribution that a word above the stretch makes: a verb, or a noun with its owner."""
    if cues().is_cue(word):
        source = doer_before(place.page, word)
        return of_word(word, source) if source is not None else None
    if is_thing(word) and word.lemma_.lower() in cues().nouns:
        owner = rel.first(word.lefts, rel.is_owner)
        if owner is not None and not place.page.marked[owner.i]:
            return of_word(word, owner)
    return None
