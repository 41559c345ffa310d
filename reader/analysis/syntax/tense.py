"""Which way a clause looks: back, ahead, or neither, read from the parse.

What a single verb says is a table (`FORMS`, and `INFINITIVES` for "to meet"): the first row that holds gives the direction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import islice, pairwise

from spacy.tokens import Token

from reader.analysis.lexicon import words
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.clauses import STEPS, ancestors, governing_verb, helpers
from reader.analysis.syntax.labels import relation
from reader.analysis.syntax.modality import is_moved, is_on_schedule, is_planned, is_set
from reader.analysis.syntax.saidwhen import begins

_NEAR = 3  # words up from a time to the adjective it goes with
_stands_alone = relation("ROOT ccomp parataxis")
_tells_why = relation("advcl csubj")


class Direction(IntEnum):
    """Which way a clause looks; the greater, the more surely ahead."""

    ITS_PAST = -3  # of the very verb of a time: "died in May"
    PAST = -2
    LIKELY_PAST = -1
    NEITHER = 0
    LIKELY_AHEAD = 1
    ITS_PRESENT = 2  # of the very verb of a time: "opens in May"
    AHEAD = 3


@dataclass(frozen=True)
class Group:
    """A verb with its helpers: "would have been sold".

    ``present`` is whether its present tense counts: that of "meets on Friday" does, not that of "follows Friday's talks".
    """

    verb: Token
    present: bool = True

    @cached_property
    def helping(self) -> list[Token]:
        """Its helpers, in order."""
        return helpers(self.verb)

    @cached_property
    def said(self) -> frozenset[str]:
        """The helpers as they are written, in small letters."""
        return frozenset(helper.lower_ for helper in self.helping)

    @cached_property
    def above(self) -> Token | None:
        """The verb an infinitive hangs on."""
        found = governing_verb(self.verb.head)
        return None if found == self.verb else found

    def has(self, key: str) -> bool:
        """Whether one of its helpers is of a list of the lexicon: "modals", "perfect", "will"."""
        return not self.said.isdisjoint(words("tense", key))


@dataclass(frozen=True, slots=True)
class Form:
    """A row: a form of verbs, an example with the verb in brackets, and which way it looks."""

    name: str
    example: str
    holds: Callable[[Group], bool]
    direction: Direction | Callable[[Group], Direction]


def of_verb(verb: Token, *, present: bool = True) -> Direction:
    """The direction of one verb, by its own form, its helpers and what it means."""
    return _by(FORMS, Group(verb, present))


def _by(forms: tuple[Form, ...], group: Group) -> Direction:
    for form in forms:
        if form.holds(group):
            return form.direction if isinstance(form.direction, Direction) else form.direction(group)
    return Direction.NEITHER


def _could_not(group: Group) -> bool:
    if group.said.isdisjoint(words("syntax", "able")):
        return False
    none = words("tense", "none")
    nobody = any(child.lower_ in none for child in group.verb.subtree if child.i < group.verb.i)
    return nobody or _is_negated(group)


def _only_tells(verb: Token) -> bool:
    """Whether its present tense tells of what was said: "reports that it sank", not "reports earnings on Friday"."""
    if verb.lemma_ not in words("tense", "reporting"):
        return False
    figures = verb.lemma_ in words("tense", "reports_figures") and any(map(rel.is_object, verb.children))
    return not figures


def _would_not(group: Group) -> bool:
    silent = group.verb.lemma_ in words("tense", "silent")
    return silent and not group.said.isdisjoint(words("syntax", "willing")) and _is_negated(group)


def _is_negated(group: Group) -> bool:
    return any(map(rel.is_negating, group.verb.children))


def _is_past(group: Group) -> bool:
    return group.has("perfect") or word.is_past(group.verb) or any(map(word.is_past, group.helping))


def _is_yet_to_come(group: Group) -> bool:
    """The infinitive of "are to negotiate", not that of "was the first to resign"."""
    ahead = (
        child
        for child in group.verb.children
        if rel.is_open_clause(child) and any(map(word.is_infinitive_to, child.children))
    )
    return group.verb.lemma_ == "be" and any(not _is_picked(infinitive) for infinitive in ahead)


def _is_told_of_the_past(above: Token | None) -> bool:
    """Whether a verb is in the past, and not about what is to come."""
    return above is not None and word.is_past(above) and above.lemma_ not in words("tense", "ahead")


def _is_about_the_future(group: Group) -> bool:
    return group.verb.lemma_.lower() in words("tense", "ahead")


def _is_for_a_deed_done(group: Group) -> bool:
    past = group.above is not None and word.is_past(group.above)
    return past and _tells_why(group.verb)


def _is_to(group: Group) -> bool:
    above = group.above
    are = above is not None and word.is_present(above) and above.lemma_ == "be"
    return are and rel.is_open_clause(group.verb)


# The rows in the order in which they are tried.
FORMS: tuple[Form, ...] = (
    Form(
        "would_have",
        "The council might have [met] on Monday.",
        lambda g: g.has("modals") and g.has("perfect") and not g.has("will"),
        Direction.LIKELY_PAST,
    ),
    Form(
        "could_not",
        "The mayor could not be [reached] on Monday.",
        lambda g: g.has("modals") and _could_not(g),
        Direction.LIKELY_PAST,
    ),
    Form(
        "would_not",
        "The mayor would not [comment] on Monday.",
        lambda g: g.has("modals") and _would_not(g),
        Direction.LIKELY_PAST,
    ),
    Form(
        "would",
        "The council said it would [meet] on Monday.",
        lambda g: g.has("then") and not g.has("will"),
        lambda g: Direction.LIKELY_PAST if had(g.above) else Direction.LIKELY_AHEAD,
    ),
    Form("will", "The council will [meet] on Monday.", lambda g: g.has("modals"), Direction.AHEAD),
    Form(
        "had_planned",
        "The council had [planned] a vote for Monday.",
        lambda g: _is_about_the_future(g) and not g.said.isdisjoint(words("syntax", "had")),
        Direction.LIKELY_PAST,
    ),
    Form(
        "plans",
        "The council [expects] a vote on Monday.",
        lambda g: is_planned(g.verb) and (_is_about_the_future(g) or bool(g.helping)),
        Direction.AHEAD,
    ),
    Form(
        "deed_told",
        "The clerk admitted [threatening] a strike in March.",
        lambda g: word.is_gerund(g.verb) and not g.helping and _is_told_of_the_past(g.above),
        Direction.LIKELY_PAST,
    ),
    Form("planned", "The council [expected] a vote on Monday.", _is_about_the_future, Direction.LIKELY_AHEAD),
    Form(
        "ended",
        "Sales rose in the quarter [ended] 31 July.",
        lambda g: g.verb.lower_ in words("tense", "over"),
        Direction.PAST,
    ),
    Form(
        "infinitive",
        "The council wants to [meet] on Monday.",
        lambda g: any(map(word.is_infinitive_to, g.helping)),
        lambda g: _by(INFINITIVES, g),
    ),
    Form("are_to", "They [are] to negotiate on Monday.", _is_yet_to_come, Direction.AHEAD),
    Form("past", "The council [met] on Monday.", _is_past, Direction.PAST),
    Form(
        "participle",
        "The treaty [signed] by both sides is void.",
        lambda g: word.is_participle(g.verb) and not g.helping,
        Direction.LIKELY_PAST,
    ),
    Form(
        "one_form",
        "Some firms [cut] prices every May.",
        lambda g: word.is_plain_present(g.verb) and g.verb.lower_ in words("tense", "one_form"),
        Direction.NEITHER,
    ),
    Form(
        "present",
        "The council [meets] on Monday.",
        lambda g: g.present and word.is_present(g.verb) and not _only_tells(g.verb),
        Direction.LIKELY_AHEAD,
    ),
    Form(
        "progressive",
        "The council is [meeting] on Monday.",
        lambda g: g.present and word.is_gerund(g.verb) and bool(g.helping),
        Direction.LIKELY_AHEAD,
    ),
)

# The same of "to sign", by the verb it hangs on.
INFINITIVES: tuple[Form, ...] = (
    Form(
        "picked",
        "The mayor was the first to [resign] on Monday.",
        lambda g: g.above is not None and _is_picked(g.verb),
        lambda g: of_verb(g.above or g.verb, present=g.present),
    ),
    Form(
        "over",
        "The council had wanted to [meet] on Monday.",
        lambda g: g.has("perfect") or had(g.above) or _is_for_a_deed_done(g),
        Direction.LIKELY_PAST,
    ),
    Form(
        "done_then",
        "The council voted to [back] the scheme on Monday.",
        lambda g: (
            g.above is not None and word.is_past(g.above) and g.above.lemma_ in words("tense", "done_then")
        ),
        Direction.LIKELY_PAST,
    ),
    Form(
        "is_to",
        "The council is expected to [meet] on Monday.",
        lambda g: g.above is not None and (_is_to(g) or is_planned(g.above)),
        Direction.AHEAD,
    ),
    Form("wants_to", "The council wants to [meet] on Monday.", lambda g: True, Direction.LIKELY_AHEAD),
)


# --- A time in its clause.


def is_told_now(token: Token) -> bool:
    """Whether the clause of a word is told from the day it was written: "will open", "has closed", "is due"."""
    verb = governing_verb(token)
    for _ in range(STEPS):
        if verb is None:
            return False
        finite = [verb, *helpers(verb)]
        if any(one.lower_ in words("tense", "will") for one in finite) or any(map(word.is_present, finite)):
            return True
        if _stands_alone(verb) or verb.head.i == verb.i or any(map(word.is_past, finite)):
            return False
        verb = governing_verb(verb.head)
    return False


def direction(token: Token) -> Direction:
    """Which way the clause of a time looks.

    Args:
        token: the head of the words for the time.
    """
    verb = governing_verb(token)
    if found := _by_what_is_planned(token, verb):
        return found
    if verb is not None and said_before(token, verb):
        verb = governing_verb(verb.head) if verb.head != verb else None
    if verb is not None and (_said_then(token, verb) or _was_then(token, verb)):
        return Direction.PAST
    if verb is not None and is_on_schedule(verb):
        return Direction.AHEAD
    if verb is None and any(above.lower_ in words("tense", "opening") for above in ancestors(token)):
        return Direction.LIKELY_AHEAD  # "Doors open at 7pm", where the parse sees no verb
    return _of_clauses(verb, present=_hangs_on(token, verb))


def is_future_then(verb: Token) -> bool:
    """Whether a verb tells what was still to come then: "said it would open"."""
    group = Group(verb)
    return group.has("then") and not group.has("perfect")


def was_planned(verb: Token) -> bool:
    """Whether a verb tells in the past what was planned: "was due to land", "was set to begin"."""
    if verb.lemma_ == "be":
        return any(rel.is_quality(child) and child.lower_ in words("tense", "due") for child in verb.children)
    to = any(map(rel.is_open_clause, verb.children))
    return to and verb.lemma_ in words("tense", "set_to") and any(map(rel.is_passive_helper, verb.children))


def of_time(token: Token) -> Direction:
    """Which way the clause of a time looks, told apart by whether the time is said of its verb or of a noun beside it.

    Args:
        token: the head of the words for the time.
    """
    found = direction(token)
    verb = governing_verb(token)
    if found == Direction.PAST and _is_said_of(token, verb):
        return Direction.ITS_PAST
    if found == Direction.LIKELY_AHEAD and _is_said_of(token, verb) and verb is not None:
        finite = [verb, *helpers(verb)]
        present = any(map(word.is_present, finite)) or any(
            one.lower_ in words("tense", "then") for one in finite
        )
        return Direction.ITS_PRESENT if present else found
    return found


def _is_said_of(token: Token, verb: Token | None) -> bool:
    """Whether a time says when what the verb tells takes place: not the time of a noun, nor what somebody is told of."""
    if verb is None or verb.lemma_ in words("tense", "reporting") or verb.lemma_ in words("tense", "setting"):
        return False
    if rel.is_adverbial_noun(token):
        return token.head == verb
    link = token.head
    if link.lower_ not in words("tense", "at_a_time") or not rel.is_prepositional(link):
        return False
    return next((above for above in ancestors(link) if word.is_noun(above) or above == verb), None) == verb


def _by_what_is_planned(token: Token, verb: Token | None) -> Direction:
    """The direction where something is due, set or moved to a time, or ahead of it."""
    if is_moved(token, verb):
        return Direction.LIKELY_AHEAD if had(verb) else Direction.AHEAD
    if token.head.lower_ in words("tense", "towards"):
        if verb is not None and token.head.head == verb and word.is_present(verb):
            return Direction.AHEAD
        return Direction.LIKELY_PAST if had(verb) else Direction.LIKELY_AHEAD
    if (
        verb is not None
        and verb.lemma_ in words("tense", "foreseeing")
        and token.head.lower_ in words("tense", "setting_in")
    ):
        return Direction.AHEAD
    if token.head.lemma_ in words("tense", "delivered"):
        return Direction.LIKELY_AHEAD
    if is_set(token, verb) and verb is not None:
        return Direction.AHEAD if is_planned(verb) else Direction.LIKELY_AHEAD
    if _is_ahead_of(token):
        return Direction.LIKELY_AHEAD
    near = islice(ancestors(token), _NEAR)
    due = next((above for above in near if above.lower_ in words("tense", "due")), None)
    return _due(governing_verb(due)) if due is not None else Direction.NEITHER


def _of_clauses(verb: Token | None, *, present: bool) -> Direction:
    """The direction of the first verb, from one up to that of its main clause, which looks back or ahead."""
    for _ in range(STEPS):
        if verb is None:
            return Direction.NEITHER
        found = of_verb(verb, present=present)
        if found or _stands_alone(verb) or verb.head.i == verb.i:
            return found
        verb = governing_verb(verb.head)
    return Direction.NEITHER


def had(verb: Token | None) -> bool:
    """Whether a verb stands in the past perfect: "had been due to open"."""
    return verb is not None and any(child.lower_ in words("syntax", "had") for child in verb.children)


def _hangs_on(token: Token, verb: Token | None) -> bool:
    """Whether a time is said of the verb itself: "meets on Friday", not "follows Friday's talks"."""
    leads = word.is_preposition(token.head)
    above = token.head.head if leads else token.head
    return verb is not None and (above == verb or (above.head == verb and leads))


def _due(verb: Token | None) -> Direction:
    """ "Is due in the fall", "was due in the fall", "had been due in the fall"."""
    if had(verb):
        return Direction.LIKELY_PAST
    return Direction.AHEAD if verb is not None and is_planned(verb) else Direction.LIKELY_AHEAD


def said_before(token: Token, verb: Token) -> bool:
    """Whether a time in a reported clause is that of the report.

    What stands before "that" is no part of its clause: "a warning on Thursday that it could strike"; nor is the day in
    "said on Thursday it would strike".
    """
    if token.i < begins(verb):
        return True
    return any(mark.lower_ == "that" and mark.i > token.i for mark in filter(rel.is_opener, verb.children))


def _is_ahead_of(token: Token) -> bool:
    """ "Marched ahead of Tuesday's vote"."""
    near = islice(ancestors(token), _NEAR)
    return any(above.lower_ == "of" and above.head.lower_ == "ahead" for above in near)


def _said_then(token: Token, verb: Token) -> bool:
    """ "Vowed on Sunday to strike": the day right after such a verb is the one it was said on."""
    if token.i <= verb.i or verb.lemma_ not in words("tense", "ahead"):
        return False
    between = [near.lower_ for near in token.doc[verb.i + 1 : token.i]]
    helped = (rel.is_active_helper(child) and word.is_past(child) for child in verb.children)
    return between in ([], ["on"]) and (word.is_past(verb) or any(helped))


def _was_then(token: Token, verb: Token) -> bool:
    """ "Expects 13 million, up from 12 million in February": what there was before belongs to the past."""
    between = [near.lower_ for near in token.doc[verb.i + 1 : token.i]]
    return any(way in words("tense", "updown") and then == "from" for way, then in pairwise(between))


def is_superlative(token: Token) -> bool:
    """Whether a word picks one of many: a superlative, "first", "only"."""
    return word.is_superlative(token) or token.lower_ in words("tense", "ranks")


def _is_picked(infinitive: Token) -> bool:
    """Whether it says among which something is the first or the strongest: it is as true as the clause it is in."""
    attributes = filter(rel.is_predicate, infinitive.head.children)
    return any(
        noun.i < infinitive.i and any(map(is_superlative, [noun, *noun.lefts]))
        for noun in [infinitive.head, *attributes]
    )
