"""Numbers without a unit of their own: what they count is carried over, recalled, or what their verb is said of."""

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims import changes
from reader.analysis.claims.quantity import Quantity, gap
from reader.analysis.claims.subjects import SUBJECTS, subject
from reader.analysis.claims.tokens import NOUNS, Tokens, next_to
from reader.analysis.claims.units import unit_table

_DEFINITE = frozenset(lexicon.load("counting")["definite"])
# After an age or the number of a point: "Brandt, 40, left".
_ASIDE = frozenset({",", "–", "—", "―", "-", ")"})
_FURTHER = frozenset({"another", "further", "more", "others"})
# "Of the 40 passengers, 31 survived", "Of the ten judges who heard the case, six were new".
_PARTED_FROM_ALL = re.compile(r"(?:[^.;:!?]{0,80},)?\s+(?:only\s+|just\s+)?")


def stands_for_counted(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a number without a noun is said of so many people or things."""
    if not quantity.is_one_number or quantity.low < 2:
        return False
    number = tokens.at(quantity.to - 1)
    if number is None or number.tag_ != "CD" or any(child.lower_ in _DEFINITE for child in number.lefts):
        return False
    following = next_to(number)
    if following is not None and following.text in _ASIDE:
        return False
    if number.dep_ in SUBJECTS:
        return _is_said_of_many(number.head)
    return number.dep_ == "dobj" and number.head.lemma_.lower() in lexicon.load("claim_sources")["befalls"]


def _is_said_of_many(verb: Token) -> bool:
    """Whether a verb goes with a plural: "15 were positive", "eight remain", "31 survived", not "42 is the answer"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    forms = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    return not any(form.tag_ == "VBZ" or form.lower_ == "was" for form in forms)


def _is_said_of_the_same(text: str, tokens: Tokens, quantity: Quantity, earlier: Quantity) -> bool:
    """Whether it counts what an earlier one of its sentence counts.

    "Three people died and 17 were injured", "two sailors drowned and another five were missing"; but of "26 men were
    charged and 300 were fined" nobody knows whether the 300 are men.
    """
    if not stands_for_counted(tokens, quantity):
        return False
    number, noun = tokens.at(quantity.to - 1), tokens.at(earlier.end - 1)
    if number is None or noun is None:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.is_sent_start:
        return _PARTED_FROM_ALL.fullmatch(text, earlier.end, quantity.start) is not None
    beside = number.head.head == noun.head or noun.head.head == number.head
    further = noun.lower_ == "people" or any(child.lower_ in _FURTHER for child in number.children)
    return further and noun.dep_ in SUBJECTS and number.dep_ in SUBJECTS and beside


_CLIMB = 5  # steps up the parse from a level to its verb, which misreads "from 120 to 310" in several ways


def is_level(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a bare number is what something moved from or to."""
    return _moving_verb(tokens, quantity) is not None


def _level_of_counted(tokens: Tokens, quantity: Quantity) -> Quantity:
    """A level with what moved as its unit, where that is something one counts: "complaints", not "prices" or "the toll"."""
    if quantity.unit or quantity.kind or (verb := _moving_verb(tokens, quantity)) is None:
        return quantity
    noun = _mover(verb)
    if noun is None or noun.tag_ != "NNS" or noun.lower_ in lexicon.load("changes")["measured"]:
        return quantity
    words = [child for child in noun.lefts if child.dep_ in ("amod", "compound")] + [noun]
    named = " ".join(
        word.lower_ if word.is_sent_start and not word.ent_type_ else word.text for word in words
    )
    return replace(quantity, unit=named, kind="count")


def _mover(verb: Token) -> Token | None:
    """What is moved, or moves: the object of a verb, else its subject, of two the nearer."""
    own = [child for child in verb.lefts if child.dep_ in SUBJECTS and child.pos_ in NOUNS]
    moved = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    return moved or (own[-1] if own else subject(verb))


def _moving_verb(tokens: Tokens, quantity: Quantity) -> Token | None:
    """The verb of movement that a number after "from" or "to" hangs on."""
    if not quantity.is_one_number:
        return None
    before, token = tokens.before(quantity.start), tokens.at(quantity.to - 1)
    if before is None or token is None or before.lower_ not in ("from", "to"):
        return None
    for _ in range(_CLIMB):
        token = token.head
        if token.pos_ == "VERB":
            return token if token.lower_ in changes.moving() else None
    return None


# Between two members of one list: "4- and 6-inch", "40 to 50 hours", "8 or $9".
LISTED = re.compile(r"-?,?\s*(?:(?:and|or|to|through|versus|-|–)\s*)?(?:(?:about|from|in)\s)?", re.IGNORECASE)
# "280 million of the 1.5 billion shekels", "fewer than 100 of an estimated 2.5m birds".
PART_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:[\w'’-]+\s+){0,4}", re.IGNORECASE)
# Before a number that is set against an earlier one of its kind.
AGAINST = re.compile(
    r"(?:compared\s+(?:with|to)|against|versus|vs\.?|than|from|to|by|and|or|at|out\s+of|^\s*of|then|,|\(|;|were|was|is|are|with|up|down|but|on|while|-|–)\s*(?:only\s+|just\s+|a\s+|the\s+)?$",
    re.IGNORECASE,
)
# The same, where nothing but a comparison will do: times, and things that are counted.
COMPARED = re.compile(
    r"(?:compared\s+(?:with|to)|against|versus|vs\.?|than|from|up\s+from|down\s+from|to)\s*(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
# "hired 200 people and will hire 50 more".
MORE = re.compile(
    r"\s+of\s+(?:them|these|those|whom|which)\b|\s+(?:more|others)(?=\s*(?:[,.;:)]|$)|\s+(?:in|by|were|are|was|at|to|have|had|on|for|last|this|next|who|remain)\b)",
    re.IGNORECASE,
)
NUMBER_OF = re.compile(
    r"\bnumbers?\s+of\s+(?:the\s+|its\s+)?((?:[\w’'-]+\s+)??[a-z]+(?:s|people|men|women|children))\b",
    re.IGNORECASE,
)
ELLIPSIS = re.compile(
    r"\s+(?:did|do|does|has|have|had|was|were|is|are|will|would|could|can)(?:\s+not|n['’]t)?\s*(?:[.;,!?]|$)",
    re.IGNORECASE,
)
# "3,700 jobs in Ostby, 1,600 in Varnholm and 40 at sea".
IN_PLACE = re.compile(r"\s+(?:in|for|at|by|from|on|among|of\s+them|each)\b", re.IGNORECASE)
AND = re.compile(r"(?:,|\band|\bbut|;)\s+$", re.IGNORECASE)
UNSAID = frozenset({None, "others"})  # "11 people were killed and some 30 others hurt"
RECENT = 12  # how many amounts back a unit is looked for
RATIOS = {"percent", "percentage point", "basis point"}


def carry_over(text: str, tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, in order, with the units that are carried over."""
    begin = tokens.sentence_start(quantities[0].at)
    out: list[Quantity] = []
    for quantity in _chain(text, quantities):
        known = _level_of_counted(tokens, quantity)
        out.append(_from_earlier(text, tokens, known, out) if known.unit in UNSAID else known)
    return [_numbered(text, quantity, begin) for quantity in out]


def _numbered(text: str, quantity: Quantity, begin: int) -> Quantity:
    """ "The number of beds fell to 210": what is counted is the subject's."""
    if quantity.unit or quantity.kind or not quantity.is_written:
        return quantity
    counted = NUMBER_OF.search(text, max(begin, quantity.start - 160), quantity.start)
    level = counted and re.search(
        r"\b(?:to|from|at|was|is|were|reached|hit)\s+$", text[counted.end() : quantity.start]
    )
    return replace(quantity, unit=counted[1], kind="count") if counted and level else quantity


def _chain(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Units handed back along a list, from its last member: "four-, five- and six-cylinder"."""
    done: list[Quantity] = []
    after: Quantity | None = None
    for quantity in reversed(quantities):
        after = _from_next(text, quantity, after)
        done.append(after)
    return done[::-1]


def _from_next(text: str, quantity: Quantity, after: Quantity | None) -> Quantity:
    if after is None or quantity.unit or not after.unit or not quantity.is_written:
        return quantity
    listed = LISTED.fullmatch(gap(text, quantity, after, under=14))
    if listed or PART_OF.fullmatch(gap(text, quantity, after, under=40)):
        return replace(quantity, unit=after.unit, kind=after.kind)
    return quantity


def _from_earlier(text: str, tokens: Tokens, quantity: Quantity, earlier: list[Quantity]) -> Quantity:
    """With the unit of the last earlier quantity that this one is set against, if there is one."""
    recent = (_known(tokens, q) for q in earlier[: -RECENT - 1 : -1])
    donor = next((q for q in recent if q.unit), None)
    if donor is None or not quantity.is_written or _has_noun(text, tokens, quantity):
        return quantity
    before = text[max(donor.end, quantity.start - 30) : quantity.start]
    if donor.kind == "count":
        fits = _counts_the_same(text, tokens, quantity, donor)
    elif quantity.unit:
        return quantity
    elif donor.change and re.search(r"\b(?:to|at)\s*$", before, re.IGNORECASE):
        donor = _level_before(donor, earlier)
        fits = donor.unit not in RATIOS
    else:
        fits = bool((COMPARED if unit_table().is_time(donor.unit) else AGAINST).search(before))
    return replace(quantity, unit=donor.unit, kind=donor.kind) if fits else quantity


def _counts_the_same(text: str, tokens: Tokens, quantity: Quantity, donor: Quantity) -> bool:
    """Whether it counts what the donor counts: what is only called "others", and what is set beside it."""
    before = text[max(donor.end, quantity.start - 30) : quantity.start]
    return bool(
        quantity.unit
        or COMPARED.search(before)
        or ELLIPSIS.match(text, quantity.end)
        or MORE.match(text, quantity.end)
        or _gapped(text, tokens, quantity)
        or _is_said_of_the_same(text, tokens, quantity, donor)
        or (IN_PLACE.match(text, quantity.end) and AND.search(before))
    )


def _known(tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity; a share with what it is a share of as its unit: "one in five homes"."""
    noun = tokens.after(quantity.end) if quantity.form == "fraction" and not quantity.unit else None
    return (
        replace(quantity, unit=noun.text, kind="count")
        if noun is not None and noun.tag_ == "NNS"
        else quantity
    )


def _level_before(delta: Quantity, earlier: list[Quantity]) -> Quantity:
    """The quantity whose unit a level after a change has: "rose 64 points, or 1.4%, to 4,577"."""
    return next((q for q in earlier[: -RECENT - 1 : -1] if q.unit and q.unit not in RATIOS), delta)


def _has_noun(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a noun follows at once that the number may belong to."""
    after = tokens.after(quantity.end)
    return (
        after is not None
        and after.pos_ in NOUNS
        and not text[quantity.end : after.idx].strip()
        and not after.is_sent_start
    )


def _gapped(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "The Greens took three seats and independents two": a number that ends a clause without a verb."""
    before = tokens.before(quantity.start)
    ends = re.match(
        r"\s*(?:[.;,!?)]|$|\s+(?:and|of\s+(?:them|those)|in|last|a\s+year)\b)",
        text[quantity.end : quantity.end + 14],
    )
    return (
        bool(ends)
        and before is not None
        and (before.pos_ in NOUNS or before.lower_ in ("to", "just", "only", "the", "other"))
    )


_ENDS = re.compile(r"\s*(?:[.;!?)]|,(?!\d)|$|\s(?:but|and|instead)\b)")
_OF_THE = re.compile(r"\s+of\s+(?:the|those|these)\s+")
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b(?!\s+(?:who|that|in|on)\b)")
_OF_THOSE = re.compile(r"\bOf\s+(?:them|these|those)(?:\s+[\w-]+){0,4},\s+(?:only\s+|just\s+)?$")
_RECALLED = 300  # characters: about two sentences


def recall(text: str, tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with what they count, recalled from their sentence or from the last one that has any."""
    out: list[Quantity] = []
    previous: list[Quantity] = []
    for _, inside in tokens.by_sentence(quantities, lambda quantity: quantity.at):
        previous = _recall(text, tokens, list(inside), previous)
        out += previous
    return out


def _recall(text: str, tokens: Tokens, known: list[Quantity], previous: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence."""
    out: list[Quantity] = []
    for at, quantity in enumerate(known):
        near = [q for q in (*previous, *out) if q.start > quantity.start - _RECALLED]
        donor = None
        if quantity.unit is None and quantity.is_written:
            after = known[at + 1] if at + 1 < len(known) else None
            donor = (
                _as_object(text, tokens, quantity, near)
                or _whole(text, quantity, after, near)
                or _told_of(text, quantity, near)
            )
        out.append(replace(quantity, unit=donor.unit, kind="count") if donor else quantity)
    return out


def _as_object(text: str, tokens: Tokens, quantity: Quantity, near: list[Quantity]) -> Quantity | None:
    """The last amount, if it is a count and if both it and this number, which ends its clause, are objects."""
    number = tokens.before(quantity.to)
    if number is None or number.tag_ != "CD" or number.dep_ != "dobj" or not _ENDS.match(text, quantity.to):
        return None
    return near[-1] if near and near[-1].kind == "count" and _is_object(tokens, near[-1]) else None


def _is_object(tokens: Tokens, counted: Quantity) -> bool:
    """ "Ordered 30 buses", "asked for 30 buses"."""
    noun = tokens.before(counted.end)
    if noun is None:
        return False
    return noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ == "for")


def _whole(text: str, quantity: Quantity, after: Quantity | None, near: list[Quantity]) -> Quantity | None:
    """For "two of the four", the count of four that came before."""
    if after is None or after.unit or not _OF_THE.fullmatch(text[quantity.end : after.start]):
        return None
    return next((q for q in reversed(near) if q.kind == "count" and q.value == after.value), None)


def _told_of(text: str, quantity: Quantity, near: list[Quantity]) -> Quantity | None:
    """For "41 defects. Seventeen of them", "of those, 17", the count that came last, where there were as many."""
    last = near[-1] if near else None
    if last is None or last.kind != "count" or last.high < quantity.low:
        return None
    before = _OF_THOSE.search(text, max(last.end, quantity.start - 60), quantity.start)
    return last if before or _OF_THEM.match(text, quantity.end) else None


_REACH = 32  # characters before a number in which such words are looked for
# A bare number after these is what something came to: "stood at 41", "hit 210".
_CAME_TO = re.compile(
    r"\b(?:(?:stood|stands|peaked|remained|closed|ended|finished|opened|traded?|averaged)\s+at|(?:total|number|reach|hit)(?:l?ed|s|es|ing|l?ing)?)\s+$",
    re.IGNORECASE,
)

# A bare number after these is what was counted, or by how much something was won or lost.
_COUNTED = re.compile(
    r"\b(?:(?:counted|recorded|logged|registered|tallied)|(?:failed|passed|carried|won|lost|beaten|defeated|missed|fell\s+short)\s+by)"
    r"\s+(?:just\s+|only\s+|a\s+mere\s+|barely\s+)?$",
    re.IGNORECASE,
)
# Between a bare number and one that is set against it.
_SET_AGAINST = re.compile(
    r"[^.;!?]{0,40}?\b(?:against|compared\s+(?:with|to)|versus|vs\.?|up\s+from|down\s+from)\s+"
    r"|\s+(?P<where>in|on|at|for|during)\s+[\w’' ]{1,24},?\s+(?:and|but)\s+(?:then\s+|only\s+|just\s+)?"
)


def asserting(text: str, tokens: Tokens, known: Iterable[Quantity]) -> list[Quantity]:
    """The quantities that assert something, and bare numbers that are set against one: "31, against 26"."""
    kept: list[Quantity] = []
    for quantity in known:
        before = kept[-1] if kept and not kept[-1].unit else None
        if (
            (before is not None and _is_set_against(text, before, quantity))
            or _asserts(text, quantity)
            or stands_for_counted(tokens, quantity)
            or is_level(tokens, quantity)
        ):
            kept.append(quantity)
    return kept


def _is_set_against(text: str, before: Quantity, quantity: Quantity) -> bool:
    """ "31 last year, against 26 before", "37 in March and 112 in April"."""
    gap = _SET_AGAINST.fullmatch(text, before.end, quantity.start)
    return gap is not None and (gap["where"] is None or text.startswith(f" {gap['where']} ", quantity.end))


def _asserts(text: str, quantity: Quantity) -> bool:
    """Whether a number without a unit is still an amount."""
    if quantity.unit or not quantity.is_written or quantity.scale > 1 or quantity.comparator != "=":
        return True
    if text[quantity.to : quantity.end].endswith("strong"):
        return True
    if quantity.change is not None or quantity.low >= 1000 or isinstance(quantity.low, float):
        return True
    begin = max(0, quantity.start - _REACH)
    return any(before.search(text, begin, quantity.start) for before in (_CAME_TO, _COUNTED))
