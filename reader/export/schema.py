"""The JSON Schema of the export, which ships with the package."""

import json
from pathlib import Path
from typing import Any

PATH = Path(__file__).with_name("schema.json")


def schema() -> dict[str, Any]:
    """The schema as plain data (JSON Schema, draft 2020-12)."""
    loaded: dict[str, Any] = json.loads(PATH.read_text("utf-8"))
    return loaded
