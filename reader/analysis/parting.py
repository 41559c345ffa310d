"""Where one clause ends and another with a source of its own may begin, inside what the model takes for a sentence."""

from spacy.tokens import Token

_SCALES = frozenset({"m.", "bn.", "b.", "tn.", "k."})


def may_part_clauses(word: str) -> bool:
    """Whether a word can part clauses at all, which is told without its token."""
    return word == ";" or word.lower() in _SCALES


def parts_clauses(token: Token) -> bool:
    """Whether what follows stands by itself: after a semicolon, or after "£20m." taken for an abbreviation."""
    if token.text == ";":
        return True
    if token.lower_ not in _SCALES or token.i == 0 or token.i + 1 == len(token.doc):
        return False
    return bool(token.nbor(-1).like_num and token.nbor().text[:1].isupper())
