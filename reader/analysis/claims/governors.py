"""What governs an amount in the parse: the noun it modifies or hangs on, or the subject of its verb."""

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims import changewords
from reader.analysis.claims.phrases import MODIFIERS, object_of
from reader.analysis.claims.placed import Placed
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.subjects import STEPS, SUBJECTS, subject
from reader.analysis.claims.tokens import NOUNS

WORDS: dict[str, list[str]] = lexicon.load("concepts")
LIGHT, EMPTY = set(WORDS["light"]), set(WORDS["empty"])
FORESEEING = set(lexicon.load("claim_sources")["foreseeing"])
# A counted thing in one of these is where something is, not how much of it.
PLACES = {"in", "at", "from", "to", "into", "near", "against", "across", "on"}


def is_empty(noun: Token) -> bool:
    """Whether the noun is none that could have an amount: "a total of", "in front of", "20 miles south of"."""
    if noun.lower_ not in EMPTY:
        return noun.lower_ in LIGHT
    return not any(child.dep_ in ("det", "amod", "compound", "poss") for child in noun.children)


def modified(anchor: Token, number: Token | None, placed: Placed) -> Token | None:
    """The noun right of the amount that it modifies: "a $150,000 contract"."""
    starts = [token for token in (anchor, number) if token is not None]
    noun = next((head for start in starts if (head := _head_right(start, anchor, placed)) is not None), None)
    return noun if noun is None else _behind_change(noun)


def _head_right(token: Token, anchor: Token, placed: Placed) -> Token | None:
    """The first noun right of ``anchor`` on the way up from ``token`` through modifiers."""
    for _ in range(STEPS):
        if token.dep_ not in (*MODIFIERS, "quantmod", "npadvmod", "advmod"):
            return None
        head = token.head
        if head.i > anchor.i and head.pos_ in NOUNS and token.dep_ != "advmod" and not placed.hold(head):
            return head if head.ent_type_ not in ("DATE", "TIME") and not is_empty(head) else None
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
    return owner or (None if _is_foreseen(noun.head, noun) else subject(noun)) or noun


def outermost(anchor: Token, quantity: Quantity) -> Token:
    """The highest token of the amount's own phrase."""
    token = anchor
    for _ in range(STEPS):
        if token.head.i == token.i or not quantity.start <= token.head.idx < quantity.end:
            return token
        if any(child.dep_ in SUBJECTS for child in token.head.children):
            return token  # the "exceed" of a bound, whose subject has the amount
        token = token.head
    return token


def governor(token: Token, quantity: Quantity, placed: Placed) -> Token | None:
    """What governs the amount: the noun before its preposition, or the subject or object of its verb."""
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i:
            return subject(token) if token.pos_ in ("VERB", "AUX") else None
        if token.dep_ in SUBJECTS:
            return _complement(head) if quantity.kind != "count" and head.lemma_ == "be" else None
        if head.pos_ in ("VERB", "AUX"):
            return _object(head, token, quantity) or (None if _is_foreseen(head, token) else subject(head))
        if _hangs_on(token, head, quantity, placed):
            return _before(head, token, quantity)
        token = head
    return None


def _is_foreseen(verb: Token, token: Token) -> bool:
    """Whether the amount is what the subject expects, and so not the subject's: "analysts had expected $2 a share"."""
    return verb.lemma_ in FORESEEING and token.dep_ in ("dobj", "npadvmod")


def _hangs_on(token: Token, head: Token, quantity: Quantity, placed: Placed) -> bool:
    """Whether the head is a noun that the amount, at ``token``, says something about."""
    if head.pos_ not in NOUNS or head.i > token.i or token.dep_ == "conj" or is_empty(head):
        return False
    if quantity.kind == "count" and token.dep_ == "appos":
        return False
    return not placed.hold(head) or (quantity.kind == "measure" and token.dep_ == "prep")


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
