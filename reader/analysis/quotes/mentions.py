"""The words that name a speaker: from the head of a noun phrase to the stretch it takes up."""

from spacy.tokens import Token

_KEPT = frozenset({"prep", "cc", "conj", "compound", "nummod", "case", "amod", "nmod", "det"})
_NOT_BEFORE = frozenset({"punct", "cc", "advcl", "advmod", "mark", "ccomp", "relcl", "dep", "intj", "prep"})


def mention_tokens(head: Token) -> tuple[int, int]:
    """Token span of the noun phrase of ``head``: apposition, relative clause and asides left out."""
    lo, hi = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ not in _NOT_BEFORE:
            lo = min(lo, child.left_edge.i)
    for child in head.rights:
        if (bracket := _bracketed(head, child)) is not None:
            hi = max(hi, bracket)
        elif child.dep_ != "punct":
            if child.dep_ not in _KEPT or child.left_edge.i > hi or _is_aside(head, child):
                break
            hi = max(hi, _short_edge(child))
    return lo, _without_tail(head, hi)


def _is_aside(head: Token, child: Token) -> bool:
    """ "Ilse Brandt on Radio 4": what follows a person's name with a preposition is no part of it."""
    return child.dep_ == "prep" and head.ent_type_ == "PERSON" and child.lower_ != "of"


def _short_edge(child: Token) -> int:
    """The end of a dependent, before any relative clause or apposition inside it."""
    if child.dep_ == "conj":
        return mention_tokens(child)[1]
    if child.dep_ == "prep":
        return max(
            (mention_tokens(noun)[1] for noun in child.children if noun.dep_ == "pobj"), default=child.i
        )
    return child.right_edge.i + 1


def _bracketed(head: Token, child: Token) -> int | None:
    """The end of a bracket that follows the name: "Ilse Brandt (FDP)"."""
    doc = head.doc
    opening = child.i if child.text == "(" else child.i - 1
    if opening <= head.i or doc[opening].text != "(" or opening > head.i + 2:
        return None
    return next(
        (at + 1 for at in range(opening + 1, min(opening + 8, len(doc))) if doc[at].text == ")"), None
    )


def _without_tail(head: Token, hi: int) -> int:
    """Without a comma or an "and" that leads nowhere."""
    while hi - 1 > head.i and (
        head.doc[hi - 1].dep_ == "cc" or head.doc[hi - 1].text in {",", "-", "–", "—"}
    ):
        hi -= 1
    return hi
