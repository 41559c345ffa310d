"""Pull quotes: words of an article set again beside it, to be looked at and not to be read twice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.article.model import Block
from reader.late import late

_WORD = late(r"\w+")
_FEWEST = 5  # words that nobody writes twice by chance
_LONGEST = 100_000  # characters of a text that has pull quotes
_QUOTED = late(r"[\"“„«‘']")


def set_aside_repeats(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with those set aside whose words all stand in a longer one, in the same order."""
    if len(text) > _LONGEST:
        return tuple(blocks)
    folded = [_folded(text[block.start : block.end]) for block in blocks]
    alike = Counter(folded)
    everything = "\n".join(folded)
    return tuple(
        replace(block, kind="boilerplate", level=0)
        if _may_be(text, block) and len(words.split()) >= _FEWEST and everything.count(words) > alike[words]
        else block
        for block, words in zip(blocks, folded, strict=True)
    )


def _may_be(text: str, block: Block) -> bool:
    """Whether it looks like one: set apart, or in quotation marks. A plain sentence may well stand twice."""
    is_quoted = _QUOTED.match(text, block.start) is not None
    return block.kind == "blockquote" or (block.kind == "paragraph" and is_quoted)


def _folded(text: str) -> str:
    """The bare words, between spaces, so that only whole ones are found."""
    words = " ".join(_WORD.findall(text.casefold()))
    return f" {words} "
