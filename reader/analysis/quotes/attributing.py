"""From a stretch inside marks to its attribution: the rules, and the order in which they are tried."""

import re
from dataclasses import replace

from reader.analysis.quotes import above, after, before
from reader.analysis.quotes.attribution import Attribution, of_word
from reader.analysis.quotes.place import Place
from reader.analysis.rules import Order
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import doer_after
from reader.analysis.syntax.marks import Stretch
from reader.analysis.syntax.nouns import is_mute
from reader.analysis.syntax.view import Paragraph, Syntax

# An utterance of its own is looked at from its right end first ("...," said X), a part of the
# article's sentence from its left (X called it "...").
_WHOLE = Order(
    "Who said a stretch that is an utterance of its own?",
    after.tight,
    before.tight,
    above.outermost,
    before.loose,
    after.loose,
)
_EMBEDDED = Order(
    "Who said a stretch that the article's own sentence runs into?",
    before.parenthetical,
    above.outermost,
    before.loose,
    after.tight,
    after.loose,
    before.tight,
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
    return before.tight(Place.of(page, paragraph, Stretch(paragraph.end, paragraph.end)))


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
    return before.last_verb(
        Place(page, Stretch(paragraph.end, paragraph.end), left, (paragraph.hi, paragraph.hi))
    )


def _label(page: Syntax, stretch: Stretch) -> Attribution | None:
    """ "SMITH: ..." inside the marks, as transcripts are quoted."""
    match = _LABEL.match(page.text, stretch.start, stretch.end)
    if match is None:
        return None
    lo, hi = page.tokens_of(*match.span(1))
    return Attribution((hi, hi + 1), ":", page.doc[hi - 1]) if lo < hi else None
