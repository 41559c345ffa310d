"""An object as one line of JSON Lines."""

import json
from typing import Any


def json_line(value: dict[str, Any]) -> str:
    """``value`` as one line with its end; half a surrogate pair, which UTF-8 has no bytes for, is escaped."""
    line = json.dumps(value, ensure_ascii=False) + "\n"
    return line.encode("utf-8", "backslashreplace").decode("utf-8")
