"""One attribution for several stretches: within a paragraph, and on into the next."""

from dataclasses import replace

from spacy.tokens import Token

from reader.analysis.quotes import kinds
from reader.analysis.quotes.attribution import Attribution
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.antecedents import antecedents_of
from reader.analysis.syntax.clauses import relative_noun
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.marks import Stretch
from reader.analysis.syntax.nouns import is_somebody, nouns
from reader.analysis.syntax.view import Paragraph, Syntax
from reader.analysis.syntax.words import is_thing

Given = list[Attribution | None]

_REACH = 120  # tokens back: more than a sentence of any newspaper


def carried(page: Syntax, paragraph: Paragraph, own: Given, last: Attribution | None) -> Given:
    """``own`` with what other stretches, or the paragraph before, lend to those without attribution."""
    given: Given = []
    earlier: Attribution | None = None
    rows = zip(paragraph.stretches, own, _next_ones(own), strict=True)
    for stretch, attribution, later in rows:
        if attribution is not None and (attribution.lemma == "hear" or _speaks(page, attribution)):
            given.append(attribution)
        elif attribution is None and not _may_carry(page, paragraph, stretch):
            given.append(None)
        else:
            found = _lent(page, paragraph, stretch, earlier, later) or last
            given.append(replace(found, carried=True) if found is not None else attribution)
        earlier = given[-1] if _has_source(given[-1]) else earlier
    return given


def _next_ones(own: Given) -> Given:
    """For each stretch, the attribution of the next one that has a source."""
    row: Given = []
    later: Attribution | None = None
    for attribution in reversed(own):
        row.append(later)
        later = attribution if _has_source(attribution) else later
    return row[::-1]


def _speaks(page: Syntax, attribution: Attribution) -> bool:
    source = attribution.source
    if source is None:
        return False
    if source.lower_ not in nouns().generic or relative_noun(source) is not None or is_somebody(source):
        return True
    return antecedents_of(page.doc).of(source, speaks=True).head is not None


def _may_carry(page: Syntax, paragraph: Paragraph, stretch: Stretch) -> bool:
    if kinds.is_label(page, stretch):
        return False
    return kinds.is_whole(page, paragraph, stretch, None) or not kinds.is_fragment(page, stretch)


def _has_source(attribution: Attribution | None) -> bool:
    return attribution is not None and attribution.source is not None


def _lent(
    page: Syntax,
    paragraph: Paragraph,
    stretch: Stretch,
    earlier: Attribution | None,
    later: Attribution | None,
) -> Attribution | None:
    opens = not page.text[paragraph.start : stretch.start].strip()
    return earlier or (later if opens else None) or _subject_before(page, paragraph, stretch) or later


def _subject_before(page: Syntax, paragraph: Paragraph, stretch: Stretch) -> Attribution | None:
    """ "She shrugged. "It will do."": the subject of the sentence before speaks."""
    lo, _ = page.left_of(paragraph, stretch)
    for at in range(lo - 1, max(paragraph.lo, lo - _REACH) - 1, -1):
        token = page.doc[at]
        subject = (
            rel.is_active_subject(token)
            and rel.is_stating_clause(token.head)
            and not _is_reported(token.head)
        )
        if subject and not page.marked[at]:
            return Attribution(None, "", token) if _can_speak(token) else None
    return None


def _can_speak(noun: Token) -> bool:
    """Not "the choice is simple": a name, a pronoun, or a noun for somebody."""
    return not is_thing(noun) or nouns().kind(noun) != "unknown"


def _is_reported(verb: Token) -> bool:
    """Whether a clause is what somebody says: "they fear that museums will close"."""
    return rel.is_content(verb) and verb.head.i < verb.i and cues().is_cue(verb.head)
