"""Attributions that come before what was said: X said: "..."; according to X, "..."."""

from spacy.tokens import Token

from reader.analysis.quotes.above import outermost
from reader.analysis.quotes.attribution import Attribution, of_phrase, of_word
from reader.analysis.quotes.place import LEADS, Place
from reader.analysis.rules import quote, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer, doer_before
from reader.analysis.syntax.words import is_finite, is_person_or_organisation, is_verbal, is_who


@rule(
    "quotes.right_before",
    "A cue and a comma, colon or dash lead in to the marks: X said: “…”.",
    decides=[
        reads(
            "The toll does not trouble engineer Helen Brandt: “The bridge is safe.”",
            quote("“The bridge is safe.”", speaker="Helen Brandt"),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt said little. “The bridge,” Nils Arvo said, “is safe.”",
            quote("“The bridge,”", speaker="Nils Arvo"),
        )
    ],
)
def tight(place: Place) -> Attribution | None:
    """A cue and then a comma, colon or dash lead in to the marks."""
    before = place.before
    if before is None or (before.text not in LEADS and not cues().takes(before, "quote")):
        return None
    if before.text not in LEADS and (ruling := outermost(place)) is not None:
        return ruling  # "said he had written "no" on it"
    found = last_verb(place) or first_phrase(place)
    return found or (at_colon(place) if before.text == ":" else None)


@rule(
    "quotes.earlier_in_sentence",
    "A source phrase or a cue anywhere before the marks in their sentence: according to X, it is “…”.",
    decides=[
        reads(
            "The pier, Helen Brandt said, and the man who called it “a trap”.",
            quote("“a trap”", speaker="the man"),
        ),
    ],
    leaves=[
        reads(
            "The crew praised the cook. Helen Brandt climbed “a rusty ladder”.",
            quote("“a rusty ladder”", kind="scare"),
        )
    ],
)
def loose(place: Place) -> Attribution | None:
    """Any cue earlier in the sentence."""
    return first_phrase(place) or last_verb(place)


@rule(
    "quotes.between_commas",
    "A cue with its subject between two commas rules the whole sentence: it doubled, she said, recalling “…”.",
    decides=[
        reads(
            "Helen Brandt is tired. The pay doubled, she said, recalling the call of Nils Arvo to “sell” pipes.",
            quote("“sell”", speaker="Helen Brandt"),
        ),
    ],
    leaves=[reads("Nils Arvo, a sailor, called it “a trap”.", quote("“a trap”", speaker="Nils Arvo"))],
)
def parenthetical(place: Place) -> Attribution | None:
    """ "Her brother, she added, had called it "a trap"": the cue between commas rules the sentence."""
    doc = place.page.doc
    for at in range(place.left[0] + 1, place.left[1] - 2):
        if doc[at - 1].text != "," or doc[at + 2].text != ",":
            continue
        for verb, other in ((doc[at], doc[at + 1]), (doc[at + 1], doc[at])):
            if cues().takes(verb, "quote") and is_finite(verb) and is_who(other):
                return of_word(verb, other)
    return None


def last_verb(place: Place) -> Attribution | None:
    """The cue nearest to the marks."""
    for at in range(place.left[1] - 1, place.left[0] - 1, -1):
        token = place.page.doc[at]
        if cues().is_cue(token) and (source := doer_before(place.page, token)) is not None:
            return of_word(token, source)
    return None


def first_phrase(place: Place) -> Attribution | None:
    """A source phrase on the left."""
    return next((phrase for at in range(*place.left) if (phrase := of_phrase(place.page, at))), None)


def at_colon(place: Place) -> Attribution | None:
    """Without a cue: those whose cries they are, the name before the colon, the subject of the sentence."""
    words = list(place.outside(place.left))[:-1]
    for token in words:
        crowd = next((c for c in token.lefts if c.lemma_.lower() in cues().crowds), None)
        if crowd is not None and token.lemma_.lower() in cues().nouns:
            return of_word(token, crowd)
    source = words[-1] if words and is_person_or_organisation(words[-1]) else _subject(place, words)
    source = _owner(source) or source
    colon = place.left[1] - 1
    return Attribution((colon, colon + 1), ":", source) if source is not None else None


def _owner(message: Token | None) -> Token | None:
    """ "The mayor's message was short: ..."."""
    if message is None or message.lemma_.lower() not in cues().nouns:
        return None
    return rel.first(message.lefts, rel.is_owner)


def _subject(place: Place, words: list[Token]) -> Token | None:
    verbs = (token for token in words if is_verbal(token))
    return next((subject for verb in verbs if (subject := doer(place.page, verb)) is not None), None)
