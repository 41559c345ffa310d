"""The export as YAML text: keys in the order of the schema, small things on one line."""

from typing import Any

import yaml

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def dump(document: dict[str, Any]) -> str:
    """``document`` as YAML; a mapping or list with nothing nested in it stands on one line."""
    text: str = yaml.dump(
        document, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, default_flow_style=None, width=110
    )
    return text
