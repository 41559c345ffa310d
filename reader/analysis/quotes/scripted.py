"""Words that are quoted without marks: transcript lines, questions and answers, block quotes."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.syntax.view import Paragraph, Syntax
from reader.analysis.syntax.words import is_name

_CAPITALS = re.compile(r"((?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*)(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,4}):\s+(?=\S)")
_NAMES = re.compile(r"([A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}):\s+(?=[A-ZÀ-Þ“\"‘])")
_QUESTION = re.compile(r"([QA])[:.]\s+(?=\S)")
_SIGNED = re.compile(r"\s*[—–―-]+\s*(?=[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Line:
    """What is said, in code points, and the last token of the name it is given to."""

    start: int
    end: int
    source: Token | None
    colon: int | None
    paragraph: int
    block: bool = False


def lines(page: Syntax) -> Iterator[Line]:
    """The utterances of a page that stand without marks, in text order."""
    labels = _labels(page)
    for paragraph in page.paragraphs:
        if paragraph.kind == "blockquote":
            yield from _block(page, paragraph)
        elif (match := labels.get(paragraph.index)) is not None:
            yield _spoken(page, paragraph, match)


def _labels(page: Syntax) -> dict[int, re.Match[str]]:
    """The paragraphs of a transcript by index. One label alone is none: "UPDATE: ...", "LONDON: ..."."""
    for pattern, least in ((_CAPITALS, 2), (_QUESTION, 2), (_NAMES, 3)):
        found = {
            paragraph.index: match
            for paragraph in page.paragraphs
            if (match := pattern.match(page.text, paragraph.start, paragraph.end))
        }
        speakers = Counter(match[1] for match in found.values())
        if len(found) >= least and (pattern is not _NAMES or max(speakers.values()) > 1):
            questions = {
                paragraph.index: match
                for paragraph in page.paragraphs
                if (match := _QUESTION.match(page.text, paragraph.start, paragraph.end))
            }
            return {**found, **questions} if len(questions) > 1 else found
    return {}


def _spoken(page: Syntax, paragraph: Paragraph, match: re.Match[str]) -> Line:
    lo, hi = page.tokens_of(*match.span(1))
    named = len(match[1]) > 1 and hi > lo
    return Line(
        match.end(),
        paragraph.end,
        page.doc[hi - 1] if named else None,
        hi if named else None,
        paragraph.index,
    )


def _block(page: Syntax, paragraph: Paragraph) -> Iterator[Line]:
    """A block quote; a line of its own after a dash, in it or after it, signs it."""
    text = page.source[paragraph.start : paragraph.end]
    if _SIGNED.match(text) or paragraph.stretches:
        return
    at = max((match.start() for match in re.finditer(r"\n\s*[—–―]", text)), default=-1)
    end = paragraph.start + len(text[:at].rstrip()) if at > 0 else paragraph.end
    yield Line(paragraph.start, end, _signature(page, paragraph, end), None, paragraph.index, block=True)


def _told(page: Syntax, paragraph: Paragraph) -> Token | None:
    """The last token of the name of whose words a block quote is, where its source says so."""
    article = page.doc._.article
    block = article and next(iter(article.blocks[paragraph.index : paragraph.index + 1]), None)
    if not block or block.start != paragraph.start or block.by is None:
        return None
    lo, hi = page.tokens_of(*block.by)
    return page.doc[hi - 1] if lo < hi else None


def _signature(page: Syntax, paragraph: Paragraph, end: int) -> Token | None:
    if (by := _told(page, paragraph)) is not None:
        return by
    after = page.paragraphs[paragraph.index + 1 : paragraph.index + 2]
    limit = after[0].end if after and end == paragraph.end else paragraph.end
    match = _SIGNED.match(page.text, end, limit)
    if match is None:
        return None
    lo, _ = page.tokens_of(match.end(), limit)
    last = lo
    while last + 1 < len(page.doc) and is_name(page.doc[last + 1]) and page.doc[last + 1].idx < limit:
        last += 1
    return page.doc[last] if lo < len(page.doc) else None
