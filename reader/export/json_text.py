"""An object as one line of JSON Lines."""

import json
from typing import Any

from reader.article.sanitise import escaped


def json_line(value: dict[str, Any]) -> str:
    """``value`` as one line with its end; what a terminal obeys or UTF-8 has no bytes for is escaped."""
    return escaped(json.dumps(value, ensure_ascii=False), _escape) + "\n"


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
