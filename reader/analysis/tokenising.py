"""Tokens of any text in time that grows with its length."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

LONGEST = 400
"""Characters without a space that the tokenizer is given at once: of more it takes the square of the time."""

_TOO_LONG = re.compile(rf"\S{{{LONGEST + 1},}}")


def doc_of(nlp: Language, text: str) -> Doc:
    """The Doc of a text, not analysed yet: a stretch without spaces that no word is as long as is cut."""
    cuts = list(_cuts(text))
    if not cuts:
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        doc = nlp.make_doc(text[start:end])
        words.extend(token.text for token in doc)
        spaces.extend(bool(token.whitespace_) for token in doc)
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _cuts(text: str) -> Iterator[int]:
    for stretch in _TOO_LONG.finditer(text):
        yield from range(stretch.start() + LONGEST, stretch.end(), LONGEST)
