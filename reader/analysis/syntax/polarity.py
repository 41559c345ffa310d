"""Whether what a verb says is denied: by a negation of its own, of its subject, or of a verb above it; and that nobody says it."""

from functools import cache

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.clauses import Passing, helpers, nothing
from reader.analysis.syntax.labels import part_of_speech, relation

_depends = relation("xcomp ccomp pcomp acl advcl prep acomp")
_is_noun_part = relation("det nummod amod preconj cc")
_is_below_noun = relation("acl pcomp pobj prep")
_is_below_cue = relation("xcomp pcomp prep")
_no_negation = relation("det intj")
_stands_between = part_of_speech("AUX ADV PART")  # "has not yet even been", "did n't ever"
_LEVELS = 5
_CUE_LEVELS = 3


def is_negation(token: Token) -> bool:
    """ "Not", "never", "no longer"; neither "not only" nor the "no" of an answer."""
    if token.lower_ == "longer" and token.i and token.nbor(-1).lower_ == "no":
        return True
    if token.lower_ not in _words("adverbs") or _no_negation(token):
        return False
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return after not in _words("not_alone")


def is_nobody(noun: Token) -> bool:
    """ "Nobody", "none of them", "no minister", "neither the minister nor ...", "no one at the firm", "not all ministers"."""
    if noun.lower_ in _words("nobody"):
        return True
    first = noun.left_edge
    if first.i < noun.i and is_negation(first):
        return True  # "not one councillor": wherever the parse hangs it
    return any(rel.is_negating(child) or child.lower_ in _words("none_of") for child in noun.lefts)


def is_hardly_anybody(noun: Token) -> bool:
    """ "Nobody", and "few ministers"."""
    few = any(child.lower_ in _words("hardly_any") and _is_noun_part(child) for child in noun.lefts)
    return few or is_nobody(noun)


def negations(verb: Token, passing: Passing = nothing) -> set[int]:
    """The places of the negations that bear on the verb itself: of it, its helpers, its subject, "at no point"."""
    found = {child.i for child in verb.children if is_negation(child)}
    found |= {c.i for helper in helpers(verb) for c in helper.children if is_negation(c)}
    found |= {child.i for child in verb.children if rel.is_subject(child) and is_hardly_anybody(child)}
    found |= {child.i for child in verb.children if child.i < verb.i and _is_at_no(child)}
    found |= {*_right_before(verb), *_no_chance(verb)}
    return {i for i in found if i != verb.i and not passing(verb.doc[i])}


def is_denied(verb: Token, passing: Passing = nothing, *, above: bool = False, willed: bool = True) -> bool:
    """Whether an odd number of negations bears on the verb.

    Args:
        verb: the verb that says something.
        passing: words that are no negation of the verb, such as those of a bound: "no more than".
        above: whether only the verbs above count, as for the subject of "more than 40 did not vote".
        willed: whether "failed to" is a negation too, which in "failed to declare more than £2m" it is not.
    """
    found = set() if above else negations(verb, passing)
    kept_from = False
    for _ in range(_LEVELS):
        head = verb.head
        if head.i == verb.i or not _depends(verb) or is_asked(verb):
            break
        if word.is_preposition(head) and head.lower_ in _words("leading"):
            verb, kept_from = head, head.lower_ == "from"
            continue
        if not willed and head.lemma_ in _words("shunning"):
            return False
        kept = kept_from and head.lemma_ in _words("keeping_from")
        if head.lemma_ in _words("verbs") or head.lemma_ in _words("shunning") or kept:
            found.add(head.i)
        elif head.lemma_ not in _words("passed_up"):
            break
        found |= negations(head, passing)
        verb, kept_from = head, False
    return len(found) % 2 == 1


def is_asked(verb: Token) -> bool:
    """Whether the clause only asks: "it is not clear whether more than 40 were hurt"."""
    return any(child.lower_ in _words("asking") for child in verb.lefts)


def denied_from(verb: Token) -> int | None:
    """The first token of a negated verb, which ends with it: of "did not say", "refused to confirm", "has yet to say".

    None for a verb that is not negated.
    """
    if (own := _first_negation(verb)) is not None:
        return own
    for _ in range(_CUE_LEVELS):
        if not _is_below_cue(verb) or verb.head.i > verb.i:
            return None
        verb = verb.head
        if verb.lemma_.lower() in lexicon.words("stances", "withholding") or _is_yet(verb):
            return verb.i
        if word.is_verb(verb) and (own := _first_negation(verb)) is not None:
            return own
    return None


def _first_negation(verb: Token) -> int | None:
    found = [child.i for child in verb.lefts if rel.is_negating(child) or child.lower_ == "never"]
    if not found:
        return None
    beside = [helper.i for helper in helpers(verb) if helper.i < verb.i and helper.i + 2 >= found[0]]
    return min([*found, *(at for at in beside if at < found[0])])


def _is_yet(verb: Token) -> bool:
    """ "Have yet to confirm"."""
    return verb.lemma_ == "have" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "yet"


def _no_chance(verb: Token) -> list[int]:
    """The noun of "no chance of exceeding", "no prospect of the bill exceeding"."""
    noun = verb
    for _ in range(_LEVELS):
        if not _is_below_noun(noun):
            return []
        noun = noun.head
        if noun.lower_ in _words("chances"):
            return [noun.i] if any(child.lower_ in _words("subjects") for child in noun.lefts) else []
    return []


def _is_at_no(preposition: Token) -> bool:
    """ "At no point", "in no year"."""
    nouns = filter(rel.is_prepositions_object, preposition.children)
    return rel.is_prepositional(preposition) and any(
        c.lower_ == "no" for noun in nouns for c in noun.children
    )


def _right_before(verb: Token) -> list[int]:
    """A negation that the parse hangs elsewhere: "has yet to reach", "stopped short of reaching"."""
    doc, at = verb.doc, verb.i - 1
    while at > 0 and _stands_between(doc[at]) and not is_negation(doc[at]):
        if doc[at].lower_ in ("to", "yet"):
            break
        at -= 1
    if at < 0:
        return []
    if is_negation(doc[at]):
        return [at]
    pair = f"{doc[at - 1].lower_} {doc[at].lower_}" if at else ""
    return [at] if doc[at].lower_ in _words("before") or pair in _words("before") else []


@cache
def _words(key: str) -> frozenset[str]:
    """One of the lists of what denies."""
    denying = lexicon.load("bounds")["denying"]
    return frozenset(denying[key]) if key in denying else lexicon.words("syntax", key)
