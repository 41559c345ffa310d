"""Whom "Mrs Brandt" means where others bear the name: a title tells man from woman."""

from collections import defaultdict
from collections.abc import Mapping

from reader.analysis import lexicon
from reader.analysis.entities.people import last_name
from reader.analysis.entities.words import Piece, Words
from reader.analysis.model import EntityKind

_TITLES = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}


def titled(
    words: Words, pieces: list[Piece], groups: Mapping[str, str], kinds: Mapping[str, EntityKind]
) -> dict[Piece, str]:
    """Last names with a title -> the group of the one they fit, or a name of their own with the title.

    Those without a title, and those whose name's bearer they do fit, are left out.
    """
    marked = {
        piece: gender for piece in pieces if piece[1] - piece[0] == 1 and (gender := _title(words, piece))
    }
    bearers = _bearers(words, pieces, groups, kinds) if marked else {}
    found: dict[Piece, str] = {}
    for piece, gender in marked.items():
        name = words.surface(piece)
        known = bearers.get(name, {})
        fitting = [group for group, theirs in known.items() if theirs == gender]
        fitting = fitting or [group for group, theirs in known.items() if theirs is None]
        if known and not fitting:
            found[piece] = f"{words.at(piece[0] - 1)} {name}".replace(". ", " ")
        elif len(fitting) == 1:
            found[piece] = fitting[0]
    return found


def _title(words: Words, piece: Piece) -> str | None:
    return _TITLES.get(words.small(piece[0] - 1).rstrip("."))


def _bearers(
    words: Words, pieces: list[Piece], groups: Mapping[str, str], kinds: Mapping[str, EntityKind]
) -> dict[str, dict[str, str | None]]:
    """Last name -> the people who bear it, each with "m", "f" or None where nothing tells."""
    found: dict[str, dict[str, str | None]] = defaultdict(dict)
    for piece in pieces:
        form = words.surface(piece)
        if " " in form and kinds.get(groups[form]) == "person":
            people = found[last_name(form.split(" "))]
            people[groups[form]] = people.get(groups[form]) or _gender(words, piece)
    return found


def _gender(words: Words, piece: Piece) -> str | None:
    """What the given name tells, or the word before it: "his wife, Karen Feld", "Mr Nils Feld"."""
    start = piece[0]
    before = words.small(start - 2 if words.at(start - 1) == "," else start - 1).rstrip(".")
    for gender, near, given in (("f", "female", "female_names"), ("m", "male", "male_names")):
        if before in lexicon.words("sources", near) or words.at(start) in lexicon.words("sources", given):
            return gender
    return None
