"""The word lists the components use, as YAML data: one file a list, read once, checked when read."""

from functools import cache
from pathlib import Path
from typing import Any

from reader.plain_yaml import read_plain

HERE = Path(__file__).resolve().parent


@cache
def load(name: str) -> Any:
    """The content of ``lexicon/NAME.yaml``. Do not change what is returned: it is shared.

    Raises:
        ValueError: the file is not YAML; the message names file, line and reason.
    """
    path = HERE / f"{name}.yaml"
    text = path.read_text("utf-8")
    plain = read_plain(text)
    return _by_library(path, text) if plain is None else plain


def _by_library(path: Path, text: str) -> Any:
    """What is not plain; the library takes longer to be imported than the panels to be filled."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name}: {error}") from error
