"""What has an amount: the subject of "rose 3%", the noun of "a $150,000 contract", X of "60% of X"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims import changes, pairs
from reader.analysis.claims.bare import is_list
from reader.analysis.claims.phrases import MODIFIERS, object_of, phrase
from reader.analysis.claims.quantity import Placed, Quantity, gap
from reader.analysis.claims.subjects import STEPS, SUBJECTS, subject
from reader.analysis.claims.tokens import NOUNS, Tokens

_CONCEPTS: dict[str, list[str]] = lexicon.load("concepts")
LIGHT, EMPTY = set(_CONCEPTS["light"]), set(_CONCEPTS["empty"])
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
    if noun.lower_ not in changes.nouns():
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
        and head.lower_ not in changes.nouns()
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


BRACKETS = re.compile(r"\s*\([^()]{1,30}\)")
LEVEL = re.compile(
    r"(?:\s+(?:of|in|on|by|since|from|for)\s+[\w'’ -]{1,36}?)?,?\s+(?:(?:and|[a-z]+ing)\s+)?(?:(?:at|to)\s+(?:[a-z]+\s+)?(?:at\s+|to\s+)?|from\s+)",
    re.IGNORECASE,
)
PERIOD = re.compile(r"\b(?:last|past|next|first|coming|previous|recent)\s+$", re.IGNORECASE)
ADJACENT = re.compile(
    r"(?:,\s+|\s)(?:(?:now|then)\s+)?(?P<word>up|down|aged|worth|by|of|at|totalling|totaling|weighing|measuring|costing)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)


def name(text: str, tokens: Tokens, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, in order, with what has them, where the text and its parse tell."""
    placed = Placed(quantities)
    out: list[Quantity] = []
    for quantity in quantities:
        of = _level(text, out[-1], quantity) if out else None
        unheld = _is_period(text, quantity) or pairs.is_equation(quantity, text)
        noun = None if of or unheld else _noun(text, tokens, quantity, placed)
        of = of or (_words(text, noun, quantity, placed, out) if noun is not None else None)
        out.append(_held(quantity, None if of and of.lower() == (quantity.unit or "").lower() else of))
    for at in range(len(out) - 2, -1, -1):
        out[at] = _held(out[at], _listed(text, out[at], out[at + 1]) or out[at].of)
    return out


def _held(quantity: Quantity, of: str | None) -> Quantity:
    return quantity if of == quantity.of else replace(quantity, of=of)


def _is_period(text: str, quantity: Quantity) -> bool:
    """ "the last three months" is a time in which something is so, and belongs to nothing."""
    return quantity.kind == "measure" and bool(
        PERIOD.search(text, max(0, quantity.start - 12), quantity.start)
    )


def _level(text: str, previous: Quantity, quantity: Quantity) -> str | None:
    """For a level that follows a change, what changed: "rose 64 points to 4,577"."""
    level = LEVEL.fullmatch(gap(text, previous, quantity, under=56))
    return previous.of if level and previous.change and quantity.kind != "count" else None


def _listed(text: str, quantity: Quantity, after: Quantity) -> str | None:
    """For a member of a list of modifiers, what the last of them has: "4- and 6-inch phones"."""
    between = gap(text, quantity, after, under=14)
    return after.of if between.startswith("-") and is_list(between) else None


def _words(
    text: str, noun: Token, quantity: Quantity, placed: Placed, named: Sequence[Quantity]
) -> str | None:
    """How the noun is named; one that is itself an amount by what is counted, or by what has it."""
    other = placed.holding(noun)
    if other is quantity:
        return None
    if other is not None:
        return (
            other.unit
            if other.kind == "count"
            else next((q.of for q in named if q.start == other.start), None)
        )
    return phrase(text, noun, placed.hold)


def _noun(text: str, tokens: Tokens, quantity: Quantity, placed: Placed) -> Token | None:
    anchor = tokens.before(quantity.end)
    if anchor is None:
        return None
    if quantity.form == "multiple" and anchor.pos_ == "VERB":
        return next((c for c in anchor.children if c.dep_ == "dobj"), None) or subject(anchor)
    of = _after(text, tokens, quantity, anchor)
    if of is None and (quantity.kind != "count" or text.startswith("-", quantity.to)):
        of = modified(anchor, tokens.at(quantity.at), placed)
    return (
        of
        or _owner(tokens, quantity)
        or _beside(text, tokens, quantity, placed)
        or governor(outermost(anchor, quantity), quantity, placed)
    )


def _owner(tokens: Tokens, quantity: Quantity) -> Token | None:
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
    if word.lower_ == "of":
        return object_of(word)
    if word.lower_ == "in" and quantity.kind == "money" and anchor.dep_ != "dobj":
        stuff = object_of(word)  # "$40,000 in cash", not "£20 in his pocket"
        return stuff if stuff is None or not any(c.dep_ in ("det", "poss") for c in stuff.children) else None
    if word.lower_ == "for" and quantity.kind == "money" and _is_paid(anchor):
        return object_of(word)
    return None


def _is_paid(anchor: Token) -> bool:
    for _ in range(4):
        if anchor.dep_ == "dobj":
            return anchor.head.lemma_ in ("pay", "spend", "charge", "ask", "offer")
        anchor = anchor.head
    return False


def _beside(text: str, tokens: Tokens, quantity: Quantity, placed: Placed) -> Token | None:
    """The noun right before "down 3%", "aged 5", "worth $2m", "Burlington by 2%", "levels at 40"."""
    match = ADJACENT.search(text, max(0, quantity.start - 24), quantity.start)
    if not match:
        return None
    noun, word = tokens.before(match.start()), match["word"].lower()
    if noun is None or noun.pos_ not in NOUNS or noun.ent_type_ in ("DATE", "TIME") or is_empty(noun):
        return None
    if any(token.is_sent_start for token in noun.doc[noun.i + 1 : noun.i + 4] if token.idx <= quantity.at):
        return None
    if word in ("up", "down") and "," in match.group() and noun.dep_ == "pobj" and noun.head.lower_ != "of":
        return subject(noun)
    held = placed.holding(noun)
    if held is not None:
        return noun if word in ("aged", "worth") and held.kind == "count" else None
    if word == "by" and noun.dep_ in ("dobj", "npadvmod", "nsubjpass", "attr"):
        return noun if noun.dep_ == "dobj" else None
    return noun
