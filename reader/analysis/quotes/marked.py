"""Who said a stretch inside marks: where it stands, the rules for what follows, precedes and rules it, and their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from spacy.tokens import Token

from reader.analysis.quotes.attribution import Attribution, of_phrase, of_word
from reader.analysis.quotes.content import parted
from reader.analysis.rules import Order, quote, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer, doer_after, doer_before, head_of
from reader.analysis.syntax.marks import Stretch
from reader.analysis.syntax.nouns import is_mute, nouns
from reader.analysis.syntax.view import Paragraph, Syntax
from reader.analysis.syntax.words import (
    is_finite,
    is_name,
    is_of_document,
    is_participle,
    is_person_or_organisation,
    is_thing,
    is_verbal,
    is_who,
)

LEADS = frozenset({",", ":", "-", "–", "—", "--", "―"})
_CLOSING = "\"”’'»"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch and the token spans from it to the ends of its sentence or to other stretches."""

    page: Syntax
    stretch: Stretch
    left: tuple[int, int]
    right: tuple[int, int]

    @classmethod
    def of(cls, page: Syntax, paragraph: Paragraph, stretch: Stretch) -> "Place":
        """The place of a stretch of this paragraph."""
        return cls(page, stretch, page.left_of(paragraph, stretch), page.right_of(paragraph, stretch))

    def outside(self, span: tuple[int, int]) -> Iterator[Token]:
        """The tokens of a span that stand outside marks."""
        for at in range(*span):
            if not self.page.marked[at]:
                yield self.page.doc[at]

    @property
    def before(self) -> Token | None:
        """The token right before the stretch in its sentence."""
        lo, hi = self.left
        return self.page.doc[hi - 1] if lo < hi else None

    @property
    def last_mark(self) -> str:
        """The last character inside the marks: punctuation tells whether the sentence goes on."""
        inner = self.page.text[max(self.stretch.end - 3, self.stretch.start) : self.stretch.end]
        return inner.rstrip(_CLOSING)[-1:]

    @property
    def is_embedded(self) -> bool:
        """Whether the article's own sentence runs into the marks: He called it "a trap"."""
        before = self.before
        if before is None or before.is_punct or before.is_space:
            return False
        return not cues().takes(before, "quote")

    @property
    def is_inverted(self) -> bool:
        """Whether ", said X" or ", as X put it" follows."""
        first = next((token for token in self.outside(self.right) if not token.is_punct), None)
        if first is None:
            return False
        return first.lower_ == "as" or (cues().takes(first, "quote") and is_finite(first))


# --- The cue on which the words depend.


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


# --- What follows.


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
def right_after(place: Place) -> Attribution | None:
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
def later_in_sentence(place: Place) -> Attribution | None:
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


# --- What comes before.


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
def right_before(place: Place) -> Attribution | None:
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
def earlier_in_sentence(place: Place) -> Attribution | None:
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


# --- The order of the rules, and what stands in other paragraphs.


# An utterance of its own is looked at from its right end first ("...," said X), a part of the
# article's sentence from its left (X called it "...").
_WHOLE = Order(
    "Who said a stretch that is an utterance of its own?",
    right_after,
    right_before,
    outermost,
    earlier_in_sentence,
    later_in_sentence,
)
_EMBEDDED = Order(
    "Who said a stretch that the article's own sentence runs into?",
    parenthetical,
    outermost,
    earlier_in_sentence,
    right_after,
    later_in_sentence,
    right_before,
)
_THUS = frozenset({"so", "thus"})
_LABEL = re.compile(r"[\"“]([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")


def find(page: Syntax, paragraph: Paragraph, stretch: Stretch) -> Attribution | None:
    """The attribution that stands in the same sentence as a stretch, or in the stretch as a label."""
    if (label := _label(page, stretch)) is not None:
        return label
    place = Place.of(page, paragraph, stretch)
    order = _EMBEDDED if place.is_embedded and not place.is_inverted else _WHOLE
    answers = (replace(one.answer, why=(one.rule,)) for one in order.answers(place))
    found = next((each for each in answers if each.source is None or not is_mute(each.source)), None)
    return None if found is not None and _names_source(page, stretch, found) else found


def _names_source(page: Syntax, stretch: Stretch, attribution: Attribution) -> bool:
    """Marks among the words that say who: a sign by the "express" lane says nothing of itself."""
    if attribution.source is None:
        return False
    lo, hi = page.extent_of(attribution.source)
    at, _ = page.tokens_of(stretch.start, stretch.end)
    return lo <= at < hi or _describes_source(attribution, at)


def _describes_source(attribution: Attribution, at: int) -> bool:
    """ "Brandt, who has a "buy" rating, called it ...": what is said of the speaker is not what the cue reports."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return False
    first, last = source.left_edge.i, source.right_edge.i
    return first <= at <= last < cue[0]


def introduced(page: Syntax, paragraph: Paragraph) -> Attribution | None:
    """The attribution in the last sentence of a paragraph that ends with a colon."""
    if not page.text.endswith(":", 0, paragraph.end):
        return None
    return right_before(Place.of(page, paragraph, Stretch(paragraph.end, paragraph.end)))


def ascribed(page: Syntax, paragraph: Paragraph) -> Attribution | None:
    """The attribution in the paragraph after a block quote: "So wrote X"."""
    for following in page.paragraphs[paragraph.index + 1 : paragraph.index + 2]:
        if following.lo == following.hi:
            return None  # set aside: nothing is looked for in it
        first, verb = page.doc[following.lo], page.doc[following.lo + 1 : following.hi][:1]
        if first.lower_ in _THUS and verb and cues().takes(verb[0], "quote"):
            source = doer_after(page, verb[0])
            return of_word(verb[0], source) if source is not None else None
    return None


def told(page: Syntax, paragraph: Paragraph) -> Attribution | None:
    """The last cue of a paragraph without quotations: who speaks next without being named again."""
    if paragraph.stretches:
        return None
    left = (paragraph.lo, paragraph.hi)
    return last_verb(Place(page, Stretch(paragraph.end, paragraph.end), left, (paragraph.hi, paragraph.hi)))


def _label(page: Syntax, stretch: Stretch) -> Attribution | None:
    """ "SMITH: ..." inside the marks, as transcripts are quoted."""
    match = _LABEL.match(page.text, stretch.start, stretch.end)
    if match is None:
        return None
    lo, hi = page.tokens_of(*match.span(1))
    return Attribution((hi, hi + 1), ":", page.doc[hi - 1]) if lo < hi else None
