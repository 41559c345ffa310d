"""The word lists the components use, as YAML data: one file a list, read once, checked when read."""

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
