"""What is wrong with a file a person wrote, in one line they can act on."""

from pathlib import Path
from typing import NamedTuple

from reader.article.sanitise import visible


class Problem(NamedTuple):
    """``line`` counts from 1; None where the whole file is meant."""

    file: Path
    line: int | None
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}" if self.line is None else f"{self.file}:{self.line}"
        return visible(f"{place}: {self.reason}")
