"""A headline's words in marks, said by whoever says them in the text below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.analysis import lexicon
from reader.analysis.quotes.drafting import Draft
from reader.analysis.syntax.view import Syntax
from reader.article.model import HEADINGS

_WORD = re.compile(r"[\w’'-]*\w")
_FEWEST = 2  # main words that are enough where a heading leaves small ones out


def echoed(page: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of headings that have no source with that of the same words in the text."""
    return [_lent(page, draft, drafts) if _is_open(page, draft) else draft for draft in drafts]


def _is_open(page: Syntax, draft: Draft) -> bool:
    """Words in marks in a heading that nobody there is named for."""
    named = draft.attribution is not None and draft.attribution.source is not None
    return bool(draft.marks) and not named and _kind(page, draft) in HEADINGS


def _lent(page: Syntax, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    words = _words(page, draft)
    for other in _attributed(page, drafts):
        if _repeats(words, _words(page, other)):
            kind = "mixed" if draft.kind == "scare" else draft.kind
            lent = replace(other.attribution, carried=True) if other.attribution is not None else None
            return replace(draft, kind=kind, attribution=lent)
    return draft


def _attributed(page: Syntax, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What somebody is named for below the headings: first what stands in marks."""
    named = [
        draft
        for draft in drafts
        if draft.attribution is not None
        and draft.attribution.source is not None
        and _kind(page, draft) not in HEADINGS
    ]
    yield from (draft for draft in named if draft.marks)
    yield from (draft for draft in named if not draft.marks)


def _repeats(words: list[str], said: list[str]) -> bool:
    """Whether all the words stand side by side in what was said, or the main ones in their order."""
    size = len(words)
    if any(said[at : at + size] == words for at in range(len(said) - size + 1)):
        return size > 1 or len(said) == size
    main = [word for word in words if word not in lexicon.words("entities_words", "function")]
    rest = iter(said)
    return len(main) >= _FEWEST and all(word in rest for word in main)


def _words(page: Syntax, draft: Draft) -> list[str]:
    return [word.lower() for word in _WORD.findall(page.text[draft.start : draft.end])]


def _kind(page: Syntax, draft: Draft) -> str:
    lo, _ = page.tokens_of(draft.start, draft.end)
    return page.paragraph_of(lo).kind
