"""The main text of a page: the lines of it that trafilatura finds, with those that it left out for no reason."""

import logging
import re
from typing import Any

from reader.article.building import Words
from reader.article.html import shaping
from reader.article.html.choosing import Chosen, chosen, chosen_by_place, marks_of
from reader.article.html.shown import MARK, lines_of
from reader.article.model import BlockKind
from reader.article.sanitise import clean

_MANY = 4000  # lines: a live blog, whose text stands together in one place
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # else its warnings reach the terminal

Piece = tuple[BlockKind, str | Words, int]
"""A block: its kind, its words (as plain text where its blanks are its own) and its level."""


def text_of(words: str | Words) -> str:
    """The plain text of a piece."""
    return words if isinstance(words, str) else words.text


def extract(tree: Any, url: str | None) -> Chosen:
    """The lines of the main text, none when there is none; the tree is another one afterwards."""
    lines = lines_of(tree, url)
    if len(lines) > _MANY and (found := chosen_by_place(lines)).lines:
        return found
    shaping.prepare(tree)
    import trafilatura

    taken: Any = trafilatura.bare_extraction(tree, url=url, include_comments=False)
    if taken is None or taken.body is None:
        return Chosen()
    text = "".join(taken.body.itertext())
    kept = set(map(ord, MARK.findall(text)))
    return chosen(lines, kept or marks_of(lines, text))


def about(tree: Any, url: str | None) -> tuple[str | None, str | None]:
    """The title and the author that are found in a page which states none."""
    from copy import deepcopy

    import trafilatura

    found: Any = trafilatura.extract_metadata(
        deepcopy(tree), url, {"original_date": True, "extensive_search": False, "max_date": "1900-01-01"}
    )
    return found.title, found.author


def bare(text: str) -> str:
    """Text given in JSON-LD, without the markup that some put in it; its paragraphs stay apart."""
    text = re.sub(r"(?i)</p>|<br\s*/?>\s*<br\s*/?>", "\n\n", text)
    import html

    return clean(html.unescape(re.sub(r"<[a-zA-Z/!][^<>]*>", "", text)))
