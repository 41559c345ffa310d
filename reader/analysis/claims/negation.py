"""Whether what a verb says is denied: by a negation of its own, of its subject, or of a verb above it."""

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.subjects import SUBJECTS

WORDS: dict[str, list[str]] = lexicon.load("bounds")["denying"]
ADVERBS, NOUNS, VERBS = (set(WORDS[kind]) for kind in ("adverbs", "nouns", "verbs"))
SHUNNING, KEEPING = set(WORDS["shunning"]), set(WORDS["keeping_from"])
DETERMINERS, PASSED_UP, BEFORE = set(WORDS["subjects"]), set(WORDS["passed_up"]), set(WORDS["before"])
CHANCES = set(WORDS["chances"])
DEPENDENT = ("xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "acomp")
NOMINAL = ("det", "nummod", "amod", "preconj", "cc")
LEVELS = 5
# Between a negation and its verb: "has not yet even been", "did n't ever".
PARTS = ("AUX", "ADV", "PART")


def is_denied(verb: Token, quantity: Quantity, *, above: bool = False, willed: bool = True) -> bool:
    """Whether an odd number of negations bears on the verb.

    Args:
        verb: the verb that says, or has, the bound.
        quantity: the amount, whose own words ("no more than") are no negation of the verb.
        above: whether only the verbs above count, as for the subject of "more than 40 did not vote".
        willed: whether "failed to" is a negation too, which in "failed to declare more than £2m" it is not.
    """
    found = set() if above else _own(verb, quantity)
    kept_from = False
    for _ in range(LEVELS):
        head = verb.head
        if head.i == verb.i or verb.dep_ not in DEPENDENT or _is_asked(verb):
            break
        if head.pos_ == "ADP" and head.lower_ in ("from", "of", "to"):
            verb, kept_from = head, head.lower_ == "from"
            continue
        if not willed and head.lemma_ in SHUNNING:
            return False
        if head.lemma_ in VERBS or head.lemma_ in SHUNNING or (kept_from and head.lemma_ in KEEPING):
            found.add(head.i)
        elif head.lemma_ not in PASSED_UP:
            break
        found |= _own(head, quantity)
        verb, kept_from = head, False
    return len(found) % 2 == 1


def _own(verb: Token, quantity: Quantity) -> set[int]:
    """The places of the negations that bear on the verb itself."""
    found = {child.i for child in verb.children if _is_negation(child)}
    found |= {
        c.i
        for aux in verb.children
        if aux.dep_ in ("aux", "auxpass")
        for c in aux.children
        if _is_negation(c)
    }
    found |= {child.i for child in verb.children if child.dep_ in SUBJECTS and _is_nobody(child)}
    found |= {child.i for child in verb.children if child.i < verb.i and _is_at_no(child)}
    found |= {*_right_before(verb), *_no_chance(verb)}
    return {i for i in found if not quantity.start <= verb.doc[i].idx < quantity.to and i != verb.i}


def _is_negation(token: Token) -> bool:
    """ "not", "never", "no longer"; neither "not only" nor the "no" of an answer."""
    if token.lower_ == "longer" and token.i and token.nbor(-1).lower_ == "no":
        return True
    if token.lower_ not in ADVERBS or token.dep_ in ("det", "intj"):
        return False
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return following not in ("only", "just", "merely", "simply")


def _is_nobody(noun: Token) -> bool:
    """ "nobody", "none of them", "no house"."""
    return noun.lower_ in NOUNS or any(
        child.dep_ == "neg" or (child.lower_ in DETERMINERS and child.dep_ in NOMINAL) for child in noun.lefts
    )


def _no_chance(verb: Token) -> list[int]:
    """The noun of "no chance of exceeding", "no prospect of the bill exceeding"."""
    noun = verb
    for _ in range(LEVELS):
        if noun.dep_ not in ("acl", "pcomp", "pobj", "prep"):
            return []
        noun = noun.head
        if noun.lower_ in CHANCES:
            return [noun.i] if any(child.lower_ in DETERMINERS for child in noun.lefts) else []
    return []


def _is_asked(verb: Token) -> bool:
    """Whether the clause only asks: "it is not clear whether more than 40 were hurt"."""
    return any(child.lower_ in ("whether", "if", "how", "why", "because", "when") for child in verb.lefts)


def _is_at_no(preposition: Token) -> bool:
    """ "at no point", "in no year"."""
    return preposition.dep_ == "prep" and any(
        child.dep_ == "pobj" and any(word.lower_ == "no" for word in child.children)
        for child in preposition.children
    )


def _right_before(verb: Token) -> list[int]:
    """A negation that the parse hangs elsewhere: "has yet to reach", "stopped short of reaching"."""
    at = verb.i - 1
    while at > 0 and verb.doc[at].pos_ in PARTS and not _is_negation(verb.doc[at]):
        if verb.doc[at].lower_ in ("to", "yet"):
            break
        at -= 1
    if at < 0:
        return []
    token = verb.doc[at]
    if _is_negation(token):
        return [at]
    pair = f"{verb.doc[at - 1].lower_} {token.lower_}" if at else ""
    return [at] if token.lower_ in BEFORE or pair in BEFORE else []
