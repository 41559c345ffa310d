"""The export as YAML text: keys in the order of the schema, small things on one line."""

import re
from typing import Any

import yaml

from reader.article.sanitise import escaped

_Base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_SURROGATES = re.compile("[\ud800-\udfff]")


class _Dumper(_Base):  # type: ignore[misc]
    """Writes text that holds what a terminal obeys or hides in quotes, where it can be escaped."""


def _text(dumper: Any, text: str) -> Any:
    if text.isprintable() or escaped(text, lambda _: "") == text:
        return dumper.represent_str(text)
    whole = _SURROGATES.sub("\ufffd", text)  # YAML has no way to write half a character
    return dumper.represent_scalar("tag:yaml.org,2002:str", whole, style='"')


_Dumper.add_representer(str, _text)


def dump(document: dict[str, Any]) -> str:
    """``document`` as YAML; a mapping or list with nothing nested in it stands on one line."""
    text: str = yaml.dump(
        document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=None, width=110
    )
    return escaped(text, _escape)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
