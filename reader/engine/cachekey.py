"""Under which name the cache keeps a Reading: a hash of everything that decides what is found."""

import hashlib
import importlib.util
import json
from dataclasses import fields
from functools import cache
from pathlib import Path

from reader import __version__
from reader.article import Article

# Where a text came from and what was done to it before it was frozen decide nothing.
_IRRELEVANT = {"text", "blocks", "source", "id", "steps", "notices", "published_from"}
_STATED = tuple(field.name for field in fields(Article) if field.name not in _IRRELEVANT)
_ANALYSIS = Path(__file__).resolve().parents[1] / "analysis"


def key_of(article: Article, model: str) -> str:
    """The key of the Reading that ``model`` and this version of reader make of ``article``."""
    blocks = [(block.kind, block.start, block.end, block.level) for block in article.blocks]
    stated = {name: getattr(article, name) for name in _STATED}
    about = json.dumps([blocks, stated, model, model_version(model), __version__, _rules()], default=str)
    digest = hashlib.sha256(about.encode("utf-8", "surrogatepass"))
    digest.update(article.text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@cache
def model_version(model: str) -> str:
    """A hash of the description of an installed pipeline or of a saved one; "" where there is none.

    Read off the file itself: importing ``importlib.metadata`` takes longer than all the rest.
    """
    folder = Path(model)
    if not (folder / "meta.json").is_file() and model.isidentifier():
        package = importlib.util.find_spec(model)
        folder = Path(package.origin).parent if package and package.origin else folder
    try:
        return hashlib.sha256((folder / "meta.json").read_bytes()).hexdigest()
    except OSError:
        return ""


@cache
def _rules() -> str:
    """Changes whenever a rule or a word list is edited, which in a checkout happens between versions."""
    files = (path for path in _ANALYSIS.rglob("*") if path.suffix in {".py", ".yaml"})
    states = sorted(
        (str(path.relative_to(_ANALYSIS)), path.stat().st_size, path.stat().st_mtime_ns) for path in files
    )
    return hashlib.sha256(repr(states).encode()).hexdigest()
