"""Which characters a rule can begin with, so that only rules that can fit are tried at a place."""

import re

# What the grammar's regular expressions are made of: groups, sets of characters, and operators.
_PIECE = re.compile(r"\(\?P<\w+>|\(\?[:=!]|[()|?*+]|\[[^\]]*\]")


def first(pattern: str) -> frozenset[str]:
    """The characters that can stand first where a pattern matches."""
    characters, _ = _alternatives(_PIECE.findall(pattern), 0)[0]
    return characters


_Begin = tuple[frozenset[str], bool]  # the characters, and whether nothing at all fits too


def _alternatives(pieces: list[str], at: int) -> tuple[_Begin, int]:
    """Sequences parted by "|", up to the end of their group."""
    characters: frozenset[str] = frozenset()
    empty = False
    while True:
        (found, nothing), at = _sequence(pieces, at)
        characters |= found
        empty = empty or nothing
        if at >= len(pieces) or pieces[at] != "|":
            return (characters, empty), at
        at += 1


def _sequence(pieces: list[str], at: int) -> tuple[_Begin, int]:
    """Items one after the other: those after the first count while all before them may be missing."""
    characters: frozenset[str] = frozenset()
    empty = True
    while at < len(pieces) and pieces[at] not in ("|", ")"):
        (found, nothing), at = _item(pieces, at)
        if empty:
            characters |= found
        empty = empty and nothing
    return (characters, empty), at


def _item(pieces: list[str], at: int) -> tuple[_Begin, int]:
    """One set or group, with what says how often it stands."""
    piece = pieces[at]
    if piece.startswith("["):
        begin: _Begin = (frozenset(piece[1:-1]), False)
        at += 1
    else:
        begin, at = _alternatives(pieces, at + 1)
        at += 1
        if piece in ("(?=", "(?!"):
            begin = (frozenset(), True)
    if at < len(pieces) and pieces[at] in "?*+":
        begin = (begin[0], begin[1] or pieces[at] in "?*")
        at += 1
    return begin, at
