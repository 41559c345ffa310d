"""One attribution for several stretches: within a paragraph, and on into the next."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from reader.analysis.quotes import kinds
from reader.analysis.quotes.attribution import Attribution
from reader.analysis.quotes.marks import Stretch
from reader.analysis.quotes.page import Page, Paragraph
from reader.analysis.quotes.sources import sources
from reader.analysis.quotes.subjects import antecedent

Given = list[Attribution | None]


def carried(page: Page, paragraph: Paragraph, own: Given, last: Attribution | None) -> Given:
    """``own`` with what other stretches, or the paragraph before, lend to those without attribution."""
    given: Given = []
    for at, (stretch, attribution) in enumerate(zip(paragraph.stretches, own, strict=True)):
        if attribution is not None and _speaks(attribution):
            given.append(attribution)
        elif attribution is None and not _may_carry(page, paragraph, stretch):
            given.append(None)
        else:
            earlier, later = _nearest(reversed(given)), _nearest(own[at + 1 :])
            found = _lent(page, paragraph, stretch, earlier, later) or last
            given.append(replace(found, carried=True) if found is not None else attribution)
    return given


def _speaks(attribution: Attribution) -> bool:
    source = attribution.source
    if source is None:
        return False
    return source.lower_ not in sources().generic or antecedent(source) is not None


def _may_carry(page: Page, paragraph: Paragraph, stretch: Stretch) -> bool:
    if kinds.is_label(page, stretch):
        return False
    return kinds.is_whole(page, paragraph, stretch, None) or not kinds.is_fragment(page, stretch)


def _nearest(attributions: Iterable[Attribution | None]) -> Attribution | None:
    return next((a for a in attributions if a is not None and a.source is not None), None)


def _lent(
    page: Page,
    paragraph: Paragraph,
    stretch: Stretch,
    earlier: Attribution | None,
    later: Attribution | None,
) -> Attribution | None:
    opens = not page.text[paragraph.start : stretch.start].strip()
    return earlier or (later if opens else None) or _subject_before(page, paragraph, stretch) or later


def _subject_before(page: Page, paragraph: Paragraph, stretch: Stretch) -> Attribution | None:
    """ "She shrugged. "It will do."": the subject of the sentence before speaks."""
    lo, _ = page.left_of(paragraph, stretch)
    subject: Token | None = None
    for token in page.doc[paragraph.lo : lo]:
        if (
            token.dep_ == "nsubj"
            and not page.marked[token.i]
            and token.head.dep_ in {"ROOT", "ccomp", "conj"}
        ):
            subject = token
    return Attribution(None, "", subject) if subject is not None else None
