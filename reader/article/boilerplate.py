"""Which lines of an article are boilerplate or captions. The rules are in lexicon/boilerplate.yaml."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from reader.article.model import Block

_MARKS = re.compile(r"[\"“”„«»]|(?<!\w)['‘]\w|``|''")
_CAPTION_WORDS = 22
_CAPTIONS = 2  # blocks above a photo credit that can be its caption


@dataclass(frozen=True)
class Rules:
    """The compiled lexicon."""

    longest: int
    line: re.Pattern[str]
    photo_credit: re.Pattern[str]


@cache
def rules() -> Rules:
    """The rules, read and compiled once."""
    import yaml

    path = Path(__file__).parent / "lexicon" / "boilerplate.yaml"
    lexicon = yaml.safe_load(path.read_text("utf-8"))
    kinds = ("pointers", "appeals", "lists", "credits")
    return Rules(
        longest=lexicon["longest"],
        line=_any([pattern for kind in kinds for pattern in lexicon[kind]]),
        photo_credit=_any(lexicon["photo_credits"]),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


def is_boilerplate(line: str) -> bool:
    """Whether a line stands in the text without belonging to it; never one with a quotation mark."""
    known, line = rules(), " ".join(line.split())
    if not line or len(line) > known.longest * 12 or len(line.split()) > known.longest or _MARKS.search(line):
        return False
    return bool(known.line.match(line) or known.photo_credit.match(line))


def set_aside(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks with boilerplate and captions told from the rest."""
    credit = rules().photo_credit
    out: list[Block] = []
    for block in blocks:
        line = " ".join(text[block.start : block.end].split())
        if block.kind in {"paragraph", "subhead", "listitem"} and is_boilerplate(line):
            if credit.match(line):
                _captions_above(text, out)
            out.append(replace(block, kind="boilerplate", level=0))
        else:
            out.append(block)
    return out


def _captions_above(text: str, blocks: list[Block]) -> None:
    """Turn the short lines right above a photo credit into its caption, in place."""
    for at in range(len(blocks) - 1, max(-1, len(blocks) - 1 - _CAPTIONS), -1):
        line = text[blocks[at].start : blocks[at].end]
        short = len(line.split()) <= _CAPTION_WORDS and line.count(". ") == 0
        if blocks[at].kind not in {"paragraph", "subhead"} or not short or _MARKS.search(line):
            return
        blocks[at] = replace(blocks[at], kind="caption", level=0)
