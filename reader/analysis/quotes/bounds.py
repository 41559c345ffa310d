"""Where what a cue governs ends: at words that contest it, at a semicolon, and at a sentence of its own after a colon."""

from spacy.tokens import Token

from reader.analysis.parting import may_part_clauses, parts_clauses
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_pronoun, is_verb_or_thing

_BREAKS = frozenset({":", ";"})


def contested(page: Syntax, lo: int, hi: int) -> int:
    """The end of a reported clause, before ", though X disputes that": the article's words, not the speaker's."""
    if not page.holds(",", lo, hi):
        return hi
    commas = (at for at in range(lo, hi - 3) if page.word(at) == ",")
    contests = (at for at in commas if page.word(at + 1).lower() in cues().adversatives)
    return next((at for at in contests if _contests(page, at + 1, hi)), hi)


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
