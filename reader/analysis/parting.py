"""Where one clause ends and another with a source of its own may begin, inside what the model takes for a sentence."""

from spacy.tokens import Token

from reader.analysis.text import text_of

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


def are_parted(before: Token, after: Token) -> bool:
    """Whether two words stand in different clauses, which a glance at the text between them mostly rules out."""
    between = text_of(before.doc)[before.idx : after.idx]
    return (";" in between or "." in between) and any(map(parts_clauses, before.doc[before.i : after.i]))
