"""What has an amount: the subject of "rose 3%", the noun of "a $150,000 contract", X of "60% of X"."""

from dataclasses import replace

from spacy.tokens import Token

from reader.analysis.claims import changewords
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import NOUNS, Tokens, end, next_to
from reader.analysis.claims.words import squeeze

STEPS = 10  # how far up the parse is looked
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
MODIFIERS = {"compound", "amod", "nmod", "poss", "nummod"}
LIGHT = {"kind", "total", "number", "amount", "sum", "level", "rate", "many", "most", "rest"}


def name(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity with what has it, where the parse tells."""
    noun = _noun(text, tokens, quantity)
    return quantity if noun is None else replace(quantity, of=_phrase(text, noun, quantity) or None)


def _noun(text: str, tokens: Tokens, quantity: Quantity) -> Token | None:
    anchor = tokens.before(quantity.end)
    if anchor is None:
        return None
    if quantity.kind != "count":
        found = _after(text, tokens, quantity) or _modified(anchor, tokens.at(quantity.at))
        if found is not None:
            return _behind_change(found)
    return _governor(_outermost(anchor, quantity), quantity)


def _after(text: str, tokens: Tokens, quantity: Quantity) -> Token | None:
    """X of "60% of X", "$1.1m in X", "20kg of X"."""
    word = tokens.after(quantity.end)
    if (
        word is None
        or word.is_sent_start
        or text[quantity.end : word.idx].strip()
        or word.lower_ not in ("of", "in")
    ):
        return None
    if word.lower_ == "in" and quantity.kind != "money":
        return None
    noun = next((child for child in word.children if child.dep_ == "pobj"), None)
    return (
        noun if noun is not None and noun.pos_ in NOUNS and noun.ent_type_ not in ("DATE", "TIME") else None
    )


def _modified(anchor: Token, number: Token | None) -> Token | None:
    """The noun right of the amount that it modifies: "a $150,000 contract"."""
    starts = [token for token in (anchor, number) if token is not None]
    return next((head for start in starts if (head := _head_right(start, anchor)) is not None), None)


def _head_right(token: Token, anchor: Token) -> Token | None:
    """The first noun right of ``anchor`` on the way up from ``token`` through modifiers."""
    for _ in range(STEPS):
        if token.dep_ not in (*MODIFIERS, "quantmod", "npadvmod", "advmod"):
            return None
        head = token.head
        if head.i > anchor.i and head.pos_ in NOUNS and token.dep_ != "advmod":
            return head
        if head.i <= anchor.i and head.pos_ not in ("NUM", "SYM", "ADJ", "NOUN"):
            return None
        token = head
    return None


def _behind_change(noun: Token) -> Token | None:
    """For a noun of change what changed: "a 5% rise in wages"; else the noun."""
    if noun.lower_ not in changewords.nouns():
        return noun
    for child in noun.children:
        if child.lower_ in ("in", "of") and child.dep_ == "prep":
            inside = next(
                (
                    c
                    for c in child.children
                    if c.dep_ == "pobj" and c.pos_ in NOUNS and c.ent_type_ not in ("DATE", "TIME")
                ),
                None,
            )
            if inside is not None:
                return inside
    owner = next((c for c in noun.children if c.dep_ in ("poss", "compound") and c.pos_ in NOUNS), None)
    return owner or _subject(noun) or noun


def _outermost(anchor: Token, quantity: Quantity) -> Token:
    """The highest token of the amount's own phrase."""
    token = anchor
    for _ in range(STEPS):
        if token.head.i == token.i or not quantity.start <= token.head.idx < quantity.end:
            return token
        token = token.head
    return token


def _governor(token: Token, quantity: Quantity) -> Token | None:
    """What governs the amount: the noun before its preposition, or the subject of its verb."""
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i:
            return _subject(token) if token.pos_ in ("VERB", "AUX") else None
        if token.dep_ in SUBJECTS:
            return None if quantity.kind == "count" or head.lemma_ != "be" else _complement(head)
        if head.pos_ in ("VERB", "AUX"):
            return _object_or_subject(head, token) or _subject(head)
        if (
            head.pos_ in NOUNS
            and token.dep_ in ("prep", "appos", "acl", "relcl", "amod", "nmod", "npadvmod", "nummod")
            and head.i < token.i
        ):
            return _behind_change(head) if quantity.kind != "count" or token.dep_ == "prep" else head
        token = head
    return None


def _complement(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in NOUNS), None)


def _object_or_subject(verb: Token, token: Token) -> Token | None:
    """The object, of "raised rates by 25 points", when the amount stands after a preposition."""
    if token.dep_ != "prep" or token.lower_ not in ("by", "to", "from", "at", "for"):
        return None
    return next(
        (
            c
            for c in verb.children
            if c.dep_ == "dobj" and c.pos_ in NOUNS and c.i < token.i and not _is_amount(c)
        ),
        None,
    )


def _is_amount(token: Token) -> bool:
    return any(child.pos_ in ("NUM", "SYM") for child in token.children)


def _subject(token: Token) -> Token | None:
    """The subject of the clause the token stands in; a relative pronoun gives what it stands for."""
    for _ in range(STEPS):
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                if child.tag_ in ("WDT", "WP"):
                    return token.head if token.dep_ == "relcl" and token.head.pos_ in NOUNS else None
                return child if child.pos_ in NOUNS else None
        if token.dep_ in ("acl", "relcl") and token.head.pos_ in NOUNS:
            return token.head
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _phrase(text: str, noun: Token, quantity: Quantity) -> str:
    """The noun with its modifiers and a short "of" phrase, without determiner or the amount itself."""
    left = noun
    for child in noun.lefts:
        if (
            child.dep_ in MODIFIERS
            and child.tag_ not in ("PRP$", "CD", "WP$")
            and not _inside(child, quantity)
        ):
            left = _leftmost(child, quantity) if child.i < left.i else left
            break
    stop = end(noun)
    of = next_to(noun)
    if (
        of is not None
        and of.lower_ == "of"
        and of.right_edge.i - of.i < 6
        and of.right_edge.i > of.i
        and not _inside(of.right_edge, quantity)
    ):
        stop = end(of.right_edge)
    start = left.idx
    if start < quantity.end <= noun.idx and start < noun.idx:
        start = noun.idx if quantity.start <= start or quantity.end > start else start
    return squeeze(text[start:stop]) if not quantity.start <= noun.idx < quantity.end else ""


def _leftmost(token: Token, quantity: Quantity) -> Token:
    """The first word of a modifier, determiners left out."""
    edge = token.left_edge
    while edge.i < token.i and (edge.tag_ in ("DT", "PRP$", "CD", "$") or edge.is_punct):
        edge = edge.nbor()
    return edge


def _inside(token: Token, quantity: Quantity) -> bool:
    return bool(quantity.start <= token.idx < quantity.end)
