"""What is reported without marks, or with only some of it in marks: the content of a cue, and where it ends."""

from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.parting import may_part_clauses, parts_clauses
from reader.analysis.quotes.attribution import Attribution
from reader.analysis.reports import Reason
from reader.analysis.rules import quote, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_pronoun, is_verb_or_thing

_TRIM = frozenset({",", ".", ":", ";", "-", "–", "—", "--", "!", "?", "―", "where", "which", "and", "but"})
_CLOSING = frozenset({'"', "”", "»", "’", "'", "''"})


@dataclass(frozen=True, slots=True)
class Content:
    """Token span of what is reported, its attribution, and why it is none, if it is turned down."""

    lo: int
    hi: int
    attribution: Attribution
    turned_down: Reason | None = None


def trimmed(
    page: Syntax, lo: int, hi: int, attribution: Attribution, turned_down: Reason | None = None
) -> Content | None:
    """The content without the punctuation and the joining words at its ends, if anything is left."""
    while lo < hi and _is_trimmed(page.word(lo)):
        lo += 1
    if lo + 1 < hi and page.word(lo + 1) == "that" and rel.is_adverbial(page.doc[lo]):
        lo += 1  # "said only that ..."
    while hi > lo and _is_trimmed(page.word(hi - 1)):
        hi -= 1
    return Content(_opened(page, lo), _closed(page, hi), attribution, turned_down) if lo < hi else None


def _opened(page: Syntax, lo: int) -> int:
    """The beginning with the mark that opens right before it."""
    before = lo - 1
    opens = before >= 0 and page.marked[before] and page.marked[lo] and page.doc[before].is_quote
    return before if opens else lo


def _closed(page: Syntax, hi: int) -> int:
    """The end with the mark that closes what was opened before it, and the comma before that mark."""
    end = hi
    while _goes_on_in_marks(page, end) and _is_trimmed(page.word(end)):
        end += 1
    return end + 1 if _goes_on_in_marks(page, end) and page.word(end) in _CLOSING else hi


def _goes_on_in_marks(page: Syntax, end: int) -> bool:
    """Whether the token at ``end`` and the one before it stand inside marks."""
    return end < len(page.doc) and bool(page.marked[end - 1] and page.marked[end])


def _is_trimmed(word: str) -> bool:
    return word.lower() in _TRIM or word.isspace()


# --- Where it ends.


_BREAKS = frozenset({":", ";"})


CONTESTED = "quotes.contested"


@rule(
    CONTESTED,
    "A report ends before what somebody else contests in it: …, though the union disputes that.",
    decides=[
        reads(
            "Helen Brandt said the bridge was safe, though the union disputes that.",
            quote("the bridge was safe", speaker="Helen Brandt"),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt said the bridge was safe, though the union was tired.",
            quote("the bridge was safe, though the union was tired", speaker="Helen Brandt"),
        )
    ],
)
def _contested(page: Syntax, lo: int, hi: int) -> int | None:
    """The token before which it ends; None where nobody contests it."""
    if not page.holds(",", lo, hi):
        return None
    commas = (at for at in range(lo, hi - 3) if page.word(at) == ",")
    contests = (at for at in commas if page.word(at + 1).lower() in cues().adversatives)
    return next((at for at in contests if _contests(page, at + 1, hi)), None)


def contested(page: Syntax, lo: int, hi: int) -> int:
    """The end of a reported clause: the words that contest it are the article's, not the speaker's."""
    end = _contested(page, lo, hi) if _contested.is_on else None
    return hi if end is None else end


def _contests(page: Syntax, at: int, hi: int) -> bool:
    """Whether somebody other than the speaker contests something in the clause that begins here."""
    if page.marked[at] or is_pronoun(page.doc[at + 1]):
        return False
    for token in page.tokens(at + 1, hi):
        if token.text in _BREAKS:
            return False
        if token.lemma_.lower() in cues().contests and is_verb_or_thing(token):
            return True
    return False


def parted(page: Syntax, outer: Token, inner: Token) -> bool:
    """Whether what the outer cue governs ends before the inner cue: "X disagrees: it says"."""
    if contested(page, outer.i, inner.i + 1) <= inner.i:
        return True
    return any(page.word(at) in _BREAKS and not page.marked[at] for at in range(outer.i + 1, inner.i))


def after_semicolon(page: Syntax, lo: int, hi: int) -> int:
    """Where the part that a cue ends begins: what stands before a semicolon has a source of its own."""
    able = [at for at in range(lo, hi) if may_part_clauses(page.word(at)) and not page.marked[at]]
    ends = [at + 1 for at in able if parts_clauses(page.doc[at])]
    return ends[-1] if ends else lo
