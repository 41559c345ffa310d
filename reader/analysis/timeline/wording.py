"""Words of the parse as one line of text: spaces, marks and what is too long."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from reader.analysis.lexicon import words

LONGEST = 100  # characters, about one line of a panel

_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]’”])|\s+('s|’s|n't|n’t)\b")
_SPACE_AFTER = re.compile(r"([(\[“$£€])\s+")


def text_of(tokens: Iterable[Token]) -> str:
    """Tokens as text, with a space wherever words were left out."""
    parts: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None and (last.whitespace_ or token.i != last.i + 1):
            parts.append(" ")
        parts.append(token.text)
        last = token
    return _SPACE_AFTER.sub(r"\1", _SPACE_BEFORE.sub(r"\1\2", "".join(parts)))


def tidied(tokens: list[Token]) -> Iterator[Token]:
    """Without quotation marks, punctuation beside a gap, an "and" that leads nowhere, and the "at" of a time left out."""
    kept = {token.i for token in tokens}
    last = tokens[-1].i if tokens else 0
    for token in tokens:
        alone = token.dep_ == "punct" and not {token.i - 1, token.i + 1} <= kept
        if alone or token.text in words("tense", "marks") or (token.dep_ == "cc" and token.i == last):
            continue
        if token.dep_ != "prep" or token.i + 1 in kept or not _is_time(token.doc, token.i + 1):
            yield token


def _is_time(doc: Doc, at: int) -> bool:
    return at < len(doc) and (doc[at].ent_type_ in ("DATE", "TIME") or doc[at].text[0].isdigit())


def line(text: str) -> str | None:
    """One line, cut at a word where it is too long; None for nothing."""
    whole = " ".join(text.split()).strip(" ,;:–—-")
    if len(whole) > LONGEST:
        whole = whole[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return whole or None
