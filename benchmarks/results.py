"""RESULTS.md: a section for each part, renewed when that part is measured again."""

import re
from pathlib import Path

HEAD = """# Results

Written by `make bench`; the last three parts by `make confidence`, `make ablate` and `make mutants`. Each pair was measured by turns in one run; the ratio is reader's figure to the other.
The line above a table says when and where its part was measured.
"""
_SECTION = re.compile(r"^## (\w+)\n\n(.*?)\s*(?=^## |\Z)", re.M | re.S)


class Results:
    """The file at ``path``, with its sections in the order of ``parts``."""

    def __init__(self, path: Path, parts: list[str]) -> None:
        self._path = path
        self._parts = parts

    def renew(self, part: str, text: str) -> None:
        """Put ``text`` in place of the section of a part; the others stay as they were measured."""
        sections = {**self._sections(), part: text.strip()}
        written = (f"\n## {name}\n\n{sections[name]}\n" for name in self._parts if name in sections)
        self._path.write_text(HEAD + "".join(written), "utf-8")

    def _sections(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        return dict(_SECTION.findall(self._path.read_text("utf-8")))


RESULTS = Results(
    Path(__file__).with_name("RESULTS.md"),
    [
        "paint", "reopening", "batch", "analysis", "boilerplate", "claims", "growth", "large", "quality",
        "confidence", "ablation", "mutants",
    ],
)  # fmt: skip
"""The results of this repository: every part that is measured, in the order in which they stand."""
