"""What has an amount: the subject of "rose 3%", the noun of "a $150,000 contract", X of "60% of X"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reader.analysis.claims import rates
from reader.analysis.claims.elided import LISTED
from reader.analysis.claims.governors import governor, is_empty, modified, outermost
from reader.analysis.claims.phrases import object_of, phrase
from reader.analysis.claims.placed import Placed
from reader.analysis.claims.quantity import Quantity, gap
from reader.analysis.claims.subjects import subject
from reader.analysis.claims.tokens import NOUNS, Tokens

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
        unheld = _is_period(text, quantity) or rates.is_equation(quantity, text)
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
    return after.of if between.startswith("-") and LISTED.fullmatch(between) else None


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
