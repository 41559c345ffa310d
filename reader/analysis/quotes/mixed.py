"""Mixed quotations as a whole: the words outside the marks that belong to the same report, with its subject and its "not"."""

from dataclasses import replace

from spacy.tokens import Token

from reader.analysis.quotes.attribution import Attribution
from reader.analysis.quotes.content import Content, after_semicolon, trimmed
from reader.analysis.rules import Order, quote, reads, rule
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import RELATIVE
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.marks import Stretch
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_base, is_finite

_REPORTS = frozenset({"clause", "infinitive"})
_STOPS = frozenset({".", "!", "?", ";", ":"})


@rule(
    "quotes.mixed_behind",
    "Words in marks behind a verb of saying belong to the clause that it reports, with its subject and its “not”.",
    decides=[
        reads(
            "Helen Brandt told the council in a letter that it had “neither asked for nor seen” any such plan.",
            quote(
                "that it had “neither asked for nor seen” any such plan",
                speaker="Helen Brandt",
                kind="mixed",
            ),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt called the bridge “a trap” for lorries.",
            quote("“a trap”", speaker="Helen Brandt", kind="mixed"),
        )
    ],
)
def behind(page: Syntax, stretch: Stretch, said: Attribution) -> Content | None:
    """The clause from its opening word, or from its subject, to where it ends."""
    at, end = page.tokens_of(stretch.start, stretch.end)
    verb = _verb_of(page, said)
    if verb is None or verb.i >= at or not _REPORTS & cues().taken_by(verb):
        return None
    lo = _opening(page, verb, said, at)
    if lo == at and cues().takes(verb, "label") and not _is_prepositional_verb(verb):
        return None  # "called the bridge "a trap" for lorries"
    return trimmed(page, lo, _ending(page, verb, lo, at, end), said)


@rule(
    "quotes.mixed_before",
    "Words in marks that end what stands before X said belong to the whole of it: the bridge “is a trap,” X said.",
    decides=[
        reads(
            "Having a new bridge “is our dream,” Helen Brandt said.",
            quote("Having a new bridge “is our dream,”", speaker="Helen Brandt", kind="mixed"),
        ),
    ],
    leaves=[
        reads(
            "Helen Brandt shook her head. “It is our dream,” Nils Arvo said.",
            quote("“It is our dream,”", speaker="Nils Arvo", kind="direct"),
        )
    ],
)
def before(page: Syntax, stretch: Stretch, said: Attribution) -> Content | None:
    """The sentence up to the marks."""
    at, end = page.tokens_of(stretch.start, stretch.end)
    verb = _verb_of(page, said)
    if verb is None or verb.i < end or "quote" not in cues().taken_by(verb) or not is_finite(verb):
        return None
    if said.source is None or min(said.source.left_edge.i, verb.i) - end > 1:
        return None
    first, _ = page.sentence_of(at)
    lo = after_semicolon(page, first, at)
    told = (
        token
        for token in page.tokens(lo, at)
        if not page.marked[token.i] and _REPORTS & cues().taken_by(token)
    )
    if lo >= at or page.marked[at - 1] or any(map(is_finite, told)):
        return None
    return trimmed(page, lo, end, said)


def _verb_of(page: Syntax, said: Attribution) -> Token | None:
    """The verb of saying that leads to marked words; none where they are lent."""
    if said.cue is None or said.carried or said.cue[1] != said.cue[0] + 1:
        return None
    return page.doc[said.cue[0]]


def _is_prepositional_verb(verb: Token) -> bool:
    """ "Called for", "called on": no name is given to anything."""
    return any(rel.is_prepositional(child) and child.i == verb.i + 1 for child in verb.rights)


def _opening(page: Syntax, verb: Token, said: Attribution, at: int) -> int:
    """Where the clause begins: its "that", its first subject, behind ", X said,"; else the marks themselves."""
    for token in page.tokens(verb.i + 1, at):
        if page.marked[token.i]:
            continue
        if rel.is_opener(token) and token.lower_ == "that":
            return token.i
        subject = rel.is_subject(token) and token.lower_ not in RELATIVE and not is_base(token.head)
        if subject and token.left_edge.i > verb.i:
            first = token.left_edge.i
            return first - 1 if page.word(first - 1).lower() == "that" else first
    beyond = max(verb.i, said.source.right_edge.i if said.source is not None else 0) + 1
    return beyond + 1 if beyond < at and page.word(beyond) == "," else at


def _ending(page: Syntax, verb: Token, lo: int, at: int, end: int) -> int:
    """Where the clause ends that begins at ``lo`` and holds the marked words ``at:end``."""
    inside = (token for token in page.tokens(at, end) if not token.is_punct and not at <= token.head.i < end)
    head = next(inside, None)
    hi = end
    while head is not None and head.i >= lo:
        hi = max(hi, head.right_edge.i + 1)
        if head.head.i == head.i:
            break
        head = head.head
    _, last = page.sentence_of(at)
    hi = min(hi, last)
    return next((k for k in range(end, hi) if page.word(k) in _STOPS and not page.marked[k]), hi)


_ORDER = Order("What belongs to words in marks?", behind, before)


def whole(page: Syntax, stretch: Stretch, said: Attribution) -> Content | None:
    """All of a report that some words in marks are part of; None where they are all of it."""
    found = _ORDER.first(page, stretch, said)
    if found is None:
        return None
    return replace(found.answer, attribution=replace(said, why=(*said.why, found.rule)))
