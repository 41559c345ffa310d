"""Whether four figures are a year: not a quantity, a number on a door or part of a name."""

import re

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.timeline.meaning import Expression
from reader.analysis.timeline.page import Page

# What may stand right before a year's first figure; anything else makes it part of something longer.
_WORD = 20  # characters: longer than any prefix
_LAST_WORD = re.compile(r"\w+$")
_OPENERS = frozenset(" \n\t([{“\"‘'’`–—-/")


def is_year(page: Page, span: Span, expression: Expression) -> bool:
    """Whether an expression that is a bare number names a year."""
    if not _stands_free(page.text, expression.start, expression.end):
        return False
    before = span.doc[span.start - 1] if span.start else None
    if len(span) > 1 or before is None:
        return True
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if before.lower_ == "at" and span[-1].head == after:
        return True  # "at 1988 levels"
    if before.text in words("notdates", "signs") or before.lower_ in words("notdates", "numbered"):
        return False
    return after is None or not (_counts(span[-1], before, after) or _is_built(span[-1], before, after))


def is_decade(page: Page, span: Span, expression: Expression) -> bool:
    """Not somebody's age ("in her 30s"), nor what a thermometer shows: two figures want an article or an apostrophe."""
    text = page.words(expression)
    if any(token.lower_ in words("notdates", "weather") for token in page.sentence(span[0])):
        return len(text.split()[-1]) >= len("1990s")
    return len(text) >= len("1990s") or text.startswith(("'", "’"))


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether neither figures nor signs go on before or after."""
    if start and text[start] in "'’" and text[start - 1] in "'’`":
        return False  # an opening quotation mark
    if start and text[start - 1] not in _OPENERS:
        return False
    if start > 1 and text[start - 1] == "-" and not _may_lead(text[max(0, start - _WORD) : start - 1]):
        return False
    after = text[end : end + 2]
    return not after.startswith(("%", "$", "€")) and not (
        after[:1] in (".", ",", ":") and after[1:].isdigit()
    )


def _may_lead(text: str) -> bool:
    """Whether what stands before a hyphen may: "pre-1990", "1989-1990", but not "site-1300"."""
    word = _LAST_WORD.search(text)
    return word is None or word[0].isdigit() or word[0].lower() in words("notdates", "prefixes")


def _is_built(number: Token, before: Token, after: Token) -> bool:
    """ "his 1987 Delgado", "a 1990 Orvane Comet": the year a car was built in is part of its name."""
    owned = before.lower_ in ("a", "an") or before.tag_ in ("PRP$", "POS")
    return owned and after.tag_ == "NNP" and number.head.tag_ == "NNP"


def _counts(number: Token, before: Token, after: Token) -> bool:
    """Whether a number says how many: "sold 1950 bicycles", not "its 1950 elections"."""
    if after.lower_ in words("notdates", "measures"):
        return True
    owned = before.tag_ in ("PRP$", "POS") or before.lower_ in words("notdates", "openers")
    return after.tag_ == "NNS" and number.head == after and not owned
