"""Under which name the cache keeps a Reading: a hash of everything that decides what is found."""

import hashlib
import json
from dataclasses import fields
from functools import cache
from pathlib import Path

from reader import __version__
from reader.article import Article
from reader.article.plain import PlainBlocks
from reader.engine.models import folder_of

# Where a text came from and what was done to it before it was frozen decide nothing.
_IRRELEVANT = {"text", "blocks", "source", "id", "steps", "notices", "published_from", "foreign"}
_STATED = tuple(field.name for field in fields(Article) if field.name not in _IRRELEVANT)
_READER = Path(__file__).resolve().parents[1]
_RULES = (
    "analysis",
    "article",
)  # where the rules are that make blocks of a text, and a Reading of an article


def key_of(article: Article, model: str) -> str:
    """The key of the Reading that ``model`` and this version of reader make of ``article``."""
    stated = {name: getattr(article, name) for name in _STATED}
    versions = [model, model_version(model), __version__, _rules()]
    about = json.dumps([article.sha256, _blocks(article), stated, versions], default=str)
    return hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()


def _blocks(article: Article) -> object:
    """What decides the blocks: those of a plain text follow from it, and a long one need not be read for them."""
    if isinstance(article.blocks, PlainBlocks):
        return ["plain", article.blocks.title]
    return [(block.kind, block.start, block.end, block.level) for block in article.blocks]


@cache
def model_version(model: str) -> str:
    """A hash of the description of an installed pipeline or of a saved one; "" where there is none.

    Read off the file itself: importing ``importlib.metadata`` takes longer than all the rest.
    """
    folder = folder_of(model) or Path(model)
    try:
        return hashlib.sha256((folder / "meta.json").read_bytes()).hexdigest()
    except OSError:
        return ""


@cache
def _rules() -> str:
    """Changes whenever a rule or a word list is edited, which in a checkout happens between versions."""
    paths = (path for room in _RULES for path in (_READER / room).rglob("*"))
    states = sorted(
        (str(path.relative_to(_READER)), path.stat().st_size, path.stat().st_mtime_ns)
        for path in paths
        if path.suffix in {".py", ".yaml"}
    )
    return hashlib.sha256(repr(states).encode()).hexdigest()
