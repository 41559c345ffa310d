"""The words that name a speaker: from the head of a noun phrase to the stretch it takes up."""

from spacy.tokens import Token

_CUT_DEPS = frozenset(
    {
        "relcl",
        "acl",
        "advcl",
        "appos",
        "punct",
        "cc",
        "conj",
        "prep",
        "advmod",
        "npadvmod",
        "ccomp",
        "parataxis",
        "dep",
    }
)
_KEPT_AFTER = frozenset({"prep", "cc", "conj", "compound", "nummod", "case", "amod", "nmod", "det"})


def mention_tokens(head: Token) -> tuple[int, int]:
    """Token span of the noun phrase of ``head``: apposition, relative clause and asides left out."""
    lo, hi = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ not in {"punct", "cc", "advcl", "advmod", "mark", "ccomp", "relcl"}:
            lo = min(lo, child.left_edge.i)
    for child in head.rights:
        if child.dep_ not in _KEPT_AFTER or child.i - hi > 1:
            if child.dep_ == "punct" and child.text == "(":
                hi = _bracket(head, child.i) or hi
                continue
            if child.dep_ in {"appos", "dep"} and child.i and child.nbor(-1).text == "(":
                hi = _bracket(head, child.i - 1) or hi
                continue
            if child.dep_ == "punct":
                continue
            break
        hi = max(hi, child.right_edge.i + 1)
    return lo, hi


def _bracket(head: Token, opening: int) -> int | None:
    """The token after the bracket that closes within a few words, if one does."""
    doc = head.doc
    for at in range(opening + 1, min(opening + 8, len(doc))):
        if doc[at].text == ")":
            return at + 1
    return None
