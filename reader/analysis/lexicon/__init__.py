"""The word lists the components use, as YAML data: one file a list, read once, checked when read."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent


@cache
def load(name: str) -> Any:
    """The content of ``lexicon/NAME.yaml``. Do not change what is returned: it is shared.

    Raises:
        ValueError: the file is not YAML; the message names file, line and reason.
    """
    path = HERE / f"{name}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text("utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name}: {error}") from error
