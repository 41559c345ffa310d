"""What has an amount: the subject of "rose 3%", the noun of "a $150,000 contract", X of "60% of X"."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims import changewords
from reader.analysis.claims.elided import LISTED
from reader.analysis.claims.phrases import MODIFIERS, object_of, phrase
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.subjects import STEPS, SUBJECTS, subject
from reader.analysis.claims.tokens import NOUNS, Tokens

BRACKETS = re.compile(r"\s*\([^()]{1,30}\)")
LEVEL = re.compile(
    r"(?:\s+(?:of|in|on|by|since|from|for)\s+[\w'’ -]{1,36}?)?,?\s+(?:(?:and|[a-z]+ing)\s+)?(?:(?:at|to)\s+(?:[a-z]+\s+)?(?:at\s+|to\s+)?|from\s+)",
    re.IGNORECASE,
)
PERIOD = re.compile(r"\b(?:last|past|next|first|coming|previous|recent)\s+$", re.IGNORECASE)
WORDS: dict[str, list[str]] = lexicon.load("concepts")
LIGHT, EMPTY = set(WORDS["light"]), set(WORDS["empty"])
# A counted thing in one of these is where something is, not how much of it.
PLACES = {"in", "at", "from", "to", "into", "near", "against", "across", "on"}
ADJACENT = re.compile(
    r"(?:,\s+|\s)(?:(?:now|then)\s+)?(?P<word>up|down|aged|worth|by|of|at|totalling|totaling|weighing|measuring|costing)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)


class Amounts:
    """The quantities of one sentence, and which tokens lie in them."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self.quantities = quantities
        self._starts = [quantity.start for quantity in quantities]

    def holding(self, token: Token) -> Quantity | None:
        """The quantity that the token lies in."""
        index = bisect.bisect_right(self._starts, token.idx) - 1
        return self.quantities[index] if index >= 0 and token.idx < self.quantities[index].end else None

    def hold(self, token: Token) -> bool:
        """Whether the token lies in a quantity."""
        return self.holding(token) is not None


def name(text: str, tokens: Tokens, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, in order, with what has them, where the text and its parse tell."""
    amounts = Amounts(quantities)
    out: list[Quantity] = []
    for quantity in quantities:
        of = _level(text, out[-1], quantity) if out else None
        noun = None if of or _is_period(text, quantity) else _noun(text, tokens, quantity, amounts)
        of = of or (_words(text, noun, quantity, amounts, out) if noun is not None else None)
        out.append(replace(quantity, of=None if of == quantity.unit else of))
    for at in range(len(out) - 2, -1, -1):
        out[at] = replace(out[at], of=_listed(text, out[at], out[at + 1]) or out[at].of)
    return out


def _is_period(text: str, quantity: Quantity) -> bool:
    """ "the last three months" is a time in which something is so, and belongs to nothing."""
    return quantity.kind == "measure" and bool(
        PERIOD.search(text, max(0, quantity.start - 12), quantity.start)
    )


def _level(text: str, previous: Quantity, quantity: Quantity) -> str | None:
    """For a level that follows a change, what changed: "rose 64 points to 4,577"."""
    gap = text[previous.end : quantity.start] if quantity.start - previous.end < 56 else "…"
    return previous.of if previous.change and quantity.kind != "count" and LEVEL.fullmatch(gap) else None


def _listed(text: str, quantity: Quantity, after: Quantity) -> str | None:
    """For a member of a list of modifiers, what the last of them has: "4- and 6-inch phones"."""
    gap = text[quantity.end : after.start] if after.start - quantity.end < 14 else "…"
    return after.of if gap.startswith("-") and LISTED.fullmatch(gap) else None


def _words(
    text: str, noun: Token, quantity: Quantity, amounts: Amounts, named: Sequence[Quantity]
) -> str | None:
    """How the noun is named; one that is itself an amount by what is counted, or by what has it."""
    other = amounts.holding(noun)
    if other is quantity:
        return None
    if other is not None:
        return (
            other.unit
            if other.kind == "count"
            else next((q.of for q in named if q.start == other.start), None)
        )
    return phrase(text, noun, amounts.hold)


def _noun(text: str, tokens: Tokens, quantity: Quantity, amounts: Amounts) -> Token | None:
    anchor = tokens.before(quantity.end)
    if anchor is None:
        return None
    if quantity.form == "multiple" and anchor.pos_ == "VERB":
        return next((c for c in anchor.children if c.dep_ == "dobj"), None) or subject(anchor)
    of = _after(text, tokens, quantity, anchor)
    if of is None and (quantity.kind != "count" or text.startswith("-", quantity.to)):
        of = _modified(quantity, anchor, tokens.at(quantity.at), amounts)
    return (
        of
        or _owner(text, tokens, quantity)
        or _beside(text, tokens, quantity, amounts)
        or _governor(_outermost(anchor, quantity), quantity, amounts)
    )


def _is_empty(noun: Token) -> bool:
    """Whether the noun is none that could have an amount: "a total of", "in front of", "20 miles south of"."""
    if noun.lower_ not in EMPTY:
        return noun.lower_ in LIGHT
    return not any(child.dep_ in ("det", "amod", "compound", "poss") for child in noun.children)


def _owner(text: str, tokens: Tokens, quantity: Quantity) -> Token | None:
    """X of "X's 10 million children"."""
    mark = tokens.before(quantity.start)
    if mark is None or mark.tag_ != "POS" or mark.i == 0:
        return None
    owner = mark.nbor(-1)
    return owner if owner.pos_ in NOUNS and owner.ent_type_ not in ("DATE", "TIME") else None


def _after(text: str, tokens: Tokens, quantity: Quantity, anchor: Token) -> Token | None:
    """X of "60% of X", "$1.1m in X", "one count of X"; of "paid $5 for X"."""
    brackets = BRACKETS.match(text, quantity.end)
    at = brackets.end() if brackets else quantity.end
    word = tokens.after(at)
    if word is None or word.is_sent_start or text[at : word.idx].strip():
        return None
    if word.lower_ == "of" or (word.lower_ == "in" and quantity.kind == "money" and anchor.dep_ != "dobj"):
        return object_of(word)
    if word.lower_ == "for" and quantity.kind == "money" and _is_paid(anchor):
        return object_of(word)
    return None


def _is_paid(anchor: Token) -> bool:
    for _ in range(4):
        if anchor.dep_ == "dobj":
            return anchor.head.lemma_ in ("pay", "spend", "charge", "ask", "offer")
        anchor = anchor.head
    return False


def _beside(text: str, tokens: Tokens, quantity: Quantity, amounts: Amounts) -> Token | None:
    """The noun right before "down 3%", "aged 5", "worth $2m", "Burlington by 2%", "levels at 40"."""
    match = ADJACENT.search(text, max(0, quantity.start - 24), quantity.start)
    if not match:
        return None
    noun, word = tokens.before(match.start()), match["word"].lower()
    if noun is None or noun.pos_ not in NOUNS or noun.ent_type_ in ("DATE", "TIME") or _is_empty(noun):
        return None
    if any(token.is_sent_start for token in noun.doc[noun.i + 1 : noun.i + 4] if token.idx <= quantity.at):
        return None
    if word in ("up", "down") and "," in match.group() and noun.dep_ == "pobj" and noun.head.lower_ != "of":
        return subject(noun)
    held = amounts.holding(noun)
    if held is not None:
        return noun if word in ("aged", "worth") and held.kind == "count" else None
    if word in ("by", "at") and noun.dep_ in ("dobj", "npadvmod", "nsubjpass", "attr") and word == "by":
        return noun if noun.dep_ == "dobj" else None
    return noun


def _modified(quantity: Quantity, anchor: Token, number: Token | None, amounts: Amounts) -> Token | None:
    """The noun right of the amount that it modifies: "a $150,000 contract"."""
    starts = [token for token in (anchor, number) if token is not None]
    noun = next((head for start in starts if (head := _head_right(start, anchor, amounts)) is not None), None)
    return noun if noun is None else _behind_change(noun)


def _head_right(token: Token, anchor: Token, amounts: Amounts) -> Token | None:
    """The first noun right of ``anchor`` on the way up from ``token`` through modifiers."""
    for _ in range(STEPS):
        if token.dep_ not in (*MODIFIERS, "quantmod", "npadvmod", "advmod"):
            return None
        head = token.head
        if head.i > anchor.i and head.pos_ in NOUNS and token.dep_ != "advmod" and not amounts.hold(head):
            return head if head.ent_type_ not in ("DATE", "TIME") and not _is_empty(head) else None
        if head.i <= anchor.i and head.pos_ not in ("NUM", "SYM", "ADJ", "NOUN"):
            return None
        token = head
    return None


def _behind_change(noun: Token) -> Token:
    """For a noun of change what changed: "a 5% rise in wages"; else the noun."""
    if noun.lower_ not in changewords.nouns():
        return noun
    for child in noun.children:
        if child.lower_ in ("in", "of") and child.dep_ == "prep" and (inside := object_of(child)) is not None:
            return inside
    owner = next((c for c in noun.children if c.dep_ in ("poss", "compound") and c.pos_ in NOUNS), None)
    return owner or subject(noun) or noun


def _outermost(anchor: Token, quantity: Quantity) -> Token:
    """The highest token of the amount's own phrase."""
    token = anchor
    for _ in range(STEPS):
        if token.head.i == token.i or not quantity.start <= token.head.idx < quantity.end:
            return token
        token = token.head
    return token


def _governor(token: Token, quantity: Quantity, amounts: Amounts) -> Token | None:
    """What governs the amount: the noun before its preposition, or the subject or object of its verb."""
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i:
            return subject(token) if token.pos_ in ("VERB", "AUX") else None
        if token.dep_ in SUBJECTS:
            return _complement(head) if quantity.kind != "count" and head.lemma_ == "be" else None
        if head.pos_ in ("VERB", "AUX"):
            return _object(head, token, quantity) or subject(head)
        if _hangs_on(token, head, quantity, amounts):
            return _before(head, token, quantity)
        token = head
    return None


def _hangs_on(token: Token, head: Token, quantity: Quantity, amounts: Amounts) -> bool:
    """Whether the head is a noun that the amount, at ``token``, says something about."""
    if head.pos_ not in NOUNS or head.i > token.i or token.dep_ == "conj" or _is_empty(head):
        return False
    if quantity.kind == "count" and token.dep_ == "appos":
        return False
    return not amounts.hold(head) or (quantity.kind == "measure" and token.dep_ == "prep")


def _before(head: Token, token: Token, quantity: Quantity) -> Token | None:
    """The noun a phrase hangs on; for what something is ("is the home port for 60 …") the something."""
    if (
        quantity.kind == "count"
        and token.dep_ == "prep"
        and token.lower_ in PLACES
        and head.lower_ not in changewords.nouns()
    ):
        return None
    if token.dep_ == "prep" and token.lower_ != "of":
        head = _behind_change(head)
    if head.dep_ == "attr" and quantity.kind == "count":
        return subject(head.head) or head
    return head


def _complement(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in NOUNS), None)


def _object(verb: Token, token: Token, quantity: Quantity) -> Token | None:
    """The object, of "raised rates by 25 points", when the amount stands after a preposition."""
    if (
        token.dep_ != "prep"
        or token.lower_ not in ("by", "to", "from", "at", "for")
        or (quantity.kind == "measure" and token.lower_ == "for")
    ):
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ in NOUNS and c.i < token.i), None)
