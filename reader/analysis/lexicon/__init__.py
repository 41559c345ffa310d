"""The word lists the components use, as YAML data: one file a list, read once, checked when read.

:mod:`reader.analysis.lexicon.patterns` makes regular expressions of them.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from reader import plain_yaml

HERE = Path(__file__).resolve().parent


@cache
def load(name: str) -> Any:
    """The content of ``lexicon/NAME.yaml``. Do not change what is returned: it is shared.

    Raises:
        ValueError: the file is not YAML; the message names file, line and reason.
    """
    return plain_yaml.load(HERE / f"{name}.yaml")


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a lexicon file: ``words("tense", "modals")``."""
    return frozenset(split(load(name)[key]))


def split(lines: Iterable[str]) -> list[str]:
    """The words of a list, whose lines may each hold several, parted by commas; a comma alone is a word."""
    return [word for line in lines for word in _parted(line)]


def _parted(line: str) -> list[str]:
    return [word for part in line.split(",") if (word := part.strip())] or [line]
