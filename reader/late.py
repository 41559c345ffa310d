"""Patterns that are compiled when they are first used: no text needs more than a few of them."""

import re
from functools import partial
from typing import Any, AnyStr, cast


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``, which a module that is there before the first frame can do without."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    """Passes for the pattern that it becomes."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._made = partial(re.compile, pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._made(), name)
        setattr(self, name, found)  # so that the next time it is as quick as the pattern itself
        return found
