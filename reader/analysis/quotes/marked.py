"""Who said a stretch inside marks: where it stands, the rules for what follows, precedes and rules it, and their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from spacy.tokens import Token

from reader.analysis.quotes import kinds
from reader.analysis.quotes.attribution import Attribution, of_phrase, of_word
from reader.analysis.quotes.content import parted
from reader.analysis.rules import Order, no, quote, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import RELATIVE, is_passive
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer, doer_after, doer_before, head_of
from reader.analysis.syntax.marks import Stretch
from reader.analysis.syntax.nouns import is_mute, nouns
from reader.analysis.syntax.view import STOPS, Paragraph, Syntax
from reader.analysis.syntax.words import (
    is_adverb,
    is_finite,
    is_helper,
    is_name,
    is_of_document,
    is_participle,
    is_perhaps_finite,
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
    def is_part(self) -> bool:
        """Whether the words in marks are part of the article's own sentence: it runs into them, or out of them."""
        return self.is_embedded or kinds.goes_on(self.page, self.right, self.stretch)

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


def is_taken(page: Syntax, lo: int, hi: int, said: Attribution) -> bool:
    """Whether the cue above some marked words takes them as what it says, not as what it speaks of: "complained of a “hum”"."""
    if outermost.name not in said.why or said.cue is None:
        return False
    token = next((t for t in page.tokens(lo, hi) if not t.is_punct and not lo <= t.head.i < hi), None)
    while token is not None and token.head.i not in (token.i, said.cue[0]):
        token = token.head
    if token is None or not rel.is_prepositional(token):
        return True
    return cues().takes(page.doc[said.cue[0]], "label")


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
    "quotes.told_by_another",
    "A verb of saying right before the marks says whose they are, where X said behind them only tells of it.",
    decides=[
        reads(
            "Nils Arvo phoned and said, “Somebody ought to burn it,” the prosecutors said.",
            quote("“Somebody ought to burn it,”", speaker="Nils Arvo"),
        ),
    ],
    leaves=[
        reads(
            "Nils Arvo phoned the harbour. “Somebody ought to burn it,” the prosecutors said.",
            quote("“Somebody ought to burn it,”", speaker="the prosecutors"),
        )
    ],
)
def told_by_another(place: Place) -> Attribution | None:
    """Who uttered what somebody else tells."""
    before, (lo, hi) = place.before, place.left
    if before is None or before.text not in {",", ":"} or hi - lo <= _FEWEST:
        return None
    near = (place.page.doc[at] for at in (hi - 2, hi - 3) if at > lo)
    cue = next((token for token in near if cues().takes(token, "quote") and is_finite(token)), None)
    source = doer_before(place.page, cue) if cue is not None else None
    teller = first(place, near=True) if _goes_on(place) else None
    if cue is None or source is None or teller is None or teller.source is None:
        return None
    return of_word(cue, source)


_FEWEST = 2  # tokens of "he said," are three


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
    found = None if place.last_mark == "." else first(place, near=False)
    if found is None or found.cue is None:
        return found
    cue = place.page.doc[found.cue[0]]
    if not cues().is_cue(cue):
        return found
    takes = cues().taken_by(cue)  # of a verb with its particle nothing is known
    tells = "quote" in takes or not takes
    return found if tells and is_finite(cue) and not rel.is_of_noun(cue) else None


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
            "Building on their past, the two ports, Helen Brandt said, now have a “golden chance” to join up.",
            quote("now have a “golden chance” to join up", speaker="Helen Brandt", kind="mixed"),
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


@rule(
    "quotes.was_the_answer",
    "The words are somebody's answer, explanation or motto: “…” was X's answer, X's answer was “…”.",
    decides=[
        reads("“Never,” was the mayor's reply.", quote("“Never,”", speaker="the mayor")),
        reads("Helen Brandt's answer was “not this year”.", quote("“not this year”", speaker="Helen Brandt")),
    ],
    leaves=[reads("“Silt” was Helen Brandt's first book.", quote("“Silt”", speaker=None))],
)
def was_answer(place: Place) -> Attribution | None:
    """The one whose answer the words are."""
    following = [token for token in place.outside(place.right) if not token.is_punct]
    if following and is_helper(following[0]) and following[0].lemma_ == "be":
        return next(filter(None, map(_owned, following[1:])), None)
    before = next(
        (token for token in reversed(list(place.outside(place.left))) if not _is_small(token)), None
    )
    if before is None or before.lemma_ != "be":
        return None
    subject = rel.first(before.lefts, rel.is_active_subject)
    return _owned(subject) if subject is not None else None


def _is_small(token: Token) -> bool:
    return token.is_punct or is_adverb(token)


def _owned(noun: Token) -> Attribution | None:
    """The attribution of a noun of speech to its owner."""
    owner = _owner(noun) if noun.lemma_.lower() in cues().answers else None
    return of_word(noun, owner) if owner is not None else None


@rule(
    "quotes.speaks_of_himself",
    "Words in which somebody says “I”, or of several sentences, that the article runs into are said by its subject.",
    decides=[
        reads(
            "Helen Brandt credited the repair to “a crew I would hire again, all of them”.",
            quote("“a crew I would hire again, all of them”", speaker="Helen Brandt"),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt credited the repair to “a crew that works at night, whatever the weather”.",
            quote("“a crew that works at night, whatever the weather”", speaker=None),
        )
    ],
)
def speaks_of_himself(place: Place) -> Attribution | None:
    """The subject of the sentence that runs into the marks."""
    lo, hi = place.page.tokens_of(place.stretch.start, place.stretch.end)
    words = [place.page.word(at).lower() for at in range(lo, hi)]
    if not place.is_embedded or not (set(words) & _OWN or any(word in STOPS for word in words[:-2])):
        return None
    subject = _subject(place, list(place.outside(place.left)))
    if subject is None or not (is_who(subject) or nouns().kind(subject) == "person"):
        return None
    return Attribution(None, "", subject)


_OWN = frozenset({"i", "my", "me", "we", "our", "us", "myself", "ourselves"})


# --- The order of the rules, and what stands in other paragraphs.


# An utterance of its own is looked at from its right end first ("...," said X), a part of the
# article's sentence from its left (X called it "...").
_WHOLE = Order(
    "Who said a stretch that is an utterance of its own?",
    told_by_another,
    was_answer,
    right_after,
    right_before,
    outermost,
    earlier_in_sentence,
    later_in_sentence,
)
_EMBEDDED = Order(
    "Who said a stretch that the article's own sentence runs into?",
    outermost,
    was_answer,
    earlier_in_sentence,
    right_after,
    later_in_sentence,
    right_before,
    speaks_of_himself,
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
    if found is not None and is_aside.is_on and is_aside(place, found):
        return None
    return None if found is not None and _names_source(page, stretch, found) else found


# --- A few words in the article's own sentence.


@rule(
    "quotes.few_words",
    "A few words in marks in the article's own sentence are speech only where they are part of what the cue takes.",
    decides=[
        reads(
            "Helen Brandt spoke during a “harbour forum” in Kolm.",
            no(quote("“harbour forum”", kind="mixed")),
        ),
        reads(
            "The firm maintains a large “personal space.”",
            no(quote("“personal space.”", kind="mixed")),
        ),
    ],
    leaves=[
        reads("Helen Brandt called the pier a “death trap”.", quote("“death trap”", speaker="Helen Brandt")),
        reads(
            "Helen Brandt criticised the mayor for his “cheap” tricks.",
            quote("“cheap”", speaker="Helen Brandt"),
        ),
    ],
)
def is_aside(place: Place, found: Attribution) -> bool:
    """Whether the cue only stands in the same sentence: terms, names and scare quotes are nobody's words."""
    if not place.is_part or not kinds.is_fragment(place.page, place.stretch) or found.cue is None:
        return False
    cue = place.page.doc[found.cue[0]]
    if not cues().is_cue(cue):
        return False
    way = _way_up(place, cue)
    if _is_beside(place, found, cue) and not (way and rel.is_prepositional(way[-1])):
        return False
    if _is_term(place, found, cue):
        return True
    if way:
        return not (_takes(place, cue, way[-1]) or any(map(_is_worded, way)))
    return cue.i >= place.right[0] or not (
        cues().takes(cue, "clause") and _clauses_between(place, cue) < _SEVERAL
    )


_SEVERAL = 2  # finite verbs between a cue and the marks: by then another clause has begun
_TOPICS = frozenset({"about", "against", "of", "for", "to", "with", "over", "as", "from", "on", "at"})
_ABOUT = frozenset({"about", "against", "of"})


def _way_up(place: Place, cue: Token) -> list[Token]:
    """The words from the marks up to below the cue; none if it does not rule them."""
    way = []
    for below, above in _path(place):
        way.append(below)
        if above.i == cue.i:
            return way
    return []


def _is_worded(step: Token) -> bool:
    """ "Said in a statement that ...", "spoke in a letter of ...": what the statement, the letter says."""
    noun = step.head
    own = rel.is_relative_clause(step) and any(map(_is_own_subject, step.lefts))
    says = own or rel.is_content_of_noun(step) or (rel.is_prepositional(step) and step.lower_ == "of")
    return (
        says and noun.lemma_.lower() in cues().nouns | nouns().documents and rel.is_prepositions_object(noun)
    )


def _is_own_subject(child: Token) -> bool:
    """The subject of a clause that only looks as if it described a noun: "in a letter that it had asked"."""
    return rel.is_subject(child) and child.lower_ not in RELATIVE


def _clauses_between(place: Place, cue: Token) -> int:
    """How many clauses begin between a cue, or the colon after it, and the marks."""
    between = list(place.page.tokens(cue.i + 1, place.left[1]))
    after = max((at for at, token in enumerate(between) if token.text == ":"), default=-1) + 1
    return sum(map(is_finite, between[after:]))


def _takes(place: Place, cue: Token, step: Token) -> bool:
    """Whether a word below the cue is of what is said, not of when, where or how it was."""
    takes = cues().taken_by(cue)
    if rel.is_object(step):
        return bool(takes & {"object", "topic", "label"}) or place.before == cue
    if rel.is_prepositional(step):
        allowed = _TOPICS if takes & {"label", "topic"} else _ABOUT
        return step.lower_ in allowed
    if rel.is_adverbial_clause(step):
        return cue.i > step.i or any(child.lower_ == "that" for child in step.lefts)
    return not (rel.is_subject(step) and step.i < cue.i)


def _is_term(place: Place, found: Attribution, cue: Token) -> bool:
    """ "They call it the "hint"": what something is called by people in general."""
    named = cues().takes(cue, "label") and place.before is not None and place.before.lower_ == "the"
    return named and found.source is not None and found.source.lower_ in nouns().people


def _is_beside(place: Place, found: Attribution, cue: Token) -> bool:
    """ ", said X", ", X said", ", as X put it" right behind the marks."""
    source, (lo, hi) = found.source, place.right
    if (
        source is None
        or not lo <= cue.i < hi
        or not is_perhaps_finite(cue)
        or rel.is_of_noun(cue)
        or is_passive(cue)
    ):
        return False
    own = range(*place.page.extent_of(source))
    for token in reversed(list(place.outside((lo, cue.i)))):
        if token.text == "," and token.i > lo:
            return token.nbor().lower_ == "as" or not any(map(_is_taken, cue.rights))
        small = token.is_punct or token.lower_ == "as" or rel.is_part_of_verb(token)
        if token.i not in own and not small:
            return False
    return True


def _is_taken(child: Token) -> bool:
    return rel.is_content(child) or rel.is_object(child)


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
