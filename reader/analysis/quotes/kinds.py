"""Direct, mixed or scare: what a stretch inside marks is, and which are titles or nicknames."""

import re

from reader.analysis import lexicon
from reader.analysis.quotes.attribution import Attribution
from reader.analysis.syntax.marks import Stretch
from reader.analysis.syntax.view import Paragraph, Syntax
from reader.analysis.syntax.words import is_any_participle, is_verbal
from reader.article.model import HEADINGS

_ENDS = tuple(".!?…")
_STOPS = tuple(".,!?;:–—-…")
_MARKS = "\"'“”„«»‘’‚`‹› "
_WORK = re.compile(
    r"(?:\b(?:book|novel|memoir|film|movie|documentary|song|single|album|show|series|programme|program|podcast|play|musical|opera|poem|"
    r"painting|essay|article|column|magazine|newspaper|game|sitcom|drama|hit|classic|comedy|thriller|episode|video|report|paper|"
    r"titled|entitled|starring|hosts?|hosted|edits|edited)|['’]s|(?-i:\b[A-Z]{2,})|\bon|\bin)(?:\s+(?:of|the|his|her|their|called|,))*,?\s*$",
    re.I,
)
_NICKNAMED = re.compile(r"\b(?:nicknamed|dubbed|known(?: \w+)? as|goes by|aka|a\.k\.a\.|alias)(?: the)?\s*$")
_GIVEN_NAME = re.compile(r"\b[A-Z][\w.’'-]+ $")
_LAST_NAME = re.compile(r" [A-Z][\w’'-]+")
_SO_CALLED = re.compile(r"\bso[- ]called(?: \w+)?\s*$", re.I)
_YEAR = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?\)[.,:]?\s+$")
_POINTING = re.compile(r"\b(?:this|these|those)\s*$", re.I)


def words_of(text: str) -> list[str]:
    """The words inside a stretch."""
    return text.strip(_MARKS).split()


def is_label(page: Syntax, stretch: Stretch) -> bool:
    """Marks that hold a title or a nickname, a reference or a gloss, or words the article itself keeps at a distance."""
    return (
        is_title(page, stretch)
        or is_nickname(page, stretch)
        or is_so_called(page, stretch)
        or is_reference(page, stretch)
        or is_gloss(page, stretch)
    )


def is_title(page: Syntax, stretch: Stretch) -> bool:
    """A title of a work: each main word has a capital, and what stands before announces a work."""
    inner = page.text[stretch.start : stretch.end].strip(_MARKS).rstrip(",.")
    words = inner.split()
    if not 1 <= len(words) <= 12 or not all(
        w[:1].isupper()
        or w[:1].isdigit()
        or w.lower() in lexicon.words("media", "small")
        or not w[:1].isalpha()
        for w in words
    ):
        return False
    if not words[0][:1].isupper() or (len(words) == 1 and inner.isupper()):
        return False
    return bool(_WORK.search(page.text[max(stretch.start - 40, 0) : stretch.start]))


def is_nickname(page: Syntax, stretch: Stretch) -> bool:
    """A name within a name (Reginald "Rex" Moss) or one that is called a nickname."""
    before, after = (
        page.text[max(stretch.start - 30, 0) : stretch.start],
        page.text[stretch.end : stretch.end + 20],
    )
    words = words_of(page.text[stretch.start : stretch.end])
    if len(words) > 3:
        return False
    if _NICKNAMED.search(before):
        return True
    inside_name = _GIVEN_NAME.search(before) and _LAST_NAME.match(after)
    return bool(inside_name) and len(words) <= 2 and all(word[:1].isupper() for word in words)


def is_reference(page: Syntax, stretch: Stretch) -> bool:
    """A work in a list of references: Lind, T. (1997). “Silt and its causes”."""
    return bool(_YEAR.search(page.text[max(stretch.start - 16, 0) : stretch.start]))


def is_gloss(page: Syntax, stretch: Stretch) -> bool:
    """Few words alone in brackets: (“our sea”)."""
    around = page.text[max(stretch.start - 1, 0) : stretch.start], page.text[stretch.end : stretch.end + 1]
    return around == ("(", ")") and is_fragment(page, stretch)


def is_so_called(page: Syntax, stretch: Stretch) -> bool:
    """ "So-called "colour revolutions"": the article's own distance, nobody's words."""
    before = page.text[max(stretch.start - 24, 0) : stretch.start]
    inner = page.text[stretch.start : stretch.end].strip(_MARKS)
    if _SO_CALLED.search(before) or _SO_CALLED.fullmatch(inner):
        return True
    return bool(_POINTING.search(before)) and is_fragment(page, stretch)


def is_fragment(page: Syntax, stretch: Stretch) -> bool:
    """Few words that are no clause."""
    lo, hi = page.tokens_of(stretch.start, stretch.end)
    return hi - lo <= 8 and not any(
        is_verbal(token) and not is_any_participle(token) for token in page.tokens(lo, hi)
    )


def goes_on(page: Syntax, right: tuple[int, int], stretch: Stretch) -> bool:
    """Whether the sentence goes on behind the marks, in the token span ``right``, as if they were not there: “Smart homes” cost more."""
    lo, hi = right
    inner = page.text[stretch.start : stretch.end].strip(_MARKS)
    if lo >= hi or inner[-1:] in _STOPS or page.marked[lo]:
        return False
    return not page.doc[lo].is_punct and not page.doc[lo].is_space


def _is_alone(page: Syntax, paragraph: Paragraph, stretch: Stretch, inner: str) -> bool:
    """Whether few words are said by themselves: “Never.” is, “Smart homes” cost more and “Salt”, a title, are not."""
    ended = inner[-1:] in _ENDS and paragraph.kind not in HEADINGS
    return ended and not goes_on(page, page.right_of(paragraph, stretch), stretch)


def is_whole(page: Syntax, paragraph: Paragraph, stretch: Stretch, attribution: Attribution | None) -> bool:
    """Whether the marks hold an utterance of its own (direct), not a part of the article's sentence (mixed)."""
    lo, hi = page.left_of(paragraph, stretch)
    inner = page.text[stretch.start : stretch.end].strip(_MARKS)
    capital = inner[:1].isupper() or not inner[:1].isalpha()
    if attribution is None and is_fragment(page, stretch) and not _is_alone(page, paragraph, stretch, inner):
        return False
    if lo == hi:
        return capital or not is_fragment(page, stretch)
    before = page.doc[hi - 1]
    if before.is_punct:
        return capital or before.text in {",", ":"}
    adjacent = attribution is not None and attribution.cue is not None and attribution.cue[1] == hi
    return capital and adjacent
