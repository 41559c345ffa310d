"""Which lines of an article are boilerplate or captions. The rules are in lexicon/boilerplate.yaml."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from reader import plain_yaml
from reader.article.model import Block
from reader.article.patterns import Patterns, either
from reader.late import late

_QUOTED = late(r"[\"“”„«»]|(?<!\w)['‘]\w|``|''")
_WORD = 12  # characters a word may take before a line counts as too long to look at
_LINES = ("pointers", "appeals", "lists", "credits", "stamps")  # kinds of patterns for lines of boilerplate
_MAY_BE = frozenset({"paragraph", "subhead", "listitem"})


class Rules:
    """The lexicon; what is in it is compiled when a line comes that it may match."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self._lexicon = lexicon
        self.longest: int = lexicon["longest"]
        self.longest_caption: int = lexicon["longest_caption"]
        self.captions: int = lexicon["captions"]

    @cached_property
    def line(self) -> Patterns:
        """What begins a line of boilerplate."""
        return Patterns(pattern for kind in _LINES for pattern in self._lexicon[kind])

    @cached_property
    def others(self) -> Patterns:
        """What stands above a list of other articles."""
        return Patterns(self._lexicon["headings_of_others"])

    @cached_property
    def photo_credit(self) -> Patterns:
        """A photograph's credit by itself."""
        return Patterns(self._lexicon["photo_credits"])

    @cached_property
    def credited(self) -> re.Pattern[str]:
        """The credit a caption ends in."""
        return either(self._lexicon["credited_captions"])


@cache
def rules() -> Rules:
    """The rules, read once."""
    return Rules(plain_yaml.load(Path(__file__).parent / "lexicon" / "boilerplate.yaml"))


def is_boilerplate(line: str) -> bool:
    """Whether a line stands in the text without belonging to it; never one with a quotation mark."""
    known = rules()
    return _is_short(line, known.longest) and (known.line.match(line) or known.photo_credit.match(line))


def is_heading_of_others(line: str) -> bool:
    """Whether what stands below a line is of other articles: "Recommended for you", "More from the Post"."""
    return rules().others.match(" ".join(line.split()))


def set_aside(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with boilerplate and captions told from the rest, each once no line below can change it."""
    known = rules()
    longest = known.longest_caption * _WORD
    recent: list[Block] = []
    for block in blocks:
        if block.kind in _MAY_BE and block.end - block.start <= longest:
            block = _sorted(text, block, recent)  # noqa: PLW2901
        recent.append(block)
        if len(recent) > known.captions:
            yield recent.pop(0)
    yield from recent


def _sorted(text: str, block: Block, above: list[Block]) -> Block:
    """The block as what it is; a photo credit makes a caption of the short lines above it."""
    known, line = rules(), text[block.start : block.end]
    if "\n" in line:
        line = " ".join(line.split())
    if is_boilerplate(line):
        if known.photo_credit.match(line):
            _captions_above(text, above)
        return replace(block, kind="boilerplate", level=0)
    may_be_credited = line.endswith(")") or ":" in line or "/" in line  # told fast, for nearly all lines
    if may_be_credited and _is_short(line, known.longest_caption) and known.credited.search(line):
        return replace(block, kind="caption", level=0)
    return block


def _captions_above(text: str, blocks: list[Block]) -> None:
    """Turn the short lines right above a photo credit into its caption, in place."""
    known = rules()
    for at in range(len(blocks) - 1, max(-1, len(blocks) - 1 - known.captions), -1):
        line = text[blocks[at].start : blocks[at].end]
        short = _is_short(line, known.longest_caption) and ". " not in line
        if blocks[at].kind not in {"paragraph", "subhead"} or not short:
            return
        blocks[at] = replace(blocks[at], kind="caption", level=0)


def _is_short(line: str, words: int) -> bool:
    """Whether it may be set aside by its length, and holds no quotation."""
    if not line or len(line) > words * _WORD or len(line.split()) > words:
        return False
    return _QUOTED.search(line) is None
