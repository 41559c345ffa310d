"""Attributions that follow what was said: "...," said X; "...," according to X; "..." - X."""

from itertools import islice, pairwise

from spacy.tokens import Token

from reader.analysis.quotes.attribution import Attribution, of_phrase, of_word
from reader.analysis.quotes.place import LEADS, Place
from reader.analysis.rules import quote, reads, rule
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer_after, head_of
from reader.analysis.syntax.nouns import nouns
from reader.analysis.syntax.words import is_name, is_of_document, is_participle, is_verbal

_DASHES = LEADS - {",", ":"}


@rule(
    "quotes.right_behind",
    "What stands right behind the marks says who spoke: said X; X said; by X; a dash and a name.",
    decides=[
        reads(
            "Nils Arvo shook his head: “The bridge is safe,” Helen Brandt said.",
            quote("“The bridge is safe,”", speaker="Helen Brandt"),
        ),
    ],
    leaves=[reads("“A fine job.” Helen Brandt walked off.", quote("“A fine job.”", speaker=None))],
)
def tight(place: Place) -> Attribution | None:
    """What follows belongs to the quotation, for its sentence goes on after the closing mark."""
    return (
        agent(place)
        or written(place)
        or (first(place, near=True) if _goes_on(place) else None)
        or signature(place)
    )


def agent(place: Place) -> Attribution | None:
    """ "Was called "a trap" by X"."""
    lo, hi = place.right
    if hi - lo < 2 or place.page.doc[lo].lower_ != "by":
        return None
    cue = next(
        (token for token in place.outside(place.left) if cues().is_cue(token) and is_participle(token)), None
    )
    source = head_of(place.page, place.page.doc[lo + 1], hi)
    return of_word(cue, source) if cue is not None and source is not None else None


def written(place: Place) -> Attribution | None:
    """ "..., the citation read": what is written speaks for itself, also where the parse takes "read" for a noun."""
    told = (token for token in place.outside(place.right) if not token.is_punct and not token.is_space)
    words = list(islice(told, 5))
    for noun, verb in pairwise(words):
        if noun.lower_ in nouns().documents and verb.lower_ in nouns().written:
            plain = all(map(is_of_document, words[: words.index(noun)]))
            return _as_written(verb, noun) if plain else None
    return _written_on(place, *words[:2]) if len(words) > 1 else None


def _written_on(place: Place, verb: Token, opening: Token) -> Attribution | None:
    """ "..., read a banner held by protesters": the document is the noun of the phrase that opens after the verb."""
    document = head_of(place.page, opening, place.right[1]) if verb.lower_ in nouns().written else None
    if document is None or document.lemma_.lower() not in nouns().documents:
        return None
    return _as_written(verb, document)


def _as_written(verb: Token, document: Token) -> Attribution:
    return Attribution((verb.i, verb.i + 1), nouns().written[verb.lower_], document)


@rule(
    "quotes.later_in_sentence",
    "A cue anywhere behind the marks in their sentence, where nothing nearer says who spoke.",
    decides=[
        reads(
            "The hall was “full of rats” until May, as Helen Brandt put it.",
            quote("“full of rats”", speaker="Helen Brandt"),
        ),
    ],
    leaves=[
        reads("The hall was “full of rats.” Helen Brandt said no.", quote("“full of rats.”", speaker=None))
    ],
)
def loose(place: Place) -> Attribution | None:
    """Any cue later in the sentence."""
    return None if place.last_mark == "." else first(place, near=False)


def first(place: Place, *, near: bool) -> Attribution | None:
    """The first cue on the right; ``near``: its source has to stand there as well."""
    lo, hi = place.right
    for token in place.outside(place.right):
        if cues().is_cue(token):
            source = doer_after(place.page, token)
            if source is not None and (not near or lo <= source.i < hi):
                return of_word(token, source)
        elif phrase := of_phrase(place.page, token.i):
            return phrase
    return None


def signature(place: Place) -> Attribution | None:
    """A dash and then nothing but a name."""
    words = list(islice((token for token in place.outside(place.right) if not token.is_space), 13))
    if not 2 <= len(words) <= 12 or words[0].text not in _DASHES or not is_name(words[1]):
        return None
    if any(map(is_verbal, words)):
        return None
    head = head_of(place.page, words[1], place.right[1])
    return Attribution((words[0].i, words[0].i + 1), words[0].text, head) if head is not None else None


def _goes_on(place: Place) -> bool:
    """Whether the sentence goes on after the closing mark, so that what follows can say who spoke."""
    lo, hi = place.right
    if lo >= hi:
        return False
    next_word = place.page.doc[lo]
    if place.last_mark == ".":
        return next_word.text[:1].islower() and cues().is_cue(next_word)
    if place.last_mark in ",?!—–-" or next_word.text in LEADS:
        return True
    return not any(map(is_verbal, place.outside(place.left)))
